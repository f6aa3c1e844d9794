"""Rules of calendars: what can take for ever to work out is told at once, and the rest counts."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event, vRecur

from runtall.documents.calendars import read_calendars
from runtall.importers.calendars.rules import MOST_STEPS, goes_on, steps

CHANGE = """BEGIN:{kind}
DTSTART:{start}
{rule}
TZOFFSETFROM:{before}
TZOFFSETTO:{after}
END:{kind}
"""
LAST_SUNDAYS = ("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")


def zoned(winter: str, summer: str, start: str = "16010101T000000") -> str:
    zone = CHANGE.format(
        kind="STANDARD", start=start, rule=winter, before="+0300", after="+0200"
    ) + CHANGE.format(kind="DAYLIGHT", start=start, rule=summer, before="+0200", after="+0300")
    return (
        f"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Club\n{zone}END:VTIMEZONE\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART;TZID=Club:20270701T060000\nEND:VEVENT\nEND:VCALENDAR\n"
    )


def start_and_warnings(text: str) -> tuple[datetime, list[str]]:
    calendars, warnings = read_calendars(text)
    return calendars[0].walk("VEVENT")[0]["DTSTART"].dt, [example for _, example in warnings]


def test_a_zone_of_its_own_counts():
    start, warnings = start_and_warnings(zoned(*(f"RRULE:{rule}" for rule in LAST_SUNDAYS)))
    assert start.astimezone(UTC).hour == 3
    assert warnings == []
    # What one file says of a zone is nothing to the next.
    other = zoned("RDATE:19701025T000000", "RDATE:19701026T000000").replace("+0300", "+0900")
    assert start_and_warnings(other)[0].astimezone(UTC) == datetime(2027, 6, 30, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    "rule",
    ["RRULE:FREQ=HOURLY", "RRULE:FREQ=MINUTELY", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY",
     "RRULE:FREQ=YEARLY;BYHOUR=1,2", "RRULE:FREQ=YEARLY;BYDAY=SU", "RRULE:FREQ=YEARLY;INTERVAL=0",
     f"RRULE:{LAST_SUNDAYS[0]}\nRRULE:FREQ=HOURLY", "RRULE:FREQ=YEARLY;BYMONTHDAY=1",
     "RR\n ULE:FREQ=HOUR\n LY", "RDATE:" + ",".join(["20270101T000000"] * 1_100)],
)  # fmt: skip
def test_other_rules_of_a_zone_are_not_worked_out(rule):
    start, warnings = start_and_warnings(zoned(f"RRULE:{LAST_SUNDAYS[0]}", rule))
    assert start == datetime(2027, 7, 1, 6)  # as it stands there
    assert warnings == ["Club"]


def test_a_line_without_end_costs_only_itself():
    dates = "EXDATE:" + ",".join(["20270701T060000"] * 5_000)
    start, warnings = start_and_warnings(zoned("", "").replace("UID:1", f"UID:1\n{dates}"))
    assert start.hour == 6
    assert warnings == ["EXDATE:20270701T0600"]


@pytest.mark.parametrize(("end", "few"), [("2020", True), ("2027", False), ("0001", False)])
def test_what_lasts_for_years_piles_up_in_a_series(end, few):
    text = f"DTSTART:20200101T060000\nDTEND:{end}0101T070000\nRRULE:FREQ=DAILY"
    event = Event.from_ical(f"BEGIN:VEVENT\n{text}\nEND:VEVENT\n")
    work = steps(event, date(2027, 1, 1), date(2027, 4, 25))
    assert (work < MOST_STEPS / 100) == few


NUMBERS = st.lists(st.integers(-6, 31), min_size=1, max_size=2)
WEEKDAYS = st.lists(st.sampled_from(["MO", "2TU", "-1SU", "5FR", "0MO", "53SA"]), min_size=1)
RULES = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])},
    optional={
        "INTERVAL": st.integers(0, 15),
        "BYDAY": WEEKDAYS,
        "BYMONTH": st.lists(st.integers(1, 12), min_size=1, max_size=2),
        "BYMONTHDAY": NUMBERS,
        "BYSETPOS": NUMBERS,
    },
)


@given(RULES, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_a_rule_that_goes_on_meets_a_day_within_its_next_years(rule, start):
    event = Event()
    event.add("DTSTART", start)
    event.add("RRULE", vRecur(rule))
    if not goes_on(event):
        return
    years = rrulestr(event["RRULE"].to_ical().decode(), dtstart=datetime(*start.timetuple()[:3]))
    # Held against the library: a rule that met no day would take seconds to find that out.
    late = datetime(start.year + 30, 1, 1)
    assert years.after(late).year <= late.year + 15 * 12


def test_a_date_left_out_that_is_none_counts_as_none():
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20270301\n"
        "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:x\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    (event,) = read_calendars(text)[0][0].walk("VEVENT")
    assert steps(event, date(2027, 3, 1), date(2027, 3, 3)) < MOST_STEPS
