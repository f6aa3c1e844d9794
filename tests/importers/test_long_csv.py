"""The long table: what is read, and every complaint about a cell."""

from __future__ import annotations

from datetime import date, time

import pytest

from runtall.domain.run_plan import Run, RunKind
from runtall.importers import load_runs
from tests.importers.complaints import faults_of


@pytest.fixture
def load(tmp_path):
    def loading(content, correct=lambda title: None, name="runs.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return load_runs(path, correct)

    return loading


def runs(loaded):
    return [(one.date, one.run) for one in loaded.runs]


def complaints(load, table):
    found = faults_of(lambda: load(table))
    return [f"{one.line}:{one.column}: {one.key}: {one.message}" for one in found]


MONDAY = date(2027, 3, 1)


def test_every_column(load):
    table = """\
date,kind,title,km,mi,min,at,optional
2027-03-01,easy,"Round the park, slowly",10.5,,62,06:30,yes
2027-03-02,workout,,,6.2,,,no
2027-03-03,cross,Bike,,,45,,
2027-03-04,rest,,,,,,
2027-03-05,Medium Long?,,0,,0,,
"""
    assert runs(load(table)) == [
        (MONDAY, Run(RunKind.EASY, "Round the park, slowly", 10_500, 62, time(6, 30), True)),
        (date(2027, 3, 2), Run(RunKind.WORKOUT, distance_m=9_978)),
        (date(2027, 3, 3), Run(RunKind.CROSS, "Bike", minutes=45)),
        (date(2027, 3, 4), Run(RunKind.REST)),
        (date(2027, 3, 5), Run(RunKind.MEDIUM_LONG, optional=True)),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "date,kind,km\n2027-03-01,easy,10.5\n",
        "\ufeffdate,kind,km\r\n2027-03-01,easy,10.5\r\n",
        " Date ; KIND ; Km \n2027-03-01; easy ;10,5\n",
        "date\tkind\tkm\n2027-03-01\teasy\t10,5\n",
        "km|kind|date\n10.5|easy|2027-03-01",
        "kind,date,distance_km\neasy,2027-03-01,10.5\n\n,,\n",
        '"date","kind","km"\n"2027-03-01","easy","10.5"\n',
    ],
)
def test_shapes_of_one_table(load, table):
    assert runs(load(table)) == [(MONDAY, Run(RunKind.EASY, distance_m=10_500))]


def test_two_runs_a_day_come_by_time_else_as_they_stand(load):
    table = "date,kind,at\n2027-03-02,easy,\n2027-03-01,easy,17:30\n2027-03-01,workout,06:30\n" \
        "2027-03-02,recovery,\n"  # fmt: skip
    kinds = [run.kind.value for _, run in runs(load(table))]
    assert kinds == ["workout", "easy", "easy", "recovery"]
    assert [one.line for one in load(table).runs] == [4, 3, 2, 5]


def test_the_runner_knows_better_than_the_table(load):
    def correct(title):
        return (RunKind.LONG, True) if "Sunday" in title else None

    table = "date,kind,title\n2027-03-01,,Sunday run\n2027-03-02,easy,Sunday pace\n"
    assert [(run.kind, run.optional) for _, run in runs(load(table, correct))] == [
        (RunKind.LONG, True)
    ] * 2


def test_titles_become_one_line(load):
    assert runs(load('date,kind,title\n2027-03-01,easy,"a\n  b\tc"\n'))[0][1].title == "a b c"


def test_columns_that_are_not_ours(load):
    loaded = load("week,date,kind,Notes,Mood,Moon\n1,2027-03-01,easy,nice,good,full\n")
    assert runs(loaded) == [(MONDAY, Run(RunKind.EASY))]
    assert loaded.warnings == ("columns not read: mood, moon",)


