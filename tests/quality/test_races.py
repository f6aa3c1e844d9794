"""What strength does right after a tune-up race."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from runtall.derivation.available_loads import level_of
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.exporters.card_clauses import easy_text
from runtall.progression.causes import cause
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.method import amounts
from runtall.progression.why_today import why_today
from runtall.scenario import read_text
from tests.solve.proven import proven_plan

SCENARIO = """
race_date: 2027-04-25
runs:
  week: {{mon: easy, tue: workout, wed: recovery, thu: easy, fri: rest, sat: easy, sun: long}}
  weeks: {{{week}: {{sun: {{kind: tuneup, km: {km}}}}}}}
athlete: {{experience: {experience}, body_mass_kg: 70, sex: m}}
"""
LIFTERS = ("new", "some", "trained")


@cache
def raced(week: int, km: float, experience: str = "some") -> tuple[Problem, Plan]:
    """A plan with a race on the Sunday of a week; its usual days are Monday and Thursday."""
    text = SCENARIO.format(week=week, km=km, experience=experience)
    return proven_plan(read_text(text, Path("raced.yaml")))


def weekdays(plan: Plan, week: int) -> list[int]:
    return [session.day % 7 for session in plan.in_week(week)]


def shares(plan: Plan, week: int, before: int) -> float:
    return plan.total(week) / plan.total(before)


@pytest.mark.parametrize("km", [21.1, 30])
@pytest.mark.parametrize("week", [6, 8])
def test_the_days_stay_after_a_long_race_and_the_session_right_after_it_is_small(
    week: int, km: float
) -> None:
    _, plan = raced(week, km)
    assert [weekdays(plan, number) for number in range(week, week + 3)] == [[0, 3]] * 3
    last, *_ = (s.n_sets for s in plan.in_week(week - 1))
    now, other = (s.n_sets for s in plan.in_week(week + 1))
    assert 5 * now <= 4 * last
    assert now < other
    for number in week, week + 1:
        assert 0.7 <= shares(plan, number, week - 1) <= 0.8


MIDWEEK = """
race_date: 2027-04-25
runs:
  week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}}
  weeks: {{{week}: {{{weekday}: {{kind: tuneup, km: 16}}}}}}
