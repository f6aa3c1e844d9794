"""Trips on which exercises keep their sets."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.objectives.where_to_cut import WhereToCut


class AsAtHome(WhereToCut):
    """On a trip what there is something for keeps its sets, and no week at home is bent for it.

    For every slot of a session of a week away, the price of the sets that its template has more, as
    in where-to-cut, but only once the weeks at home are as they should be: an exercise that is
    possible everywhere grows no sooner for that than one that isn't. As nothing gains a set there,
    it has as many as at home.
    Ours; guide: pulling is "top priority".
    """

    title = "on a trip what there is something for keeps its sets"
    source = "ours; guide: pulling"
    tier = Tier.PROGRESSION
    # More than the other costs of a set in this tier.
    weight = 6

    def _weeks(self, problem: Problem) -> Iterator[Week]:
        return (week for week in problem.weeks if week.away)
