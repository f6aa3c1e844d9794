"""Names of sessions and mobility add-ons that stay when they move to another day of their week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from runtall.domain.plan import Plan, Session

MOBILITY = "mobility"


def session_keys(plan: Plan) -> list[str]:
    """Return each session's id, in the plan's own order: ``w07-D1``, ``w07-D1-2`` for a second."""
    keys = _numbered([(session.day, session.kind) for session in plan.sessions])
    return [key.removesuffix("-1") for key in keys]


def mobility_keys(plan: Plan) -> list[str]:
    """Return the id of each mobility add-on, in the plan's own order: ``w07-mobility-1``."""
    return _numbered([(day, MOBILITY) for day in plan.mobility])


def identified_sessions(plan: Plan) -> list[tuple[str, Session]]:
    """Return the sessions by day, each with its id."""
    both = zip(session_keys(plan), plan.sessions, strict=True)
    return sorted(both, key=lambda pair: pair[1].day)


def identified_mobility(plan: Plan) -> list[tuple[str, int]]:
    """Return the days of the mobility add-ons, in order, each with its id."""
    both = zip(mobility_keys(plan), plan.mobility, strict=True)
    return sorted(both, key=lambda pair: pair[1])


def _numbered(items: Sequence[tuple[int, str]]) -> list[str]:
    """Return week and name of each item, and its number, by day, among those that share both."""
    seen: Counter[str] = Counter()
    keys = [""] * len(items)
    for index, (day, name) in sorted(enumerate(items), key=lambda item: item[1][0]):
        stem = f"w{day // 7 + 1:02}-{name}"
        seen[stem] += 1
        keys[index] = f"{stem}-{seen[stem]}"
    return keys
