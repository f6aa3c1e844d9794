"""Every pattern in every week."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.stand_in import lacking_patterns, lacks
from runtall.domain.variables import Claim, Variables
from runtall.rules._weeks import AboutWeeks


class Coverage(AboutWeeks):
    """A base or peak week with a session pulls, pushes, carries and trains the core.

    For every base or peak week w, every pattern p and every kind k of w that is more than light::

        pattern[w, p] + (relaxed[cut_short, w] where p is push)
            + the sessions of w that train p on a day with nothing for it >= held[w, k]

    where pattern[w, p] leaves out the sets of a very light session, which train nothing. Where
    nothing at hand on a trip serves a pattern, the others are trained all the same. What no day of
    the plan has anything for is still asked for: there the runner decides.
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
        kinds, light = variables.kinds(week.number), SessionKind.VERY_LIGHT
        # Without relaxations every kind is held for certain: one claim says it all.
        kinds = kinds if variables.relaxes(week.number) else kinds[:1]
        # A week that ends after its pull day had no chance to push.
        spared = {Pattern.PUSH: variables.relaxed(Relaxation.CUT_SHORT, week.number)}
        for pattern in Pattern:
            sets = variables.pattern(week.number, pattern)
            if light in kinds:
                slots = (slot for slot in variables.slots(light) if slot.pattern is pattern)
                sets -= sum(variables.sets(week.number, light, slot) for slot in slots)
            if variables.bounds(sets)[0] == 0:
                without = sum(
                    variables.session(day, kind)
                    for day, kind in product(week.days, variables.kinds(week.number))
                    if lacks(problem, day, kind, pattern)
                )
                for kind in kinds:
                    if kind.heavy:
                        held = variables.held(week.number, kind)
                        yield sets + spared.get(pattern, 0) + without >= held

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the patterns that a week with more than a light session lacks."""
        lacking = lacking_patterns(problem, plan, week)
        if plan.uses(Relaxation.CUT_SHORT, week.number):
            lacking.pop(Pattern.PUSH, None)
        return ", ".join(f"no {pattern}" for pattern, excused in lacking.items() if not excused)
