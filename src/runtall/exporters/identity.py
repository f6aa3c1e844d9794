"""Identity of events and documents, and how files name a relaxation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from runtall.domain.relaxation import Relaxation, Relaxed

# What a ``plan.json`` says that it is.
FORMAT = "runtall-plan"
# What a calendar names as the program that made it.
PRODUCT = "-//runtall//strength plan//EN"
RELAXED = re.compile(r"([a-z_]+)@w([0-9]{1,2})")


def event_uid(plan_id: str, key: str) -> UUID:
    """Return the UID of an event: the same for a session of the same plan, wherever it lies."""
    return uuid5(uuid5(NAMESPACE_URL, f"runtall:{plan_id}"), key)


def document_of(data: bytes | None, form: str = FORMAT) -> dict[str, Any]:
    """Return a JSON document that says that its format is this one of ours; else an empty one."""
    try:
        document = json.loads(data or b"{}")
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) and document.get("format") == form else {}


def relaxed_tokens(relaxed: Iterable[Relaxed]) -> list[str]:
    """Return declared relaxations as files carry them: ``single@w12``."""
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
