"""Tables of layouts that no reader is made for, read by what their cells name."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.domain.run_plan import RunKind
from runtall.importers import load_runs
from tests.importers.workbooks import xlsx

FIRST = date(2027, 8, 16)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
KINDS = ["rest", "easy", "workout", "easy", "rest", "easy", "long"]


def runs_of(week: int) -> list[str]:
    """Return the titles of a week."""
    return ["rest", "8 km easy", f"{5 + week} x 800 m", "7 km easy", "rest", "5 km easy",
            f"{16 + week} km long" if week < 3 else "MARATHON"]  # fmt: skip


def mornings_and_evenings() -> str:
    """Weeks side by side, two rows a day, remarks beside."""
    starts = (f"{FIRST + timedelta(7 * at):%d %b %Y}" for at in range(4))
    rows = ["Coach B,,,,autumn marathon in 4 weeks,", ",,Wk 1,Wk 2,Wk 3,Wk 4,coach says",
            ",w/c," + ",".join(starts)]  # fmt: skip
    for at, name in enumerate(NAMES):
        runs = ",".join(runs_of(week)[at] for week in range(4))
        rows += [f"{name},AM,{runs},in good shoes", ",PM,,,,,"]
    return "\n".join(rows)


def planned_beside_done() -> str:
    """Weeks side by side in bands, each with what was planned and what was done."""
    rows = [",Marathon plan,,,,"]
    for band in (0, 2):
        heads = (f"Week {week + 1} - {FIRST + timedelta(7 * week):%d %B %Y},,"
                 for week in (band, band + 1))  # fmt: skip
        rows += ["," + ",".join(heads), ",plan,did,,plan,did"]
        rows += [f"{name},{runs_of(band)[at]},ill,,{runs_of(band + 1)[at]},3"
                 for at, name in enumerate(NAMES)]  # fmt: skip
        rows.append(",,,,,")
    return "\n".join(rows)


@pytest.mark.parametrize("layout", [mornings_and_evenings, planned_beside_done])
def test_what_is_planned_lies_on_its_day(tmp_path: Path, layout: object) -> None:
    assert callable(layout)
    path = tmp_path / "plan.csv"
    path.write_text(layout())
    by_day = {one.date: str(one.run.kind) for one in load_runs(path).runs}
    read = [by_day.get(FIRST + timedelta(day), "rest") for day in range(28)]
    assert read == [*KINDS * 3, *KINDS[:-1], "race"]


def test_a_length_is_no_day_of_a_month(tmp_path: Path) -> None:
    rows = ["MAY 2027", "Sun,Mon,Tue,Wed,Thu,Fri,Sat", ",,,,,,1", ",,,,,,2 km easy",
            "2,3,4,5,6,7,8", "12 km long,,5 x 800 m,,6 km easy,,3 km easy",
            "9,10,11,12,13,14,15", "14 km long,,6 x 800 m,,6 km easy,,3 km easy",
            "16,17,18,19,20,21,22", "Half marathon race,,,,,,"]  # fmt: skip
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(rows))
    by_day = {one.date: str(one.run.kind) for one in load_runs(path).runs}
    assert by_day[date(2027, 5, 1)] == by_day[date(2027, 5, 6)] == "easy"
    assert by_day[date(2027, 5, 9)] == "long"
    assert by_day[date(2027, 5, 16)] == "race"


@pytest.mark.parametrize("named", ["Duration (seconds)", "Duration", "Moving time in secs"])
def test_durations_in_seconds(tmp_path: Path, named: str) -> None:
    lengths = [1800, 2700, 3600, 7200]
    rows = [f"2027-04-0{at},easy run,{seconds}" for at, seconds in enumerate(lengths, 1)]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join([f"Date,Run,{named}", *rows, ""]), "utf-8")
    assert [one.run.minutes for one in load_runs(path).runs] == [30, 45, 60, 120]


@pytest.mark.parametrize("above", [[], ["Harriers", "Tues = track, 7pm. No racing at parkrun."]])
def test_columns_between_tabs_are_a_table_below_any_words(tmp_path: Path, above: list[str]) -> None:
    head = ["Weeks to go", "3", "2", "1", "RACE WEEK"]
    rows = [[name, *(runs_of(week)[at] for week in range(4))] for at, name in enumerate(NAMES)]
    path = tmp_path / "plan.tsv"
    path.write_text("\n".join([*above, *("\t".join(row) for row in [head, *rows]), ""]), "utf-8")
    found = load_runs(path, race_date=FIRST + timedelta(27)).runs
    assert [str(one.run.kind) for one in found] == KINDS * 3 + [*KINDS[:-1], "race"]
    assert [one.date for one in found] == [FIRST + timedelta(at) for at in range(28)]


@pytest.mark.parametrize(
    ("days", "easy", "last"),
    [
        (("XT 1 (Mon)", "Key run 1 - track (Tue)", "Key run 2 - tempo (Thu)", "Long (Sat)"),
         "2 miles easy", "RACE WEEK"),
        (("Bike (Mon)", "Speed work 1 (Tue)", "Speed work 2 (Thu)", "Long (Sun)"),
         "easy 4 km", "race week!"),
    ],
)  # fmt: skip
def test_a_race_week_has_no_number_and_easy_cells_in_columns_of_workouts(
    tmp_path: Path, days: tuple[str, ...], easy: str, last: str
) -> None:
    rows = [["weeks to race", *days]]
    rows += [[str(left), "30 min", "6 x 800", "8 km", "20 km"] for left in (4, 3, 2, 1)]
    path = tmp_path / "plan.xlsx"
    path.write_bytes(xlsx({"plan": [*rows, [last, "", "3 x 800", easy, "KÖLN!"]]}))
    runs = load_runs(path, race_date=date(2027, 4, 25)).runs

    kinds = {one.date: one.run.kind for one in runs}
    assert kinds[date(2027, 4, 15)] is RunKind.WORKOUT
    assert kinds[date(2027, 4, 22)] is RunKind.EASY
