"""Rows are the last to be cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.domain.where import InSession
from runtall.rules.rows_lead import RowsLead
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins

RULE = RowsLead()
D1, D2, MERGED, LIGHT = SessionKind.D1, SessionKind.D2, SessionKind.MERGED, SessionKind.LIGHT
PROBLEM = problem(weeks=8, phases=(2, 1), athlete=Athlete(signs={"neck_tight": 3}))
PEAK = PROBLEM.phase_weeks(PROBLEM.week(6).phase)[0].number
FEW = [2, 2, 2, 2, 1]


@pytest.mark.parametrize(
    ("pull_day", "push_day", "faults"),
    [
        (FEW, [2, 1, 2, 2, 2], 0),
        ([3, 2, 3, 2, 1], [3, 1, 3, 2, 2], 0),
        ([2, 2, 3, 2, 1], [2, 1, 3, 2, 2], 1),  # the face pull of a sign
        (FEW, [3, 1, 2, 2, 1], 2),  # push-ups over both rows
        (FEW, [3, 1, 3, 2, 1], 1),  # over that of the pull day
        ([3, 2, 2, 2, 1], [3, 1, 2, 2, 1], 1),  # over that of their own session
        ([2, 2, 2, 2, 3], [2, 1, 2, 2, 3], 0),  # core is no pull
    ],
)
def test_edge(pull_day: list[int], push_day: list[int], faults: int) -> None:
    weeks = {PEAK: {D1: pull_day, D2: push_day}}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, weeks)) == ["3 sets, at most 2 allowed"] * faults


def test_growing_weeks_are_free() -> None:
    weeks = {3: {D1: [2, 2, 3, 2, 1], D2: [3, 1, 2, 2, 1]}}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))


def test_one_session_for_both_days_is_measured_by_its_own_row() -> None:
    weeks = {PEAK: {MERGED: [1, 2, 2, 2, 2]}}
    relaxed = [(PEAK, Relaxation.SINGLE)]
    assert (
        found(PROBLEM, RULE, plan_of(PROBLEM, weeks, relaxed)) == ["2 sets, at most 1 allowed"] * 2
    )


def test_a_deload_and_a_week_with_a_race() -> None:
    raced = problem(weeks=8, phases=(2, 1), changes={20: "tuneup"})
    weeks = {3: {D1: FEW, D2: [3, 1, 2, 2, 1]}}
    assert raced.week(3).easier
    assert len(found(raced, RULE, plan_of(raced, weeks))) == 2


def test_nothing_to_row_with() -> None:
    bare = replace(Equipment(), dumbbells_g=(), cable_g=(), pulldown_g=(), bands=False)
    some = problem(weeks=8, phases=(2, 1), equipment=bare)
    assert not list(
        RULE.check(some, plan_of(some, {PEAK: {MERGED: [1] * len(some.slots[MERGED])}}))
    )


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(6, D2, 1)) == (
        "Week 6: the D2 session has no more sets of push-up than the row."
    )


def test_twin() -> None:
    once = problem(weeks=6, phases=(2, 1), base_sessions=1)
    twins(RULE, [PROBLEM, once], 40)
    strict_twins(RULE, [PROBLEM, once], 60)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
