"""Loads, reps and reserve of the first weeks after a gap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.derivation.available_loads import Level
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem
from runtall.domain.returns import returns
from runtall.domain.where import InSession
from runtall.progression.coming_back import eased
from runtall.progression.dose import prescribe
from runtall.progression.path import State
from runtall.rules.clean_sets import CleanSets
from runtall.rules.no_growth import NoGrowth
from runtall.rules.return_loads import ReturnLoads
from tests.problems import problem
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, FINE, decided, edited, entry, said

RULE = ReturnLoads()
D1 = SessionKind.D1
WEEK = "easy workout easy easy easy long recovery"


def without(asked: Problem, *weeks: int) -> Plan:
    """The usual plan with some weeks missed."""
    plan = decided(asked)
    kept = tuple(s for s in plan.sessions if s.day // 7 + 1 not in weeks)
    return prescribe(asked, replace(plan, sessions=kept))


def row(plan: Plan, week: int) -> Entry:
    return entry(plan, week, D1, 1)


MISSED_ONE = without(ASKED, 6)
MISSED_TWO = without(ASKED, 4, 5)
MISSED_FOUR = without(ASKED, 4, 5, 6, 7)


@pytest.mark.parametrize("plan", [MISSED_ONE, MISSED_TWO, MISSED_FOUR])
def test_what_follows_from_a_gap_passes(plan: Plan) -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, decided(ASKED))
    for rule in (RULE, NoGrowth(), CleanSets()):
        assert not said(rule, plan)


def test_after_a_week_less_load_and_then_as_before() -> None:
    before, back, after = (row(MISSED_ONE, week) for week in (5, 7, 9))
    assert (back.load_g or 0) <= 0.95 * (before.load_g or 0)
    # As many reps, or the fewest of the range where it was under it.
    assert (back.rir, back.reps) == (3, max(8, before.reps or 0))
    assert after.load_g == before.load_g
    again = edited(MISSED_ONE, 7, D1, 1, load_g=before.load_g)
    assert said(RULE, again) == [
        f"one-arm dumbbell row: the same load, {before.reps} -> {back.reps} reps"
    ]
    shorter = edited(MISSED_ONE, 7, D1, 1, load_g=before.load_g, reps=(before.reps or 0) - 2)
    assert not said(RULE, shorter)


def test_after_two_weeks_more_nothing_grows_for_two_weeks() -> None:
    before, first, second = (row(MISSED_TWO, week) for week in (3, 6, 7))
    assert (first.load_g or 0) <= 0.9 * (before.load_g or 0)
    assert (second.load_g, second.reps, second.rir) == (first.load_g, first.reps, 3)
    more = edited(MISSED_TWO, 7, D1, 1, reps=(first.reps or 0) + 1)
    assert said(NoGrowth(), more) == [
        f"one-arm dumbbell row: {first.reps} -> {(first.reps or 0) + 1} reps"
    ]
    assert (row(MISSED_TWO, 9).reps or 0) > (second.reps or 0)


def test_reserve() -> None:
    for plan, week in ((MISSED_ONE, 7), (MISSED_TWO, 7), (MISSED_FOUR, 9)):
        (words,) = said(CleanSets(), edited(plan, week, D1, 1, rir=2))
        assert words == "one-arm dumbbell row: 2 reps in reserve, at least 3 wanted"


def test_after_an_illness_the_first_session_leaves_four_in_reserve() -> None:
    idle = {day: "rest" for day in range(35, 42)}
    asked = problem(WEEK, athlete=ASKED.request.athlete, equipment=FINE, changes=idle)
    plan = without(asked, 6)
    session, next_one = plan.in_week(7)
    assert {entry.rir for entry in session.entries} == {4}
    assert {entry.rir for entry in next_one.entries} == {3}
    assert "a break of 10 days: 8 sets" in session.note
    for rule in (RULE, NoGrowth(), CleanSets()):
        assert not said(rule, plan, asked)


@pytest.mark.parametrize(
    ("loads", "percent", "expected"),
    [
        ((8, 9, 10), 95, (1, 10)),
        ((8, 10), 95, (1, 8)),  # 8 kg are under 85 % of 10: the old weight, two reps less
        ((8, 9.5, 10), 90, (1, 8)),  # less than the old weight there is, with two reps less
        ((7, 9, 10), 90, (1, 10)),
        ((7, 8.5, 10), 85, (1, 10)),
        ((10,), 90, (0, 8)),
    ],
)
def test_the_next_weight_or_two_reps_less(
    loads: tuple[float, ...], percent: int, expected: tuple[int, int]
) -> None:
    levels = tuple(Level(int(1000 * kg), int(1000 * kg)) for kg in loads)
    state = eased(ASKED.exercises["one_arm_db_row"], levels, State(len(loads) - 1, 10), percent)
    assert (state.level, state.amount) == expected


@pytest.mark.parametrize(
    ("key", "loads", "amount", "percent", "expected"),
    [
        # 6 x 6 kg with two reps less are 4, and these are worth 10 at 5 kg with three in reserve.
        ("db_bench_press", (5, 6), 6, 90, (0, 10)),
        ("db_bench_press", (5, 6), 7, 95, (0, 11)),
        ("db_bench_press", (5, 6), 8, 90, (1, 6)),
        ("one_arm_db_row", (12, 16), 6, 85, (0, 12)),
        ("lat_pulldown", (15, 20), 7, 90, (0, 10)),
        ("farmer_carry", (6, 8), 30, 95, (0, 30)),
        ("farmer_carry", (6, 8), 40, 95, (1, 30)),
        ("pallof_press", (5, 7.5), 6, 95, (1, 6)),  # breath and posture are what is in reserve
        ("db_bench_press", (6,), 6, 90, (0, 6)),
        ("db_bench_press", (5.9, 6), 6, 90, (0, 6)),  # hardly an easier one, and no harder
    ],
)
def test_where_two_reps_less_are_too_few_the_next_weight_down(
    key: str, loads: tuple[float, ...], amount: int, percent: int, expected: tuple[int, int]
) -> None:
    levels = tuple(Level(int(1000 * kg), int(1000 * kg)) for kg in loads)
    state = eased(ASKED.exercises[key], levels, State(len(loads) - 1, amount), percent)
    assert (state.level, state.amount) == expected


def test_the_same_few_reps_at_the_same_weight_are_no_easier() -> None:
    plan = edited(MISSED_TWO, 3, D1, 1, load_g=9000, reps=6)
    for week in (6, 7):
        plan = edited(plan, week, D1, 1, load_g=8000, reps=6)
    assert not said(RULE, plan)
    same = edited(plan, 6, D1, 1, load_g=9000)
    assert said(RULE, same) == ["one-arm dumbbell row: the same load, 6 -> 6 reps"]


def test_reps_above_the_range_stay_with_the_weight_that_they_were_for() -> None:
    levels = tuple(Level(1000 * kg, 1000 * kg) for kg in (9, 10))
    state = eased(ASKED.exercises["one_arm_db_row"], levels, State(1, 14), 95)
    assert (state.level, state.amount) == (0, 12)
    state = eased(ASKED.exercises["one_arm_db_row"], levels[1:], State(0, 14), 95)
    assert (state.level, state.amount) == (0, 12)


@pytest.mark.parametrize(("percent", "expected"), [(95, (2, 8)), (90, (1, 10)), (85, (1, 10))])
def test_heights_and_bands(percent: int, expected: tuple[int, int]) -> None:
    levels = tuple(Level(force, None, f"hands on {force}") for force in (41, 48, 55))
    state = eased(ASKED.exercises["push_up"], levels, State(2, 10), percent)
    assert (state.level, state.amount) == expected


def test_never_under_six_reps() -> None:
    state = eased(ASKED.exercises["push_up"], (Level(41),), State(0, 7), 95)
    assert state.amount == 6


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(7, D1)) == (
        "Week 7, D1 session: after ten days or more without strength, or 15 without it, "
        "less load or two reps less."
    )


@pytest.mark.parametrize(
    ("missed", "eased"), [((5,), False), ((3, 4), True), ((5, 6), True), ((4, 5, 6), True)]
)
@pytest.mark.parametrize("place", [1, 2])
def test_an_exercise_comes_back_as_all_do(
    missed: tuple[int, ...], place: int, *, eased: bool
) -> None:
    """One alone is left out for one to three weeks; one week is a gap of 14 days, and none."""
    plan = decided(ASKED)
    key = entry(plan, 1, D1, place).exercise
    sessions = (
        replace(s, entries=tuple(e for e in s.entries if e.exercise != key))
        if s.day // 7 + 1 in missed
        else s
        for s in plan.sessions
    )
    plan = prescribe(ASKED, replace(plan, sessions=tuple(sessions)))
    before, back = (entry(plan, n, D1, place) for n in (missed[0] - 1, missed[-1] + 1))
    assert not said(RULE, plan)
    had = {"load_g": before.load_g, "reps": before.reps, "distance_m": before.distance_m}
    now, then = ((one.load_g or 0, one.reps or one.distance_m or 0) for one in (back, before))
    assert (now < then) == eased
    again = edited(plan, missed[-1] + 1, D1, place, **had)
    assert bool(said(RULE, again)) == eased


def test_a_second_gap_eases_anew() -> None:
    """Nine days that ask for nothing, then a week missed, and an easier week after it."""
    plan = decided(ASKED)
    kept = (
        replace(s, day=30) if s.day == 31 else s
        for s in plan.sessions
        if s.day not in {24, 28} and s.day // 7 != 6
    )
    plan = prescribe(ASKED, replace(plan, sessions=tuple(kept)))
    assert [gap.days for gap in returns(ASKED, plan)] == [9, 11]
    assert not said(RULE, plan)
    before, between, back = (entry(plan, week, D1, 2) for week in (4, 6, 8))
    had = {"load_g": before.load_g, "reps": before.reps}
    assert had == {"load_g": between.load_g, "reps": between.reps}
    assert (back.load_g, back.reps) < (before.load_g, before.reps - 1)
    assert said(RULE, edited(plan, 8, D1, 2, **had))


def test_of_two_long_gaps_the_longer_one_eases() -> None:
    """The pull day isn't done between them: it comes back as after the more than four weeks."""
    plan = decided(ASKED)
    kept = (s for s in plan.sessions if s.day // 7 in {0, 1, *range(9, 16)} or s.day == 31)
    plan = prescribe(ASKED, replace(plan, sessions=tuple(kept)))
    assert [gap.rows for gap in returns(ASKED, plan)] == [3, 4]
    assert not said(RULE, plan)
    before, back = row(plan, 2), row(plan, 10)
    assert (back.load_g, back.reps) == (before.load_g - 1_000, before.reps - 2)


def test_after_a_gap_nothing_is_longer_than_what_came_back_easier_just_before() -> None:
    """The pull day isn't done for four weeks, then once, and the week after that is missed."""
    plan = decided(ASKED)
    pulls = {0, *range(28, 35), *range(42, 112)}
    kept = (s for s in plan.sessions if s.day in pulls or s.day in {3, 10, 17, 24})
    plan = prescribe(ASKED, replace(plan, sessions=tuple(kept)))
    assert not said(RULE, plan)
    first, second = row(plan, 5), row(plan, 7)
    assert (second.load_g, second.reps) == (first.load_g, first.reps)


def test_any_file() -> None:
    survives(RULE, ASKED)
