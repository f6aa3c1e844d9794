"""Times of calendar events, whatever a file made of them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event


def time_in(event: Event, name: str) -> date | None:
    """Return the date, or date and time, of a property; None if there is none that can be read."""
    with suppress(ValueError):  # what could not be parsed raises only now
        value = getattr(event.get(name), "dt", None)
        return value if isinstance(value, date) else None
    return None


def stamp_in(event: Event, name: str) -> datetime | None:
    """Return the moment of a stamp in UTC; None if it is missing or no moment."""
    value = time_in(event, name)
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return None


def date_of(event: Event) -> date:
    """Return the day on which an event starts."""
    start = time_in(event, "DTSTART") or date.min
    return start.date() if isinstance(start, datetime) else start


def is_cancelled(event: Event) -> bool:
    """Return whether an event is marked as one that doesn't take place."""
    return str(event.get("STATUS", "")).upper() == "CANCELLED"


def newest_stamp(events: Iterable[Event], usual: datetime) -> datetime:
    """Return when the last event was changed; the usual time where none tells."""
    stamps = (stamp_in(event, "LAST-MODIFIED") for event in events)
    return max(filter(None, stamps), default=usual)
