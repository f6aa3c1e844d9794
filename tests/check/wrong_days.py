"""Sessions on days where they must not be, and weeks with too few or too many of them."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from tests.check.edits import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    Change,
    Mutation,
    consistent,
    drop,
    exchange,
    held,
    move,
)


def swap_days(week: int) -> Change:
    def change(_: Problem, plan: Plan) -> Plan:
        pull, push = held(plan, week, SessionKind.D1), held(plan, week, SessionKind.D2)
        swapped = [replace(pull, day=push.day), replace(push, day=pull.day)]
        return exchange(plan, [pull, push], swapped)

    return consistent(change)


def one_more(week: int, kind: SessionKind, weekday: int) -> Change:
    def change(problem: Problem, plan: Plan) -> Plan:
        twin = replace(held(plan, week, kind), day=problem.week(week).days[weekday])
        return exchange(plan, [], [twin])

    return consistent(change)


WRONG_DAYS = (
    Mutation(
        "rest-before-long-run",
        "on the eve of the long run",
        move(3, SessionKind.D2, FRI),
        "D2 session",
    ),
    Mutation(
        "session-days", "on the day of the long run", move(3, SessionKind.D2, SAT), "D2 session"
    ),
    Mutation(
        "race-week", "on race day", move(16, SessionKind.VERY_LIGHT, SUN), "very_light session"
    ),
    Mutation(
        "race-week",
        "three days before the race",
        move(16, SessionKind.VERY_LIGHT, THU),
        "very_light",
    ),
    Mutation("speed-day", "after a workout", move(5, SessionKind.D1, TUE), "D1 session"),
    Mutation("spacing", "two on one day", move(5, SessionKind.D1, THU), "2 sessions"),
    Mutation("spacing", "on neighbouring days", move(5, SessionKind.D1, WED), "on the next day"),
    Mutation("alternate", "the two swap days for one week", swap_days(5), "D2 before D1"),
    Mutation("weekly-sessions", "one is left out", drop(5, SessionKind.D2), "D1"),
    Mutation("weekly-sessions", "a third one", one_more(5, SessionKind.D1, SUN), "D1, D2, D1"),
    Mutation(
        "sunday-long-run",
        "on Friday before a long run on Sunday",
        move(5, SessionKind.D2, FRI),
        "D2 session",
        "sunday-long-run",
    ),
    Mutation(
        "tuneup-eve",
        "on the eve of a half marathon",
        move(9, SessionKind.D2, SAT),
        "D2 session",
        "tune-up-race",
    ),
    Mutation(
        "availability",
        "on a day off",
        move(14, SessionKind.LIGHT, WED),
        "light session",
        "only-tuesday-friday",
    ),
    Mutation(
        "locked-days", "away from its fixed day", move(2, SessionKind.D1, SUN), "D1 on Sun", "short"
    ),
    Mutation(
        "locked-days",
        "on a day that was ruled out",
        move(2, SessionKind.D2, WED),
        "D2 session",
        "short",
    ),
    Mutation(
        "session-length",
        "too long for a day that may be free",
        move(7, SessionKind.D1, WED),
        "minutes",
    ),
    Mutation(
        "mobility-days",
        "mobility after a workout",
        lambda problem, plan: replace(plan, mobility=(*plan.mobility, problem.week(5).days[TUE])),
        "mobility",
    ),
    Mutation(
        "availability",
        "mobility on a day off",
        lambda problem, plan: replace(plan, mobility=(*plan.mobility, problem.week(5).days[MON])),
        "mobility",
        "only-tuesday-friday",
    ),
)
