"""Calendars with lines that are none, older versions of events, and zones of their own."""

from __future__ import annotations

import pytest

from runtall.importers import load_runs

HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN"]


def event(uid: str, day: str, title: str, *more: str) -> list[str]:
    return ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{day}", f"SUMMARY:{title}", *more, "END:VEVENT"]


EASY = event("1", ";VALUE=DATE:20270928", "Easy 7 km")
TEMPO = event("2", ";VALUE=DATE:20270930", "Tempo 6 km")
RACE = event("3", ";VALUE=DATE:20271010", "Marathon")


@pytest.fixture
def load(tmp_path):
    def loading(*lines, **how):
        path = tmp_path / "plan.ics"
        path.write_text("\r\n".join(lines), encoding="utf-8", newline="")
        return load_runs(path, **how)

    return loading


def runs(loaded):
    return [(str(one.date), one.run.kind.value) for one in loaded.runs]


WHOLE = [("2027-09-28", "easy"), ("2027-09-30", "workout"), ("2027-10-10", "race")]


@pytest.mark.parametrize("stray", ["...", "(and so on)", "```", "# week 2", "Week 2, harder"])
def test_a_stray_line_costs_a_warning(load, stray):
    loaded = load(*HEAD, *EASY, stray, *TEMPO, *RACE, "END:VCALENDAR")
    assert runs(loaded) == WHOLE
    assert loaded.warnings == (
        f'lines that are no part of a calendar left out (1, such as line 9: "{stray}")',
    )
    assert [one.line for one in loaded.runs] == [4, 10, 15]


def test_words_around_a_calendar(load):
    loaded = load("Here is your plan:", "```ics", *HEAD, *EASY, *TEMPO, *RACE, "END:VCALENDAR",
                  "```", "Have fun!")  # fmt: skip
    assert runs(loaded) == WHOLE
    assert loaded.warnings[0].startswith("lines that are no part of a calendar left out (4,")


def test_a_text_broken_into_lines_goes_on(load):
    broken = event(
        "1", ";VALUE=DATE:20270928", "Run", "DESCRIPTION:Warm up", "5 x 1 km, hard; fast"
    )
    loaded = load(*HEAD, *broken, *RACE, "END:VCALENDAR")
    assert runs(loaded)[0] == ("2027-09-28", "workout")


def test_only_the_newest_version_of_an_event_counts(load):
    old = event("7", ";VALUE=DATE:20270927", "Easy 7 km", "SEQUENCE:1")
    new = event("7", ";VALUE=DATE:20270928", "Easy 7 km", "SEQUENCE:2")
    gone = event("8", ";VALUE=DATE:20270929", "Tempo", "SEQUENCE:3", "STATUS:CANCELLED")
    before = event("8", ";VALUE=DATE:20270929", "Tempo")
    loaded = load(*HEAD, *new, *old, *before, *gone, *TEMPO, *RACE, "END:VCALENDAR")
    assert runs(loaded) == WHOLE


def test_one_uid_for_all_events_is_no_version(load):
    same = [event("1", f";VALUE=DATE:202709{day}", "Easy 7 km") for day in (21, 23, 25)]
    assert len(load(*HEAD, *(line for one in same for line in one), "END:VCALENDAR").runs) == 3


def test_an_all_day_twin_of_a_timed_event_is_one(load):
    timed = event("9", ":20270928T063000", "Easy 7 km", "DTEND:20270928T071500")
    for pair in ((EASY, timed), (timed, EASY)):
        loaded = load(*HEAD, *pair[0], *pair[1], *RACE, "END:VCALENDAR")
        assert [one.run.minutes for one in loaded.runs] == [45, None]


@pytest.mark.parametrize(
    ("maker", "form"),
    [
        ("-//Garmin Connect//EN", "a calendar of Garmin Connect"),
        ("-//Garmin//Connect//EN", "a calendar of Garmin Connect"),
        ("-//garmin-like coach//EN", "a calendar"), ("-//my runna clone//EN", "a calendar"),
        ("adamgibbons/ics", "a calendar"), ("-//not final surge//EN", "a calendar"),
        ("-//Final Surge//EN", "a calendar of Final Surge"),
        ("-//Runna//EN", "a calendar of Runna"),
    ],
)  # fmt: skip
def test_a_service_is_named_if_the_file_says_so(load, maker, form):
    loaded = load("BEGIN:VCALENDAR", f"PRODID:{maker}", *EASY, *RACE, "END:VCALENDAR")
    assert loaded.format == form


@pytest.mark.parametrize(
    ("head", "start", "zone"),
    [
        ([], ";TZID=Europe/Oslo:20270928T063000", "Europe/Oslo"),
        (["X-WR-TIMEZONE:Europe/Oslo"], ":20270928T043000Z", "Europe/Oslo"),
        ([], ":20270928T063000", ""), ([], ":20270928T063000Z", ""),
    ],
)  # fmt: skip
def test_the_zone_of_a_file(load, head, start, zone):
    loaded = load(*HEAD, *head, *event("1", start, "Easy 7 km"), *RACE, "END:VCALENDAR")
    assert loaded.timezone == zone
    assert str(loaded.runs[0].run.at) == "06:30:00"


def test_an_event_without_an_end_costs_a_warning(load):
    alarm = ["BEGIN:VALARM", "ACTION:DISPLAY"]
    for one in ([*EASY[:-1]], [*EASY[:-1], *alarm], [*EASY[:-1], *alarm, "END:VALARM"]):
        loaded = load(*HEAD, *one, *TEMPO, *RACE, "END:VCALENDAR")
        assert runs(loaded) == WHOLE
        assert loaded.warnings == (
            f"lines END:VEVENT are missing (1, such as in front of line {len(one) + 4})",
        )


def test_a_calendar_that_is_cut_off_keeps_what_there_is(load):
    assert runs(load(*HEAD, *EASY, *TEMPO, *RACE[:-1], "END:VCALENDAR")) == WHOLE
    loaded = load(*HEAD, *EASY, *TEMPO, *RACE[:2])
    assert runs(loaded) == WHOLE[:2]
    assert any("END:VCALENDAR are missing" in one for one in loaded.warnings)
