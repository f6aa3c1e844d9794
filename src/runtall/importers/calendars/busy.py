"""A calendar of other things to do: when there is no time, and nothing of what it is for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from runtall.documents.files import unusable
from runtall.importers.calendars.properties import all_of, text_of, value_of
from runtall.importers.calendars.repeats import occurrences
from runtall.importers.file_text import decoded, file_bytes

if TYPE_CHECKING:
    from icalendar import Component

DAY_MINUTES = 24 * 60
MOST_LINES, MOST_EVENTS = 150_000, 25_000
# The lines that say when, and whether that counts: all others aren't even parsed.
READ = re.compile(
    r"(?i)(?:BEGIN|END|UID|DTSTART|DTEND|DURATION|RECURRENCE-ID|RRULE|RDATE|EXDATE|EXRULE|STATUS"
    r"|SEQUENCE|TRANSP|ATTENDEE|TZ[\w-]+|X-WR-[\w-]+|X-MICROSOFT-CDO-BUSYSTATUS)[;:]"
)

# Minutes of a day that are taken, as pairs of first and last, in order and apart.
Taken = tuple[tuple[int, int], ...]
T = TypeVar("T", int, datetime)


@dataclass(frozen=True, slots=True)
class Busy:
    """What a calendar takes.

    Parameters
    ----------
    taken
        By day; days with nothing are missing.
    unread
        Events whose times could not be worked out.
    """

    taken: Mapping[date, Taken]
    unread: int


def read_busy(path: Path, timezone: str, first: date, last: date) -> Busy:
    """Read which minutes of some days a calendar takes.

    Timed events count unless they are transparent (free), cancelled or declined; all-day ones only
    where they say themselves that they are opaque (busy).

    Parameters
    ----------
    timezone
        IANA name of the zone in which days and minutes are meant.

    Raises
    ------
    FileFaults
        If it is no calendar that can be read.
    """
    # It imports a library that takes its time.
    from runtall.documents.calendars import content_lines, read_calendars

    text, _ = decoded(file_bytes(path))
    lines = list(filter(READ.match, content_lines(text)))
    if len(lines) > MOST_LINES:
        raise unusable(path, f"more than {MOST_LINES} lines, the most that is read here")
    try:
        calendars = read_calendars("\n".join(lines)).components
    except Exception:  # its words repeat lines of the calendar, which are nobody's business
        raise unusable(path, "no calendar that can be read") from None
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if not calendars or len(events) > MOST_EVENTS:
        many = f"more than {MOST_EVENTS} events, the most that is read here"
        raise unusable(path, many if calendars else "no calendar that can be read")
    zone, owner = ZoneInfo(timezone), _owner(calendars, events)
    spans: set[tuple[datetime, datetime]] = set()
    readable = [event for event in events if _is_readable(event)]
    unread = len(events) - len(readable)
    for _, times in occurrences(calendars, readable, first, last):
        unread += times is None
        spans |= {_span(event, zone) for event in times or () if _counts(event, owner)}
    by_day: dict[date, list[tuple[int, int]]] = {}
    # Merged first: of events that last for years there may be thousands.
    for begin, end in _merged(spans):
        for day, *minutes in _minutes(begin, end, first, last):
            by_day.setdefault(day, []).append((minutes[0], minutes[1]))
    return Busy({day: _merged(by_day[day]) for day in sorted(by_day)}, unread)


def _owner(calendars: Iterable[Component], events: Sequence[Component]) -> str:
    """Return the address of whom the calendar belongs to; empty: nobody knows.

    It is the calendar's name where that is one, else the one that is invited to every meeting.
    """
    for calendar in calendars:
        name = text_of(calendar, "X-WR-CALNAME").strip().lower()
        if "@" in name:
            return name
    invited = [{_address(a) for a in all_of(event, "ATTENDEE")} for event in events]
    meetings = [addresses for addresses in invited if addresses]
    counted = Counter(address for addresses in meetings for address in addresses)
    always = [address for address, number in counted.items() if number == len(meetings)]
    return always[0] if len(always) == 1 else ""


def _address(attendee: Any) -> str:
    return str(attendee).lower().removeprefix("mailto:").strip()


def _counts(event: Component, owner: str) -> bool:
    """Return whether an event takes time."""
    shows = text_of(event, "TRANSP").upper()
    all_day = not isinstance(value_of(event, "DTSTART"), datetime)
    free = text_of(event, "X-MICROSOFT-CDO-BUSYSTATUS").upper() == "FREE"
    opaque = shows == "OPAQUE" if all_day else shows != "TRANSPARENT"
    cancelled = text_of(event, "STATUS").upper() == "CANCELLED"
    return opaque and not free and not cancelled and not _is_declined(event, owner)


def _is_declined(event: Component, owner: str) -> bool:
    """Return whether the owner declined it; where nobody knows the owner, whether all did."""
    answers = {
        _address(attendee): str(getattr(attendee, "params", {}).get("PARTSTAT", "")).upper()
        for attendee in all_of(event, "ATTENDEE")
    }
    if owner in answers:
        return answers[owner] == "DECLINED"
    return bool(answers) and not owner and set(answers.values()) == {"DECLINED"}


def _span(event: Component, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return begin and end of an event by the runner's clock."""
    start, end = value_of(event, "DTSTART"), value_of(event, "DTEND")
    length = value_of(event, "DURATION")
    if end is None:
        whole_day = timedelta(0 if isinstance(start, datetime) else 1)
        end = start + (length if isinstance(length, timedelta) else whole_day)
    return _local(start, zone), _local(end, zone)


def _minutes(
    begin: datetime, end: datetime, first_day: date, last_day: date
) -> Iterator[tuple[date, int, int]]:
    """Yield some days of a span with its first and last minute on each."""
    day = max(begin.date(), first_day)
    while day <= min(end.date(), last_day) and begin < end:
        midnight = datetime.combine(day, time.min)
        first = max(0, int((begin - midnight).total_seconds() // 60))
        last = min(DAY_MINUTES, -int((midnight - end).total_seconds() // 60))
        if first < last:
            yield day, first, last
        day += timedelta(1)


def _local(moment: Any, zone: ZoneInfo) -> datetime:
    """Return a moment as the runner's clock shows it; a floating one is that already."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min)
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment


def _is_readable(event: Component) -> bool:
    start = value_of(event, "DTSTART")
    return isinstance(start, date) and start.year >= 1


def _merged(spans: Iterable[tuple[T, T]]) -> tuple[tuple[T, T], ...]:
    """Return spans in order, those that touch each other as one; those without length fall away."""
    merged: list[tuple[T, T]] = []
    for first, last in sorted(span for span in spans if span[0] < span[1]):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
