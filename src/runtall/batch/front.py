"""A whole Pareto front: which limits are asked for, and where nothing is left to be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from runtall.batch.executors import Where, unordered
from runtall.domain.tier import Tier
from runtall.solve.outcome import Planned

if TYPE_CHECKING:
    from runtall.solve.trade import Trade

# Limits of one round where the whole front is wanted.
AT_ONCE = 16


class Question(NamedTuple):
    """One point that is asked for.

    Parameters
    ----------
    limit
        Of the tier across; None: no limit.
    least
        The end with the least across, whatever that is.
    """

    limit: int | None = None
    least: bool = False


class Answer(NamedTuple):
    """What came of a question; without a plan: nothing in time, or no process survived it."""

    question: Question
    planned: Planned | None = None


def answer(trade: Trade, question: Question) -> Answer:
    """Find the plan of one point, wherever the question is sent."""
    outcome = trade.least() if question.least else trade.at(question.limit)
    return Answer(question, outcome if isinstance(outcome, Planned) else None)


def trace(trade: Trade, count: int | None, where: Where) -> Front:
    """Find points of a front: both ends first, then evenly in between.

    Which limits are asked for depends on the answers before, round by round, and not on how
    many processes there are: the points are the same everywhere.

    Parameters
    ----------
    count
        Points that are wanted, two at least; None: all there are.
    """
    front = Front(trade.across, trade.up)
    questions = [Question(least=True), Question()]
    while questions:
        answers = unordered(where, partial(answer, trade), questions, Answer)
        found = dict(filter(None, answers))
        for question in questions:
            front.add(question, found[question])
        wanted = AT_ONCE if count is None else count - len(front.points)
        questions = [Question(limit) for limit in front.limits(wanted)]
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
    _searched: set[int] = field(default_factory=set)
    _sure: bool = True

    def add(self, question: Question, planned: Planned | None) -> None:
        """Take in what came of a limit: between its plan and the limit nothing is asked again.

        Of plans that cost the same across the best one is kept, and a proven one before others.
        """
        limit = question.limit
        cost = limit if planned is None else self.cost(planned, self.across)
        if planned is None:
            self._sure = False
        elif cost is not None:
            self._points[cost] = min(self._points.get(cost, planned), planned, key=self._rank)
            self._sure &= self._is_sure(planned)
        if cost is not None:
            last = cost if limit is None else limit
            self._sure &= cost <= last
            self._searched.update(range(min(cost, last), 1 + last))

    def cost(self, planned: Planned, tier: Tier) -> int:
        """Return what a plan costs in a tier."""
        return planned.report.stage(tier).value

    def _rank(self, planned: Planned) -> tuple[int, bool]:
        return self.cost(planned, self.up), not self._is_sure(planned)

    def _is_sure(self, planned: Planned) -> bool:
        return all(planned.report.stage(tier).proven for tier in (self.across, self.up))

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
        return self._sure and not self._unknown()

    def _unknown(self) -> list[int]:
        """Return the limits at which there may be points that nobody has seen."""
        known = self._searched
        span = range(min(known, default=0), max(known, default=0))
        return [limit for limit in span if limit not in known]

    def limits(self, count: int) -> list[int]:
        """Return so many limits, or all there are, spread evenly over what is unknown."""
        unknown = self._unknown()
        shares = range(1, 1 + count) if unknown else ()
        return sorted({unknown[len(unknown) * share // (1 + count)] for share in shares})
