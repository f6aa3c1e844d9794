"""Texts that change a plan, or tell one in the words of people, of any author."""

# ruff: noqa: E501
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.importers.days.own_race import race_named
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import spoken
from runtall.importers.words.lengths import minutes
from tests.importers.weeks_told import WEEK, kinds

DAYS = "Mon rest\nTue 8 km easy\nWed 6x800\nThu rest\nFri 6 km easy\nSat rest\nSun 16 km long\n"


@pytest.mark.parametrize(
    ("said", "week"),
    [
        ("Track is cancelled tomorrow, do 8 km easy instead", ["rest", "easy", "easy"]),
        ("Wednesday: no speed, 40 minutes easy", ["rest", "easy", "easy"]),
        ("Wed cancelled, sorry", ["rest", "easy", "rest"]),
    ],
)
def test_what_is_done_in_place_of_what_is_cancelled(
    tmp_path: Path, said: str, week: list[str]
) -> None:
    chat = (
        f"[03/01/2027, 20:00:00] Jo: week 1\n{DAYS}"
        "[03/01/2027, 20:09:00] Bo: thanks\n"
        f"[05/01/2027, 20:10:00] Jo: {said}\n"
        f"[10/01/2027, 20:00:00] Jo: week 2\n{DAYS}"
    )
    assert kinds(tmp_path, chat) == [*week, *WEEK[3:], *WEEK]


@pytest.mark.parametrize(
    "said",
    ["do the long one on Saturday and take Sunday off", "move the long run to Saturday, Sunday off",
     "the long one is on saturday. Sunday off"],
)  # fmt: skip
def test_the_long_one_is_that_of_its_week(tmp_path: Path, said: str) -> None:
    second = DAYS.replace("16 km long", "20 km with 5 km at MP")
    chat = (
        f"[03/01/2027, 20:00:00] Jo: week 1\n{DAYS}"
        f"[10/01/2027, 20:00:00] Jo: week 2\n{second}"
        "[11/01/2027, 20:00:00] Bo: hm\n"
        f"[14/01/2027, 20:10:00] Jo: {said}\n"
    )
    assert kinds(tmp_path, chat)[:7] == WEEK
    later = kinds(tmp_path, chat, "2027-01-15")
    assert later[0] == "easy"
    assert later[1] in {"long", "workout"}
    assert later[2:] == ["rest"]


@pytest.mark.parametrize("code", ["en", "de", "fr"])
def test_a_mail_within_a_mail(tmp_path: Path, code: str) -> None:
    heads = {
        "en": ("On Sun, 3 Jan 2027 at 19:30, Jo Day wrote:", "On Mon, 4 Jan 2027 at 20:02, Bo wrote:"),
        "de": ("Am So., 3. Jan. 2027 um 19:30 schrieb Jo Day:", "Am Mo., 4. Jan. 2027 um 20:02 schrieb Bo:"),
        "fr": ("Le dim. 3 janv. 2027 à 19:30, Jo Day a écrit :", "Le lun. 4 janv. 2027 à 20:02, Bo a écrit :"),
    }  # fmt: skip
    inner, outer = heads[code]
    plan = f"{inner}\n\nWeek 1 (4 - 10 Jan)\n{DAYS}\nWeek 2 (11 - 17 Jan)\n{DAYS}"
    quoted = "".join(f">> {line}\n" for line in plan.splitlines())
    top = "From: Jo Day <jo@club.example>\nDate: Tue, 5 Jan 2027 21:14\n\nIn week 2 swap Wednesday and Friday.\n\nJo\n"
    mail = f"{top}\n{outer}\n> Thanks!\n>\n{quoted}"
    assert kinds(tmp_path, mail) == [*WEEK, *WEEK[:2], "easy", "rest", "workout", *WEEK[5:]]


