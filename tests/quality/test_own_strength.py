"""Beside the runner's own gym sessions ours stay small, also once these have ended."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from runtall.domain.phase import Phase
from runtall.domain.returns import returns
from runtall.exporters.given_up import given_up
from runtall.scenario import read_text
from tests.solve.proven import proven_plan

OFF = date(2027, 2, 10)
OWN = """
race_date: 2027-04-25
runs:
  week: {{mon: easy, tue: workout, wed: rest, thu: easy, fri: easy, sat: long, sun: rest}}
  own: {{{own}}}
phases: {{peak: 3, taper: 3}}
athlete: {{experience: some, body_mass_kg: 78}}
availability: {{off: [{{from: 2027-02-08, to: 2027-02-16}}]}}
"""


def test_no_peak_week_has_more_sets_than_the_one_before_when_own_sessions_end() -> None:
    """On Wednesdays, to the last but one peak week; off for nine days in base."""
    wednesdays = (date(2027, 1, 6) + timedelta(weeks=week) for week in range(12))
    own = ", ".join(f'{day}: "Gym: upper body"' for day in wednesdays if day != OFF)
    problem, plan = proven_plan(read_text(OWN.format(own=own), Path("own.yaml")))
    peak = [plan.total(week.number) for week in problem.phase_weeks(Phase.PEAK)]
    assert all(peak)
    assert peak == sorted(peak, reverse=True)
    told = " ".join(given_up(problem, plan))
    none = [w.number for w in problem.weeks if w.phase is Phase.BASE and not plan.total(w.number)]
    assert none
    assert all(f"week {number}: no" in told for number in none)


def test_a_weekday_stands_for_all_its_dates_but_those_that_are_named() -> None:
    """To the day before the race; what a date says, be it nothing, stands in its place."""
    own = f'wed: "Gym: upper body", {OFF}: [], 2027-03-10: Leg day'
    problem = read_text(OWN.format(own=own), Path("own.yaml")).problem
    named = {day.date: [session.title for session in day.own] for day in problem.days if day.own}
    wednesdays = [date(2027, 1, 6) + timedelta(weeks=week) for week in range(16)]
    assert named == {
        day: ["Leg day" if day == date(2027, 3, 10) else "Gym: upper body"]
        for day in wednesdays
        if day != OFF
    }


ALONE = """
race_date: 2027-05-02
weeks: 16
runs:
  week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}}
  own: {{{own}}}
phases: {{peak: 3, taper: 3}}
athlete: {{experience: some, body_mass_kg: 78, push_ups: 20}}
"""


def test_weeks_of_own_sessions_alone_are_no_break_and_no_second_session_comes_late() -> None:
    """Wednesdays to week 8 of ten, Sundays besides in weeks 5 and 6, and legs on all Fridays."""
    start = date(2027, 1, 11)
    days = [start + timedelta(weeks=week, days=2) for week in range(8)]
    days += [start + timedelta(weeks=week, days=6) for week in (4, 5)]
    own = ", ".join(f'{day}: "Gym: upper body"' for day in sorted(days))
    own += "".join(f", {start + timedelta(weeks=week, days=4)}: Leg day" for week in range(13))
    problem, plan = proven_plan(read_text(ALONE.format(own=own), Path("alone.yaml")))
    sessions = {week.number: plan.in_week(week.number) for week in problem.weeks}
    assert [number for number in range(1, 9) if not sessions[number]] == [5, 6, 7]
    assert not returns(problem, plan)
    assert "without it" not in " ".join(e.note for s in plan.sessions for e in s.entries)
    assert problem.week(8).deload
    before, after = ({e.exercise: e for e in sessions[n][0].entries} for n in (4, 8))
    assert before.keys() == after.keys()
    for key, entry in after.items():
        assert (entry.load_g, entry.load) == (before[key].load_g, before[key].load)
    late = [s for number in range(9, 14) for s in sessions[number]]
    assert {entry.exercise for session in late for entry in session.entries} <= before.keys()
    assert [len(sessions[number]) for number in range(8, 14)] == [1] * 6
    told = list(given_up(problem, plan))
    assert any(line.startswith("weeks 9-13: one session") for line in told)
    assert "week 7: no session of ours beside your own" in told


def test_after_a_week_of_own_sessions_alone_growth_goes_on() -> None:
    """Two own sessions in week 7 of 14, on Tuesday and Friday."""
    text = """
    race_date: 2027-04-25
    weeks: 14
    runs:
      week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: easy, sat: rest, sun: long}
      own: {2027-03-02: "Gym: upper body", 2027-03-05: "Kraft A"}
    """
    problem, plan = proven_plan(read_text(text, Path("two.yaml")))
    assert not plan.in_week(7)
    assert not returns(problem, plan)
    methods = {entry.method for session in plan.in_week(8) for entry in session.entries}
    assert methods & {"reps", "distance"}
    assert "back" not in " ".join(e.note for s in plan.in_week(8) for e in s.entries)


def test_nothing_grows_after_a_week_without_any_strength() -> None:
    """Away from Friday to Friday, but for an own session on Sunday: eight days, and no gap."""
    text = """
    race_date: 2027-04-25
    weeks: 10
    runs:
      week: {mon: rest, tue: workout, wed: rest, thu: easy, fri: rest, sat: long, sun: easy}
      own: {2027-02-18: Kraft A, 2027-03-07: Kraft A, 2027-03-18: Kraft A, 2027-03-26: Kraft A}
    availability: {thu: off, off: [{from: 2027-03-05, to: 2027-03-12}]}
    """
    _, plan = proven_plan(read_text(text, Path("off.yaml")))
    assert not plan.in_week(4)
    methods = {entry.method for session in plan.in_week(5) for entry in session.entries}
    assert not methods & {"reps", "load", "distance", "hold time"}
