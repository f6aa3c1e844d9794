"""The sets of the first weeks after a gap."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.returns import returns
from runtall.domain.where import InWeek
from runtall.rules.coming_back import ComingBack
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, session, survives, twins

RULE = ComingBack()
IDLE = {day: "rest" for day in range(14, 42)}
"""No run in weeks 3 to 6."""
PROBLEM = problem(weeks=9, phases=(2, 1))
ILL = problem(weeks=9, phases=(2, 1), changes=IDLE)
LATER = problem(weeks=10, phases=(2, 1))
ILL_LATER = problem(weeks=10, phases=(2, 1), changes=IDLE)
"""The same with the peak in weeks 8 and 9."""
ONCE = problem(weeks=9, phases=(2, 1), base_sessions=1, peak_sessions=(1, 1))

FEVER = problem(
    weeks=9,
    phases=(2, 1),
    access=[
        Access(free=not 17 < day < 22, ill=17 < day < 22, recovering=21 < day < 27)
        for day in range(63)
    ],
)
"""Fever from Friday of week 3 to Monday of week 4: Sunday is the first day that may be used."""

COLD = problem(
    weeks=9,
    phases=(2, 1),
    access=[
        Access(free=day not in {19, 29}, ill=day in {19, 29}, recovering=day in {20, 30})
        for day in range(63)
    ],
)
"""A day ill, Saturday of week 3, and one more, Tuesday of week 5."""

CALLED_OFF = [Access(free=day != 29, ill=day == 29, recovering=day == 30) for day in range(63)]
"""Ill on Tuesday of week 5."""
COLD_ONCE = problem(
    weeks=9, phases=(2, 1), base_sessions=1, peak_sessions=(1, 1), access=CALLED_OFF
)
COLD_PEAK = problem(weeks=9, phases=(4, 1), access=CALLED_OFF)
COLD_RACE = problem(weeks=9, phases=(2, 1), access=CALLED_OFF, changes={34: "tuneup=21"})

EARLY = problem(
    weeks=9,
    phases=(2, 1),
    access=[
        Access(free=day not in {1, 2}, ill=day in {1, 2}, recovering=day == 3) for day in range(63)
    ],
)
"""Ill on Tuesday and Wednesday of the first week."""

CUTBACK = problem(
    weeks=10, phases=(2, 1), changes={d: "rest" for d in (*range(14, 28), *range(37, 42))}
)
"""No run in weeks 3 and 4; the run plan takes back week 6."""

PEAK = problem(
    weeks=9,
    phases=(4, 1),
    peak_sessions=(1, 1),
    changes={day: "rest" for day in range(21, 35)},
)
"""No run in weeks 4 and 5; from week 5 on, the peak, a week has one session."""

RACES = problem(weeks=13, phases=(2, 1), changes={33: "tuneup=21", 47: "tuneup=21"})
"""Half marathons in weeks 5 and 7: four easier weeks in a row."""

D1, D2, MERGED = SessionKind.D1, SessionKind.D2, SessionKind.MERGED
VERY_LIGHT = SessionKind.VERY_LIGHT
FULL = {D1: [3, 3, 2, 3, 2], D2: [3, 2, 3, 3, 2]}
"""26 sets, on Monday and Thursday."""


def of(sets: int) -> list[int]:
    """So many sets in five slots, the first of them first; the third has no room for many."""
    counts = [sets // 5 + (slot < sets % 5) for slot in range(5)]
    spare = max(0, counts[2] - 2)
    return [counts[0], counts[1], counts[2] - spare, counts[3] + spare, counts[4]]


def week(first: int, second: int) -> dict[SessionKind, list[int]]:
    return {D1: of(first), D2: of(second)}


def one_for_two(sets: int) -> dict[SessionKind, list[int]]:
    """So many sets, five to 13, in the one session for two."""
    counts = [1, 1, 1, 1, 1]
    for slot in [0, 1, 2, 3, 4, 0, 4, 2][: sets - 5]:
        counts[slot] += 1
    return {MERGED: counts}


def says(asked: Problem, weeks: dict[int, dict[SessionKind, list[int]]]) -> list[str]:
    return found(asked, RULE, plan_of(asked, weeks))


def test_the_usual_days_and_one_missed_session_of_two_are_no_gap() -> None:
    assert not says(PROBLEM, {2: FULL, 3: FULL})
    alone = {2: FULL, 3: {D2: of(13)}, 4: FULL}
    assert not returns(PROBLEM, plan_of(PROBLEM, alone))
    assert not says(PROBLEM, alone)


@pytest.mark.parametrize(("sets", "fits"), [(10, True), (11, False)])
def test_after_a_missed_week_80_percent_and_then_as_before(sets: int, fits: bool) -> None:
    """Eleven days from Thursday to Monday: 80 % of 13, and then all of it, but no more."""
    words = [] if fits else ["11 sets in a session, at most 10 allowed"]
    assert says(PROBLEM, {2: FULL, 4: week(10, sets), 5: FULL}) == words
    assert says(PROBLEM, {2: FULL, 4: week(10, 10), 5: week(13, 14)}) == [
        "14 sets in a session, at most 13 allowed"
    ]


@pytest.mark.parametrize(("sets", "fits"), [(6, True), (7, False)])
def test_after_an_illness_half_then_70_percent_then_as_before(sets: int, fits: bool) -> None:
    words = [] if fits else ["7 sets in the first session, at most 6 allowed"]
    back = {2: FULL, 4: week(sets, 9)}
    assert says(ILL, back | {5: FULL}) == words
    assert says(ILL, back | {5: week(13, 14)})[-1] == "14 sets in a session, at most 13 allowed"
    for broken in ({4: week(6, 10)}, {4: {D1: of(6)}, 5: week(9, 10)}):
        assert says(ILL, {2: FULL, **broken}) == ["10 sets in a session, at most 9 allowed"]


@pytest.mark.parametrize(("sets", "fits"), [(11, True), (12, False)])
def test_one_session_for_two_is_cut_once(sets: int, fits: bool) -> None:
    """Half of a week of 22 is less than 70 %; the first session back is half of that all the same.

    So it is where the first week back lacks a session, and hands on what it asks for.
    """
    words = [] if fits else ["12 sets in a session, at most 11 allowed"]
    for first in (week(5, 7), {MERGED: of(5)}):
        assert says(ILL, {2: week(11, 11), 4: first, 5: {MERGED: of(sets)}}) == words
    assert says(ILL, {2: week(11, 11), 4: {MERGED: of(sets)}})


def test_a_week_with_one_session_hands_its_share_on() -> None:
    back = {2: FULL, 4: {D2: of(6)}}
    assert not says(ILL, back | {5: week(9, 9), 6: week(11, 10), 7: week(12, 12)})
    assert says(ILL, back | {5: week(9, 10), 6: week(9, 9)}) == [
        "10 sets in a session, at most 9 allowed"
    ]


@pytest.mark.parametrize(("sets", "fits"), [(6, True), (7, False)])
def test_after_an_illness_no_session_need_be_missed(sets: int, fits: bool) -> None:
    """Both of week 3, then one of week 4 on its last day: ten days."""
    words = [] if fits else ["7 sets in the first session, at most 6 allowed"]
    plan = plan_of(FEVER, {2: FULL, 3: FULL, 5: week(9, 9)})
    back = session(FEVER, 27, D2, of(sets))
    assert found(FEVER, RULE, Plan((*plan.sessions, back))) == words


@pytest.mark.parametrize(("sets", "fits"), [(6, True), (7, False)])
def test_after_a_single_day_ill_half_a_session_and_then_as_before(sets: int, fits: bool) -> None:
    """Nothing was missed, and four days later is the next session."""
    words = [] if fits else ["7 sets in the first session, at most 6 allowed"]
    assert says(COLD, {2: FULL, 3: FULL, 4: week(sets, 13)}) == words
    assert says(COLD, {2: FULL, 3: week(12, 12), 4: week(6, 13)}) == [
        "13 sets in a session, at most 12 allowed"
    ]


@pytest.mark.parametrize(("sets", "fits"), [(6, True), (7, False)])
def test_an_illness_between_the_sessions_of_a_week_halves_the_second(sets: int, fits: bool) -> None:
    """The one before it is as it was, and the next week has no more than before."""
    words = [] if fits else ["7 sets in the first session, at most 6 allowed"]
    before = {2: FULL, 3: week(12, 12), 4: week(6, 12)}
    assert says(COLD, before | {5: week(13, sets), 6: week(12, 12), 7: FULL}) == words
    assert says(COLD, before | {5: week(13, 6), 6: week(12, 13)}) == [
        "13 sets in a session, at most 12 allowed"
    ]


@pytest.mark.parametrize(("asked", "most"), [(COLD_PEAK, 8), (COLD_RACE, 9)])
def test_the_week_of_half_a_session_does_not_make_up_for_it(asked: Problem, most: int) -> None:
    """65 % of a session of 13 in the peak, 75 % before a race: Thursday and then Sunday."""
    plan = plan_of(asked, {2: FULL, 3: FULL, 4: FULL})
    half = session(asked, 31, D1, of(6))
    for sets, words in ((most, []), (most + 1, [f"{most + 1} sets in a session, at most {most}"])):
        other = session(asked, 33, D2, of(sets))
        faults = found(asked, RULE, Plan((*plan.sessions, half, other)))
        assert faults == [f"{word} allowed" for word in words]


@pytest.mark.parametrize(("sets", "fits"), [(5, True), (6, False)])
def test_until_a_whole_week_has_grown_the_first_week_is_the_measure(sets: int, fits: bool) -> None:
    """16 sets: a session has 8, and half of one is one set of each exercise."""
    words = [] if fits else ["6 sets in the first session, at most 5 allowed"]
    assert says(EARLY, {1: {D2: of(sets)}, 2: week(8, 8)}) == words
    assert says(EARLY, {1: {D2: of(5)}, 2: week(8, 9)}) == [
        "9 sets in a session, at most 8 allowed"
    ]


def test_a_run_cutback_on_the_way_back_repeats_the_week_before() -> None:
    """Back in week 5 after 17 days without a run; week 6 is the cutback."""
    assert CUTBACK.week(6).cutback
    back = {2: {D1: FULL[D1]}, 5: week(6, 6)}
    assert not says(CUTBACK, {1: FULL} | back | {6: week(6, 6), 7: week(9, 9)})
    assert says(CUTBACK, {1: FULL} | back | {6: week(6, 7)})


def test_an_easier_week_on_the_way_back_has_less_than_its_share() -> None:
    """Back in week 4 after a week off with 80 %; week 5 has a half marathon, 6 the day after."""
    raced = problem(weeks=9, phases=(2, 1), changes={34: "tuneup=21"})
    assert [raced.week(number).tuneup for number in (5, 6)] == [True, True]
    weeks = {2: FULL, 4: week(10, 10)}
    assert not says(raced, weeks | {5: week(8, 8), 6: week(8, 8)})
    assert says(raced, weeks | {5: week(8, 9)})


@pytest.mark.parametrize(("sets", "fits"), [(10, True), (11, False)])
def test_after_four_easier_weeks_80_percent_and_then_as_before(sets: int, fits: bool) -> None:
    assert [week.number for week in RACES.weeks if week.tuneup] == [5, 6, 7, 8]
    weeks = dict.fromkeys((2, 3, 4), FULL) | dict.fromkeys((5, 6, 7, 8), week(9, 9))
    assert bool(says(RACES, weeks | {9: week(10, sets), 10: FULL})) is not fits
    three = {number: FULL if number == 5 else weeks[number] for number in weeks}
    shorter = problem(weeks=13, phases=(2, 1), changes={33: "tuneup=21"})
    assert not says(shorter, three | {7: FULL, 8: FULL, 9: week(10, sets)})


def test_from_17_days_on_two_sets_a_week_more_up_to_the_peak() -> None:
    weeks = {2: FULL, 5: week(8, 8)}
    assert not says(LATER, weeks | {6: week(9, 9), 7: week(10, 10), 8: week(10, 10)})
    assert says(LATER, weeks | {6: week(9, 10)}) == ["19 sets, at most 18 allowed"]
    assert says(LATER, {2: FULL, 5: week(8, 9)}) == ["9 sets in a session, at most 8 allowed"]
    peak = weeks | {7: week(10, 10), 8: week(10, 11)}
    assert says(LATER, peak) == ["21 sets, at most 20 allowed"]


def test_after_a_long_illness_half_then_70_percent_then_two_more_up_to_the_peak() -> None:
    weeks = {2: FULL, 5: week(6, 6), 6: week(9, 9)}
    assert not says(ILL_LATER, weeks | {7: week(10, 10), 8: week(10, 10)})
    assert says(ILL_LATER, weeks | {7: week(10, 11)})[0] == "21 sets, at most 20 allowed"
    peak = weeks | {7: week(10, 10), 8: week(10, 11)}
    assert says(ILL_LATER, peak)[0] == "21 sets, at most 20 allowed"
    assert says(ILL_LATER, {2: FULL, 5: week(6, 6), 6: week(9, 10)})


def test_a_short_race_holds_the_way_back_in_the_seven_days_after_it_and_not_before() -> None:
    """Back in week 6; a race in place of week 8's long run, which leaves it less to run."""
    raced = problem(weeks=11, phases=(1, 1), changes={26: "easy", 54: "tuneup=10"})
    assert raced.week(8).cutback
    assert not raced.week(8).easier
    weeks = {2: FULL, 3: FULL, 6: week(8, 8), 7: week(9, 9), 8: week(10, 10)}
    assert not says(raced, weeks | {9: week(10, 10)})
    assert says(raced, weeks | {8: week(10, 11)}) == ["21 sets, at most 20 allowed"]
    assert says(raced, weeks | {9: week(10, 11)}) == ["21 sets, at most 20 allowed"]


