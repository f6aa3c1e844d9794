"""Plans that start late build up to less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.derivation.profile import FULL, SHORT_PERCENT, SHORT_WEEKS
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Claim, Variables
from runtall.domain.where import InWeek
from runtall.rules._weeks import AboutWeeks
from runtall.rules._words import too_many

# Most weekly sets of a plan that starts less than eight weeks before the race.
MOST_SETS = FULL * SHORT_PERCENT // 100


class StartWindow(AboutWeeks):
    """A plan starts 8 to 16 weeks before the race; a shorter one builds up to 80 % of full.

    In plans of less than 8 weeks, counted from the one in which they start, for every week w::

        total[w] <= 80 % of 26 = 20

    A plan outside the window is only warned about, elsewhere.
    Guide: "Use this plan 8-16 weeks out from your race".
    """

    title = "plans under eight weeks build up to 80 %"
    source = "guide: two-day plan"
    can_be_off = True
    reach = Reach.TOTALS
    ties_weeks = False

    def weeks(self, problem: Problem) -> Sequence[Week]:
        """Return the weeks of a short plan."""
        return problem.planned_weeks if len(problem.planned_weeks) < SHORT_WEEKS else ()

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Bound what the week's session kinds could exceed."""
        kinds = variables.kinds(week.number)
        if sum(slot.most for kind in kinds for slot in variables.slots(kind)) > MOST_SETS:
            yield variables.total(week.number) <= MOST_SETS

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a week that has too many."""
        return too_many(plan.total(week.number), MOST_SETS)

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 3: a plan of 6 weeks builds up to 20 sets at most.``."""
        return (
            f"Week {where.week}: a plan of {len(problem.planned_weeks)} weeks builds up to "
            f"{MOST_SETS} sets at most, {SHORT_PERCENT} % of a full week."
        )
