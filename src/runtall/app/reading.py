"""The use case of a run plan: how each day of a file is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from runtall.app.run_plans import expect_run_plan
from runtall.exporters.files import write_all
from runtall.exporters.runs_csv import to_runs_csv
from runtall.importers import load_runs
from runtall.importers.plan.summary import summarise

if TYPE_CHECKING:
    from runtall.importers import RunFile
    from runtall.importers.plan.summary import Summary


class ReadRuns(NamedTuple):
    """A run plan file as it was read, and what it comes to."""

    file: RunFile
    summary: Summary


def runs(
    path: Path | str,
    *,
    race_date: date | None = None,
    form: str = "auto",
    timezone: str | None = None,
    week_starts: str = "mon",
    csv: Path | str | None = None,
    date_order: str = "",
) -> ReadRuns:
    """Read a run plan file and say what each of its days was taken for.

    Parameters
    ----------
    race_date
        The day of the race; left out: the file's own race, else its last day.
    csv
        Where the run plan is written to as a table, to be corrected by hand.
    date_order
        Of day, month and year: ``dmy``, ``mdy`` or ``ymd``; empty: the file has to tell.

    Raises
    ------
    FileFaults
        It is a plan that runtall wrote.
    RunPlanFaults
        With every fault of the file and its place.
    CannotWrite
        The table could not be written.
    """
    expect_run_plan(Path(path))
    file = load_runs(
        Path(path),
        race_date=race_date,
        timezone=timezone,
        week_starts=week_starts,
        form=form,
        date_order=date_order,
    )
    if csv is not None:
        table = to_runs_csv(
            ((dated.date, dated.run) for dated in file.runs),
            ((day.date, day.title) for day in file.occupied),
        )
        write_all(Path(csv).parent, {Path(csv).name: table.encode()})
    return ReadRuns(file, summarise(file, race_date, week_starts))
