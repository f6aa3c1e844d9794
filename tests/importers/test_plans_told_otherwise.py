"""Countdowns, phases by their dates, weeks side by side with dates, and rules with an end."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.errors import FileFaults
from runtall.importers import load_runs
from runtall.importers.base import RunFile
from runtall.importers.weeks.standing import rules_of
from tests.importers.workbooks import Cell, xlsx

RACE = date(2027, 10, 10)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK = ("rest", "8 easy", "6 x 800", "7 easy", "rest", "5 easy", "20 long")
KINDS = ("rest", "easy", "workout", "easy", "rest", "easy", "long")


def read(tmp_path: Path, text: str | bytes, race: date | None = None) -> RunFile:
    path = tmp_path / "plan"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_runs(path, race_date=race)


def kinds(found: RunFile, first: date, days: int) -> list[str]:
    """Return the kind of each day from one on; a day without any is rest."""
    by_day = {dated.date: str(dated.run.kind) for dated in found.runs}
    return [by_day.get(first + timedelta(day), "rest") for day in range(days)]


COUNTED = [
    # What names the day of the race, a line of a day with its number, that of the race.
    ("T-0 = Sunday Oct 10 2027", "T-{}  {}", "T-0  LISBOA. Run your own race."),
    ("Countdown to Lisboa (D-Day is Sun 10 Oct 2027)", "D-{}: {}", "D-Day: Lisboa, at last"),
    ("Lisboa Marathon 10 October 2027", "{} days to go: {}", "0 days to go: Lisboa"),
    ("T minus 7 = 3 October 2027", "T minus {}: {}", "T minus 0: Lisboa"),
]


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("named", "day", "race"), COUNTED)
def test_days_are_counted_back_from_the_race(
    tmp_path: Path, named: str, day: str, race: str, told: bool
) -> None:
    lines = [day.format(left, WEEK[(27 - left) % 7]) for left in range(27, 0, -1)]
    half = lines[6].replace("20 long", "HALF in Faro, race it")
    text = "\n".join([named * told, "", *lines[:6], half, *lines[7:], race, "T+1 pancakes"])
    found = read(tmp_path, text, None if told else RACE)
    assert kinds(found, RACE - timedelta(27), 6) == [*KINDS[:6]]
    assert kinds(found, RACE - timedelta(21), 8) == ["tuneup", *KINDS]
    assert kinds(found, RACE, 1) == ["race"]


def test_days_are_counted_back_in_a_table(tmp_path: Path) -> None:
    rows = [f"{left},{WEEK[(20 - left) % 7]}" for left in range(20, 0, -1)]
    text = "\n".join(["days to go,what", *rows, "0,Lisboa"])
    found = read(tmp_path, text, RACE)
    assert kinds(found, RACE - timedelta(20), 21) == [*KINDS * 2, *KINDS[:6], "race"]


def test_the_first_of_counted_days_is_no_race(tmp_path: Path) -> None:
    rows = [f"Day {at + 1}: {WEEK[at % 7]}" for at in range(20)]
    text = "\n".join(["Day 1 is 20 September 2027", *rows, "Day 21: Lisboa Marathon"])
    found = read(tmp_path, text, RACE)
    assert kinds(found, RACE - timedelta(20), 21) == [*KINDS * 2, *KINDS[:6], "race"]


@pytest.mark.parametrize(
    "dates", [("6 Sep \u2013 12 Sep", "13 Sep \u2013 19 Sep"), ("from 6 Sept", "from 13 Sept")]
)
def test_weeks_side_by_side_have_their_dates_in_the_next_cell(
    tmp_path: Path, dates: tuple[str, str]
) -> None:
    def block(name: str, begins: str) -> list[list[Cell]]:
        return [[name, begins, ""], *([day, run, ""] for day, run in zip(DAYS, WEEK, strict=True))]

    later = block("WEEK 3", "20 Sep \u2013 26 Sep"), block("WEEK 4", "27 Sep \u2013 3 Oct")
    pairs = [(block("WEEK 1", dates[0]), block("WEEK 2", dates[1])), later]
    rows: list[list[Cell]] = [["Lisboa 10 October 2027"], []]
    for left, right in pairs:
        rows += [[*one, *other] for one, other in zip(left, right, strict=True)]
    results: list[list[Cell]] = [
        ["Distance", "Time", "Where", "When"],
        ["Half", "1:20:11", "Bohermeen", date(2026, 3, 1)],
        ["Marathon", "2:53:40", "Dublin", date(2025, 10, 26)],
    ]
    found = read(tmp_path, xlsx({"Blocks": rows, "PBs": results}))
    assert kinds(found, date(2027, 9, 6), 28) == [*KINDS * 4]


def test_results_are_no_plan_where_another_sheet_is_one(tmp_path: Path) -> None:
    plan = [["Week", *DAYS], *([f"{number}", *WEEK] for number in range(1, 5))]
    results = [
        ["Distance", "Time", "Where", "When"],
        ["Half", "1:20:11", "Bohermeen", date(2026, 3, 1)],
        ["Marathon", "2:53:40", "Dublin", date(2025, 10, 26)],
    ]
    with pytest.raises(FileFaults, match="race-date"):
        read(tmp_path, xlsx({"Plan": plan, "PBs": results}))


PHASES = """# Plan

