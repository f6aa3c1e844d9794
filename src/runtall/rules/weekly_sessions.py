"""How many sessions a week has, and of which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Variables
from runtall.domain.where import InWeek
from runtall.rules._weeks import TWO, AboutWeeks
from runtall.rules._words import kind_words


def composition(week: Week, uses: Callable[[Relaxation], Any]) -> dict[SessionKind, Any]:
    """Return the sessions of each kind that a week must have, given the relaxations it uses.

    Written once for both halves of the rule: ``uses`` gives 0-1 decisions to the model and
    plain numbers to the check.
    """
    lighter, single = uses(Relaxation.LIGHTER), uses(Relaxation.SINGLE)
    very_light = uses(Relaxation.BEFORE_SUNDAY) + uses(Relaxation.LONG_RUN_EVE)
    skip, cut_short = uses(Relaxation.SKIP), uses(Relaxation.CUT_SHORT)
    counts: dict[SessionKind, Any] = dict.fromkeys(SessionKind, 0)
    if week.n_sessions == 0:
        return counts
    if week.race_week:
        # Whatever its phase: a run plan may have no taper.
        counts[SessionKind.VERY_LIGHT] = 1 - skip
        return counts
    if week.phase is Phase.TAPER:
        counts[SessionKind.LIGHT] = 1 - skip - very_light
        counts[SessionKind.VERY_LIGHT] = very_light
        return counts
    counts[SessionKind.LIGHT] = lighter
    counts[SessionKind.VERY_LIGHT] = very_light
    if week.n_sessions == 1:
        counts[SessionKind.MERGED] = 1 - lighter - very_light - skip
    else:
        counts[SessionKind.D1] = 1 - lighter - single - very_light - skip
        counts[SessionKind.D2] = counts[SessionKind.D1] - cut_short
        counts[SessionKind.MERGED] = lighter + single + very_light
    return counts


class WeeklySessions(AboutWeeks):
    """Two sessions in a base week, one or two in a peak week, one light one in the taper.

    With relaxations u[step] of the week, for a week of two sessions::

        very_light = u[before_sunday] + u[long_run_eve]         light = u[lighter]
        D1 = 1 - light - very_light - u[single] - u[skip]
        D2 = D1 - u[cut_short]
        merged = light + very_light + u[single]

    and accordingly with one session (merged) and in the taper (light; very light in race
    week). A peak week has as many as `Week.n_sessions` says. That D1 and D2 alternate
    follows for the counts. Where an illness takes later days of a week of two, the pull day before
    it stays: over the days d before it::

        u[cut_short] <= sum of session[d, D1]

    and u[cut_short] = 0 in all other weeks.
    Guide: "Adjust for marathon training phases".
    """

    title = "sessions a week: two in base, one or two in peak, one in taper"
    source = "guide: phases"
    reach = Reach.DAYS
    ties_weeks = False

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Equate the sessions of each kind with the week's composition."""
        counts = composition(week, partial(variables.relaxed, week=week.number))
        for kind, count in counts.items():
            yield variables.held(week.number, kind) == count
        if week.n_sessions == TWO:
            before = problem.before_illness(week)
            begun = sum(variables.session(day, SessionKind.D1) for day in before)
            yield variables.relaxed(Relaxation.CUT_SHORT, week.number) <= begun

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return sessions that are not those of the week's declared relaxations."""
        counts = composition(week, partial(plan.uses, week=week.number))
        sessions = plan.in_week(week.number)
        if week.n_sessions == TWO:
            before = problem.before_illness(week)
            begun = {session.kind for session in sessions if session.day in before}
            if plan.uses(Relaxation.CUT_SHORT, week.number) and SessionKind.D1 not in begun:
                return f"no {kind_words(SessionKind.D1)} before an illness"
        if counts == {kind: plan.held(week.number, kind) for kind in SessionKind}:
            return ""
        return ", ".join(kind_words(session.kind) for session in sessions) or "no session"

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 3 (base) has two sessions: D1, D2.``."""
        week = problem.week(where.week)
        if not week.kinds:
            return f"Week {week.number} ({week.phase}) has no session."
        many = "two sessions" if len(week.kinds) == 2 else "one session"
        kinds = ", ".join(kind_words(kind) for kind in week.kinds)
        return f"Week {week.number} ({week.phase}) has {many}: {kinds}."
