"""A Pareto front: plans of which none is better in both of two tiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.domain.html import paragraph, table
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, repr=False)
class Front:
    """Plans of which none is better in both of two tiers.

    Parameters
    ----------
    across, up
        The two tiers.
    usual
        The plan that a solve gives: with relaxations as cheap as can be.
    plans
        A plan for each point, by its cost across, the least first: what functions of
        `runtall.frames` and `runtall.plots` take.
    complete
        Whether the front has no other point, and each is proven.
    """

    across: Tier
    up: Tier
    usual: PlanView
    plans: Mapping[str, PlanView]
    complete: bool

    def __repr__(self) -> str:
        count = f"{len(self.plans)} plan{'' if len(self.plans) == 1 else 's'}"
        return f"<front: {self.across.words} against {self.up.words}, {count}>"

    def costs(self, view: PlanView) -> tuple[int, int]:
        """Return what a plan costs across and up."""
        return view.report.stage(self.across).value, view.report.stage(self.up).value

    @property
    def about_usual(self) -> str:
        """Where the usual plan stands to the front, in a sentence."""
        usual = self.costs(self.usual)
        for name, view in self.plans.items():
            if self.costs(view) == usual:
                return f"The usual plan costs as much as point {name}."
        tiers = list(Tier)
        first, last = sorted((self.across, self.up), key=tiers.index)
        between = tiers[tiers.index(first) + 1 : tiers.index(last)]
        if not between:
            return "The usual plan isn't on the front: it or a point beside it isn't proven."
        words = " and ".join(tier.words for tier in between)
        come = "come" if len(between) > 1 else "comes"
        return (
            f"The usual plan isn't on the front: for it {words} {come} before {last.words},"
            " and for the points after both."
        )

    def table(self) -> pd.DataFrame:
        """Return the points by what they cost in both tiers.

        Returns
        -------
        DataFrame
            Index: ``scenario``, the point's name. Columns: the words of the two tiers (int64,
            cost), ``proven`` (bool: no plan costs less in one of both, given the other),
            ``sessions`` and ``sets`` (int64, of the whole plan) and ``gives_up`` (string:
            relaxations, each with its weeks, as ``single 12 13; skip 5``).
        """
        from runtall.compare.tables import front_table

        return front_table(self.plans, self.across, self.up)

    def _repr_html_(self) -> str:
        header = ["point", self.across.words, self.up.words, "sessions", "sets"]
        plans = {**self.plans, "usual": self.usual}
        rows = (
            [
                *(name, *self.costs(view), len(view.plan.sessions)),
                sum(session.n_sets for session in view.plan.sessions),
            ]
            for name, view in plans.items()
        )
        return table(header, rows) + paragraph(self.about_usual)