def test_from_28_days_on_as_in_week_1() -> None:
    trained = {2: {D1: [3, 3, 2, 3, 3], D2: [3, 3, 3, 3, 3]}}
    assert not says(PROBLEM, trained | {7: week(8, 8)})
    assert "17 sets, at most 16 allowed" in says(PROBLEM, trained | {7: week(8, 9)})


@pytest.mark.parametrize(("sets", "fits"), [(9, True), (10, False)])
def test_the_one_session_of_a_peak_week_comes_back_by_shares(sets: int, fits: bool) -> None:
    """Nobody gave the other one up: after half of one it has 70 % of a session."""
    words = [] if fits else ["10 sets in a session, at most 9 allowed"]
    back = {2: FULL, 3: FULL, 6: {MERGED: of(6)}, 7: {MERGED: of(sets)}}
    assert says(PEAK, back) == words


def test_from_17_days_on_the_one_session_of_a_peak_week_gets_two_more() -> None:
    late = problem(weeks=9, phases=(4, 1), peak_sessions=(1, 1))
    weeks = {2: FULL, 5: {MERGED: of(8)}}
    assert not says(late, weeks | {6: {MERGED: of(10)}, 7: {MERGED: [3, 2, 3, 2, 2]}})
    assert says(late, weeks | {6: {MERGED: of(11)}}) == ["11 sets, at most 10 allowed"]


