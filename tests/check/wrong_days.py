"""Sessions on days where they must not be, and weeks with too few or too many of them."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from tests.check.edits import (
    D1,
    D2,
    FRI,
    LIGHT,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    VERY_LIGHT,
    WED,
    Change,
    Row,
    consistent,
    drop,
    exchange,
    held,
    move,
)


def swap_days(week: int) -> Change:
    def change(_: Problem, plan: Plan) -> Plan:
        pull, push = held(plan, week, D1), held(plan, week, D2)
        swapped = [replace(pull, day=push.day), replace(push, day=pull.day)]
        return exchange(plan, [pull, push], swapped)

    return consistent(change)


def one_more(week: int, kind: SessionKind, weekday: int) -> Change:
    def change(problem: Problem, plan: Plan) -> Plan:
        twin = replace(held(plan, week, kind), day=problem.week(week).days[weekday])
        return exchange(plan, [], [twin])

    return consistent(change)


WRONG_DAYS: tuple[Row, ...] = (
    ("rest-before-long-run", "on the eve of the long run", move(3, D2, FRI), "D2 session"),
    ("session-days", "on the day of the long run", move(3, D2, SAT), "D2 session"),
    ("race-week", "on race day", move(16, VERY_LIGHT, SUN), "very_light session"),
    ("race-week", "three days before the race", move(16, VERY_LIGHT, THU), "very_light"),
    ("speed-day", "after a workout", move(5, D1, TUE), "D1 session"),
    ("spacing", "two on one day", move(5, D1, THU), "2 sessions"),
    ("spacing", "on neighbouring days", move(5, D1, WED), "on the next day"),
    ("alternate", "the two swap days for one week", swap_days(5), "D2 before D1"),
    ("weekly-sessions", "one is left out", drop(5, D2), "D1"),
    ("weekly-sessions", "a third one", one_more(5, D1, SUN), "D1, D2, D1"),
    (
        "sunday-long-run",
        "on Friday before a long run on Sunday",
        move(5, D2, FRI),
        "D2 session",
        "sunday-long-run",
    ),
    ("tuneup-eve", "on the eve of a half marathon", move(9, D2, SAT), "D2 session", "tune-up-race"),
    ("availability", "on a day off", move(14, LIGHT, WED), "light session", "only-tuesday-friday"),
    (
        "after-illness",
        "on the day after an illness",
        move(5, SessionKind.MERGED, MON),
        "merged session",
        "short",
    ),
    (
        "own-strength",
        "on the day of an own session",
        move(4, SessionKind.MERGED, WED),
        "merged session",
        "short",
    ),
    ("locked-days", "away from its fixed day", move(2, D1, SUN), "D1 on Sun", "short"),
    ("locked-days", "on a day that was ruled out", move(2, D2, WED), "D2 session", "short"),
    ("session-length", "too long for a day that may be free", move(7, D1, WED), "minutes"),
    (
        "mobility-days",
        "mobility after a workout",
        lambda problem, plan: replace(plan, mobility=(*plan.mobility, problem.week(5).days[TUE])),
        "mobility",
    ),
    (
        "availability",
        "mobility on a day off",
        lambda problem, plan: replace(plan, mobility=(*plan.mobility, problem.week(5).days[MON])),
        "mobility",
        "only-tuesday-friday",
    ),
)
