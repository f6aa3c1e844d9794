"""The use cases for many scenarios at once: sweep and cohort."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from runtall.app import BadSetting, expect_folder, open_scenario, solve_into, stamp_time
from runtall.compare.batch import Row, Task, run_batch
from runtall.compare.cluster import Cluster
from runtall.compare.combinations import combinations, folder_name
from runtall.compare.measures import measured
from runtall.compare.processes import Processes
from runtall.compare.records import (
    Failure,
    finished_failure,
    finished_plan,
    tidy,
    write_failure,
)
from runtall.compare.summary import summary_csv
from runtall.domain.derive import derive
from runtall.domain.view import PlanView
from runtall.exporters import CannotWrite, write_all
from runtall.scenario.changes import change, expect_known, parse_values
from runtall.scenario.faults import ScenarioFaults
from runtall.solve.outcome import Impossible, OutOfTime

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from runtall.compare.executor import Executor
    from runtall.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of many scenarios.

    Parameters
    ----------
    rows
        One for each, in the order in which they were given.
    summary
        The table of them.
    """

    rows: tuple[Row, ...]
    summary: Path


def executor(jobs: int | None = None, scheduler: str | None = None) -> Executor:
    """Say where the work is done.

    Parameters
    ----------
    jobs
        Processes on this machine; None: one for each core.
    scheduler
        Address of a Dask scheduler, whose workers do the work instead.
    """
    if scheduler is not None:
        return Cluster(scheduler)
    return Processes(jobs or _cores())


def _cores() -> int:
    # Those that this process may use, where the system tells.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def sweep_tasks(path: Path, sets: Sequence[str], folder: Path) -> list[Task]:
    """Say what a sweep has to do: a task for each combination of the values.

    Parameters
    ----------
    sets
        ``key=v1,v2`` each, keys dotted, values in YAML.

    Raises
    ------
    ScenarioFaults
        The scenario itself is no good, or has no such key.
    BadChange, BadSetting
        A setting is none, or a key is set twice.
    """
    parsed = [parse_values(text) for text in sets]
    for key, times in Counter(key for key, _ in parsed).items():
        if times > 1:
            raise BadSetting(f"--set {key}: given {times} times; give all its values in one")
    open_scenario(path)
    expect_known(path, [change(key, values[0]) for key, values in parsed])
    root, now = Path.cwd(), stamp_time()
    return [
        Task(
            place=place,
            labels={**shown, "folder": folder_name(shown)},
            scenario=path.absolute(),
            folder=folder.absolute() / folder_name(shown),
            root=root,
            now=now,
            changes=changes,
        )
        for place, (shown, changes) in enumerate(combinations(dict(parsed)))
    ]


def cohort_tasks(paths: Sequence[Path], folder: Path) -> list[Task]:
    """Say what a cohort has to do: a task for each athlete's scenario.

    Raises
    ------
    BadSetting
        Two scenarios would have the same folder.
    """
    for stem, times in Counter(path.stem.casefold() for path in paths).items():
        if times > 1:
            same = [str(path) for path in paths if path.stem.casefold() == stem]
            raise BadSetting(f"{' and '.join(same)}: would share a folder; rename all but one")
    root, now = Path.cwd(), stamp_time()
    return [
        Task(
            place=place,
            labels={"athlete": path.stem, "scenario": str(path)},
            scenario=path.absolute(),
            folder=folder.absolute() / path.stem,
            root=root,
            now=now,
        )
        for place, path in enumerate(paths)
    ]


def run(
    tasks: Sequence[Task], summary: Path, where: Executor, report: Callable[[Row], object]
) -> Batch:
    """Do the tasks, and write the summary now and then and at the end.

    What an earlier run did is not done again. `report` is called with each row as it comes.

    Raises
    ------
    CannotWrite
        The summary can't be written.
    NoCluster
        There is no scheduler.
    """
    expect_folder(summary.parent)
    save = partial(_save, summary)
    return Batch(tuple(run_batch(tasks, solve_task, where, save, report)), summary)


def _save(summary: Path, rows: Sequence[Row]) -> None:
    write_all(summary.parent, {summary.name: summary_csv(rows)})


def solve_task(task: Task) -> Row:
    """Do one task of a batch, wherever it is sent; every way out is a row."""
    try:
        return _solve_task(task)
    except CannotWrite as error:
        failure = Failure("UNWRITTEN", (_short(task, str(error)),))
    except Exception as error:
        failure = Failure("DEFECT", (_short(task, f"{type(error).__name__}: {error}"),))
    return Row(task.place, task.labels, failure.status, failure.reasons)


def _solve_task(task: Task) -> Row:
    try:
        scenario = open_scenario(task.scenario, task.changes)
    except ScenarioFaults as error:
        reasons = tuple(_short(task, str(fault)) for fault in error.faults)
        return _failed(task, None, Failure("INVALID", reasons))
    view = finished_plan(task.folder, scenario, derive(scenario.request))
    if view is not None:
        return _planned(task, view, solved=False)
    failure = finished_failure(task.folder, scenario)
    if failure is not None:
        return Row(task.place, task.labels, failure.status, failure.reasons)
    return _solved(task, scenario)


def _solved(task: Task, scenario: Scenario) -> Row:
    expect_folder(task.folder)
    tidy(task.folder)
    answer = solve_into(task.folder, scenario, task.now)
    if isinstance(answer, Impossible):
        reasons = tuple(f"{part.rule}: {part.sentence}" for part in answer.conflict)
        return _failed(task, scenario, Failure("INFEASIBLE", reasons))
    if isinstance(answer, OutOfTime):
        reason = "No plan was found in time. Give solver.time_limit_s more seconds."
        return _failed(task, scenario, Failure("UNKNOWN", (reason,)))
    return _planned(task, PlanView(answer.problem, answer.plan, answer.report), solved=True)


def _planned(task: Task, view: PlanView, *, solved: bool) -> Row:
    return Row(task.place, task.labels, view.report.status, measures=measured(view), solved=solved)


def _failed(task: Task, scenario: Scenario | None, failure: Failure) -> Row:
    write_failure(task.folder, scenario, failure)
    return Row(
        task.place, task.labels, failure.status, failure.reasons, solved=scenario is not None
    )


def _short(task: Task, message: str) -> str:
    """A message without the folder in which everything was started, the same everywhere."""
    return message.replace(f"{task.root}{os.sep}", "")
