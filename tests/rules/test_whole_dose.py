"""Every set says what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.whole_dose import WholeDose
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, entry, said

RULE = WholeDose()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("position", "fields", "words"),
    [
        (1, {"reps": None}, "one-arm dumbbell row: no reps"),
        (1, {"reps": 0}, "one-arm dumbbell row: no reps"),
        (1, {"hold_s": 20}, "one-arm dumbbell row: seconds make no sense"),
        (1, {"load_g": None}, "one-arm dumbbell row: no load"),
        (1, {"rir": None}, "one-arm dumbbell row: no reps in reserve"),
        (4, {"distance_m": None, "rir": None}, "suitcase carry: no metres; no reps in reserve"),
    ],
)
def test_what_is_missing_is_named(position: int, fields: dict[str, object], words: str) -> None:
    assert said(RULE, edited(GOOD, 5, SessionKind.D1, position, **fields)) == [words]


def test_body_weight_needs_no_load() -> None:
    assert entry(GOOD, 5, SessionKind.D1, 5).load_g is None
    assert not said(RULE, edited(GOOD, 5, SessionKind.D2, 1, load=""))


def test_decisions_alone_are_not_published() -> None:
    bare = edited(GOOD, 5, SessionKind.D1, 1, reps=None)
    plan = replace(bare, sessions=tuple(replace(one, minutes=0) for one in bare.sessions))
    assert not said(RULE, plan)


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: every exercise has its reps, metres or seconds, its load and its "
        "reps in reserve."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
