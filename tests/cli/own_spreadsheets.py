"""Spreadsheets of sixteen weeks as five runners keep theirs, made up, each in its own layout."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from tests.importers.workbooks import Cell, ods, xlsx

WEEKS = 16
TODAY = date.today()
# Of a race so far away that no week has begun.
RACE = TODAY + timedelta(days=7 * (WEEKS + 3) + 6 - TODAY.weekday())
FIRST = RACE - timedelta(days=7 * WEEKS - 1)
Rows = list[list[Cell]]


def _long(week: int) -> int:
    """Kilometres of a week's long run."""
    return {WEEKS: 42, WEEKS - 1: 16, WEEKS - 2: 22}.get(week, 18 + week - 4 * (week % 4 == 0))


def _day(week: int, weekday: int) -> date:
    return FIRST + timedelta(days=7 * (week - 1) + weekday)


def _text(rows: Rows, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def coach() -> bytes:
    """A coach's sheet: lines above, a total for each week, a legend below, a sheet of paces."""
    rows: Rows = [
        ["Spring marathon - training plan", None, None, None],
        ["Athlete: made up", None, "Coach: made up", None],
        [],
        ["Week", "Week of", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Total"],
    ]
    for week in range(1, WEEKS + 1):
        last = "RACE!" if week == WEEKS else f"LR {_long(week)}"
        days = ["-", f"{5 + week % 3} x 1000 @ T", "E 8", "E 10 + strides", "-", "E 6", last]
        rows.append([week, _day(week, 0), *days, 24 + _long(week)])
        if week % 4 == 0:
            rows.append([None, "Recovery week: sleep!", *[None] * 8])
    rows += [[], ["Total", None, *[None] * 7, 800], ["E = easy", "LR = long run", "T = threshold"]]
    return xlsx({"Plan": rows, "Paces": [["Pace", "min/km"], ["Easy", "6:00"], ["T", "4:50"]]})


def american() -> bytes:
    """A row a day: month first, miles."""
    rows: Rows = [["Date", "Day", "Workout", "Miles", "Notes"]]
    titles = ["Rest", "Speedwork: 8 x 400", "Easy", "Tempo", "Rest", "Easy", "Long run"]
    for week in range(1, WEEKS + 1):
        for weekday, title in enumerate(titles):
            day = _day(week, weekday)
            miles = "" if title == "Rest" else 5 if weekday < 6 else round(_long(week) / 1.6)
            race = "Race day" if day == RACE else title
            rows.append([f"{day.month}/{day.day}/{day.year}", f"{day:%a}", race, miles, ""])
    return _text(rows)


def german() -> bytes:
    """Weeks below each other, in German, semicolons and no dates but the race's."""
    rows: Rows = [["Woche ab", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So", "km gesamt"]]
    for week in range(1, WEEKS + 1):
        last = "Marathon" if week == WEEKS else f"Langer Lauf {_long(week)} km"
        days: list[Cell] = ["Ruhetag", "Intervalle 6 x 800 m", "8 km locker", "TDL 6 km", "frei"]
        rows.append([f"{_day(week, 0):%d.%m.%Y}", *days, "5 km Reko", last, 40])
    return _text(rows, ";")


def two_sheets() -> bytes:
    """A workbook whose first sheet is no plan."""
    notes: Rows = [["Shoes", "km"], ["blue", 300], ["red", 120]]
    rows: Rows = [["Date", "Type", "Distance (km)", "Description"]]
    types = ["Easy", "Intervals", "Easy", "Tempo", "Rest", "Recovery", "Long"]
    for week in range(1, WEEKS + 1):
        for weekday, type_ in enumerate(types):
            day = _day(week, weekday)
            far = None if type_ == "Rest" else _long(week) if weekday == 6 else 8
            rows.append([day, "Race" if day == RACE else type_, far, None])
    return ods({"Shoes": notes, "Training": rows})


def google() -> bytes:
    """A calendar of Google as a table: events with times, among them none of running."""
    header: Rows = [
        ["Subject", "Start Date", "Start Time", "End Date", "End Time", "All Day Event"]
    ]
    rows = header
    titles = {1: "Track intervals", 3: "Easy run 8k", 5: "Easy run 5k", 6: "Long run"}
    for week in range(1, WEEKS + 1):
        for weekday, title in titles.items():
            day = _day(week, weekday)
            name = "Marathon" if day == RACE else title
            rows.append([name, f"{day:%m/%d/%Y}", "6:30 AM", f"{day:%m/%d/%Y}", "7:30 AM", "False"])
    rows.append(["Dentist", f"{_day(2, 2):%m/%d/%Y}", "2:00 PM", f"{_day(2, 2):%m/%d/%Y}",
                 "3:00 PM", "False"])  # fmt: skip
    return _text(rows)


SPREADSHEETS: Mapping[str, Callable[[], bytes]] = {
    "coach.xlsx": coach,
    "american.csv": american,
    "german.csv": german,
    "two-sheets.ods": two_sheets,
    "google.csv": google,
}
