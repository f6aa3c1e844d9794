"""Names of sessions and mobility add-ons that stay when they move to another day of their week."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runtall.domain.plan import Plan, Session


def session_keys(plan: Plan) -> list[str]:
    """Id of each session, in the plan's own order: ``w07-D1``, ``w07-D1-2`` for a second one."""
    seen: Counter[str] = Counter()
    keys = [""] * len(plan.sessions)
    for index in sorted(range(len(keys)), key=lambda index: plan.sessions[index].day):
        session = plan.sessions[index]
        key = f"w{_week(session.day):02}-{session.kind}"
        seen[key] += 1
        keys[index] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keys


def mobility_keys(plan: Plan) -> list[str]:
    """Id of each mobility add-on, in the plan's own order: ``w07-mobility-1``."""
    seen: Counter[int] = Counter()
    keys = [""] * len(plan.mobility)
    for index in sorted(range(len(keys)), key=lambda index: plan.mobility[index]):
        week = _week(plan.mobility[index])
        seen[week] += 1
        keys[index] = f"w{week:02}-mobility-{seen[week]}"
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
