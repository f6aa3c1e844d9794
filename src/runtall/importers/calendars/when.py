"""When an event is: its day, its start and its length, in the runner's time zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from runtall.documents.values import YEARS, BadValue
from runtall.importers.base import Context, Notes
from runtall.importers.calendars.properties import text_of, value_of

if TYPE_CHECKING:
    from icalendar import Component

ZONE_KEYS = ("X-WR-TIMEZONE", "X-USER-TIMEZONE")


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone that times are turned to; None: they stay in their own."""

    tz: tzinfo | None
    notes: Notes
    # Zones that times were given in; empty: on the runner's own clock.
    seen: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, context: Context, calendars: Sequence[Component], notes: Notes) -> Zone:
        """Return the runner's zone, or that of the calendar."""
        names = [context.timezone or ""]
        names += [text_of(component, key) for component in calendars for key in ZONE_KEYS]
        for name in filter(None, names):
            try:
                return cls(ZoneInfo(name), notes)
            except (LookupError, ValueError, OSError):
                notes.warn(f'"{name[:60]}" is no time zone')
        return cls(None, notes)

    @property
    def named(self) -> str:
        """The zone that the times are in as read, if the file itself says it; else empty."""
        if isinstance(self.tz, ZoneInfo):
            return self.tz.key
        one = next(iter(self.seen)) if len(self.seen) == 1 else ""
        try:
            return ZoneInfo(one).key if "/" in one and not one.startswith("Etc/") else ""
        except (LookupError, ValueError, OSError):
            return ""

    def local(self, moment: datetime) -> datetime:
        """Return the moment as the runner's clock shows it; a floating one is that already."""
        if moment.tzinfo is None:
            self.seen.add("")
            return moment
        self.seen.add(getattr(moment.tzinfo, "key", "") or str(moment.tzinfo))
        if self.tz is not None:
            return moment.astimezone(self.tz).replace(tzinfo=None)
        if moment.utcoffset() == timedelta(0) and moment.tzinfo in {UTC, ZoneInfo("UTC")}:
            self.notes.warn("times are in UTC; give the time zone, or runs may be a day off")
        return moment.replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class When:
    """Day, start and minutes of an event; an all-day one has neither start nor minutes.

    Parameters
    ----------
    days
        Days that it lasts.
    """

    date: date
    at: time | None = None
    minutes: int | None = None
    days: int = 1


def when(event: Component, zone: Zone) -> When:
    """Read ``DTSTART`` with ``DTEND`` or ``DURATION``.

    Raises
    ------
    BadValue
        If there is no start that can be used.
    """
    start = value_of(event, "DTSTART")
    if not isinstance(start, date):
        raise BadValue("no start that can be read")
    if not YEARS[0] <= start.year <= YEARS[1]:
        raise BadValue(f"outside the years {YEARS[0]} to {YEARS[1]}")
    end, length = value_of(event, "DTEND"), value_of(event, "DURATION")
    length = length if isinstance(length, timedelta) else timedelta(0)
    if not isinstance(start, datetime):
        if isinstance(end, date):
            length = (end.date() if isinstance(end, datetime) else end) - start
        return When(start, days=max(1, length.days))
    begin = zone.local(start)
    if isinstance(end, datetime):
        length = zone.local(end) - begin
    if length > timedelta(days=1):
        return When(begin.date(), days=length.days + 1)
    minutes = round(length.total_seconds() / 60)
    at = begin.time().replace(second=0, microsecond=0, fold=0)
    return When(begin.date(), at, minutes if 0 < minutes < 24 * 60 else None)
