"""Events that repeat: one event for each time, within the reach of a run plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

import recurring_ical_events
from icalendar import Calendar

from runtall.documents.values import BadValue
from runtall.errors.words import shown
from runtall.importers.base import Context, Notes
from runtall.importers.ics_rules import MOST_STEPS, frequency, goes_on, steps
from runtall.importers.ics_when import Zone, text_of, when
from runtall.importers.titles import title_of

if TYPE_CHECKING:
    from icalendar import Component

# How long before the race, or after its first day, an event is repeated.
REACH = timedelta(weeks=54)
MOST_SERIES = 50
# Run plans repeat on days or weekdays.
PLAIN_FREQUENCIES = {"DAILY", "WEEKLY"}


def repeated(
    calendars: Sequence[Component],
    events: Sequence[Component],
    context: Context,
    zone: Zone,
    lines: Mapping[int, int],
    notes: Notes,
) -> Iterator[tuple[Component, int]]:
    """Yield each event with its line, and those that repeat once for every time."""
    plain = [event for event in events if _is_series(event) and _is_plain(event, notes)]
    if len(plain) > MOST_SERIES:
        notes.warn(f"more than {MOST_SERIES} repeating events; they are left out")
        plain = []
    left: float = MOST_STEPS
    series = set()
    reach = _reach(plain, context, zone)
    for event in plain:
        work = steps(event, reach[1])
        if work > left:
            name = shown(title_of(text_of(event, "SUMMARY")))
            notes.warn("events left out that repeat for too long", name)
            continue
        left -= work
        series.add(text_of(event, "UID"))
    members: list[Component] = []
    for event in events:
        if text_of(event, "UID") in series and ("RRULE" in event or "RECURRENCE-ID" in event):
            members.append(event)
        elif not _is_series(event):
            yield event, lines.get(id(event), 0)
    if not members:
        return
    first_line = {text_of(event, "UID"): lines.get(id(event), 0) for event in reversed(members)}
    for event in _expand(calendars, members, *reach, notes):
        yield event, first_line.get(text_of(event, "UID"), 0)


def _is_series(event: Component) -> bool:
    return "RRULE" in event or "RDATE" in event


def _is_plain(event: Component, notes: Notes) -> bool:
    """Return whether an event repeats as runs do: on days or weekdays."""
    plain = "RDATE" not in event and frequency(event.get("RRULE")) in PLAIN_FREQUENCIES
    plain = plain and goes_on(event)
    if not plain:
        name = shown(title_of(text_of(event, "SUMMARY")))
        notes.warn("events left out that repeat otherwise than by days or weeks", name)
    return plain


def _reach(members: Sequence[Component], context: Context, zone: Zone) -> tuple[date, date]:
    if context.race_date:
        return context.race_date - REACH, context.race_date + timedelta(weeks=1)
    starts = []
    for event in members:
        with suppress(BadValue):
            starts.append(when(event, zone).date)
    first = min(starts, default=date(2000, 1, 1))
    return first, first + REACH


def _expand(
    calendars: Sequence[Component],
    members: Sequence[Component],
    first: date,
    last: date,
    notes: Notes,
) -> Sequence[Component]:
    """Let the library work out every time of some events."""
    together = Calendar()
    zones = [zone for calendar in calendars for zone in calendar.walk("VTIMEZONE")]
    for component in (*zones, *members):
        together.add_component(component)
    try:
        query = recurring_ical_events.of(together, skip_bad_series=True)
        return list(query.between(first, last))
    except Exception as error:
        # Broken rules raise many kinds of exception.
        notes.warn(f"repeating events left out: {str(error)[:100]}")
        return []
