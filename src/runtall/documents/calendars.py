"""Calendar files (iCalendar) as components, all that costs time within bounds.

A rule of a time zone can be written so that working it out takes for ever, and the library works
out each as soon as it meets it. So zones of files are looked at before they are used: what a
country does with its clocks changes a few times a year at most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from icalendar import Calendar
from icalendar.parser import Contentline, Contentlines, Parameters
from icalendar.timezone import tzp
from icalendar.timezone.zoneinfo import ZONEINFO

if TYPE_CHECKING:
    from datetime import tzinfo

    from icalendar import Component

# Where a line goes on in the next.
FOLD = re.compile(r"\r?\n[ \t]")
# A name without parameters, and the colon behind it.
PLAIN = re.compile(r"([\w.-]+):")
# Bytes of a line that is written; what goes on in the next one begins with a blank.
WIDTH = 74
# Characters of a line: texts have fewer, and only lists of dates without end have more.
LONGEST = 20_000
# What a rule for a change of the clocks may say, and how many values each part may have.
PARTS = {"FREQ": 1, "INTERVAL": 1, "COUNT": 1, "UNTIL": 1, "WKST": 1}
PARTS |= {"BYMONTH": 1, "BYDAY": 1, "BYMONTHDAY": 7}
# Outlook counts from 1601; the library works rules out to the end of this other year.
FIRST_YEAR, LAST_YEAR = 1601, 2038
# Changes of the clocks that one zone may have: two rules from the first year on, and some more.
MOST_CHANGES = 1_500


class Calendars(NamedTuple):
    """What a calendar file holds.

    Parameters
    ----------
    warnings
        What was left out, and an example of it.
    """

    components: Sequence[Component]
    warnings: list[tuple[str, str]]


def read_calendars(text: str) -> Calendars:
    """Parse a calendar file.

    Raises
    ------
    Exception
        Of many kinds: the library trips in many ways over files that are no calendars.
    """
    zones = _Zones()
    lines = content_lines(text)
    kept = [line for line in lines if len(line) <= LONGEST]
    warnings = [
        (f"lines left out of more than {LONGEST} characters", line[:20])
        for line in lines
        if len(line) > LONGEST
    ]
    # What an earlier file said of a zone is nothing to this one: the library would keep it.
    tzp.use(zones)
    line_of: Any = _Line  # of the library nothing here is typed
    unfolded: Any = Contentlines
    read: Any = [line_of(line) for line in unfolded.from_ical("\r\n".join(kept))]
    found = Calendar.from_ical(read, multiple=True)
    unusable = "time zones left out whose rules can't be used; times stay as they are"
    return Calendars(found, warnings + [(unusable, name) for name in dict.fromkeys(zones.refused)])


def zones_told(component: Component) -> list[tzinfo | None]:
    """Return a zone as a file describes it, whatever its name; None where that can't be used.

    Twice, as programs differ in which of two rules counts that set the clock at the same moment.
    """
    turned = component.copy()
    turned.subcomponents = component.subcomponents[::-1]
    return [_Zones().create_timezone(each) for each in (component, turned)]


def content_lines(text: str) -> list[str]:
    """Return the lines of a calendar, each in one piece."""
    return re.split(r"\r?\n", FOLD.sub("", text))


def calendar_bytes(component: Component) -> bytes:
    """Return what `Component.to_ical` does; that looks at each character of a line by itself."""
    lines = (str(line) for line in component.content_lines() if line)
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    """Fold a line, between no two bytes of a character and behind no sign that escapes."""
    parts, start = [], 0
    while len(line) - start > WIDTH:
        end = start + WIDTH
        while line[end] & 0xC0 == 0x80:
            end -= 1
        end -= line[end - 1 : end] in {b"\\", b"^"}
        parts.append(line[start:end])
        start = end
    return b"\r\n ".join([*parts, line[start:]])


class _Line(Contentline):
    """A line as the library has it, which looks at each character even where it needn't."""

    __slots__ = ()

    def raw_parts(self) -> tuple[str, Parameters, str]:
        """Split the line into its name, parameters and value as it stands."""
        plain = PLAIN.match(self)
        return (plain[1], Parameters(), self[plain.end() :]) if plain else super().raw_parts()


class _Zones(ZONEINFO):
    """Time zones by name, and those of files whose rules can be worked out quickly."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        # To look for a zone that no system knows takes its time, and each event names it.
        self.timezone = cache(super().timezone)  # type: ignore[method-assign]

    def create_timezone(self, tz: Any) -> tzinfo | None:  # type: ignore[override]
        """Make a zone of a component; one that can't be made leaves times as they are."""
        try:
            if sum(map(_changes, tz.subcomponents)) <= MOST_CHANGES:
                return super().create_timezone(tz)
        except Exception:  # broken rules raise many kinds of exception
            pass
        self.refused.append(str(tz["TZID"]))
        return None  # so the library takes it for a zone unknown


def _changes(part: Any) -> float:
    """Return how often a part of a zone changes the clocks, at most; infinite: nobody knows."""
    dates = sum(len(getattr(listed, "dts", ())) for listed in _all(part, "RDATE"))
    rules = _all(part, "RRULE")
    start: int = part["DTSTART"].dt.year
    if not rules:
        return 1 + dates
    yearly = all(_is_yearly(rule) for rule in rules)
    return len(rules) * (LAST_YEAR - start) + dates if yearly and start >= FIRST_YEAR else 1e9


def _is_yearly(rule: Any) -> bool:
    """Return whether a rule means one day a year."""
    few = isinstance(rule, dict) and all(len(rule[key]) <= PARTS.get(key, 0) for key in rule)
    if not few or str(*rule.get("FREQ", ())).upper() != "YEARLY" or rule.get("INTERVAL", [1]) < [1]:
        return False
    weekdays = [str(day) for day in rule.get("BYDAY", ())]
    # Without a number or days of the month each such weekday of the year would be meant.
    every = any(day[-2:] == day for day in weekdays) and "BYMONTHDAY" not in rule
    return not every and ("BYMONTH" in rule or "BYMONTHDAY" not in rule)


def _all(part: Any, name: str) -> Sequence[Any]:
    found = part.get(name, [])
    return found if isinstance(found, list) else [found]
