"""The use cases for many plans: compare, sweep, cohort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.app import view
from runtall.compare.comparison import Comparison
from runtall.compare.comparison import compare as compare_views
from runtall.compare.labels import labels
from runtall.domain.view import PlanView
from runtall.exporters import write_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from runtall.solve.outcome import Impossible, OutOfTime


@dataclass(frozen=True, slots=True)
class Unsolved:
    """Which of several scenarios has no plan, and why."""

    name: str
    outcome: Impossible | OutOfTime


def compare(paths: Sequence[Path]) -> Comparison | Unsolved:
    """Compare plans, each of a ``plan.json`` or of a scenario; see `runtall.app.view`.

    Returns
    -------
    Comparison or Unsolved
        The latter for the first scenario that has no plan.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        A file is no good.
    """
    views = {}
    for name, path in zip(labels(paths), paths, strict=True):
        found = view(path)
        if not isinstance(found, PlanView):
            return Unsolved(name, found)
        views[name] = found
    return compare_views(views)


def write_comparison(comparison: Comparison, path: Path) -> tuple[Path, ...]:
    """Write the measures of a comparison as CSV, and beside them the sessions that differ.

    Returns
    -------
    tuple of Path
        ``<name>.csv`` and ``<name>-sessions.csv``.

    Raises
    ------
    CannotWrite
        If they can't be written; nothing was changed.
    """
    # Tables are needed here only, and pandas takes its time to import.
    from runtall.compare.tables import differences_table, measures_table

    tables = {
        path.name: measures_table(comparison),
        f"{path.stem}-sessions{path.suffix}": differences_table(comparison),
    }
    files = {name: table.to_csv(lineterminator="\n").encode() for name, table in tables.items()}
    return write_all(path.parent, files)
