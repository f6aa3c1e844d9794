"""The use cases for many scenarios at once: sweep and cohort."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from runtall.app.publishing import expect_folder, stamp_time
from runtall.app.solving import solve_into
from runtall.compare.batch import Row, Task, run_batch
from runtall.compare.cluster import Cluster
from runtall.compare.combinations import combinations, folder_name, how_many
from runtall.compare.measures import measured
from runtall.compare.processes import Processes
from runtall.compare.records import (
    PROVEN,
    Failure,
    finished_failure,
    finished_plan,
    forget_failure,
    set_aside,
    settle,
    tidy,
    write_failure,
)
from runtall.compare.summary import owns, summary_csv
from runtall.domain.special_files import is_open_here
from runtall.domain.view import PlanView
from runtall.errors import UserError
from runtall.exporters import CannotWrite, previous, write_all
from runtall.scenario import read_scenario
from runtall.scenario.changes import BadChange, change, clashes, in_words, parse_values, unknown
from runtall.scenario.faults import ScenarioFaults
from runtall.solve.outcome import Impossible, OutOfTime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from runtall.compare.executor import Executor
    from runtall.domain.scenario import Scenario
    from runtall.errors import Fault
from runtall.scenario.changes import Change

MOST = 10_000
"""Combinations of one sweep: at a second each they take hours, and a folder holds them all."""


class BadBatch(UserError):
    """Many scenarios that can't be asked for so."""


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


def executor(
    jobs: int | None = None,
    scheduler: str | None = None,
    warn: Callable[[str], object] = lambda _: None,
) -> Executor:
    """Say where the work is done.

    Parameters
    ----------
    jobs
        Processes on this machine; None: one for each core.
    scheduler
        Address of a Dask scheduler, whose workers do the work instead.
    warn
        Called with a line when none of these is left.

    Raises
    ------
    ValueError
        If there would be no process.
    """
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs: {jobs}; allowed: 1 or more, or None")
    if scheduler is not None:
        return Cluster(scheduler, warn)
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
    BadBatch
        With everything that is wrong with the settings and with the scenario itself.
    """
    if faults := _open_here_only([path]):
        raise BadBatch(*faults)
    parsed = []
    for text in sets:
        try:
            parsed.append(parse_values(text))
        except BadChange as error:
            faults.append(str(error))
    faults += clashes([key for key, _ in parsed])
    values = dict(parsed)
    if (number := how_many(values)) > MOST:
        faults.append(f"--set: {number} combinations; allowed: {MOST} at most; give fewer values")
    faults += _faults_of(path, [change(key, first) for key, (first, *_) in parsed])
    if faults:
        raise BadBatch(*faults)
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
        for place, (shown, changes) in enumerate(combinations(values))
    ]


def _faults_of(path: Path, changes: Sequence[Change]) -> list[str]:
    """What is wrong with a scenario whatever its keys are set to, or else with the keys."""
    own = _faults_with(path, ())
    if own and changes:
        # What goes with other values is no fault of the scenario: each combination sets them.
        still = _faults_with(path, changes)
        own = tuple(fault for fault in own if fault in still)
    return [str(fault) for fault in own] or unknown(path, changes)


def _faults_with(path: Path, changes: Sequence[Change]) -> tuple[Fault, ...]:
    try:
        read_scenario(path, changes)
    except ScenarioFaults as error:
        return error.faults
    return ()


def cohort_tasks(paths: Sequence[Path], folder: Path) -> list[Task]:
    """Say what a cohort has to do: a task for each athlete's scenario.

    Raises
    ------
    BadBatch
        Scenarios would have the same folder, or none of their own; or there is no file at all.
    """
    if faults := [*_open_here_only(paths), *_bad_names(paths), *_all_missing(paths)]:
        raise BadBatch(*faults)
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


def _open_here_only(paths: Iterable[Path]) -> list[str]:
    return [
        f"{path}: can't be opened by the processes that solve; save it in a file"
        for path in paths
        if is_open_here(path)
    ]


def _bad_names(paths: Sequence[Path]) -> Iterator[str]:
    by_folder: dict[str, list[Path]] = {}
    for path in paths:
        if path.stem in {"", ".", ".."}:
            yield f"{path}: names no athlete; give the file another name"
        by_folder.setdefault(path.stem.casefold(), []).append(path)
    for same in by_folder.values():
        files = {path.absolute(): str(path) for path in same}
        if len(files) < len(same):
            yield f"{same[0]}: given twice"
        if len(files) > 1:
            yield f"{' and '.join(files.values())}: would share a folder; rename all but one"


def _all_missing(paths: Sequence[Path]) -> list[str]:
    if any(map(_exists, paths)):
        return []
    return [f"{path}: there is no such file" for path in paths]


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except PermissionError:  # who reads it says so
        return True
    except (OSError, ValueError):  # such as of a name that is too long
        return False
    return True


def run(
    tasks: Sequence[Task], summary: Path, where: Executor, report: Callable[[Row], object]
) -> Batch:
    """Do the tasks, and write the summary now and then and at the end.

    What an earlier run did is not done again. `report` is called with each row as it comes.
    Processes read the script that starts them: there, call this under
    ``if __name__ == "__main__":``.

    Raises
    ------
    CannotWrite
        The summary can't be written.
    NoCluster
        There is no scheduler, or it went away.
    NoProcess
        No process could be started.
    """
    expect_folder(summary.parent)
    _expect_free(summary, tasks)
    tidy(summary.parent, [summary.name])
    save = partial(_save, summary)
    return Batch(tuple(run_batch(tasks, solve_task, where, save, report)), summary)


def _expect_free(summary: Path, tasks: Sequence[Task]) -> None:
    if any(task.folder == summary.absolute() for task in tasks):
        raise CannotWrite(summary, "the folder of a scenario and the summary can't share this name")
    data = previous(summary)
    if data is not None and data.strip() and not owns(data):
        raise CannotWrite(
            summary,
            "was not written by runtall and would be lost; move it away, or choose another folder"
            " with -o",
        )


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
    tidy(task.folder)
    try:
        scenario = read_scenario(task.scenario, task.changes)
    except ScenarioFaults as error:
        reasons = tuple(_short(task, in_words(fault, task.changes)) for fault in error.faults)
        failure = Failure("INVALID", reasons)
        # A name that was mistyped, or a pattern that met no file, gets no folder.
        if _exists(task.scenario):
            write_failure(task.folder, None, failure)
        return _row(task, failure)
    plan = finished_plan(task.folder, scenario, scenario.problem)
    if plan is not None:
        settle(task.folder)
        return _row(task, plan, scenario)
    proven = finished_failure(task.folder, scenario)
    if proven is not None:
        set_aside(task.folder)
        return _row(task, proven, scenario)
    return _row(task, _solve(task, scenario), scenario, solved=True)


def _solve(task: Task, scenario: Scenario) -> PlanView | Failure:
    """Solve into the task's folder, or leave there why that can't be done."""
    expect_folder(task.folder)
    # Before the long work: whatever ends it, no answer to an earlier scenario is left behind.
    forget_failure(task.folder)
    set_aside(task.folder)
    answer = solve_into(task.folder, scenario, task.now)
    if isinstance(answer, Impossible):
        reasons = tuple(f"{part.rule}: {part.sentence}" for part in answer.conflict)
        failure = Failure(PROVEN, reasons)
    elif isinstance(answer, OutOfTime):
        reason = "No plan was found within the limits. Give solver.effort more."
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
