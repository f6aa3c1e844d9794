"""No new load shortly before the peak."""

from __future__ import annotations

from typing import Any

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.steps_before_peak import StepsBeforePeak
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, said

RULE = StepsBeforePeak()
D1, D2 = SessionKind.D1, SessionKind.D2
LEFT = {7: 2, 9: 1, 10: 0}


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("kind", "position", "name", "fields"),
    [
        (D1, 1, "one-arm dumbbell row", {"load_g": 12_000}),
        (D1, 4, "suitcase carry", {"load_g": 10_000}),
        (D1, 5, "dead bug", {"load": "arm and leg long, two seconds' pause"}),
        (D2, 1, "push-up", {"load": "on the floor"}),
    ],
)
@pytest.mark.parametrize("week", [7, 9, 10])
def test_both_ends(
    kind: SessionKind,
    position: int,
    name: str,
    fields: dict[str, Any],
    week: int,
) -> None:
    """Week 8 is a deload: weeks 9 and 10 are the last that grow, 7 is the one before them."""
    plan = GOOD
    for number in (7, 9, 10):
        if number >= week:
            plan = edited(plan, number, kind, position, **fields)
    left = LEFT[week]
    fault = f"{name}: more load with {left} growing weeks left, 2 at least"
    assert said(RULE, plan) == ([] if left >= 2 else [fault])


def test_reps_go_on() -> None:
    assert not said(RULE, edited(GOOD, 10, D1, 1, reps=15))


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(9, SessionKind.D1, 1)) == (
        "Week 9, D1 session: no heavier weight, other height, band or variant in the last two "
        "growing weeks."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
