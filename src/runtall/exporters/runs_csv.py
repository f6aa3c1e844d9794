"""A run plan as the table that ``runs.file`` reads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from runtall.domain.run_plan import Run
from runtall.exporters.plan_csv import csv_text

COLUMNS = ("date", "kind", "title", "km", "min", "at", "optional")


def to_runs_csv(runs: Iterable[tuple[date, Run]], own: Iterable[tuple[date, str]]) -> str:
    """Write a row for each run, and for each day of strength work in the run plan.

    Parameters
    ----------
    runs, own
        Runs and titles of strength work with their days.
    """
    rows = [_cells(day, run) for day, run in runs]
    rows += [(day, "strength", title, *[""] * 4) for day, title in own]
    rows.sort(key=lambda row: row[0])
    return csv_text(COLUMNS, rows)


def _cells(day: date, run: Run) -> tuple[Any, ...]:
    km = "" if run.distance_m is None else f"{run.distance_m / 1000:g}"
    at = f"{run.at:%H:%M}" if run.at else ""
    return day, run.kind.value, run.title, km, run.minutes, at, "yes" if run.optional else ""
