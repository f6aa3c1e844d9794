"""Races of usual weeks, and the race: which of them a plan is for; all are made up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import CODES

RACE = date(2027, 4, 25)


def read(path: Path, text: str, race: date | None = RACE) -> dict[str, str]:
    """Return the kind of each day that has a race or a long run, by month and day."""
    file = path / "plan"
    file.write_text(text)
    runs = load_runs(file, race_date=race).runs
    kinds = {f"{one.date:%m-%d}": str(one.run.kind) for one in runs}
    return {day: kind for day, kind in kinds.items() if kind in {"race", "tuneup", "long"}}


def table(label: str, *weeks: str) -> str:
    return "\n".join([f"{label},Mon,Tue,Sat,Sun", *weeks])


def lines(*weeks: Sequence[str]) -> str:
    return "\n".join("\n".join(week) for week in weeks)


USUAL = {"04-10": "tuneup", "04-11": "long", "04-17": "tuneup", "04-18": "long"}
WEEK = ("Tue 6 easy", "Sat parkrun", "Sun 16 long")
GERMAN = ("Di 6 locker", "Sa parkrun", "So 16 lang")
PLANS = {
    "none to go, with a race that is no marathon": (
        table("Weeks to go", "2,rest,easy 5,parkrun,long 20", "1,rest,easy 6,parkrun,long 16",
              "0,rest,easy 3,rest,half marathon"),
        USUAL | {"04-25": "race"},
    ),
    "none to go, with a race by a name of its own": (
        table("Weeks to go", "2,rest,easy 5,parkrun,long 20", "1,rest,easy 6,parkrun,long 16",
              "0,rest,easy 3,rest,The Big One"),
        USUAL | {"04-25": "race"},
    ),
    "the week of the race is missing": (
        table("Weeks to go", "2,rest,easy 5,parkrun,long 20", "1,rest,easy 6,parkrun,long 16"),
        USUAL,
    ),
    "only the first part": (
        lines(("8 weeks to go", *WEEK), ("7 weeks to go", *WEEK), ("6 weeks to go", *WEEK)),
        {"02-27": "tuneup", "02-28": "long", "03-06": "tuneup", "03-07": "long",
         "03-13": "tuneup", "03-14": "long"},
    ),
    "a race on the way in the first part": (
        table("Weeks to go", "3,rest,easy 5,parkrun,half marathon", "2,rest,6,parkrun,long 20"),
        {"04-03": "tuneup", "04-04": "tuneup", "04-10": "tuneup", "04-11": "long"},
    ),
    "in German": (
        lines(("Noch 2 Wochen", *GERMAN), ("Noch 1 Woche", *GERMAN),
              ("Rennwoche", "Di 4 locker", "So Halbmarathon")),
        USUAL | {"04-25": "race"},
    ),
    "in weeks with numbers, before and after a race": (
        table("Week", "1,rest,easy 5,parkrun,long 20", "2,rest,easy 5,parkrun,long 16",
              "3,rest,easy 3,rest,half marathon", "4,rest,rest,parkrun,5 easy"),
        USUAL | {"04-25": "race", "05-01": "tuneup"},
    ),
    "in weeks with numbers and no other race": (
        lines(("Week 1", *WEEK), ("Week 2", *WEEK), ("Week 3", "Tue 6 easy", "Sat parkrun",
                                                     "Sun 26 miles in the city")),
        USUAL | {"04-24": "tuneup", "04-25": "race"},
    ),
    "the only race, at the end": (
        table("Week", "1,rest,easy 3,easy 3,rest", "2,rest,easy 3,parkrun,rest"),
        {"04-25": "race"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("plan", PLANS)
def test_plans_without_dates(tmp_path: Path, plan: str) -> None:
    text, expected = PLANS[plan]
    assert read(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        # A marathon with a parkrun behind it, and parkruns only.
        ("04-25,Marathon\n2027-05-01,parkrun\n", {"04-25": "race", "05-01": "tuneup"}),
        ("04-24,parkrun\n2027-04-25,long 22 km\n", {"04-24": "tuneup", "04-25": "long"}),
        ("04-25,Park run\n", {"04-25": "race"}),
    ],
)
def test_plans_with_dates(tmp_path: Path, last: str, expected: dict[str, str]) -> None:
    rows = "date,title\n2027-04-10,parkrun\n2027-04-11,long 20 km\n2027-04-17,parkrun\n"
    rows += f"2027-04-18,long 16 km\n2027-{last}"
    assert read(tmp_path, rows, None) == USUAL | expected


@pytest.mark.parametrize(
    ("code", "kind", "titles"),
    [
        ("en", "workout", ["parkrun course tempo", "tempo on the parkrun loop", "tempo parkrun",
                           "intervals at the parkrun laps", "5 km tempo on parkrun route"]),
        ("en", "easy", ["parkrun course", "9 km, parkrun loop x 2", "easy on the parkrun course"]),
        ("en", "race", ["parkrun", "parkrun, hilly course", "parkrun course record attempt",
                        "parkrun, then tempo home", "Harbour Marathon, flat course"]),
        ("de", "workout", ["Tempolauf auf der Parkrun-Strecke", "Parkrun-Runde 3 x 1 km"]),
        ("de", "easy", ["9 km Parkrun-Strecke"]),
        ("fr", "workout", ["seuil sur la boucle du parkrun"]),
        ("fr", "easy", ["9 km sur le parcours du parkrun"]),
        ("es", "easy", ["9 km por el circuito del parkrun"]),
        ("it", "easy", ["9 km percorso parkrun"]),
        ("pl", "workout", ["tempo na trasie parkrun", "trasa parkrun, 5 km w tempie"]),
        ("pl", "easy", ["spokojnie po trasie parkrun"]),
        ("pl", "race", ["parkrun"]),
        ("sv", "workout", ["tröskel på parkrun-banan"]),
    ],
)  # fmt: skip
def test_where_a_parkrun_is_run_is_no_parkrun(code: str, kind: str, titles: list[str]) -> None:
    languages = tuple(dict.fromkeys((code, *CODES)))
    assert {title: classify(title, languages).kind for title in titles} == dict.fromkeys(
        titles, kind
    )


@pytest.mark.parametrize(
    ("title", "far"),
    [
        ("parkrun", 5000), ("easy parkrun", 5000), ("Park run with the kids", 5000),
        ("tempo parkrun", 5000), ("jog the park-run", 5000), ("parkrun flat out", 5000),
        ("Parkrun locker", 5000), ("parkrun tranquille", 5000), ("parkrun na luzie", 5000),
        ("parkrun 40 min", None), ("8 km with parkrun", 8000), ("easy on the parkrun course", None),
        ("lockere Parkrun-Strecke", None), ("footing, boucle du parkrun", None),
        ("parkrun, then easy home", None),
    ],
)  # fmt: skip
def test_a_parkrun_is_five_kilometres(tmp_path: Path, title: str, far: int | None) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f'date,title\n2027-04-10,"{title}"\n2027-04-11,long 20 km\n')
    run = load_runs(file, race_date=RACE).runs[0].run
    assert run.distance_m == far
