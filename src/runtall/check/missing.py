"""Sessions that somebody deleted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.rules.weekly_sessions import composition


def missing(problem: Problem, plan: Plan) -> Iterator[tuple[int, SessionKind]]:
    """Yield week and kind of each session that a plan lacks, where no other is in its place."""
    for week in problem.weeks:
        counts = composition(week, partial(plan.uses, week=week.number))
        gone = {kind: count - plan.held(week.number, kind) for kind, count in counts.items()}
        if min(gone.values()) == 0:
            yield from ((week.number, kind) for kind in gone if gone[kind])
