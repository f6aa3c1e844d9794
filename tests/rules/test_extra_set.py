"""One more set of one exercise at a time."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.rules.extra_set import ExtraSet, grows
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, session, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
TUNEUP = problem(weeks=7, phases=(2, 1), changes={11: "tuneup"})
GAP = problem(weeks=8, phases=(2, 1))
DUMBBELLS = Equipment(cable_g=(), pulldown_g=())
BANDS = Access(equipment=replace(DUMBBELLS, dumbbells_g=()))
AWAY = problem(
    weeks=6,
    phases=(2, 1),
    equipment=DUMBBELLS,
    access=tuple(BANDS if day == 9 else Access() for day in range(42)),
)
RULE = ExtraSet()


def test_one_slot_may_gain_one_set() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.D1: [2, 2, 1, 2, 1]}, 2: {SessionKind.D1: [3, 2, 1, 1, 1]}}
    )
    assert not found(PROBLEM, RULE, plan)


def test_neither_two_slots_nor_two_sets() -> None:
    plan = plan_of(
        PROBLEM, {1: {SessionKind.D1: [2, 2, 1, 2, 1]}, 2: {SessionKind.D1: [3, 2, 2, 1, 1]}}
    )
    assert found(PROBLEM, RULE, plan) == ["row +1, face_pull +1; at most 1 set allowed"]
    plan = plan_of(
        PROBLEM, {1: {SessionKind.D1: [2, 2, 1, 2, 1]}, 2: {SessionKind.D1: [2, 2, 1, 2, 3]}}
    )
    assert found(PROBLEM, RULE, plan) == ["dead_bug +2; at most 1 set allowed"]


def test_weeks_without_the_kind_are_passed_over() -> None:
    weeks = {
        1: {SessionKind.D1: [2, 2, 1, 2, 1]},
        2: {SessionKind.MERGED: [3, 2, 3, 2, 3]},
        3: {SessionKind.D1: [2, 2, 2, 2, 1]},
    }
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))
    weeks[3] = {SessionKind.D1: [2, 3, 2, 2, 1]}
    assert found(PROBLEM, RULE, plan_of(PROBLEM, weeks))


def test_reduced_weeks_gain_nothing_and_set_no_level() -> None:
    assert TUNEUP.week(2).tuneup
    weeks = {
        1: {SessionKind.D1: [2, 2, 2, 2, 2]},
        2: {SessionKind.D1: [1, 1, 1, 1, 1]},
        3: {SessionKind.D1: [2, 2, 2, 2, 2]},
        4: {SessionKind.D1: [3, 2, 2, 2, 2]},
    }
    assert not found(TUNEUP, RULE, plan_of(TUNEUP, weeks))
    weeks[2] = {SessionKind.D1: [1, 1, 1, 1, 3]}
    assert found(TUNEUP, RULE, plan_of(TUNEUP, weeks)) == ["dead_bug +1; at most none allowed"]


def test_nothing_grows_in_the_seven_days_after_a_race() -> None:
    """The race is on Friday of week 2: up to the next Friday no session gains a set."""
    race = problem(weeks=7, phases=(2, 1), changes={11: "tuneup=5"})
    small, more = session(race, 0, SessionKind.D1, [2, 2, 1, 2, 1]), [3, 2, 1, 2, 1]
    others = [session(race, day, SessionKind.D2, [1, 1, 1, 1, 1]) for day in (3, 10, 15)]
    for day, fits in ((12, False), (18, False), (19, True)):
        plan = Plan((small, *others, session(race, day, SessionKind.D1, more)))
        assert found(race, RULE, plan) == ([] if fits else ["row +1; at most none allowed"])
    assert RULE.say(race, InSession(3, SessionKind.D1)) == (
        "Week 3: no exercise of the D1 session gains a set around a race."
    )


def test_after_a_gap_nothing_grows_and_then_sets_are_as_before() -> None:
    """Week 3 is missed: week 4 has fewer sets and sets no level, week 5 has them all again."""
    full, less = [3, 2, 2, 2, 2], [2, 2, 1, 2, 1]
    weeks = {week: {SessionKind.D1: full, SessionKind.D2: full} for week in (1, 2, 5)}
    weeks[4] = {SessionKind.D1: less, SessionKind.D2: less}
    assert not found(GAP, RULE, plan_of(GAP, weeks))
    weeks[4][SessionKind.D1] = [3, 3, 1, 2, 1]
    assert found(GAP, RULE, plan_of(GAP, weeks)) == ["pulldown +1; at most none allowed"]


def test_what_comes_back_after_a_long_gap_is_no_gain() -> None:
    """How fast it comes back is a matter of coming-back; one set more than before it is a gain."""
    full, less = [2, 2, 2, 2, 2], [1, 1, 1, 1, 1]
    weeks = {1: {SessionKind.D1: full}, 4: {SessionKind.D1: less}, 5: {SessionKind.D1: full}}
    assert not found(GAP, RULE, plan_of(GAP, weeks))
    weeks[5] = {SessionKind.D1: [3, 2, 2, 2, 2]}
    assert not found(GAP, RULE, plan_of(GAP, weeks))
    weeks[5] = {SessionKind.D1: [3, 2, 2, 2, 3]}
    assert found(GAP, RULE, plan_of(GAP, weeks)) == ["row +1, dead_bug +1; at most 1 set allowed"]


def test_so_it_is_with_one_session_for_all() -> None:
    once = problem(weeks=9, phases=(1, 1), base_sessions=1)
    full, half = {SessionKind.MERGED: [3, 2, 3, 2, 3]}, {SessionKind.MERGED: [2, 1, 1, 1, 1]}
    weeks = {1: full, 2: full, 5: half, 6: {SessionKind.MERGED: [2, 2, 2, 1, 2]}}
    assert not found(once, RULE, plan_of(once, weeks))
    # Without a gap it is one.
    weeks = {1: half, 2: {SessionKind.MERGED: [2, 2, 2, 1, 1]}}
    assert found(once, RULE, plan_of(once, weeks)) == [
        "second_pull +1, push_up +1; at most 1 set allowed"
    ]
    twins(RULE, [once], 25)


def test_after_a_long_gap_sets_come_back_in_the_peak_and_none_more() -> None:
    before = {week: {SessionKind.D1: [3, 2, 2, 2, 2]} for week in (1, 2)}
    late = problem(weeks=9, phases=(2, 1))
    assert [week.phase for week in late.weeks[5:8]] == [Phase.BASE, Phase.PEAK, Phase.PEAK]
    weeks = {**before, 6: {SessionKind.D1: [2, 1, 1, 1, 1]}}
    weeks[7] = {SessionKind.D1: [2, 2, 1, 1, 1]}
    weeks[8] = {SessionKind.D1: [3, 2, 2, 2, 2]}
    assert not found(late, RULE, plan_of(late, weeks))
    # Back in base or in the peak itself: sets are measured by those before the gap.
    for gone in (weeks, {**before, 6: {}}):
        back = {**gone, 7: {SessionKind.D1: [3, 2, 2, 2, 3]}}
        assert found(late, RULE, plan_of(late, back)) == ["dead_bug +1; at most none allowed"]
    twins(RULE, [late], 25)


def test_peak_weeks_gain_nothing_but_a_first_session_is_free() -> None:
    weeks = {3: {SessionKind.D1: [2, 2, 1, 2, 1]}, 4: {SessionKind.D1: [2, 2, 1, 2, 1]}}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, weeks))
    weeks[5] = {SessionKind.D1: [2, 2, 2, 2, 1], SessionKind.MERGED: [3, 3, 3, 3, 3]}
    plan = plan_of(PROBLEM, {3: weeks[3], 5: weeks[5]})
    assert found(PROBLEM, RULE, plan) == ["face_pull +1; at most none allowed"]


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1)) == (
        "Week 3: one exercise of the D1 session may gain one set, and no more."
    )
    assert RULE.say(PROBLEM, InSession(4, SessionKind.D2)) == (
        "Week 4: no exercise of the D2 session gains a set."
    )


def test_a_day_with_nothing_to_do_it_with_sets_no_level() -> None:
    """A Wednesday with bands alone has no one-arm row: it comes back as it was."""
    away, usual = AWAY.weeks[1].days[2], AWAY.weeks[1].days[1]
    slots = AWAY.slots[SessionKind.D1]
    there = [set(slot.alternatives) & AWAY.days[away].possible for slot in slots]
    (lacking,) = (index for index, possible in enumerate(there) if not possible)
    assert grows(AWAY.weeks[1])
    sets = [2] * len(slots)
    without = [0 if index == lacking else 2 for index in range(len(slots))]
    push = {SessionKind.D2: [1] * len(AWAY.slots[SessionKind.D2])}
    weeks = {
        number: {SessionKind.D1: of_week} for number, of_week in enumerate((sets, without, sets), 1)
    }
    plan = plan_of(AWAY, {number: pull | push for number, pull in weeks.items()})
    for day in (away, usual):
        moved = tuple(
            replace(s, day=day) if s.day // 7 == 1 and s.kind is SessionKind.D1 else s
            for s in plan.sessions
        )
        assert bool(found(AWAY, RULE, replace(plan, sessions=moved))) == (day == usual)


def test_twin() -> None:
    twins(RULE, [PROBLEM, TUNEUP, AWAY], 25)
    strict_twins(RULE, [PROBLEM, TUNEUP, AWAY], 25)


def test_any_file() -> None:
    survives(RULE, PROBLEM)


def test_the_one_session_of_a_peak_week_is_not_held_to_a_small_one_of_the_first_weeks() -> None:
    single = problem(weeks=6, phases=(2, 1), peak_sessions=(1, 1))
    full = {SessionKind.D1: [3, 3, 2, 3, 2], SessionKind.D2: [3, 2, 3, 3, 2]}
    weeks = {
        1: {SessionKind.MERGED: [1, 1, 1, 1, 1]},
        3: full,
        4: {SessionKind.MERGED: [3, 2, 2, 2, 2]},
    }
    assert not found(single, RULE, plan_of(single, weeks))


def test_one_session_in_place_of_two_is_not_held_to_a_small_one_long_ago() -> None:
    small, whole = ({SessionKind.MERGED: [sets, 1, sets, 1, 1]} for sets in (1, 3))
    two = {SessionKind.D1: [2, 2, 1, 2, 1]}
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {1: small, 2: two, 3: whole}))
    assert found(PROBLEM, RULE, plan_of(PROBLEM, {1: small, 3: whole}))
