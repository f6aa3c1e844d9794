"""Conditions that real plans taught, each with an example of its own that needs nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.importers.base import Entry
from runtall.importers.days.day_lines import day_lines, label_and_days
from runtall.importers.days.names import meaning
from runtall.importers.kinds.classify import classify
from runtall.importers.plan.decide import decide
from runtall.importers.words.languages import CODES
from runtall.importers.words.lengths import distance, minutes
from runtall.importers.words.titles import spelling

WEEK = [
    "Monday: rest",
    "Tuesday: 9 km easy",
    "Wednesday: 5 x 1000",
    "Thursday: rest",
    "Friday: 6 km",
    "Saturday: 7 km",
    "Sunday: 22 km long",
]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tempo-free week, 9 km run", "easy"),
        ("Row 30 min + 6 km run", "easy"),  # a run beside a ride counts
        ("Long 21 km, no race", "long"),
        ("28 km long, Kim by bike", "long"),
        ("Swim gym", "strength"),  # the gym of the pool
        ("Cross (gym rower)", "cross"),
        ("Longer than a marathon", ""),
        ("Bath HM hard pace - hard", "workout"),
        ("Run: 3x12 lunges 2x10 squats", "workout"),
        ("Training instead of rest", "rest"),  # it may be any training
    ],
)
def test_what_a_title_means(title: str, kind: str) -> None:
    assert classify(title).kind == kind


def test_rest_as_the_choice_to_an_unknown_word_makes_it_optional() -> None:
    entry = Entry(date(2027, 4, 25), "Bramble 50 min or off", 1)
    meant = decide(entry, None, CODES).meaning
    assert (meant.kind, meant.optional) == ("easy", True)


def test_a_type_says_that_words_of_everyday_life_are_a_run() -> None:
    entry = Entry(date(2027, 4, 25), "Museum visit", 1, "", "", "Run")
    decided = decide(entry, None, CODES)
    assert (decided.meaning.kind, decided.asked) == ("easy", False)


@pytest.mark.parametrize(
    ("title", "metres"),
    [
        ("2 x 5 km (4 km)", 4_000),  # a repetition is not longer than the run in brackets
        ("2 x 8 km: 4 E + 4 T", None),  # nor is its length that of the run
        ("Warm up 4 km: 2 + 2 + 5 x 400", None),  # nor that of a part
    ],
)
def test_lengths_of_parts_are_not_those_of_a_run(title: str, metres: int | None) -> None:
    assert distance(title) == metres


def test_a_pace_before_a_clock_is_no_length() -> None:
    assert minutes("pace 0:50") is None


def test_an_apostrophe_is_no_letter() -> None:
    assert spelling("tempo'") == "tempo"


@pytest.mark.parametrize(
    ("header", "name"), [("Distance (min/km)", "distance"), ("Duration min/mile", "duration")]
)
def test_a_length_is_no_pace_for_the_unit_beside_it(header: str, name: str) -> None:
    assert meaning(header)[0] == name


@pytest.mark.parametrize("heading", ["SUNDAY RUN CLUB NEWS", "SATURDAY SHOE SALE"])
def test_headings_in_capitals_are_no_days(heading: str) -> None:
    assert day_lines([*WEEK, heading])[-1] == []


def test_days_stand_behind_the_range_of_their_week() -> None:
    label, days = label_and_days("Week 5: 3/5-9/5 Mon 9 km Tue rest Wed 7 km")
    assert (label, days) == ("Week 5: 3/5-9/5 ", "Mon 9 km Tue rest Wed 7 km")
