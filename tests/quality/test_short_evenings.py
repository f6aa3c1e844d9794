"""Two short evenings, one after speed work and one before a Sunday long run."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.exporters.given_up import given_up
from runtall.exporters.how_it_works import how_it_works
from runtall.progression.mobility import block_rounds
from runtall.scenario import read_text
from tests.solve.proven import proven_plan

EVENINGS = """
race_date: 2027-05-09
weeks: {weeks}
runs:
  week: {{mon: rest, tue: rest, wed: workout, thu: easy, fri: easy, sat: rest, sun: long}}
availability: {{{others}, wed: {{minutes: {minutes}}}, fri: {{minutes: {minutes}}}}}
athlete: {{experience: {experience}, sex: m, body_mass_kg: 74, push_ups: {push_ups},
           signs: {{shoulders_creep_up: 3}}}}
equipment: {{dumbbells_kg: [4, 6, 10], bands: true, bench: false, heights_cm: [30, 60, 75],
            cable_kg: false, pulldown_kg: false}}
"""
OTHERS = "mon: off, tue: off, thu: off, sat: off, sun: off"
RUNNERS = {
    "new-20": (12, 20, "new", 6),
    "new-22": (14, 22, "new", 3),
    "some-20": (16, 20, "some", 8),
}


@cache
def solved(name: str) -> tuple[Problem, Plan]:
    weeks, minutes, experience, push_ups = RUNNERS[name]
    text = EVENINGS.format(
        weeks=weeks, minutes=minutes, experience=experience, push_ups=push_ups, others=OTHERS
    )
    return proven_plan(read_text(text, Path("evenings.yaml")))


def in_phase(name: str, phase: Phase) -> list[tuple[Session, ...]]:
    problem, plan = solved(name)
    return [tuple(plan.in_week(week.number)) for week in problem.phase_weeks(phase)]


def pairs(name: str) -> list[tuple[Session, ...]]:
    """The sessions of the base weeks that have both."""
    return [week for week in in_phase(name, Phase.BASE) if len(week) > 1]


@pytest.mark.parametrize("name", RUNNERS)
def test_the_very_light_session_is_the_smaller_one(name: str) -> None:
    both = pairs(name)
    assert len(both) > 1
    for real, light in both:
        assert [real.kind, light.kind] == [SessionKind.MERGED, SessionKind.VERY_LIGHT]
        assert light.n_sets <= min(4, real.n_sets)


@pytest.mark.parametrize("name", RUNNERS)
def test_very_light_is_easier_in_each_exercise_and_more_than_half_of_its_weight(name: str) -> None:
    """No set of it says that as many reps of the same leave more in reserve."""
    done: dict[str, tuple[str, int, int]] = {}
    for real, light in pairs(name):
        done |= {e.exercise: (e.load, (e.reps or 0) + e.rir, e.load_g or 0) for e in real.entries}
        for entry in light.entries:
            load, able, grams = done[entry.exercise]
            if entry.load_g and grams:
                assert grams / 2 < entry.load_g < grams
            elif entry.load == load:
                # An easier week has fewer reps than its runner could do.
                assert (entry.reps or 0) + entry.rir <= able + 1


@pytest.mark.parametrize("name", RUNNERS)
def test_mobility_is_in_every_week(name: str) -> None:
    problem, plan = solved(name)
    for week in problem.phase_weeks(Phase.BASE):
        assert set(week.days) & set(plan.mobility)


@pytest.mark.parametrize("name", RUNNERS)
def test_the_one_session_of_the_peak_stays_as_it_is_with_two_rows(name: str) -> None:
    problem, plan = solved(name)
    last = plan.in_week(problem.growing_weeks()[-1].number)[0]
    peak = [session for (session,) in in_phase(name, Phase.PEAK)]
    assert all(5 <= session.n_sets <= last.n_sets for session in peak)
    assert all(one.n_sets == other.n_sets for one, other in pairwise(peak))
    assert all(session.entries[0].sets >= 2 for session in peak)


@pytest.mark.parametrize("name", RUNNERS)
def test_a_short_carry_stays_in_the_taper_as_long_as_mobility_goes_twice_through(name: str) -> None:
    problem, _ = solved(name)
    for (session,) in in_phase(name, Phase.TAPER):
        patterns = {problem.exercises[entry.exercise].pattern for entry in session.done}
        assert Pattern.CARRY in patterns or block_rounds(problem, session) == 1


@pytest.mark.parametrize("name", RUNNERS)
def test_a_sign_that_no_set_is_for_is_told(name: str) -> None:
    problem, plan = solved(name)
    words = "no set is for shoulders that creep up, as days are short of time: the mobility is"
    assert words in list(given_up(problem, plan))
    told = how_it_works(problem, plan, "metric")
    assert f"N{words[1:]}" in told
    assert "Yours have 2" in told
    assert "take turns; a week" not in told
    assert "a fifth to two fifths fewer" not in told
