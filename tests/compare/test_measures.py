"""Measures of whole plans agree with the tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall import frames
from runtall.compare.measures import MEASURES, measured
from runtall.domain.mobility import mobility_minutes
from runtall.domain.plan import Plan
from runtall.frames import PlanView
from tests.frames.views import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_measures_are_sums_and_ends_of_the_tables(name: str, plans: dict[str, PlanView]) -> None:
    view = plans[name]
    found = measured(view)
    sessions, spacing = frames.sessions(view), frames.spacing(view)
    minutes, weeks = frames.minutes(view), frames.weeks(view)
    volume = frames.weekly_volume(view)["sets"].groupby("pattern", observed=True).sum()
    options = frames.options(view)["sessions"].groupby("option", observed=True).sum()
    tiers = frames.tiers(view)
    assert found["sessions"] == len(sessions)
    assert found["sets"] == sessions["sets"].sum() == weeks["sets"].sum()
    assert found["most_weekly_sets"] == weeks["sets"].max()
    assert found["empty_weeks"] == (weeks["sessions"] == 0).sum()
    assert found["relaxations"] == weeks["relaxed"].sum()
    assert found["minutes"] == minutes["strength"].sum()
    assert found["longest_session"] == minutes["longest"].max()
    assert found["days_before_long"] == spacing["to_long"].min()
    assert found["days_after_long"] == spacing["since_long"].min()
    assert found["days_before_workout"] == spacing["to_workout"].min()
    assert found["days_between"] == spacing["since_session"].min()
    assert found["days_before_race"] == spacing["to_race"].min()
    assert {p: found[f"{p}_sets"] for p in volume.index} == volume.to_dict()
    assert {o: found[f"option_{o.lower()}"] for o in options.index} == options.to_dict()
    assert found["pull_push"] == round(volume["pull"] / volume["push"], 2)
    costs = [value for key, value in found.items() if key.endswith("_cost")]
    assert costs == list(tiers["value"])
    length = mobility_minutes(view.problem.request.athlete)
    assert length * found["mobility"] == minutes["mobility"].sum()


def test_a_plan_without_sessions_has_nothing_to_measure(sample: PlanView) -> None:
    found = measured(replace(sample, plan=Plan(())))
    assert found["sessions"] == found["sets"] == found["minutes"] == 0
    assert found["empty_weeks"] == 16
    nothing = ("pull_push", "longest_session", "days_before_long", "days_between")
    assert all(found[name] is None for name in nothing)


def test_names_are_unique_and_fit_for_columns() -> None:
    names = [measure.name for measure in MEASURES]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.islower() for name in names)
