"""Texts of Markdown with tables of several kinds, headings and prose."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.errors import FileFaults
from runtall.importers import load_runs

PACES = (
    "| Zone | Pace | Use |\n|---|---|---|\n| Easy | 6:00 | long runs |\n| Hard | 4:30 | reps |\n"
)
GYM = "| Exercise | Sets x reps | Notes |\n| :--- | --- | --- |\n| Squat | 3 x 10-12 | slow |\n"
WEEKS = (
    "| Week | Week of | Tue | Thu | Sun |\n|---|---|---|---|---|\n"
    "| 1 | Apr 12 | 6 km easy | 6x800 m | 18 km long |\n"
    "| 2 | Apr 19 | 5 km easy | 4 km tempo | half marathon race |\n"
)


def read(tmp_path, text, race_date=None):
    path = tmp_path / "plan.md"
    path.write_text(text, encoding="utf-8")
    found = load_runs(path, race_date=race_date)
    return {one.date.strftime("%d.%m."): str(one.run.kind) for one in found.runs}, found


READ = {"13.04.": "easy", "15.04.": "workout", "18.04.": "long",
        "20.04.": "easy", "22.04.": "workout", "25.04.": "race"}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"# My half\n\nRace day: 25 April 2027\n\n{PACES}\n## Plan\n\n{WEEKS}\n## Gym\n\n{GYM}",
        f"Starts 12 April 2027, with some words, and more.\n\n{GYM}\n{GYM}\n{WEEKS}",
        "2027\n\n" + PACES + "\n" + "Words, words.\n\n" * 40 + WEEKS,
    ],
)
def test_other_tables_are_no_part_of_the_plan(tmp_path, text):
    kinds, found = read(tmp_path, text)
    assert kinds == READ
    assert "not from" in found.warnings[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("#### W1 (16 Apr - 22 Apr)", "#### W2 (23 Apr - 29 Apr)"),
        ("**Week 1: 16-22 Apr**", "**Week 2: 23-29 Apr**"),
        ("### W1\uff0816.04. - 22.04.\uff09", "### W2\uff0823.04. - 29.04.\uff09"),
    ],
)
def test_weeks_in_headings_begin_on_their_own_weekday(tmp_path, first, second):
    third = first.split("1")[0] + "3 (30.4.)"
    days = "\n\n| Day | Run |\n|---|---|\n| Tue | 8 km easy |\n| Sat | 6x800 m |\n\n"
    text = f"Race 2027\n\n{PACES}\n{first}{days}{second}{days}{third}{days}"
    kinds, _ = read(tmp_path, text, date(2027, 4, 27))
    assert kinds["17.04."] == kinds["24.04."] == kinds["01.05."] == "workout"


@pytest.mark.parametrize("called", ["Thứ Ba", "Tiistai", "Úterý"])
def test_a_date_behind_a_weekday_of_any_language(tmp_path, called):
    rows = "".join(f"| {called} (2027-04-{day}) | Easy run 8 km |\n" for day in (13, 20, 27))
    kinds, _ = read(tmp_path, f"| A | B |\n|---|---|\n{rows}")
    assert kinds == dict.fromkeys(("13.04.", "20.04.", "27.04."), "easy")


@pytest.mark.parametrize("dates", ["Apr 12\u201318", "12.04. - 18.04.", "12-18 April"])
def test_weeks_without_days_say_what_to_do(tmp_path, dates):
    text = f"| Wk | Dates | Long | Session |\n|---|---|---|---|\n| 1 | {dates} | 8 | 6x1 min |\n"
    with pytest.raises(FileFaults, match=r"is a week and no day; say in the header"):
        read(tmp_path, text)


@pytest.mark.parametrize("called", ["04/25", "25 Apr", "**2027-04-25**"])
def test_rows_with_a_date_in_place_of_their_weekday(tmp_path, called):
    weeks = "".join(
        f"| {first} | Tue | 8 km easy |\n| {first} | Sat | 6x800 m |\n"
        for first in ("2027-04-02", "2027-04-09", "2027-04-16")
    )
    text = f"| Week | Day | Run |\n|---|---|---|\n{weeks}| last | {called} | Race 10 km |\n"
    kinds, _ = read(tmp_path, text, date(2027, 4, 25))
    assert (kinds["06.04."], kinds["03.04."], kinds["25.04."]) == ("easy", "workout", "race")
