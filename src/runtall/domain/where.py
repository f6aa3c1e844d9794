"""Places in the plan: what a rule speaks of, and where one is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runtall.domain.exercise import SessionKind


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the plan: a week or a day, and more closely a session kind or a slot.

    Parameters
    ----------
    week
        Number from 1; None where the rule speaks of the whole plan.
    day
        Day index.
    kind
        Session kind.
    slot
        Position of a slot in its session, from 1.
    """

    week: int | None = None
    day: int | None = None
    kind: SessionKind | None = None
    slot: int | None = None

    @property
    def key(self) -> tuple[int, int, str, int]:
        """For sorting: by week, day, kind, slot."""
        week = self.week if self.week is not None else (self.day or 0) // 7 + 1
        day = -1 if self.day is None else self.day
        return (week, day, self.kind or "", self.slot or 0)

    def __str__(self) -> str:
        parts = [
            f"w{self.week:02}" if self.week is not None else "",
            f"d{self.day:03}" if self.day is not None else "",
            str(self.kind or ""),
            f"s{self.slot}" if self.slot is not None else "",
        ]
        return "-".join(part for part in parts if part) or "plan"


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a finished plan breaks, where, and what the plan has there."""

    rule: str
    where: Where
    found: str = ""
