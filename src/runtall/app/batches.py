"""The use cases for many scenarios at once: sweep and cohort."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from runtall.app.batch_task import solve_task
from runtall.app.club import CLUB, expect_club, write_club
from runtall.app.opening import plan
from runtall.batch.athletes import athletes_faults, open_here_only, scenarios_in
from runtall.batch.combinations import combinations, folder_name, how_many
from runtall.batch.executors import Where, here
from runtall.batch.summary import expect_free, write_summary
from runtall.batch.tasks import Row, Task, run_batch
from runtall.documents.source import plain
from runtall.domain.html import table
from runtall.domain.scenario import Change
from runtall.domain.view import PlanView
from runtall.errors import Fault, UserError
from runtall.exporters.export import stamp_time
from runtall.exporters.folder import expect_folder, tidy
from runtall.exporters.renderings import expect_renderings
from runtall.scenario import ScenarioFaults, read_scenario
from runtall.scenario.changes import (
    BadChange,
    change,
    conflicts,
    in_yaml,
    parse_values,
    unknown,
)

__all__ = [
    "CLUB",
    "BadBatch",
    "Batch",
    "Row",
    "Task",
    "cohort",
    "cohort_tasks",
    "executor",
    "run",
    "sweep",
    "sweep_tasks",
    "write_club",
]

# Combinations of one sweep: at a second each they take hours, and a folder holds them all.
MOST = 10_000


# Names of this machine.
HERE = {"localhost", "::1", ""}


class BadBatch(UserError):
    """Many scenarios that can't be asked for so."""


# What is shown of each in a notebook, besides its name.
SHOWN = ("status", "sessions", "sets", "minutes", "relaxations", "reason")


@dataclass(frozen=True, slots=True, repr=False)
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

    @property
    def plans(self) -> dict[str, PlanView]:
        """The plans by the names of their folders, read from there; who has none is left out."""
        names = [row.folder for row in self.rows if row.planned]
        return {name: plan(self.summary.parent / name / "plan.json") for name in names}

    def __repr__(self) -> str:
        planned = sum(row.planned for row in self.rows)
        return f"<batch: {planned} of {len(self.rows)} scenarios have a plan; see {self.summary}>"

    def _repr_html_(self) -> str:
        rows = ([row.folder, *(row.cells[name] for name in SHOWN)] for row in self.rows)
        return table(["scenario", *SHOWN], rows)


def executor(
    jobs: int | None = None,
    scheduler: str | None = None,
    warn: Callable[[str], object] = lambda _: None,
) -> Where:
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
    if jobs is not None and (not isinstance(jobs, int) or jobs < 1):
        raise ValueError(f"jobs: {jobs!r}; allowed: 1 or more, or None")
    # What can start processes takes its time to import, and other use cases do without.
    if scheduler is not None:
        from runtall.batch.cluster import cluster

        return partial(cluster, scheduler, warn)
    from runtall.batch.processes import processes

    return partial(processes, jobs or _cores())


def exposed(scheduler: str) -> str:
    """Return what to know of a scheduler that others may read and use; empty: nothing.

    Whoever reaches one without TLS can run any code on its workers, and read what goes to them.
    """
    kind, _, where = scheduler.rpartition("://")
    host = re.sub(r":\d*$", "", where).strip("[]").lower()
    no_address = not kind and host == where.lower()
    if no_address or kind.lower() in {"tls", "wss", "inproc"} or _is_here(host):
        return ""
    return (
        f"--scheduler {scheduler}: without tls:// whoever reaches that machine can read the"
        " scenarios and run code on its workers; see notebooks/README.md"
    )


def _is_here(host: str) -> bool:
    return host in HERE or host.startswith("127.")


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
    if faults := open_here_only([path]):
        raise BadBatch(*faults)
    parsed = []
    for text in sets:
        try:
            parsed.append(parse_values(text))
        except BadChange as error:
            faults.append(str(error))
    faults += conflicts([key for key, _ in parsed])
    values = dict(parsed)
    if (number := how_many(values)) > MOST:
        faults.append(f"--set: {number} combinations; allowed: {MOST} at most; give fewer values")
    faults += _faults_of(path, [change(key, first) for key, (first, *_) in parsed])
    if faults:
        raise BadBatch(*faults)
    to_do = [
        (path, folder_name(shown), {**shown, "folder": folder_name(shown)}, changes)
        for shown, changes in combinations(values)
    ]
    return _tasks(to_do, folder)


