"""The days before a long run on a Sunday."""

from __future__ import annotations

from collections.abc import Iterator, Set

from runtall.domain.exercise import BUT_VERY_LIGHT, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InWeek, OnDay
from runtall.rules._forbidden_days import NOTHING, ForbiddenDays

# Friday and Saturday.
DAYS_BEFORE = 2
VERY_LIGHT = SessionKind.VERY_LIGHT


class SundayLongRun(ForbiddenDays):
    """Before a long run on a Sunday the last session is on Thursday, but for a very light one.

    For every Sunday s with a long run or a long tune-up race, on d = s - 2 and d = s - 1::

        session[d, kind] = 0    for every kind but very_light

    A very light session on the Friday d = s - 2 is what the guide allows, and declared as that;
    anywhere else it is a last resort. For every week w, over its other days d::

        relaxed[before_sunday, w] + sum of session[d, very_light] <= 1

    Saturday is rest-before-long-run's too, which asks even a very light session to be declared.
    Guide: "Sample weekly schedule".
    """

    title = "long run on Sunday: last session on Thursday"
    source = "guide: sample week"
    can_be_off = True

    def forbidden(self, problem: Problem, day: Day) -> Set[SessionKind]:
        """Return all but very light sessions on the two days before."""
        later = problem.days[day.index + 1 : day.index + 1 + DAYS_BEFORE]
        return BUT_VERY_LIGHT if any(map(_is_one, later)) else NOTHING

    def _other_days(self, problem: Problem, week: Week) -> list[int]:
        """Return the days of a week that are no Friday before a Sunday's long run."""
        sundays = (problem.days[day + DAYS_BEFORE :][:1] for day in week.days)
        return [
            day
            for day, runs in zip(week.days, sundays, strict=True)
            if problem.days[day].eve_of_long_run or not any(map(_is_one, runs))
        ]

    def post(self, problem: Problem, variables: Variables) -> None:
        """Keep these days free, and the very light session where it is declared for."""
        super().post(problem, variables)
        for week in problem.weeks:
            declared = variables.relaxed(Relaxation.BEFORE_SUNDAY, week.number)
            others = self._other_days(problem, week)
            there = sum(variables.session(day, VERY_LIGHT) for day in others)
            variables.require(self.id, InWeek(week.number), declared + there <= 1)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that is there all the same, and very light ones on other days."""
        yield from super().faults(problem, plan)
        for week in problem.weeks:
            if plan.uses(Relaxation.BEFORE_SUNDAY, week.number):
                for day in self._other_days(problem, week):
                    if any(session.kind is VERY_LIGHT for session in plan.on(day)):
                        yield InWeek(week.number), f"{VERY_LIGHT} session on another day"

    def say(self, problem: Problem, where: OnDay | InWeek) -> str:
        """Say that ``Thursday is the last day``, or what the Friday is for."""
        if isinstance(where, InWeek):
            return (
                f"Week {where.week}: the very light session before Sunday's long run is Friday's."
            )
        return (
            f"{problem.days[where.day].label}: with the long run on Sunday, Thursday is the last "
            "day for a session that is more than very light."
        )


def _is_one(day: Day) -> bool:
    return day.far and day.weekday == "sun"
