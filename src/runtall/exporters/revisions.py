"""What changed since the calendar that was written before.

Unchanged events keep their stamps to the byte, changed ones get SEQUENCE + 1 and new stamps,
and events that are gone stay as cancelled ones: only so do other calendars follow a re-plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, vDDDTypes, vInt

from runtall.documents.calendars import read_calendars
from runtall.exporters.event_times import (
    date_of,
    is_cancelled,
    newest_stamp,
    stamp_in,
    time_in,
)
from runtall.exporters.identity import PRODUCT
from runtall.progression.texts import say

if TYPE_CHECKING:
    from icalendar import Component, Event

STAMPS = ("CREATED", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
STAMP_LINES = tuple(f"{name}:" for name in STAMPS)
CANCELLED = "Cancelled: "
# Begins properties that only this program reads.
OURS = "X-RUNTALL-"


def events_before(previous: bytes | None) -> dict[str, Event]:
    """Return the events of the earlier calendar by UID; none where it isn't one of ours."""
    try:
        calendar, *others = read_calendars((previous or b"").decode()).components
    except Exception:  # the library raises many kinds on files that are no calendars
        return {}
    if others or not isinstance(calendar, Calendar) or str(calendar.get("PRODID", "")) != PRODUCT:
        return {}
    return {
        str(event["UID"]): event
        for event in calendar.events
        if "UID" in event and time_in(event, "DTSTART")
    }


def revised(events: Iterable[Event], before: dict[str, Event], now: datetime) -> list[Event]:
    """Stamp events that have no stamps yet, and add the cancelled ones.

    Parameters
    ----------
    events
        Events as they should be, without stamps.
    before
        Events as they were, by UID.
    now
        Time of fresh stamps.
    """
    moment = now.astimezone(UTC).replace(microsecond=0)
    result = []
    for event in events:
        old = before.get(str(event["UID"]))
        if old is not None and _content(event) == _content(old):
            event.update({name: old[name] for name in STAMPS if name in old})
        else:
            _stamp(event, old, moment)
        result.append(event)
    kept, newer = {str(event["UID"]) for event in result}, {_week(event) for event in result}
    for uid, old in before.items():
        if uid not in kept:
            text = "no_longer_newer" if _week(old) in newer else "no_longer"
            result.append(_cancelled(old, moment, say(text)))
    return result


def _week(event: Event) -> tuple[str, int, int]:
    """Return the kind of an event, and the week that it lies in."""
    year, week, _ = date_of(event).isocalendar()
    return str(event.get("SUMMARY", "")).partition(":")[0], year, week


def called_off(calendar: Calendar, now: datetime) -> tuple[bytes, bytes]:
    """Return a calendar with every event cancelled, and as it is with numbers beyond those.

    Whoever imported the first follows the second: without higher numbers it would be taken for
    the older one of the two.

    Parameters
    ----------
    now
        Time of fresh stamps.
    """
    moment = now.astimezone(UTC).replace(microsecond=0)
    off, on = [], []
    for event in calendar.events:
        gone = _cancelled(event, moment, say("no_longer"))
        off.append(gone)
        if gone is not event:
            event = event.copy(recursive=True)
            _stamp(event, gone, moment)
        on.append(event)
    return _with_events(calendar, off, moment), _with_events(calendar, on, moment)


def _with_events(calendar: Calendar, events: Iterable[Event], moment: datetime) -> bytes:
    """Return a calendar with other events in the place of its own."""
    other = calendar.copy()
    others = [part for part in calendar.subcomponents if part.name != "VEVENT"]
    other.subcomponents = [*others, *events]
    _set(other, "LAST-MODIFIED", newest_stamp(events, moment))
    return bytes(other.to_ical())


def _content(event: Event) -> list[str]:
    """Return every line that is not a stamp."""
    return [line for line in map(str, event.content_lines()) if not line.startswith(STAMP_LINES)]


def _cancelled(old: Event, moment: datetime, text: str) -> Event:
    """Return an event as a cancelled one, of which only a text is left: some programs show it."""
    if is_cancelled(old):
        return old
    event = old.copy(recursive=True)
    event.subcomponents = []
    for name in [name for name in event if name.startswith(OURS)]:
        del event[name]
    _set(event, "DESCRIPTION", text)
    title = str(event.get("SUMMARY", ""))
    _set(event, "SUMMARY", f"{CANCELLED}{title}")
    _set(event, "STATUS", "CANCELLED")
    _set(event, "TRANSP", "TRANSPARENT")
    _set(event, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    _stamp(event, old, moment)
    return event


def _stamp(event: Event, old: Event | None, moment: datetime) -> None:
    created, sequence = moment, 0
    if old is not None:
        last, before = stamp_in(old, "LAST-MODIFIED"), old.get("SEQUENCE", 0)
        # Some programs take a change only if this stamp has grown, whatever the clock says.
        if last is not None and moment <= last:
            moment = last + timedelta(seconds=1)
        created = stamp_in(old, "CREATED") or moment
        sequence = int(before) + 1 if isinstance(before, int) else 1
    # Each by `add` would be looked at for its type first, which takes its time.
    stamps = (*map(vDDDTypes, (created, moment, moment)), vInt(sequence))
    event.update(zip(STAMPS, stamps, strict=True))


def _set(component: Component, name: str, value: object) -> None:
    """Give a component a property, in the place of any that it has of this name."""
    component.pop(name, None)
    component.add(name, value)
