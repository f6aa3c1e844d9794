"""Carries that grow, but not in weight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.rules.carries_stay_light import CarriesStayLight
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives
from tests.rules.dosed import FINE, decided, edited, entry, said

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = CarriesStayLight()
WEEK = "easy workout easy easy easy long recovery"


def asked(sign: str, answer: int = 3):
    athlete = Athlete(body_mass_g=70_000, signs={sign: answer})
    return problem(WEEK, athlete=athlete, equipment=FINE)


@pytest.mark.parametrize("sign", ["shoulders_creep_up", "neck_tight"])
def test_a_heavier_carry_is_named(sign: str) -> None:
    runner = asked(sign)
    plan = prescribe(runner, decided(runner))
    assert not said(RULE, plan, runner)
    for kind, exercise in ((SessionKind.D1, "suitcase carry"), (SessionKind.D2, "farmer carry")):
        load = entry(plan, 9, kind, 4).load_g
        assert load
        heavier = edited(plan, 10, kind, 4, load_g=load + 1000)
        assert said(RULE, heavier, runner) == [f"{exercise}: a heavier carry"]
        assert not said(RULE, edited(plan, 10, kind, 1, load_g=20_000), runner)


@pytest.mark.parametrize(("sign", "answer"), [("torso_twists", 3), ("neck_tight", 2)])
def test_the_others_may(sign: str, answer: int) -> None:
    """Other signs, and these where they don't always show."""
    runner = asked(sign, answer)
    plan = prescribe(runner, decided(runner))
    heavier = edited(plan, 10, SessionKind.D1, 4, load_g=20_000)
    assert not said(RULE, heavier, runner)


def test_such_a_runner_never_carries_more() -> None:
    runner = asked("neck_tight")
    plan = prescribe(runner, decided(runner))
    carries = [
        e for session in plan.sessions for e in session.entries if e.exercise == "farmer_carry"
    ]
    base = [e for e in carries if e.method != "start"]
    assert {e.load_g for e in base} == {carries[0].load_g}
    assert max(e.distance_m or 0 for e in base) > (carries[0].distance_m or 0)


def test_without_doses_nothing_is_asked() -> None:
    runner = replace(
        PROBLEM, request=replace(PROBLEM.request, athlete=asked("neck_tight").request.athlete)
    )
    assert not found(runner, RULE, plan_of(runner, {2: {SessionKind.D1: [3, 3, 2, 3, 2]}}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1, 4)) == (
        "Week 3, D1 session: with shoulders that creep up or a tight neck a carry grows in metres "
        "only."
    )


def test_any_file() -> None:
    survives(RULE, PROBLEM)


def test_what_a_gap_made_lighter_may_come_back() -> None:
    """Up to what was carried before, and no more."""
    runner = asked("neck_tight")
    plan = prescribe(runner, decided(runner))
    first = entry(plan, 1, SessionKind.D1, 4).load_g
    assert first
    lighter = edited(plan, 9, SessionKind.D1, 4, load_g=first - 1000)
    assert not said(RULE, lighter, runner)
    back = edited(lighter, 10, SessionKind.D1, 4, load_g=first + 1000)
    assert said(RULE, back, runner) == ["suitcase carry: a heavier carry"]
