"""What a ``plan.ics`` says, event by event, for comparing it with the one that would be written.

What calendar programs write themselves isn't held against anybody: stamps, a higher SEQUENCE,
alarms, their own events, X- properties, and properties that they drop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from runtall.documents.calendars import zones_told
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.card_advice import first_sets
from runtall.exporters.card_reading import read_title
from runtall.exporters.event_times import is_cancelled, time_in
from runtall.exporters.parts import ALL_DAY, OTHERS, PLAN, TIMES, WHOLE, Key, Part, Parts, numbered
from runtall.exporters.plan_ics import FACTS, RELAXED
from runtall.exporters.plan_ics import MOBILITY as MOBILITY_WORD
from runtall.exporters.plan_ics_reading import categories, category, when

# Properties of an event and of the calendar that are compared where they are there.
OWN = ("SUMMARY", "STATUS", "URL", FACTS)
BUSY = ("TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")
CALENDAR = ("VERSION", "UID", "NAME", "DESCRIPTION", "X-WR-TIMEZONE", RELAXED)
# What no event can do without; of a session, people may change when it is.
NEEDED = ("UID", "SUMMARY", "DESCRIPTION")
TEXT = "DESCRIPTION "
# How lines of a card begin that are known by it; the first is known by its place, all others
# by what they say.
BEGINNING = re.compile(r"[0-9]{1,2}[ab]?\. |(?:Warm-up|Sets|Today|Why today|Tomorrow|Next|Last)\b")
# What a card leaves out where it is too long: so it is no label.
IF_ROOM = re.compile(f"({'|'.join(first_sets())})$")
ANY_SEQUENCE = "0 or more"
# As a file describes them, by name; None where that can't be used.
Zones = Mapping[str, Sequence[tzinfo | None]]


def ics_parts(calendar: Calendar, problem: Problem, timezone: str | None) -> Parts:
    """Return the events of a calendar, and what it says of itself.

    Parameters
    ----------
    timezone
        Zone of the plan, in which times are told.
    """
    zones = {str(zone.get("TZID", "")): zones_told(zone) for zone in calendar.walk("VTIMEZONE")}
    events = [event for event in calendar.events if not is_cancelled(event)]
    own_ids = {_uid(event) for event in events if category(event)}
    found = [(PLAN, Part("", dict(_calendar(calendar)), ("VERSION",)))]
    for number, event in enumerate(calendar.events, start=1):
        key = _key(event, calendar, problem)
        if key.day == OTHERS and _uid(event) in own_ids:
            # Another event with the identity of a session: programs keep one of the two.
            key = PLAN._replace(kind="the UID of another event")
        elif is_cancelled(event):
            continue
        where = f"event {number} ({event.get('SUMMARY', '')})"
        fields, times = dict(_event(event)), dict(_times(event, timezone, zones))
        ours = key.day not in {WHOLE, OTHERS}
        if ours and not isinstance(time_in(event, "DTSTART"), datetime):
            times = {f"{name}{ALL_DAY}": text for name, text in times.items()}
        needed = NEEDED if ours and _is_within_a_day(event) else (*NEEDED, *TIMES)
        found.append((key, Part(where, fields | times, needed, TEXT)))
    return numbered(found)


def _calendar(calendar: Calendar) -> Iterator[tuple[str, str]]:
    for name in CALENDAR:
        if name in calendar:
            yield name, _as_written(calendar[name])
    yield "METHOD", str(calendar.get("METHOD", "PUBLISH"))


def _as_written(value: Any) -> str:
    """Return a value as it stands in a file: of some names the library doesn't know the type."""
    written: bytes | None = value.to_ical() if hasattr(value, "to_ical") else None
    return str(value) if written is None else written.decode()


def _uid(event: Event) -> str:
    return str(event.get("UID", ""))


def _key(event: Event, calendar: Calendar, problem: Problem) -> Key:
    kind = category(event)
    if kind is None or is_cancelled(event):
        return Key(OTHERS, _uid(event))
    day, _ = when(event, calendar, problem)
    if kind == MOBILITY_WORD:
        return Key(day, MOBILITY)
    return Key(day, read_title(str(event.get("SUMMARY", "")))[0].value)


def _event(event: Event) -> Iterator[tuple[str, str]]:
    yield "UID", _uid(event)
    for name in OWN:
        if name in event:
            yield name, str(event[name])
    if words := categories(event):
        yield "CATEGORIES", ", ".join(words)
    sequence = str(event.get("SEQUENCE", 0))
    yield "SEQUENCE", ANY_SEQUENCE if sequence.isdecimal() else sequence
    # What our events never have: more days, or a second length.
    yield "RRULE", ", ".join(name for name in ("RRULE", "RDATE", "RECURRENCE-ID") if name in event)
    yield "DURATION", str(event.get("DURATION", "")) if "DTEND" in event else ""
    for number, line in enumerate(str(event.get("DESCRIPTION", "")).splitlines()):
        known = BEGINNING.match(line)
        said = IF_ROOM.sub("", line.rstrip())
        name = known[0].strip(" .") if known else said if number else "line 1"
        yield f"{TEXT}{name}", said


def _span(event: Event) -> tuple[date | None, date | None]:
    """Return begin and end, each a date, or a date and time."""
    begin, end = time_in(event, "DTSTART"), time_in(event, "DTEND")
    if "DTEND" not in event and begin is not None:
        whole_day = timedelta(not isinstance(begin, datetime))
        with suppress(ValueError, OverflowError):  # of a length that nobody can read
            length = getattr(event.get("DURATION"), "dt", whole_day)
            end = begin + length if isinstance(length, timedelta) else None
    return begin, end


def _is_within_a_day(event: Event) -> bool:
    begin, end = _span(event)
    with suppress(TypeError):  # such as from a day to a time of day
        return begin is not None and end is not None and timedelta(0) < end - begin <= timedelta(1)
    return False


def _times(event: Event, timezone: str | None, zones: Zones) -> Iterator[tuple[str, str]]:
    """Yield when it is: what programs show that trust the file's own words on its zone."""
    for name in BUSY:
        if name in event:
            yield name, str(event[name])
    begin, end = _span(event)
    last = "DTEND" if "DTEND" in event else "DTSTART"
    for name, zoned, moment in (("DTSTART", "DTSTART", begin), ("DTEND", last, end)):
        text = "" if moment is None else str(moment)
        if isinstance(moment, datetime) and moment.tzinfo is not None and timezone is not None:
            text = f"{moment.astimezone(ZoneInfo(timezone))}"
            told = zones.get(event[zoned].params.get("TZID", ""), ())
            for apart in {moment.replace(tzinfo=zone).utcoffset() for zone in told}:
                if apart != moment.utcoffset():
                    text += f", {apart} from UTC by its VTIMEZONE"
        yield name, text
