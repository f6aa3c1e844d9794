"""Places in the plan: what a rule speaks of, and where it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from runtall.domain.exercise import SessionKind

DAYS = 7

# Week, day, kind and slot, for sorting: -1, empty and 0 where a place names none.
Key = tuple[int, int, str, int]


@dataclass(frozen=True, slots=True)
class InPlan:
    """The whole plan."""

    week: ClassVar[None] = None

    @property
    def key(self) -> Key:
        """Sort before everything else."""
        return (1, -1, "", 0)

    def __str__(self) -> str:
        return "plan"


@dataclass(frozen=True, slots=True)
class InWeek:
    """A week, by its number from 1."""

    week: int

    @property
    def key(self) -> Key:
        """Sort before the week's days and sessions."""
        return (self.week, -1, "", 0)

    def __str__(self) -> str:
        return f"w{self.week:02}"


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day, by its index in the calendar, and more closely a session of some kind on it."""

    day: int
    kind: SessionKind | None = None

    @property
    def week(self) -> int:
        """Number of the day's week."""
        return self.day // DAYS + 1

    @property
    def key(self) -> Key:
        """Sort by day, then by kind."""
        return (self.week, self.day, self.kind or "", 0)

    def __str__(self) -> str:
        return "-".join([f"d{self.day:03}", *filter(None, [self.kind])])


@dataclass(frozen=True, slots=True)
class InSession:
    """A week's session of some kind, and more closely one of its slots.

    Parameters
    ----------
    slot
        Position in the session, from 1.
    day
        Index of the day that has the session, where that matters.
    """

    week: int
    kind: SessionKind
    slot: int | None = None
    day: int | None = None

    @property
    def key(self) -> Key:
        """Sort by week and day, then by kind and slot."""
        return (self.week, -1 if self.day is None else self.day, self.kind, self.slot or 0)

    def __str__(self) -> str:
        day = [] if self.day is None else [f"d{self.day:03}"]
        slot = [] if self.slot is None else [f"s{self.slot}"]
        return "-".join([f"w{self.week:02}", *day, self.kind, *slot])


Where = InPlan | InWeek | OnDay | InSession
# A place of a finished plan, and what is wrong there.
Fault = tuple[Where, str]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that a finished plan breaks, where, and what the plan has there."""

    rule: str
    where: Where
    found: str = ""
