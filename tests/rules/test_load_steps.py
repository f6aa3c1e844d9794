"""A load step is earned, small, and lands in the range."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.derivation.derive import derive
from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.rules.load_steps import LoadSteps
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, survives
from tests.rules.dosed import ASKED, FINE, GOOD, RAW, decided, edited, entry, said

RULE = LoadSteps()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


def row(week: int) -> tuple[int | None, int | None]:
    one = entry(GOOD, week, SessionKind.D1, 1)
    return one.load_g, one.reps


def test_the_row_takes_a_step_once_it_is_earned() -> None:
    assert (row(4), row(5), row(6)) == ((10_000, 12), (11_000, 8), (11_000, 9))


def test_not_before_the_top_of_the_range() -> None:
    early = edited(GOOD, 4, SessionKind.D1, 1, load_g=11_000, reps=8)
    assert said(RULE, early)[0] == "one-arm dumbbell row: more load after 10 reps, before 12"


def test_the_smallest_step_there_is() -> None:
    large = edited(GOOD, 5, SessionKind.D1, 1, load_g=12_000, reps=6)
    assert said(RULE, large)[0] == (
        "one-arm dumbbell row: 20 % more load, though there is a smaller step"
    )


@pytest.mark.parametrize(("reps", "fits"), [(6, True), (8, True), (9, False)])
def test_it_lands_where_the_curve_says(reps: int, fits: bool) -> None:
    """12 reps and 2 in reserve with 10 kg are 8 with 11 kg: 440 / 11 - 30 - 2."""
    broken = said(RULE, edited(GOOD, 5, SessionKind.D1, 1, reps=reps))
    assert bool(broken) is not fits
    assert fits or broken[0] == "one-arm dumbbell row: 9 reps at the new load, 8 expected"


@pytest.mark.parametrize(("week", "reps", "fits"), [(7, 6, True), (9, 7, True), (9, 6, False)])
def test_it_climbs_back_before_the_peak(week: int, reps: int, fits: bool) -> None:
    """From week 7 on a bench press grows twice, from week 9 once: 8 is the bottom of its range."""
    plan = GOOD if week == 7 else edited(GOOD, 7, SessionKind.D2, 2, load_g=9_000, reps=13)
    broken = said(RULE, edited(plan, week, SessionKind.D2, 2, load_g=10_000, reps=reps))
    words = f"dumbbell bench press: {reps} reps at the new load, 8 expected"
    assert (words in broken) is not fits


@pytest.mark.parametrize(("reps", "fits"), [(10, True), (11, False)])
def test_it_lands_two_under_the_top_at_most(reps: int, fits: bool) -> None:
    """10 kg and 12 reps with 2 left are 10.5 kg and 9.9 of them; with 9.5 kg they are 14."""
    fine = replace(ASKED.request.equipment, dumbbells_g=(9_500, 10_000, 10_100))
    asked = derive(replace(ASKED.request, equipment=fine))
    plan = prescribe(asked, decided(asked))
    week = next(w for w in range(2, 11) if entry(plan, w, SessionKind.D1, 1).method == "load")
    assert entry(plan, week, SessionKind.D1, 1).reps == 10
    words = f"one-arm dumbbell row: {reps} reps at the new load, 10 expected"
    assert (
        words in said(RULE, edited(plan, week, SessionKind.D1, 1, reps=reps), asked)
    ) is not fits


def bench(weeks: int) -> Plan:
    """A bench press that takes its step of 11 % in week 7, after so many weeks at the top."""
    plan = edited(GOOD, 6, SessionKind.D2, 2, reps=12)
    return plan if weeks > 1 else edited(plan, 5, SessionKind.D2, 2, reps=11)


@pytest.mark.parametrize(("weeks", "fits"), [(2, True), (1, False)])
def test_a_large_step_is_earned_twice_by_new_lifters(weeks: int, fits: bool) -> None:
    """From 9 to 10 kg are 11 %; ten per cent and less are earned once."""
    plan = bench(weeks)
    assert entry(plan, 7, SessionKind.D2, 2).load_g == 10_000
    words = "dumbbell bench press: more load after 12 reps in 1 session"
    assert (words in said(RULE, plan)) is not fits
    some = derive(
        replace(ASKED.request, athlete=replace(ASKED.request.athlete, experience=Experience.SOME))
    )
    assert words not in said(RULE, plan, some)


def test_above_the_range_only_where_no_step_is_possible() -> None:
    beyond = edited(GOOD, 5, SessionKind.D1, 1, load_g=10_000, reps=13)
    words = "one-arm dumbbell row: 13 reps, though the next load is possible"
    assert words in said(RULE, beyond)
    coarse = entry(GOOD, 10, SessionKind.D1, 2)
    assert (coarse.load_g, coarse.reps) == (25_000, 13)


@pytest.mark.parametrize(("reps", "lands", "fits"), [(12, 6, True), (12, 7, False), (11, 6, False)])
def test_hands_go_lower_for_as_many_as_are_worth_six_there(
    reps: int, lands: int, fits: bool
) -> None:
    """From 45 to 30 cm: 12 with 2 left are 6 there, however many are told of the floor."""
    athlete = replace(ASKED.request.athlete, experience=Experience.SOME, push_ups=6)
    asked = derive(replace(ASKED.request, athlete=athlete))
    plan = prescribe(asked, decided(asked))
    plan = edited(plan, 6, SessionKind.D2, 1, load="hands on 45 cm", reps=reps)
    plan = edited(plan, 7, SessionKind.D2, 1, load="hands on 30 cm", reps=lands)
    found = [words for words in said(RULE, plan, asked) if words.startswith("push-up")]
    assert (found == []) is fits, found


@pytest.mark.parametrize(("sets", "fits"), [(3, True), (2, False)])
def test_feet_go_up_after_three_sets_on_the_floor(sets: int, *, fits: bool) -> None:
    athlete = replace(ASKED.request.athlete, experience=Experience.SOME, push_ups=20)
    asked = derive(replace(ASKED.request, athlete=athlete))
    plan = prescribe(asked, decided(asked))
    plan = edited(plan, 6, SessionKind.D2, 1, load="on the floor", reps=15, sets=sets)
    plan = edited(plan, 7, SessionKind.D2, 1, load="feet on 15 cm", reps=12)
    found = [words for words in said(RULE, plan, asked) if words.startswith("push-up: feet")]
    assert found == ([] if fits else ["push-up: feet up after 2 sets on the floor, before 3"])


@pytest.mark.parametrize(("weeks", "steps"), [(7, 0), (8, 1)])
def test_short_plans_have_no_load_steps(weeks: int, steps: int) -> None:
    short = problem(
        "easy workout easy easy easy long recovery",
        weeks=weeks,
        phases=(1, 1),
        athlete=Athlete(loads={"lat_pulldown": KnownLoad(50_000, 10, 3)}),
        equipment=replace(FINE, pulldown_g=tuple(range(20_000, 60_001, 500))),
    )
    rows = {week: {SessionKind.D1: [2, 2, 1, 2, 1]} for week in range(1, weeks - 1)}
    plan = prescribe(short, plan_of(short, rows))
    assert not said(RULE, plan, short)
    methods = [entry(plan, week, SessionKind.D1, 2).method for week in rows]
    assert steps or "load" not in methods
    last = entry(plan, max(rows), SessionKind.D1, 2)
    heavier = edited(plan, max(rows), SessionKind.D1, 2, load_g=(last.load_g or 0) + 500)
    words = "lat pulldown: more load in so short a plan"
    assert (words in said(RULE, heavier, short)) is (steps == 0)


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(9, SessionKind.D1)) == (
        "Week 9, D1 session: more load only from the top of the range, by the smallest step "
        "there is, and only if it lands in the range."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)
