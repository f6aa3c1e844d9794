"""Busy runners: short days, days off, a week away with bands, two workouts before a long run.

``pytest -m sweep tests/solve/test_busy_runners.py`` solves forty of them.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from runtall.check.violations import violations
from runtall.domain.calendar import WEEKDAYS
from runtall.scenario import read_text
from runtall.solve.outcome import Impossible, Planned
from runtall.solve.planner import solve
from tests.solve.shipped import path_of

RACE = date(2027, 4, 25)


def busy(seed: int) -> str:
    """A scenario of such a runner."""
    rng = Random(seed)
    long = rng.choice(["sat", "sun"])
    week = {day: rng.choice(["easy", "easy", "recovery", "rest"]) for day in WEEKDAYS}
    week[long] = "long"
    for before in rng.sample([1, 2, 3, 4, 5], 2):
        week[WEEKDAYS[(WEEKDAYS.index(long) - before) % 7]] = "workout"
    off = rng.sample([day for day in WEEKDAYS if day != long], rng.choice([1, 2, 2]))
    days = [f"{day}: off" for day in off]
    for day in WEEKDAYS:
        if day not in off:
            days.append(f"{day}: {{minutes: {rng.choice([20, 25, 35, 35, 40])}}}")
    weeks = rng.choice([10, 12, 14, 16])
    first = RACE - timedelta(days=7 * rng.randint(3, weeks - 2) + 6)
    last = first + timedelta(days=6)
    return (
        f"race_date: {RACE}\nweeks: {weeks}\n"
        f"runs: {{week: {{{', '.join(f'{day}: {run}' for day, run in week.items())}}}}}\n"
        f"availability: {{{', '.join(days)}, "
        f"away: [{{from: {first}, to: {last}, equipment: {{bands: true}}}}]}}\n"
        f"athlete: {{experience: {rng.choice(['new', 'some', 'trained'])}}}\n"
    )


def assert_proven(seed: int) -> None:
    assert_text_proven(busy(seed))


def assert_text_proven(text: str) -> None:
    scenario = read_text(text, Path("busy.yaml"))
    outcome = solve(scenario.problem, scenario.solver)
    if isinstance(outcome, Impossible):
        return
    assert isinstance(outcome, Planned)
    assert outcome.report.status == "OPTIMAL"
    assert violations(scenario.problem, outcome.plan) == ()


@pytest.mark.parametrize("seed", [1, 9, 14])
def test_proven_within_the_default_effort(seed: int) -> None:
    assert_proven(seed)


def test_days_that_the_root_does_not_prove() -> None:
    """Two workouts before each long run, and the one good day off: the days are the hard part."""
    text = path_of("two-workouts-and-long-run").read_text("utf-8") + "availability: {mon: off}\n"
    assert_text_proven(text)


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(40))
def test_forty_are_proven(seed: int) -> None:
    assert_proven(seed)
