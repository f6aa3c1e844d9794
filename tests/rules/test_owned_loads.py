"""Only loads that the runner has."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.owned_loads import OwnedLoads
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, said

RULE = OwnedLoads()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("kind", "position", "fields", "words"),
    [
        (SessionKind.D1, 1, {"load_g": 10_500}, "one-arm dumbbell row: 10.5 kg on Mon 1 Feb"),
        (SessionKind.D1, 1, {"load_g": 31_000}, "one-arm dumbbell row: 31 kg on Mon 1 Feb"),
        (SessionKind.D1, 1, {"load_g": None}, "one-arm dumbbell row: no load on Mon 1 Feb"),
        (SessionKind.D2, 1, {"load": "one hand"}, "push-up: 'one hand' on Thu 4 Feb"),
        (SessionKind.D1, 5, {"load_g": 2_000}, "dead bug: 2 kg on Mon 1 Feb"),
    ],
)
def test_what_is_not_there(
    kind: SessionKind, position: int, fields: dict[str, object], words: str
) -> None:
    assert said(RULE, edited(GOOD, 5, kind, position, **fields)) == [words]


def test_what_is_there() -> None:
    assert not said(RULE, edited(GOOD, 5, SessionKind.D1, 1, load_g=30_000))
    assert not said(RULE, edited(GOOD, 5, SessionKind.D2, 1, load="on the floor"))
    assert not said(
        RULE, edited(GOOD, 5, SessionKind.D1, 1, load_g=None, load="choose: 3 more reps possible")
    )


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: every load is one that is there on that day."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
