"""Run plan files in a scenario: what is kept free, left out, lacking or not understood."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from runtall.domain.run_plan import Run, RunKind, hardest
from runtall.errors import FileFaults
from tests.importers import one_plan

SCENARIO = "race_date: 2027-04-25\nweeks: 10\nruns: {file: %s}\n"


def days(scenario):
    calendar = scenario.request.calendar
    return {calendar.date(day): runs for day, runs in enumerate(scenario.request.runs)}


@pytest.mark.parametrize("name", one_plan.FILES)
def test_every_format_makes_the_same_problem(read, name):
    files = {name.replace(".", "_"): one_plan.FILES[name]()}
    scenario = read(SCENARIO % name, **files)
    expected = one_plan.expected()
    for day, runs in days(scenario).items():
        found = [(run.kind.value, run.optional, run.distance_m) for run in runs
                 if run.kind is not RunKind.REST]  # fmt: skip
        assert found == expected.get(day, [])
    problem = scenario.problem
    assert [day.date for day in problem.days if day.own] == one_plan.OCCUPIED
    assert [week.phase.value for week in problem.weeks] == (
        ["base"] * 6 + ["peak"] * 2 + ["taper"] * 2
    )


def test_what_the_file_has_is_in_the_normalised_scenario(read):
    scenario = read(SCENARIO % "peaks.ics", peaks_ics=one_plan.training_peaks_ics())
    again = read(json.dumps(scenario.normalised), name="again.yaml")
    assert again.request == scenario.request
    assert again.sha256 == scenario.sha256


def test_own_sessions_for_hips_and_core_take_their_day_and_no_more(read):
    scenario = read(SCENARIO % "ours.csv", ours_csv=one_plan.long_csv())
    (line,) = [one for one in scenario.warnings if "of your own" in one]
    assert line == (
        '3 strength sessions of your own for legs, core, mobility or yoga: "Strength: hips and'
        ' core". They keep their day and change nothing else; if that is wrong, say it in'
        " runs.own_strength"
    )
    days = [day for day in scenario.problem.days if day.own]
    assert all(day.free and not day.is_open for day in days)
    assert [week.n_sessions for week in scenario.problem.weeks] == [2] * 8 + [1] * 2
    mine = (SCENARIO % "ours.csv").replace("}", ", kinds: {^Strength: rest}}")
    freed = read(mine, ours_csv=one_plan.long_csv())
    assert not any(day.own for day in freed.problem.days)


GYM = "date,kind,title\n" + "".join(
    f"{date(2027, 2, 15) + timedelta(days=day)},{kind},\n"
    for day, kind in enumerate(("easy", "workout", "easy", "easy", "easy", "long") * 10)
    if day % 6 != 5 or day < 54
)


def own(read, title, choice=""):
    """The scenario of ten weeks with such a session each Wednesday."""
    gym = "".join(f"{date(2027, 2, 17) + timedelta(days=7 * week)},,{title}\n" for week in range(9))
    runs = (SCENARIO % "own.csv").replace("}", f"{choice}}}")
    return read(runs, own_csv=GYM + gym)


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Gym: upper body", True),
        ("Kraft A", True),
        ("Strength training", True),
        ("Gym: legs and upper body", True),
        ("Gym: legs", False),
        ("Strength: core", False),
        ("Yoga for runners", False),
        ("Mobility 20 min", False),
    ],
)
def test_own_sessions_count_by_their_titles(read, title, counts):
    scenario = own(read, title)
    weeks = scenario.problem.weeks
    assert [week.n_sessions for week in weeks[:5]] == [1 if counts else 2] * 5
    assert [week.n_sessions for week in weeks[-2:]] == [0 if counts else 1, 1]
    assert any("upper body: " in line for line in scenario.warnings) == counts


@pytest.mark.parametrize(("choice", "sessions"), [("upper", 1), ("legs", 2), ("ignore", 2)])
def test_the_runner_says_what_own_sessions_are(read, choice, sessions):
    for title in ("Gym", "Yoga"):
        scenario = own(read, title, f", own_strength: {choice}")
        assert scenario.problem.weeks[0].n_sessions == sessions
        assert any(day.own for day in scenario.problem.days) == (choice != "ignore")
        assert not any("if that is wrong" in line for line in scenario.warnings)
        again = read(json.dumps(scenario.normalised), name="again.yaml")
        assert again.request == scenario.request
        assert again.sha256 == scenario.sha256


def test_own_sessions_need_no_file(read):
    text = (
        "race_date: 2027-04-25\nruns:\n  week: {mon: easy, wed: easy, fri: easy, sat: long}\n"
        "  days: {2027-04-24: rest}\n"
        "  own: {2027-01-08: Gym, 2027-01-13: [Kraft A, Yoga], 2027-04-20: Gym}\n"
    )
    scenario = read(text)
    assert [week.own for week in scenario.problem.weeks] == [1, 1] + [0] * 13 + [1]
    assert (
        'on the day before a long run, in the taper or in the last 10 days: Fri 8 Jan "Gym",'
        ' Tue 20 Apr "Gym"; make it light, or skip it'
    ) in scenario.warnings


def test_titles_that_are_not_understood(read):
    rows = "".join(
        f"2027-03-{day:02},{title} 8 km\n"
        for day, title in enumerate(("Kenyan", "Kenyan", "Snail", "Easy", "Bear", "Fox"), start=1)
    )
    rows += "2027-03-08,Owl 8 km 3 2\n"
    scenario = read(SCENARIO % "a.csv", a_csv="date,title\n" + rows)
    assert (
        "a.csv: 4 titles not understood, taken for easy runs until runs.kinds says what they are:"
        ' "Kenyan 8 km", "Snail 8 km", "Bear 8 km" and 1 more'
    ) in scenario.warnings
    assert (
        "a.csv: 1 title not understood, taken for workouts until runs.kinds says what they are:"
        ' "Owl 8 km 3 2"'
    ) in scenario.warnings
    assert hardest(days(scenario)[date(2027, 3, 1)]) is RunKind.EASY
    assert hardest(days(scenario)[date(2027, 3, 8)]) is RunKind.WORKOUT
    told = (SCENARIO % "a.csv").replace("}", ", kinds: {'Kenyan|Snail|Bear|Fox|Owl': easy}}")
    assert not any("understood" in one for one in read(told, a_csv="date,title\n" + rows).warnings)


def test_titles_of_no_training(read):
    rows = "date,title\n2027-03-01,Dentist\n2027-03-02,Kenyan\n2027-03-03,Easy 8 km\n"
    scenario = read(SCENARIO % "a.csv", a_csv=rows)
    told = "a.csv: 2 titles taken for no training; runs.kinds says so if one is: "
    assert f'{told}"Dentist", "Kenyan"' in scenario.warnings
    assert hardest(days(scenario).get(date(2027, 3, 2), ())) is RunKind.REST
    kinds = (SCENARIO % "a.csv").replace("}", ", kinds: {Kenyan: workout, Dentist: ignore}}")
    scenario = read(kinds, a_csv=rows)
    assert not any("no training" in one for one in scenario.warnings)
    assert hardest(days(scenario)[date(2027, 3, 2)]) is RunKind.WORKOUT


def test_the_runner_says_what_is_strength(read):
    kinds = (SCENARIO % "a.csv").replace("}", ", kinds: {Kenyan: strength}}")
    scenario = read(kinds, a_csv="date,title\n2027-03-01,Kenyan 8 km\n2027-03-03,Easy 8 km\n")
    assert sum(week.own for week in scenario.problem.weeks) == 1


def event(day, title="Easy 8 km"):
    return f"BEGIN:VEVENT\nDTSTART:{day:%Y%m%d}\nSUMMARY:{title}\nEND:VEVENT\n"


def feed(first, n_days):
    body = "".join(event(first + timedelta(days=day)) for day in range(n_days))
    return f"BEGIN:VCALENDAR\n{body}END:VCALENDAR\n"


def test_a_long_feed_is_cut_to_the_plan(read):
    scenario = read(SCENARIO % "feed.ics", feed_ics=feed(date(2026, 1, 1), 600))
    assert scenario.warnings == (
        "feed.ics: 410 runs before 2027-02-15, the first day of week 1, left out",
        "feed.ics: 120 runs after 2027-04-25, the end of the race week, left out",
        "2027-04-25 is the race day; the easy that runs.file has there is left out",
    )


def test_a_moving_window_leaves_weeks_empty(read):
    scenario = read(SCENARIO % "feed.ics", feed_ics=feed(date(2027, 3, 1), 20))
    assert scenario.warnings == (
        "feed.ics: no run in weeks 1-2, 6-10; these days are read as rest",
    )


def test_a_plan_shorter_than_the_calendar_says_how_many_weeks_it_has(read):
    scenario = read(SCENARIO % "feed.ics", feed_ics=feed(date(2027, 3, 15), 41))
    assert scenario.warnings == (
        "feed.ics: no run in weeks 1-4; these days are read as rest; weeks: 6 begins where the"
        " runs do",
    )


@pytest.mark.parametrize("start", [date(2025, 1, 1), date(2028, 1, 1)])
def test_a_feed_of_another_time(complaints, start):
    (line,) = complaints(SCENARIO % "feed.ics", feed_ics=feed(start, 30))
    assert "has no run from 2027-02-15 to 2027-04-25" in line or "after the race week" in line


def test_no_long_run_can_be_told(read):
    rows = "".join(f"{date(2027, 2, 15) + timedelta(days=day)},Easy\n" for day in range(69))
    scenario = read(SCENARIO % "a.csv", a_csv="date,title\n" + rows)
    assert scenario.warnings == (
        "a.csv: no long run is named, and without distances or minutes none can be told; name"
        " them, for example runs.kinds: {Sunday: long}",
    )


def test_a_named_format(read, complaints):
    named = (SCENARIO % "runs.txt").replace("}", ", format: csv}")
    rows = "date,kind,km\n2027-03-01,easy,8\n"
    assert days(read(named, runs_txt=rows))[date(2027, 3, 1)] == (
        Run(RunKind.EASY, distance_m=8_000),
    )
    (line,) = complaints(named.replace("csv", "ics"), runs_txt=rows)
    assert "no calendar that can be read" in line


def test_times_of_a_feed_need_a_zone_and_are_turned_to_it(read, complaints):
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301T233000Z\nSUMMARY:Easy 8 km\nEND:VEVENT\n"
        "END:VCALENDAR\n"
    )
    (line,) = complaints(SCENARIO % "feed.ics", feed_ics=text)
    assert "gives times: a time of day needs the key timezone" in line
    scenario = read(SCENARIO % "feed.ics" + "timezone: Europe/Berlin\n", feed_ics=text)
    assert [day for day, runs in days(scenario).items() if runs] == [
        date(2027, 3, 2), date(2027, 4, 25),
    ]  # fmt: skip


def test_a_zone_of_the_file_is_enough(read):
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Oslo:20270301T063000\n"
        "SUMMARY:Easy 8 km\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    scenario = read(SCENARIO % "feed.ics", feed_ics=text)
    assert scenario.publication.timezone == "Europe/Oslo"
    other = read(SCENARIO % "feed.ics" + "timezone: Europe/London\n", feed_ics=text)
    assert other.publication.timezone == "Europe/London"


def test_the_order_of_dates_in_a_file(read, complaints):
    rows = "date,title\n03/04/2027,Easy 8 km\n02/03/2027,Easy 9 km\n"
    for order, far in (("dmy", date(2027, 4, 3)), ("mdy", date(2027, 3, 4))):
        named = (SCENARIO % "a.csv").replace("}", f", date_order: {order}}}")
        assert days(read(named, a_csv=rows))[far]
    words = (SCENARIO % "a.csv").replace("2027-04-25", "2027-09-25")
    (line,) = complaints(words.replace("weeks: 10", "weeks: 40"), a_csv=rows)
    assert "say runs.date_order: dmy or mdy" in line


def test_runs_before_and_behind_the_plan(read):
    week = ["", "8 km easy", "6 x 800 m", "6 km easy", "", "4 km easy"]
    rows = [["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]]
    rows += [[str(number), *week, "20 km"] for number in range(10)]
    rows += [["10", *week, "Marathon"], ["11", "", "", "", "", "", "", "5 km easy"]]
    text = "\n".join(",".join(row) for row in rows)
    scenario = read(SCENARIO % "a.csv", a_csv=text)
    assert scenario.warnings == (
        "a.csv: 5 runs before 2027-02-15, the first day of week 1, left out; weeks: 11 takes them"
        " in",
        "a.csv: 1 run after 2027-04-25, the end of the race week, left out",
    )
    assert [bool(runs) for runs in scenario.request.before] == [
        False, True, True, True, False, True, True,
    ]  # fmt: skip


TITLES = "date,title\n" + "".join(
    f"{date(2027, 3, day)},{title}\n"
    for day, title in ((1, "easy 8 km"), (2, "6 x 800 m"), (6, "20 km long"), (8, "easy 9 km"))
)


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ("{Kenyan: workout}", ['"Kenyan" of runs.kinds is in no title']),
        (
            "{easy: recovery, y 8: long}",
            ['"y 8" of runs.kinds decides nothing: others before it do'],
        ),
        ("{k?m: easy}", ['"k?m" of runs.kinds makes easy of all 4 titles']),
        ("{easy: recovery, long: rest}", []),
    ],
)
def test_patterns_that_change_nothing_or_all_are_told(read, kinds, told):
    scenario = read((SCENARIO % "a.csv").replace("}", f", kinds: {kinds}}}"), a_csv=TITLES)
    lines = [line for line in scenario.warnings if "of runs.kinds" in line]
    assert lines == [f"a.csv: {one}" for one in told]


@pytest.mark.parametrize("kind", ["ignore", "strength"])
def test_a_pattern_that_leaves_no_run_is_told(read, kind):
    with pytest.raises(FileFaults) as caught:
        read((SCENARIO % "a.csv").replace("}", f", kinds: {{m: {kind}}}}}"), a_csv=TITLES)
    (fault,) = caught.value.faults
    assert "there is no run in the file" in fault.message
    assert f'; "m" of runs.kinds makes {kind} of all titles' in fault.message
