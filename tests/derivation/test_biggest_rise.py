"""The week in which the run plan rises most, to which strength adds nothing."""

from __future__ import annotations

from runtall.domain.problem import Problem
from tests.problems import problem


def biggest(*long_runs: int) -> list[int]:
    """Eight weeks of 32 km and a long run."""
    days = {7 * week + 5: f"long={km}" for week, km in enumerate(long_runs)}
    found: Problem = problem(
        "easy=8 easy=8 rest easy=8 rest long=20 easy=8", weeks=12, changes=days, phases=(2, 1)
    )
    return [week.number for week in found.weeks if week.biggest_rise]


def test_coming_back_from_a_cutback_is_no_rise() -> None:
    assert biggest(18, 20, 21, 12, 22, 23, 31, 31, 31) == [7]
    assert biggest(18, 20, 21, 12, 29, 30, 31, 31, 31) == [5]


def test_a_steady_plan_has_none() -> None:
    assert biggest(18, 20, 22, 12, 24, 26, 28, 30, 31) == []
