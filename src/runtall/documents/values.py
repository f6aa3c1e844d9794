"""Values that are written alike everywhere: dates, times and time zones."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time

from runtall.errors.words import guess, shown

# Years that a plan may lie in.
YEARS = (1970, 2199)
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Fewest letters of a weekday's name.
SHORTEST = 2


class BadValue(ValueError):
    """A value that can't be read; the text says what is allowed."""


def read_date(value: object) -> date:
    """Read 2027-04-25."""
    text = value if isinstance(value, str) else ""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise BadValue(f"{shown(value)} is not a date; write year-month-day, such as 2027-04-25")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadValue(f"{text} is not in the calendar; such a date does not exist") from None
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise BadValue(f"{text} is out of reach; allowed: years {YEARS[0]} to {YEARS[1]}")
    return day


def read_time(value: object) -> time:
    """Read 06:30."""
    text = value if isinstance(value, str) else ""
    match = re.fullmatch("([01]?[0-9]|2[0-3]):([0-5][0-9])(:00)?", text)
    if not match:
        raise BadValue(f"{shown(value)} is not a time of day; allowed: 00:00 to 23:59")
    return time(int(match[1]), int(match[2]))


def read_zone(value: object) -> str:
    """Read the IANA name of a time zone."""
    # They take their time to import, and most commands do without.
    from zoneinfo import ZoneInfo, available_timezones

    name = value if isinstance(value, str) else ""
    with suppress(LookupError, ValueError, OSError):
        if name:
            return ZoneInfo(name).key
    # Etc/GMT+1 lies west of Greenwich, not east: nobody means it.
    zones = sorted(zone for zone in available_timezones() if not zone.startswith("Etc/"))
    cities = {zone.rpartition("/")[2].lower(): zone for zone in zones}
    best = guess(name, zones if "/" in name else (), cities)
    raise BadValue(
        f"{shown(value)} is not a time zone; allowed: IANA names such as Europe/London"
        + (f'; did you mean "{best}"?' if best else "")
    )


def weekday_of(word: str) -> str:
    """Return the weekday that a word is, or begins: ``tue``, ``Thurs``; empty for any other."""
    plain = word.strip(" .:,").lower()
    names = [name for name in NAMES if len(plain) >= SHORTEST and name.startswith(plain)]
    names += [name for name in NAMES if plain == f"{name}s"]
    return names[0][:3] if len(names) == 1 else ""
