"""A substitute has a reason."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.rules.substitutes import Substitutes
from tests.problems import problem
from tests.rules.by_hand import found, session, twins

RULE = Substitutes()
AWAY = Access(equipment=replace(NOTHING, bands=True))


def travelling(*days: int) -> Problem:
    """Three weeks, base, peak and taper, with only a band on these days."""
    access = tuple(AWAY if day in days else Access() for day in range(21))
    return problem(weeks=3, phases=(1, 1), access=access)


def test_a_substitute_where_the_usual_exercise_is_impossible() -> None:
    abroad = travelling(0)
    away = session(abroad, 0, SessionKind.D1, [2, 2, 2, 2, 2], row="band_row")
    home = session(abroad, 3, SessionKind.D1, [2, 2, 2, 2, 2], row="band_row")
    assert not found(abroad, RULE, Plan((away,)))
    assert found(abroad, RULE, Plan((home,))) == ["band row"]


def test_what_a_trip_in_the_peak_needs_takes_no_place_at_home() -> None:
    abroad = travelling(7)
    home = session(abroad, 3, SessionKind.D1, [2, 2, 2, 2, 2], row="band_row")
    assert found(abroad, RULE, Plan((home,))) == ["band row"]


def test_sentence() -> None:
    where = InSession(1, SessionKind.D1, 1)
    assert RULE.say(travelling(0), where) == (
        "Week 1, D1 session: one-arm dumbbell row, unless it is impossible on that day."
    )


def test_twin() -> None:
    twins(RULE, [travelling(0), travelling(0, 7)], 60)
