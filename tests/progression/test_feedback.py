"""What a runner's answers change next time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.plan import Plan
from runtall.progression.dose import prescribe
from runtall.progression.feedback import (
    after_drag,
    after_lean,
    calibrated,
    lighter,
    next_comfort,
    persists,
    sessions_after,
    shoulder_ladder,
    without,
)
from runtall.progression.path import State
from runtall.progression.texts import say
from tests.problems import problem
from tests.rules.by_hand import plan_of

PROBLEM = problem("easy workout easy easy easy long recovery", athlete=Athlete(body_mass_g=70_000))
LIBRARY = exercises()
SETS = st.lists(st.integers(1, 3), min_size=5, max_size=5)


def fortnight(first: list[int], second: list[int]) -> Plan:
    weeks = {
        4: {SessionKind.D1: first, SessionKind.D2: first},
        5: {SessionKind.D1: second, SessionKind.D2: second},
    }
    return prescribe(PROBLEM, plan_of(PROBLEM, weeks))


@given(SETS, SETS)
def test_a_dragged_run_eases_the_next_week(first: list[int], second: list[int]) -> None:
    plan = fortnight(first, second)
    last, planned = plan.in_week(4), plan.in_week(5)
    eased = after_drag(planned, last, LIBRARY)
    before = sum(session.n_sets for session in last)
    patterns = {LIBRARY[e.exercise].pattern for s in planned for e in s.done}
    left = {LIBRARY[e.exercise].pattern for s in eased for e in s.done}
    assert left == patterns
    assert sum(s.n_sets for s in eased) <= max(80 * before // 100, len(patterns))
    known = {e.exercise: e for s in last for e in s.done}
    for entry in (entry for session in eased for entry in session.done):
        old = known[entry.exercise]
        assert entry.rir == (old.rir or 0) + 1
        assert (entry.reps, entry.distance_m, entry.load_g) == (
            old.reps,
            old.distance_m,
            old.load_g,
        )
        assert entry.sets <= old.sets


def test_nothing_new_comes_after_a_dragged_run() -> None:
    plan = fortnight([2] * 5, [2] * 5)
    first = plan.in_week(5)[0]
    odd = replace(first, entries=(replace(first.entries[0], exercise="band_row"),))
    assert [session.entries for session in after_drag([odd], plan.in_week(4), LIBRARY)] == [()]


def test_two_dragged_weeks_cost_a_session_until_a_clean_one() -> None:
    assert sessions_after([], 2) == 2
    assert sessions_after([True], 2) == 2
    assert sessions_after([True, False, True], 2) == 2
    assert sessions_after([False, True, True], 2) == 1
    assert sessions_after([True, True, True], 2) == 1
    assert sessions_after([True, True, False], 2) == 2
    assert sessions_after([True, True], 0) == 0


def test_biceps_only_takes_a_step_off() -> None:
    assert lighter(State(3, 10)) == State(2, 10)
    assert lighter(State(0, 10)) == State(0, 10)


def test_a_lean_shortens_the_carry_and_then_lightens_it() -> None:
    carry = LIBRARY["suitcase_carry"]
    assert after_lean(carry, State(3, 30)) == State(3, 25)
    assert after_lean(carry, State(3, 20)) == State(2, 20)


def test_first_guesses_are_calibrated() -> None:
    assert [calibrated(State(3, 8), 5, left).level for left in (1, 2, 4, 5)] == [2, 3, 3, 4]
    assert calibrated(State(4, 8), 5, 9).level == 4


def test_the_shoulder_ladder_has_four_steps_in_order() -> None:
    words = [next_comfort(tried) for tried in range(5)]
    assert words == [*shoulder_ladder(), None]
    assert len(shoulder_ladder()) == 4
    places = [say("pinch").index(step) for step in shoulder_ladder()]
    assert places == sorted(places)


def test_pain_that_persists() -> None:
    assert not persists(1, 6)
    assert persists(2, 0)
    assert persists(0, 7)


def test_what_hurts_is_never_planned_again() -> None:
    sore = without(PROBLEM.request.athlete, "face_pull")
    asked = problem(athlete=sore)
    assert all("face_pull" not in s.ladder for slots in asked.slots.values() for s in slots)
