"""The estimated one-rep maximum: seven formulas, four lifts, and never a test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.library import exercises
from runtall.domain.plan import Entry
from runtall.progression.rep_max import FORMULAS, rep_max
from runtall.progression.trend import estimate, trend
from tests.rules.dosed import ASKED, GOOD

TABLE = {
    "epley": (1.167, 1.333, 1.400),
    "brzycki": (1.125, 1.333, 1.440),
    "lombardi": (1.175, 1.259, 1.282),
    "mayhew": (1.190, 1.309, 1.354),
    "oconner": (1.125, 1.250, 1.300),
    "wathan": (1.166, 1.347, 1.415),
    "lander": (1.137, 1.341, 1.444),
}
"""Multiples of the load at 5, 10 and 12 reps to failure, as section 2.9 lists them."""


@pytest.mark.parametrize("formula", FORMULAS)
def test_formulas_give_the_published_values(formula: str) -> None:
    values = [rep_max(100_000, reps, 0, formula) for reps in (5, 10, 12)]
    assert values == [pytest.approx(100_000 * want, abs=51) for want in TABLE[formula]]


def test_the_formulas_are_those_of_the_table() -> None:
    assert FORMULAS.keys() == TABLE.keys()


def test_check_value() -> None:
    assert rep_max(20_000, 5, 0) == 23_333
    assert rep_max(20_000, 3, 2) == 23_333


def test_one_rep_is_the_load() -> None:
    assert {rep_max(50_000, 1, 0, formula) for formula in FORMULAS} == {50_000}


@pytest.mark.parametrize(
    ("reps", "rir", "known"),
    [(10, 2, True), (10, 3, False), (11, 2, False), (8, 3, True), (8, 4, False), (0, 3, False)],
)
def test_long_and_easy_sets_say_nothing(reps: int, rir: int, known: bool) -> None:
    assert (rep_max(20_000, reps, rir) is not None) is known


@given(st.integers(1, 10), st.integers(0, 2), st.sampled_from(sorted(FORMULAS)))
def test_more_reps_never_mean_less(reps: int, rir: int, formula: str) -> None:
    one, more = rep_max(20_000, reps, rir, formula), rep_max(20_000, reps + 1, rir, formula)
    assert one is None or more is None or one <= more


def test_four_lifts_are_eligible() -> None:
    eligible = {key for key, exercise in exercises().items() if exercise.estimates_max}
    assert eligible == {"one_arm_db_row", "lat_pulldown", "db_bench_press", "seated_cable_row"}
    press = Entry(1, "db_overhead_press", 2, reps=8, load_g=8_000, rir=2)
    assert estimate(exercises()["db_overhead_press"], press) is None


def test_the_trend_leaves_out_calibration_and_smooths() -> None:
    rows = [one for one in trend(ASKED, GOOD) if one.exercise == "one_arm_db_row"]
    assert rows[0].day == 14
    assert rows[0].smoothed_g == rows[0].rep_max_g == round(10_000 * (1 + 12 / 30))
    for index in range(2, len(rows)):
        window = sorted(row.rep_max_g for row in rows[index - 2 : index + 1])
        assert rows[index].smoothed_g == window[1]
    assert all(ASKED.days[row.day].phase != "taper" for row in rows)
