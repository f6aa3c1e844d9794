"""What rules about the sets of weeks share: the check names each week with a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.where import InWeek, Violation
from runtall.rules.base import Rule


class AboutWeeks(Rule):
    """A rule about each of some weeks."""

    def weeks(self, problem: Problem) -> Iterable[Week]:
        """Return the weeks that the rule speaks of."""
        return problem.weeks

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return what is wrong with a week of a plan; empty for nothing."""
        raise NotImplementedError

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each week with a fault."""
        for week in self.weeks(problem):
            if found := self.fault(problem, plan, week):
                yield Violation(self.id, InWeek(week.number), found)
