from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.request import Access
from runtall.objectives.where_to_cut import WhereToCut
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


def cost_of(kind: SessionKind, sets: dict[int, int]) -> int:
    return WhereToCut().value(PROBLEM, plan_of(session(PROBLEM, 0, kind, sets)))


@pytest.mark.parametrize(
    ("kind", "sets", "cost"),
    [
        (SessionKind.D1, {}, 0),
        (SessionKind.D1, {1: 2}, 4),  # rows are dear
        (SessionKind.D1, {1: 1}, 12),
        (SessionKind.D1, {3: 1}, 2),  # face pull to one
        (SessionKind.D1, {4: 2}, 1),  # a third carry goes before it
        (SessionKind.D1, {3: 0}, 8),
        (SessionKind.D1, {5: 3}, 5),  # more than the template
        (SessionKind.D1, {5: 1}, 2),
        (SessionKind.D2, {2: 1, 4: 2}, 2),  # bench and carry
        (SessionKind.MERGED, {1: 3, 2: 3}, 5),
        (SessionKind.LIGHT, {1: 2, 2: 1, 3: 1}, 4),
        (SessionKind.LIGHT, {1: 2, 3: 1}, 2),  # the taper has fewer rows, too
    ],
)
def test_prices(kind: SessionKind, sets: dict[int, int], cost: int) -> None:
    assert cost_of(kind, sets) == cost


def test_further_cuts_cost_more() -> None:
    for kind in SessionKind:
        assert all(slot.next_cuts >= slot.first_cut > 0 for slot in PROBLEM.slots[kind])


def test_sessions_that_are_not_held_cost_nothing() -> None:
    assert WhereToCut().value(PROBLEM, plan_of()) == 0


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"where-to-cut"}))
    assert switched_off(off, WhereToCut(), plan_of(session(off, 0, SessionKind.D1, {1: 1})))


def test_twin() -> None:
    agree(PROBLEM, WhereToCut())


def test_twin_where_slots_may_be_left_out() -> None:
    short = problem(weeks=6, phases=(2, 1), access=(Access(minutes=15),) * 42)
    assert short.optional_slots
    agree(short, WhereToCut(), plans=4)
