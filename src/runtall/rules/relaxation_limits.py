"""How often a coach would give way before telling the runner that there is no room."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import WORDS, Relaxation
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InPlan, InWeek
from runtall.rules.base import Rule

WINDOW = 4
LIMITED = (Relaxation.SINGLE, Relaxation.SKIP)


class RelaxationLimits(Rule):
    """One merged session, or none, in at most one week of four.

    For all four weeks in a row, w .. w + 3::

        sum of relaxed[single] over its base weeks without a disturbance    <= 1
        sum of relaxed[skip] over its weeks in which one could train        <= 1

    A week in which no day allows any training may be skipped besides; but with more than half
    of all weeks skipped there is no plan left to speak of::

        2 * sum of relaxed[skip] over all weeks <= number of weeks that should have a session

    Ours: how often a coach would give way.
    """

    title = "one merged session, or none, in one week of four at most"
    source = "ours: relaxation order"
    can_be_off = True
    reach = Reach.DAYS

    def post(self, problem: Problem, variables: Variables) -> None:
        """Limit the relaxations of each window."""
        if not variables.relaxes():
            return
        for step in LIMITED:
            for window in _windows(problem, step):
                used = sum(variables.relaxed(step, week.number) for week in window)
                variables.require(self.id, InWeek(window[0].number), used <= 1)
        weeks = _lifting(problem)
        skipped = sum(variables.relaxed(Relaxation.SKIP, week.number) for week in weeks)
        variables.require(self.id, InPlan(), 2 * skipped <= len(weeks))

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield the first week of each window that gives way more than once."""
        for step in LIMITED:
            for window in _windows(problem, step):
                used = [week.number for week in window if plan.uses(step, week.number)]
                if len(used) > 1:
                    names = " and ".join(f"week {number}" for number in used)
                    yield InWeek(window[0].number), f"{WORDS[step]}: {names}"

        weeks = _lifting(problem)
        skipped = sum(plan.uses(Relaxation.SKIP, week.number) for week in weeks)
        if 2 * skipped > len(weeks):
            yield InPlan(), f"{skipped} of {len(weeks)} weeks skipped"

    def say(self, problem: Problem, where: InPlan | InWeek) -> str:
        """Say ``From week 3 on, one week of four may go with one merged session or none.``."""
        if where.week is None:
            return "No more than half of all weeks may go without any session."
        return (
            f"From week {where.week} on, one week of four at most may go "
            "with a single merged session, and one without any."
        )


def _lifting(problem: Problem) -> tuple[Week, ...]:
    """Return the weeks that should have a session."""
    return tuple(week for week in problem.weeks if week.n_sessions)


def _windows(problem: Problem, step: Relaxation) -> Iterator[tuple[Week, ...]]:
    """Yield the windows of weeks in which the step counts, each at least two weeks."""
    previous: tuple[Week, ...] = ()
    for first in range(max(1, len(problem.weeks) - WINDOW + 1)):
        window = tuple(
            week for week in problem.weeks[first : first + WINDOW] if _counts(problem, step, week)
        )
        if len(window) > 1 and not set(window) <= set(previous):
            yield window
        previous = window


def _counts(problem: Problem, step: Relaxation, week: Week) -> bool:
    if step is Relaxation.SINGLE:
        regular = not (week.tuneup or week.disturbed)
        return week.phase is Phase.BASE and week.n_sessions == 2 and regular
    return any(problem.days[day].trainable for day in week.days)
