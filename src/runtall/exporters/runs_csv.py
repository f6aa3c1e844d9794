"""A run plan as the table that ``runs.file`` reads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from runtall.domain.run_plan import Run
from runtall.exporters.plan_csv import guarded

COLUMNS = ("date", "kind", "title", "km", "min", "at", "optional")


def to_runs_csv(runs: Iterable[tuple[date, Run]], own: Iterable[tuple[date, str]]) -> str:
    """Write a row for each run, and for each day of strength work in the run plan.

    Parameters
    ----------
    runs, own
        Runs and titles of strength work with their days.
    """
    rows = [
        (day, run.kind.value, guarded(run.title), _km(run), run.minutes, run.at, run.optional)
        for day, run in runs
    ]
    rows += [(day, "strength", guarded(title), "", None, None, False) for day, title in own]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for *cells, at, optional in sorted(rows, key=lambda row: row[0]):
        writer.writerow([*cells, f"{at:%H:%M}" if at else "", "yes" if optional else ""])
    return text.getvalue()


def _km(run: Run) -> str:
    return "" if run.distance_m is None else f"{run.distance_m / 1000:g}"
