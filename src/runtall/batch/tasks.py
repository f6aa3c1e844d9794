"""Many scenarios, a plan for each: what is to be done, and what came of it."""

from __future__ import annotations

import time
from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from runtall.batch.executors import Where, unordered
from runtall.compare.measures import MEASURES, Value
from runtall.domain.scenario import Change

# Seconds between two writings of the summary while the work goes on, at least.
SAVE_EVERY_S = 10.0


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario to be solved into a folder of its own.

    Parameters
    ----------
    number
        Among all, from 0.
    labels
        What the summary says of it besides the result, by column.
    scenario, folder
        Absolute, so that every worker finds them.
    root
        The folder that the scenario's name starts from: faults leave it out.
    now
        Time of fresh stamps in calendars, the same for all.
    changes
        Values that are set in place of the scenario's own.
    also
        Names of renderings to write beside the plan.
    """

    number: int
    labels: Mapping[str, str]
    scenario: Path
    folder: Path
    root: Path
    now: datetime
    changes: tuple[Change, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one task: small, as it travels between processes.

    Parameters
    ----------
    status
        OPTIMAL or FEASIBLE with a plan; without one INFEASIBLE, UNKNOWN (a limit was reached),
        INVALID (the scenario is no good), UNWRITTEN (its folder can't be used), DEFECT (ours) or
        LOST (the worker died of it).
    reasons
        Why there is no plan, each a sentence.
    warnings
        What the athlete should know of the scenario.
    measures
        Of the plan; None without one.
    solved
        Whether the solver was at work; False where an earlier run had done it.
    """

    number: int
    labels: Mapping[str, str]
    status: str
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    measures: Mapping[str, Value] | None = None
    solved: bool = False

    @property
    def folder(self) -> str:
        """Name of its folder beside the summary."""
        return self.labels.get("folder") or self.labels["athlete"]

    @property
    def planned(self) -> bool:
        """Whether there is a plan."""
        return self.measures is not None

    @property
    def cells(self) -> dict[str, Value]:
        """The row of the summary: labels, status, reason, warnings, and every measure."""
        found = self.measures or {}
        return {
            **self.labels,
            "status": self.status,
            "reason": " ".join(self.reasons),
            "warnings": "; ".join(self.warnings),
            **{m.name: found.get(m.name) for m in MEASURES if m.name != "status"},
        }


def run_batch(
    tasks: Sequence[Task],
    work: Callable[[Task], Row],
    where: Where,
    save: Callable[[Sequence[Row]], object],
    report: Callable[[Row], object],
) -> list[Row]:
    """Do every task, wherever that is.

    Parameters
    ----------
    work
        Does one task; a function of a module, as other processes must find it.
    save
        Called with all rows so far, in the order of the tasks, every few seconds, also while
        nothing comes, and at the end, whatever that is: Ctrl-C, or a cluster that goes away.
    report
        Called with each row as it comes.

    Returns
    -------
    list of Row
        In the order of the tasks.
    """
    rows: list[Row] = []
    saved, saved_at = 0, time.monotonic()
    try:
        for row in unordered(where, work, tasks, _lost):
            if row is not None:
                insort(rows, row, key=attrgetter("number"))
                report(row)
            if len(rows) > saved and time.monotonic() - saved_at > SAVE_EVERY_S:
                save(rows)
                saved, saved_at = len(rows), time.monotonic()
    finally:
        if len(rows) > saved:
            save(rows)
    return rows


def _lost(task: Task) -> Row:
    """Return the row of a task that no worker survives."""
    return Row(task.number, task.labels, "LOST", ("The process that solved it died every time.",))
