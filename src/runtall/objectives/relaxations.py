"""What a week may give up, on one scale with the harm to runs."""

from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.objectives._priced_relaxations import PricedRelaxations

MERGED_IN_BASE = 80
MERGED_IN_PEAK = 60
MERGED_IN_DISTURBED = 45
LIGHTER = 35
ONLY_ONE_LIGHTER = 60
VERY_LIGHT = 79
ONLY_ONE_VERY_LIGHT = 80
SMALL_AFTER_SPEED = 35


class Relaxations(PricedRelaxations):
    """One smaller week rather than many weeks of bad days, and never without a reason.

    For every relaxation that a week uses::

        single          80 in a base week, 60 in a peak week, 45 in either where it lacks a day
        cut_short       45
        lighter         35, or 60 where the week has one session only
        before_sunday   79, or 80 there
        speed_day       35, besides what option C costs

    times the weight: what the guide allows on a Friday comes just before one session for two, and
    after two full ones. The rest of the 80 or 60 is due where the day that is lacking is none of
    the usual ones (`usual-weekdays`). A coach takes one smaller week and goes back to the usual
    days; the prices say how much harm to runs that is worth. The other relaxations are last
    resorts.

    Ours, after the guide: base weeks have two sessions, peak weeks one or two.
    """

    title = "smaller weeks only where they spare the runs"
    source = "ours; guide: phases"
    tier = Tier.PLACEMENT

    def prices(self, week: Week) -> dict[Relaxation, int]:
        """Return the price of each in this week."""
        return {
            Relaxation.SINGLE: MERGED_IN_DISTURBED if week.lost else _merged(week),
            Relaxation.CUT_SHORT: MERGED_IN_DISTURBED,
            Relaxation.LIGHTER: LIGHTER if week.n_sessions > 1 else ONLY_ONE_LIGHTER,
            Relaxation.BEFORE_SUNDAY: VERY_LIGHT if week.n_sessions > 1 else ONLY_ONE_VERY_LIGHT,
            Relaxation.SPEED_DAY: SMALL_AFTER_SPEED,
        }


def rest_of_price(problem: Problem, week: Week) -> int:
    """Return what one session costs more, weight included, where no usual weekday is lacking."""
    weight = problem.weight(Relaxations.id, Relaxations.weight)
    return weight * (_merged(week) - MERGED_IN_DISTURBED) if week.lost else 0


def _merged(week: Week) -> int:
    return MERGED_IN_PEAK if week.phase is Phase.PEAK else MERGED_IN_BASE
