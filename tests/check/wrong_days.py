"""Sessions on days where they must not be, and weeks with too few or too many of them."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.exercise import Kind
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
        pull, push = held(plan, week, Kind.D1), held(plan, week, Kind.D2)
        swapped = [replace(pull, day=push.day), replace(push, day=pull.day)]
        return exchange(plan, [pull, push], swapped)

    return consistent(change)


def one_more(week: int, kind: Kind, weekday: int) -> Change:
    def change(problem: Problem, plan: Plan) -> Plan:
        twin = replace(held(plan, week, kind), day=problem.week(week).days[weekday])
        return exchange(plan, [], [twin])

    return consistent(change)


WRONG_DAYS = (
    Mutation("R24", "on the eve of the long run", move(3, Kind.D2, FRI), "D2 session"),
    Mutation("R18", "on the day of the long run", move(3, Kind.D2, SAT), "D2 session"),
    Mutation("S2.13", "on race day", move(16, Kind.VERY_LIGHT, SUN), "very_light session"),
    Mutation("S2.13", "three days before the race", move(16, Kind.VERY_LIGHT, THU), "very_light"),
    Mutation("R22", "after a workout", move(5, Kind.D1, TUE), "D1 session"),
    Mutation("S2.1", "two on one day", move(5, Kind.D1, THU), "2 sessions"),
    Mutation("S2.1", "on neighbouring days", move(5, Kind.D1, WED), "on the next day"),
    Mutation("R64", "the two swap days for one week", swap_days(5), "D2 before D1"),
    Mutation("R15", "one is left out", drop(5, Kind.D2), "D1"),
    Mutation("R15", "a third one", one_more(5, Kind.D1, SUN), "D1, D2, D1"),
    Mutation(
        "R26",
        "on Friday before a long run on Sunday",
        move(5, Kind.D2, FRI),
        "D2 session",
        "sunday-long-run",
    ),
    Mutation(
        "S2.12",
        "on the eve of a half marathon",
        move(9, Kind.D2, SAT),
        "D2 session",
        "tune-up-race",
    ),
    Mutation(
        "R93",
        "on a day off",
        move(14, Kind.LIGHT, WED),
        "light session",
        "only-tuesday-friday",
    ),
    Mutation("R94", "away from its fixed day", move(2, Kind.D1, SUN), "D1 on Sun", "short"),
    Mutation("R94", "on a day that was ruled out", move(2, Kind.D2, WED), "D2 session", "short"),
    Mutation("R16", "too long for a day that may be free", move(7, Kind.D1, WED), "minutes"),
    Mutation(
        "R88",
        "mobility after a workout",
        lambda problem, plan: replace(plan, mobility=(*plan.mobility, problem.week(5).days[TUE])),
        "mobility",
    ),
    Mutation(
        "R93",
        "mobility on a day off",
        lambda problem, plan: replace(plan, mobility=(*plan.mobility, problem.week(5).days[MON])),
        "mobility",
        "only-tuesday-friday",
    ),
)
