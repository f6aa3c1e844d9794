"""Many scenarios, a plan for each: what is to be done, and what came of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.compare.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from runtall.compare.executor import Executor
    from runtall.compare.measures import Value
    from runtall.scenario.changes import Change

SAVE_EVERY_S = 10.0
"""Seconds between two writings of the summary while the work goes on, at least."""
SAVE_SHARE = 0.05
"""Share of the time that writing it may take, at most: it grows with the number of rows."""


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario to be solved into a folder of its own.

    Parameters
    ----------
    place
        Its place among all, from 0.
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
    """

    place: int
    labels: Mapping[str, str]
    scenario: Path
    folder: Path
    root: Path
    now: datetime
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one task: small, as it travels between processes.

    Parameters
    ----------
    status
        OPTIMAL or FEASIBLE with a plan; without one INFEASIBLE, UNKNOWN (time was up), INVALID
        (the scenario is no good), UNWRITTEN (its folder can't be used), DEFECT (ours) or LOST
        (the worker died of it).
    reasons
        Why there is no plan, each a sentence.
    warnings
        What the athlete should know of the scenario.
    measures
        Of the plan; None without one.
    solved
        Whether the solver was at work; False where an earlier run had done it.
    """

    place: int
    labels: Mapping[str, str]
    status: str
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    measures: Mapping[str, Value] | None = None
    solved: bool = False

    @property
    def planned(self) -> bool:
        """Whether there is a plan."""
        return self.measures is not None

    @property
    def cells(self) -> dict[str, Value]:
        """The row of the summary: labels, status, reason, warnings, and every measure."""
        names = [measure.name for measure in MEASURES if measure.name != "status"]
        found = self.measures or {}
        return {
            **self.labels,
            "status": self.status,
            "reason": " ".join(self.reasons),
            "warnings": "; ".join(self.warnings),
            **{name: found.get(name) for name in names},
        }


def run_batch(
    tasks: Sequence[Task],
    work: Callable[[Task], Row],
    executor: Executor,
    save: Callable[[Sequence[Row]], object],
    report: Callable[[Row], object],
) -> list[Row]:
    """Do every task, wherever the executor does them.

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
    rows = _Rows(save)
    try:
        for row in executor.map_unordered(work, tasks, lost, rows.save_now_and_then):
            rows.add(row)
            report(row)
            rows.save_now_and_then()
    finally:
        rows.save()
    return rows.in_order()


def lost(task: Task) -> Row:
    """The row of a task that no worker survives."""
    return Row(task.place, task.labels, "LOST", ("The process that solved it died every time.",))


class _Rows:
    """What came so far, and whether it is saved."""

    def __init__(self, save: Callable[[Sequence[Row]], object]) -> None:
        self._save = save
        self._rows: dict[int, Row] = {}
        self._unsaved = False
        self._saved_at = time.monotonic()
        self._pause = SAVE_EVERY_S

    def add(self, row: Row) -> None:
        self._rows[row.place] = row
        self._unsaved = True

    def in_order(self) -> list[Row]:
        return [self._rows[place] for place in sorted(self._rows)]

    def save_now_and_then(self) -> None:
        if time.monotonic() - self._saved_at > self._pause:
            self.save()

    def save(self) -> None:
        """Save all, unless nothing is new."""
        if self._unsaved:
            begun_at = time.monotonic()
            self._save(self.in_order())
            self._unsaved = False
            self._saved_at = time.monotonic()
            self._pause = max(SAVE_EVERY_S, (self._saved_at - begun_at) / SAVE_SHARE)
