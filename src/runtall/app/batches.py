"""The use cases for many scenarios at once: sweep and cohort."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
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
        return _row(task, Failure("UNWRITTEN", (_short(task, str(error)),)))
    except Exception as error:
        reason = _short(task, f"{type(error).__name__}: {error}")
        return _row(task, Failure("DEFECT", (reason,)))


def _solve_task(task: Task) -> Row:
    try:
        scenario = open_scenario(task.scenario, task.changes)
    except ScenarioFaults as error:
        reasons = tuple(_short(task, str(fault)) for fault in error.faults)
        failure = Failure("INVALID", reasons)
        write_failure(task.folder, None, failure)
        return _row(task, failure)
    found = finished_plan(task.folder, scenario, derive(scenario.request)) or finished_failure(
        task.folder, scenario
    )
    if found is not None:
        return _row(task, found, scenario)
    return _row(task, _solve(task, scenario), scenario, solved=True)


def _solve(task: Task, scenario: Scenario) -> PlanView | Failure:
    """Solve into the task's folder, or leave there why that can't be done."""
    expect_folder(task.folder)
    tidy(task.folder)
    answer = solve_into(task.folder, scenario, task.now)
    if isinstance(answer, Impossible):
        reasons = tuple(f"{part.rule}: {part.sentence}" for part in answer.conflict)
        failure = Failure("INFEASIBLE", reasons)
    elif isinstance(answer, OutOfTime):
        reason = "No plan was found in time. Give solver.time_limit_s more seconds."
        failure = Failure("UNKNOWN", (reason,))
    else:
        return PlanView(answer.problem, answer.plan, answer.report)
    write_failure(task.folder, scenario, failure)
    return failure


def _row(
    task: Task, found: PlanView | Failure, scenario: Scenario | None = None, *, solved: bool = False
) -> Row:
    warnings = scenario.warnings if scenario else ()
    row = Row(task.place, task.labels, "", warnings=warnings, solved=solved)
    if isinstance(found, Failure):
        return replace(row, status=found.status, reasons=found.reasons)
    return replace(row, status=found.report.status, measures=measured(found))


def _short(task: Task, message: str) -> str:
    """A message without the folder in which everything was started, the same everywhere."""
    return message.replace(f"{task.root}{os.sep}", "")