KINDS = "rest, cross, recovery, easy, medium_long, workout, tuneup, long, race, strength"
BAD_CELLS = [
    ("2027-13-01,easy,,,,,,", "2:1: date: 2027-13-01 is not in the calendar, or outside the years "
     "1970 to 2199"),
    ("someday,easy,,,,,,", '2:1: date: "someday" is not a date; write year-month-day, such as '
     "2027-04-25"),
    (",easy,,,,,,", "2:1: date: the date is missing"),
    ("2027-03-01,esy,,,,,,", f'2:12: kind: "esy" is not a kind of run; allowed: {KINDS}; did you '
     'mean "easy"?'),
    ("2027-03-01,,,,,,,yes", f"2:12: kind: kind and title are missing; allowed kinds: {KINDS}"),
    ("0001-03-01,easy,,,,,,", "2:1: date: 0001-03-01 is not in the calendar, or outside the "
     "years 1970 to 2199"),
    ("2027-03-01,rest?,,,,,,", '2:12: kind: "rest?": rest is never optional'),
    ("2027-03-01,easy,,far,,,,", '2:18: km: "far" is not a distance in km'),
    ("2027-03-01,easy,,-3,,,,", '2:18: km: "-3" is not a distance in km'),
    ("2027-03-01,easy,,1e3,,,,", '2:18: km: "1e3" is not a distance in km'),
    ("2027-03-01,easy,,300,,,,", "2:18: km: 300 is more than 250 km"),
    ("2027-03-01,easy,,,200,,,", "2:19: mi: 200 is more than 155 mi"),
    ("2027-03-01,easy,,10,6,,,", "2:21: mi: given beside km; give one of the two"),
    ("2027-03-01,easy,,,,soon,,", '2:20: min: "soon" is not a number of minutes'),
    ("2027-03-01,easy,,,,2000,,", "2:20: min: 2000 is more than the 1440 minutes of a day"),
    ("2027-03-01,easy,,,,,early,", '2:21: at: "early" is not a time of day; allowed: 00:00 to '
     "23:59"),
    ("2027-03-01,easy,,,,,,perhaps", '2:22: optional: "perhaps" is not yes or no'),
    ("2027-03-01,race,,,,,,yes", "2:22: optional: race is never optional"),
    ('2027-03-01,easy,"a,b",x,,,,', '2:23: km: "x" is not a distance in km'),
    ("2027-03-01,easy,,,,,,,extra", "2:23: : 9 cells; the header has 8"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), BAD_CELLS)
def test_a_bad_cell(load, row, expected):
    assert complaints(load, f"date,kind,title,km,mi,min,at,optional\n{row}\n") == [expected]


def test_all_faults_at_once(load):
    table = "date,kind,km\n2027-03-01,esy,x\n2027-03-02,easy,5\n\n2027-3-33,,y\n2027-03-04,,z\n"
    assert [" ".join(one.split(" ")[:2]) for one in complaints(load, table)] == [
        "2:12: kind:",
        "2:16: km:",
        "5:1: date:",
        "5:11: kind:",
    ]


def test_a_fault_of_one_kind_is_told_once(load):
    table = "date,kind,km\n" + "2027-03-01,easy,far\n" * 9
    assert complaints(load, table) == [
        '2:17: km: "far" is not a distance in km (and 8 more like it: line 3, 4, 5, ...)'
    ]


def test_lines_count_on_behind_a_cell_of_several(load):
    table = 'date,kind,title\n2027-03-01,easy,"a\nb"\n2027-03-02,x,\n'
    assert [one.split(": ")[0] for one in complaints(load, table)] == ["4:12"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("kind,km", "1:1: : there is no column date; found: kind, km; which is the date? Call it "
         "date (the columns are date, kind, title, km, mi, min, at, optional), or have a column "
         "for each weekday"),
        ("date,kind,date", "1:11: date: this column is given twice"),
        ("date,kind,min,minutes", "1:15: minutes: this column is given twice"),
        ("date,kind,titl", '1:11: titl: there is no such column; did you mean "title"?'),
    ],
)  # fmt: skip
def test_a_bad_header(load, header, expected):
    assert complaints(load, f"{header}\n") == [expected]


@pytest.mark.parametrize(
    ("column", "first", "second"),
    [("Athlete", "Ann", "Bob"), ("Wer", "Jörg", "Anna Maria"), ("Group", "A", "B")],
)
def test_of_several_runners_the_first_is_read(load, column, first, second):
    rows = [
        f"2027-03-{day:02},{who},{title}\n"
        for day in range(1, 15)
        for who, title in ((first, f"Easy {day} km"), (second, "Long 30 km"))
    ]
    loaded = load(f"Date,{column},Workout\n" + "".join(rows))
    assert [one.run.title for one in loaded.runs] == [f"Easy {day} km" for day in range(1, 15)]
    told = f'of several: those of "{first}" are read, and not those of "{second}"'
    assert any(told in warning for warning in loaded.warnings)


@pytest.mark.parametrize("places", [("Park", "Track"), ("Park", "Park"), ("Home", "Track", "Road")])
def test_places_of_runs_are_no_runners(load, places):
    rows = [f"2027-03-{day:02},{places[day % len(places)]},Easy 8 km\n" for day in range(1, 29)]
    twice = [f"2027-03-{day:02},{places[0]},Jog 4 km\n" for day in range(1, 29, 7)]
    loaded = load("Date,Where,Workout\n" + "".join([*rows, *twice]))
    assert len(loaded.runs) == 32


@pytest.mark.parametrize(
    ("one", "other"),
    [("Plan A (sub 3)", "Plan B (finish)"), ("Plan 1", "Plan 2"), ("Training A", "Training B")],
)
def test_of_several_plans_the_first_is_read_and_the_other_told(load, one, other):
    rows = [f"2027-03-{day:02},Easy {day} km,Walk 30 min\n" for day in range(1, 15)]
    loaded = load(f"Date,{one},{other}\n" + "".join(rows))
    assert len(loaded.runs) == 14
    assert f"columns not read: {other.lower()}" in loaded.warnings
