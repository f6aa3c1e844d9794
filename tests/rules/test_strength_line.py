"""Heavier weights stay under a straight line of strength."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.derivation.derive import derive
from runtall.domain.athlete import Experience
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import InSession
from runtall.progression.line import line
from runtall.rules.strength_line import StrengthLine
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, GOOD, RAW, edited, entry, said

RULE = StrengthLine()


def step_in(week: int, *, first: int = 8) -> Plan:
    """The row's step to 11 kg for eight in that week, after ``first`` reps in the first one."""
    plan = edited(GOOD, 1, SessionKind.D1, 1, reps=first)
    for number in range(2, 8):
        load, reps = (10_000, 12) if number < week else (11_000, 8)
        plan = edited(plan, number, SessionKind.D1, 1, load_g=load, reps=reps, rir=2)
    return plan


def with_experience(experience: Experience) -> Problem:
    athlete = replace(ASKED.request.athlete, experience=experience)
    return derive(replace(ASKED.request, athlete=athlete))


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(("week", "fits"), [(6, True), (5, False)])
def test_both_ends(week: int, fits: bool) -> None:
    """11 x (30 + 8 + 2) over 10 x (30 + 8 + 3) are 7.3 % more: 6 % are due after four weeks."""
    assert said(RULE, step_in(week)) == (
        [] if fits else ["one-arm dumbbell row: 7.3 % stronger after 4 weeks, 6.0 % expected"]
    )


@pytest.mark.parametrize(
    ("experience", "fits"),
    [(Experience.NEW, True), (Experience.SOME, False), (Experience.TRAINED, False)],
)
def test_who_is_trained_grows_less(experience: Experience, fits: bool) -> None:
    """After five weeks 7.5, 5.0 and 3.5 %."""
    assert bool(said(RULE, step_in(6), with_experience(experience))) is not fits


def test_weeks_without_strength_do_not_count() -> None:
    missed = step_in(6)
    kept = tuple(session for session in missed.sessions if session.day // 7 + 1 != 3)
    late = "one-arm dumbbell row: 7.3 % stronger after 4 weeks, 6.0 % expected"
    assert late in said(RULE, replace(missed, sessions=kept))
    assert late not in said(RULE, missed)


def test_climbing_the_range_is_never_held_against_the_line() -> None:
    """Seventeen reps with two left are 14 % more than eight with three."""
    assert not said(RULE, edited(GOOD, 3, SessionKind.D1, 1, reps=17, rir=2))


@pytest.mark.parametrize(("reps", "fits"), [(14, True), (13, False)])
def test_two_reps_above_the_range_show_the_strength(reps: int, fits: bool) -> None:
    """14 x 10 kg with 2 left are 460, 8 x 11 kg only 440: no more than what was done."""
    plan = edited(step_in(5), 4, SessionKind.D1, 1, reps=reps)
    assert bool(said(RULE, plan)) is not fits
    more = edited(plan, 5, SessionKind.D1, 1, reps=10)
    assert said(RULE, more)


def test_it_is_measured_from_the_first_dose() -> None:
    """11 x 40 over 10 x (30 + 9 + 3) are 4.8 %: the step may come a week earlier."""
    assert not said(RULE, step_in(5, first=9))


def test_metres_and_bands_have_no_line() -> None:
    carry = edited(GOOD, 2, SessionKind.D1, 4, load_g=20_000)
    bug = edited(GOOD, 2, SessionKind.D1, 5, load="opposite arm and leg long")
    push_up = edited(GOOD, 2, SessionKind.D2, 1, load="on the floor")
    assert not [words for plan in (carry, bug, push_up) for words in said(RULE, plan)]
    assert entry(GOOD, 1, SessionKind.D2, 1).load == "hands on 45 cm"


@pytest.mark.parametrize(
    ("experience", "in_block", "after"),
    [(Experience.NEW, 200, 300), (Experience.SOME, 140, 240), (Experience.TRAINED, 100, 170)],
)
def test_the_line_is_flat_at_its_end_and_goes_on_after_16_weeks(
    experience: Experience, in_block: int, after: int
) -> None:
    """20, 14 and 10 % at most; in ten more weeks 10, 10 and 7 %."""
    grown = [line(experience, weeks) for weeks in range(54)]
    assert grown == sorted(grown)
    assert (grown[0], grown[15], grown[16], grown[26]) == (0, in_block, in_block, after)


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(6, SessionKind.D1, 1)) == (
        "Week 6, D1 session: a heavier weight asks for no more strength than the weeks of training "
        "let expect."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
