"""Every time that a plan has an exercise, in order, and what rules let it do there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.progression.effort import reps_in_reserve
from runtall.progression.rack import rack_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.domain.plan import Entry, Plan, Session
    from runtall.domain.problem import Day, Problem
    from runtall.progression.rack import Rack


@dataclass(frozen=True, slots=True)
class Exposure:
    """One entry of a plan, and what it may be compared with.

    Parameters
    ----------
    session, place
        Index of the session in the plan, and of the entry in the session.
    rack
        Loads that exist on that day.
    rir
        Reps in reserve that the day asks for.
    counts
        A heavy session of a week that is not eased, with the usual loads: what comes later is
        measured by it.
    added_sets
        Sets more than at the last exposure that counts, if possible in the same kind of session.
    may_grow
        Reps, metres, seconds or load may grow here.
    """

    session: int
    place: int
    entry: Entry
    day: Day
    kind: SessionKind
    rack: Rack
    rir: int
    counts: bool
    added_sets: int
    may_grow: bool

    @property
    def more_sets(self) -> bool:
        """Whether it grew by sets."""
        return self.counts and self.added_sets > 0

    @property
    def in_base(self) -> bool:
        """Whether it counts and lies in the base phase: a step of the exercise's path."""
        return self.counts and self.day.phase is Phase.BASE


def exposures(problem: Problem, plan: Plan) -> Mapping[str, tuple[Exposure, ...]]:
    """Exposures of each exercise of the library, by day; exercises as they first come.

    A plan may hold anything: days outside the calendar and unknown exercises are passed over.
    """
    held: dict[str, list[tuple[int, int, Session, Entry]]] = defaultdict(list)
    order = sorted(range(len(plan.sessions)), key=lambda index: plan.sessions[index].day)
    for index in order:
        session = plan.sessions[index]
        if 0 <= session.day < len(problem.days):
            for place, entry in enumerate(session.entries):
                if entry.exercise in problem.exercises:
                    held[entry.exercise].append((index, place, session, entry))
    growing = _Growing(problem, plan)
    return {key: growing.exposures(key, found) for key, found in held.items()}


def usual_rack(problem: Problem, key: str, first_day: int) -> Rack:
    """Loads at the usual place, or where the exercise is first done if it can't be done there."""
    exercise, usual = problem.exercises[key], problem.request.equipment
    if exercise.possible_with(usual.items):
        return rack_of(exercise, usual)
    return rack_of(exercise, problem.equipment(first_day))


@dataclass(frozen=True, slots=True)
class _Growing:
    problem: Problem
    plan: Plan

    def exposures(
        self, key: str, found: list[tuple[int, int, Session, Entry]]
    ) -> tuple[Exposure, ...]:
        """Go through them in order, remembering the sets of those that count."""
        exercise = self.problem.exercises[key]
        usual = usual_rack(self.problem, key, found[0][2].day)
        by_kind: dict[SessionKind, int] = {}
        last: int | None = None
        result: list[Exposure] = []
        for index, place, session, entry in found:
            day = self.problem.days[session.day]
            rack = rack_of(exercise, self.problem.equipment(session.day))
            eased = self.problem.week(day.week).eased or rack != usual
            counts = session.kind.heavy and not eased
            before = by_kind.get(session.kind, last)
            result.append(
                Exposure(
                    session=index,
                    place=place,
                    entry=entry,
                    day=day,
                    kind=session.kind,
                    rack=rack,
                    rir=reps_in_reserve(day, session.kind, exercise, len(result)),
                    counts=counts,
                    added_sets=0 if before is None else entry.sets - before,
                    may_grow=False,
                )
            )
            if counts:
                by_kind[session.kind] = last = entry.sets
        return self._with_growth(exercise.pattern, result)

    def _with_growth(self, pattern: Pattern, found: list[Exposure]) -> tuple[Exposure, ...]:
        """Open the first exposure of each week to growth, where every rule agrees."""
        weeks_of_sets = {one.day.week for one in found if one.more_sets}
        tried: set[int] = set()
        result = []
        for one in found:
            week = one.day.week
            opens = one.in_base and week not in tried and week not in weeks_of_sets and bool(tried)
            if one.in_base:
                tried.add(week)
            may_grow = opens and self._week_may_grow(week, pattern)
            result.append(replace(one, may_grow=may_grow))
        return tuple(result)

    def _week_may_grow(self, week: int, pattern: Pattern) -> bool:
        """Whether the week before was trained, and pushing doesn't outpace pulling."""
        if not self.plan.in_week(week - 1):
            return False
        return pattern is not Pattern.PUSH or not pulls_fall(self.problem, self.plan, week)


def pulls_fall(problem: Problem, plan: Plan, number: int) -> bool:
    """Whether a week has fewer pull sets than the last one before it that was not eased."""
    earlier = [week.number for week in problem.weeks[: number - 1] if not week.eased]
    if not earlier:
        return False
    now, before = (
        pattern_sets(problem, plan, week, Pattern.PULL) for week in (number, earlier[-1])
    )
    return now < before
