"""Pages of months: numbers of days, and runs below or beside them; all are made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from tests.importers.workbooks import xlsx

FIRST = date(2027, 3, 1)
RUNS = ("rest", "easy 5", "6x400", "easy 6", "rest", "long 16", "recovery 4")
KINDS = ("rest", "easy", "workout", "easy", "rest", "long", "recovery")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
Rows = Sequence[Sequence[str]]


def week(first: date, show: Callable[[date], str]) -> list[str]:
    return [show(first + timedelta(at)) for at in range(7)]


def run(day: date) -> str:
    return RUNS[day.weekday()]


def number(day: date) -> str:
    return str(day.day)


def pages(
    weeks: int,
    *,
    head: Sequence[str] = DAYS,
    name: str = "March 2027",
    start: date = FIRST,
    run: Callable[[date], str] = run,
) -> list[list[str]]:
    """Rows of a month, of numbers and of runs in turn, which may go on in the next one."""
    rows = [[name], list(head)]
    for at in range(weeks):
        monday = start + timedelta(7 * at)
        rows += [week(monday, number), week(monday, run)]
    return rows


def beside(rows: Rows, more: Sequence[str]) -> list[list[str]]:
    """Rows with another column in front."""
    return [[one, *row] for one, row in zip(more, rows, strict=True)]


def of_march(day: date) -> str:
    return run(day) if day.month == 3 else ""


def in_one_cell(day: date) -> str:
    return f"{day.day} {run(day)}"


SUNDAY = FIRST - timedelta(1)
PAGES: dict[str, tuple[Rows, date, int]] = {
    "two weeks": (pages(2), FIRST, 14),
    "from the middle of the month": (pages(3, start=date(2027, 3, 8)), date(2027, 3, 8), 21),
    "days of the next month": (pages(6), FIRST, 42),
    "days of the month before": (
        pages(2, name="April 2027", start=date(2027, 3, 29)), date(2027, 3, 29), 14,
    ),
    "the same days on two pages": (
        [*pages(5), *pages(2, name="April 2027", start=date(2027, 3, 29))], FIRST, 42,
    ),
    "Sunday first": (
        pages(3, head=[DAYS[-1], *DAYS[:-1]], start=SUNDAY,
              run=lambda day: run(day) if day > SUNDAY else ""), FIRST, 20,
    ),
    "no year": (pages(3, name="MARCH"), FIRST, 21),
    "French": (pages(3, name="Mars 2027", head=["L", "M", "M", "J", "V", "S", "D"]), FIRST, 21),
    "Spanish, blank cells at the end": (
        pages(5, name="Marzo de 2027", head=["Lun", "Mar", "Mié", "Jue", "Vie", "Sáb", "Dom"],
              run=of_march), FIRST, 31,
    ),
    "weeks with numbers": (
        beside(pages(3), ["", "Wk", "9", "", "10", "", "11", ""]), FIRST, 21,
    ),
    "beside its weekdays": (
        [["March 2027", *DAYS], *beside(pages(3)[2:], [""] * 6)], FIRST, 21,
    ),
    "beside a title": ([["My plan", "", "", "March 2027"], *pages(3)[1:]], FIRST, 21),
    "in one cell": (
        [["March 2027"], DAYS, *(week(FIRST + timedelta(7 * at), in_one_cell) for at in range(3))],
        FIRST, 21,
    ),
}  # fmt: skip


def read(path: Path, race: date | None = None) -> dict[date, str]:
    return {one.date: str(one.run.kind) for one in load_runs(path, race_date=race).runs}


@pytest.mark.parametrize("race", [None, date(2027, 4, 25)])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("page", PAGES)
def test_numbers_of_days_are_dates(tmp_path: Path, page: str, kind: str, race: date | None) -> None:
    rows, first, count = PAGES[page]
    path = tmp_path / f"plan.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join([*row, *[""] * (8 - len(row))]) for row in rows))
    else:
        cells = [[int(cell) if cell.isdigit() else cell for cell in row] for row in rows]
        path.write_bytes(xlsx({"Plan": cells}))
    days = [first + timedelta(at) for at in range(count)]
    assert read(path, race) == {day: KINDS[day.weekday()] for day in days}
    assert len(load_runs(path, race_date=race).runs) == count


def test_runs_may_be_numbers_as_well(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    lengths = ("0", "5", "6", "7", "0", "16", "4")
    rows = pages(4, run=lambda day: lengths[day.weekday()])
    path.write_text("\n".join(",".join(row) for row in rows))
    titles = [one.run.title for one in load_runs(path).runs]
    assert titles == list(lengths) * 4


NOTES: dict[str, Rows] = {
    "a sentence": [["Track sessions: 10 min warm up and drills before, 10 min jog after"]],
    "a run": [["Long run Sunday 8.30 from the car park"], ["6 x 200 m strides on Tuesdays"]],
    "in two cells": [["Hills", "8 x 60 s, jog back down"], ["Tempo: 20 min"]],
    "in the middle": [["", "", "", "Next month: tempo 30 min"]],
}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("notes", NOTES)
def test_notes_below_a_page_are_on_none_of_its_days(tmp_path: Path, notes: str, kind: str) -> None:
    rows = [*pages(3), [], *NOTES[notes]]
    path = tmp_path / f"plan.{kind}"
    if kind == "csv":
        path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows))
    else:
        path.write_bytes(xlsx({"Plan": rows}))
    found = load_runs(path).runs
    assert [one.run.title for one in found] == [run(one.date) for one in found]
    assert len(found) == 21


def test_a_second_row_of_runs_is_on_its_days(tmp_path: Path) -> None:
    rows = [*pages(3), ["", "strides", "", "in the park"], []]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(",".join(row) for row in rows))
    titles = [one.run.title for one in load_runs(path).runs[-7:]]
    assert titles[1] == "easy 5, strides"
