"""The weekly number of sets."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.after_gaps import begins_after_gap
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted
from runtall.progression.weekly_target import beyond_one, lost_sets, spare_sets, target_sets


class WeeklyDose(Weighted):
    """Each week has as many working sets as its place in the block asks for.

    For every week w::

        weight * |total[w] - target[w]|

    where the target starts low, grows by two, eases in deload weeks and falls in peak and taper.
    A session on a day that is too short for its template takes from it what has no room there: in
    a growing week, where full is the sets of all its templates, and lost those that a template is
    larger than the best session of the day::

        target[w] - max(0, sum of lost over the sessions - (full - target[w]))

    in other base weeks the same share of the target as in the last growing week before, and in
    peak weeks target[w] * (1 - sum of lost / full). A week that an illness ended before its push
    day aims at half: the pull day is no larger for it. A peak week that gives up one of two
    sessions aims at one of 12 sets, and what that lacks is counted whatever it has: no third set is
    gained in base for a larger one. In a week away from the usual equipment only what is too much
    counts, and nothing in a growing one: what is possible there is done, and no week at home is
    bent for it. Nor is one before a break, so that a share of it comes out larger: in the first
    week back what is too little is way-back-dose's.
    Guide: "minimum effective dose", "Earn volume over weeks".
    """

    title = "weekly sets near their target"
    source = "guide: minimum effective dose"
    tier = Tier.DOSE
    reach = Reach.TOTALS

    def _weeks(self, problem: Problem) -> Iterator[Week]:
        for week in problem.weeks:
            if not week.elsewhere:
                yield week

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield how far each week's sets are from its target, one helping number a week."""
        for week in self._weeks(problem):
            name = f"{self.id}/w{week.number:02}"
            lost = lost_sets(problem, week)
            less = sum(sets * variables.session(*key) for key, sets in lost.items())
            if spare := spare_sets(problem, week):
                less = variables.maximum(f"{name}/less", [0, less - spare])
            cut_short = variables.relaxed(Relaxation.CUT_SHORT, week.number)
            less += (week.target_sets // 2) * cut_short
            lacking = beyond_one(week) * variables.relaxed(Relaxation.SINGLE, week.number)
            less += lacking
            over = variables.total(week.number) + less - week.target_sets
            short = -over - variables.returned(week.number, 0) * week.target_sets
            yield variables.positive_part(name, over, *[short] * (not week.away)) + lacking

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        for week in self._weeks(problem):
            single = plan.uses(Relaxation.SINGLE, week.number)
            off = plan.total(week.number) - target_sets(problem, plan, week)
            free = week.away or begins_after_gap(problem, plan, week.number)
            off = max(off, 0 if free else -off)
            yield off + beyond_one(week) * single
