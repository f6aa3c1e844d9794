"""Plans without dates whose first day stands in the words above them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs
from runtall.importers.days.own_start import is_beginning, start_named
from runtall.importers.plan.summary import summarise
from tests.importers.complaints import faults

FIRST = date(2027, 1, 11)
ROWS = {
    "en": ("Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "rest,6x800 m,8 km easy,tempo 6 km,rest,5 km easy"),
    "de": (
        "Woche,Mo,Di,Mi,Do,Fr,Sa,So",
        "Ruhetag,6x800 m,8 km locker,Tempolauf 6 km,frei,5 km locker",
    ),
    "fr": (
        "Sem.,Lun,Mar,Mer,Jeu,Ven,Sam,Dim",
        "repos,VMA 6x800 m,8 km EF,seuil 6 km,repos,5 EF",
    ),
}
LONG = {"en": "long run {} km", "de": "langer Lauf {} km", "fr": "sortie longue {} km"}


def table(above: str, code: str = "en") -> str:
    head, week = ROWS[code]
    rows = [f"{n},{week},{LONG[code].format(14 + n)}" for n in range(1, 11)]
    return "\n".join([f'"{above}"', "", head, *rows, ""])


def read(tmp_path: Path, text: str) -> RunFile:
    path = tmp_path / "plan.csv"
    path.write_text(text, "utf-8")
    return load_runs(path)


@pytest.mark.parametrize(
    ("above", "code"),
    [
        ("Plan begins Monday 11 January 2027", "en"), ("Spring plan - starts on 11 Jan 2027", "en"),
        ("First Monday: 2027-01-11", "en"), ("first week = Jan 11 2027", "en"),
        ("My marathon. Starting Tuesday 12 January 2027.", "en"),
        ("Beginn: 11.01.2027", "de"), ("Startdatum 11.1.27", "de"),
        ("Los geht's am Montag, 11. Januar 2027", "de"), ("erster Montag: 11.1.2027", "de"),
        ("Début : lundi 11/01/2027", "fr"), ("Premier lundi : 11 janvier 2027", "fr"),
    ],
)  # fmt: skip
def test_the_words_above_a_plan_name_its_first_day(tmp_path: Path, above: str, code: str) -> None:
    found = read(tmp_path, table(above, code))
    assert found.runs[0].date == FIRST
    assert {one.date.weekday() for one in found.runs if str(one.run.kind) == "long"} == {6}
    assert "week 1 begins on 2027-01-11 by the words above the plan" in found.warnings


@pytest.mark.parametrize("above", ["First Monday: 5/1/2027", "Starts some time in 2027", "Club"])
def test_a_day_that_is_not_clear_begins_nothing(tmp_path: Path, above: str) -> None:
    # The fifth of January is a Tuesday, the first of May a Saturday.
    path = tmp_path / "plan.csv"
    path.write_text(table(above), "utf-8")
    assert "--race-date" in faults(path)[0].message


def test_a_note_names_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    week = "wk {}\nmon off\ntue 40 easy\nwed 45 w/ 6x1min fast\nfri 35 ez\nsun long 1:20\n"
    text = "marathon plan\n(mins)\nfirst monday = Jan 11 2027\n\n"
    path.write_text(text + "\n".join(week.format(n) for n in range(1, 9)), "utf-8")
    days = [one.date for one in load_runs(path).runs if str(one.run.kind) == "long"]
    assert days[0] == date(2027, 1, 17)
    assert len(days) == 8


def test_a_race_begins_no_plan() -> None:
    for before in ("Race start: Sunday ", "Marathon: ", "Gun "):
        assert not is_beginning(before)
    assert start_named(["Race start: 11 January 2027", "ends 2027-04-04"], 0, "en") is None
    assert start_named(["Start 4 Jan 2027, start 11 Jan 2027"], 0, "en") is None


@pytest.mark.parametrize(
    ("words", "race"),
    [
        ("Berlin Marathon on 14 Mar 2027 - last two weeks", "2027-03-14"),
        ("Marathon de Paris 14 mars 2027", "2027-03-14"),
        ("London Marathon 21 March 2027", "2027-03-21"),
    ],
)
def test_the_race_above_lines_of_days_is_that_of_the_plan(
    tmp_path: Path, words: str, race: str
) -> None:
    lines = [words, "Tue 2 Mar: easy 8 km", "Thu 4 Mar: 6x800", "Sun 7 Mar: long 16 km"]
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*lines, "Tue 9 Mar: easy 5 km", ""]), "utf-8")
    found = load_runs(path)
    assert [f"{one.date}" for one in found.runs if str(one.run.kind) == "race"] == [race]
    assert any("by the words above the plan" in one for one in found.warnings)


def test_a_comma_within_words_parts_no_cells(tmp_path: Path) -> None:
    rows = ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1,rest,5k easy,8k, last 3k hard,5k,rest,4k,20k",
            "2,rest,5k easy,6x800,5k, with strides, on grass,rest,4k,26k",
            "3,rest,5k easy,4x400,5k,rest,rest,marathon"]  # fmt: skip
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(rows), "utf-8")
    runs = {
        one.date.isoformat(): one.run for one in load_runs(path, race_date=date(2027, 3, 21)).runs
    }
    assert runs["2027-03-03"].title == "8k, last 3k hard"
    assert runs["2027-03-11"].title == "5k, with strides, on grass"
    assert [str(runs[f"2027-03-{day:02}"].kind) for day in (3, 7, 14)] == [
        "workout",
        "long",
        "long",
    ]


@pytest.mark.parametrize(
    "text", ["Date,Run\n2027-03-02,easy{}x\n", "Tue 2 Mar: easy\nThu 4 Mar:{}x\n"]
)
def test_blanks_without_end_end(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(text.format(" \t" * 45_000) + "2027-03-14,Marathon\n", "utf-8")
    assert load_runs(path).runs


def test_few_miles_of_tempo_are_no_minutes(tmp_path: Path) -> None:
    rows = ["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", "1,,5,4 tempo,5,,4,12", "2,,5,20 tempo,5,,4,14",
            "3,,6,6 fartlek,3,,2,26.2"]  # fmt: skip
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(rows), "utf-8")
    runs = {one.date.day: one.run for one in load_runs(path, race_date=date(2027, 3, 21)).runs}
    assert (round(runs[3].distance_m or 0, -2), runs[3].minutes) == (6400, None)
    assert (runs[10].distance_m, runs[10].minutes) == (None, 20)


def test_details_that_may_be_hard_are_uncertain_beside_an_easy_type(tmp_path: Path) -> None:
    details = ["Yasso 800s x 6", "Track session with club", "with hill sprints", "8 x 20 s", "flat"]
    rows = [f"2027-03-0{at},Easy,{words},10" for at, words in enumerate(details, 1)]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(["Date,Type,Details,Distance", *rows, "2027-03-14,Marathon,,42.2"]))
    found = load_runs(path)
    told = summarise(found, None, "mon").uncertain
    assert [one.title for one in told] == details[:3]
    assert [one.run.title for one in found.runs][:5] == details


@pytest.mark.parametrize("title", ["Wien 42.195", "Boston 26.2", "Sevilla 42,2 km"])
def test_a_whole_marathon_on_the_last_day_is_the_race_by_any_name(
    tmp_path: Path, title: str
) -> None:
    lines = ["2 Mar: 8k easy", "4 Mar: 6x800", "7 Mar: 30k", f"14 Mar: {title}"]
    path = tmp_path / "plan.txt"
    path.write_text("\n".join([*lines, ""]), "utf-8")
    assert [str(one.run.kind) for one in load_runs(path).runs][-1] == "race"


def test_the_race_of_the_last_week_may_have_its_date_in_its_cell(tmp_path: Path) -> None:
    rows = ["Week,Sun,Mon,Tue,Wed,Thu,Fri,Sat", "1,12,rest,5,6x800,5,rest,4",
            "2,14,rest,5,4 tempo,5,rest,4", "3,Race Day 3/21/27,rest,3,,2,rest,2"]  # fmt: skip
    found = read(tmp_path, "\n".join(rows))
    assert [one.date for one in found.runs if str(one.run.kind) == "race"] == [date(2027, 3, 21)]
    assert "the race is on 2027-03-21 by the words of its last week" in found.warnings


def test_nor_does_one_in_every_week(tmp_path: Path) -> None:
    rows = [f"{n},rest,8 km easy,6x800, with a friend,7 km easy,rest,5 km easy,{14 + n} km long"
            for n in range(1, 9)]  # fmt: skip
    last = "9,rest,5 km easy,4x400,4 km easy,rest,rest,Marathon"
    found = read(tmp_path, "\n".join(["First Monday: 2027-01-11", "", ROWS["en"][0], *rows, last]))
    kinds = [str(one.run.kind) for one in found.runs]
    assert kinds[:7] == ["rest", "easy", "workout", "easy", "rest", "easy", "long"]
    assert {one.date.weekday() for one in found.runs if str(one.run.kind) == "long"} == {6}


WEEKS_OF = "{},Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"
A_WEEK = "{}rest,8 km easy,6x800 (12 km),rest,8 km easy,rest,{} km long\n"


@pytest.mark.parametrize(
    "text",
    [
        WEEKS_OF.format("Week of")
        + "".join(A_WEEK.format(f"{day},", 20) for day in ("6 Sep", "13 Sep", "20 Sep"))
        + "27 Sep,rest,8 km easy,6 km,rest,5 km,rest,Harbour Marathon (3 Oct 2027)\n",
        "Wettkampf,Woche ab,Mo,Di,Mi,Do,Fr,Sa,So\n"
        "Halbmarathon 12.09.27,6.9.,frei,8 km locker,6x800 m,frei,8 km locker,frei,Halbmarathon\n"
        ",13.9.,frei,8 km locker,6x800 m,frei,8 km locker,frei,langer Lauf 28 km\n"
        ",20.9.,frei,8 km locker,TDL 8 km,frei,8 km locker,frei,langer Lauf 18 km\n"
        "Hafen-Marathon 3.10.27,27.9.,frei,8 km locker,6 km locker,frei,5 km,frei,Marathon\n",
        "Date,Run\nTue 7 Sep,6x800\nSat 11 Sep,long 24 km\nTue 14 Sep,tempo 8 km\n"
        "Sat 18 Sep,long 28 km\nTue 28 Sep,5 km easy\n"
        'Sun 3 Oct,"MARATHON, Sunday 3rd October 2027"\n',
        "Semaine du,Lun,Mar,Mer,Jeu,Ven,Sam,Dim\n"
        "13/09,repos,8 km EF,VMA 6x400,repos,8 km EF,repos,sortie longue 26 km\n"
        "20/09,repos,8 km EF,VMA 6x400,repos,8 km EF,repos,sortie longue 18 km\n"
        "27/09,repos,8 km EF,6 km EF,repos,5 km EF,repos,course\n"
        "Objectif : marathon du port le 03/10/2027,,,,,,,\n",
        "Week of 13 Sep\nTue: 6x800\nWed: 8 km easy\nSat: 24 km long\n"
        "Week of 20 Sep\nTue: tempo 8 km\nWed: 8 km easy\nSat: 14 km long\n"
        "Week of 27 Sep\nTue: 5 km easy\nSun: Harbour Marathon 3 October 2027\n",
    ],
    ids=["last cell", "column ahead", "row a run", "row below", "text"],
)  # fmt: skip
def test_dates_have_the_year_of_the_race_wherever_that_is_named(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert [one.date for one in found.runs if str(one.run.kind) == "race"] == [date(2027, 10, 3)]
    assert {one.date.year for one in found.runs} == {2027}


def test_dates_before_a_new_year_are_of_the_year_before(tmp_path: Path) -> None:
    rows = (A_WEEK.format(f"{day},", 20) for day in ("14 Dec", "21 Dec", "28 Dec"))
    last = "4 Jan,rest,8 km easy,6 km,rest,5 km,rest,Marathon 10.01.2027\n"
    found = read(tmp_path, WEEKS_OF.format("Week of") + "".join(rows) + last)
    assert (found.runs[0].date, found.runs[-1].date) == (date(2026, 12, 14), date(2027, 1, 10))
