"""Whole plans beside the runner's own strength sessions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.scenario import read_scenario
from runtall.scenario.changes import change
from tests.solve.proven import proven_plan
from tests.solve.shipped import path_of

FIRST = date(2027, 1, 4)


def solved(title: str, *weekdays: int, weeks: range = range(16)) -> tuple[Problem, Plan]:
    """The sample week with such sessions on some weekdays, Monday 0, of some weeks from 0."""
    days = [FIRST + timedelta(days=7 * week + weekday) for week in weeks for weekday in weekdays]
    own = {day.isoformat(): title for day in days if day < date(2027, 4, 25)}
    return proven_plan(read_scenario(path_of("sample-week"), [change("runs.own", own)]))


@pytest.mark.parametrize("weekday", [0, 2, 4])
def test_beside_one_a_week_ours_is_one_for_all_48_hours_away(weekday: int) -> None:
    problem, plan = solved("Gym: upper body", weekday)
    for week in problem.weeks:
        sessions = plan.in_week(week.number)
        if week.phase is Phase.TAPER:
            assert sessions == ()
            continue
        (session,) = sessions
        assert session.kind is SessionKind.MERGED
        assert session.n_sets <= 13
        own = [day.index for day in problem.days if day.own]
        assert min(abs(session.day - day) for day in own) >= 2
        patterns = {problem.exercises[entry.exercise].pattern for entry in session.entries}
        assert patterns == set(Pattern)
    assert plan.total(1) == 8


def test_beside_two_a_week_ours_are_none_and_mobility_stays() -> None:
    problem, plan = solved("Kraft", 0, 3)
    assert plan.sessions == ()
    assert {problem.days[day].week for day in plan.mobility} == set(range(1, 17))


def test_legs_change_nothing_but_their_day() -> None:
    problem, plan = solved("Gym: legs", 2)
    base = [week.number for week in problem.phase_weeks(Phase.BASE)]
    assert all(len(plan.in_week(week)) == 2 for week in base)


def test_a_few_weeks_with_one_leave_the_others_alone() -> None:
    problem, plan = solved("Gym", 2, weeks=range(3, 5))
    counts = [len(plan.in_week(week.number)) for week in problem.phase_weeks(Phase.BASE)]
    assert counts == [2, 2, 2, 1, 1, 2, 2, 2, 2, 2]
