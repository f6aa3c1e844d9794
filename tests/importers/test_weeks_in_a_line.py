"""Weeks that have one line each, columns for several days, and plans that aren't read at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import RunPlanFaults
from runtall.importers.days.dates import dates_within
from runtall.importers.days.week_names import start_of_week
from runtall.importers.looks_like import sniff
from runtall.importers.texts.week_lines import tells_weeks
from tests.importers.test_as_runners_keep_them import (
    DAYS,
    KEPT,
    LAST,
    RACE,
    WEEK,
    block,
    read,
    weeks,
)

LETTERS = ("M", "T", "W", "Th", "F", "Sa", "Su")
SINGLE = ("M", "T", "W", "T", "F", "S", "S")
LAST_TWO = weeks(12, KEPT) | weeks(19, (*KEPT[:6], "race"))


def line(ahead: str, names: Sequence[str], week: Sequence[str], sign: str) -> str:
    return ahead + sign.join(f"{name} {run}" for name, run in zip(names, week, strict=True))


def last_two(found: Mapping[str, str]) -> dict[str, str]:
    return {day: found[day] for day in LAST_TWO}


@pytest.mark.parametrize("names", [DAYS, LETTERS, SINGLE])
@pytest.mark.parametrize("sign", ["; ", ", ", " / ", " | ", "/"])
@pytest.mark.parametrize("heads", [
    ("3 [44]  ", "2 [47] PEAK. ", "1 [39]  down week. ", "0       race week. "),
    ("1. ", "2. ", "3. ", "4. "),
    ("29 Mar [40] ", "5 Apr [44] PEAK. ", "12 Apr: ", "19 Apr (race!) "),
    ("Wk 5 (29 Mar) ", "Wk 6 (5 Apr) [44] Peak. ", "Wk 7 (12 Apr): ", "Wk 8 (19 Apr) "),
    ("Week 1 [44] ", "Week 2 [47] peak. ", "Week 3 - ", "Week 4: "),
    ("**Wk 4 out:** ", "**Wk 3 out (peak):** ", "**Wk 2 out:** ", "**Wk 1 out:** "),
    ("4 weeks to go: ", "3 weeks to go: ", "2 weeks to go: ", "1 week to go: "),
])  # fmt: skip
def test_a_line_that_tells_seven_days_is_a_week(
    tmp_path: Path, names: Sequence[str], sign: str, heads: Sequence[str]
) -> None:
    runs = [WEEK, WEEK, WEEK, LAST]
    told = [line(head, names, week, sign) for head, week in zip(heads, runs, strict=True)]
    text = "\n".join(["My four weeks, weekly miles in brackets", "E = easy", "", *told, ""])
    assert sniff(text) == "pasted"
    assert last_two(read(tmp_path, text)) == LAST_TWO


def test_miles_that_rise_from_week_to_week_are_no_dates(tmp_path: Path) -> None:
    weeks_of = [(f"{miles} easy", *WEEK[1:]) for miles in range(1, 30, 7)]
    told = [line("", DAYS, week, " / ") for week in (*weeks_of, WEEK, LAST)]
    found = read(tmp_path, "\n".join([*told, ""]))
    assert last_two(found) == LAST_TWO
    assert len(found) == 7 * len(told)


@pytest.mark.parametrize(
    "text",
    [
        "Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n1,rest,5,6,5,rest,4,12\n2,rest,5,6,5,rest,4,14\n",
        "Mon 5;Tue 6;Wed 7;Thu 8;Fri 9;Sat 10;Sun 11\nMon 12;Tue 13;Wed 14;Thu 15;Fri 16;Sat 17\n",
        "Mon 5/4;Tue 6/4;Wed 7/4;Thu 8/4;Fri 9/4\nMon 12/4;Tue 13/4;Wed 14/4;Thu 15/4;Fri 16/4\n",
    ],
)
def test_headers_of_tables_are_no_weeks(text: str) -> None:
    assert not tells_weeks(text)


def test_a_word_for_weeks_left_is_no_month() -> None:
    assert start_of_week("Wk 10 out") == "Wk 10 out"
    assert start_of_week("sem 10 out") == "10 out"
    assert start_of_week("wk 12 Apr") == "12 Apr"


def test_a_reply_that_quotes_a_week_changes_nothing(tmp_path: Path) -> None:
    told = [line(f"Wk {left} out: ", DAYS, week, " / ") for left, week in ((2, WEEK), (1, LAST))]
    reply = "> Wk 2 out: Sun 12 long\n> Mon 20\n\nLooks fine, I would do less."
    text = "\n".join(["Race is **April 25, 2027**", *told, "", "**jo_b** 9 Jan 2027", reply])
    assert read(tmp_path, text, None) == LAST_TWO


@pytest.mark.parametrize(
    ("header", "cells", "days"),
    [
        ("Tues & Thurs (each)", "5 km easy", {"04-13": "easy", "04-15": "easy"}),
        ("Tue/Thu", "5 km easy / 6 x 800", {"04-13": "easy", "04-15": "workout"}),
        ("Mon, Wed, Fri", "5 km easy", dict.fromkeys(("04-12", "04-14", "04-16"), "easy")),
        ("Weekdays", "5 km easy", {f"04-{day}": "easy" for day in range(12, 17)}),
        ("Mon-Thu", "5 km easy", {f"04-{day}": "easy" for day in range(12, 16)}),
    ],
)
@pytest.mark.parametrize("long", ["Sunday", "Sat or Sun", "Sat/Sun"])
def test_a_column_for_several_days(
    tmp_path: Path, header: str, cells: str, days: Mapping[str, str], long: str
) -> None:
    rows = [
        "Wk,Dates," + f'"{header}",{long},Note',
        f'1,4/5 - 4/11,"{cells}",14 km,',
        f'2,4/12 - 4/18,"{cells}",12 km,see you',
        '3,4/19 - 4/25,"3 km easy",Marathon,',
    ]
    found = read(tmp_path, "\n".join([*rows, ""]))
    second = {day: kind for day, kind in found.items() if "04-12" <= day <= "04-18"}
    assert second == {**days, "04-18": "long"}
    assert found["04-25"] == "race"


def test_dates_in_a_header_are_no_weekdays(tmp_path: Path) -> None:
    rows = ["WEEK 1,,Mon,Tue,Wed,Thu,Fri,Sat,Sun", ",date,4/19,4/20,4/21,4/22,4/23,4/24,4/25",
            ",AM,rest,4 easy,5x200,3 easy,rest,2 easy,marathon"]  # fmt: skip
    assert read(tmp_path, "\n".join([*rows, ""])) == weeks(19, (*KEPT[:6], "race"))


def test_a_row_of_times_is_how_long_the_runs_above_are(tmp_path: Path) -> None:
    rows = [",Mon,Tue,Wed,Thu,Fri,Sat,Sun", "W1,12 Apr,13 Apr,14 Apr,15 Apr,16 Apr,17 Apr,18 Apr",
            "what,Off,Z2,6 x 3 min Z4,Z1,Off,Turbo,Long Z2", "time,,0:40,0:50,0:30,,1:00,1:45",
            "W2,19 Apr,20 Apr,21 Apr,22 Apr,23 Apr,24 Apr,25 Apr",
            "what,Off,Z2,4 x 1 min Z4,Z1,Off,Off,Marathon", "time,,0:30,0:30,0:20,,,"]  # fmt: skip
    path = tmp_path / "plan.csv"
    path.write_text("\n".join([*rows, ""]))
    runs = {f"{one.date:%m-%d}": one.run for one in load_runs(path, race_date=RACE).runs}
    assert {day: run.minutes for day, run in runs.items() if day < "04-19"} == {
        "04-12": None, "04-13": 40, "04-14": 50, "04-15": 30, "04-16": None, "04-17": 60,
        "04-18": 105,
    }  # fmt: skip
    assert runs["04-17"].kind == "cross"


def test_a_cell_that_is_the_number_of_the_next_week(tmp_path: Path) -> None:
    last_cells = ["2", "12", "4", "12"]
    cells = ["WEEK", *map(str.upper, DAYS)]
    for number, last in enumerate(last_cells, start=1):
        cells += [f"{number}", *WEEK[:6], last]
    cells += ["5", *LAST]
    found = read(tmp_path, "Copied off the site\n\n" + "\n".join(cells) + "\n")
    assert {day: found[day] for day in weeks(12, KEPT[:6])} == weeks(12, KEPT[:6])
    assert found["04-18"] == "long"
    assert found["04-25"] == "race"


def test_changes_in_italics_are_what_stands_between_the_signs(tmp_path: Path) -> None:
    rows = [" | ".join(["", *DAYS, ""]), "|---" * 7 + "|",
            " | ".join(["", *WEEK[:4], "*Cross (gym bike)*", "_Rest - flying home_", "**12**", ""]),
            " | ".join(["", *LAST[:6], "**Marathon**", ""])]  # fmt: skip
    found = read(tmp_path, "\n".join(map(str.strip, rows)) + "\n")
    assert [found[f"04-{day}"] for day in (16, 17, 18, 25)] == ["cross", "rest", "long", "race"]


def test_two_days_of_one_run_without_a_colon(tmp_path: Path) -> None:
    week = (
        "WEEK 2 - 19 April\n - Tue + Thu 5 km easy\n - Sun 25 April - MARATHON - 26.2 - enjoy it\n"
    )
    text = block("WEEK 1 - 12 April", WEEK, bullet=" - ") + week
    assert {day: kind for day, kind in read(tmp_path, text).items() if day > "04-18"} == {
        "04-20": "easy", "04-22": "easy", "04-25": "race"
    }  # fmt: skip


def test_the_miles_of_a_marathon_are_no_date() -> None:
    assert dates_within("Marathon - 26.2 - smile") == []
    assert dates_within("Marathon 25.4. - smile") == ["25.4."]


def test_a_plan_that_is_mostly_not_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    first = "Mon 1 Mar: rest\nTue 2 Mar: 5 km easy\nWed 3 Mar: 6 x 400\nSun 25 Apr 2027: marathon\n"
    path.write_text(f"{first}\nand from then on fives, but on Sundays ten, twelve and so on\n")
    warned = [one for one in load_runs(path, race_date=RACE).warnings if "have no run" in one]
    assert warned == [
        "7 of the 8 weeks before the race, 2027-04-25, have no run: most of the plan may not have"
        " been read"
    ]
    path.write_text(block("Week 1 (12 Apr)", WEEK) + "\n" + block("Week 2 (19 Apr)", LAST))
    assert not any("have no run" in one for one in load_runs(path, race_date=RACE).warnings)


@pytest.mark.parametrize("heads", [
    ("wk 1  3/29   ", "wk 2  4/5   ", "wk 3  4/12 OFF.. ", "wk 4  4/19   "),
    ("29 Mar: ", "5 Apr: ", "12 Apr - ", "19 Apr: "),
    ("4 weeks to go: ", "3 weeks to go: ", "2 weeks to go: ", "1 week to go: "),
])  # fmt: skip
def test_a_line_of_a_week_may_tell_only_the_days_with_runs(
    tmp_path: Path, heads: Sequence[str]
) -> None:
    runs = ["T 4, Th 5, Sat 8 long", "T 4, Th hills x 8, Sat 9 long",
            "T 4, F row w/ the kids, Sun 8 long (not Sat, we drive then)",
            "T 3, Th 2, SUN = MARATHON"]  # fmt: skip
    lines = [head + week for head, week in zip(heads, runs, strict=True)]
    text = "\n".join(["Three days a week, other days = off", "", *lines, ""])
    assert sniff(text) == "pasted"
    found = {day: kind for day, kind in read(tmp_path, text).items() if kind != "rest"}
    assert {day: kind for day, kind in found.items() if day >= "04-12"} == {
        "04-13": "easy", "04-16": "cross", "04-18": "long", "04-20": "easy", "04-22": "easy",
        "04-25": "race",
    }  # fmt: skip
    assert found["04-08"] == "workout"


def test_weeks_that_each_have_a_header_with_their_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    weeks_of = (("Week 1 - w/c 12 April", WEEK), ("Week 2 - w/c 19 April", LAST))
    blocks = [
        ",".join([name, *DAYS]) + "\nSession," + ",".join(week) + "\nWhere,,track,,,,,park\n"
        for name, week in weeks_of
    ]
    path.write_text("\n".join(blocks))
    runs = load_runs(path, race_date=RACE).runs
    found = {f"{one.date:%m-%d}": one.run.kind for one in runs if len(one.run.title) > 0}
    assert found == {day: kind for day, kind in LAST_TWO.items() if day in found}
    assert not any("track" in one.run.title for one in runs)
    assert found["04-18"] == "long"


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("25 min, 2:1", "easy"),
        ("30 min (!!), 4:1", "easy"),
        ("6 x 400 in 2:10", "workout"),
        ("40 min, 4:30", "workout"),
        ("8 x 400, 10k all in", "workout"),
    ],
)
def test_running_to_walking_is_no_pace_and_all_in_may_be_a_sum(
    tmp_path: Path, cell: str, kind: str
) -> None:
    rows = ["date,workout", f'2027-04-13,"{cell}"', "2027-04-18,12 km long", "2027-04-25,Marathon"]
    assert read(tmp_path, "\n".join([*rows, ""]))["04-13"] == kind


@pytest.mark.parametrize(("details", "kind"), [("8 x 100m", "easy"), ("8 x 400m", "workout")])
def test_short_repetitions_on_a_day_of_an_easy_type_are_strides(
    tmp_path: Path, details: str, kind: str
) -> None:
    rows = ["Date,Type,Miles,Details", f"2027-04-13,Easy,8,{details}", "2027-04-18,Long,12,",
            "2027-04-25,Race,26.2,Marathon"]  # fmt: skip
    assert read(tmp_path, "\n".join([*rows, ""]))["04-13"] == kind


@pytest.mark.parametrize(
    ("said", "kind"), [("'x' = cross training, on the bike", "cross"), ("Miles", "rest")]
)
def test_a_sign_for_nothing_that_the_plan_explains(tmp_path: Path, said: str, kind: str) -> None:
    rows = [said.replace("'", '"'), "", "Wk  Mon   Tue  Wed  Thu  Fri   Sat   Sun",
            "1   rest  3    4    3    rest  9     x",
            "2   rest  3    4    3    rest  rest  MARATHON"]  # fmt: skip
    assert read(tmp_path, "\n".join([*rows, ""])).get("04-18", "rest") == kind


def test_a_refusal_names_the_header_and_the_row_below(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Week,Mon,Tue,Wed,Thu\nsoon,,,,\nlater,-,-,-,-\n")
    with pytest.raises(
        RunPlanFaults, match=r'"Week Mon Tue Wed Thu" in line 1; .* "soon" in line 2'
    ):
        load_runs(path)
