"""Regular weeks: sessions lie on the plan's usual weekdays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables


class UsualWeekdays:
    """Sessions of base and peak weeks lie on as many weekdays as a base week has sessions.

    With n sessions in a base week, over all base and peak weeks::

        weight * (number of sessions - those on the n weekdays that have most of them)

    The plan chooses its usual weekdays itself. To the solver: usual[v] = 1 for n weekdays v, and
    for each day d with weekday v: unusual[d] >= sessions[d] - usual[v]. A week that has to differ
    costs its own sessions, not those of the weeks that go back to the usual days.

    Ours; guide: conclusion, steady work over many weeks.
    """

    id = "usual-weekdays"
    title = "the same weekdays from week to week"
    source = "ours; guide: conclusion"
    tier = Tier.PLACEMENT
    weight = 8
    reach = Reach.DAYS
    ties_weeks = True

    def _days(self, problem: Problem) -> Iterator[Day]:
        return (day for day in problem.days if day.phase is not Phase.TAPER and day.is_open)

    def _n_usual(self, problem: Problem) -> int:
        return problem.request.base_sessions

    def expression(self, problem: Problem, variables: Variables) -> Expression:
        """Sessions on other weekdays than the usual ones."""
        weight = problem.weight(self.id, self.weight)
        lifts = {day: variables.lifts(day.index) for day in self._days(problem)}
        possible = {day: lift for day, lift in lifts.items() if variables.bounds(lift)[1] > 0}
        if not weight or not possible:
            return 0
        weekdays = sorted({day.weekday for day in possible})
        usual = {weekday: variables.bool_var(f"{self.id}/{weekday}") for weekday in weekdays}
        variables.define(sum(usual.values()) <= self._n_usual(problem))
        return weight * sum(
            variables.positive_part(f"{self.id}/d{day.index:03}", lift - usual[day.weekday])
            for day, lift in possible.items()
        )

    def value(self, problem: Problem, plan: Plan) -> int:
        """Count the sessions, less the largest weekday counts."""
        opened = {day.index: day.weekday for day in self._days(problem)}
        counts = Counter(opened[s.day] for s in plan.sessions if s.day in opened)
        kept = sum(count for _, count in counts.most_common(self._n_usual(problem)))
        return problem.weight(self.id, self.weight) * (counts.total() - kept)
