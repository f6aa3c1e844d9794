"""The run plan: what wins over what, the race day, and run plan files."""

from __future__ import annotations

from datetime import date, time
from time import process_time

import pytest

from runtall.domain.run_plan import Run, RunKind, hardest

RACE = "the race of this scenario is on 2027-04-25; call another one tuneup"
FILE = "race_date: 2027-04-25\nruns: {file: runs.csv}\n"


def kinds(scenario):
    calendar = scenario.request.calendar
    return {
        calendar.date(day): hardest(runs).value for day, runs in enumerate(scenario.request.runs)
    }


def test_days_win_over_weeks_and_weeks_over_the_week(read):
    days = kinds(
        read("""\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: workout, sat: long}
  weeks: {9: {tue: easy, wed: recovery}}
  days: {2027-03-02: cross, 2027-03-01: rest}
""")
    )
    week_9 = [days[date(2027, 3, day)] for day in range(1, 8)]
    assert week_9 == ["rest", "cross", "recovery", "rest", "rest", "long", "rest"]
    week_10 = [days[date(2027, 3, day)] for day in range(8, 15)]
    assert week_10 == ["easy", "workout", "rest", "rest", "rest", "long", "rest"]


def test_weeks_or_days_are_a_run_plan_too(read):
    days = kinds(read("race_date: 2027-04-25\nruns: {days: {2027-04-20: easy}}\n"))
    assert [day for day, kind in days.items() if kind != "rest"] == [
        date(2027, 4, 20),
        date(2027, 4, 25),
    ]


def test_the_race_day_is_a_race(read):
    week = "race_date: 2027-04-25\nruns: {week: {mon: easy, sun: long}"
    silent = read(week + "}\n")
    assert kinds(silent)[date(2027, 4, 25)] == "race"
    assert silent.warnings == ()
    told = read(week + ", weeks: {16: {sun: long}}}\n")
    assert kinds(told)[date(2027, 4, 25)] == "race"
    assert told.warnings == (
        "2027-04-25 is the race day; the long that runs.weeks has there is left out",
    )


def test_what_the_race_day_says_of_the_race_is_kept(read):
    text = (
        "race_date: 2027-04-25\ntimezone: UTC\nruns: {week: {mon: easy}, days: {2027-04-25: %s}}\n"
    )
    runs = read(text % '{kind: race, km: 42.2, at: "09:00"}').request.runs[-1]
    assert runs == (Run(RunKind.RACE, distance_m=42_200, at=time(9)),)
    assert len(read(text % "[easy, race]").request.runs[-1]) == 2


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ("week: {sun: race}", f"runs.week.sun: a race every week? {RACE}"),
        ("weeks: {3: {tue: race}}", f"runs.weeks.3.tue: {RACE}"),
        ("days: {2027-03-03: race}", f"runs.days.2027-03-03: {RACE}"),
        ("days: {2027-04-25: long}",
         "runs.days.2027-04-25: this is the race day; it can't be long instead"),
        ("days: {2027-04-25: [easy, workout]}",
         "runs.days.2027-04-25: this is the race day; it can't be workout instead"),
    ],
)  # fmt: skip
def test_races_on_other_days(complaints, runs, expected):
    lines = complaints(f"race_date: 2027-04-25\nruns: {{{runs}}}\n")
    assert [line.split(": ", 1)[1] for line in lines] == [expected]


def test_after_the_race_nothing_is_left_of_the_template(read):
    days = kinds(
        read("""\
race_date: 2027-04-22
runs:
  week: {mon: easy, thu: long, fri: easy, sat: long, sun: long}
  weeks: {16: {fri: easy}}
  days: {2027-04-25: recovery}
""")
    )
    race_week = [days[date(2027, 4, day)] for day in range(19, 26)]
    assert race_week == ["easy", "rest", "rest", "race", "rest", "rest", "recovery"]


def test_a_run_plan_from_a_file(read):
    scenario = read(
        FILE.replace("}", ", weeks: {2: {mon: rest}}, days: {2027-01-19: easy}}"),
        runs_csv="date,kind,km\n2027-01-04,easy,8\n2027-01-09,long,20\n2027-01-11,easy,8\n"
        "2027-01-19,workout,10\n2027-04-25,race,42.2\n",
    )
    found = {day: kind for day, kind in kinds(scenario).items() if kind != "rest"}
    assert found == {
        date(2027, 1, 4): "easy",
        date(2027, 1, 9): "long",
        date(2027, 1, 19): "easy",
        date(2027, 4, 25): "race",
    }
    assert scenario.request.runs[-1][0].distance_m == 42_200
    assert scenario.warnings == ("runs.csv: no run in weeks 2, 4-16; these days are read as rest",)


