"""Gains, losses and sessions of plans that were changed by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pandas as pd
import pytest

from runtall.compare.comparison import compare
from runtall.compare.differences import Change, differences, other_sets
from runtall.domain.plan import Session
from runtall.frames import PlanView
from tests.problems import scenario_of


def with_first(view: PlanView, *sessions: Session) -> PlanView:
    """The plan with these sessions in place of its first one."""
    plan = replace(view.plan, sessions=(*sessions, *view.plan.sessions[1:]))
    return replace(view, plan=plan)


def with_sets(session: Session, sets: int) -> Session:
    """The session with so many sets of its first exercise."""
    first, *others = session.entries
    return replace(session, entries=(replace(first, sets=sets), *others))


@pytest.fixture
def first(sample: PlanView) -> Session:
    return sample.plan.sessions[0]


def test_the_same_plan_has_no_differences(sample: PlanView) -> None:
    assert differences(sample, sample) == ()
    comparison = compare({"a": sample, "b": sample})
    assert [(other.gains, other.gives_up) for other in comparison.against] == [((), ())]


def test_each_way_to_differ(sample: PlanView, first: Session) -> None:
    other = replace(first.entries[0], exercise="band_row")
    edits = {
        (Change.MOVED,): [replace(first, day=first.day + 1)],
        (Change.MORE_SETS,): [with_sets(first, 4)],
        (Change.FEWER_SETS,): [with_sets(first, 1)],
        (Change.MOVED, Change.MORE_SETS): [with_sets(replace(first, day=first.day + 1), 4)],
        (Change.EXERCISES,): [replace(first, entries=(other, *first.entries[1:]))],
        (Change.FEWER_SETS, Change.EXERCISES): [replace(first, entries=first.entries[1:])],
        (Change.DROPPED,): [],
    }
    for changes, sessions in edits.items():
        (one,) = differences(sample, with_first(sample, *sessions))
        assert (one.session_id, one.changes) == ("w01-D1", changes)


def with_dose(session: Session, **dose: Any) -> Session:
    """The session with another dose of its first exercise."""
    first, *others = session.entries
    return replace(session, entries=(replace(first, **dose), *others))


@pytest.mark.parametrize(
    "dose",
    [{"reps": 3}, {"load_g": 99_000}, {"load": "light band"}, {"rir": 0}, {"rest_s": 7}],
    ids=str,
)
def test_what_is_done_in_a_set_is_compared(
    sample: PlanView, first: Session, dose: dict[str, Any]
) -> None:
    (one,) = differences(sample, with_first(sample, with_dose(first, **dose)))
    assert one.changes == (Change.DOSE,)


def test_sets_that_go_from_one_exercise_to_another(sample: PlanView, first: Session) -> None:
    one, other, *rest = first.entries
    entries = (replace(one, sets=one.sets + 1), replace(other, sets=other.sets - 1), *rest)
    (found,) = differences(sample, with_first(sample, replace(first, entries=entries)))
    assert found.changes == (Change.OTHER_SETS,)
    assert found.before
    assert found.after
    assert other_sets(found.before, found.after) == (
        (one.exercise, one.sets, one.sets + 1),
        (other.exercise, other.sets, other.sets - 1),
    )


def test_length_start_and_order_are_compared(sample: PlanView, first: Session) -> None:
    edits = {
        Change.MINUTES: replace(first, minutes=first.minutes + 1),
        Change.START: replace(first, start=time(7)),
        Change.EXERCISES: replace(first, entries=first.entries[::-1]),
    }
    for change, session in edits.items():
        (one,) = differences(sample, with_first(sample, session))
        assert one.changes == (change,)


def test_words_about_a_session_are_no_difference(sample: PlanView, first: Session) -> None:
    told = with_dose(replace(first, note="new"), method="hold", note="new")
    assert differences(sample, with_first(sample, told)) == ()


def test_added_is_dropped_the_other_way_round(sample: PlanView) -> None:
    less = with_first(sample)
    (added,) = differences(less, sample)
    (dropped,) = differences(sample, less)
    assert (added.changes, dropped.changes) == ((Change.ADDED,), (Change.DROPPED,))
    assert added.before is dropped.after is None
    assert added.after == dropped.before


def test_what_one_gains_the_other_gives_up(plans: dict[str, PlanView]) -> None:
    names = ("sample-week", "only-tuesday-friday")
    there = compare({name: plans[name] for name in names}).against[0]
    back = compare({name: plans[name] for name in reversed(names)}).against[0]
    words = [sentence.partition(":")[0] for sentence in there.gains]
    assert words == [sentence.partition(":")[0] for sentence in back.gives_up]
    assert any(sentence.startswith("relaxations:") for sentence in there.gives_up)
    assert any(sentence.startswith("relaxations: 0 instead of") for sentence in back.gains)


def test_plans_for_other_races_differ_by_weekday_only(plans: dict[str, PlanView]) -> None:
    away = plans["only-tuesday-friday"]
    assert (
        away.problem.request.calendar.race_date
        != plans["sample-week"].problem.request.calendar.race_date
    )
    found = differences(plans["sample-week"], away)
    moved = [one for one in found if Change.MOVED in one.changes]
    assert 0 < len(moved) < len(away.plan.sessions)
    assert all(one.before.weekday != one.after.weekday for one in moved if one.before and one.after)


def shorter(view: PlanView, weeks: int) -> PlanView:
    """The last weeks of a plan, as a plan of its own."""
    problem = view.problem
    cut = len(problem.weeks) - weeks
    asked = replace(problem.request, calendar=replace(problem.request.calendar, weeks=weeks))
    days = tuple(
        replace(day, index=day.index - 7 * cut, week=day.week - cut)
        for day in problem.days[7 * cut :]
    )
    left = tuple(
        replace(week, number=week.number - cut, days=tuple(day - 7 * cut for day in week.days))
        for week in problem.weeks[cut:]
    )
    sessions = tuple(
        replace(session, day=session.day - 7 * cut)
        for session in view.plan.sessions
        if session.day >= 7 * cut
    )
    return replace(
        view,
        scenario=scenario_of(replace(problem, request=asked, days=days, weeks=left)),
        plan=replace(view.plan, sessions=sessions, mobility=(), relaxed=()),
    )


def test_weeks_are_counted_back_from_the_race(sample: PlanView) -> None:
    short = shorter(sample, 12)
    for pair, change in (((sample, short), Change.DROPPED), ((short, sample), Change.ADDED)):
        found = differences(*pair)
        assert {one.changes for one in found} == {(change,)}
        assert {one.session_id[:3] for one in found} == {"w01", "w02", "w03", "w04"}


def test_totals_of_unequal_plans_are_no_gain(sample: PlanView) -> None:
    (against,) = compare({"long": sample, "short": shorter(sample, 12)}).against
    assert against.remarks == ("12 weeks against 16: totals and costs can't be compared",)
    assert against.gains == against.gives_up == ()


def test_costs_under_other_weights_are_no_gain(sample: PlanView) -> None:
    cheap = replace(
        sample,
        scenario=scenario_of(
            replace(
                sample.problem, request=replace(sample.problem.request, off=frozenset({"next-day"}))
            )
        ),
        report=replace(
            sample.report,
            stages=tuple(replace(stage, value=stage.value - 1) for stage in sample.report.stages),
        ),
    )
    (against,) = compare({"usual": sample, "R20 off": cheap}).against
    (remark,) = against.remarks
    assert remark.startswith("tier 2, days that do least harm: its rules have other weights")
    assert [words[:6] for words in against.gains] == [f"tier {n}" for n in (1, 3, 4, 5, 6)]


def test_a_plan_may_be_called_as_a_column(sample: PlanView) -> None:
    table = compare({"unit": sample, "measure": sample}).table()
    assert table.index.names == ["measure", "words", "unit"]
    assert table["unit"].xs("sessions", level="measure").item() == len(sample.plan.sessions)


def test_tables_hold_everything(plans: dict[str, PlanView]) -> None:
    comparison = compare(plans)
    measures, sessions = comparison.table(), comparison.sessions()
    assert list(measures.columns) == list(plans)
    assert measures.index.names == ["measure", "words", "unit"]
    for name in plans:
        row = measures.xs("sets", level="measure")[name]
        assert row.item() == comparison.measures[name]["sets"]
    assert len(sessions) == sum(len(other.differences) for other in comparison.against)
    added = sessions[sessions["changes"] == "added"]
    assert added["date_before"].isna().all()
    assert added["sets_after"].notna().all()
    assert isinstance(sessions.index, pd.MultiIndex)
