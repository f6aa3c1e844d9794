"""Weeks in which nothing grows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.rules.no_growth import NoGrowth
from tests.problems import problem
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, FINE, GOOD, RAW, decided, edited, entry, said

RULE = NoGrowth()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("week", "kind"),
    [(8, SessionKind.D1), (12, SessionKind.D1), (13, SessionKind.D1)],
)
def test_deload_and_peak(week: int, kind: SessionKind) -> None:
    before = entry(GOOD, 7 if week == 8 else week - 1, kind, 1)
    same = {"reps": before.reps, "load_g": before.load_g}
    assert not said(RULE, edited(GOOD, week, kind, 1, **same))
    assert "more load" in said(RULE, edited(GOOD, week, kind, 1, load_g=12_000))[0]
    more = edited(GOOD, week, kind, 1, load_g=before.load_g, reps=(before.reps or 0) + 1)
    assert f"{before.reps} -> {(before.reps or 0) + 1} reps" in said(RULE, more)[0]


def test_taper() -> None:
    assert said(RULE, edited(GOOD, 14, SessionKind.LIGHT, 1, load_g=12_000))[0] == (
        "one-arm dumbbell row: more load"
    )


def test_the_week_after_a_missed_one() -> None:
    missed = replace(RAW, sessions=tuple(s for s in RAW.sessions if s.day // 7 != 4))
    plan = prescribe(ASKED, missed)
    assert not said(RULE, plan)
    before, after = entry(plan, 4, SessionKind.D1, 1), entry(plan, 6, SessionKind.D1, 1)
    assert after.method == "less"
    more = (before.reps or 0) + 1
    grown = edited(plan, 6, SessionKind.D1, 1, load_g=before.load_g, reps=more)
    assert said(RULE, grown) == [f"one-arm dumbbell row: {before.reps} -> {more} reps"]


def test_a_week_with_own_sessions_alone_is_not_missed() -> None:
    """They are training: the week after them grows; a leg day is none."""
    without = replace(RAW, sessions=tuple(s for s in RAW.sessions if s.day // 7 != 4))
    for counts in (True, False):
        own = (OwnSession("Gym", counts=counts),)
        days = (replace(day, own=own if day.index in {29, 32} else ()) for day in ASKED.days)
        weeks = (replace(week, own=2 * counts * (week.number == 5)) for week in ASKED.weeks)
        asked = replace(ASKED, days=tuple(days), weeks=tuple(weeks))
        plan = prescribe(asked, without)
        assert not said(RULE, plan, asked)
        before, after = entry(plan, 4, SessionKind.D1, 1), entry(plan, 6, SessionKind.D1, 1)
        assert (after.method in {"reps", "load"}) is counts
        grown = edited(plan, 6, SessionKind.D1, 1, load_g=before.load_g, reps=before.reps + 1)
        assert bool(said(RULE, grown, asked)) is not counts


def test_the_seven_days_after_a_race() -> None:
    week = "easy workout easy easy easy long recovery"
    asked = problem(week, athlete=ASKED.request.athlete, equipment=FINE, changes={19: "tuneup=5"})
    plan = prescribe(asked, decided(asked))
    assert not said(RULE, plan, asked)
    before, after = entry(plan, 3, SessionKind.D1, 1), entry(plan, 4, SessionKind.D1, 1)
    assert (after.reps, after.load_g) == (before.reps, before.load_g)
    assert said(RULE, edited(plan, 4, SessionKind.D1, 1, reps=(after.reps or 0) + 1), asked) == [
        f"one-arm dumbbell row: {after.reps} -> {(after.reps or 0) + 1} reps"
    ]


def test_before_a_race_in_the_same_week() -> None:
    asked = problem(athlete=ASKED.request.athlete, equipment=FINE, changes={20: "tuneup=5"})
    plan = prescribe(asked, decided(asked))
    before, now = entry(plan, 2, SessionKind.D1, 1), entry(plan, 3, SessionKind.D1, 1)
    assert (now.reps, now.load_g) == (before.reps, before.load_g)
    more = edited(plan, 3, SessionKind.D1, 1, reps=(now.reps or 0) + 1)
    assert said(RULE, more, asked) == [
        f"one-arm dumbbell row: {now.reps} -> {(now.reps or 0) + 1} reps"
    ]


def test_the_taper_after_a_race_that_has_kept_the_peak_small() -> None:
    """Two gaps, then a race right before the peak: what its first week has, the last ones keep."""
    asked = problem(weeks=10, equipment=Equipment(bands=True), changes={38: "tuneup=21"})
    raw = decided(asked)
    kept = tuple(session for session in raw.sessions if session.day // 7 + 1 not in {2, 4})
    plan = prescribe(asked, replace(raw, sessions=kept))
    assert not said(RULE, plan, asked)
    light = entry(plan, 9, SessionKind.LIGHT, 1)
    assert light.reps == entry(plan, 8, SessionKind.D1, 1).reps
    grown = edited(plan, 9, SessionKind.LIGHT, 1, reps=light.reps + 1)
    assert said(RULE, grown, asked) == [
        f"one-arm dumbbell row: {light.reps} -> {light.reps + 1} reps"
    ]


def test_a_run_cutback() -> None:
    weeks = (replace(week, cutback=week.number == 3) for week in ASKED.weeks)
    asked = replace(ASKED, weeks=tuple(weeks))
    plan = prescribe(asked, RAW)
    assert not said(RULE, plan, asked)
    before, now = entry(plan, 2, SessionKind.D1, 1), entry(plan, 3, SessionKind.D1, 1)
    assert (now.reps, now.load_g) == (before.reps, before.load_g)
    assert "reps" in said(RULE, GOOD, asked)[0], "the usual plan grows there"


def test_a_base_week_grows() -> None:
    assert entry(GOOD, 3, SessionKind.D1, 1).method == "reps"


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(12, SessionKind.D1)) == (
        "Week 12, D1 session: no rep, metre or weight more than last time in such a week."
    )


def test_any_file() -> None:
    survives(RULE, ASKED)


@pytest.mark.parametrize("disturbed", [True, False])
def test_right_after_a_speed_workout_in_a_disturbed_week(*, disturbed: bool) -> None:
    """Mondays are tempo runs: a push day that the schedule forces there repeats; else it grows."""
    week = "workout easy easy easy rest long recovery"
    asked = problem(week, athlete=ASKED.request.athlete, equipment=FINE)
    weeks = tuple(
        replace(w, lost=frozenset({"mon"} if disturbed and w.number == 6 else ()))
        for w in asked.weeks
    )
    asked = replace(asked, weeks=weeks)
    plan = prescribe(asked, decided(asked))
    assert not said(RULE, plan, asked)
    before, now = (entry(plan, number, SessionKind.D1, 1) for number in (5, 6))
    assert (now.method == "hold") is disturbed
    more = (before.reps or 0) + 1
    grown = edited(plan, 6, SessionKind.D1, 1, load_g=before.load_g, reps=more)
    words = [f"one-arm dumbbell row: {before.reps} -> {more} reps"]
    assert said(RULE, grown, asked) == (words if disturbed else [])
