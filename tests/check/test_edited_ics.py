"""``runtall check`` on a plan.ics that somebody edited in a calendar."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.check.plans import scenario_path, solved
from tests.cli.run import Ran, runtall

EVENT = re.compile(r"BEGIN:VEVENT\n.*?END:VEVENT\n", re.DOTALL)


def check(
    name: str,
    title: str,
    date: str,
    old: str,
    new: str,
    folder: Path,
    factory: pytest.TempPathFactory,
) -> Ran:
    """Check a calendar after one event's text was edited."""
    path = next(path for path in solved(name, factory).paths if path.suffix == ".ics")
    text = path.read_bytes().decode().replace("\r\n ", "").replace("\r\n", "\n")
    events = [
        event
        for event in EVENT.findall(text)
        if f"SUMMARY:{title}" in event and re.search(f"DTSTART[^:]*:{date}", event)
    ]
    assert len(events) == 1
    assert old in events[0]
    edited = folder / "edited.ics"
    edited.write_text(text.replace(events[0], events[0].replace(old, new)), encoding="utf-8")
    return runtall("check", edited, scenario_path(name, factory))


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("extra-set", "\\n1. One-arm dumbbell row: 3 x ", "\\n1. One-arm dumbbell row: 6 x "),
        ("clean-sets", "dumbbell row: 3 x 12 ", "dumbbell row: 3 x 5 "),
        ("template-content", "2. Lat pulldown", "2. Push-up"),
        ("rest-before-long-run", "DATE:20270201", "DATE:20270205"),
        ("session-days", "DATE:20270201", "DATE:20270206"),
        ("spacing", "DATE:20270201", "DATE:20270203"),
        ("alternate", "DATE:20270201", "DATE:20270207"),
        ("weekly-sessions", "STATUS:CONFIRMED", "STATUS:CANCELLED"),
    ],
)
def test_an_edit_against_a_rule_is_named(
    rule: str, old: str, new: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = check(
        "sample-week", "Strength: pull day", "20270201", old, new, tmp_path, tmp_path_factory
    )
    assert ran.code == 5
    assert f"{rule} w" in ran.out or f"{rule} 2027-" in ran.out
    edited = [line.partition(": ")[2] for line in ran.err.splitlines()]
    # Fewer pulls, or push-ups on another day, take push-ups their step. What comes after a session
    # that was called off was planned with it: nobody changed it.
    later = {
        "2. Push-up": ("w07-D2: ", "event ", "and "),
        "STATUS:CANCELLED": ("missing: the session of Mon 1 Feb (w05-D1); ",),
    }
    about = ("w05-D1: ", *later.get(new, ()))
    assert all(line.startswith(about) for line in edited)
    assert new != "STATUS:CANCELLED" or (len(edited) == 1 and "label " not in ran.out)
    assert ("moved from Mon 1 Feb to " in ran.err) == old.startswith("DATE")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("X-RUNTALL-SESSION:1=1", "X-RUNTALL-SESSION:so 1=1", "X-RUNTALL-SESSION: "),
        ("easy cardio", "no cardio", "DESCRIPTION Warm-up: "),
        ("DATE:20270202", "DATE:20300202", "DTEND, all day: '2030-02-02' stands"),
        ("DATE:20270202", "DATE:20270202T180000", "DTEND, all day: '2027-02-02 18:00:00' stands"),
        ("DTEND;VALUE=DATE:20270202", "DURATION:P999999999W", "DTEND, all day: '' stands there"),
        ("DTEND;VALUE=DATE:20270202", "DURATION:P9999999D", "DTEND, all day: '' stands there"),
        ("SEQUENCE:0", "SEQUENCE:-1", "SEQUENCE: '-1' stands there"),
        ("\\nPain ends", "\\nPain is fine\\nPain", "DESCRIPTION Pain ends the exercise"),
    ],
)
def test_a_label_that_follows_from_nothing_is_named(
    old: str, new: str, told: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = check(
        "sample-week", "Strength: pull day", "20270201", old, new, tmp_path, tmp_path_factory
    )
    assert ran.code == 5
    assert ran.out.startswith("label event ")
    assert told in ran.out


@pytest.mark.parametrize(
    ("name", "begin", "end", "told"),
    [
        ("sample-week", ":20270201T170000Z", ":20270201T180000Z", ""),
        ("sample-week", ":20270201T170000Z", ":20300201T180000Z", "DTEND, all day: is missing"),
        ("doubles", ";VALUE=DATE:20270201", ";VALUE=DATE:20270202", ""),
        ("doubles", ";VALUE=DATE:20270201", ";VALUE=DATE:20300202", "DTEND: is missing"),
        ("trained-lifter-gym", ":20270705T210000Z", ":20270705T213000Z", "17:00:00-04:00' stands"),
    ],
)
def test_a_session_may_get_a_time_in_its_window_or_lose_it(
    name: str,
    begin: str,
    end: str,
    told: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = next(path for path in solved(name, tmp_path_factory).paths if path.suffix == ".ics")
    (day,) = re.findall(":([0-9]{8})", begin)
    edited, count = re.subn(
        rf"(SUMMARY:Strength.*\r\n)DTSTART.*:{day}.*\r\nDTEND.*\r\n",
        rf"\1DTSTART{begin}\r\nDTEND{end}\r\n",
        path.read_bytes().decode(),
    )
    assert count == 1
    (tmp_path / "edited.ics").write_bytes(edited.encode())
    ran = runtall("check", tmp_path / "edited.ics", scenario_path(name, tmp_path_factory))
    assert (ran.code, ran.err) == (5 if told else 0, "")
    assert told in ran.out


def test_a_line_of_ones_own_is_told(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = check(
        "sample-week", "Strength: pull day", "20270201", "\\nPain ends",
        "\\nBring the shoes\\nPain ends", tmp_path, tmp_path_factory,
    )  # fmt: skip
    assert ran.code == 0
    assert "a line of your own, 'Bring the shoes'" in ran.err


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("TZOFFSETTO:+0100", "TZOFFSETTO:+0300", 5),
        ("RRULE:FREQ=YEARLY", "RRULE:FREQ=HOURLY", 5),
        ("TZNAME:", "TZNAME:My ", 0),
    ],
)
def test_what_a_calendar_says_of_its_zone_is_compared(
    old: str, new: str, code: int, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = next(path for path in solved("doubles", tmp_path_factory).paths if path.suffix == ".ics")
    text = path.read_bytes().decode()
    assert old in text
    edited = tmp_path / "edited.ics"
    edited.write_bytes(text.replace(old, new).encode())
    ran = runtall("check", edited, scenario_path("doubles", tmp_path_factory))
    assert ran.code == code
    assert ("from UTC by its VTIMEZONE" in ran.out) == (code == 5)
    assert len(ran.out.splitlines()) < 10


def test_a_session_before_the_morning_run_is_named(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = check(
        "doubles", "Strength: pull day", "20270201", ":20270201T0745", ":20270201T0600",
        tmp_path, tmp_path_factory,
    )  # fmt: skip
    assert ran.code == 5
    assert "run-first 2027-02-01" in ran.out
    assert "first the run, and the session once it is over" in ran.out


def test_mobility_after_the_workout_is_named(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    good = solved("sample-week", tmp_path_factory)
    date = f"{good.problem.days[good.plan.mobility[0]].date:%Y%m%d}"
    ran = check(
        "sample-week", "Mobility", date, f"DTSTART;VALUE=DATE:{date}",
        "DTSTART;VALUE=DATE:20270202", tmp_path, tmp_path_factory,
    )  # fmt: skip
    assert ran.code == 5
    assert "mobility-days 2027-" in ran.out


def test_a_new_title_and_a_link_are_nobodys_business(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ran = check(
        "sample-week", "Strength: pull day", "20270201", "END:VEVENT",
        "URL:https://example.org\nLOCATION:Gym\nEND:VEVENT", tmp_path, tmp_path_factory,
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
