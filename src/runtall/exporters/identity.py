"""Names of sessions and events that stay when a session moves to another day."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from runtall.domain.relaxation import Relaxation, Relaxed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runtall.domain.plan import Plan, Session

RELAXED = re.compile(r"([a-z_]+)@w([0-9]{1,2})")


def _week(day: int) -> int:
    return day // 7 + 1


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


def event_uid(plan_id: str, key: str) -> UUID:
    """UID of an event: the same for a session of the same plan, wherever it lies."""
    return uuid5(uuid5(NAMESPACE_URL, f"runtall:{plan_id}"), key)


def relaxed_tokens(relaxed: Iterable[Relaxed]) -> list[str]:
    """Declared relaxations as files carry them: ``single@w12``."""
    return [f"{used.step}@w{used.week:02}" for used in relaxed]


def relaxed_of(token: str, weeks: int) -> Relaxed:
    """Read one token of `relaxed_tokens`.

    Raises
    ------
    ValueError
        If it is none, or of a week outside the calendar.
    """
    match = RELAXED.fullmatch(token)
    if match is None or match[1] not in set(Relaxation):
        steps = ", ".join(Relaxation)
        raise ValueError(f"{token!r} is no relaxation; one looks like single@w12 ({steps})")
    if not 1 <= int(match[2]) <= weeks:
        raise ValueError(f"{token!r}: the plan has weeks 1 to {weeks}")
    return Relaxed(int(match[2]), Relaxation(match[1]))
