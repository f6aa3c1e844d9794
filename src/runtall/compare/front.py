"""A whole Pareto front: which limits are asked for, and where nothing is left to be found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from runtall.solve.outcome import Planned

if TYPE_CHECKING:
    from runtall.compare.executor import Executor
    from runtall.objectives.base import Tier
    from runtall.solve.pareto.trade import Trade

AT_ONCE = 16
"""Limits of one round where the whole front is wanted."""


class Question(NamedTuple):
    """One point that is asked for.

    Parameters
    ----------
    limit
        Of the tier across; None: no limit.
    least
        The end with the least across, whatever that is.
    """

    trade: Trade
    limit: int | None = None
    least: bool = False


class Answer(NamedTuple):
    """What came of a question; without a plan: nothing in time."""

    limit: int | None
    least: bool
    planned: Planned | None

    @property
    def place(self) -> tuple[bool, int]:
        """Its place among the answers of a round, in whatever order they came."""
        return not self.least, self.limit or 0


def answer(question: Question) -> Answer:
    """Find the plan of one point, wherever the question is sent."""
    trade = question.trade
    outcome = trade.least() if question.least else trade.at(question.limit)
    planned = outcome if isinstance(outcome, Planned) else None
    return Answer(question.limit, question.least, planned)


def unanswered(question: Question) -> Answer:
    """The answer to a question that no process survives."""
    return Answer(question.limit, question.least, None)


def trace(trade: Trade, count: int | None, executor: Executor) -> Front:
    """Find points of a front: both ends first, then evenly in between.

    Which limits are asked for depends on the answers before, round by round, and not on how
    many processes there are: the points are the same everywhere.

    Parameters
    ----------
    count
        Points that are wanted, two at least; None: all there are.
    """
    front = Front(trade.across, trade.up)
    questions = [Question(trade, least=True), Question(trade)]
    while questions:
        answers = executor.map_unordered(answer, questions, unanswered)
        for one in sorted(answers, key=lambda one: one.place):
            front.add(one)
        wanted = AT_ONCE if count is None else count - len(front.points)
        questions = [Question(trade, limit) for limit in front.limits(wanted)]
    return front


@dataclass(slots=True)
class Front:
    """What is known of a front so far.

    Parameters
    ----------
    across, up
        The tier that is limited, and the one that is made least.
    """

    across: Tier
    up: Tier
    _points: dict[int, Planned] = field(default_factory=dict)
    _searched: dict[int, int] = field(default_factory=dict)
    _sure: bool = True

    def add(self, answer: Answer) -> None:
        """Take in what came of a limit: between its plan and the limit nothing is asked again.

        Of plans that cost the same across the best one is kept, and a proven one before others.
        """
        limit, _, planned = answer
        if planned is None:
            self._sure = False
        else:
            across = self.cost(planned, self.across)
            known = self._points.get(across, planned)
            self._points[across] = min(known, planned, key=self._rank)
            self._sure &= self._is_sure(planned)
        cost = limit if planned is None else self.cost(planned, self.across)
        if cost is not None:
            end = cost if limit is None else limit
            self._searched[cost] = max(end, self._searched.get(cost, end))

    def cost(self, planned: Planned, tier: Tier) -> int:
        """What a plan costs in a tier."""
        return planned.report.stages[tier - 1].value

    def _rank(self, planned: Planned) -> tuple[int, bool]:
        return self.cost(planned, self.up), not self._is_sure(planned)

    def _is_sure(self, planned: Planned) -> bool:
        stages = [planned.report.stages[tier - 1] for tier in (self.across, self.up)]
        return all(stage.value == stage.bound for stage in stages)

    @property
    def points(self) -> tuple[Planned, ...]:
        """Plans of which none is better in both tiers, the least of `across` first."""
        kept: list[Planned] = []
        for _, planned in sorted(self._points.items()):
            if not kept or self.cost(planned, self.up) < self.cost(kept[-1], self.up):
                kept.append(planned)
        return tuple(kept)

    @property
    def complete(self) -> bool:
        """Whether every point is here, and every one is proven."""
        return self._sure and not self._gaps()

    def _gaps(self) -> list[range]:
        """Limits at which there may be points that nobody has seen."""
        gaps = []
        end = None
        for start, until in sorted(self._searched.items()):
            if end is not None and end + 1 < start:
                gaps.append(range(end + 1, start))
            end = until if end is None else max(end, until)
        return gaps

    def limits(self, count: int) -> list[int]:
        """So many limits, or all there are, spread evenly over what is unknown."""
        gaps = self._gaps()
        shares: Counter[range] = Counter()
        for _ in range(min(count, sum(map(len, gaps)))):
            open_gaps = [gap for gap in gaps if shares[gap] < len(gap)]
            shares[max(open_gaps, key=lambda gap: len(gap) / (1 + shares[gap]))] += 1
        return [
            gap[len(gap) * place // (1 + share)]
            for gap, share in shares.items()
            for place in range(1, 1 + share)
        ]
