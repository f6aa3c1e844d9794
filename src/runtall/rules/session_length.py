"""How long a session may last."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.session_time import (
    RAMP_UP_S,
    WARM_UP_S,
    cap_s,
    exercise_cost_s,
    longest_s,
    minutes,
    set_cost_s,
)
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
    20 for a very light one.
    Guide: option B, "A simple 2-day upper body plan".
    """

    title = "a session fits its day, 40 minutes at most"
    source = "guide: option B, 2-day plan"
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Hold each session against the cap of the day it is on."""
        fullest = {kind: fullest_s(problem, kind) for kind in SessionKind}
        for week in problem.weeks:
            for kind in variables.kinds(week.number):
                # What no session can reach binds nothing: smaller coefficients are tighter.
                caps = {d: min(cap_s(problem.days[d], kind), fullest[kind]) for d in week.days}
                most = max(caps.values())
                if min(caps.values()) == fullest[kind]:
                    continue
                less = {day: most - cap for day, cap in caps.items() if cap < most}
                lost = sum(less[day] * variables.session(day, kind) for day in less)
                length = variables.seconds(week.number, kind) + lost
                fits = length <= most * variables.held(week.number, kind)
                variables.require(self.id, InSession(week.number, kind), fits)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that is too long."""
        for week, session in sessions_of(problem, plan):
            longest = longest_s(session.entries, problem.exercises)
            cap = cap_s(problem.days[session.day], session.kind)
            if longest > cap:
                found = f"{minutes(longest)} minutes, at most {cap // 60} allowed"
                yield InSession(week.number, session.kind, day=session.day), found

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3: the D1 session may last 40 minutes; 30 on Fri 5 Mar.``."""
        kind = where.kind
        caps: dict[int, list[str]] = {}
        for index in problem.week(where.week).days:
            day = problem.days[index]
            if day.option and day.free and where.day in {None, index}:
                caps.setdefault(cap_s(day, kind) // 60, []).append(day.label)
        if not caps:
            return f"Week {where.week}: no day is left for the {kind_words(kind)} session."
        (most, _), *shorter = sorted(caps.items(), reverse=True)
        parts = "".join(f"; {length} on {', '.join(labels)}" for length, labels in shorter)
        return f"{session_of_week(where)} may last {most} minutes{parts}."
