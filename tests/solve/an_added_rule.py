"""A rule of days that ties weeks, added before anything else is imported; run by `test_trade`."""

from __future__ import annotations

from collections.abc import Iterator

import runtall.rules.all as register
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import InWeek, Violation


class NoLightWeekAlone:
    """A week with a light session is followed by one with a session."""

    id = "no-light-week-alone"
    title = "a session in the week after a light one"
    source = "a test"
    can_be_off = True
    reach = Reach.DAYS
    ties_weeks = True

    def post(self, problem: Problem, variables: Variables) -> None:
        for week in problem.weeks[1:]:
            light = variables.held(week.number - 1, SessionKind.LIGHT)
            there = variables.sessions(week.number) >= light
            variables.require(self.id, InWeek(week.number), there)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        for week in problem.weeks[1:]:
            if plan.held(week.number - 1, SessionKind.LIGHT) and not plan.in_week(week.number):
                yield Violation(self.id, InWeek(week.number), "none")

    def say(self, problem: Problem, where: InWeek) -> str:
        return f"Week {where.week} has a session, as the week before has a light one."


register.RULES = (*register.RULES, NoLightWeekAlone())

from runtall.batch.executors import here  # noqa: E402
from runtall.batch.front import trace  # noqa: E402
from runtall.domain.scenario import SolverSettings  # noqa: E402
from runtall.domain.tier import Tier  # noqa: E402
from runtall.solve.outcome import Planned  # noqa: E402
from runtall.solve.planner import solve  # noqa: E402
from runtall.solve.trade import Trade  # noqa: E402
from tests.solve import brute_force as brute  # noqa: E402
from tests.solve.small_problems import lighter, long_run_eve, taper_eve  # noqa: E402

if __name__ == "__main__":
    brute.BETWEEN_WEEKS = (*brute.BETWEEN_WEEKS, register.RULES[-1])
    for make in (lighter, long_run_eve, taper_eve):
        settings = SolverSettings(effort=60.0)
        usual = solve(make(), settings)
        assert isinstance(usual, Planned)
        uses = usual.plan.relaxed
        weighed = Trade(make(), settings, Tier.PLACEMENT, Tier.DOSE, uses)
        front = trace(weighed, None, here)
        stages = [
            (p.report.stage(weighed.across), p.report.stage(weighed.up)) for p in front.points
        ]
        found = {(across.value, up.value) for across, up in stages}
        assert front.complete, make
        assert found == brute.front(make(), uses), (make, found)
