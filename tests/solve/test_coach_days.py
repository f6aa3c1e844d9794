"""The days that a coach would choose: one smaller week, then back to the usual days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from runtall.check.violations import violations
from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.relaxation import Relaxation
from runtall.domain.run_plan import KEY_KINDS
from runtall.domain.tier import Tier
from runtall.scenario import read_scenario
from runtall.scenario.changes import change
from runtall.solve.outcome import Planned
from tests.solve.once import solve_once
from tests.solve.shipped import path_of

FIRST = date(2027, 1, 4)
"""Monday of week 1 of the sample week's calendar."""
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
TWO = (SessionKind.D1, SessionKind.D2)
ONE = (SessionKind.MERGED,)


def day(week: int, weekday: int) -> str:
    return (FIRST + timedelta(days=7 * (week - 1) + weekday)).isoformat()


@cache
def solved(name: str, *changes: tuple[str, str]) -> Planned:
    scenario = read_scenario(path_of(name), [change(key, eval(value)) for key, value in changes])
    outcome = solve_once(scenario.problem, scenario.solver)
    assert isinstance(outcome, Planned)
    assert outcome.report.status == "OPTIMAL"
    assert violations(scenario.problem, outcome.plan) == ()
    return outcome


def weekdays(
    planned: Planned, problem: Any
) -> dict[int, tuple[tuple[int, ...], tuple[SessionKind, ...]]]:
    """Weekdays and kinds of the sessions of each base and peak week."""
    return {
        week.number: (
            tuple(session.day % 7 for session in planned.plan.in_week(week.number)),
            tuple(sorted(session.kind for session in planned.plan.in_week(week.number))),
        )
        for week in problem.weeks
        if week.phase is not Phase.TAPER
    }


def days_of(name: str, **changes: Any) -> dict[int, Any]:
    keys = tuple((key.replace("__", "."), repr(value)) for key, value in changes.items())
    scenario = read_scenario(path_of(name))
    return weekdays(solved(name, *keys), scenario.problem)


def all_but(found: dict[int, Any], weeks: Sequence[int]) -> set[Any]:
    return {days for week, days in found.items() if week not in weeks}


USUAL = {((MON, THU), TWO)}


def test_sample_week() -> None:
    assert all_but(days_of("sample-week"), []) == USUAL
    assert solved("sample-week").report.stage(Tier.PLACEMENT).value == 294


@pytest.mark.parametrize("week", range(3, 11))
def test_one_monday_off(week: int) -> None:
    found = days_of("sample-week", availability__off=[day(week, MON)])
    assert found[week] == ((THU,), ONE)
    assert all_but(found, [week]) == USUAL


@pytest.mark.parametrize("week", [3, 6, 9])
def test_one_thursday_off(week: int) -> None:
    found = days_of("sample-week", availability__off=[day(week, THU)])
    assert found[week] == ((MON, WED), TWO)
    assert all_but(found, [week]) == USUAL


SUNDAY = {**dict.fromkeys(WEEKDAYS, "easy"), "tue": "workout", "fri": "rest", "sun": "long"}


@pytest.mark.parametrize(("week", "weekday"), [(5, WED), (6, FRI), (6, SAT), (8, SAT), (12, WED)])
def test_a_day_off_that_no_session_wants(week: int, weekday: int) -> None:
    """A wedding on Saturday is no reason to lift less on Monday."""
    usual = days_of("sample-week", runs__week=SUNDAY)
    off = [day(week, weekday)]
    assert days_of("sample-week", runs__week=SUNDAY, availability__off=off) == usual
    assert all_but(usual, []) == USUAL


def test_an_evening_after_speed_work_and_the_friday_before_a_sundays_long_run() -> None:
    """The guide leaves Friday a very light session: base weeks have both, none one alone."""
    closed = {f"availability__{name}": "off" for name in ("mon", "wed", "thu", "sat", "sun")}
    week = {**SUNDAY, "fri": "easy", "sat": "rest"}
    found = days_of("sample-week", runs__week=week, **closed)
    kinds = tuple(sorted((SessionKind.MERGED, SessionKind.VERY_LIGHT)))
    assert all_but(found, [11, 12, 13]) == {((TUE, FRI), kinds)}


def test_a_holiday_that_begins_on_saturday() -> None:
    off = [{"from": day(7, SAT), "to": day(8, SUN)}]
    found = days_of("sample-week", runs__week=SUNDAY, availability__off=off)
    assert found[8] == ((), ())
    assert all_but(found, [8]) == USUAL


def test_two_mondays_off_two_weeks_apart() -> None:
    found = days_of("sample-week", availability__off=[day(4, MON), day(6, MON)])
    assert found[4] == found[6] == ((THU,), ONE)
    assert all_but(found, [4, 6]) == USUAL


@pytest.mark.parametrize("week", [3, 7])
def test_a_week_away_with_nothing(week: int) -> None:
    off = [{"from": day(week, MON), "to": day(week, SUN)}]
    found = days_of("sample-week", availability__off=off)
    assert found[week] == ((), ())
    assert all_but(found, [week]) == USUAL


def test_ill_from_wednesday_to_tuesday() -> None:
    off = [{"from": day(6, WED), "to": day(7, TUE)}]
    found = days_of("sample-week", availability__off=off)
    assert [len(found[week][0]) for week in (6, 7)] == [1, 1]
    assert all_but(found, [6, 7]) == USUAL


@pytest.mark.parametrize(("weekday", "expected"), [("mon", (WED, SUN)), ("thu", (MON, WED))])
def test_a_weekday_off_in_all_weeks(weekday: str, expected: tuple[int, int]) -> None:
    found = days_of("sample-week", **{f"availability__{weekday}": "off"})
    assert all_but(found, []) == {(expected, TWO)}


@pytest.mark.parametrize("name", ["seven-runs", "doubles", "trained-lifter-gym", "eighteen-weeks"])
def test_two_sessions_in_each_base_and_peak_week(name: str) -> None:
    assert all_but(days_of(name), []) == USUAL


@pytest.mark.parametrize("name", ["two-workouts-and-long-run", "three-key-runs"])
def test_one_session_in_peak_weeks_with_three_key_runs(name: str) -> None:
    problem = read_scenario(path_of(name)).problem
    for week, (days, kinds) in days_of(name).items():
        if problem.week(week).phase is Phase.BASE:
            assert (days, kinds) == ((MON, WED), TWO)
        else:
            key_runs = sum(problem.days[day].kind in KEY_KINDS for day in problem.week(week).days)
            assert kinds == (ONE if key_runs >= 3 else TWO)


def test_only_tuesday_and_thursday() -> None:
    """Both are used, the one after the workout for a small session; no base week is merged."""
    closed = {f"availability__{name}": "off" for name in ("mon", "wed", "fri", "sat", "sun")}
    problem = read_scenario(path_of("sample-week")).problem
    base = {week.number for week in problem.phase_weeks(Phase.BASE)}
    found = days_of("sample-week", **closed)
    assert {days for week, days in found.items() if week in base} == {((TUE, THU), TWO)}
    planned = solved("sample-week", *((k.replace("__", "."), repr(v)) for k, v in closed.items()))
    steps = {used.step for used in planned.plan.relaxed if used.week in base}
    assert steps == {Relaxation.SPEED_DAY}
