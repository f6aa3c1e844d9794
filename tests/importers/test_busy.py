"""What a busy calendar takes of each day, and that nothing else of it is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.errors import FileFaults
from runtall.importers.calendars.busy import read_busy

SECRET = "Meeting with the doctor"
MONDAY = date(2027, 3, 1)
TWO_WEEKS = (MONDAY, MONDAY + timedelta(13))


def calendar(*events: str, head: str = "") -> str:
    parts = "".join(
        f"BEGIN:VEVENT\nDTSTAMP:20270101T000000Z\nUID:{number}\nSUMMARY:{SECRET}\n{event}\n"
        "END:VEVENT\n"
        for number, event in enumerate(events)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{head}{parts}END:VCALENDAR\n"


def taken(tmp_path: Path, text: str, zone: str = "Europe/London") -> dict[date, object]:
    path = tmp_path / "work.ics"
    path.write_text(text, "utf-8")
    return dict(read_busy(path, zone, *TWO_WEEKS).taken)


def timed(more: str = "", start: str = "20270301T090000", end: str = "20270301T103000") -> str:
    return f"DTSTART;TZID=Europe/London:{start}\nDTEND;TZID=Europe/London:{end}\n{more}".strip()


ALL_DAY = "DTSTART;VALUE=DATE:20270302\nDTEND;VALUE=DATE:20270303"


@pytest.mark.parametrize(
    ("event", "counts"),
    [
        (timed(), True),
        (timed("TRANSP:OPAQUE"), True),
        (timed("TRANSP:TRANSPARENT"), False),
        (timed("STATUS:CANCELLED"), False),
        (timed("STATUS:TENTATIVE"), True),
        (timed("X-MICROSOFT-CDO-BUSYSTATUS:FREE"), False),
        (timed("ATTENDEE;PARTSTAT=DECLINED:mailto:jo@example.org"), False),
        (timed("ATTENDEE;PARTSTAT=ACCEPTED:mailto:jo@example.org"), True),
        (ALL_DAY, False),
        (f"{ALL_DAY}\nTRANSP:TRANSPARENT", False),
        (f"{ALL_DAY}\nTRANSP:OPAQUE", True),
        (f"{ALL_DAY}\nTRANSP:OPAQUE\nSTATUS:CANCELLED", False),
    ],
)
def test_what_counts(tmp_path: Path, event: str, counts: bool) -> None:
    assert bool(taken(tmp_path, calendar(event))) == counts


def test_declined_is_what_the_owner_declined(tmp_path: Path) -> None:
    mine = "ATTENDEE;PARTSTAT={}:mailto:Jo@example.org"
    theirs = "ATTENDEE;PARTSTAT={}:mailto:other@example.org"
    came = timed(f"{mine.format('ACCEPTED')}\n{theirs.format('DECLINED')}")
    went = timed(f"{mine.format('DECLINED')}\n{theirs.format('ACCEPTED')}", "20270302T090000",
                 "20270302T100000")  # fmt: skip
    head = "X-WR-CALNAME:jo@example.org\n"
    assert list(taken(tmp_path, calendar(came, went, head=head))) == [MONDAY]
    # Without a name, it is who is invited to everything.
    alone = timed(mine.format("ACCEPTED"), "20270304T090000", "20270304T100000")
    assert list(taken(tmp_path, calendar(came, went, alone))) == [MONDAY, date(2027, 3, 4)]


def test_minutes_by_the_clock_of_the_runner(tmp_path: Path) -> None:
    utc = "DTSTART:20270301T233000Z\nDTEND:20270302T003000Z"
    assert taken(tmp_path, calendar(utc), "America/New_York") == {MONDAY: ((1110, 1170),)}
    assert taken(tmp_path, calendar(utc)) == {
        MONDAY: ((1410, 1440),), MONDAY + timedelta(1): ((0, 30),)
    }  # fmt: skip
    floating = "DTSTART:20270301T180000\nDURATION:PT45M"
    assert taken(tmp_path, calendar(floating), "Asia/Tokyo") == {MONDAY: ((1080, 1125),)}
    assert taken(tmp_path, calendar("DTSTART:20270301T180000")) == {}, "a moment takes no time"


def test_what_touches_is_one(tmp_path: Path) -> None:
    events = [timed(), timed("", "20270301T103000", "20270301T110000"),
              timed("", "20270301T093000", "20270301T100000"),
              timed("", "20270301T150000", "20270301T150100")]  # fmt: skip
    assert taken(tmp_path, calendar(*events)) == {MONDAY: ((540, 660), (900, 901))}


def test_days_of_several_days(tmp_path: Path) -> None:
    trip = timed("", "20270301T200000", "20270303T080000")
    assert taken(tmp_path, calendar(trip)) == {
        MONDAY: ((1200, 1440),),
        MONDAY + timedelta(1): ((0, 1440),),
        MONDAY + timedelta(2): ((0, 480),),
    }


def test_repeating_events(tmp_path: Path) -> None:
    weekly = timed("RRULE:FREQ=WEEKLY;BYDAY=MO,WE\nEXDATE;TZID=Europe/London:20270303T090000",
                   "20270104T090000", "20270104T100000")  # fmt: skip
    found = taken(tmp_path, calendar(weekly))
    assert [f"{day:%d}" for day in found] == ["01", "08", "10"]
    assert set(found.values()) == {((540, 600),)}
    monthly = timed("RRULE:FREQ=MONTHLY;BYDAY=1TU", "20261201T090000", "20261201T100000")
    assert list(taken(tmp_path, calendar(monthly))) == [date(2027, 3, 2)]


def test_a_moved_meeting_is_where_it_went(tmp_path: Path) -> None:
    weekly = timed("RRULE:FREQ=WEEKLY", "20270301T090000", "20270301T100000")
    text = calendar(weekly).replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\nDTSTAMP:20270101T000000Z\nUID:0\n"
        "RECURRENCE-ID;TZID=Europe/London:20270308T090000\n"
        "DTSTART;TZID=Europe/London:20270309T140000\nDTEND;TZID=Europe/London:20270309T150000\n"
        "END:VEVENT\nEND:VCALENDAR",
    )
    assert taken(tmp_path, text) == {
        MONDAY: ((540, 600),), date(2027, 3, 9): ((840, 900),)
    }  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=1,2,3", "FREQ=WEEKLY;INTERVAL=0", "FREQ=HOURLY"],
)
def test_what_can_take_for_ever_is_counted_and_left_out(tmp_path: Path, rule: str) -> None:
    path = tmp_path / "work.ics"
    path.write_text(calendar(timed(f"RRULE:{rule}"), timed()), "utf-8")
    found = read_busy(path, "Europe/London", *TWO_WEEKS)
    assert found.unread == 1
    assert list(found.taken) == [MONDAY]


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCALENDAR\n", f"BEGIN:VEVENT\n{SECRET}\n"])
def test_what_is_no_calendar_is_told_without_its_words(tmp_path: Path, text: str) -> None:
    path = tmp_path / "work.ics"
    path.write_text(text, "utf-8")
    with pytest.raises(FileFaults) as caught:
        read_busy(path, "Europe/London", *TWO_WEEKS)
    assert SECRET not in str(caught.value)


def test_a_calendar_without_events_takes_nothing(tmp_path: Path) -> None:
    assert taken(tmp_path, calendar()) == {}


SPANS = st.lists(
    st.tuples(st.integers(0, 13 * 1440), st.integers(1, 3000), st.booleans()), max_size=8
)


@given(SPANS, st.sampled_from(["UTC", "America/New_York", "Asia/Kolkata", "Europe/London"]))
def test_every_minute_is_taken_or_not(
    tmp_path_factory: pytest.TempPathFactory, spans: list[tuple[int, int, bool]], zone: str
) -> None:
    """Against a clock that counts minute by minute; no change of clocks in these two weeks."""
    start = datetime(2027, 2, 15, tzinfo=UTC)
    first, last = start.date() - timedelta(2), start.date() + timedelta(20)
    events, busy = [], set()
    for offset, length, free in spans:
        begin, end = start + timedelta(minutes=offset), start + timedelta(minutes=offset + length)
        shows = "TRANSP:TRANSPARENT" if free else ""
        events.append(
            f"DTSTART:{begin:%Y%m%dT%H%M%SZ}\nDTEND:{end:%Y%m%dT%H%M%SZ}\n{shows}".strip()
        )
        for minute in range(0 if free else length):
            busy.add(start + timedelta(minutes=offset + minute))
    path = tmp_path_factory.mktemp("busy") / "work.ics"
    path.write_text(calendar(*events), "utf-8")
    found = read_busy(path, zone, first, last).taken
    wanted: dict[date, set[int]] = {}
    for moment in busy:
        local = moment.astimezone(ZoneInfo(zone))
        wanted.setdefault(local.date(), set()).add(60 * local.hour + local.minute)
    assert {day: {m for a, b in of_day for m in range(a, b)} for day, of_day in found.items()} == (
        wanted
    )
