"""A calendar that replaces an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.scenario import Publication
from runtall.exporters.export import stamp_time
from tests.exporters.formats import decided, from_ics, to_ics
from tests.exporters.samples import LATER, NOW, moved, without


@pytest.fixture(scope="module")
def before(problem: Problem, plan: Plan, publication: Publication) -> bytes:
    asked = replace(publication, reminder_minutes=30)
    return to_ics(problem, plan, asked, None, NOW)


@pytest.fixture(scope="module")
def publication(publication: Publication) -> Publication:
    return replace(publication, reminder_minutes=30)


def events(data: bytes) -> dict[str, Event]:
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    return {str(event["UID"]): event for event in calendar.events}


def changed(before: bytes, after: bytes) -> dict[str, Event]:
    old = events(before)
    return {
        uid: event
        for uid, event in events(after).items()
        if uid not in old or old[uid].to_ical() != event.to_ical()
    }


def test_nothing_changed_nothing_touched(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    assert to_ics(problem, plan, publication, before, LATER) == before


def test_a_moved_session_keeps_its_uid_and_counts_up(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    later = moved(plan, week=3, kind=SessionKind.D2, days=-1)
    after = to_ics(problem, later, publication, before, LATER)
    assert set(events(after)) == set(events(before))
    [(uid, event)] = changed(before, after).items()
    assert event["SEQUENCE"] == 1
    assert event["DTSTART"].dt.date() == problem.days[14 + 2].date
    assert event["CREATED"].dt == NOW
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == LATER
    assert event["STATUS"] == "CONFIRMED"
    assert events(before)[uid]["SEQUENCE"] == 0


def test_changed_sets_count_up_too(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    first = plan.sessions[0]
    entries = (replace(first.entries[0], sets=2), *first.entries[1:])
    other = replace(plan, sessions=(replace(first, entries=entries), *plan.sessions[1:]))
    after = to_ics(problem, other, publication, before, LATER)
    # The next session of its kind tells what is more than last time.
    assert [event["SEQUENCE"] for event in changed(before, after).values()] == [1, 1]
    again = to_ics(problem, plan, publication, after, LATER + timedelta(days=1))
    assert [event["SEQUENCE"] for event in changed(after, again).values()] == [2, 2]


def test_a_removed_session_is_cancelled_once(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    fewer = without(plan, week=3, kind=SessionKind.D2)
    after = to_ics(problem, fewer, publication, before, LATER)
    touched = changed(before, after)
    [(uid, event)] = ((uid, one) for uid, one in touched.items() if one["STATUS"] == "CANCELLED")
    assert event["SUMMARY"].startswith("Cancelled: Strength: push day")
    # The next push day compares with the one before it now.
    [following] = (one for other, one in touched.items() if other != uid)
    assert following["SUMMARY"].startswith("Strength: push day")
    assert (event["STATUS"], event["TRANSP"], event["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", 1)
    assert event["X-MICROSOFT-CDO-BUSYSTATUS"] == "FREE"
    # Beside the newer cards no exercises of an older one are shown.
    assert event["DESCRIPTION"] == "No longer planned; see the newer card of this week."
    assert not [name for name in event if name.startswith("X-RUNTALL")]
    assert not event.walk("VALARM")
    assert event["DTSTART"].to_ical() == events(before)[uid]["DTSTART"].to_ical()
    assert to_ics(problem, fewer, publication, after, LATER + timedelta(days=1)) == after


def test_a_cancelled_session_can_come_back(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    fewer = to_ics(problem, without(plan, week=3, kind=SessionKind.D2), publication, before, LATER)
    back = to_ics(problem, plan, publication, fewer, LATER + timedelta(days=1))
    cancelled = {u for u, one in events(fewer).items() if one["STATUS"] == "CANCELLED"}
    [event] = (one for uid, one in changed(fewer, back).items() if uid in cancelled)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 2)
    assert not event["SUMMARY"].startswith("Cancelled")
    assert from_ics(back, problem) == decided(plan)


def test_a_new_session_starts_at_zero(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    fewer = to_ics(problem, without(plan, week=3, kind=SessionKind.D2), publication, None, NOW)
    after = to_ics(problem, plan, publication, fewer, LATER)
    [event] = (one for uid, one in changed(fewer, after).items() if uid not in events(fewer))
    assert event["SEQUENCE"] == 0
    assert event["CREATED"].dt == LATER


def test_stamps_grow_even_if_the_clock_went_back(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    later = moved(plan, week=3, kind=SessionKind.D2, days=-1)
    after = to_ics(problem, later, publication, before, NOW - timedelta(days=30))
    [event] = changed(before, after).values()
    assert event["LAST-MODIFIED"].dt == NOW + timedelta(seconds=1)


def test_another_plan_in_the_same_place_cancels_the_old_one(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    other = replace(publication, plan_id="autumn-2027")
    after = events(to_ics(problem, plan, other, before, LATER))
    assert {after[uid]["STATUS"] for uid in events(before)} == {"CANCELLED"}
    assert len(after) == 2 * len(events(before))


def test_zones_of_cancelled_events_stay_described(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    abroad = replace(publication, timezone="Asia/Tokyo")
    fewer = without(plan, week=3, kind=SessionKind.D2)
    calendar = Calendar.from_ical(to_ics(problem, fewer, abroad, before, LATER))
    assert isinstance(calendar, Calendar)
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Asia/Tokyo", "Europe/London"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_an_earlier_file_that_is_none_of_ours_counts_as_none(
    problem: Problem, plan: Plan, publication: Publication, before: bytes, damage: bytes
) -> None:
    assert to_ics(problem, plan, publication, damage, NOW) == before


def test_somebody_elses_calendar_is_not_cancelled(
    problem: Problem, plan: Plan, publication: Publication, before: bytes
) -> None:
    theirs = before.replace(b"//runtall//", b"//another//")
    assert (
        to_ics(problem, without(plan, week=3, kind=SessionKind.D2), publication, theirs, NOW).count(
            b"CANCELLED"
        )
        == 0
    )


def test_source_date_epoch_gives_the_stamps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert stamp_time() == datetime.fromtimestamp(1_700_000_000, UTC)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs(stamp_time() - datetime.now(UTC)) < timedelta(minutes=1)
    assert stamp_time().microsecond == 0
