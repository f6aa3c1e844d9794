"""Pulling comes before pushing."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem
from runtall.domain.where import InWeek
from runtall.rules.pull_leads import PullLeads
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, strict_twins, survives, twins
from tests.twin import random_plan

PROBLEM = problem(weeks=6, phases=(2, 1))
LONGER = problem("easy workout easy easy easy long recovery", weeks=6, phases=(2, 1))
"""Its days have 40 minutes; of the usual week's, one is without a run and has 30."""
RULE = PullLeads()


def test_as_many_pulls_as_pushes_are_enough() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.MERGED: [2, 1, 3, 1, 1]}, 6: {SessionKind.LIGHT: [1, 1, 3]}}
    )
    assert not found(PROBLEM, RULE, plan)


def test_one_push_more_is_too_many() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.MERGED: [1, 1, 3, 1, 1]}, 6: {SessionKind.LIGHT: [1, 2, 1]}}
    )
    assert found(PROBLEM, RULE, plan) == ["2 pull sets, 3 push sets", "1 pull sets, 2 push sets"]


def test_a_week_without_any_pull_is_named() -> None:
    plan = plan_of(PROBLEM, {4: {SessionKind.VERY_LIGHT: [0, 0, 1]}})
    assert found(PROBLEM, RULE, plan) == ["0 pull sets, 0 push sets"]


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(3)) == (
        "Week 3 needs a row or another pull, at least as many pull sets as push sets, and "
        "where time is short no more of a carry or core than of the row."
    )


@pytest.mark.parametrize(
    ("sets", "faults"),
    [
        ([2, 3, 2, 2, 2], []),
        ([2, 3, 2, 2, 3], ["3 sets of dead_bug, 2 of rows"]),
        ([0, 3, 2, 1, 1], []),
        ([0, 3, 2, 2, 1], ["2 sets of suitcase, 0 of rows"]),
    ],
)
def test_little_time_is_not_filled_with_core(sets: list[int], faults: list[str]) -> None:
    plan = plan_of(PROBLEM, {2: {SessionKind.D1: sets}})
    assert found(PROBLEM, RULE, plan) == faults
    with_time = plan_of(LONGER, {2: {SessionKind.D1: sets}})
    assert not found(LONGER, RULE, with_time)


def test_twin() -> None:
    twins(RULE, [LONGER], 50)
    strict_twins(RULE, [LONGER], 50)


def rows_first(asked: Problem, rng: random.Random) -> Plan:
    """A plan whose rows have most of the sets, mostly."""
    plan = random_plan(asked, rng)
    rows = {
        (kind, slot.position): slot.most
        for kind, slots in asked.slots.items()
        for slot in slots
        if slot.name in {"row", "cable_row"}
    }

    def filled(kind: SessionKind, entry: Entry) -> Entry:
        most = rows.get((kind, entry.position), entry.sets)
        return replace(entry, sets=most if rng.random() < 0.98 else entry.sets)

    sessions = (
        replace(held, entries=tuple(filled(held.kind, entry) for entry in held.entries))
        for held in plan.sessions
    )
    return replace(plan, sessions=tuple(sessions))


def test_twin_where_there_is_little_time() -> None:
    twins(RULE, [PROBLEM], 60, rows_first)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
