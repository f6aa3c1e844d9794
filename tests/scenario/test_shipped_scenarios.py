"""The scenarios beside the sources: they read, they make a problem, and they say whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.scenario import read_scenario

SHIPPED = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
NAMES = {
    "sample-week", "sunday-long-run", "seven-runs", "three-key-runs", "two-workouts-and-long-run",
    "doubles", "home-bands-30-minutes", "shoulder-irritation", "trained-lifter-gym",
    "travel-weeks", "twelve-weeks", "eighteen-weeks", "saturday-race", "only-tuesday-friday",
    "signs", "tune-up-race",
}  # fmt: skip


def test_they_are_all_there():
    assert {path.stem for path in SHIPPED} >= NAMES


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_reads_and_makes_a_problem(path):
    scenario = read_scenario(path)
    problem = scenario.problem
    assert len(problem.days) == 7 * scenario.request.calendar.weeks
    assert problem.days[scenario.request.calendar.race_day].kind == "race"
    if path.stem == "home-bands-30-minutes":
        # One pair that may be too heavy, so that push-ups are the only press; nothing to pull down.
        assert [line.partition(":")[0] for line in scenario.warnings] == ["equipment"] * 3
    else:
        assert scenario.warnings == () or scenario.request.calendar.weeks > 16


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_begins_with_who_it_is(path):
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_each_is_somebody_else():
    scenarios = [read_scenario(path) for path in SHIPPED]
    assert len({one.publication.plan_id for one in scenarios}) == len(SHIPPED)
    assert len({one.request.athlete.body_mass_g for one in scenarios}) == len(SHIPPED)


def test_the_eighteen_weeks_have_their_easier_ones():
    path = next(path for path in SHIPPED if path.stem == "eighteen-weeks")
    problem = read_scenario(path).problem
    assert [week.number for week in problem.weeks if week.cutback] == [4, 8, 12]
    assert [week.phase for week in problem.weeks] == ["base"] * 12 + ["peak"] * 3 + ["taper"] * 3
