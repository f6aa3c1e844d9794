"""A week's sets as a share of those of earlier weeks: what deload and peak weeks have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Expression, Literal, Variables
from runtall.domain.where import Fault, InWeek
from runtall.rules.base import Rule

MOST_SESSIONS = 2
Measure = tuple[Expression, tuple[Literal, ...]]


@dataclass(frozen=True, slots=True)
class Share:
    """Bounds, in percent, of a week's sets against the mean of some earlier weeks.

    Where the runner trains twice a week and the week has a single session, that session is
    measured against half of the mean. A skipped week has no lower bound. Of two
    earlier weeks the one stands in for the other if that was skipped; where all were, there
    is nothing to compare with. Bounds are rounded down; the upper one is rounded up where time
    is so short that sessions leave out slots: a fifth of a handful of sets is no set.
    """

    low: int
    high: int
    references: tuple[Week, ...]
    round_up: bool = False

    def _reduced(self, percent: int, *, halved: bool) -> tuple[int, int]:
        """Whole numbers (a, b) with a * total against b * sum of the reference weeks."""
        parts = 100 * len(self.references) * (2 if halved else 1)
        common = gcd(parts, percent)
        return parts // common, percent // common

    def halves(self, problem: Problem, week: Week, *, single: bool) -> bool:
        """Return whether the week's one session is measured against half of the reference."""
        n_sessions = 1 if single else week.n_sessions
        return problem.request.base_sessions == MOST_SESSIONS and n_sessions == 1

    def bounds(self, total: int, *, halved: bool) -> tuple[int, int]:
        """Return fewest (rounded down) and most sets, given the sum of the reference weeks."""
        low_a, low_b = self._reduced(self.low, halved=halved)
        high_a, high_b = self._reduced(self.high, halved=halved)
        up = high_a - 1 if self.round_up else 0
        return low_b * total // low_a, (high_b * total + up) // high_a

    def measure(self, rule: str, variables: Variables) -> Measure:
        """Return the sum of the reference weeks, and on what condition it bounds from above."""
        totals = [variables.total(week.number) for week in self.references]
        if not any(variables.relaxes(week.number) for week in self.references):
            return sum(totals), ()
        name = f"{rule}/reference/w{self.references[-1].number:02}"
        compared = variables.bool_var(f"{name}/compared")
        for week in self.references:
            variables.define(compared + variables.relaxed(Relaxation.SKIP, week.number) >= 1)
        if len(totals) == 1:
            return totals[0], (compared,)
        most = max(variables.bounds(total)[1] for total in totals)
        measured = []
        for week, own, other in zip(self.references, totals, reversed(totals), strict=True):
            skip = variables.relaxed(Relaxation.SKIP, week.number)
            trained = variables.bool_var(f"{name}/trained/w{week.number:02}")
            variables.define(trained + skip == 1)
            sets = variables.int_var(0, most, f"{name}/sets/w{week.number:02}")
            variables.define(sets == own, when=[trained])
            variables.define(sets == other, when=[skip])
            measured.append(sets)
        return sum(measured), (compared,)

    def post(
        self, rule: str, problem: Problem, variables: Variables, week: Week, measure: Measure
    ) -> None:
        """Post both bounds; in a model that relaxes, with what its declarations change."""
        where, total = InWeek(week.number), variables.total(week.number)
        reference, compared = measure

        def most(*, halved: bool) -> Claim:
            a, b = self._reduced(self.high, halved=halved)
            return a * total <= b * reference + (a - 1 if self.round_up else 0)

        def fewest(*, halved: bool) -> Claim:
            a, b = self._reduced(self.low, halved=halved)
            return a * total >= b * reference - (a - 1)

        is_one = self.halves(problem, week, single=False)
        if not variables.relaxes(week.number):
            variables.require(rule, where, most(halved=is_one), when=compared)
            variables.require(rule, where, fewest(halved=is_one))
            return
        may_be_one = self.halves(problem, week, single=True)
        skip = variables.relaxed(Relaxation.SKIP, week.number)
        single = variables.relaxed(Relaxation.SINGLE, week.number)
        kept = variables.bool_var(f"{rule}/kept/{where}")
        variables.define(kept + skip >= 1)
        variables.require(rule, where, most(halved=is_one), when=compared)
        variables.require(rule, where, fewest(halved=may_be_one), when=[kept])
        if may_be_one and not is_one:
            whole = variables.bool_var(f"{rule}/whole/{where}")
            variables.define(whole + skip + single >= 1)
            variables.require(rule, where, most(halved=True), when=[*compared, single])
            variables.require(rule, where, fewest(halved=False), when=[whole])

    def found(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return what a plan has instead, or nothing where it keeps the bounds."""
        total = plan.total(week.number)
        single = plan.uses(Relaxation.SINGLE, week.number)
        halved = self.halves(problem, week, single=single)
        totals = [plan.total(other.number) for other in self.references]
        skipped = [plan.uses(Relaxation.SKIP, other.number) for other in self.references]
        reference = sum(
            other if skip else own
            for own, other, skip in zip(totals, reversed(totals), skipped, strict=True)
        )
        low, high = self.bounds(reference, halved=halved)
        if plan.uses(Relaxation.SKIP, week.number):
            low = 0
        if all(skipped):
            high = max(high, total)
        return "" if low <= total <= high else f"{total} sets, {low} to {high} allowed"


class KeepsShare(Rule):
    """Weeks that keep a share of the sets of some earlier weeks; all of them share the latter."""

    reach = Reach.TOTALS

    def shares(self, problem: Problem) -> Iterator[tuple[Week, Share]]:
        """Yield each such week and what it keeps."""
        raise NotImplementedError

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each such week by those before it."""
        measures: dict[tuple[Week, ...], Measure] = {}
        for week, share in self.shares(problem):
            if share.references not in measures:
                measures[share.references] = share.measure(self.id, variables)
            share.post(self.id, problem, variables, week, measures[share.references])

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Name each such week with too many or too few sets."""
        for week, share in self.shares(problem):
            yield InWeek(week.number), share.found(problem, plan, week)
