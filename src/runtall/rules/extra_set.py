"""One more set of one exercise at a time."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from runtall.domain.after_gaps import (
    after_short_gap,
    begins_after_gap,
    is_on_ramp,
    ramps,
    short_gaps,
)
from runtall.domain.counts import slot_sets
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.stand_in import unfillable
from runtall.domain.variables import Expression, Variables
from runtall.domain.where import Fault, InSession
from runtall.errors.words import counted
from runtall.rules._weeks import in_question, merged_peak_weeks
from runtall.rules._words import kind_words
from runtall.rules.base import Rule


def grows(week: Week) -> bool:
    """Return whether sets may be added: in base weeks that are neither reduced ones nor hold."""
    return week.phase is Phase.BASE and not (week.reduced or week.holds)


def _compared(problem: Problem, week: Week, kind: SessionKind) -> bool:
    """Return whether a session is held against earlier ones of its kind."""
    return kind is not SessionKind.MERGED or week not in merged_peak_weeks(problem)


PULL_DAY = SessionKind.D1


class ExtraSet(Rule):
    """From one session to the next of its kind, at most one slot gains a set, and only one.

    For every growing week w and every kind k that it holds, against the sets of each slot s
    in p, the last growing week before w that held k::

        sets[w, k, s] <= sets[p, k, s] + gain[s]       sum of gain[s] over the slots s <= 1

    (with certain sessions, as whole numbers: any two gains together are at most 1), and
    with no gain at all in deload, tune-up, away and peak weeks, run cutbacks and weeks after
    two easier ones, nor on the seven days after a tune-up race, before one in the same week, or
    in the first week back after a gap, or in two after one of 10 to 16 days. The first week
    after a gap of up to 9 days, two after one of up to 16, all on the way back after a longer
    one and run cutbacks among them set no level: sets are as before then, and what comes back by
    the rule coming-back is no gain. A kind's first session is free; one in place of two, and the
    one session of a peak week where base weeks have two, are measured by those with two, not by
    small ones long ago. Growing weeks are base weeks without deload, tune-up, travel or run
    cutback, nor right after two easier ones; no slot ever has more sets than its template allows.
    Where a week may lack the kind, or what it takes to fill the slot, a level per slot carries the
    sets of p on::

        level[w] <= sets[w] + most * (1 - held[w])      level[w] <= level[w-1] + most * held[w]

    Guide: "Pick one progress method at a time".
    """

    title = "one more set of one exercise at a time"
    source = "guide: progress methods"
    can_be_off = True

    def _weeks(self, problem: Problem) -> Iterator[Week]:
        return (week for week in problem.weeks if week.phase is not Phase.TAPER)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Compare the slots of each session with the level that they have reached."""
        for kind in SessionKind:
            levels: list[Expression] = []
            for week in self._weeks(problem):
                held = kind in variables.kinds(week.number)
                if held and levels and _compared(problem, week, kind):
                    self._compare(problem, variables, week, kind, levels)
                if grows(week):
                    levels = self._freed(variables, week, kind, levels)
                    if held:
                        levels = self._next_levels(problem, variables, week, kind, levels)

    def _compare(
        self,
        problem: Problem,
        variables: Variables,
        week: Week,
        kind: SessionKind,
        levels: list[Expression],
    ) -> None:
        where, slots = InSession(week.number, kind), variables.slots(kind)
        sets = (variables.sets(week.number, kind, slot) for slot in slots)
        gains = [count - level for count, level in zip(sets, levels, strict=True)]
        on_way = short_gaps(problem, variables, week.number, least=1)
        backs = [variables.returned(week.number, 0), *on_way]
        held = any(variables.bounds(back)[1] for back in backs)
        if not grows(week):
            claims = [gain <= 0 for gain in gains]
        elif variables.relaxes(week.number) or week.after_race or held:
            # Levels are loose here: one switch per slot solves in two thirds of the time.
            switches = [variables.bool_var(f"{self.id}/gain/{where}/{slot.name}") for slot in slots]
            claims = [gain <= switch for gain, switch in zip(gains, switches, strict=True)]
            raced = self._after_race(problem, variables, week, kind)
            claims += [sum(switches) <= 1 - back for back in [raced, *backs]]
        else:
            # No two slots gain: without any switch, in less than half of the time.
            claims = [gain <= 1 for gain in gains]
            claims += [gain + other <= 1 for gain, other in itertools.combinations(gains, 2)]
            claims.append(sum(gains) <= 1)
        for claim in claims:
            variables.require(self.id, where, claim)

    def _after_race(
        self, problem: Problem, variables: Variables, week: Week, kind: SessionKind
    ) -> Expression:
        """Return 1 if the week's session of this kind lies in the week after a race, else 0."""
        days = (day for day in week.days if problem.days[day].near_race)
        return sum(variables.session(day, kind) for day in days)

    def _freed(
        self, variables: Variables, week: Week, kind: SessionKind, levels: list[Expression]
    ) -> list[Expression]:
        """Return the levels that are left of one session for two once there are two again."""
        if kind is not SessionKind.MERGED or PULL_DAY not in variables.kinds(week.number):
            return levels
        two = variables.held(week.number, PULL_DAY)
        least, most = variables.bounds(two)
        if least or not most:
            return [] if least else levels
        slots = variables.slots(kind)
        return [level + slot.most * two for level, slot in zip(levels, slots, strict=False)]

    def _next_levels(
        self,
        problem: Problem,
        variables: Variables,
        week: Week,
        kind: SessionKind,
        levels: list[Expression],
    ) -> list[Expression]:
        slots = variables.slots(kind)
        sets = [variables.sets(week.number, kind, slot) for slot in slots]
        lacking = 1 - variables.held(week.number, kind)
        back = short_gaps(problem, variables, week.number)
        back += ramps(problem, variables, week.number)
        result = []
        for slot, now, before in zip(slots, sets, levels or [None] * len(slots), strict=True):
            impossible = (
                variables.session(day, kind) for day in unfillable(problem, week, kind, slot)
            )
            # Not held, after a gap, or nothing to do it with: the level before it, and before the
            # first session the most.
            reasons = in_question(variables, [lacking, *back, sum(impossible)])
            if reasons is None:
                level = slot.most if before is None else before
            elif not reasons:
                level = now
            elif before is None:
                level = now + slot.most * sum(reasons)
            else:
                name = f"{self.id}/level/w{week.number:02}/{kind}/{slot.name}"
                level = variables.int_var(0, slot.most, name)
                variables.define(level <= now + slot.most * sum(reasons))
                for reason in reasons:
                    variables.define(level <= before + slot.most - slot.most * reason)
            result.append(level)
        return result

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that gains too much."""
        levels: dict[SessionKind, dict[str, int]] = {}
        for week in self._weeks(problem):
            for kind, slots in problem.slots.items():
                sessions = [s for s in plan.in_week(week.number) if s.kind is kind]
                before = levels.get(kind)
                if kind is SessionKind.MERGED and plan.held(week.number, PULL_DAY) and grows(week):
                    levels.pop(kind, None)
                if not sessions:
                    continue
                sets = {slot.name: slot_sets(sessions, slot) for slot in slots}
                before = before or sets
                gains = {name: sets[name] - before[name] for name in sets}
                gains = {name: gain for name, gain in gains.items() if gain > 0}
                raced = any(problem.days[session.day].near_race for session in sessions)
                back = begins_after_gap(problem, plan, week.number)
                back |= after_short_gap(problem, plan, week.number, least=1)
                most = int(grows(week) and not raced and not back)
                if sum(gains.values()) > most and _compared(problem, week, kind):
                    words = ", ".join(f"{name} +{gain}" for name, gain in gains.items())
                    allowed = counted(most, "set") if most else "none"
                    yield InSession(week.number, kind), f"{words}; at most {allowed} allowed"
                back = after_short_gap(problem, plan, week.number)
                if grows(week) and not (back or is_on_ramp(problem, plan, week.number)):
                    days = {session.day for session in sessions}
                    closed = [s for s in slots if days & set(unfillable(problem, week, kind, s))]
                    usual = levels.get(kind, {slot.name: slot.most for slot in closed})
                    levels[kind] = sets | {slot.name: usual[slot.name] for slot in closed}

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 5: one exercise of the D1 session may gain one set, and no more.``."""
        session = f"exercise of the {kind_words(where.kind)} session"
        week = problem.week(where.week)
        if week.after_race:
            return f"Week {where.week}: no {session} gains a set around a race."
        if grows(week):
            return f"Week {where.week}: one {session} may gain one set, and no more."
        return f"Week {where.week}: no {session} gains a set."