def test_with_one_session_a_week_seven_days_are_usual() -> None:
    merged = {MERGED: [3, 2, 3, 2, 3]}
    assert not says(ONCE, {2: merged, 3: merged})
    assert says(ONCE, {2: merged, 4: merged}) == ["13 sets in a session, at most 10 allowed"]


@pytest.mark.parametrize(
    ("weeks", "first", "then"),
    [
        ({2: one_for_two(9), 3: one_for_two(12)}, 9, 12),
        ({2: week(10, 10), 3: one_for_two(11)}, 8, 10),
        ({2: week(12, 12), 3: one_for_two(10)}, 9, 12),
        ({2: one_for_two(12), 3: week(9, 9)}, 7, 9),
    ],
)
def test_who_has_no_room_for_two_comes_back_to_the_one_session(
    weeks: dict[int, dict[SessionKind, list[int]]], first: int, then: int
) -> None:
    """Eleven days or more: 80 % of one, or of the mean of two, and then all of it."""
    over = f"{first + 1} sets in a session, at most {first} allowed"
    assert not says(PROBLEM, weeks | {5: one_for_two(first)})
    assert says(PROBLEM, weeks | {5: one_for_two(first + 1)}) == [over]
    back = weeks | {5: {MERGED: of(5), VERY_LIGHT: [1, 1, 1]}}
    over = f"{then + 1} sets in a session, at most {then} allowed"
    assert not says(PROBLEM, back | {6: one_for_two(then)})
    assert says(PROBLEM, back | {6: one_for_two(then + 1)}) == [over]


