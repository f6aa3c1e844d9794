"""What has to change on a server, whatever it made of what it was given."""

from __future__ import annotations

import re

import pytest
from icalendar import Calendar

from runtall.delivery.caldav import Stored
from runtall.delivery.plan_calendar import read_plan_calendar
from runtall.delivery.push import Difference, difference
from tests.delivery.conftest import Folder

FOLDER = "https://dav.example.com/anna/strength/"


def compared(folder: Folder, texts: list[str]) -> Difference:
    stored = [Stored(f"{FOLDER}{number}.ics", "1", text) for number, text in enumerate(texts)]
    return difference(read_plan_calendar(folder.path), stored, FOLDER)


def put(folder: Folder) -> list[str]:
    """The plan's events as they would be put on an empty server."""
    changes = compared(folder, []).changes
    assert all(change.etag is None and change.url.startswith(FOLDER) for change in changes)
    return [(change.data or b"").decode() for change in changes]


def test_each_file_stands_alone(folder: Folder) -> None:
    for text in put(folder):
        calendar = Calendar.from_ical(text)
        assert len(calendar.events) == 1
        assert "METHOD" not in calendar
        assert calendar.get_used_tzids() == {str(zone["TZID"]) for zone in calendar.timezones}
        assert not calendar.errors


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\r\n", "\n"),
        ("TRANSP:OPAQUE\r\n", ""),
        ("STATUS:CONFIRMED\r\n", ""),
        ("PRODID:-//runtall//strength plan//EN", "PRODID:-//server//EN"),
        ("X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n", ""),
        ("END:VEVENT", "X-APPLE-TRAVEL:1\r\nEND:VEVENT"),
        ("SEQUENCE:0", "SEQUENCE:3"),
        ("DTSTART;TZID=Europe/London:20270301T183000", "DTSTART:20270301T183000Z"),
    ],
)
def test_what_a_server_may_do_to_an_event(folder: Folder, old: str, new: str) -> None:
    texts = put(folder)
    altered = [text.replace(old, new) for text in texts]
    assert altered != texts
    found = compared(folder, altered)
    assert (found.changes, found.unchanged) == ((), len(texts))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SUMMARY:", "SUMMARY:Not "),
        (
            "DTSTART;TZID=Europe/London:20270301T183000",
            "DTSTART;TZID=Europe/London:20270301T180000",
        ),
        ("TRANSP:OPAQUE", "TRANSP:TRANSPARENT"),
        ("STATUS:CONFIRMED", "STATUS:CANCELLED"),
        ("TRIGGER:-PT1H", "TRIGGER:-PT2H"),
        ("SEQUENCE:0", "SEQUENCE:-1"),
    ],
)
def test_what_is_mended(folder: Folder, old: str, new: str) -> None:
    texts = put(folder)
    altered = [text.replace(old, new) for text in texts]
    touched = sum(text != other for text, other in zip(texts, altered, strict=True))
    found = compared(folder, altered)
    counts = {"put": 0, "changed": touched, "deleted": 0}
    assert found.counts.items() >= counts.items()
    assert touched
    assert {change.etag for change in found.changes} == {"1"}


@pytest.mark.parametrize("other", ["", "nonsense", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_what_cannot_be_read_is_somebody_elses(folder: Folder, other: str) -> None:
    found = compared(folder, [*put(folder), other])
    assert (found.changes, found.others) == ((), 1)


def test_copies_of_our_events_are_somebody_elses(folder: Folder) -> None:
    """Programs copy what they don't know, too; only the identity is a new one."""
    texts = put(folder)
    copies = [re.sub(r"(?m)^UID:\S{8}", "UID:00000000", text) for text in texts]
    found = compared(folder, [*texts, *copies])
    assert (found.changes, found.others) == ((), len(copies))


def test_a_calendar_without_identity_owns_nothing_but_its_events(folder: Folder) -> None:
    text = folder.ics.read_text("utf-8")
    head, events = text.split("BEGIN:VEVENT", 1)
    head = re.sub(r"(?m)^UID:\S+\n", "", head)
    folder.ics.write_text(f"{head}BEGIN:VEVENT{events}", "utf-8", newline="\r\n")
    stranger = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n"
    found = compared(folder, [stranger])
    assert (found.counts["deleted"], found.others) == (0, 1)
