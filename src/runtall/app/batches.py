"""The use cases for many scenarios at once: sweep and cohort."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from runtall.app.batch_task import solve_task
from runtall.app.executor import executor
from runtall.app.opening import plan
from runtall.app.task_lists import cohort_tasks, sweep_tasks
from runtall.batch.executors import Where, here
from runtall.batch.summary import expect_free, write_summary
from runtall.batch.tasks import Row as Row
from runtall.batch.tasks import Task as Task
from runtall.batch.tasks import run_batch
from runtall.documents.source import plain
from runtall.domain.html import table
from runtall.domain.view import PlanView
from runtall.exporters.folder import expect_folder, tidy
from runtall.scenario.changes import in_yaml

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
