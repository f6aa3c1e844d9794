"""Beginning no harder than the runner is known to bear."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.first_loads import FirstLoads
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, entry, said

RULE = FirstLoads()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


def test_both_ends() -> None:
    assert entry(GOOD, 1, SessionKind.D1, 1).load_g == 10_000
    assert not said(RULE, edited(GOOD, 1, SessionKind.D1, 1, load_g=9_000))
    assert said(RULE, edited(GOOD, 1, SessionKind.D1, 1, load_g=11_000)) == [
        "one-arm dumbbell row: heavier than known or guessed"
    ]


def test_feet_are_not_raised_at_once() -> None:
    assert said(RULE, edited(GOOD, 1, SessionKind.D2, 1, load="feet on 45 cm")) == [
        "push-up: heavier than known or guessed"
    ]


def test_later_loads_are_no_business_of_this_rule() -> None:
    assert not said(RULE, edited(GOOD, 2, SessionKind.D1, 1, load_g=20_000))


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(1, SessionKind.D1)) == (
        "Week 1, D1 session: an exercise begins no harder than athlete.loads, push_ups or body "
        "mass let expect."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
