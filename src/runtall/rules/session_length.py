"""How long a session may last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from runtall.domain.counts import sessions_of
from runtall.domain.exercise import SessionKind
from runtall.domain.mobility import mobility_minutes
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, exercise_cost_s, set_cost_s
from runtall.domain.variables import Claim, Expression, Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.mobility import has_mobility_block
from runtall.progression.room import most_sets
from runtall.progression.session_time import cap_s, easy_s, longest_s, minutes
from runtall.rules._easy_time import easy_seconds
from runtall.rules._words import kind_words, session_of_week
from runtall.rules.base import Rule


def fullest_s(problem: Problem, kind: SessionKind) -> int:
    """Return the seconds of a session with every set that its slots may have."""
    total = WARM_UP_S + RAMP_UP_S
    for slot in problem.slots[kind]:
        exercises = [problem.exercises[key] for key in slot.alternatives]
        total += max(exercise_cost_s(e) + slot.most * set_cost_s(e) for e in exercises)
    return total


class SessionLength(Rule):
    """A session fits its day: 40 minutes at most, 30 where the day has or may have no run.

    For every week w and kind k, with c[d] the seconds that day d has for a session of kind
    k and T the seconds of its sets at the top of every range, warm-up included::

        T[w, k] <= sum over the days d of w of c[d] * session[d, k]

    c is what the runner's cap and window leave, 25 minutes at most for a light session and
    20 for a very light one. In the taper, with E the seconds at the bottom of every range, r[d]
    all that cap and window leave and m those of one round of mobility, besides::

        E[w, k] <= sum over the days d of w of (r[d] - m) * session[d, k]

    so that what is printed fits: mobility goes from two rounds to one first, then sets go.
    Guide: option B, "A simple 2-day upper body plan", taper.
    """

    title = "a session fits its day with its mobility, 40 minutes at most"
    source = "guide: option B, 2-day plan"
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Hold each session against the cap of the day it is on."""
        fullest = {kind: fullest_s(problem, kind) for kind in SessionKind}
        room_for = cache(partial(most_sets, problem))  # most days have the same cap
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                where = InSession(week.number, kind)
                # What no session can reach binds nothing: smaller coefficients are tighter.
                caps = {d: min(cap_s(problem.days[d], kind), fullest[kind]) for d in week.days}
                if min(caps.values()) < fullest[kind]:
                    length = variables.seconds(week.number, kind)
                    variables.require(self.id, where, _fits(variables, where, length, caps))
                    # The same in whole sets: the linear relaxation has them in part.
                    sets = variables.session_sets(week.number, kind)
                    fit = {day: room_for(kind, cap) for day, cap in caps.items()}
                    variables.require(self.id, where, _fits(variables, where, sets, fit))
                    possible = [d for d in fit if variables.bounds(variables.session(d, kind))[1]]
                    most = max((fit[day] for day in possible), default=0)
                    variables.leave_room(week.number, kind, most)
                if has_mobility_block(week.phase, kind):
                    room = {d: min(_room_s(problem, d), fullest[kind]) for d in week.days}
                    length = easy_seconds(problem, variables, week.number, kind)
                    variables.require(self.id, where, _fits(variables, where, length, room))

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that is too long."""
        for week, session in sessions_of(problem, plan):
            longest = longest_s(session.entries, problem.exercises)
            cap = cap_s(problem.days[session.day], session.kind)
            found = f"{minutes(longest)} minutes, at most {cap // 60} allowed"
            if longest <= cap and has_mobility_block(week.phase, session.kind):
                longest = easy_s(session.entries, problem.exercises)
                cap = _room_s(problem, session.day)
                found = (
                    f"{minutes(longest)} minutes beside its mobility, at most"
                    f" {max(0, cap // 60)} allowed"
                )
            if longest > cap:
                yield InSession(week.number, session.kind, day=session.day), found

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3: the D1 session may last 40 minutes; 30 on Fri 5 Mar.``."""
        kind = where.kind
        taper = has_mobility_block(problem.week(where.week).phase, kind)
        caps: dict[int, list[str]] = {}
        for index in problem.week(where.week).days:
            day = problem.days[index]
            if day.option and day.free and where.day in {None, index}:
                cap = min(cap_s(day, kind), _room_s(problem, index)) if taper else cap_s(day, kind)
                caps.setdefault(max(0, cap // 60), []).append(day.label)
        if not caps:
            return f"Week {where.week}: no day is left for the {kind_words(kind)} session."
        (most, _), *shorter = sorted(caps.items(), reverse=True)
        parts = "".join(f"; {length} on {', '.join(labels)}" for length, labels in shorter)
        beside = " beside its mobility" if taper else ""
        return f"{session_of_week(where)} may last {most} minutes{beside}{parts}."


def _room_s(problem: Problem, day: int) -> int:
    """Return the seconds of a day beside one round of mobility; less than 0 where it has fewer."""
    return problem.days[day].cap_s - 60 * mobility_minutes(problem.request.athlete)


def _fits(
    variables: Variables, where: InSession, length: Expression, caps: Mapping[int, int]
) -> Claim:
    """Claim that a session is no longer than the cap of its day."""
    most = max(caps.values())
    less = {day: most - cap for day, cap in caps.items() if cap < most}
    lost = sum(less[day] * variables.session(day, where.kind) for day in less)
    return length + lost <= most * variables.held(where.week, where.kind)
