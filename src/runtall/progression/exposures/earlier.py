"""What came before an exposure: what a card compares it with, and long gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.returns import Return, returns
from runtall.domain.way_back import LONG
from runtall.progression.exposures.exposure import Exposure, rests

# Kinds of which each looks at its own.
SPLIT = frozenset({SessionKind.D1, SessionKind.D2})


def compared_with(problem: Problem, earlier: Sequence[Exposure], now: Exposure) -> Exposure | None:
    """Return what a card compares an exposure with; None where nothing was done before it.

    The last one that counts, so that what grows after an easier week is what grows in the block;
    in peak and taper one of a growing week of base, if any. With other equipment, where none
    counts, and where a gap lies between that has made it small, the last one of all, unless that
    is of an easier week before the gap. Of the same kind of session, or one for both, if there is
    one: what a smaller one had is no measure.
    """
    grown = [one for one in earlier if one.in_base and not rests(problem, one)]
    counting = [one for one in earlier if one.counts]
    choice = counting if now.day.phase is Phase.BASE else (grown or counting)
    found = (not now.elsewhere and choice) or earlier
    same = [one for one in found if alike(one.kind, now.kind)]
    last = next(reversed(same or found), None)
    since = [one for one in (*earlier, now) if last and one.day.index > last.day.index]
    small = any(one.back and one.back.small for one in since)
    if not small:
        return last
    newest = last_time([one for one in earlier if one.kind is now.kind] or earlier, now.kind)
    before = now.back and newest.day.index < now.back.found.day
    return last if before and problem.week(newest.day.week).easier else newest


def alike(kind: SessionKind, other: SessionKind) -> bool:
    """Return whether two kinds of session compare: one, or two of which one is for both days."""
    return kind is other or (kind.heavy and other.heavy and not {kind, other} <= SPLIT)


def last_time(earlier: Sequence[Exposure], kind: SessionKind) -> Exposure:
    """Return the last exposure before one; of pull and push day each looks at its own."""
    apart = SPLIT - {kind} if kind in SPLIT else set()
    own = [one for one in earlier if one.kind not in apart]
    return (own or earlier)[-1]


def long_gap(problem: Problem, plan: Plan, before: int, now: int) -> Return | None:
    """Return the longest of the long gaps that lie between two days, if one does."""
    gaps = (found for found in returns(problem, plan) if found.rows > LONG)
    between = (found for found in gaps if before < found.day <= now)
    return max(between, key=lambda found: found.rows, default=None)


def without_gaps(
    problem: Problem, plan: Plan, found: Sequence[Exposure]
) -> Iterator[tuple[Return | None, list[Exposure]]]:
    """Yield an exercise's exposures between long gaps, each part with the gap before it."""
    part: list[Exposure] = []
    gap: Return | None = None
    for exposure in found:
        new = long_gap(problem, plan, part[-1].day.index, exposure.day.index) if part else None
        if new is not None:
            yield gap, part
            gap, part = new, []
        part.append(exposure)
    if part:
        yield gap, part