Race: **Lake Marathon, Sunday 10 October 2027**

## Phase 1 - base. Mon 30 Aug to Sun 12 September

- Mon rest
- Tue 50 min easy
- Wed fartlek 40 min
- Thu 45 min easy
- Fri rest
- Sat 30 min easy
- Sun LONG
    - 5 Sep: 1h45
    - 12 Sep: 2h00

## Phase 2 - speed. Mon 13 September to Sun 3 October

Week of 13 September (school is back, too many meetings)
- Mon - rest
- Tue - 6 x 800 on the grass
- Wed - 45 min easy
- Thu - 5 x 1000
- Fri - rest
- Sat - 10 km time trial
- Sun - LONG 2h00

Week of 20 September
- Mon - rest
- Tue - 5 x 1000
- Wed - 8 km time trial → **moved to Sat**, so Wed just easy 40
- Thu - 45 min easy
- Fri - rest
- Sat - 8 km time trial
- Sun - LONG 1h50

## Phase 3 - freshen up. Mon 27 September to race day

- Mon 27 - rest
- Tue 28 - 4 x 400 relaxed
- Wed 29 - 40 min easy
- Thu 30 - rest
- Sun 3 - LONG 1h15
- Mon 4 - rest
- Tue 5 - 30 min easy
- Sat 9 - 15 min easy
- Sun 10 October - 42.2
"""


def test_phases_are_told_by_their_dates(tmp_path: Path) -> None:
    found = read(tmp_path, PHASES)
    assert kinds(found, date(2027, 8, 30), 14) == [*KINDS * 2]
    week = ["rest", "workout", "easy", "workout", "rest", "tuneup", "long"]
    assert kinds(found, date(2027, 9, 13), 7) == week
    assert kinds(found, date(2027, 9, 20), 7) == [*week[:3], "easy", *week[4:]]
    assert kinds(found, date(2027, 9, 27), 7) == [*week[:3], "rest", "rest", "rest", "long"]
    assert kinds(found, date(2027, 10, 4), 7) == ["rest", "easy", *["rest"] * 3, "easy", "race"]


def test_two_weeks_told_below_one_heading(tmp_path: Path) -> None:
    first = ", ".join(f"{day} {run}" for day, run in zip(DAYS, WEEK, strict=True))
    text = (
        "Weeks 1 and 2 (13 to 26 September)\n"
        f"Each of these: {first}.\n\n"
        "Weeks 3 and 4, the taper (27 September to 10 October)\n"
        f"In the first of these, Monday is rest, {first.partition(', ')[2]}.\n"
        "In race week, Monday is rest, Tuesday 6 easy, Wednesday 3 x 1 km, and on Sunday you run"
        " the Lisboa Marathon.\n"
    )
    found = read(tmp_path, text, RACE)
    assert kinds(found, date(2027, 9, 27), 7) == [*KINDS]
    last = ["rest", "easy", "workout", "rest", "rest", "rest", "race"]
    assert kinds(found, date(2027, 10, 4), 7) == last


@pytest.mark.parametrize("same", ["Same as Week 1, only Sunday it is **Long 24** instead.",
                                  "As week 1 but Sunday 24 long"])  # fmt: skip
def test_a_week_in_tables_of_weekdays_is_as_another(tmp_path: Path, same: str) -> None:
    def table(name: str, week: tuple[str, ...]) -> str:
        rows = "".join(f"| {day} | {run} |\n" for day, run in zip(DAYS, week, strict=True))
        return f"### {name}\n\n| Day | Plan |\n|---|---|\n{rows}\n"

    text = "".join(
        [
            table("Week 1 : 13.09.2027 to 19.09.2027", WEEK),
            f"### Week 2 : 20.09.2027 to 26.09.2027\n\n{same}\n\n",
            table("Week 3 : 27.09.2027 to 03.10.2027", WEEK),
            table("Week 4 : 04.10.2027 to 10.10.2027", (*WEEK[:6], "Lisboa Marathon")),
        ]
    )
    found = read(tmp_path, text)
    assert kinds(found, date(2027, 9, 13), 21) == [*KINDS * 3]
    titles = [dated.run.title for dated in found.runs if dated.date == date(2027, 9, 26)]
    assert ["24" in title for title in titles] == [True]


@pytest.mark.parametrize(
    "rule",
    [
        "The same every single week right up to May 16: Mondays you swim, Fridays are off.",
        "These hold up to 16 May: Mondays you cycle, Fridays are off.",
    ],
)
def test_a_rule_holds_up_to_its_date(tmp_path: Path, rule: str) -> None:
    days = [date(2027, 4, 27) + timedelta(7 * week) for week in range(5)]
    text = "\n".join([*(f"{day:%a %d %b %Y}: 8 easy" for day in days), "", rule])
    found = read(tmp_path, text, date(2027, 5, 30))
    swims = [one.date for one in found.runs if one.run.kind == "cross"]
    assert swims == [date(2027, 4, 26), date(2027, 5, 3), date(2027, 5, 10)]
    assert not rules_of(["Up to May 16 we see"])


def test_an_easy_run_as_far_as_most_is_not_medium_long(tmp_path: Path) -> None:
    week = ("16k easy", "5 x 2k", "15k easy", "6 x 1k", "16k easy", "14k easy", "32k long")
    plan = [
        f"{date(2027, 9, 6) + timedelta(7 * number + at)},{run}"
        for number in range(4)
        for at, run in enumerate(week)
    ]
    easy = read(tmp_path, "\n".join(["date,session", *plan]))
    assert "medium_long" not in kinds(easy, date(2027, 9, 6), 28)
    some = [one.replace("16k", "9k").replace("15k", "20k") for one in plan]
    assert (
        kinds(read(tmp_path, "\n".join(["date,session", *some])), date(2027, 9, 6), 28).count(
            "medium_long"
        )
        == 4
    )


def test_a_name_of_the_legend_may_stand_anywhere(tmp_path: Path) -> None:
    rows = [f"2027-09-{day:02},3 mi easy,\"1 E, 5 ZT, 1 E\",6 mi easy,10 mi @ MP+45"
            for day in (6, 13, 20)]  # fmt: skip
    text = "\n".join(["Week of,Mon,Wed,Fri,Sun", *rows, "", "ZT = short tempo; MP = 8:00"])
    found = read(tmp_path, text)
    assert kinds(found, date(2027, 9, 6), 7) == [
        "easy", "rest", "workout", "rest", "easy", "rest", "long",
    ]  # fmt: skip


def test_a_page_of_a_month_begins_with_a_run_and_its_sum(tmp_path: Path) -> None:
    days = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    rows = [
        "OCTOBER 2027", ",".join(days), ",,,,,1,2", ",,,,2 @ MP (5 total),3 easy,4 easy",
        "3,4,5,6,7,8,9", "3 @ MP (6 total),,4 easy,2 @ MP (5 total),,3 easy,",
        "10,11,12,13,14,15,16",
        "LISBOA MARATHON,sleep,,,,,",
    ]  # fmt: skip
    found = read(tmp_path, "\n".join(rows))
    assert kinds(found, date(2027, 10, 3), 8) == [
        "workout", "rest", "easy", "workout", "rest", "easy", "rest", "race",
    ]  # fmt: skip


def test_weekdays_in_the_plural_hold_for_all_weeks_of_a_list(tmp_path: Path) -> None:
    """The list names each week by its end and tells two of its days."""
    usual = ["Mondays - rest.", "Wednesdays - 8 km easy.", "Sundays - long run (see list)."]
    ends = [date(2027, 9, 12) + timedelta(7 * week) for week in range(4)]
    weeks = [f"w/e {day.day} {day:%b}   Tues: 6 x 800, 400 jog     Sun: 20 km" for day in ends]
    last = ["Tuesday 5 October - 5 km easy", "Sunday 10 October - LISBOA MARATHON"]
    above = ["Race: Sunday 10th October 2027", "Always the same:", *usual, "Sessions"]
    found = read(tmp_path, "\n".join([*above, *weeks, *last]))
    week = ["rest", "workout", "easy", "rest", "rest", "rest", "long"]
    end = ["rest", "easy", "easy", "rest", "rest", "rest", "race"]
    assert kinds(found, date(2027, 9, 6), 35) == 4 * week + end


def test_each_cell_of_a_day_in_a_line_of_its_own(tmp_path: Path) -> None:
    days = [date(2027, 9, 27) + timedelta(at) for at in range(14)]
    lines = ["My plan", "Lisboa Marathon", "2 weeks"]
    for at, day in enumerate(days):
        lines += ["", f"Week {at // 7 + 1}"] if at % 7 == 0 else []
        lines += [f"{day:%a}", str(day.day), WEEK[at % 7] if at < 13 else "Race Day"]
    found = read(tmp_path, "\n".join(lines), RACE)
    assert kinds(found, days[0], 14) == [*KINDS, *KINDS[:6], "race"]
