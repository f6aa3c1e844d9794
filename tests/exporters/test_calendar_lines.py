"""Our short ways with the lines of a calendar against the library's own."""

from __future__ import annotations

import random

import pytest
from icalendar import Calendar

from runtall.documents.calendars import calendar_bytes, read_calendars
from tests.solve.shipped import NAMES, solved

ALPHABETS = ("abc", "ab\\^", "aé", "日\\^", "a😀,;:", '"\n ')


def test_every_text_is_folded_as_the_library_does() -> None:
    chance = random.Random(1)
    calendar = Calendar()
    for _ in range(300):
        length = chance.choice((5, 50, 73, 130, 300)) + chance.randrange(8)
        text = "".join(chance.choices(chance.choice(ALPHABETS), k=length))
        calendar.add("COMMENT", text)
    assert calendar_bytes(calendar) == calendar.to_ical()


@pytest.mark.parametrize("name", NAMES[:2])
def test_a_calendar_is_read_as_the_library_does(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = next(p for p in solved(name, tmp_path_factory).paths if p.suffix == ".ics")
    text = path.read_bytes().decode()
    (ours,), theirs = read_calendars(text).components, Calendar.from_ical(text)
    assert ours == theirs
    assert ours.to_ical() == theirs.to_ical() == calendar_bytes(ours)


@pytest.mark.parametrize(
    "line", ['X-A"B:c', "X-A\\;B:c", "SUMMARY", ":c", "X A:c", 'X-A;B="c:d":e', "X-Ä:c:d"]
)
def test_odd_lines_are_read_as_the_library_does(line: str) -> None:
    text = f"BEGIN:VCALENDAR\r\n{line}\r\nEND:VCALENDAR\r\n"
    try:
        theirs = Calendar.from_ical(text).to_ical()
    except ValueError:
        with pytest.raises(ValueError, match="could not be parsed"):
            read_calendars(text)
    else:
        assert read_calendars(text).components[0].to_ical() == theirs
