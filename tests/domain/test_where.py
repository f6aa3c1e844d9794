"""Places: how they are printed and sorted."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InPlan, InSession, InWeek, OnDay, Where

IN_ORDER: list[tuple[Where, str]] = [
    (InPlan(), "plan"),
    (InWeek(2), "w02"),
    (InSession(2, SessionKind.D1), "w02-D1"),
    (InSession(2, SessionKind.D1, 3), "w02-D1-s3"),
    (OnDay(7), "d007"),
    (InSession(2, SessionKind.D2, day=7), "w02-d007-D2"),
    (InSession(2, SessionKind.D2, 1, 7), "w02-d007-D2-s1"),
    (OnDay(7, SessionKind.LIGHT), "d007-light"),
    (InWeek(3), "w03"),
    (OnDay(111, SessionKind.VERY_LIGHT), "d111-very_light"),
]


@pytest.mark.parametrize(("where", "words"), IN_ORDER)
def test_words(where: Where, words: str) -> None:
    assert str(where) == words


def test_order() -> None:
    places = [where for where, _ in IN_ORDER]
    assert sorted(reversed(places), key=lambda where: where.key) == places
    assert len(set(places)) == len(places)


def test_every_place_but_the_plan_lies_in_a_week() -> None:
    assert [where.week for where, _ in IN_ORDER] == [None, 2, 2, 2, 2, 2, 2, 2, 3, 16]
