"""One made-up plan, written down in the shape of every format that is read.

The shapes are those of the services; the plan and its words are our own.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

RACE = date(2027, 4, 25)
WEEKS = 10
FIRST = RACE - timedelta(days=7 * WEEKS - 1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPEED = (
    "6 x 800 m",
    "Tempo 40 min",
    "3 x hill",
    "12 km with 6 km at marathon pace",
    "Fartlek 50 min",
)
LONG_KM = (16, 18, 20, 15, None, 24, 27, 30, 18, None)
SUMMER_SATURDAYS = ("Cross-train 45 min", "Strength: hips and core", "Bike 60 min")


@dataclass(frozen=True)
class Planned:
    """A day: its words, what they mean, its metres, and what a service would call it."""

    title: str
    kinds: tuple[str, ...]
    metres: int | None = None
    service: str = "Run"
    minutes: int | None = None


def _week(number: int) -> Iterator[Planned]:
    speed = SPEED[number % len(SPEED)]
    long_km = LONG_KM[number]
    yield Planned("Rest", ("rest",), service="Day Off")
    yield Planned(
        speed,
        ("workout",),
        12_000 if speed.startswith("12") else None,
        minutes={"T": 40, "F": 50}.get(speed[0]),
    )
    yield Planned("8 km easy", ("easy",), 8_000)
    if number == 3:
        yield Planned("AM: 8 km easy / PM: 5 km recovery*", ("easy", "recovery?"))
    else:
        yield Planned("10 km with 6 x 100 m strides", ("easy",), 10_000)
    yield Planned("Rest or 5 km run", ("easy?",), 5_000)
    if number == WEEKS - 1:
        yield Planned("Shakeout 3 km", ("easy",), 3_000)
        yield Planned("Marathon (42.2 km)", ("race",), 42_200, "Race")
        return
    kind, service = (("cross", "Crosstrain"), ("strength", "Strength"), ("cross", "Bike"))[
        number % 3
    ]
    minutes = (45, None, 60)[number % 3]
    yield Planned(SUMMER_SATURDAYS[number % 3], (kind,), None, service, minutes)
    if long_km is None:
        yield Planned("Half marathon (21.1 km)", ("tuneup",), 21_100, "Race")
    else:
        yield Planned(f"{long_km} km", ("long",), 1000 * long_km)


PLAN = tuple((FIRST + timedelta(days=7 * week + day), one)
             for week in range(WEEKS) for day, one in enumerate(_week(week)))  # fmt: skip


def expected(*, doubles: bool = True) -> dict[date, list[tuple[str, bool, int | None]]]:
    """Kind, optional and metres of every run, by day; rest days are absent."""
    days: dict[date, list[tuple[str, bool, int | None]]] = {}
    for day, one in PLAN:
        if len(one.kinds) == 2 and doubles:
            days[day] = [("easy", False, 8_000), ("recovery", True, 5_000)]
        elif one.kinds[0] not in {"rest", "strength"}:
            kind = one.kinds[0]
            days[day] = [(kind.rstrip("?"), kind.endswith("?"), one.metres)]
    return days


OCCUPIED = [day for day, one in PLAN if one.kinds == ("strength",)]


# --- tables ----------------------------------------------------------------------------------


def _table(rows: list[list[object]], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def long_csv() -> str:
    rows: list[list[object]] = [["date", "title", "distance_km", "duration_min"]]
    for day, one in PLAN:
        rows.append([day, one.title, one.metres / 1000 if one.metres else "", one.minutes or ""])
    return _table(rows)


def training_peaks_csv() -> str:
    header = ["Title", "WorkoutType", "WorkoutDescription", "PlannedDuration",
              "PlannedDistanceInMeters", "WorkoutDay", "CoachComments", "TSS"]  # fmt: skip
    rows: list[list[object]] = [list(header)]
    for day, one in PLAN:
        hours = round(one.minutes / 60, 4) if one.minutes else ""
        service = "Run" if one.service == "Race" else one.service
        metres = float(one.metres) if one.metres else ""
        rows.append([one.title, service, "", hours, metres, day, "", 50])
    rows.append(["Book the hotel", "Custom", "", "", "", FIRST, "", ""])
    return _table(rows)


def wide_csv() -> str:
    rows: list[list[object]] = [["Week", "Distance", *WEEKDAYS]]
    for week in range(WEEKS):
        cells = [f"{day}: {one.title}" for day, one in PLAN[7 * week : 7 * week + 7]]
        rows.append([week + 1, "50 km", *cells])
    return _table(rows)


def undated_wide_csv() -> str:
    rows: list[list[object]] = [["Week", *(name[:3] for name in WEEKDAYS)]]
    for week in range(WEEKS):
        rows.append([week + 1, *(one.title for _, one in PLAN[7 * week : 7 * week + 7])])
    return _table(rows, ";")


# --- calendars -------------------------------------------------------------------------------


def _calendar(events: list[list[str]], maker: str = "") -> str:
    head = ["BEGIN:VCALENDAR", *([f"PRODID:{maker}", "VERSION:2.0"] if maker else [])]
    body = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    return "\r\n".join([*head, *body, "END:VCALENDAR", ""])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _all_day(day: date, days: int = 1) -> list[str]:
    return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=days):%Y%m%d}"]  # fmt: skip


def calendar_hack_ics() -> str:
    events = []
    for number, (day, one) in enumerate(PLAN):
        words = _escaped(one.title)
        events.append([f"UID:{number}abcdef", f"SUMMARY:{words}", "DTSTAMP:20260101T000000Z",
                       *_all_day(day), f"DESCRIPTION:{words}"])  # fmt: skip
        if number % 7 == 0:
            summary = f"Training Week {number // 7 + 1} Distance: 50 km"
            events.append([f"UID:w{number}", f"SUMMARY:{summary}", *_all_day(day, 7)])
    return _calendar(events, "adamgibbons/ics")


def training_peaks_ics() -> str:
    events = []
    for number, (day, one) in enumerate(PLAN):
        if one.service == "Race":
            events.append([f"UID:{number}", f"SUMMARY:{one.title}", *_all_day(day)])
            continue
        title = one.title.removeprefix("Strength: ")
        lines = [f"Workout type: {one.service}", "Have fun", ""]
        if one.minutes:
            lines.append(f"Planned Time: {one.minutes // 60}:{one.minutes % 60:02}")
        if one.metres:
            lines.append(f"Distance Planned: {one.metres} m")
        events.append([f"UID:{number}", f"SUMMARY:{one.service}: {_escaped(title)}",
                       f"DESCRIPTION:{_escaped(chr(10).join(lines))}", *_all_day(day)])  # fmt: skip
    return _calendar(events, "-//ical.net//NONSGML ical.net 4.0//EN")


RUNNA = {"easy": "EASY_RUN", "easy?": "EASY_RUN", "recovery": "WALK", "workout": "INTERVALS",
         "long": "LONG_RUN", "race": "RACE", "tuneup": "RACE",
         "strength": "LEGS_AND_CORE"}  # fmt: skip


def runna_ics() -> str:
    events = []
    for number, (day, one) in enumerate(PLAN):
        if one.kinds == ("rest",):
            continue
        token = RUNNA.get(one.kinds[0], "OTHER") if len(one.kinds) == 1 else "OTHER"
        far = f" • {one.metres / 1000:g}km" if one.metres else ""
        event = [f"UID:UPCOMING_PLAN_WORKOUT-1-2_plan_week_{number // 7}_{token}_0",
                 "DTSTAMP:20260101", f"DTSTART:{day:%Y%m%d}",
                 f"SUMMARY:🏃 {_escaped(one.title)}{far}",
                 f"DESCRIPTION:{_escaped(one.title)}{far}\\n\\nhttps://example.org"]  # fmt: skip
        if one.minutes:
            event.append(f"X-WORKOUT-ESTIMATED-DURATION:{60 * one.minutes}")
        events.append(event)
    return _calendar(events, "-//Runna//EN")


def final_surge_ics() -> str:
    events = []
    for number, (day, one) in enumerate(PLAN):
        prefix = "" if one.service in {"Race", "Strength"} else f"{one.service}: "
        events.append([f"UID:{number}", f"SUMMARY:{prefix}{_escaped(one.title)}",
                       *_all_day(day)])  # fmt: skip
    return _calendar(events, "-//Final Surge//EN")


def garmin_ics() -> str:
    return _calendar(
        [[f"UID:{number}", f"SUMMARY:{_escaped(one.title)}", *_all_day(day)]
         for number, (day, one) in enumerate(PLAN) if one.kinds != ("rest",)],
        "-//Garmin Connect//EN",
    )  # fmt: skip


def table_cells_ics() -> str:
    """As a script makes of a table: no maker, no UID, no end."""
    return _calendar([[f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"SUMMARY:{_escaped(one.title)}",
                       "DTSTAMP:20260101T000000"] for day, one in PLAN])  # fmt: skip


# --- plan files ------------------------------------------------------------------------------


def _marked(title: str) -> str:
    """The title with its kilometres in curly brackets, as such plans have them."""
    words = []
    for word in title.replace(" km", "_km").split(" "):
        number, unit, tail = word.partition("_km")
        bracket, digits = ("(", number[1:]) if number.startswith("(") else ("", number)
        words.append(f"{bracket}{{{digits}:{float(digits) / 1.6:.1f}}}{tail}" if unit else word)
    return " ".join(words)


def plan_json() -> str:
    weeks = []
    for week in range(WEEKS):
        workouts = []
        for _, one in PLAN[7 * week : 7 * week + 7]:
            workout: dict[str, object] = {"title": _marked(one.title)}
            if one.metres:
                workout["distance"] = one.metres / 1000
            workouts.append(workout)
        weeks.append({"workouts": workouts})
    return json.dumps({"id": "made_up", "name": "Made up", "units": "km", "type": "Marathon",
                       "schedule": weeks}, indent="\t")  # fmt: skip


def plan_yaml() -> str:
    lines = ["id: made_up", "name: Made up", "units: km", "type: Marathon", "schedule:"]
    for week in range(WEEKS):
        lines += ["  - description: A week", "    workouts:"]
        for _, one in PLAN[7 * week : 7 * week + 7]:
            lines.append(f"      - title: {json.dumps(_marked(one.title))}")
            if one.metres:
                lines.append(
                    f"        distance: [{one.metres / 1000 - 0.1:g}, {one.metres / 1000:g}]"
                )
    return "\n".join(lines) + "\n"


FILES: dict[str, Callable[[], str]] = {
    "ours.csv": long_csv,
    "workouts.csv": training_peaks_csv,
    "weeks.csv": wide_csv,
    "undated.csv": undated_wide_csv,
    "hack.ics": calendar_hack_ics,
    "peaks.ics": training_peaks_ics,
    "runna.ics": runna_ics,
    "surge.ics": final_surge_ics,
    "garmin.ics": garmin_ics,
    "cells.ics": table_cells_ics,
    "plan.yaml": plan_yaml,
    "plan.json": plan_json,
}
