"""Where the likeliest reading leaves out what looks like runs, another is taken."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.base import RunFile

FIRST = date(2027, 8, 16)
WEEKS = 4
RACE = FIRST + timedelta(7 * WEEKS - 1)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS = ("rest", "easy", "workout", "easy", "rest", "easy", "long")


def read(tmp_path: Path, text: str, race: date | None = RACE) -> RunFile:
    path = tmp_path / "plan"
    path.write_text(text, "utf-8")
    return load_runs(path, race_date=race)


def kinds(found: RunFile) -> list[str]:
    """Return the kind of each day of the plan; a day without any is rest."""
    by_day = {dated.date: str(dated.run.kind) for dated in found.runs}
    return [by_day.get(FIRST + timedelta(day), "rest") for day in range(7 * WEEKS)]


EXPECTED = [*(KINDS * WEEKS)[:-1], "race"]


def mondays() -> list[date]:
    return [FIRST + timedelta(7 * week) for week in range(WEEKS)]


def long_of(week: int) -> str:
    return f"{16 + week} km" if week < WEEKS - 1 else "Half Marathon!"


def runs_of(week: int) -> list[str]:
    """Return the titles of a week."""
    return ["rest", "8 km easy", f"{5 + week} x 800 m", "7 km easy", "rest", "5 km easy",
            long_of(week)]  # fmt: skip


def by_kind_of_day() -> str:
    """Columns for kinds of days, cells that name the days."""
    rows = ["Week of,Easy runs,Speed (Wed),Long (Sun),Rest"]
    for week, day in enumerate(mondays()):
        easy = '"Tue 8 km, Thu 7 km, Sat 5 km"'
        rows.append(f'{day:%d/%m/%Y},{easy},{5 + week}x800 m,{long_of(week)},"Mon, Fri"')
    return "\n".join(rows)


def by_type_in_columns() -> str:
    """A row a day, a column a kind, lengths below them."""
    rows = ["Date,Day,Easy (km),Intervals,Long (km),Notes"]
    for week, day in enumerate(mondays()):
        long = "" if week == WEEKS - 1 else f"{16 + week}"
        cells = [",,,rest", "8,,,", f",{5 + week} x 800 m,,", "7,,,", ",,,rest", "5,,,",
                 f",,{long},{'' if long else 'HALF MARATHON'}"]  # fmt: skip
        rows += [f"{day + timedelta(at):%d/%m/%Y},{NAMES[at]},{cell}"
                 for at, cell in enumerate(cells)]  # fmt: skip
    return "\n".join(rows)


def days_joined_in_rows() -> str:
    """A row for several days of a week."""
    rows = ["Week,When,What"]
    for week in range(WEEKS):
        rows += [f"{week + 1},Mon/Fri,rest", ",Tue/Thu,8 km easy", f",Wed,{5 + week} x 800 m",
                 ",Sat,5 km easy", f",Sun,{long_of(week)}"]  # fmt: skip
    return "\n".join(rows)


def planned_and_done() -> str:
    """Two columns a week, weekdays in rows."""
    days = mondays()
    rows = ["," + ",".join(f"Wk {week + 1} ({day.day}/{day.month})," for week, day in
                           enumerate(days)), "Day" + ",Plan,Done" * WEEKS]  # fmt: skip
    for at, name in enumerate(NAMES):
        done = [f"{'felt ok' if week == 0 and at else ''}" for week in range(WEEKS)]
        rows.append(f"{name}," + ",".join(f"{runs_of(week)[at]},{done[week]}"
                                          for week in range(WEEKS)))  # fmt: skip
    return "\n".join(rows)


def dates_in_a_line() -> str:
    """All dates of a week in one line."""
    return "fall half, dates are m/d\n" + "\n".join(
        ", ".join(f"{one.month}/{one.day} {run}" for one, run in
                  ((day + timedelta(at), run) for at, run in enumerate(runs_of(week))))
        for week, day in enumerate(mondays())
    )  # fmt: skip


def dates_behind() -> str:
    """Dates behind the names of fields, at the end of a line."""
    return "\n".join(
        f"(A) {run} +autumn @run due:{day + timedelta(at)}"
        for week, day in enumerate(mondays())
        for at, run in enumerate(runs_of(week))
        if run != "rest"
    )


def weeks_abreast() -> str:
    """Two weeks side by side, parted by blanks."""
    lines = []
    for week in range(0, WEEKS, 2):
        lines.append(f"{'WEEK ' + str(week + 1):<30}WEEK {week + 2}")
        lines += [f"{name + ' ' + one:<30}{name} {other}" for name, one, other in
                  zip(NAMES, runs_of(week), runs_of(week + 1), strict=True)]  # fmt: skip
    return "\n".join(lines)


def an_app() -> str:
    """Each day over some lines, the number of the day below its name."""
    lines = []
    for week, day in enumerate(mondays()):
        lines += [f"Week {week + 1}", f"{day:%b %d} \u2013 {day + timedelta(6):%b %d}"]
        for at, run in enumerate(runs_of(week)):
            lines += [NAMES[at].upper(), f"{(day + timedelta(at)).day}", run]
    return "\n".join(lines)


def a_page() -> str:
    """A table of the web."""
    rows = [f"<tr><th>{week + 1}</th><td>{'</td><td>'.join(runs_of(week))}</td></tr>"
            for week in range(WEEKS)]  # fmt: skip
    head = "".join(f"<th>{name}</th>" for name in ("Week", *NAMES))
    return f"<html><body><h1>Half</h1><table><tr>{head}</tr>{''.join(rows)}</table></body></html>"


def a_diary() -> str:
    """A day as a heading with a comma in its date."""
    return "Diary\n\n" + "\n\n".join(
        f"{day + timedelta(at):%A, %d %B %Y}\n\n    {run}"
        for week, day in enumerate(mondays())
        for at, run in enumerate(runs_of(week))
    )


def days_in_two_blocks() -> str:
    """A row a day, the second half of the weeks beside the first, sums below each."""
    rows = ["Weeks 1-2,,,,,,Weeks 3-4,,,,", ",,".join(["Day,Date,Workout,Km,Did it"] * 2)]
    words, far = ("rest", "easy", "6 x 800", "easy", "rest", "easy"), ("", 8, 9, 7, "", 5)
    for week in range(WEEKS // 2):
        abreast = [(mondays()[number], number) for number in (week, week + WEEKS // 2)]
        for at, name in enumerate(NAMES):
            cells = [
                f"{name},{day + timedelta(at):%d/%m/%Y},{words[at]},{far[at]},"
                if at < len(words)
                else f"{name},{day + timedelta(at):%d/%m/%Y},{'LR' if number < 3 else 'HALF'},20,"
                for day, number in abreast
            ]
            rows.append(",,".join(cells))
        rows += [f",,Week {week + 1},50,,,,,Week {week + 3},51,", ",,,,,,,,,,"]
    return "\n".join(rows)


LAYOUTS = [by_kind_of_day, by_type_in_columns, days_joined_in_rows, planned_and_done,
           dates_in_a_line, dates_behind, weeks_abreast, an_app, a_page, a_diary,
           days_in_two_blocks]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.__name__)
def test_a_layout_that_no_reader_is_made_for(tmp_path: Path, layout: object) -> None:
    assert callable(layout)
    assert kinds(read(tmp_path, layout())) == EXPECTED


def test_what_looks_like_runs_and_is_on_no_day_is_told(tmp_path: Path) -> None:
    text = "\n".join([
        "Three times a week, as you like", *(f"Stage {one}. 4 x {one} min hard" for one in "34567"),
        "Mon 6 Sep: 8 km easy", "Wed 8 Sep: 10 km easy", "Sun 12 Sep: race",
    ])  # fmt: skip
    found = read(tmp_path, text)
    assert any("look like runs and are on no day" in one for one in found.warnings)


def test_phases_with_their_weeks_in_brackets(tmp_path: Path) -> None:
    text = """BASE (3 weeks, from Monday 16 August):
