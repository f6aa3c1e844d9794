"""The estimated one-rep maximum: seven formulas, four lifts, and never a test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.library import exercises
from runtall.domain.plan import Entry
from runtall.progression.rep_max import estimate, rep_max


@pytest.mark.parametrize(("reps", "multiple"), [(5, 1.167), (10, 1.333), (12, 1.400)])
def test_the_line_gives_the_published_values(reps: int, multiple: float) -> None:
    assert rep_max(100_000, reps, 0) == pytest.approx(100_000 * multiple, abs=51)


def test_check_value() -> None:
    assert rep_max(20_000, 5, 0) == 23_333
    assert rep_max(20_000, 3, 2) == 23_333


def test_one_rep_is_the_load() -> None:
    assert rep_max(50_000, 1, 0) == 50_000


@pytest.mark.parametrize(
    ("reps", "rir", "known"),
    [(10, 2, True), (10, 3, False), (11, 2, False), (8, 3, True), (8, 4, False), (0, 3, False)],
)
def test_long_and_easy_sets_say_nothing(reps: int, rir: int, known: bool) -> None:
    assert (rep_max(20_000, reps, rir) is not None) is known


@given(st.integers(1, 10), st.integers(0, 2))
def test_more_reps_never_mean_less(reps: int, rir: int) -> None:
    one, more = rep_max(20_000, reps, rir), rep_max(20_000, reps + 1, rir)
    assert one is None or more is None or one <= more


def test_four_lifts_are_eligible() -> None:
    eligible = {key for key, exercise in exercises().items() if exercise.estimates_max}
    assert eligible == {"one_arm_db_row", "lat_pulldown", "db_bench_press", "seated_cable_row"}
    press = Entry(1, "db_overhead_press", 2, reps=8, load_g=8_000, rir=2)
    assert estimate(exercises()["db_overhead_press"], press) is None
