"""A busy calendar as availability: its events take their time from the days."""

from __future__ import annotations

import json
from datetime import date, time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from runtall.scenario import ScenarioFaults, read_normalised, read_scenario
from runtall.scenario.busy import _best, _gaps
from tests.importers.test_busy import SECRET, calendar, timed

HEAD = """\
race_date: 2027-04-25
timezone: Europe/London
runs: {week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: easy}}
"""


def read(tmp_path: Path, text: str, *events: str):
    (tmp_path / "work.ics").write_text(calendar(*events), "utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    return read_scenario(path)


def access(scenario, day: str):
    index = scenario.request.calendar.index(date.fromisoformat(day))
    return scenario.request.access[index]


def event(day: str, first: str, last: str) -> str:
    plain = day.replace("-", "")
    return timed("", f"{plain}T{first}00", f"{plain}T{last}00")


def test_a_window_keeps_its_first_gap_that_is_long_enough(tmp_path: Path) -> None:
    text = HEAD + 'availability: {busy: work.ics, mon: {from: "17:00", to: "21:00"}}\n'
    scenario = read(
        tmp_path, text, event("2027-03-01", "1800", "1900"), event("2027-03-08", "1730", "1900"),
        event("2027-03-15", "0900", "1600"), event("2027-03-22", "1600", "2200"),
        event("2027-03-29", "1715", "2048"),
    )  # fmt: skip
    first = access(scenario, "2027-03-01")
    assert (first.opens, first.closes) == (time(17), time(18)), "an hour before the meeting"
    assert access(scenario, "2027-03-08").opens == time(19), "half an hour holds no 40 minutes"
    untouched = access(scenario, "2027-03-15")
    assert (untouched.opens, untouched.closes) == (time(17), time(21))
    assert not access(scenario, "2027-03-22").free
    assert access(scenario, "2027-03-29").closes == time(17, 15), "the longest that is left"
    assert any("work.ics: 3 days with less time than usual, 1 off" in w
               for w in scenario.warnings)  # fmt: skip


def test_days_without_a_window_lose_minutes_and_get_no_start(tmp_path: Path) -> None:
    text = HEAD + "availability: {busy: work.ics}\n"
    scenario = read(
        tmp_path, text, event("2027-03-01", "0900", "1700"), event("2027-03-02", "0600", "2145"),
        event("2027-03-03", "0600", "2151"),
        "DTSTART;VALUE=DATE:20270304\nDTEND;VALUE=DATE:20270305\nTRANSP:OPAQUE",
        "DTSTART;VALUE=DATE:20270305\nDTEND;VALUE=DATE:20270306",
    )  # fmt: skip
    assert access(scenario, "2027-03-01") == access(scenario, "2027-03-08")
    short = access(scenario, "2027-03-02")
    assert (short.minutes, short.opens, short.closes) == (15, None, None)
    assert not access(scenario, "2027-03-03").free, "nine minutes are none"
    assert not access(scenario, "2027-03-04").free, "busy all day"
    assert access(scenario, "2027-03-05").free, "a birthday takes no time"


def test_a_gap_before_the_run_is_none_to_train_in(tmp_path: Path) -> None:
    text = HEAD.replace("mon: easy", 'mon: {kind: easy, at: "17:00", min: 60}') + (
        'availability: {busy: work.ics, mon: {from: "16:00", to: "21:00"}}\n'
    )
    scenario = read(tmp_path, text, event("2027-03-01", "1830", "1900"))
    assert access(scenario, "2027-03-01").opens == time(19)


def test_a_session_after_a_timed_run_waits_for_what_follows_the_run(tmp_path: Path) -> None:
    text = HEAD.replace("mon: easy", 'mon: {kind: easy, at: "18:00", min: 60}') + (
        "availability: {busy: work.ics}\n"
    )
    scenario = read(
        tmp_path, text, event("2027-03-01", "1900", "2000"), event("2027-03-08", "1930", "2130"),
        event("2027-03-15", "0900", "1730"), event("2027-03-22", "1855", "2200"),
        event("2027-03-29", "2030", "2200"),
    )  # fmt: skip
    found = [access(scenario, f"2027-03-{day:02}") for day in (1, 8, 15, 22, 29)]
    windows = [(one.opens, one.closes) for one in found]
    assert windows[0] == (time(20), time(22)), "the meeting first"
    assert windows[1] == (time(19), time(19, 30)), "30 min, the longest that is left"
    assert windows[2] == (None, None), "what ends before the run takes nothing of what follows it"
    assert not found[3].free
    assert windows[4] == (time(19), time(20, 30))
    assert any("3 days with less time than usual, 1 off" in w for w in scenario.warnings)


def test_a_late_run_leaves_the_night_as_it_does_without_a_calendar(tmp_path: Path) -> None:
    text = HEAD.replace("mon: easy", 'mon: {kind: easy, at: "21:00", min: 60}')
    usual = read(tmp_path, text)
    text += "availability: {busy: work.ics}\n"
    scenario = read(tmp_path, text, event("2027-03-01", "1200", "1300"))
    assert access(scenario, "2027-03-01") == access(usual, "2027-03-01")


def test_nothing_of_the_events_is_kept_but_what_they_leave(tmp_path: Path) -> None:
    text = HEAD + "availability: {busy: work.ics, wed: off, days: {2027-03-08: off}}\n"
    days = ("2027-03-01", "2027-03-03", "2027-03-08")
    scenario = read(tmp_path, text, *(event(day, "0600", "2200") for day in days))
    kept = json.dumps(scenario.normalised)
    assert SECRET not in kept
    assert SECRET not in " ".join(scenario.warnings)
    assert scenario.normalised["availability"]["busy"] is None
    assert scenario.normalised["availability"]["days"] == {
        "2027-03-01": "off", "2027-03-08": "off"
    }  # fmt: skip
    again = read_normalised(scenario.normalised, tmp_path / "plan.json")
    assert again.request == scenario.request
    assert again.sha256 == scenario.sha256


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD.replace("timezone: Europe/London\n", "") + "availability: {busy: work.ics}\n",
         "availability.busy: work.ics needs the key timezone"),
        (HEAD + "availability: {busy: nowhere.ics}\n",
         "availability.busy: nowhere.ics: there is no such file"),
    ],
)  # fmt: skip
def test_faults_have_their_place(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ScenarioFaults) as caught:
        read(tmp_path, text)
    assert words in str(caught.value)