athlete: {{experience: {experience}, body_mass_kg: 70, sex: m}}
"""


@pytest.mark.parametrize("experience", LIFTERS)
@pytest.mark.parametrize("week", [5, 9])
def test_the_week_of_a_long_race_on_wednesday_has_two_smaller_sessions(
    week: int, experience: str
) -> None:
    text = MIDWEEK.format(week=week, weekday="wed", experience=experience)
    problem, plan = proven_plan(read_text(text, Path("midweek.yaml")))
    assert weekdays(plan, week) == [0, 3]
    reference = max(w.number for w in problem.growing_weeks() if w.number < week)
    assert 0.7 <= shares(plan, week, reference) <= 0.8
    now = plan.in_week(week)[1]
    assert 4 * now.n_sets <= 3 * plan.in_week(reference)[1].n_sets
    assert "Yesterday: the tune-up race" in why_today(problem, plan, now.day)


@pytest.mark.parametrize("weekday", ["tue", "thu"])
def test_where_the_days_around_a_long_race_hold_one_session_it_is_said(weekday: str) -> None:
    """The eve, the day after, the eve of the long run: only one good day is left."""
    text = MIDWEEK.format(week=9, weekday=weekday, experience="some")
    problem, plan = proven_plan(read_text(text, Path("midweek.yaml")))
    (session,) = plan.in_week(9)
    assert cause(problem, plan, 9, Relaxation.SINGLE) == "because of a race"
    assert "one session, both in one, instead of two, because of a race" in why_today(
        problem, plan, session.day
    )


ILL = "availability: {{ill: [{{from: {}, to: 2027-02-14}}]}}\n"


@pytest.mark.parametrize("experience", LIFTERS)
@pytest.mark.parametrize(("begins", "rir"), [("2027-02-09", 2), ("2027-02-08", 3)])
def test_what_an_illness_has_eased_does_not_come_back_right_after_a_race(
    begins: str, rir: int, experience: str
) -> None:
    """Nothing grows in the seven days after a race, held against what was done before it.

    A day more without strength is a break, after which more stays in reserve.
    """
    text = SCENARIO.format(week=8, km=10, experience=experience) + ILL.format(begins)
    problem, plan = proven_plan(read_text(text, Path("raced.yaml")))
    for exposed in exposures(problem, plan).values():
        before = [e for e in exposed if e.day.week <= 8]
        for now in (e for e in exposed if e.day.week == 9):
            last = next((e for e in reversed(before) if e.kind is now.kind), before[-1])
            levels = [level_of(e.entry, e.loads) for e in (last, now)]
            assert levels[0] == levels[1], now.where
            assert all((new or 0) <= (old or 0) for old, new in amount_pairs(last, now)), now.where
            assert now.rir >= max(rir, min(last.rir, 3))


def amount_pairs(last: Exposure, now: Exposure) -> Iterator[tuple[int | None, int | None]]:
    """Reps, metres and seconds of two doses."""
    old, new = amounts(last.entry), amounts(now.entry)
    return ((old[measure], new[measure]) for measure in old)


def test_after_a_short_race_the_usual_days_stay() -> None:
    _, plan = raced(8, 10)
    assert {tuple(weekdays(plan, week)) for week in range(1, 11)} == {(0, 3)}


@pytest.mark.parametrize("experience", LIFTERS)
@pytest.mark.parametrize("week", [4, 6, 8])
def test_after_two_easier_weeks_everything_is_as_it_was_before_them(
    week: int, experience: str
) -> None:
    """No set, no rep and no weight more: two easier weeks have earned nothing."""
    problem, plan = raced(week, 21.1, experience)
    assert [problem.week(n).easier for n in range(week - 1, week + 3)] == [False, True, True, False]
    before, now = (plan.in_week(n) for n in (week - 1, week + 2))
    for old, new in zip(before, now, strict=True):
        had = {entry.exercise: entry for entry in old.entries}
        for entry in new.entries:
            same = had[entry.exercise]
            assert entry.sets <= same.sets
            assert (entry.load, entry.reps, entry.distance_m, entry.hold_s) == (
                same.load,
                same.reps,
                same.distance_m,
                same.hold_s,
            )
        if not problem.days[new.day].near_race:
            assert easy_text(problem, plan, new) == "easy_resuming"
    assert sum(s.n_sets for s in now) == sum(s.n_sets for s in before)


HOME = "equipment: {dumbbells_kg: [4, 6, 8, 10, 12], cable_kg: false, pulldown_kg: false}\n"


@pytest.mark.parametrize("experience", LIFTERS)
def test_a_peak_that_begins_after_a_race_holds_what_its_first_week_has(experience: str) -> None:
    """Nothing grows in the peak, not even back; here it has one session a week."""
    text = SCENARIO.format(week=10, km=21.1, experience=experience)
    text = text.replace("thu: easy", "thu: workout") + HOME
    found = proven_plan(read_text(text, Path("raced.yaml")))
    for exposed in exposures(*found).values():
        for last, now in pairwise(e for e in exposed if e.day.phase is Phase.PEAK):
            assert last.entry.load == now.entry.load
            assert all((new or 0) <= (old or 0) for old, new in amount_pairs(last, now)), now.where


USUAL = """
race_date: 2027-04-18
runs:
  week: {{mon: {mon}, tue: easy, wed: workout, thu: easy, fri: rest, sat: easy, sun: long}}
  weeks: {{{week}: {{sun: {{kind: tuneup, km: {km}}}}}, 11: {{sun: {{kind: tuneup, km: 21.1}}}}}}
athlete: {{experience: {experience}, body_mass_kg: 70, sex: m}}
"""


@pytest.mark.parametrize(
    ("week", "km", "mon"), [(7, 10, "easy"), (6, 5, "recovery"), (9, 8, "rest")]
)
@pytest.mark.parametrize("experience", LIFTERS)
def test_after_a_short_race_the_usual_day_stays(
    experience: str, week: int, km: int, mon: str
) -> None:
    """Tuesday, on the eve of a workout, rather than the morning after the race."""
    text = USUAL.format(week=week, km=km, mon=mon, experience=experience)
    _, plan = proven_plan(read_text(text, Path("usual.yaml")))
    assert [weekdays(plan, number) for number in (week - 1, week, week + 1)] == [[1, 3]] * 3
