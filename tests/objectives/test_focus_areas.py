"""What the signs ask for, in sets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.request import Access
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.focus_areas import (
    FIRST,
    KEPT,
    KEPT_FULL,
    KEPT_OVER,
    NEXT,
    START,
    THIRD,
    WEAKER,
    FocusAreas,
)
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

ALWAYS = Athlete(signs={"torso_twists": 3})
PROBLEM = problem(athlete=ALWAYS)
SELDOM = problem(athlete=Athlete(signs={"torso_twists": 1}))
D1, D2, MERGED = SessionKind.D1, SessionKind.D2, SessionKind.MERGED
FULL = {D1: {}, D2: {}}


def cost(asked, week: int, kind: SessionKind, **sets: int) -> int:
    """What a full session costs, but for some slots by their position: ``p5=1``."""
    counts = {int(name[1:]): count for name, count in sets.items()}
    return FocusAreas().value(asked, plan_of(session(asked, 7 * (week - 1), kind, counts)))


def test_the_first_in_line_is_worth_most() -> None:
    assert cost(SELDOM, 3, D2) == 0
    assert cost(SELDOM, 3, D2, p5=1) == FIRST + 1  # the Pallof press
    assert cost(SELDOM, 3, D2, p3=2) == FIRST - 2 * NEXT + 1  # the cable row
    assert cost(SELDOM, 3, D2, p2=1) == 0  # nobody asks for the bench press


@pytest.mark.parametrize("week", [3, 7, 10])
def test_always_is_a_third_set(week: int) -> None:
    assert cost(PROBLEM, week, D2) == THIRD
    assert cost(PROBLEM, week, D2, p5=3) == 0
    assert cost(SELDOM, week, D2) == 0


def test_on_a_trip_a_third_set_is_asked_for_as_at_home() -> None:
    """In week 5 with bands alone, and in week 8 too, which is an easier one."""
    there = Access(equipment=Equipment(bands=True, dumbbells_g=(), cable_g=(), pulldown_g=()))
    gone = [*range(28, 35), *range(49, 56)]
    access = tuple(there if day in gone else Access() for day in range(112))
    trip = problem(athlete=ALWAYS, access=access)
    assert [week.number for week in trip.weeks if week.away] == [5, 8]
    assert trip.week(8).easier
    assert (cost(trip, 5, D2), cost(trip, 8, D2)) == (THIRD, 0)
    assert cost(trip, 5, D2, p5=3) == 0
    agree(trip, FocusAreas(), plans=10)


def test_of_two_that_are_first_in_line_the_stronger_sign_goes_first() -> None:
    both = problem(athlete=Athlete(signs={"neck_tight": 3, "fades_on_hills": 2}))
    row, face_pull = (cost(both, 3, D1, **{place: 1}) for place in ("p1", "p3"))
    assert face_pull - 2 * THIRD - (FIRST + 3) == 0
    assert row - THIRD == 2 * (FIRST + 2 - WEAKER)


def test_the_last_in_line_of_what_always_shows_comes_before_the_first_of_what_seldom_does() -> None:
    both = problem(athlete=Athlete(signs={"torso_twists": 3, "neck_tight": 1}))
    face_pull, suitcase = (cost(both, 3, D1, **{place: 1}) for place in ("p3", "p4"))
    assert 2 * face_pull < suitcase


@pytest.mark.parametrize("week", [8, 12])
def test_often_is_kept_in_deload_and_peak(week: int) -> None:
    often = problem(athlete=Athlete(signs={"torso_twists": 2}))
    assert cost(often, week, D2, p5=1) == KEPT
    assert cost(SELDOM, week, D2, p5=1) == 0


def test_the_row_keeps_its_third_set_in_the_peak_where_hills_fade() -> None:
    hills = problem(athlete=Athlete(signs={"fades_on_hills": 2}))
    assert cost(hills, 12, D1) == 0
    assert cost(hills, 12, D1, p1=2) == KEPT
    assert cost(hills, 8, D1, p1=2) == cost(hills, 12, D2, p4=2) == KEPT_FULL


def test_a_third_set_for_a_sign_is_not_the_first_to_go_in_the_peak() -> None:
    """Nor in its one session for both days, where the second set of anything stays before it."""
    assert cost(PROBLEM, 12, D2, p5=3) == 0
    assert cost(PROBLEM, 12, D2) == KEPT
    assert cost(PROBLEM, 12, MERGED, p5=3) == 0
    assert cost(PROBLEM, 12, MERGED) == KEPT_OVER


@pytest.mark.parametrize("answer", [1, 2, 3])
def test_where_templates_hold_too_little_a_sign_goes_over_its_own_first(answer: int) -> None:
    """With bands alone some exercise has a third set of core: the sign's has it."""
    few = Equipment(bench=False, dumbbells_g=(), cable_g=(), pulldown_g=())
    asked = problem(athlete=Athlete(signs={"hands_cross_midline": answer}), equipment=few)
    assert sum(slot.full for kind in FULL for slot in asked.slots[kind]) < 26
    pallof = next(slot for slot in asked.slots[D2] if slot.name == "pallof")
    assert cost(asked, 5, D2, **{f"p{pallof.position}": 3}) == 0
    assert cost(asked, 5, D2) == THIRD
    assert cost(asked, 12, D2) == (KEPT if answer > 1 else 0)
    agree(asked, FocusAreas(), plans=10)


def test_the_plan_begins_as_it_does_without_signs() -> None:
    assert cost(SELDOM, 1, D2, p1=2, p2=1, p3=2, p4=2, p5=1) == 0
    assert cost(SELDOM, 1, D2, p4=1) == START


def test_light_sessions_and_the_taper_are_left_alone() -> None:
    light = session(PROBLEM, 14, SessionKind.LIGHT, {1: 1})
    taper = session(PROBLEM, 7 * 13, SessionKind.LIGHT, {1: 1})
    assert FocusAreas().value(PROBLEM, plan_of(light, taper)) == 0


def test_a_small_session_after_a_speed_workout_is_asked_for_nothing() -> None:
    """Week 3 has no usual day for it: of its few sets the row goes last, whatever a sign asks."""
    off = range(15, 21)
    access = tuple(Access(free=day not in off or day == 15) for day in range(112))
    fast = problem(athlete=ALWAYS, access=access)
    assert fast.days[15].option == "C"
    assert fast.week(3).disturbed
    small = session(fast, 15, SessionKind.MERGED, {1: 2, 2: 1, 3: 1, 4: 1, 5: 1})
    assert FocusAreas().value(fast, plan_of(small)) == 0
    assert FocusAreas().value(fast, plan_of(replace(small, day=8))) > 0
    agree(fast, FocusAreas(), plans=10)


def test_nothing_without_signs() -> None:
    plain = problem(weeks=6, phases=(2, 1))
    assert FocusAreas().value(plain, plan_of()) == 0
    assert FocusAreas().expression(plain, build(plain, Scope.STRICT, [])) == 0


def test_off() -> None:
    off = problem(weeks=6, athlete=ALWAYS, off=frozenset({"focus-areas"}))
    assert switched_off(off, FocusAreas(), plan_of())


def test_twin() -> None:
    agree(
        problem(
            weeks=9, phases=(2, 1), athlete=Athlete(signs={"neck_tight": 3, "fades_on_hills": 1})
        ),
        FocusAreas(),
    )
