"""Every pattern in every week."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Claim, Variables
from runtall.rules._weeks import AboutWeeks


class Coverage(AboutWeeks):
    """A base or peak week with a session pulls, pushes, carries and trains the core.

    For every base or peak week w, every pattern p and every kind k of w that is more than light::

        pattern[w, p] >= held[w, k]

    Guide: "The best upper body exercises", the right patterns.
    """

    title = "pull, push, carry and core in every week"
    source = "guide: exercises"
    can_be_off = True
    sentence = "Week {week} needs at least one set each of pull, push, carry and core."
    ties_weeks = False

    def weeks(self, problem: Problem) -> Iterator[Week]:
        """Return base and peak weeks."""
        return (week for week in problem.weeks if week.phase is not Phase.TAPER)

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Ask for a set of each pattern where a session is held."""
        kinds = variables.kinds(week.number)
        # Without relaxations every kind is held for certain: one claim says it all.
        kinds = kinds if variables.relaxes(week.number) else kinds[:1]
        for pattern in Pattern:
            sets = variables.pattern(week.number, pattern)
            if variables.bounds(sets)[0] == 0:
                for kind in kinds:
                    if kind.heavy:
                        yield sets >= variables.held(week.number, kind)

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the patterns that a week with more than a light session lacks."""
        if not any(session.kind.heavy for session in plan.in_week(week.number)):
            return ""
        lacking = [p for p in Pattern if not pattern_sets(problem, plan, week.number, p)]
        return ", ".join(f"no {pattern}" for pattern in lacking)