@pytest.mark.parametrize(("sets", "fits"), [(2, True), (3, False)])
def test_after_half_the_one_session_of_a_week_the_next_is_as_before(sets: int, fits: bool) -> None:
    """A day ill, seven days after the last session and two before the next: no week was missed."""
    weeks = {2: {MERGED: of(11)}, 3: {MERGED: of(11)}, 4: {MERGED: of(11)}}
    sizes = plan_of(COLD_ONCE, weeks | {6: {MERGED: [3, 2, sets, 2, 2]}})
    plan = Plan((*sizes.sessions, session(COLD_ONCE, 31, MERGED, of(5))))
    words = [] if fits else ["12 sets in a session, at most 11 allowed"]
    assert found(COLD_ONCE, RULE, plan) == words


def test_the_first_session_is_no_larger_than_any_before() -> None:
    """Nine days from Thursday to a single session on Saturday of the next week."""
    sizes = {2: week(8, 13), 3: {}, 4: {}}
    plan = plan_of(PROBLEM, sizes)
    back = session(PROBLEM, 19, D2, of(12))
    moved = tuple(replace(s, day=10) if s.day == 10 else s for s in plan.sessions)
    assert found(PROBLEM, RULE, Plan((*moved, back))) == []
    early = tuple(replace(s, day=8) if s.kind is D2 else s for s in plan.sessions)
    assert found(PROBLEM, RULE, Plan((*early, replace(back, day=17)))) == []


