"""Beside the runner's own gym sessions ours stay small, also once these have ended."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from runtall.domain.phase import Phase
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
