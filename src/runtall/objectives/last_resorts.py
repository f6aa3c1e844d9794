"""What a coach gives up only where nothing else is left."""

from __future__ import annotations

from runtall.domain.problem import Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.objectives._priced_relaxations import PricedRelaxations

PRICES = {Relaxation.SHORT_GAP: 1, Relaxation.LONG_RUN_EVE: 3, Relaxation.SKIP: 9}


class LastResorts(PricedRelaxations):
    """No two sessions 24 hours apart, none close to a long run, no week without one.

    For every relaxation that a week uses::

        short_gap 1        long_run_eve 3        skip 9

    times the weight, whatever days it would spare: it comes before all that placement weighs.

    Ours, after the guide: it places sessions where they do the least damage.
    """

    title = "last resorts only where nothing else is left"
    source = "ours; guide: placing workouts"
    tier = Tier.LAST_RESORT

    def prices(self, week: Week) -> dict[Relaxation, int]:
        """Return the same prices for every week."""
        return PRICES