def test_single_dates_stand_in_place_of_their_weekdays(tmp_path: Path) -> None:
    text = HEAD + (
        "availability: {mon: {minutes: 20}, wed: off,"
        ' days: {2027-03-01: {from: "18:00"}, 2027-03-03: on, 2027-03-04: off, 2029-01-01: off}}\n'
    )
    scenario = read(tmp_path, text)
    assert access(scenario, "2027-03-01").opens == time(18)
    assert access(scenario, "2027-03-01").minutes is None
    assert access(scenario, "2027-03-08").minutes == 20
    assert access(scenario, "2027-03-03").free
    assert not access(scenario, "2027-03-10").free
    assert not access(scenario, "2027-03-04").free
    assert any("availability.days: 2029-01-01 lies outside" in line for line in scenario.warnings)


@given(
    st.lists(st.tuples(st.integers(0, 1440), st.integers(1, 200)), max_size=6),
    st.tuples(st.integers(0, 1440), st.integers(0, 1440)),
    st.integers(10, 40),
)
def test_the_best_gap_by_trying_every_minute(
    spans: list[tuple[int, int]], window: tuple[int, int], wanted: int
) -> None:
    first, last = sorted(window)
    assume(first < last)
    busy = {minute for begin, length in spans for minute in range(begin, begin + length)}
    taken = []
    for minute in sorted(m for m in busy if m < 1440):
        if taken and taken[-1][1] == minute:
            taken[-1] = (taken[-1][0], minute + 1)
        else:
            taken.append((minute, minute + 1))
    gaps = list(_gaps(first, last, tuple(taken)))
    free = {minute for gap in gaps for minute in range(*gap)}
    assert free == set(range(first, last)) - busy
    assert all(one[1] < other[0] for one, other in pairwise(gaps))
    best = _best(gaps, wanted)
    starts = [m for m in range(first, last) if set(range(m, m + wanted)) <= free]
    if starts:
        assert best[0] <= starts[0] < best[1]
    else:
        assert best in {(0, 0), *gaps}
