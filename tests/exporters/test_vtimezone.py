"""Time zones as calendars describe them, against the time zone database."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from runtall.domain.scenario import Publication
from runtall.exporters.vtimezone import vtimezone
from tests.exporters.formats import to_ics
from tests.exporters.samples import NOW, decide, timed_problem

ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Asia/Jerusalem",
    "Africa/Cairo",
    "America/Santiago",
    "America/Nuuk",
)
PLANS = (
    (date(2027, 1, 4), date(2027, 4, 25)),
    (date(2026, 8, 3), date(2026, 11, 22)),
    (date(2005, 1, 3), date(2006, 1, 8)),
)
"""A spring plan, an autumn plan, and a long one before the rules of today."""


def text_of(key: str, first: date, last: date) -> str:
    return bytes(vtimezone(key, first, last).to_ical()).decode()


def read_by_icalendar(text: str) -> Any:
    from icalendar import Timezone

    component = Timezone.from_ical(text)
    assert isinstance(component, Timezone)
    return component.to_tz(lookup_tzid=False)


def read_by_dateutil(text: str) -> Any:
    tz = pytest.importorskip("dateutil.tz")
    return tz.tzical(io.StringIO(f"BEGIN:VCALENDAR\r\n{text}END:VCALENDAR\r\n")).get()


def read_by_vobject(text: str) -> Any:
    vobject = pytest.importorskip("vobject")
    calendar = vobject.readOne(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{text}END:VCALENDAR\r\n")
    return calendar.vtimezone.gettzinfo()


def moments(zone: ZoneInfo, first: date, last: date) -> Iterator[datetime]:
    """Noon of every day, and the hours of the days beside a change of the clock."""
    for number in range((last - first).days + 1):
        noon = datetime.combine(first, time(12)) + timedelta(days=number)
        around = (noon + timedelta(days=beside) for beside in (-2, 2))
        if len({moment.replace(tzinfo=zone).utcoffset() for moment in around}) == 1:
            yield noon
        else:
            yield from (noon + timedelta(minutes=minutes) for minutes in range(-720, 720, 30))


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_dateutil, read_by_vobject])
@pytest.mark.parametrize("days", PLANS)
@pytest.mark.parametrize("key", ZONES)
def test_every_hour_agrees_with_the_database(key: str, days: tuple[date, date], read: Any) -> None:
    described, zone = read(text_of(key, *days)), ZoneInfo(key)
    for moment in moments(zone, *days):
        real = moment.replace(tzinfo=zone)
        exists = real.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == moment
        twice = real.utcoffset() != real.replace(fold=1).utcoffset()
        # An hour that is left out or comes twice has no one answer.
        if exists and not twice:
            assert moment.replace(tzinfo=described).utcoffset() == real.utcoffset(), moment


@pytest.mark.parametrize("key", ["Europe/London", "America/New_York", "Australia/Sydney"])
def test_zones_with_a_rule_are_described_from_1970_on(key: str) -> None:
    text = text_of(key, *PLANS[0])
    assert text.count("RRULE:FREQ=YEARLY") == 2
    assert text.count("DTSTART:1970") == 2
    assert "RDATE" not in text
    assert text == text_of(key, *PLANS[1])


def test_london_word_for_word() -> None:
    assert text_of("Europe/London", *PLANS[0]).split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T010000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]


def test_dublin_has_its_summer_time_called_daylight() -> None:
    text = text_of("Europe/Dublin", *PLANS[0])
    assert "TZNAME:IST" in text[text.index("BEGIN:DAYLIGHT") : text.index("END:DAYLIGHT")]
    assert "TZNAME:GMT" in text[text.index("BEGIN:STANDARD") : text.index("END:STANDARD")]


@pytest.mark.parametrize(
    ("key", "rules"),
    [
        ("Asia/Jerusalem", ["FR 23,24,25,26,27,28,29", "-1SU"]),
        ("America/Nuuk", ["SA 24,25,26,27,28,29,30", "-1SU"]),
        ("America/Santiago", ["SU 2,3,4,5,6,7,8", "SU 2,3,4,5,6,7,8"]),
        ("Antarctica/Troll", ["-1SU", "-1SU"]),
        ("America/New_York", ["2SU", "1SU"]),
        ("Africa/Cairo", []),  # the last Thursday's midnight can be in the month after
    ],
)
def test_yearly_rules(key: str, rules: list[str]) -> None:
    found = []
    for line in text_of(key, *PLANS[0]).splitlines():
        if line.startswith("RRULE:"):
            rule = dict(part.split("=") for part in line.removeprefix("RRULE:").split(";"))
            found.append(f"{rule['BYDAY']} {rule.get('BYMONTHDAY', '')}".strip())
    assert found == rules


def test_zone_without_summer_time_has_one_observance() -> None:
    text = text_of("Asia/Kolkata", *PLANS[0])
    assert text.count("BEGIN:STANDARD") == 1
    assert "DAYLIGHT" not in text
    assert "DTSTART:19700101T000000" in text
    assert "RRULE" not in text


def test_changes_before_todays_rule_are_named_one_by_one() -> None:
    text = text_of("America/New_York", *PLANS[2])
    assert "RRULE" not in text
    assert "DTSTART:20050403T020000" in text
    assert "DTSTART:20051030T020000" in text


def test_unknown_zone() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        vtimezone("Mars/Olympus", *PLANS[0])


@pytest.mark.parametrize("key", [*ZONES, "UTC", "Etc/UTC"])
def test_every_session_is_at_its_instant(key: str) -> None:
    from icalendar import Calendar

    problem = timed_problem()
    plan = decide(problem)
    data = to_ics(problem, plan, Publication("x", "x", key), None, NOW)
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    starts = [event.start for event in calendar.events if "Strength" in event.categories]
    expected = [
        datetime.combine(problem.days[item.day].date, time(18, 30), ZoneInfo(key)).astimezone(UTC)
        for item in plan.sessions
    ]
    assert sorted(start.astimezone(UTC) for start in starts) == expected
    assert not calendar.get_missing_tzids()
