"""A VTIMEZONE that calendar programs agree on.

Where the clock changes by the same yearly rule from the plan on, two observances with that rule,
which starts in 1970: some programs know a zone by its rule only, others crash on a zone that
begins after an event. Else one observance for each change of the clock during the plan.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

FIRST_YEAR = 1970
# Within so many years a date falls on every day of the week.
YEARS = 11
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
# No clock is changed and changed back within a week.
STEP = timedelta(days=7)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Rule = dict[str, list[str] | list[int]]


class _Onset(NamedTuple):
    """From a local time on, by the old clock, the clock is this far from UTC."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    rule: Rule | None = None


def vtimezone(key: str, first: date, last: date) -> Timezone:
    """Describe a time zone for the days from ``first`` to ``last``.

    Raises
    ------
    ZoneInfoNotFoundError
        If there is no zone of that name.
    """
    zone = ZoneInfo(key)
    years = _changes(zone, date(first.year, 1, 1), date(first.year + YEARS, 1, 1))
    onsets = _yearly(years) or _one_by_one(zone, first, last)
    least = min(onset.after for onset in onsets)
    component = Timezone()
    component.add("TZID", key)
    for onset in onsets:
        # The clock that is ahead is called daylight, also where a country's law says otherwise:
        # programs expect nothing else.
        part = TimezoneDaylight() if onset.after > least else TimezoneStandard()
        part.add("DTSTART", onset.local)
        part.add("TZOFFSETFROM", onset.before)
        part.add("TZOFFSETTO", onset.after)
        part.add("TZNAME", onset.name)
        if onset.rule is not None:
            part.add("RRULE", onset.rule)
        component.add_component(part)
    return component


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _changes(zone: ZoneInfo, first: date, last: date) -> list[_Onset]:
    """Return every change of the clock between two days."""
    found = []
    moment, end = (datetime.combine(day, time(), UTC) for day in (first, last))
    before = _offset(zone, moment)
    while moment < end:
        later = min(moment + STEP, end)
        after = _offset(zone, later)
        if before != after:
            low, high = moment, later
            while high - low > SECOND:
                middle = low + (high - low) // 2
                low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
            high = high.replace(microsecond=0)
            name = high.astimezone(zone).tzname() or ""
            found.append(_Onset((high + before).replace(tzinfo=None), before, after, name))
        moment, before = later, after
    return found


def _yearly(changes: list[_Onset]) -> list[_Onset]:
    """Return the onsets with the rule that all changes follow; empty if they follow none."""
    alike: dict[tuple[object, ...], list[_Onset]] = defaultdict(list)
    for onset in changes:
        local = onset.local
        kind = (local.month, local.weekday(), local.time(), onset.before, onset.after)
        alike[kind].append(onset)
    onsets = []
    for same in alike.values():
        days = sorted({onset.local.day for onset in same})
        low, high = days[0], days[-1]
        if len(same) != YEARS or high - low != 6:
            return []
        change = same[0].local
        length = monthrange(FIRST_YEAR, change.month)[1]
        weekday = WEEKDAYS[change.weekday()]
        rule: Rule = {"FREQ": ["YEARLY"], "BYMONTH": [change.month]}
        if high == length:
            rule["BYDAY"] = [f"-1{weekday}"]
        elif high % 7 == 0:
            rule["BYDAY"] = [f"{high // 7}{weekday}"]
        else:
            # Some days before or after an nth weekday: that weekday among seven dates.
            rule |= {"BYDAY": [weekday], "BYMONTHDAY": list(range(low, high + 1))}
        begin = datetime.combine(date(FIRST_YEAR, change.month, low), change.time())
        begin += DAY * ((change.weekday() - begin.weekday()) % 7)
        onsets.append(_Onset(begin, same[0].before, same[0].after, same[0].name, rule))
    return sorted(onsets, key=lambda onset: onset.before > onset.after)


def _one_by_one(zone: ZoneInfo, first: date, last: date) -> list[_Onset]:
    """Return one onset for each change around the plan, the first far before it."""
    start = datetime.combine(first - 2 * DAY, time(), UTC)
    offset, name = _offset(zone, start), start.astimezone(zone).tzname() or ""
    begin = _Onset(datetime(FIRST_YEAR, 1, 1), offset, offset, name)
    return [begin, *_changes(zone, first - 2 * DAY, last + 3 * DAY)]
