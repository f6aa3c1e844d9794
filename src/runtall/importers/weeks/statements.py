"""What is said of a plan again, or later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from runtall.importers.base import Entry


@dataclass(frozen=True, slots=True)
class Statement:
    """Some lines that may change a plan, and the day they were sent on, if anybody knows it."""

    text: str
    sent: date | None = None
    line: int = 0


def said_again(entries: Sequence[Entry]) -> tuple[list[Statement], list[Entry]]:
    """Return what is said of a day for a second time, with other days between, and the others."""
    lines = [entry.line for entry in entries]
    if lines != sorted(lines):
        return [], [*entries]
    seen: dict[date, int] = {}
    again, kept = [], []
    for at, entry in enumerate(entries):
        before = seen.setdefault(entry.date, at)
        apart = {one.date for one in entries[before:at]} - {entry.date}
        if apart and before < at:
            again.append(Statement(f"{entry.date}: {entry.title}", None, entry.line))
        else:
            kept.append(entry)
            seen[entry.date] = at
    return again, kept
