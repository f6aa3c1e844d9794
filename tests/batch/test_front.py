"""A front as notebooks see it: plans by name, a table, files; and which limits are asked for."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from runtall import app, frames
from runtall.app import front
from runtall.batch.front import Front as Traced
from runtall.batch.front import Question
from runtall.compare.front import Front
from runtall.compare.tables import front_table
from runtall.domain.report import Report, Stage
from runtall.domain.tier import Tier
from runtall.exporters.folder import FILES
from runtall.scenario import ScenarioFaults
from runtall.solve.outcome import Impossible

TEXT = """\
race_date: 2027-04-25
weeks: 8
runs: {week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery},
  weeks: {8: {sat: rest}}}
"""


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("front") / "eight.yaml"
    path.write_text(TEXT)
    return path


@pytest.fixture(scope="module")
def answer(scenario: Path) -> Front:
    found = front(scenario, Tier.DOSE, Tier.BALANCE, points=4, jobs=1)
    assert isinstance(found, Front)
    return found


def test_plans_go_from_the_freshest_to_the_strongest(answer: Front) -> None:
    table = answer.table()
    assert len(table) == 4
    harm, dose = table.iloc[:, 0], table.iloc[:, 1]
    assert list(table.index) == [str(cost) for cost in harm]
    assert harm.is_monotonic_increasing
    assert dose.is_monotonic_decreasing
    assert table["proven"].all()


def test_the_usual_plan_beats_no_point(answer: Front) -> None:
    both = {**answer.plans, "usual": answer.usual}
    table = front_table(both, answer.across, answer.up)
    usual = table.loc["usual"]
    assert usual["gives_up"] == ""
    others = table.drop(index="usual").iloc[:, :2]
    as_good = (others <= usual.iloc[:2]).all(axis=1)
    assert as_good.any()


def test_the_table_agrees_with_the_frames(answer: Front) -> None:
    table = answer.table()
    tiers = frames.tiers(answer.plans)["value"].unstack("tier").loc[table.index]
    assert (tiers[answer.across.number] == table[answer.across.words]).all()
    assert (tiers[answer.up.number] == table[answer.up.words]).all()
    sets = frames.sets(answer.plans).groupby("scenario")["sets"].sum().loc[table.index]
    assert (sets == table["sets"]).all()
    assert table.dtypes.astype(str).to_dict() == {
        "weekly dose": "int64",
        "pull first, balance, focus": "int64",
        "proven": "bool",
        "sessions": "int64",
        "sets": "int64",
        "gives_up": "string",
    }
    assert isinstance(table.index, pd.Index)
    assert table.index.name == "scenario"


def test_each_point_is_exported_and_passes_the_check(
    answer: Front, scenario: Path, tmp_path: Path
) -> None:
    for name, view in answer.plans.items():
        written = app.export(view, tmp_path / name)
        assert [path.name for path in written.paths] == list(FILES)
        for path in written.paths:
            checked = app.check(path, scenario)
            assert checked.violations == ()
            assert checked.plan == view.plan
        assert app.plan(tmp_path / name / "plan.json") == view


def test_the_usual_plan_is_exported_too(answer: Front, scenario: Path, tmp_path: Path) -> None:
    written = app.export(answer.usual, tmp_path)
    assert written.plan == answer.usual.plan
    assert app.check(written.paths[0], scenario).violations == ()


def test_what_a_front_cannot_be_of(scenario: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="points: 1; allowed: 2 or more"):
        front(scenario, points=1)
    with pytest.raises(ValueError, match="jobs: 0"):
        front(scenario, jobs=0)
    with pytest.raises(ValueError, match="jobs: '2'; allowed: 1 or more"):
        front(scenario, jobs="2")  # type: ignore[arg-type]
    with pytest.raises(ScenarioFaults):
        front(tmp_path / "none.yaml")
    impossible = tmp_path / "impossible.yaml"
    impossible.write_text(TEXT + "strength: {fix: [{session: D2, day: fri}]}\n")
    assert isinstance(front(impossible), Impossible)


def planned(across: int, up: int, bound: int | None = None) -> Any:
    stages = (
        Stage(Tier.PLACEMENT, across, across, "OPTIMAL", 0),
        Stage(Tier.DOSE, up, up if bound is None else bound, "OPTIMAL", 0),
    )
    return SimpleNamespace(report=Report("OPTIMAL", stages, {}, {}, {}, 0))


@pytest.fixture
def ends() -> Traced:
    traced = Traced(Tier.PLACEMENT, Tier.DOSE)
    traced.add(Question(least=True), planned(10, 30))
    traced.add(Question(), planned(50, 0))
    return traced


def test_limits_are_spread_evenly(ends: Traced) -> None:
    limits = ends.limits(3)
    assert limits == [20, 30, 40]
    assert not ends.complete


def test_no_limit_is_asked_for_twice(ends: Traced) -> None:
    """Between a plan and its limit there is nothing to be found."""
    ends.add(Question(30), planned(12, 20))
    asked = ends.limits(100)
    assert set(asked) == {11, *range(31, 50)}
    assert all(one < other for one, other in pairwise(sorted(asked)))


def test_a_front_is_complete_when_nothing_is_left(ends: Traced) -> None:
    ends.add(Question(49), planned(11, 20))
    assert ends.complete
    assert ends.limits(5) == []


def test_an_unproven_point_leaves_it_open(ends: Traced) -> None:
    ends.add(Question(49), planned(11, 20, bound=19))
    assert not ends.complete


def test_points_that_others_beat_are_left_out(ends: Traced) -> None:
    ends.add(Question(30), planned(25, 31, bound=0))
    assert [point.report.stage(Tier.PLACEMENT).value for point in ends.points] == [10, 50]
