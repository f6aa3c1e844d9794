"""A VTIMEZONE that calendar programs agree on.

Two observances with a yearly rule that starts in 1970, taken from the POSIX rule at the end of
the zone's TZif file. Where that rule is missing, is none that a calendar can say, or is not
(yet) what the zone does during the plan, one observance per change of the clock in the plan.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

FIRST_YEAR = 1970
NO_LEAP_YEAR = 1970
LAST_WEEK = 5
WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
"""In the order of POSIX, which counts from Sunday."""
NAME = r"(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
OFFSET = r"[+-]?[0-9]{1,3}(?::[0-9]{2}){0,2}"
CHANGE = rf"M[0-9]{{1,2}}\.[1-5]\.[0-6](?:/{OFFSET})?"
FOOTER = re.compile(rf"({NAME})({OFFSET})(?:({NAME})({OFFSET})?,({CHANGE}),({CHANGE}))?")


@dataclass(frozen=True, slots=True)
class _Yearly:
    """The ``week``-th ``weekday`` of a month (week 5: the last), plus a time that may be days."""

    month: int
    week: int
    weekday: int
    at: timedelta

    def local(self, year: int) -> datetime:
        """The moment in a year, by the clock that is about to change."""
        first = date(year, self.month, 1)
        shift = (self.weekday - (first.weekday() + 1)) % 7 + 7 * (self.week - 1)
        while (first + timedelta(days=shift)).month != self.month:
            shift -= 7
        return datetime.combine(first + timedelta(days=shift), time()) + self.at

    @property
    def rule(self) -> dict[str, str | int | list[int]] | None:
        """The recurrence rule; None if the date can fall into two months."""
        fixed: dict[str, str | int | list[int]] = {"FREQ": "YEARLY", "BYMONTH": self.month}
        days = self.at // timedelta(days=1)
        if days == 0:
            week = -1 if self.week == LAST_WEEK else self.week
            return fixed | {"BYDAY": f"{week}{WEEKDAYS[self.weekday]}"}
        length = monthrange(NO_LEAP_YEAR, self.month)[1]
        start = length - 6 if self.week == LAST_WEEK else 7 * self.week - 6
        if start + days < 1 or start + days + 6 > length:
            return None
        # Some days before or after an nth weekday: that weekday among seven dates.
        return fixed | {
            "BYDAY": WEEKDAYS[(self.weekday + days) % 7],
            "BYMONTHDAY": list(range(start + days, start + days + 7)),
        }


@dataclass(frozen=True, slots=True)
class _Onset:
    """From a local time on, by the old clock, the clock is this far from UTC."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    yearly: _Yearly | None = None


def vtimezone(key: str, first: date, last: date) -> Timezone:
    """Describe a time zone for the days from ``first`` to ``last``.

    Raises
    ------
    ZoneInfoNotFoundError
        If there is no zone of that name.
    """
    zone = ZoneInfo(key)
    start = datetime.combine(first, time(), UTC) - timedelta(days=2)
    end = datetime.combine(last, time(), UTC) + timedelta(days=3)
    actual = _changes(zone, start, end)
    onsets = _by_rule(_footer(key))
    if onsets is None or _predicted(onsets, start, end) != [
        (moment, offset) for moment, offset, _ in actual
    ]:
        onsets = _one_by_one(actual)
    component = Timezone()
    component.add("TZID", key)
    for onset in onsets:
        component.add_component(_observance(onset, onsets))
    return component


def _footer(key: str) -> str:
    """Last line of the zone's TZif file, looked for where zoneinfo looks."""
    data = b""
    for folder in TZPATH:
        path = Path(folder, *key.split("/"))
        if path.is_file():
            data = path.read_bytes()
            break
    else:
        source = resources.files("tzdata").joinpath("zoneinfo", *key.split("/"))
        if source.is_file():
            data = source.read_bytes()
    return data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii", "replace")