@pytest.mark.parametrize(
    "words",
    ["Week 2: the same, but 7 x 800 on Wednesday", "Week 2: same again, except Sunday 18 km long",
     "Week 2: the same, but the long run is 18 km"],
)  # fmt: skip
def test_the_same_but(tmp_path: Path, words: str) -> None:
    plan = f"Race: Sunday 17 January 2027\n\nWeek 1\n{DAYS}\n{words}\nWeek 3\n{DAYS}"
    assert kinds(tmp_path, plan)[7:13] == WEEK[:6]


def test_rest_on_some_days_before_the_others(tmp_path: Path) -> None:
    week = (
        "Week {}: Rest on Monday, Thursday and Saturday. Tuesday 40 minutes easy, Wednesday 6 x 800 m,"
        " Friday 30 minutes easy. Sunday 90 minutes long.\n\n"
    )
    text = "Race on Sunday 31 January 2027\n\n" + "".join(week.format(n) for n in range(1, 5))
    assert kinds(tmp_path, text)[:21] == 3 * WEEK


@pytest.mark.parametrize("box", ["- [ ] ", "\u2610 ", "- "])
def test_weekdays_with_numbers_below_months(tmp_path: Path, box: str) -> None:
    days = [date(2027, 1, 25 + n) if n < 7 else date(2027, 2, n - 6) for n in range(14)]
    runs = [line.partition(" ")[2] for line in DAYS.splitlines()] * 2
    lines = [f"{box}{day:%a} {day.day} {run}" for day, run in zip(days, runs, strict=True)]
    text = "\n".join(["Marathon 2027", "# January", *lines[:7], "", "# February", *lines[7:]])
    assert kinds(tmp_path, text)[:13] == [*WEEK, *WEEK[:6]]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("9 weeks to Chester, Sunday 3 October 2027", date(2027, 10, 3)),
        ("Countdown to Wick - 5 June 2027 (km)", date(2027, 6, 5)),
        ("starts Saturday 5 June 2027", None),
        ("printed on 7 June 2027", None),
    ],
)
def test_one_weekend_day_above_undated_weeks_is_the_race(line: str, day: date | None) -> None:
    assert race_named([line]) == day


def test_the_stamp_of_a_message_is_no_race(tmp_path: Path) -> None:
    chat = f"[03/01/2027, 20:00:00] Jo: week 1\n{DAYS}" + "".join(
        f"[{day}/01/2027, 20:00:00] Bo: done\n" for day in (6, 8, 9)
    )
    assert kinds(tmp_path, chat) == WEEK


@pytest.mark.parametrize("ends", ["10 minutes easy, 20 minutes at", "2 km easy,", "8 km easy and"])
def test_a_line_that_breaks_off_goes_on_below(tmp_path: Path, ends: str) -> None:
    text = DAYS.replace("6x800", f"{ends}\nthreshold, 10 minutes easy")
    plan = f"Race: Sunday 17 January 2027\n\nWEEK 1\n{text}WEEK 2\n{DAYS}"
    assert kinds(tmp_path, plan)[:7] == WEEK


@pytest.mark.parametrize("title", ["back to normal", "back on it", "back to school"])
def test_foreign_words_in_english_titles(title: str) -> None:
    assert classify(title, spoken(["easy run", "long run"])).kind == ""


@pytest.mark.parametrize(
    "behind", ["<- down week, ski trip", "\u2190 bike tour before", "<-- swim"]
)
def test_what_an_arrow_back_says_is_a_remark(tmp_path: Path, behind: str) -> None:
    text = DAYS.replace("16 km long", f"16 km long  {behind}")
    assert (
        kinds(tmp_path, f"Race: Sunday 17 January 2027\n\nWeek 1\n{text}Week 2\n{DAYS}")[:7] == WEEK
    )


@pytest.mark.parametrize(
    ("title", "long"),
    [("2:20 Z2, last 20' Z3", 140), ("2:10 easy with 3 x 15' hard", 130), ("1:45 easy, last 15 min hard", 105)],
)  # fmt: skip
def test_hours_ahead_are_the_whole(title: str, long: int) -> None:
    assert minutes(title) == long
