"""Gains, losses and sessions of plans that were changed by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from runtall.compare.comparison import compare
from runtall.compare.differences import Change, differences
from runtall.compare.tables import differences_table, measures_table
from runtall.domain.plan import Session
from runtall.frames import PlanView


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
    away = plans["travel-weeks"]
    assert (
        away.problem.request.calendar.race_date
        != plans["sample-week"].problem.request.calendar.race_date
    )
    found = differences(plans["sample-week"], away)
    moved = [one for one in found if Change.MOVED in one.changes]
    assert 0 < len(moved) < len(away.plan.sessions)
    assert all(one.before.weekday != one.after.weekday for one in moved if one.before and one.after)


def test_tables_hold_everything(plans: dict[str, PlanView]) -> None:
    comparison = compare(plans)
    measures, sessions = measures_table(comparison), differences_table(comparison)
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
