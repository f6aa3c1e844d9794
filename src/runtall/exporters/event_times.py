"""Times of calendar events, whatever a file made of them."""

from __future__ import annotations

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
