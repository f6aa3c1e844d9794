"""Weeks in which nothing grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.phase import Phase
from runtall.rules._doses import AboutDoses, compared, doses, place, step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.where import Violation, Where
    from runtall.rules._doses import Dosed


class NoGrowth(AboutDoses):
    """Nothing grows in peak and taper, in eased weeks and in the week after a missed one.

    For every such exposure, against the last one that counts, with load L and amount a::

        L' <= L, or the lightest there is        a' <= a  where L' = L

    Guide: "How to progress without overdoing it", too much progress wrecks runs.
    """

    id = "no-growth"
    title = "no growth in peak, taper, deload and after a missed week"
    source = "guide: progress, phases"
    can_be_off = True

    def _held(self, plan: Plan, one: Dosed) -> bool:
        exposure = one.exposure
        if exposure.day.phase is not Phase.BASE or not exposure.counts:
            return True
        return not plan.in_week(exposure.day.week - 1)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Name each entry that grows where nothing may."""
        for found in doses(problem, plan).values():
            for before, now in compared(found):
                if not self._held(plan, now):
                    continue
                lightest = now.level == now.exposure.rack[0]
                if step(before, now) > 0 and not lightest:
                    yield self._broken(problem, now.exposure, "more load")
                elif before.level == now.level and now.amount > before.amount:
                    words = f"{before.amount} -> {now.amount} {now.exercise.measure}"
                    yield self._broken(problem, now.exposure, words)

    def say(self, problem: Problem, where: Where) -> str:
        """``Week 12, D1 session: nothing grows in this week.``."""
        return f"{place(where)}: no rep, metre or weight more than last time in such a week."
