"""What objectives that price relaxations share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class PricedRelaxations(Weighted):
    """A price for each relaxation that a week uses, and for the day of a very light session."""

    reach = Reach.DAYS
    ties_weeks = False

    def prices(self, week: Week) -> Mapping[Relaxation, int]:
        """Return what relaxations cost in a week."""
        raise NotImplementedError

    def day_price(self, day: Day) -> int:
        """Return the price of a very light session on a day beside another one in its week."""
        raise NotImplementedError

    def _days(self, problem: Problem) -> Iterator[tuple[int, int]]:
        """Yield the days of weeks of two sessions with what a very light one costs there."""
        for week in problem.weeks:
            if week.n_sessions > 1:
                yield from ((day, self.day_price(problem.days[day])) for day in week.days)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of the relaxations in use."""
        yield from (
            price * variables.relaxed(step, week.number)
            for week in problem.weeks
            for step, price in self.prices(week).items()
        )
        light = SessionKind.VERY_LIGHT
        yield from (
            price * variables.session(day, light) for day, price in self._days(problem) if price
        )

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Yield the price of the declared relaxations."""
        for day, price in self._days(problem):
            yield price * sum(s.kind is SessionKind.VERY_LIGHT for s in plan.on(day))
        yield from (
            price
            for week in problem.weeks
            for step, price in self.prices(week).items()
            if plan.uses(step, week.number)
        )
