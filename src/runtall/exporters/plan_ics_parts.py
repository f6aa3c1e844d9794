"""What a ``plan.ics`` says, event by event, for comparing it with the one that would be written.

What calendar programs write themselves isn't held against anybody: stamps, a higher SEQUENCE,
alarms, their own events, X- properties, and properties that they drop.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.card_reading import read_title
from runtall.exporters.event_times import time_in
from runtall.exporters.parts import Key, Part, Parts, numbered
from runtall.exporters.plan_ics import FACTS, RELAXED
from runtall.exporters.plan_ics import MOBILITY as MOBILITY_WORD
from runtall.exporters.plan_ics_reading import category, when

# Properties of an event and of the calendar that are compared where they are there.
OWN = ("UID", "SUMMARY", "TRANSP", "STATUS", "URL", "X-MICROSOFT-CDO-BUSYSTATUS", FACTS)
CALENDAR = ("VERSION", "UID", "NAME", "DESCRIPTION", "X-WR-TIMEZONE", RELAXED)
# What no event can do without.
NEEDED = ("UID", "SUMMARY", "DTSTART", "DTEND", "DESCRIPTION")
# How lines of a card begin that are known by it; all others by their place.
BEGINNING = re.compile(r"[0-9]{1,2}[ab]?\. |(?:Warm-up|Sets|Today|Why today|Tomorrow|Next|Last)\b")
ANY_SEQUENCE = "0 or more"


def ics_parts(
    calendar: Calendar, problem: Problem, timezone: str | None, uids: Collection[str]
) -> Parts:
    """Return the events of a calendar that are ours, and what it says of itself.

    Parameters
    ----------
    timezone
        Zone of the plan, in which times are told.
    uids
        Of events that are no sessions: those of other people are passed over.
    """
    found = [(Key(-1, ""), Part("", dict(_calendar(calendar)), ("VERSION",)))]
    for number, event in enumerate(calendar.events, start=1):
        key = _key(event, calendar, problem, uids)
        if key is not None:
            where = f"event {number} ({event.get('SUMMARY', '')})"
            found.append((key, Part(where, dict(_event(event, timezone)), NEEDED)))
    return dict(zip(numbered(key for key, _ in found), (part for _, part in found), strict=True))


def _calendar(calendar: Calendar) -> Iterator[tuple[str, str]]:
    for name in CALENDAR:
        if name in calendar:
            yield name, str(calendar[name])
    yield "METHOD", str(calendar.get("METHOD", "PUBLISH"))


def _key(event: Event, calendar: Calendar, problem: Problem, uids: Collection[str]) -> Key | None:
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return None
    kind = category(event)
    if kind is None:
        uid = str(event.get("UID", ""))
        return Key(-2, uid) if uid in uids else None
    day, _ = when(event, calendar, problem)
    if kind == MOBILITY_WORD:
        return Key(day, MOBILITY)
    return Key(day, read_title(str(event.get("SUMMARY", "")))[0].value)


def _event(event: Event, timezone: str | None) -> Iterator[tuple[str, str]]:
    for name in OWN:
        if name in event:
            yield name, str(event[name])
    begin, end = time_in(event, "DTSTART"), time_in(event, "DTEND")
    if "DTEND" not in event and begin is not None:
        length = getattr(event.get("DURATION"), "dt", timedelta(not isinstance(begin, datetime)))
        end = begin + length if isinstance(length, timedelta) else None
    for name, moment in (("DTSTART", begin), ("DTEND", end)):
        if isinstance(moment, datetime) and moment.tzinfo is not None and timezone is not None:
            moment = moment.astimezone(ZoneInfo(timezone))
        yield name, "" if moment is None else str(moment)
    listed = event.get("CATEGORIES", [])
    for value in listed if isinstance(listed, list) else [listed]:
        yield "CATEGORIES", ", ".join(map(str, getattr(value, "cats", [])))
    sequence = str(event.get("SEQUENCE", 0))
    yield "SEQUENCE", ANY_SEQUENCE if sequence.isdecimal() else sequence
    place = 0
    for line in str(event.get("DESCRIPTION", "")).splitlines():
        known = BEGINNING.match(line)
        place += not known
        name = known[0].strip(" .") if known else f"line {place}"
        yield f"DESCRIPTION {name}", line.rstrip()
