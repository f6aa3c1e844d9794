"""Which of the two sessions lies farther from the long run."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

BOTH = (SessionKind.D1, SessionKind.D2)
# Days to the next long run where there is none.
NO_LONG_RUN = 14


class PullDayFarther(Weighted):
    """The pull session D1, the larger load on the back, is farther from the next long run than D2.

    For every week with D1 and D2, with days[d] to the next long run or race (14: none)::

        weight if days[day of D1] <= days[day of D2]

    To the solver: closer >= sum(D1 on d: days[d] <= v) + sum(D2 on d: days[d] >= v) - 1
    for each distance v.
    Seen in the guide's sample week.
    """

    title = "pull session farther from the long run"
    source = "guide: sample week"
    tier = Tier.PLACEMENT
    weight = 4
    reach = Reach.DAYS
    ties_weeks = False

    def _distances(self, problem: Problem, week: Week) -> dict[int, int]:
        """Return the days to the next long run or race, of each day that can have a session."""
        return {
            day.index: NO_LONG_RUN if day.to_long is None else day.to_long
            for day in problem.open_days(week)
        }

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield in how many weeks D1 is not the farther one."""
        for week in problem.weeks:
            days = self._distances(problem, week)
            if not days or not {*BOTH} <= {*variables.kinds(week.number)}:
                continue
            both = []
            for reach in sorted(set(days.values())):
                pull = sum(variables.session(d, SessionKind.D1) for d in days if days[d] <= reach)
                push = sum(variables.session(d, SessionKind.D2) for d in days if days[d] >= reach)
                both.append(pull + push - 1)
            yield variables.positive_part(f"{self.id}/w{week.number:02}", *both)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        for week in problem.weeks:
            days, sessions = self._distances(problem, week), plan.in_week(week.number)
            pull, push = (
                [days[s.day] for s in sessions if s.kind is kind and s.day in days] for kind in BOTH
            )
            yield bool(pull and push and min(pull) <= max(push))
