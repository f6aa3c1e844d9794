"""Plans that have their last week on top: numbers count up, and only the table is upside down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs

RACE = date(2027, 4, 25)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
RUNS = ("Rest", "Easy 8 km", "6x800", "Easy 8 km", "Rest", "Easy 6 km")


def last(number: int, goal: int) -> str:
    return "Marathon" if number == goal else f"Long run {20 + number} km"


def wide(head: str, numbers: range, goal: int) -> str:
    rows = [(f"{number}", *RUNS, last(number, goal)) for number in numbers]
    return "\n".join(map(",".join, [(head, *DAYS), *rows]))


def long(head: str, numbers: range, goal: int) -> str:
    rows = [f"{number},{day},{run}" for number in numbers
            for day, run in zip(DAYS, (*RUNS, last(number, goal)), strict=True)]  # fmt: skip
    return "\n".join([f"{head},Day,Workout", *rows])


def text(head: str, numbers: range, goal: int) -> str:
    lines = []
    for number in numbers:
        runs = (*RUNS, last(number, goal))
        lines += [f"{head} {number}", *map(": ".join, zip(DAYS, runs, strict=True))]
    return "\n".join(lines)


@pytest.mark.parametrize("shape", [wide, long, text])
@pytest.mark.parametrize("count", [3, 8])
@pytest.mark.parametrize("upside_down", [False, True])
def test_the_race_is_in_the_highest_number_or_in_the_last_one(
    tmp_path: Path, shape: Callable[[str, range, int], str], count: int, *, upside_down: bool
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(shape("Week", range(count, 0, -1), count if upside_down else 1))
    runs = {one.date: one.run.title for one in load_runs(path, race_date=RACE).runs}
    named = [*range(1, count)] if upside_down else [*range(count, 1, -1)]
    sundays = [runs[RACE - timedelta(7 * at)] for at in reversed(range(count))]
    assert sundays == [*(last(number, 0) for number in named), "Marathon"]
    assert len(runs) == 7 * count
