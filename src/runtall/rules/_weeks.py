"""What rules about single weeks share: a week's claims to the solver, and its fault in a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Claim, Expression, Variables
from runtall.domain.where import Fault, InWeek
from runtall.rules.base import Rule

TWO = 2


def merged_peak_weeks(problem: Problem) -> list[Week]:
    """Return the peak weeks with a session, of a runner who otherwise trains twice a week.

    Each of them may have one session, both in one.
    """
    if not problem.twice:
        return []
    weeks = problem.phase_weeks(Phase.PEAK)
    return [week for week in weeks if week.n_sessions and not week.own]


def fewest_total(problem: Problem, week: Week) -> int:
    """Return the sets of a week that has each of its exercises once."""
    return sum(len(problem.slots[kind]) for kind in week.kinds)


def in_question(variables: Variables, reasons: Iterable[Expression]) -> list[Expression] | None:
    """Return those of some reasons, 0 or 1, that may be 1; None where one certainly is."""
    ranges = [(reason, *variables.bounds(reason)) for reason in reasons]
    if any(least > 0 for _, least, _ in ranges):
        return None
    return [reason for reason, _, most in ranges if most > 0]


class AboutWeeks(Rule):
    """A rule about each of some weeks."""

    def weeks(self, problem: Problem) -> Iterable[Week]:
        """Return the weeks that the rule speaks of."""
        return problem.weeks

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Yield what must hold in a week."""
        raise NotImplementedError

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return what is wrong with a week of a plan; empty for nothing."""
        raise NotImplementedError

    def post(self, problem: Problem, variables: Variables) -> None:
        """Claim it of each week."""
        for week in self.weeks(problem):
            for claim in self.claims(problem, variables, week):
                variables.require(self.id, InWeek(week.number), claim)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each week with a fault."""
        for week in self.weeks(problem):
            yield InWeek(week.number), self.fault(problem, plan, week)
