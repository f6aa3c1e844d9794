"""One way to progress at a time."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.rules.one_method import OneMethod
from tests.rules.by_hand import found, plan_of, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, entry, said

RULE = OneMethod()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


def test_two_methods_at_once() -> None:
    sets = edited(GOOD, 3, SessionKind.D1, 1, sets=3)
    assert "one-arm dumbbell row: reps and sets grew" in said(RULE, sets)
    load = edited(GOOD, 3, SessionKind.D1, 1, load_g=11_000, method="load")
    assert "one-arm dumbbell row: load and reps grew" in said(RULE, load)


def test_more_sets_alone_are_one_method() -> None:
    changed = edited(GOOD, 2, SessionKind.D1, 1, sets=3, reps=8, method="sets")
    assert "reps and sets grew" not in " ".join(said(RULE, changed))


def test_more_reps_with_less_weight_are_no_growth() -> None:
    eased = edited(GOOD, 12, SessionKind.D1, 1, load_g=9_000, reps=12, sets=3, method="sets")
    assert not [words for words in said(RULE, eased) if "week" not in words and "grew" in words]


def test_twice_in_one_week() -> None:
    twice = plan_of(
        ASKED, {week: {SessionKind.D1: [2] * 5, SessionKind.D2: [2] * 5} for week in (1, 2, 3)}
    )
    for week in (1, 2, 3):
        twice = edited(twice, week, SessionKind.D2, 3, exercise="one_arm_db_row")
    plan = prescribe(ASKED, twice)
    assert not said(RULE, plan)
    reps = entry(plan, 3, SessionKind.D2, 3).reps or 0
    more = edited(plan, 3, SessionKind.D2, 3, reps=reps + 1, method="reps")
    assert said(RULE, more) == ["one-arm dumbbell row: reps grew, for a second time in the week"]


def test_a_deload_is_passed_over() -> None:
    """Twelve reps, ten in the deload, then thirteen: one more than the week before it."""
    assert [entry(GOOD, week, SessionKind.D1, 2).reps for week in (7, 8)] == [12, 10]
    assert (entry(GOOD, 9, SessionKind.D1, 2).reps, entry(GOOD, 9, SessionKind.D1, 2).method) == (
        13,
        "reps",
    )


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(3, SessionKind.D1)) == (
        "Week 3, D1 session: an exercise grows by one thing at a time."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
