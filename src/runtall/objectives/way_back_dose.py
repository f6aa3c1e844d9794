"""The sets of the first week back."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.after_gaps import begins_after_gap
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted


class WayBackDose(Weighted):
    """The first week after days without strength has what the way back leaves it.

    For every week w that isn't away, with back[w] = 1 where it has the first session after a gap::

        weight * max(0, back[w] * target[w] - total[w])

    It is no part of the weekly dose: shares of two sessions are rounded down one by one, and no
    week before the break is bent for the set that this takes. Dearer than any other set, and far
    less than what a plan begins with.
    Ours, after the guide: "Doing too much, too soon".
    """

    title = "as many sets in the first week back as it leaves"
    source = "ours; guide: too much too soon"
    tier = Tier.BALANCE
    weight = 10

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the sets that such weeks lack."""
        for week in problem.weeks:
            back = variables.returned(week.number, 0)
            if variables.bounds(back)[1] and not week.away:
                lacking = week.target_sets * back - variables.total(week.number)
                yield variables.positive_part(f"{self.id}/w{week.number:02}", lacking)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        for week in problem.weeks:
            if not week.away and begins_after_gap(problem, plan, week.number):
                yield max(0, week.target_sets - plan.total(week.number))
