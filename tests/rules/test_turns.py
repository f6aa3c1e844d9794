"""Exercises in turns only where one rests the other."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.progression.pairs import may_pair
from runtall.rules.turns import Turns
from tests.problems import problem
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, FINE, GOOD, RAW, decided, edited, entry, said

RULE = Turns()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


SHORT = problem(
    "easy workout easy easy easy long recovery",
    athlete=Athlete(body_mass_g=70_000),
    equipment=FINE,
    minutes=30,
)
PAIRED = prescribe(SHORT, decided(SHORT))


def partners(week: int, kind: SessionKind) -> list[int | None]:
    return [entry(PAIRED, week, kind, position).pair for position in range(1, 6)]


def test_short_sessions_go_in_turns_as_a_coach_would_pair_them() -> None:
    assert not said(RULE, PAIRED, SHORT)
    # A single face pull has no rest that the carry could share.
    assert partners(5, SessionKind.D1) == [5, None, None, None, 1]
    assert partners(5, SessionKind.D2) == [
        3,
        None,
        1,
        5,
        4,
    ]  # one set of bench has no rest to share


def test_pairs_of_the_requirements() -> None:
    library, items = SHORT.exercises, FINE.items
    for one, other in (
        ("one_arm_db_row", "dead_bug"),
        ("face_pull", "suitcase_carry"),
        ("push_up", "seated_cable_row"),
        ("db_bench_press", "pallof_press"),
    ):
        assert may_pair(library[one], library[other], items)
    for one, other in (
        ("one_arm_db_row", "suitcase_carry"),
        ("lat_pulldown", "farmer_carry"),
        ("lat_pulldown", "face_pull"),
        ("db_bench_press", "farmer_carry"),
    ):
        assert not may_pair(library[one], library[other], items)


def test_turns_save_time() -> None:
    pairs = zip(PAIRED.sessions, prescribe(ASKED, RAW).sessions, strict=True)
    assert all(short.minutes <= long.minutes for short, long in pairs)
    assert sum(s.minutes for s in PAIRED.sessions) < sum(s.minutes for s in GOOD.sessions)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (1, 2, "which tires the same"),  # two pulls
        (1, 4, "which tires the same"),  # two grips
        (1, 9, "which isn't with it"),
    ],
)
def test_what_does_not_go_together(one: int, other: int, words: str) -> None:
    plan = edited(PAIRED, 5, SessionKind.D1, one, pair=other)
    if other < 9:
        plan = edited(plan, 5, SessionKind.D1, other, pair=one)
    assert any(words in found for found in said(RULE, plan, SHORT))


def test_with_time_enough_nobody_takes_turns() -> None:
    plan = edited(edited(GOOD, 5, SessionKind.D1, 1, pair=5), 5, SessionKind.D1, 5, pair=1)
    assert said(RULE, plan)[0] == (
        "one-arm dumbbell row: in turns, though there is more than half an hour"
    )


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: exercises take turns only in half an hour or less, and only where "
        "they share no pattern, grip or equipment."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