def test_a_file_that_begins_before_the_calendar(read):
    rows = "".join(f"2026-12-{day},easy\n" for day in range(20, 27))
    scenario = read(FILE, runs_csv=f"date,kind\n{rows}2027-01-04,long\n")
    assert scenario.warnings[0] == (
        "runs.csv: 7 runs before 2027-01-04, the first day of week 1, left out; weeks: 19 takes"
        " them in"
    )
    wider = read(FILE + "weeks: 19\n", runs_csv=f"date,kind\n{rows}2027-01-04,long\n")
    assert not any("left out" in warning for warning in wider.warnings)


def test_a_file_without_the_race_or_with_something_else_there(read):
    assert kinds(read(FILE, runs_csv="date,kind\n2027-04-19,easy\n"))[date(2027, 4, 25)] == "race"
    scenario = read(FILE, runs_csv="date,kind\n2027-04-19,easy\n2027-04-25,long\n")
    assert kinds(scenario)[date(2027, 4, 25)] == "race"
    assert scenario.warnings[0] == (
        "2027-04-25 is the race day; the long that runs.file has there is left out"
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2027-04-19,easy\n2027-05-02,easy\n2027-05-03,easy\n2027-05-04,easy\n",
         "runs.csv:3:1: date: 2027-05-02 is after the race week, which ends on 2027-04-25 (and 2 "
         "more)"),
        ("2026-04-19,easy\n",
         "scenario.yaml:2:8: runs.file: runs.csv has no run from 2027-01-04 to 2027-04-25"),
        ("2027-03-07,easy\n2027-03-07,rest\n",
         "runs.csv:3:1: date: 2027-03-07: a day with a run is no rest day"),
        ("2027-03-07,easy\n" * 4, "runs.csv:5:1: date: 2027-03-07: more than 3 runs on one day"),
        ("2027-03-07,esy\n", 'runs.csv:2:12: kind: "esy" is not a kind of run; allowed: rest, '
         "cross, recovery, easy, medium_long, workout, tuneup, long, race, strength; did you mean "
         '"easy"?'),
        ("", "scenario.yaml:2:8: runs.file: runs.csv: there are no runs below the header"),
    ],
)  # fmt: skip
def test_files_that_do_not_fit(complaints, rows, expected):
    assert complaints(FILE, runs_csv="date,kind\n" + rows) == [expected]


def test_faults_of_both_files_come_at_once(complaints):
    lines = complaints(
        FILE + "nmae: x\n", runs_csv="date,kind,km\n2027-03-07,esy,x\n2027-13-07,easy,1\n"
    )
    assert [line.split(": ")[0] for line in lines] == [
        "scenario.yaml:3:1",
        "runs.csv:2:12",
        "runs.csv:2:16",
        "runs.csv:3:1",
    ]


def test_a_time_in_the_file_needs_a_time_zone(complaints, read):
    rows = "date,kind,at\n2027-03-07,easy,06:30\n"
    assert complaints(FILE, runs_csv=rows) == [
        "scenario.yaml:2:8: runs.file: runs.csv gives times: a time of day needs the key timezone,"
        " an IANA name such as Europe/London"
    ]
    read(FILE + "timezone: Africa/Nairobi\n", runs_csv=rows)


def test_corrections_of_titles(read):
    text = FILE.replace("}", ", kinds: {kenyan: workout, '^Long': long?, kenyan hills: easy}}")
    rows = "date,kind,title\n2027-03-01,,Kenyan hills\n2027-03-02,easy,Long way round\n"
    request = read(text, runs_csv=rows).request
    monday, tuesday = (request.runs[request.calendar.index(date(2027, 3, day))] for day in (1, 2))
    assert monday == (Run(RunKind.WORKOUT, "Kenyan hills"),)
    assert tuesday == (Run(RunKind.LONG, "Long way round", optional=True),)


@pytest.mark.parametrize("pattern", [30 * "a?" + 30 * "a" + "!", "(a|a)*$", "((a+)+)+b"])
def test_no_pattern_takes_for_ever(read, pattern):
    rows = "".join(f"2027-03-{day:02},,{60 * 'a'} {day}\n" for day in range(1, 29))
    text = FILE.replace("}", f", kinds: {{'{pattern}': easy}}}}")
    begin = process_time()
    read(text, runs_csv=f"date,kind,title\n{rows}")
    assert process_time() - begin < 5


def test_a_file_is_found_from_the_scenario_not_from_here(read, tmp_path, monkeypatch):
    from runtall.scenario import read_scenario

    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "runs.csv").write_text("date,kind\n2027-03-01,easy\n")
    (tmp_path / "plans" / "a.yaml").write_text(FILE)
    monkeypatch.chdir(tmp_path)
    scenario = read_scenario(tmp_path / "plans" / "a.yaml")
    assert kinds(scenario)[date(2027, 3, 1)] == "easy"
