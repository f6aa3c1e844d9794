"""What a coach counts in ``plan.csv`` with nothing but the table: growth, ranges, steps, peaks."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from tests.solve import shipped

Row = dict[str, str]
HEAVY = {"D1", "D2", "merged"}
# The column of an amount, and those of its range.
AMOUNTS = {
    "reps": ("reps_low", "reps_high"),
    "distance_m": ("distance_low_m", "distance_high_m"),
    "hold_s": ("hold_low_s", "hold_high_s"),
}
FEWEST_REPS, MOST_UNDER, MOST_OVER = 6, 2, 5


@pytest.fixture(params=shipped.NAMES)
def rows(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """The exercises of all sessions."""
    answer = shipped.solved(request.param, tmp_path_factory)
    with answer.paths[1].open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["rir"]]


def amount(row: Row) -> tuple[str, int, int, int]:
    """Return what is counted, how much of it, and its range."""
    unit = next(unit for unit in AMOUNTS if row[unit])
    low, high = (int(row[column]) for column in AMOUNTS[unit])
    return unit, int(row[unit]), low, high


def test_most_rows_of_base_bring_something_new(rows: list[Row]) -> None:
    """Deloads and run cutbacks, which hold, are counted here, too."""
    methods = Counter(row["method"] for row in rows if row["phase"] == "base")
    assert methods["hold"] <= methods.total() / 3


def test_amounts_leave_their_range_by_little_and_in_base_alone(rows: list[Row]) -> None:
    for row in rows:
        unit, done, low, high = amount(row)
        assert unit != "reps" or done >= FEWEST_REPS, row
        if not low <= done <= high:
            assert unit == "reps", row
            assert low - MOST_UNDER <= done <= high + MOST_OVER, row
            assert row["load_kg"] or done < low, row
            assert row["phase"] == "base", row


def test_a_session_takes_one_step_and_says_when(rows: list[Row]) -> None:
    steps = [row for row in rows if row["method"] == "load"]
    assert all(row["phase"] == "base" and "Only if" in row["note"] for row in steps)
    assert max(Counter(row["session_id"] for row in steps).values(), default=0) <= 1


def test_nothing_in_peak_and_taper_is_heavier_than_base(rows: list[Row]) -> None:
    most: dict[str, float] = {}
    for row in rows:
        load = float(row["load_kg"] or 0)
        if row["phase"] == "base":
            most[row["exercise"]] = max(load, most.get(row["exercise"], 0))
        elif row["exercise"] in most:
            assert load <= most[row["exercise"]], row


def test_every_week_pulls_at_least_as_much_as_it_pushes(rows: list[Row]) -> None:
    sets: Counter[tuple[str, str]] = Counter()
    for row in rows:
        sets[row["week"], row["pattern"]] += int(row["sets"])
    for week in {row["week"] for row in rows}:
        assert sets[week, "pull"] >= sets[week, "push"], week


def test_no_peak_week_has_more_sets_than_the_one_before(rows: list[Row]) -> None:
    heavy = (row for row in rows if row["phase"] == "peak" and row["session"] in HEAVY)
    sets: Counter[int] = Counter()
    for row in heavy:
        sets[int(row["week"])] += int(row["sets"])
    totals = [sets[week] for week in sorted(sets)]
    assert totals == sorted(totals, reverse=True)
