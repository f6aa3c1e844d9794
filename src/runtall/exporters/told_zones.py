"""What a calendar says of its own time zones: some programs believe that, not the zone's name."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar

from runtall.domain.problem import Problem

# From a local time to how far the clock is from UTC; None where nothing that can be read says it.
Offsets = Callable[[datetime], timedelta | None]
# The end of a rule is told in UTC, its onsets by the clock.
UTC_END = re.compile("(?<=[0-9])Z")
# Before a plan, within which each yearly rule changes the clock.
YEAR = timedelta(days=367)


def told_zones(calendar: Calendar, problem: Problem) -> dict[str, Offsets]:
    """Return the zones that a calendar describes, by their TZID."""
    return {
        str(zone.get("TZID", "")): _offsets(zone, problem) for zone in calendar.walk("VTIMEZONE")
    }


def _offsets(zone: Any, problem: Problem) -> Offsets:
    first, last = (datetime.fromisoformat(f"{problem.days[i].date}") for i in (0, -1))
    onsets: list[tuple[datetime, timedelta]] = []
    with suppress(ValueError, TypeError, AttributeError, KeyError):
        for part in zone.subcomponents:
            after = part["TZOFFSETTO"].td
            onsets += ((moment, after) for moment in _moments(part, first - YEAR, last + YEAR))
    onsets.sort(key=lambda onset: onset[0])
    moments = [moment for moment, _ in onsets]

    def offset(local: datetime) -> timedelta | None:
        place = bisect(moments, local)
        return onsets[place - 1][1] if place else None

    return offset


def _moments(part: Any, first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield when the clock is set; of changes before the first day only what leads to it."""
    begin = part["DTSTART"].dt
    yield begin
    if "RRULE" in part:
        rule = UTC_END.sub("", part["RRULE"].to_ical().decode())
        if "FREQ=YEARLY" not in rule:
            raise ValueError("clocks are set by the year")
        yield from rrulestr(rule, dtstart=begin).between(first, last, inc=True)
    listed = part.get("RDATE", [])
    for dates in listed if isinstance(listed, list) else [listed]:
        yield from (each.dt for each in dates.dts)
