"""Sets stay in the range of their exercise."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.dose_ranges import DoseRanges
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, FINE, GOOD, RAW, edited, entry, said

RULE = DoseRanges()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("kind", "position", "fields", "least", "most"),
    [
        (SessionKind.D1, 1, "reps", 6, 17),  # a dumbbell under 16 kg
        (SessionKind.D1, 2, "reps", 6, 13),  # a stack
        (SessionKind.D1, 4, "distance_m", 20, 40),
        (SessionKind.D1, 5, "reps", 6, 10),  # without weights
        (SessionKind.D2, 1, "reps", 6, 15),
        (SessionKind.D2, 3, "reps", 8, 15),
    ],
)
def test_both_ends(kind: SessionKind, position: int, fields: str, least: int, most: int) -> None:
    for amount in (least, most):
        assert not said(RULE, edited(GOOD, 5, kind, position, **{fields: amount}))
    for amount in (least - 1, most + 1):
        words = said(RULE, edited(GOOD, 5, kind, position, **{fields: amount}))
        assert len(words) == 1
        assert f"{least} to {most} allowed" in words[0]


def test_a_heavy_dumbbell_overshoots_less() -> None:
    heavy = edited(GOOD, 5, SessionKind.D1, 1, load_g=18_000, reps=16)
    assert said(RULE, heavy) == ["one-arm dumbbell row: 16 reps, 6 to 15 allowed"]
    assert not said(RULE, edited(heavy, 5, SessionKind.D1, 1, reps=15))


def test_very_light_carries_may_be_short() -> None:
    short = edited(GOOD, 16, SessionKind.VERY_LIGHT, 3, exercise="farmer_carry", distance_m=20)
    assert not said(RULE, short)
    assert said(
        RULE, edited(GOOD, 14, SessionKind.LIGHT, 3, exercise="farmer_carry", distance_m=20)
    )


def test_light_sets_are_not_above_the_range() -> None:
    assert said(RULE, edited(GOOD, 14, SessionKind.LIGHT, 1, reps=13)) == [
        "one-arm dumbbell row: 13 reps, 8 to 12 allowed"
    ]


def test_a_reduced_week_stays_in_the_range() -> None:
    """Week 8 is the deload: no rep under the bottom, and none over the top at less weight."""
    assert ASKED.week(8).deload
    before, now = (entry(GOOD, week, SessionKind.D1, 1) for week in (7, 8))
    assert not said(RULE, edited(GOOD, 8, SessionKind.D1, 1, load_g=before.load_g, reps=8))
    assert said(RULE, edited(GOOD, 8, SessionKind.D1, 1, load_g=before.load_g, reps=7)) == [
        "one-arm dumbbell row: 7 reps, 8 to 17 allowed"
    ]
    lighter = max(g for g in FINE.dumbbells_g if g < (before.load_g or 0))
    assert said(RULE, edited(GOOD, 8, SessionKind.D1, 1, load_g=lighter, reps=13)) == [
        "one-arm dumbbell row: 13 reps, 8 to 12 allowed"
    ]
    assert 8 <= (now.reps or 0) <= 12


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: reps, metres and seconds stay in or near the exercise's range."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
