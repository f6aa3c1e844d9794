"""Where an exercise may grow, and how many weeks are left for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.effort import CAREFUL_RIR
from runtall.progression.exposures.exposure import Exposure, Hold, rests
from runtall.progression.exposures.holding import holding


def with_growth(problem: Problem, plan: Plan, found: Iterable[Exposure]) -> tuple[Exposure, ...]:
    """Open the first exposure of each week to growth, where every rule agrees."""
    result = list(_agreeing(found))
    more_sets = {exposure.day.week for exposure in result if exposure.more_sets}
    held: dict[int, Hold | None] = {}
    for number, exposure in enumerate(result):
        week = exposure.day.week
        if exposure.in_base:
            grows = False
            if not held:
                held[week] = None
            elif week not in held:
                reasons = holding(problem, plan, result[:number], exposure)
                held[week] = Hold.MORE_SETS if week in more_sets else next(reasons, None)
                grows = held[week] is None
            result[number] = replace(exposure, may_grow=grows, held=held[week])
    return tuple(reversed([*_with_weeks_left(problem, result)]))


def _agreeing(found: Iterable[Exposure]) -> Iterator[Exposure]:
    """Yield exposures so that those of one week that count leave as much in reserve.

    The same load and reps can't leave two on one day and three on another. The four that the first
    session after an illness leaves are its own.
    """
    for _, of_week in groupby(found, key=lambda exposure: exposure.day.week):
        week = list(of_week)
        rir = max((min(one.rir, CAREFUL_RIR) for one in week if one.counts), default=0)
        for one in week:
            yield replace(one, rir=rir) if one.counts and one.rir < rir else one


def _with_weeks_left(problem: Problem, found: list[Exposure]) -> Iterator[Exposure]:
    """Yield exposures from the last one on with what is left after them to grow in."""
    as_many = {exposure.day.week for exposure in found if exposure.added_sets >= 0}
    growing = {week.number for week in problem.growing_weeks() if not week.cutback}
    growths, weeks, unknown = 0, set[int](), [*problem.illnesses]
    for exposure in reversed(found):
        week = exposure.day.week
        while unknown and exposure.day.index < unknown[-1]:
            # Before an illness nobody knows of the weeks that it takes.
            taken = problem.days[unknown.pop()].week
            weeks |= {later for later in growing if later >= taken}
            growths = len(weeks - {week})
        left, fewer = len(weeks - {week}), week not in as_many
        yield replace(exposure, growths=growths, weeks_left=left, fewer_sets=fewer)
        growths += exposure.may_grow
        if exposure.in_base and not (rests(problem, exposure) or problem.week(week).early):
            # On a trip, too, what is there is done at full.
            weeks.add(week)