Mon off. Tue 45 min easy. Wed hills, 8 x 60 sec. Thu 40 min easy. Fri off. Sat 50 min easy.
Sun long: 1h20, 1h30, then 1h15.

RACE WEEK:
Mon off. Tue 40 min easy. Wed 4 x 400 m. Thu 30 min easy. Fri off. Sat 20 min jog. Sun race!
"""
    found = read(tmp_path, text)
    assert kinds(found) == EXPECTED
    longs = [one.run.minutes for one in found.runs if one.run.kind == "long"]
    assert longs == [80, 90, 75]


def test_a_week_as_another_but_only_so_far(tmp_path: Path) -> None:
    week = "Mon rest, Tue 5 easy, Wed 5x3min, Thu 5 easy, Fri rest, Sat 3 easy, Sun"
    text = f"""Week 1
{week} 8
Week 2
{week} 10
Week 3
as week 2, but Sunday only 9
Week 4
{week} race (half)
"""
    found = read(tmp_path, text)
    assert kinds(found) == EXPECTED
    assert {one.date: one.run.title for one in found.runs}[RACE - timedelta(7)] == "9"


def test_weeks_in_messages_below_what_is_done_every_week(tmp_path: Path) -> None:
    said = [
        "so here's the plan till the half. tuesdays and thursdays 8 km easy, saturdays 5 km easy",
        *(f"w/c {day.day} {day:%B}: wed {5 + week}x800, sun {long_of(week)}"
          for week, day in enumerate(mondays())),
    ]  # fmt: skip
    text = "\n".join(f"13/08/2027, 19:0{at} - Kofi: {one}" for at, one in enumerate(said))
    assert kinds(read(tmp_path, text)) == EXPECTED