def test_before_any_session_there_is_no_gap() -> None:
    assert not says(PROBLEM, {3: FULL})


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InWeek(4)) == (
        "Week 4, after a week or more without strength, begins small: by the days without it a "
        "share of the sets before."
    )


def gappy(problem: Problem, rng: random.Random) -> Plan:
    """Weeks of anything, many of them empty."""
    sessions = []
    for each in problem.weeks:
        kinds = rng.choice([(), (), (D1, D2), (D1, D2), (D1, D2), (MERGED,), (D2,)])
        if not each.n_sessions or each.number == len(problem.weeks):
            kinds = ()
        days = sorted(rng.sample(each.days, len(kinds)))
        for day, kind in zip(days, kinds, strict=True):
            most = [slot.most for slot in problem.slots[kind]]
            sets = [rng.choice([min(2, m), rng.randint(1, m)]) for m in most]
            sessions.append(session(problem, day, kind, sets))
    return Plan(tuple(sessions))


def test_twin() -> None:
    twins(
        RULE,
        [
            PROBLEM,
            ILL,
            ILL_LATER,
            ONCE,
            FEVER,
            COLD,
            COLD_PEAK,
            COLD_RACE,
            EARLY,
            CUTBACK,
            PEAK,
            RACES,
        ],
        15,
        gappy,
    )


def test_any_file() -> None:
    survives(RULE, PROBLEM)
