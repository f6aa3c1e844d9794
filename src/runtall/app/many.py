"""The use case of comparing plans."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from runtall.app.opening import open_file, remarks
from runtall.app.solving import solve_view
from runtall.compare.comparison import Comparison
from runtall.compare.comparison import compare as compare_views
from runtall.compare.earlier import expect_earlier
from runtall.compare.labels import labels
from runtall.compare.measures import COLUMNS
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.errors import Fault, UserError
from runtall.exporters.files import write_all
from runtall.exporters.folder import expect_folder
from runtall.exporters.plan_csv import guarded
from runtall.exporters.unreadable import UnreadablePlan
from runtall.scenario.faults import ScenarioFaults

if TYPE_CHECKING:
    from runtall.solve.outcome import Impossible, OutOfTime

# Columns that tell the two tables of a comparison from others.
HEADERS = (COLUMNS, ("scenario", "session_id", "changes"))


class Unsolved(NamedTuple):
    """Which of several scenarios has no plan, and why."""

    name: str
    outcome: Impossible | OutOfTime


def compare(
    paths: Sequence[Path], csv: Path | None = None, warn: Callable[[str], None] = lambda _: None
) -> Comparison | Unsolved:
    """Compare plans, each of a ``plan.json`` or of a scenario; see `runtall.app.plan`.

    Parameters
    ----------
    csv
        Where the tables will go; see `write_comparison`.
    warn
        Called before anything is solved with each warning of a scenario, and with what a
        ``plan.json`` says that doesn't follow from its decisions: such a plan is compared all the
        same, by these and by what they cost.

    Returns
    -------
    Comparison or Unsolved
        The latter for the first scenario that has no plan.

    Raises
    ------
    UserError
        Files are no good; with the faults of all of them.
    CannotWrite
        What lies at `csv` is not ours to replace.
    """
    # All that would stop the comparison stops it before the long work.
    opened = _open_all(paths)
    if csv is not None:
        expect_folder(csv.parent)
        for file, columns in zip(_files(csv), HEADERS, strict=True):
            expect_earlier(file, columns, "runtall compare", "another file with --csv")
    for path, found in zip(paths, opened, strict=True):
        for remark in remarks(found, path):
            warn(f"{path}: {remark}")
    views = {}
    for name, found in zip(labels(paths), opened, strict=True):
        seen = solve_view(found) if isinstance(found, Scenario) else found
        if not isinstance(seen, PlanView):
            return Unsolved(name, seen)
        views[name] = seen
    return compare_views(views)


def _open_all(paths: Sequence[Path]) -> list[Scenario | PlanView]:
    opened: list[Scenario | PlanView] = []
    faults: list[Fault | str] = []
    for path in paths:
        try:
            opened.append(open_file(path))
        except (ScenarioFaults, UnreadablePlan) as error:
            faults += error.faults
    if faults:
        raise UserError(*faults)
    return opened


def write_comparison(comparison: Comparison, path: Path) -> tuple[Path, ...]:
    """Write the measures of a comparison as CSV, and beside them the sessions that differ.

    No name of a plan is taken for a formula by a spreadsheet.

    Returns
    -------
    tuple of Path
        ``<name>.csv`` and ``<name>-sessions.csv``.

    Raises
    ------
    CannotWrite
        If they can't be written; nothing was changed.
    """
    tables = (
        comparison.table().rename(columns=guarded),
        comparison.sessions().rename(index=guarded, level="scenario"),
    )
    files = {
        file.name: table.to_csv(lineterminator="\n").encode()
        for file, table in zip(_files(path), tables, strict=True)
    }
    return write_all(path.parent, files)


def _files(path: Path) -> tuple[Path, Path]:
    """Return where the measures and the sessions of a comparison go."""
    return path, path.parent / f"{path.stem}-sessions{path.suffix}"
