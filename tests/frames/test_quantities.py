"""What the tables say of plans made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall import frames
from runtall.domain.exercise import Area
from runtall.domain.library import exercises
from runtall.domain.plan import Plan
from runtall.frames import PlanView


def with_dose(view: PlanView, exercise: str, **dose: int | None) -> PlanView:
    """The plan with another dose in each of an exercise's entries."""
    sessions = tuple(
        replace(
            session,
            entries=tuple(
                replace(entry, **dose) if entry.exercise == exercise else entry
                for entry in session.entries
            ),
        )
        for session in view.plan.sessions
    )
    return replace(view, plan=replace(view.plan, sessions=sessions))


def test_one_rep_max_is_epleys(sample: PlanView) -> None:
    heavy = with_dose(sample, "one_arm_db_row", load_g=20_000, reps=8, rir=2)
    rows = frames.loads(heavy).loc["one_arm_db_row"]
    assert (rows["load_kg"] == 20).all()
    assert rows["one_rep_max_kg"].unique() == pytest.approx([26.667])


@pytest.mark.parametrize(
    ("exercise", "dose"),
    [
        ("one_arm_db_row", {"load_g": None, "reps": 8, "rir": 2}),
        ("one_arm_db_row", {"load_g": 20_000, "reps": 11, "rir": 2}),
        ("one_arm_db_row", {"load_g": 20_000, "reps": 6, "rir": 4}),
        ("suitcase_carry", {"load_g": 20_000, "rir": 2}),
        ("push_up", {"load_g": 20_000, "reps": 8, "rir": 2}),
    ],
)
def test_no_estimate_where_none_may_be_made(
    sample: PlanView, exercise: str, dose: dict[str, int | None]
) -> None:
    rows = frames.loads(with_dose(sample, exercise, **dose)).loc[exercise]
    assert rows["one_rep_max_kg"].isna().all()


def test_areas_count_direct_sets_whole_and_others_half(sample: PlanView) -> None:
    session = sample.plan.sessions[0]
    one = replace(sample, plan=Plan((session,)))
    volume = frames.area_volume(one).loc[1, "sets"]
    for area in Area:
        halves = sum(
            entry.sets * exercises()[entry.exercise].areas.get(area, 0) for entry in session.entries
        )
        assert volume[area.value] == halves / 2
    assert frames.area_volume(one)["sets"].sum() == volume.sum() > 0


def test_kilometres_of_a_week_need_every_run(plans: dict[str, PlanView]) -> None:
    assert frames.weeks(plans["sample-week"])["run_km"].isna().all()
    view = plans["doubles"]
    weeks = frames.weeks(view)
    for week in view.problem.weeks:
        runs = [run for day in week.days for run in view.problem.days[day].runs]
        running = [run for run in runs if run.kind not in {"rest", "cross"}]
        assert weeks.loc[week.number, "runs"] == len(running)
        if all(run.distance_m for run in running):
            metres = sum(run.distance_m or 0 for run in running)
            assert weeks.loc[week.number, "run_km"] == metres / 1000
        else:
            assert weeks["run_km"].isna()[week.number]


def test_violations_name_rule_place_and_sentence(sample: PlanView) -> None:
    first, *others = sample.plan.sessions
    long_run = next(day for day in sample.problem.days if day.kind == "long" and day.week == 1)
    moved = replace(first, day=long_run.index - 1)
    broken = frames.violations(
        replace(sample, plan=replace(sample.plan, sessions=(moved, *others)))
    )
    rest = broken[broken["rule"] == "rest-before-long-run"].iloc[0]
    assert rest["week"] == 1
    assert (long_run.date - rest["date"].date()).days == 1
    assert "long run" in rest["sentence"]
    assert list(broken.index) == list(range(1, len(broken) + 1))


def test_relaxations_are_counted_in_their_weeks(plans: dict[str, PlanView]) -> None:
    view = plans["only-tuesday-friday"]
    weeks = frames.weeks(view)
    assert weeks["relaxed"].sum() == len(view.plan.relaxed) > 0
    for used in view.plan.relaxed:
        assert weeks.loc[used.week, "relaxed"] >= 1
