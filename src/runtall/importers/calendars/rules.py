"""Rules of events that repeat: those whose times can be worked out quickly.

A library works them out, day after day from the first one on, until it has found one that is late
enough; where a rule never meets a day it looks for one to the end of the calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from runtall.importers.calendars.properties import all_of, dates_in, value_of

if TYPE_CHECKING:
    from icalendar import Component

# Days that are looked at for all events of a file.
MOST_STEPS = 1_000_000
# To make an event for one of its times takes as long as so many days.
EACH_TIME = 30
# Dates that an event may name, and its rules.
MOST_DATES = 2_000
# In calendars of birthdays some begin in 1604.
FIRST_YEAR = 1600
# Parts of a rule: of every one, of one by months or years, and those that a day has to meet.
ALWAYS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
BY_DAYS, BY_MONTHS = {"BYDAY"}, {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}
FREQUENCIES = {"DAILY": BY_DAYS, "WEEKLY": BY_DAYS, "MONTHLY": BY_MONTHS, "YEARLY": BY_MONTHS}
# Days of every month, and how often each weekday is in it at least.
SHORTEST_MONTH, TIMES = 28, 4
STEP_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}


def steps(event: Component, first: date, last: date) -> float:
    """Return how many days are looked at to work out the times of an event within some days.

    Infinite where nobody knows, and where a rule may never meet any day.
    """
    dates = dates_in(event, "RDATE") + dates_in(event, "EXDATE")
    if not goes_on(event) or dates > MOST_DATES or _days(event) < 0:
        return float("inf")
    days: int = max(0, last.toordinal() - value_of(event, "DTSTART").toordinal())
    rule = next(iter(all_of(event, "RRULE")), None)
    if rule is None:
        return dates
    # With parts to meet it goes day by day; what lasts longer than its interval piles up.
    often = STEP_DAYS[frequency(rule)]
    times = min(days, (last - first).days + _days(event)) / often
    return dates + days / (1 if rule.keys() & BY_MONTHS else often) + EACH_TIME * times


def _days(event: Component) -> int:
    """Return how many days an event lasts; less than 0 for one that ends before it begins."""
    begin, end = value_of(event, "DTSTART"), value_of(event, "DTEND")
    length = value_of(event, "DURATION")
    if isinstance(end, date):
        days: int = end.toordinal() - begin.toordinal()
        return days
    return length.days if isinstance(length, timedelta) else 0


def goes_on(event: Component) -> bool:
    """Return whether the rule of an event, if it has one, meets a day now and then for certain."""
    start, rules = value_of(event, "DTSTART"), all_of(event, "RRULE")
    known = isinstance(start, date) and start.year >= FIRST_YEAR
    return known and len(rules) <= 1 and all(_meets(rule, start) for rule in rules)


def frequency(rule: Any) -> str:
    """Return what a rule counts by: ``DAILY``, ``WEEKLY``, ...; empty: nothing that is known."""
    words: Sequence[Any] = rule.get("FREQ", ()) if isinstance(rule, dict) else ()
    return str(words[0]).upper() if len(words) == 1 else ""


def _meets(rule: Any, start: date) -> bool:
    often = frequency(rule)
    if often not in FREQUENCIES or not rule.keys() <= ALWAYS | FREQUENCIES[often]:
        return False
    each = rule.get("INTERVAL", [1])
    if len(each) != 1 or not isinstance(each[0], int) or each[0] < 1:
        return False
    weekdays = [str(day).strip("+") for day in rule.get("BYDAY", ())]
    numbers = [int(day[:-2]) for day in weekdays if day[:-2]]
    if often in {"DAILY", "WEEKLY"}:
        # Every seventh day is always the same weekday.
        return not numbers and not (weekdays and often == "DAILY" and each[0] % 7 == 0)
    monthdays, months = rule.get("BYMONTHDAY", ()), rule.get("BYMONTH", ())
    places = rule.get("BYSETPOS", ())
    if (weekdays and monthdays) or (places and (numbers or not weekdays)):
        return False
    is_usual = start.month in (months or [start.month])
    return (
        all(0 < abs(number) <= TIMES for number in (*numbers, *places))
        and all(1 <= month <= 12 for month in months)
        and all(
            0 < abs(day) <= SHORTEST_MONTH or (day == start.day and is_usual) for day in monthdays
        )
    )
