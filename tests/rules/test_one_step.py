"""One step of load in a session."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.where import InSession
from runtall.rules.one_step import OneStep
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, entry, said

RULE = OneStep()
D1, D2 = SessionKind.D1, SessionKind.D2


def held(plan: Plan, week: int) -> list[str]:
    """Exercises of a week that take a step of load."""
    return [
        entry.exercise
        for session in plan.in_week(week)
        for entry in session.entries
        if entry.method == "load"
    ]


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


def test_both_ends() -> None:
    """The row takes its step in week 5; the pulldown beside it may not, nor the carry."""
    assert held(GOOD, 5)[0] == "one_arm_db_row"
    pulldown = edited(GOOD, 5, D1, 2, load_g=30_000)
    words = "more load, beside another exercise"
    assert said(RULE, pulldown) == [f"one-arm dumbbell row: {words}", f"lat pulldown: {words}"]
    alone = edited(pulldown, 5, D1, 1, load_g=entry(GOOD, 4, D1, 1).load_g)
    assert not [w for w in said(RULE, alone) if w.startswith("lat pulldown")]


def test_another_session_of_the_week_is_another_matter() -> None:
    """The cable row steps on the other day of the row's week."""
    assert held(GOOD, 5) == ["one_arm_db_row", "seated_cable_row"]
    assert not said(RULE, GOOD)


def test_bands_heights_and_variants_are_steps_too() -> None:
    variant = edited(GOOD, 5, D1, 5, load="opposite arm and leg long")
    assert len(said(RULE, variant)) == 2


def test_less_load_is_no_step() -> None:
    assert not said(RULE, edited(GOOD, 5, D1, 2, load_g=20_000))


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(6, SessionKind.D1)) == (
        "Week 6, D1 session: at most one exercise takes a step of load."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