def _seconds(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    hours, minutes, seconds = [*map(int, text.lstrip("+-").split(":")), 0, 0][:3]
    return sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _yearly(text: str) -> _Yearly:
    when, _, at = text.removeprefix("M").partition("/")
    month, week, weekday = map(int, when.split("."))
    return _Yearly(month, week, weekday, _seconds(at or "2"))


def _by_rule(footer: str) -> list[_Onset] | None:
    """Onsets by the POSIX rule; None if it has no such form."""
    match = FOOTER.fullmatch(footer)
    if match is None:
        return None
    # POSIX counts offsets westward, calendars eastward.
    standard = -_seconds(match[2])
    name = match[1].strip("<>")
    if match[3] is None:
        return [_Onset(datetime(FIRST_YEAR, 1, 1), standard, standard, name)]
    summer = -_seconds(match[4]) if match[4] else standard + timedelta(hours=1)
    into, out_of = _yearly(match[5]), _yearly(match[6])
    if into.rule is None or out_of.rule is None:
        return None
    summer_name = match[3].strip("<>")
    return [
        _Onset(into.local(FIRST_YEAR), standard, summer, summer_name, into),
        _Onset(out_of.local(FIRST_YEAR), summer, standard, name, out_of),
    ]


def _changes(
    zone: ZoneInfo, start: datetime, end: datetime
) -> list[tuple[datetime, timedelta, str]]:
    """Offset at the start, then every change until the end, with the moment in UTC."""

    def offset(moment: datetime) -> timedelta:
        return moment.astimezone(zone).utcoffset() or timedelta(0)

    def name(moment: datetime) -> str:
        return moment.astimezone(zone).tzname() or ""

    found = [(start, offset(start), name(start))]
    moment = start
    while moment < end:
        later = moment + timedelta(hours=12)
        if (offset(later), name(later)) != (offset(moment), name(moment)):
            low, high = moment, later
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                same = (offset(middle), name(middle)) == (offset(moment), name(moment))
                low, high = (middle, high) if same else (low, middle)
            if offset(later) != offset(moment):
                found.append((high, offset(later), name(later)))
        moment = later
    return found


def _predicted(
    onsets: list[_Onset], start: datetime, end: datetime
) -> list[tuple[datetime, timedelta]]:
    """What `_changes` would find if the clock followed these onsets."""
    if onsets[0].yearly is None:
        return [(start, onsets[0].after)]
    moments = sorted(
        ((onset.yearly.local(year) - onset.before).replace(tzinfo=UTC), onset.after)
        for year in range(start.year - 1, end.year + 1)
        for onset in onsets
        if onset.yearly is not None
    )
    current = [offset for moment, offset in moments if moment <= start][-1]
    return [(start, current), *(change for change in moments if start < change[0] <= end)]


def _one_by_one(changes: list[tuple[datetime, timedelta, str]]) -> list[_Onset]:
    """One onset per change, the first far before the plan."""
    _, current, name = changes[0]
    onsets = [_Onset(datetime(FIRST_YEAR, 1, 1), current, current, name)]
    for moment, offset, abbreviation in changes[1:]:
        local = (moment + current).replace(tzinfo=None)
        onsets.append(_Onset(local, current, offset, abbreviation))
        current = offset
    return onsets


def _observance(onset: _Onset, onsets: list[_Onset]) -> TimezoneStandard | TimezoneDaylight:
    # The clock that is ahead is called daylight, also where a country's law says otherwise:
    # programs expect nothing else.
    ahead = onset.after > min(other.after for other in onsets)
    component = TimezoneDaylight() if ahead else TimezoneStandard()
    component.add("DTSTART", onset.local)
    component.add("TZOFFSETFROM", onset.before)
    component.add("TZOFFSETTO", onset.after)
    component.add("TZNAME", onset.name)
    if onset.yearly is not None:
        component.add("RRULE", onset.yearly.rule)
    return component