def _faults_of(path: Path, changes: Sequence[Change]) -> list[str]:
    """Return what is wrong with a scenario whatever its keys are set to, or else with the keys."""
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


def cohort_tasks(paths: Sequence[Path], folder: Path, also: Sequence[str] = ()) -> list[Task]:
    """Say what a cohort has to do: a task for each athlete's scenario.

    Parameters
    ----------
    paths
        Scenarios, and folders of scenarios.
    also
        Names of renderings to write beside each plan; ``club.html`` is none of these.

    Raises
    ------
    BadBatch
        Scenarios would have the same folder, or none of their own; or there is no file at all.
    NoRendering
        Nothing is written under such a name.
    """
    own = tuple(name for name in also if name != CLUB)
    expect_renderings(own)
    if CLUB in also:
        expect_club(folder)
    paths, faults = scenarios_in(paths)
    if faults := [*faults, *athletes_faults(paths)]:
        raise BadBatch(*faults)
    return _tasks(
        [(path, path.stem, {"athlete": path.stem, "scenario": str(path)}, ()) for path in paths],
        folder,
        own,
    )


def _tasks(
    to_do: Iterable[tuple[Path, str, dict[str, str], tuple[Change, ...]]],
    folder: Path,
    also: tuple[str, ...] = (),
) -> list[Task]:
    """Make a numbered task of each scenario, with its folder's name, labels and changes."""
    root, now = Path.cwd(), stamp_time()
    return [
        Task(number, labels, path.absolute(), folder.absolute() / name, root, now, changes, also)
        for number, (path, name, labels, changes) in enumerate(to_do)
    ]


def sweep(
    path: Path | str,
    values: Mapping[str, Any],
    folder: Path | str,
    jobs: int | None = None,
    scheduler: str | None = None,
) -> Batch:
    """Solve a scenario with every combination of some values, each into a folder of its own.

    What an earlier run did is not done again.

    Parameters
    ----------
    path
        The scenario's file.
    values
        The values that each key takes, keys dotted: ``{"strength.minutes": [20, 30]}``.
    folder
        Where folders and the table ``sweep.csv`` go.
    jobs, scheduler
        See `executor`; one job is done in this process.

    Raises
    ------
    BadBatch
        With everything that is wrong with the values and with the scenario itself.
    CannotWrite, NoCluster, NoProcess
        See `run`.
    """
    sets = [
        f"{key}={','.join(in_yaml(plain(value)) for value in _listed(of))}"
        for key, of in values.items()
    ]
    if not isinstance(path, str | os.PathLike):
        kind = type(path).__name__
        raise TypeError(
            f"path: {kind}; allowed: the name of a scenario's file, as each is read anew"
        )
    tasks = sweep_tasks(Path(path), sets, Path(folder))
    return run(tasks, Path(folder, "sweep.csv"), _where(jobs, scheduler))


def cohort(
    paths: Iterable[Path | str] | Path | str,
    folder: Path | str,
    jobs: int | None = None,
    scheduler: str | None = None,
) -> Batch:
    """Solve the scenarios of many athletes, each into a folder of its own.

    What an earlier run did is not done again.

    Parameters
    ----------
    paths
        A scenario's file for each athlete.
    folder
        Where folders and the table ``cohort.csv`` go.
    jobs, scheduler
        See `executor`; one job is done in this process.

    Raises
    ------
    BadBatch
        Scenarios would have the same folder, or none of their own; or there is no file at all.
    CannotWrite, NoCluster, NoProcess
        See `run`.
    """
    tasks = cohort_tasks([Path(path) for path in _listed(paths)], Path(folder))
    return run(tasks, Path(folder, "cohort.csv"), _where(jobs, scheduler))


def _listed(given: Any) -> Iterable[Any]:
    """Return many things as they are, and a single one as the only one."""
    return given if isinstance(given, Iterable) and not isinstance(given, str) else [given]


def _where(jobs: int | None, scheduler: str | None) -> Where:
    return here if jobs == 1 and scheduler is None else executor(jobs, scheduler)


def run(
    tasks: Sequence[Task],
    summary: Path,
    where: Where,
    report: Callable[[Row], object] = lambda _: None,
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
    expect_free(summary, tasks)
    tidy(summary.parent, [summary.name])
    save = partial(write_summary, summary)
    return Batch(tuple(run_batch(tasks, solve_task, where, save, report)), summary)
