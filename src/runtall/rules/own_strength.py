"""Room for the runner's own strength sessions."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.where import OnDay
from runtall.errors.words import shown
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class OwnStrength(ForbiddenDays):
    """The run plan's own strength sessions have their day, and 48 hours to ours.

    For every day d with a strength session of the run plan, and for every day next to one that
    works the upper body::

        lifts[d] = 0

    Such a session is training, like ours, and its muscles rest as long; one for the legs or the
    core, mobility and yoga take no more than their day. How many sessions of ours are left for
    the week is `Week.n_sessions`: one beside one, none beside two, none in the taper.
    Ours; guide: sample week, three and four days between two sessions.
    """

    title = "own strength sessions keep their day, and 48 hours to ours"
    source = "ours; guide: sample week"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind on these days."""
        return ANY if day.own or day.near_own else NOTHING

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Wed 6 Jan has "Gym: upper body" of your own: no session.``."""
        day = problem.days[where.day]
        if day.own:
            titles = " and ".join(shown(session.title) for session in day.own)
            return f"{day.label} has {titles} of your own: no session."
        return (
            f"{day.label} is next to {shown(day.near_own)} of your own: no session within 48 hours."
        )
