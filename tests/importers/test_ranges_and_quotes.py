"""Ranges of weekdays, weeks that are the same, quotes beside a plan, and what is left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import RunFile

RACE = date(2027, 3, 28)
PLAN = "w/c 1 March 2027\nMon off\nTue 6x800\nWed 6 easy\nFri 5 easy\nSat off\nSun 20 long\n"
KINDS = {1: "rest", 2: "workout", 3: "easy", 5: "easy", 6: "rest", 7: "long"}


def loaded(folder: Path, text: str) -> RunFile:
    path = folder / "plan.txt"
    path.write_text(text, encoding="utf-8")
    return load_runs(path, race_date=RACE)


def march(found: RunFile) -> dict[int, str]:
    return {one.date.day: one.run.kind.value for one in found.runs}


@pytest.mark.parametrize(
    ("days", "numbers"),
    [
        ("Wed-Thu", (3, 4)),
        ("Wed \u2013 Fri", (3, 4, 5)),
        ("Wed to Fri", (3, 4, 5)),
        ("Wed thru Thu", (3, 4)),
        ("Mon, Wed-Thu", (1, 3, 4)),
    ],
)
def test_a_range_of_weekdays_has_its_run_on_each(
    tmp_path: Path, days: str, numbers: tuple[int, ...]
) -> None:
    text = f"w/c 1 March 2027\n{days} 6 easy\nTue 6x800\nSat off\nSun 20 long\n"
    found = loaded(tmp_path, text)
    assert march(found) == {2: "workout", 6: "rest", 7: "long", **dict.fromkeys(numbers, "easy")}
    assert {one.run.title for one in found.runs if one.date.day in numbers} == {"6 easy"}


def test_ranges_of_weekdays_in_other_languages(tmp_path: Path) -> None:
    text = "KW 9 (1.3.2027)\nMo Ruhe\nDi-Do locker 8 km\nFr bis Sa Ruhe\nSo 20 km lang\n"
    easy = dict.fromkeys((2, 3, 4), "easy")
    assert march(loaded(tmp_path, text)) == {1: "rest", **easy, 5: "rest", 6: "rest", 7: "long"}


@pytest.mark.parametrize(
    "same",
    [": same", " - same", ": the same again", ": as before", ": same, Sun 22 long", "\nSame."],
)
def test_a_week_that_is_the_same_is_as_the_one_before(tmp_path: Path, same: str) -> None:
    found = march(loaded(tmp_path, f"{PLAN}w/c 8 March{same}\nw/c 15 March\nTue 5x1k\n"))
    assert found == {**KINDS, **{day + 7: kind for day, kind in KINDS.items()}, 16: "workout"}


@pytest.mark.parametrize("weeks", ["8, 15 March", "8 and 15 March", "8th & 15th March"])
def test_a_line_for_weeks_by_their_first_days(tmp_path: Path, weeks: str) -> None:
    text = f"{PLAN}w/c {weeks}: same, Tue 5x1k\nw/c 22 March\nTue 5 easy\n"
    found = loaded(tmp_path, text)
    again = {day + 7 * week: kind for day, kind in KINDS.items() for week in (0, 1, 2)}
    assert march(found) == {**again, 23: "easy"}


def test_a_day_that_is_the_same_is_no_week(tmp_path: Path) -> None:
    found = march(loaded(tmp_path, f"{PLAN}w/c 8 March\nTue: same\nWed off\nSun 18 long\n"))
    assert found == {**KINDS, 9: "workout", 10: "rest", 14: "long"}


@pytest.mark.parametrize(
    "quote",
    [
        "\n> Thu 14 miles done, felt ok\n",
        "\nCheers, Jo\n\nOn 27 Feb 2027, Sam wrote:\n> Tue 14 miles done\n> felt ok\n",
    ],
)
def test_what_a_plan_quotes_is_left_out_and_named(tmp_path: Path, quote: str) -> None:
    found = loaded(tmp_path, PLAN + quote)
    assert march(found) == KINDS
    assert any(one.startswith("quoted lines are left out (") for one in found.warnings)
    assert any("14 miles done" in one for one in found.warnings)


@pytest.mark.parametrize("above", ["", "Hi Sam,\n\nhave fun!\nJo\n", "one\n\ntwo\n" * 6])
def test_a_quote_that_is_the_plan_is_read(tmp_path: Path, above: str) -> None:
    quoted = "".join(f"> {line}\n" for line in PLAN.splitlines())
    found = loaded(tmp_path, above + quoted)
    assert march(found) == KINDS
    assert not any("quoted" in one for one in found.warnings)


@pytest.mark.parametrize("told", ["next Thursday we talk", "then 8 km easy"])
def test_a_line_left_out_that_may_be_a_run_is_the_example(tmp_path: Path, told: str) -> None:
    found = loaded(tmp_path, f"Hi Sam,\nhow are you?\n{told}\nsee you\n\n{PLAN}")
    said = f'lines before the first day are left out (4, such as "{told}")'
    assert said in found.warnings
