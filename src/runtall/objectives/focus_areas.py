"""What the signs ask for."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slots_of
from runtall.domain.exercise import Area
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._weighted import Weighted

# Half sets a week; up to the first one, a half set counts twice.
LEVELS = (8, 16)
# Half sets over the template beyond which nothing counts.
MOST_GAIN = 4
# The largest answer to a sign.
SIGN_SCALE = 3


class FocusAreas(Weighted):
    """The areas behind the runner's signs get their sets, the first four before the next four.

    For every growing base week and area a with weight f from the signs (thirds, rounded up),
    in half sets of credit::

        weight * f * (max(0, min(8, cap) - credit[a]) + max(0, min(16, cap) - credit[a]))
        cap = credit of the full template + 4

    so that an area gains at most two sets over the template.
    Guide: "Signs you could use more upper body strength".
    """

    title = "sets for the areas behind the signs"
    source = "guide: signs"
    tier = Tier.BALANCE
    ties_weeks = False

    def _targets(self, problem: Problem) -> Iterator[tuple[Week, Area, int, tuple[int, ...]]]:
        """Yield week, area, its weight and the two credits to aim at."""
        for week in problem.growing_weeks() if problem.focus else ():
            for area, extra in problem.focus.items():
                full = sum(
                    slot.full * problem.exercises[slot.alternatives[0]].areas.get(area, 0)
                    for kind in week.kinds
                    for slot in problem.slots[kind]
                )
                levels = tuple(min(level, full + MOST_GAIN) for level in LEVELS)
                yield week, area, -(-extra // SIGN_SCALE), levels

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the half sets that each area lacks at both levels."""
        library = problem.exercises
        for week, area, focus, levels in self._targets(problem):
            credit = sum(
                half_sets * variables.sets_of(week.number, where.kind, slot, exercise)
                for where, slot in slots_of(variables, week)
                for exercise in slot.alternatives
                if (half_sets := library[exercise].areas.get(area, 0))
            )
            for index, level in enumerate(levels):
                name = f"{self.id}/w{week.number:02}/{area}/{index}"
                yield focus * variables.positive_part(name, level - credit)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        for week, area, focus, levels in self._targets(problem):
            credit = sum(
                entry.sets * problem.exercises[entry.exercise].areas.get(area, 0)
                for session in plan.in_week(week.number)
                for entry in session.entries
                if entry.exercise in problem.exercises
            )
            yield focus * sum(max(0, level - credit) for level in levels)
