"""What the signs ask for stays small."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession, InWeek
from runtall.rules.sign_limits import SignLimits
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

SIGNS = Athlete(signs={"neck_tight": 2, "torso_twists": 3})
ASKED = problem(weeks=6, phases=(2, 1), athlete=SIGNS)
# With room for a third face pull beside three sets of a carry, which no sign alone leaves.
PROBLEM = replace(
    ASKED,
    slots={
        kind: tuple(replace(slot, most=max(slot.most, 3)) for slot in slots)
        for kind, slots in ASKED.slots.items()
    },
)
RULE = SignLimits()
D1, D2 = SessionKind.D1, SessionKind.D2


def test_no_more_pressing_than_the_template() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {D2: [3, 2, 3, 3, 3]}}))
    plan = plan_of(PROBLEM, {2: {D2: [3, 3, 3, 3, 2]}})
    assert found(PROBLEM, RULE, plan) == ["3 sets, at most 2 allowed"]


def test_fourteen_sets_a_session_and_twenty_eight_a_week() -> None:
    full = {D1: [3, 3, 3, 3, 2], D2: [3, 2, 3, 3, 3]}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: full}))
    more = {**full, D1: [3, 3, 3, 3, 3]}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {2: more})) == [
        "15 sets, at most 14 allowed",
        "29 sets, at most 28 allowed",
    ]


def test_without_signs_nothing_is_asked() -> None:
    plain = problem(weeks=6, phases=(2, 1))
    plan = plan_of(plain, {2: {D1: [3, 3, 2, 3, 3], D2: [3, 3, 3, 3, 3]}})
    assert not found(plain, RULE, plan)


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InSession(2, D2, 2)) == (
        "Week 2: the D2 session has no more than 2 sets of dumbbell bench press."
    )
    assert RULE.say(PROBLEM, InSession(2, D1)) == (
        "Week 2: the D1 session has 14 sets at most, with what the signs ask for."
    )
    assert RULE.say(PROBLEM, InWeek(2)) == (
        "Week 2 has 28 sets at most, with what the signs ask for."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 60)
    strict_twins(RULE, [PROBLEM], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
