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
        (day, run.kind.value, run.title, _km(run.distance_m), run.minutes, run.at, run.optional)
        for day, run in runs
    ]
    rows += [(day, "strength", title, "", None, None, False) for day, title in own]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for day, kind, title, km, minutes, at, optional in sorted(rows, key=lambda row: row[0]):
        writer.writerow(
            [
                day,
                kind,
                guarded(title),
                km,
                "" if minutes is None else minutes,
                f"{at:%H:%M}" if at else "",
                "yes" if optional else "",
            ]
        )
    return text.getvalue()


def _km(metres: int | None) -> str:
    return "" if metres is None else f"{metres / 1000:g}"
