"""One or two reps, five or ten metres at a time."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.rules.small_steps import SmallSteps
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, entry, said

RULE = SmallSteps()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("position", "field", "before", "most"),
    [(1, "reps", 9, 11), (4, "distance_m", 20, 30), (5, "reps", 6, 8)],
)
def test_both_ends(position: int, field: str, before: int, most: int) -> None:
    step = 5 if field == "distance_m" else 1
    assert getattr(entry(GOOD, 2, SessionKind.D1, position), field) == before
    good = edited(GOOD, 3, SessionKind.D1, position, **{field: most})
    assert not [words for words in said(RULE, good) if words.endswith(f" -> {most} reps")]
    bad = said(RULE, edited(GOOD, 3, SessionKind.D1, position, **{field: most + step}))
    assert f"{before} -> {most + step}" in bad[0]


def test_a_few_metres_are_no_step() -> None:
    assert said(RULE, edited(GOOD, 3, SessionKind.D1, 4, distance_m=22))[0] == (
        "suitcase carry: 20 -> 22 metres"
    )


def test_a_load_step_may_change_the_reps() -> None:
    assert not said(RULE, edited(GOOD, 3, SessionKind.D1, 1, load_g=9_000, reps=12))


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: a set grows by 1 or 2 reps, or by 5 to 10 metres or seconds."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
