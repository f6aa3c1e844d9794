"""Texts whose marks say what belongs where: weeks, weekdays, several, what is as another."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.kinds.classify import classify
from runtall.importers.legend import explained
from runtall.importers.weeks.prose import days_told
from runtall.importers.weeks.standing import rules_of

FIRST = date(2027, 3, 1)
RACE = date(2027, 4, 11)
KINDS = ["rest", "workout", "easy", "easy", "rest", "easy", "long"]


def kinds(tmp_path: Path, text: str, week: int, race: date | None = RACE) -> list[str]:
    """Return the kinds of the days of a week, from 1; a day without any is rest."""
    path = tmp_path / "plan.txt"
    path.write_text(text)
    by_day = {one.date: str(one.run.kind) for one in load_runs(path, race_date=race).runs}
    return [by_day.get(FIRST + timedelta(7 * week - 7 + day), "rest") for day in range(7)]


@pytest.mark.parametrize("name", ["wk {}  ({:%b} {:%-d})  ", "Week {} ({:%b} {:%-d}):  "])
def test_days_of_a_line_may_be_called_as_weekdays_are(tmp_path: Path, name: str) -> None:
    weeks = ["DO / 6x800 / E8 / E10 / DO (work) / E6 / LR22"] * 5
    weeks += ["DO / E6 / E8 / E5 / DO / E4 / RACE 42.2"]
    starts = [FIRST + timedelta(7 * at) for at in range(6)]
    lines = [name.format(at, day, day) + week
             for at, (day, week) in enumerate(zip(starts, weeks, strict=True), 1)]  # fmt: skip
    text = "\n".join(["Race 11 April 2027. DO = day off, E easy, LR long run", *lines])
    assert kinds(tmp_path, text, 2) == KINDS
    assert kinds(tmp_path, text, 6)[-1] == "race"


LISTS = [
    ("Every week is the same:", "TUESDAY SESSIONS", "wk {} - {}", "SUNDAY LONG RUNS"),
    ("Usual week", "Track on Tuesdays:", "Week {}: {}", "Long run, Sunday"),
    ("Each week:", "**Tuesdays**", "- wk {} = {}", "Sundays (long)"),
]


@pytest.mark.parametrize(("every", "tuesdays", "item", "sundays"), LISTS)
def test_a_heading_names_the_weekday_of_a_list_of_weeks(
    tmp_path: Path, every: str, tuesdays: str, item: str, sundays: str
) -> None:
    usual = ["Mon: rest", "Tue: see list", "Wed: 5 easy",
             "Thu: 6 easy in wks 1-2, then tempo 4 miles in wks 3 and 4, then 5 easy",
             "Fri: rest", "Sat: 4 easy", "Sun: see list"]  # fmt: skip
    weeks = range(1, 6)
    text = "\n".join(
        ["Marathon on Sunday 11 April 2027, miles", "", every, *usual, "", tuesdays]
        + [item.format(at, f"{at + 3} x 800") for at in weeks]
        + ["", sundays, *(item.format(at, 12 + at) for at in weeks), "", "RACE WEEK (wk 6)"]
        + ["Mon: rest", "Tue: 4 easy", "Wed: rest", "Thu: 3 easy", "Fri: rest", "Sat: rest"]
        + ["Sun: the marathon!"]
    )
    assert kinds(tmp_path, text, 1) == KINDS
    assert kinds(tmp_path, text, 4) == [*KINDS[:3], "workout", *KINDS[4:]]
    assert kinds(tmp_path, text, 5) == KINDS
    assert kinds(tmp_path, text, 6) == ["rest", "easy", "rest", "easy", "rest", "rest", "race"]


def test_the_days_of_a_week_are_told_below_its_dates(tmp_path: Path) -> None:
    told = (
        "On Monday we do nothing. Tuesday intervals 6 x 800 m. On Wednesday and Thursday we do each"
        " 8 km easy. Friday is free, on Saturday we run 6 km easy. Sunday is the long run, 22 km."
    )
    starts = [FIRST + timedelta(7 * at) for at in range(6)]
    text = "\n\n".join(
        f"Calendar week {9 + at} ({day.day}.{day.month}. until {last.day}.{last.month}.)\n{told}"
        for at, day in enumerate(starts)
        if (last := day + timedelta(6))
    )
    assert kinds(tmp_path, text, 1) == kinds(tmp_path, text, 4) == KINDS


def test_a_run_behind_a_weekday_and_a_comma_is_no_weekday() -> None:
    told = days_told("Na quarta, fartlek de 45 minutos. On Friday, intervals, 6 x 800.")
    assert [one.split(" ")[0] for one in told] == ["Quarta", "Friday"]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Monday, Wednesday and Friday are free.", ["Monday", "Wednesday", "Friday"]),
        ("On Tuesday and Thursday we do each 8 km easy.", ["Tuesday", "Thursday"]),
        ("Tuesday, Thursday & Saturday 5 miles easy.", ["Tuesday", "Thursday", "Saturday"]),
    ],
)
def test_joined_weekdays_have_one_run(sentence: str, days: list[str]) -> None:
    told = [one.split(" ", 1) for one in days_told(sentence)]
    assert [day for day, _ in told] == days
    assert len({run for _, run in told}) == 1


@pytest.mark.parametrize(
    "same",
    [
        "Same as the week of Mar 1, except the Sunday is 25. It is hot so go at six.",
        "As the week of 1 March but Sunday 25",
    ],
)
def test_a_week_is_as_that_of_a_date(tmp_path: Path, same: str) -> None:
    days = ("M  off", "T  6 x 800", "W  5 easy", "Th 5 easy", "F  off", "Sa 4 easy", "Su 20 long")
    other = ("M  off", "T  5 easy", "W  5 easy", "Th off", "F  off", "Sa 4 easy", "Su 14 long")
    race = ("M  off", "T  5 easy", "W  off", "Th off", "F  off", "Sa 2 easy", "Su MARATHON 26.2")
    blocks = [days, other, (same,), other, other, race]
    starts = [FIRST + timedelta(7 * at) for at in range(6)]
    text = "\n\n".join(
        "\n".join([f"Week {at} ({day:%b} {day.day})", *block])
        for at, (day, block) in enumerate(zip(starts, blocks, strict=True), 1)
    )
    assert kinds(tmp_path, text, 2) == ["rest", "easy", "easy", "rest", "rest", "easy", "long"]
    assert kinds(tmp_path, text, 3) == KINDS


@pytest.mark.parametrize("said", ["cutback", "easy one!", "taper, sleep well"])
def test_what_is_said_of_a_week_may_stand_before_its_days(tmp_path: Path, said: str) -> None:
    week = "M: off / T: 6x800 / W: 8e / T: 8e / F: off / S: 6e / S: LR 22"
    starts = [FIRST + timedelta(7 * at) for at in range(5)]
    lines = [
        f"**Wk {at} ({day:%b} {day.day}){f' - {said}' if at % 2 else ''}** {week}".replace(
            "** M", ":** M" if at % 2 else "** M"
        )
        for at, day in enumerate(starts, 1)
    ]
    text = "\n\n".join(["Race Sunday April 11th 2027, km. e = easy, LR = long run", *lines])
    assert kinds(tmp_path, text, 1) == kinds(tmp_path, text, 2) == KINDS


@pytest.mark.parametrize(
    "title",
    ["I never run", "we don't run", "never a run", "laufe ich nie", "nunca corro",
     "je ne cours jamais", "loop ik nooit"],
)  # fmt: skip
def test_who_never_runs_on_a_day_rests(title: str) -> None:
    assert classify(title).kind == "rest"
    assert classify("no tempo run").kind != "rest"


def test_days_on_which_nobody_runs_are_a_rule() -> None:
    found = rules_of(["Mondays and Fridays I never run, those are rest days."])
    assert [day for day, _, _ in found] == [0, 4]


@pytest.mark.parametrize(
    "title", ["fetch the start numbers", "collect my race number", "picking up the bib", "get bibs"]
)
def test_numbers_that_are_fetched_are_no_race(title: str) -> None:
    assert not classify(title).kind


def test_sentences_explain_capital_letters() -> None:
    said = explained(["Wu/cd are 2 miles. GP is goal pace, 7:35. HMP means half marathon pace."])
    assert said["GP"].startswith("goal pace")
    assert said["HMP"].startswith("half marathon pace")
    assert not explained(["It is late. This is a plan."])
