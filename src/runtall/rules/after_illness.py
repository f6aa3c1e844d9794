"""The first days after an illness."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Day, Problem
from runtall.domain.where import OnDay
from runtall.rules._forbidden_days import ANY, NOTHING, ForbiddenDays


class AfterIllness(ForbiddenDays):
    """Nothing right after an illness, and no first session beside a long run, or before a run.

    For the day d after the last one of an illness, or the five days after one with fever::

        lifts[d] = 0        mobility[d] = 0

    As between two sessions, 48 hours are a day without one: ill until Tuesday, Thursday is open.
    And for every eve of a long run and every day after one on which nothing has been possible since
    an illness or for a week, and every day between an illness and the first easy run, where another
    day comes within three days::

        lifts[d] = 0

    But not on a day after a long run that most weeks can't do without: there it would cost the week
    a session, and the runner is used to it.
    On the eve of a long run within a week after an illness it is so even where no other day comes.
    So the week gives up a session, and the next one begins on its usual days. The days of the
    illness itself are days off. What the first session back may hold is the rule coming-back.
    Ours, by general guidance; the guide speaks of sore muscles alone.
    """

    title = "nothing right after an illness, no first session beside a long run"
    source = "ours: illness, general guidance"

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return every kind on each such day."""
        return ANY if day.recovering or day.waits else NOTHING

    def without_mobility(self, day: Day) -> bool:
        """Return whether it is one of them."""
        return day.recovering

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Sun 9 May is beside a long run: the first session back waits for another.``."""
        day = problem.days[where.day]
        if day.waits and not day.beside_long_run:
            return f"{day.label}: after an illness an easy run comes before the first session."
        if day.waits:
            return f"{day.label} is beside a long run: the first session back waits for another."
        days = "48 hours, five days where there was a fever"
        return f"{day.label} is too soon after the illness: {days}."
