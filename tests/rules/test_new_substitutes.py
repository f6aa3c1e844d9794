"""A new substitute begins with two sets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.rules.new_substitutes import NewSubstitutes
from tests.problems import problem
from tests.rules.by_hand import found, session, twins

RULE = NewSubstitutes()
AWAY = Access(equipment=replace(NOTHING, bands=True))
D1 = SessionKind.D1


def travelling(*days: int) -> Problem:
    """Four weeks with only a band on these days."""
    access = tuple(AWAY if day in days else Access() for day in range(28))
    return problem(weeks=4, phases=(1, 1), access=access)


ABROAD = travelling(*range(14))


def banded(day: int, sets: int) -> Plan:
    return Plan((session(ABROAD, day, D1, [sets, 2, 2, 2, 2], row="band_row"),))


@pytest.mark.parametrize(("sets", "faults"), [(2, 0), (3, 1)])
def test_the_first_week_of_a_substitute(sets: int, faults: int) -> None:
    words = ["3 sets of the band row, which is new, at most 2 allowed"]
    assert found(ABROAD, RULE, banded(7, sets)) == words * faults


def test_in_the_second_session_of_that_week_too() -> None:
    other = session(ABROAD, 10, SessionKind.D2, [2, 2, 3, 2, 2], cable_row="band_row")
    assert len(found(ABROAD, RULE, Plan((*banded(7, 2).sessions, other)))) == 1


def test_what_was_done_before_is_not_new() -> None:
    both = (*banded(0, 1).sessions, *banded(7, 3).sessions)
    assert not found(ABROAD, RULE, Plan(both))


@pytest.mark.parametrize(("weeks", "faults"), [((1, 2), 1), ((0, 1, 2), 0), ((1, 2, 3), 1)])
def test_an_easier_week_right_after_brings_no_third_set(
    weeks: tuple[int, ...], faults: int
) -> None:
    """Nothing grows in a deload."""
    some = replace(ABROAD, weeks=tuple(replace(w, deload=w.number == 3) for w in ABROAD.weeks))
    sets = {0: 2, 1: 2, 2: 3, 3: 3}
    done = (s for week in weeks for s in banded(7 * week, sets[week]).sessions)
    assert len(found(some, RULE, Plan(tuple(done)))) == faults


def test_in_the_first_week_all_is_new() -> None:
    assert not found(ABROAD, RULE, banded(0, 3))


def test_sentence() -> None:
    words = "Week 2, D1 session: two sets of a substitute that is new."
    assert RULE.say(ABROAD, InSession(2, D1, 1)) == words


def test_twin() -> None:
    twins(RULE, [ABROAD, travelling(*range(7, 14))], 60)
    easier = tuple(replace(w, deload=w.number == 3) for w in ABROAD.weeks)
    twins(RULE, [replace(ABROAD, weeks=easier)], 60)
