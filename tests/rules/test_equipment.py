"""Nothing without its equipment."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.request import Access
from runtall.domain.where import InSession, Violation
from runtall.rules.equipment import EquipmentAtHand, needs_words
from tests.problems import problem, with_whole_templates
from tests.rules.by_hand import found, session, strict_twins, survives, twins

AWAY = Access(equipment=Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bench=False))
TRAVEL = problem(
    weeks=4, phases=(1, 1), access=tuple(AWAY if d % 7 == 2 else Access() for d in range(28))
)
HOTEL = Access(equipment=Equipment(dumbbells_g=(8_000,)))
HEAVY = problem(
    weeks=4,
    phases=(1, 1),
    athlete=Athlete(body_mass_g=59_000),
    access=tuple(HOTEL if d % 7 == 2 else Access() for d in range(28)),
)
NO_PULLS = Equipment(pulldown_g=(), cable_g=(), bands=False)
BARE = with_whole_templates(problem(weeks=4, phases=(1, 1), equipment=NO_PULLS))
"""With slots that nothing can fill, which derived problems leave out."""
RULE = EquipmentAtHand()


def test_each_day_has_its_own_equipment() -> None:
    row = {"row": "one_arm_db_row"}
    assert not found(
        TRAVEL, RULE, Plan((session(TRAVEL, 0, SessionKind.D1, [1, 0, 0, 0, 0], **row),))
    )
    plan = Plan((session(TRAVEL, 2, SessionKind.D1, [1, 0, 0, 0, 0], **row),))
    assert found(TRAVEL, RULE, plan) == [
        "one-arm dumbbell row on Wed 31 Mar without a dumbbell or a kettlebell"
    ]
    bands = Plan((session(TRAVEL, 2, SessionKind.D1, [1, 0, 0, 0, 0], row="band_row"),))
    assert not found(TRAVEL, RULE, bands)


def test_a_weight_that_is_too_heavy_to_begin_with_is_none() -> None:
    """A first row of 59 kg has 5.9 kg: 6 kg at home, and away there are only 8."""
    assert not found(HEAVY, RULE, Plan((session(HEAVY, 0, SessionKind.D1, [1, 0, 0, 0, 0]),)))
    plan = Plan((session(HEAVY, 2, SessionKind.D1, [1, 0, 0, 0, 0]),))
    assert found(HEAVY, RULE, plan) == [
        "one-arm dumbbell row on Wed 31 Mar without a weight that is light enough to begin with"
    ]
    assert RULE.say(HEAVY, InSession(1, SessionKind.D1, 1)) == (
        "Week 1, D1 session: one-arm dumbbell row needs a weight that is light enough to begin "
        "with: not on Wed 31 Mar."
    )


def test_what_is_never_at_hand_is_named() -> None:
    plan = Plan((session(BARE, 0, SessionKind.D1, [0, 0, 1, 0, 0]),))
    assert list(RULE.check(BARE, plan)) == [
        Violation(
            "equipment",
            InSession(1, SessionKind.D1, 3, 0),
            "face pull on Mon 29 Mar without a cable machine or a band",
        )
    ]
    assert found(BARE, RULE, plan)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("assisted_pull_up", "a band and a pull-up bar"),
        ("db_bench_press", "two dumbbells and a bench"),
        ("suitcase_carry", "a dumbbell or a kettlebell or a bag"),
    ],
)
def test_needs_in_plain_words(key: str, words: str) -> None:
    assert needs_words(TRAVEL.exercises[key]) == words


def test_sentences() -> None:
    assert RULE.say(TRAVEL, InSession(1, SessionKind.D1, 1)) == (
        "Week 1, D1 session: one-arm dumbbell row needs a dumbbell or a kettlebell: "
        "not on Wed 31 Mar."
    )
    assert RULE.say(BARE, InSession(2, SessionKind.D1, 3)) == (
        "Week 2, D1 session: face pull needs a cable machine or a band: not on any day."
    )
    assert RULE.say(BARE, InSession(2, SessionKind.D1, 9)) == (
        "Week 2, D1 session: every exercise needs its equipment at hand."
    )


def test_twin() -> None:
    twins(RULE, [TRAVEL, BARE, HEAVY], 40)
    strict_twins(RULE, [TRAVEL, BARE, HEAVY], 40)


def test_any_file() -> None:
    survives(RULE, TRAVEL)
