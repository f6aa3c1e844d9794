"""Names of sessions and mobility add-ons that stay when they move to another day of their week."""

from __future__ import annotations

from collections import Counter

from runtall.domain.plan import Plan, Session


def session_keys(plan: Plan) -> list[str]:
    """Id of each session, in the plan's own order: ``w07-D1``, ``w07-D1-2`` for a second one."""
    seen: Counter[str] = Counter()
    keys = [""] * len(plan.sessions)
    for index, session in sorted(enumerate(plan.sessions), key=lambda pair: pair[1].day):
        key = f"w{_week(session.day):02}-{session.kind}"
        seen[key] += 1
        keys[index] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keys


def mobility_keys(plan: Plan) -> list[str]:
    """Id of each mobility add-on, in the plan's own order: ``w07-mobility-1``."""
    seen: Counter[int] = Counter()
    keys = [""] * len(plan.mobility)
    for index, day in sorted(enumerate(plan.mobility), key=lambda pair: pair[1]):
        seen[_week(day)] += 1
        keys[index] = f"w{_week(day):02}-mobility-{seen[_week(day)]}"
    return keys


def identified_sessions(plan: Plan) -> list[tuple[str, Session]]:
    """Sessions by day, each with its id."""
    both = zip(session_keys(plan), plan.sessions, strict=True)
    return sorted(both, key=lambda pair: pair[1].day)


def identified_mobility(plan: Plan) -> list[tuple[str, int]]:
    """Days of the mobility add-ons, in order, each with its id."""
    both = zip(mobility_keys(plan), plan.mobility, strict=True)
    return sorted(both, key=lambda pair: pair[1])


def _week(day: int) -> int:
    return day // 7 + 1
