"""The calendar read by programs that we did not write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from runtall.domain.scenario import Publication
from tests.exporters.formats import to_ics
from tests.exporters.samples import NOW, build, decide

Reading = dict[str, tuple[str, str, str]]


@pytest.fixture(scope="module", params=["Europe/London", "Asia/Kolkata", "Africa/Casablanca"])
def data(request: pytest.FixtureRequest, publication: Publication) -> bytes:
    """A plan of nine weeks, in which London changes its clocks, and Casablanca twice.

    Not one that begins in Ramadan: there vobject takes Casablanca's clocks for UTC, as they are
    the same until the first change in the plan.
    """
    problem = build(at=time(18, 30), weeks=9, race_date=date(2027, 4, 4))
    everything = replace(
        publication,
        timezone=request.param,
        include=frozenset({"strength", "mobility", "runs"}),
        reminder_minutes=60,
        link="https://example.org/plan?a=1&b=2",
    )
    return to_ics(problem, decide(problem), everything, None, NOW)


def when(moment: date) -> str:
    return f"{moment.astimezone(UTC) if isinstance(moment, datetime) else moment}"


def by_icalendar(data: bytes) -> Reading:
    from icalendar import Calendar

    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return {
        str(event["UID"]): (str(event["SUMMARY"]), when(event.start), when(event.end))
        for event in calendar.events
    }


def test_vobject(data: bytes) -> None:
    vobject = pytest.importorskip("vobject")
    calendar = vobject.readOne(data.decode())
    assert {
        event.uid.value: (event.summary.value, when(event.dtstart.value), when(event.dtend.value))
        for event in calendar.vevent_list
    } == by_icalendar(data)


def test_ics(data: bytes) -> None:
    ics = pytest.importorskip("ics")
    ours = by_icalendar(data)
    events = ics.Calendar(data.decode()).events
    assert {event.uid: event.name for event in events} == {
        uid: title for uid, (title, _, _) in ours.items()
    }
    for event in events:
        if not event.all_day:
            assert when(event.begin.datetime) == ours[event.uid][1]
            assert when(event.end.datetime) == ours[event.uid][2]


def test_recurring_ical_events(data: bytes) -> None:
    recurring = pytest.importorskip("recurring_ical_events")
    from icalendar import Calendar

    found = recurring.of(Calendar.from_ical(data)).between(date(2026, 12, 1), date(2027, 6, 1))
    assert {str(event["UID"]) for event in found} == set(by_icalendar(data))
    assert len(found) == len(by_icalendar(data))
