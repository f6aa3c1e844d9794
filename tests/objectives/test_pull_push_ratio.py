from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.request import Access
from runtall.objectives.pull_push_ratio import PullPushRatio
from tests.objectives.plans import agree, plan_of, switched_off
from tests.problems import problem

PROBLEM = problem(weeks=6, phases=(2, 1))


FEW_PRESSES = Entry(1, "one_arm_db_row", 5), Entry(3, "push_up", 1)


def week_of(pull: int, push: int, week: int = 1) -> Plan:
    entries = (Entry(1, "one_arm_db_row", pull), Entry(3, "push_up", push))
    done = tuple(entry for entry in entries if entry.sets)
    return plan_of(Session(7 * (week - 1), SessionKind.MERGED, done))


@pytest.mark.parametrize(
    ("pull", "push", "cost"),
    [
        (9, 5, 0),
        (11, 5, 0),
        (8, 5, 5),  # 9 * 5 - 5 * 8
        (12, 5, 5),  # 5 * 12 - 11 * 5
        (4, 2, 0),
        (11, 6, 0),
        (8, 3, 7),
        (3, 0, 15),
    ],
)
def test_edge(pull: int, push: int, cost: int) -> None:
    assert PullPushRatio().value(PROBLEM, week_of(pull, push)) == cost


def test_the_taper_is_free() -> None:
    assert PullPushRatio().value(PROBLEM, week_of(1, 1, week=6)) == 0
    assert PullPushRatio().value(PROBLEM, week_of(1, 1, week=5)) == 4


def test_on_a_way_back_pulls_are_never_too_many() -> None:
    """Ill on Tuesday of the third week: of few sets rows go last."""
    access = [Access(free=day != 15, ill=day == 15) for day in range(42)]
    ill = problem(weeks=6, phases=(2, 1), access=access)
    assert PullPushRatio().value(ill, plan_of(Session(18, SessionKind.MERGED, FEW_PRESSES))) == 0
    assert PullPushRatio().value(PROBLEM, week_of(5, 1, week=3)) > 0
    agree(ill, PullPushRatio())


def test_off() -> None:
    off = problem(weeks=6, off=frozenset({"pull-push-ratio"}))
    assert switched_off(off, PullPushRatio(), week_of(3, 0))


def test_twin() -> None:
    agree(PROBLEM, PullPushRatio())


@pytest.mark.parametrize(("pull", "push", "cost"), [(11, 3, 0), (12, 3, 5), (5, 3, 2)])
def test_no_pull_is_given_up_where_there_is_nothing_to_press_with(
    pull: int, push: int, cost: int
) -> None:
    """Bands only: push-ups are all there is, and the templates have two bench sets more."""
    bands = replace(Equipment(), dumbbells_g=(), cable_g=(), pulldown_g=(), bench=False)
    some = problem(weeks=6, phases=(2, 1), equipment=bands)
    assert "bench" not in [slot.name for slot in some.slots[SessionKind.D2]]
    entries = (Entry(1, "band_row", pull), Entry(3, "push_up", push))
    plan = plan_of(Session(0, SessionKind.MERGED, entries))
    assert PullPushRatio().value(some, plan) == cost
    agree(some, PullPushRatio(), plans=6)
