"""Titles and names of other people's making stay text: no formula, no property, no event."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.cli.conftest import Write
from tests.cli.run import Ran, runtall

FORMULA = ("=", "+", "-", "@", "\t", "\r")
TITLES = {
    "formula": "=1+1",
    "function": "@SUM(A1)",
    "minus": "-1-cmd|' /C calc'!A0",
    "line ends": "Easy\\r\\nBEGIN:VEVENT\\r\\nUID:evil\\r\\nEND:VEVENT",
    "line feed": "Easy\\nATTACH:https://example.org/evil",
    "separators": "Easy\\u2028BEGIN:VALARM\\u0085END:VCALENDAR",
    "escapes": "Easy\\\\nX-EVIL:1;VALUE=TEXT:2,3",
    "quotes": 'Easy\\",\\"=1+1',
}
SEVERAL_LINES = {"line ends", "line feed", "separators"}
"""A fault in a scenario; in a run plan file they are read as one line."""
PROPERTIES = {
    "UID", "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "CATEGORIES", "STATUS", "TRANSP",
    "X-MICROSOFT-CDO-BUSYSTATUS", "CREATED", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE",
    "X-RUNTALL-SESSION", "X-RUNTALL-NOTES",
}  # fmt: skip


def events_wanted(plan: dict[str, Any], *, runs: bool) -> int:
    """How many events the calendar has: sessions, the race, and runs or mobility."""
    running = [run for day in plan["days"] for run in day["runs"] if run["kind"] != "rest"]
    # The race is among the runs.
    return 1 + len(plan["sessions"]) + (len(running) if runs else len(plan["mobility"]) + 1)


def assert_harmless(ran: Ran, *, runs: bool = False) -> list[icalendar.Event]:
    """Re-read both files with other people's readers."""
    assert ran.code == 0, ran.err
    n_events = events_wanted(json.loads(ran.out), runs=runs)
    with Path("out/plan.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    data = Path("out/plan.ics").read_bytes()
    assert data.count(b"BEGIN:VEVENT\r\n") == n_events
    calendar = icalendar.Calendar.from_ical(data)
    assert {component.name for component in calendar.subcomponents} == {"VEVENT"}
    for event in calendar.events:
        assert set(event) <= PROPERTIES
        assert event.subcomponents == []
    # Careless programs find these in the middle of a line, too.
    text = data.decode().replace("\r\n ", "").replace("\\n", "\n").upper()
    assert text.count("BEGIN:VEVENT") == n_events
    assert text.count("END:VCALENDAR") == 1
    return list(calendar.events)


@pytest.mark.parametrize("title", TITLES)
def test_a_run_title(title: str, write: Write) -> None:
    scenario = write("output: {include: [strength, runs]}")
    text = scenario.read_text(encoding="utf-8")
    run = f'{{kind: easy, title: "{TITLES[title]}"}}'
    scenario.write_text(text.replace("mon: easy", f"mon: {run}"), encoding="utf-8")
    ran = runtall("solve", scenario, "-o", "out", "--json")
    if title in SEVERAL_LINES:
        assert ran.code == 2
        (fault,) = json.loads(ran.out)["faults"]
        assert fault["key"].startswith("runs.week.mon")
        assert "runs.week.mon" in ran.err
        assert not Path("out").exists()
        return
    assert_harmless(ran, runs=True)


@pytest.mark.parametrize(
    "name", ["=1+1", "\\t=1+1", "@SUM(A1)", "+1", "-1", "BEGIN:VEVENT", "a;b,c:d\\\\n"]
)
def test_a_scenario_name(name: str, write: Write) -> None:
    scenario = write(f'name: "{name}"\nid: "{name}"')
    ran = runtall("solve", scenario, "-o", "out", "--json")
    events = assert_harmless(ran)
    race = next(event for event in events if str(event["SUMMARY"]).startswith("Race day"))
    assert "\n" not in str(race["SUMMARY"])


def test_titles_of_a_run_plan_file(write: Write) -> None:
    days = ["easy", "workout", "easy", "easy", "rest", "long", "recovery"] * 6
    with Path("runs.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["date", "kind", "title"])
        for number, kind in enumerate(days[:-1]):
            title = f"=1+1\r\nBEGIN:VEVENT\r\nUID:evil{number}\r\nEND:VEVENT\r\n"
            table.writerow([date(2027, 3, 15) + timedelta(number), kind, title])
    scenario = write("output: {include: [strength, runs]}")
    text = scenario.read_text(encoding="utf-8")
    week = text[text.index("  week:") : text.index("weeks:")]
    scenario.write_text(text.replace(week, "  file: runs.csv\n"), encoding="utf-8")
    ran = runtall("solve", scenario, "-o", "out", "--json")
    assert_harmless(ran, runs=True)


@pytest.mark.parametrize("name", ["a\\r\\nBEGIN:VEVENT", "a\\nX-EVIL:1", "a\\u2028b", "a\\e[31m"])
@pytest.mark.parametrize("key", ["name", "id"])
def test_a_name_of_several_lines_is_a_fault(key: str, name: str, write: Write) -> None:
    ran = runtall("solve", write(f'{key}: "{name}"'), "-o", "out")
    assert (ran.code, ran.out) == (2, "")
    assert f"{key}: " in ran.err
    assert len(ran.err.splitlines()) == 1
    assert ran.err.rstrip("\n").isprintable()


def test_a_file_name_that_is_a_formula(write: Write) -> None:
    ran = runtall("solve", write(name="=1+1.yaml"), "-o", "out", "--json")
    assert_harmless(ran)
