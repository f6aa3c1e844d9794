"""Sentences on cards that a coach found false or unclear: each says what is meant, and when."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from runtall.domain.athlete import Athlete, Experience
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.request import Access
from runtall.progression.exposures import exposures
from runtall.progression.why_today import why_today
from runtall.progression.why_today.around import neighbours
from tests.problems import problem
from tests.quality.test_told import (
    BUG,
    PRESS,
    ROW,
    WEEK,
    cards,
    change_words,
    ill_days,
    notes,
    plan_of,
    steady,
)

SOME = Athlete(Experience.SOME, body_mass_g=70_000)


@pytest.mark.parametrize(
    ("signs", "slot", "causes"),
    [
        (
            {"torso_twists": 2, "shoulders_creep_up": 1},
            "cable_row",
            ("for shoulders that creep up",),
        ),
        ({"torso_twists": 1, "fades_on_hills": 2}, "row", ("for the hills",)),
        ({"hands_cross_midline": 2}, "cable_row", ()),
        ({"torso_twists": 2}, "pulldown", ()),
        ({"torso_twists": 2}, "pallof", ("for the torso that twists",)),
        ({"torso_twists": 2}, "suitcase", ("for the torso that twists",)),
    ],
)
def test_a_pull_is_for_no_trunk_that_turns(
    signs: dict[str, int], slot: str, causes: tuple[str, ...]
) -> None:
    """It grows with what holds the trunk still, so that pulls keep ahead."""
    assert problem(WEEK, athlete=Athlete(signs=signs)).focus[slot].causes == causes


@pytest.mark.parametrize(("sign", "told"), [("torso_twists", False), ("fades_on_hills", True)])
def test_one_more_row_names_a_sign_that_a_row_helps(sign: str, *, told: bool) -> None:
    some = problem(WEEK, athlete=Athlete(signs={sign: 2}))
    weeks = steady((1, 2), **{ROW: 2}) | steady(range(3, 9), **{ROW: 3})
    note = notes(plan_of(some, SessionKind.D1, weeks), ROW)[3]
    assert ("One more set: for the hills." in note) is told
    assert ("One more set" in note) is told


@pytest.mark.parametrize("day", [74, 75])
@pytest.mark.parametrize("run", ["workout", "easy"])
def test_a_usual_day_with_a_workout_this_week_is_the_reason(day: int, run: str) -> None:
    some = problem(WEEK, changes={73: run})
    usual = [
        Session(7 * week + place, kind, ())
        for week in range(10)
        for place, kind in ((0, SessionKind.D1), (3, SessionKind.D2))
    ]
    plan = Plan((*usual, Session(70, SessionKind.D1, ()), Session(day, SessionKind.D2, ())))
    words = why_today(some, plan, day)
    assert ("this week: Thursday has the speed workout." in words) is (run == "workout")


@pytest.mark.parametrize(
    ("ill", "day", "run"),
    [
        ((27, 28), 29, "Tomorrow: the speed workout, not before an easy run"),
        ((27, 28), 28, "Next: the speed workout in 2 days (Wed, not before an easy run)"),
        # Nobody knows yet of an illness that comes.
        ((29, 29), 28, "Next: the speed workout in 2 days (Wed)"),
        ((26, 26), 29, "Tomorrow: the speed workout"),
    ],
)
def test_a_hard_run_after_an_illness_waits_for_an_easy_one_on_the_card_too(
    ill: tuple[int, int], day: int, run: str
) -> None:
    """Ill late in week 4 or early in week 5; Wednesday of week 5 has a speed workout."""
    some = problem(WEEK, access=ill_days(*ill))
    words = neighbours(some, Plan((Session(day, SessionKind.D1, ()),)), day)
    assert run in words
    assert ("not before" in words) is ("not before" in run)


def test_a_week_of_less_running_promises_no_rest_from_lifting() -> None:
    some = problem(WEEK)
    weeks = tuple(replace(week, cutback=week.number == 6) for week in some.weeks)
    plan = plan_of(replace(some, weeks=weeks), SessionKind.D1, steady(range(1, 8), **{ROW: 3}))
    card = cards(replace(some, weeks=weeks), plan)[6]
    assert "You run less this week." in card.clauses
    assert change_words(card) == "the same as last time"


@pytest.mark.parametrize("grams", [(12_000, 14_000), (6_000, 7_000)])
@pytest.mark.parametrize("first", [2, 3, 4])
def test_a_step_that_lands_is_never_called_too_big(grams: tuple[int, ...], first: int) -> None:
    """A sixth more lands at five after 12 reps, at six after 13: that may be too late."""
    some = problem(WEEK, athlete=SOME, equipment=Equipment(dumbbells_g=grams))
    weeks = steady(range(1, first), **{BUG: 1}) | steady(range(first, 11), **{PRESS: 1})
    plan = plan_of(some, SessionKind.D2, weeks)
    doses = {e.day.week: e.entry for e in exposures(some, plan)[PRESS] if e.in_base}
    last = {week: doses[max(w for w in doses if w < week)] for week in list(doses)[1:]}
    told = [entry.note for entry in doses.values()]
    assert any("big step" in note for note in told), told
    assert not any("too big" in note for note in told), told
    landing = [doses[week].note for week, entry in last.items()
               if (entry.reps or 0) > 12 and entry.load_g == doses[week].load_g]  # fmt: skip
    assert not any("big step" in note for note in landing), landing
    assert all("peak" in note for note in landing if "above the range" in note), landing


def test_reps_that_stand_above_the_range_do_not_go_on_there() -> None:
    """The last of what goes above it is done for weeks."""
    some = problem(WEEK, weeks=20, athlete=SOME, equipment=Equipment(dumbbells_g=(6_000, 9_000)))
    plan = plan_of(some, SessionKind.D1, steady(range(1, 14), **{ROW: 3}))
    every = [e.entry for e in exposures(some, plan)[ROW] if e.in_base]
    stands = [now for before, now in pairwise(every) if now.reps == before.reps]
    stands = [entry for entry in stands if (entry.reps or 0) > 12]
    assert stands
    for entry in every:
        goes_on = (entry.reps or 0) > 12 and entry not in stands
        assert ("above the range" in entry.note) is goes_on
    assert all("The same again: " in entry.note for entry in stands)


def test_the_set_that_comes_instead_of_a_step_has_its_day() -> None:
    """It may come only after a week on another path."""
    some = problem(WEEK, athlete=SOME)
    for week, day in ((6, "8 Feb"), (7, "15 Feb")):
        weeks = steady(range(1, week), **{BUG: 1}) | steady(range(week, 11), **{BUG: 2})
        told = notes(plan_of(some, SessionKind.D1, weeks), BUG).values()
        sets = [note for note in told if "one more set" in note]
        assert all(f"it gets one more set on {day}." in note for note in sets), sets
        assert sets or week > 6


@pytest.mark.parametrize(("bugs", "told"), [(2, False), (1, True)])
def test_one_set_less_than_before_a_break_is_no_way_back(bugs: int, *, told: bool) -> None:
    """Off in weeks 6 to 8, small in the ninth; the tenth has a set less than the fifth, or two."""
    some = problem(WEEK, weeks=20)
    weeks = steady((1, 2, 3, 4, 5), **{ROW: 3, BUG: 3})
    weeks |= {9: {ROW: 1, BUG: 1}, 10: {ROW: 3, BUG: bugs}, 11: {ROW: 3, BUG: 3}}
    words = change_words(cards(some, plan_of(some, SessionKind.D1, weeks))[10])
    assert ("on the way back" in words) is told


@pytest.mark.parametrize(
    ("experience", "left_out", "week", "told"),
    [
        (Experience.SOME, None, 5, "reached 12 with 2"),
        (Experience.SOME, 5, 6, "reached 12 on 11 Jan with 2"),
        (Experience.TRAINED, 5, 6, "reached 12 on 11 Jan with 2"),
        (Experience.NEW, 5, 7, "reached 13 with 2"),
        (Experience.NEW, 6, 7, "reached 13 on 18 Jan with 2"),
    ],
)
def test_a_condition_met_two_weeks_ago_has_its_day(
    experience: Experience, left_out: int | None, week: int, told: str
) -> None:
    kit = Equipment(dumbbells_g=tuple(range(4_000, 40_000, 1_000)))
    athlete = Athlete(experience, body_mass_g=90_000)
    some = problem(WEEK, weeks=18, athlete=athlete, equipment=kit)
    weeks = steady(range(1, 11), **{ROW: 3, BUG: 1}) | steady([left_out or 11], **{BUG: 1})
    assert told in notes(plan_of(some, SessionKind.D1, weeks), ROW)[week]


def test_who_leaves_more_in_reserve_stands_and_says_so() -> None:
    """A run cutback in week 5, and no run beside the session of week 6: its reps stand again."""
    some = problem(WEEK, athlete=SOME, changes={35: "rest", 39: "easy"})
    weeks = tuple(replace(week, cutback=week.number == 5) for week in some.weeks)
    some = replace(some, weeks=weeks)
    plan = plan_of(some, SessionKind.D1, steady(range(1, 11), face_pull=2))
    found = {e.day.week: e for e in exposures(some, plan)["face_pull"]}
    assert [found[week].entry.reps for week in (4, 5, 6, 7)] == [16, 16, 16, 17]
    assert [found[week].rir for week in (4, 5, 6, 7)] == [2, 2, 3, 2]
    assert found[6].entry.note == "The same again: you leave more in reserve today."


@pytest.mark.parametrize("bands", [True, False])
def test_a_trip_that_takes_a_week_before_the_peak_is_named_as_one(bands: bool) -> None:
    """Unless it has what the exercise needs; the deload before it is an easier week."""
    bare = Equipment(dumbbells_g=(10_000,), cable_g=(), pulldown_g=())
    there = replace(bare, dumbbells_g=(6_000,), bands=bands)
    access = [Access(equipment=there if 56 <= day < 63 else None) for day in range(16 * 7)]
    some = problem(WEEK, athlete=SOME, equipment=replace(bare, bands=True), access=access)
    weeks = steady(range(1, 11), **{ROW: 1})
    for week in (4, 5, 6, 7, 8, 9, 10):
        if bands or week != 9:
            weeks[week]["band_row"] = 2
    told = notes(plan_of(some, SessionKind.D1, weeks), "band_row")
    assert ("with an easier week and a trip ahead" in told[6]) is not bands
