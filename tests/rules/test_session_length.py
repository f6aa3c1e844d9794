"""How long a session may last."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.progression.session_time import longest_s
from runtall.rules.session_length import SessionLength, fullest_s
from tests.problems import problem
from tests.rules.by_hand import found, plan_of, session, strict_twins, survives, twins

PROBLEM = problem(weeks=6, phases=(2, 1))
SHORT = problem(weeks=4, phases=(1, 1), access=(Access(minutes=25),) * 28)
RULE = SessionLength()


def test_full_templates_fit_after_an_easy_run() -> None:
    for kind, day in ((SessionKind.D1, 0), (SessionKind.D2, 3), (SessionKind.MERGED, 0)):
        sets = [slot.most for slot in PROBLEM.slots[kind]]
        plan = Plan((session(PROBLEM, day, kind, sets),))
        assert not found(PROBLEM, RULE, plan)
        assert longest_s(plan.sessions[0].entries, PROBLEM.exercises) == fullest_s(PROBLEM, kind)


def test_half_an_hour_where_there_may_be_no_run() -> None:
    # 360 s, row 460, pulldown 310, face pull 210, carry 148 * n - 20, dead bug 264.
    assert longest_s(
        session(PROBLEM, 2, SessionKind.D1, [3, 3, 2, 1, 2]).entries, PROBLEM.exercises
    ) < (1800)
    assert not found(PROBLEM, RULE, Plan((session(PROBLEM, 2, SessionKind.D1, [3, 3, 2, 1, 2]),)))
    too_long = Plan((session(PROBLEM, 2, SessionKind.D1, [3, 3, 2, 2, 2]),))
    assert found(PROBLEM, RULE, too_long) == ["32 minutes, at most 30 allowed"]


def test_light_sessions_are_short_by_definition() -> None:
    assert not found(PROBLEM, RULE, plan_of(PROBLEM, {2: {SessionKind.LIGHT: [3, 3, 2]}}))
    plan = plan_of(PROBLEM, {2: {SessionKind.LIGHT: [3, 3, 3]}})
    assert found(PROBLEM, RULE, plan) == ["27 minutes, at most 25 allowed"]
    plan = plan_of(PROBLEM, {2: {SessionKind.VERY_LIGHT: [2, 2, 2]}})
    assert not found(PROBLEM, RULE, plan)


def test_taper_sessions_leave_room_for_a_round_of_mobility() -> None:
    access = (Access(minutes=18),) * 28
    tight = problem(weeks=4, phases=(1, 1), access=access)
    # Easy: 360 s, row 96 and 146 for each more, push-up 55, carry 88; mobility 300.
    assert not found(tight, RULE, plan_of(tight, {4: {SessionKind.VERY_LIGHT: [2, 1, 1]}}))
    plan = plan_of(tight, {4: {SessionKind.VERY_LIGHT: [2, 2, 1]}})
    assert found(tight, RULE, plan) == ["15 minutes beside its mobility, at most 13 allowed"]
    assert not found(tight, RULE, plan_of(tight, {2: {SessionKind.VERY_LIGHT: [2, 1, 1]}}))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(2, SessionKind.D1)) == (
        "Week 2: the D1 session may last 40 minutes; 30 on Wed 24 Mar, Fri 26 Mar, Sun 28 Mar."
    )
    assert RULE.say(PROBLEM, InSession(2, SessionKind.VERY_LIGHT)) == (
        "Week 2: the very light session may last 20 minutes."
    )
    assert RULE.say(SHORT, InSession(4, SessionKind.VERY_LIGHT)) == (
        "Week 4: the very light session may last 20 minutes beside its mobility."
    )
    away = problem(weeks=4, access=(Access(free=False),) * 28)
    assert RULE.say(away, InSession(2, SessionKind.D1)) == (
        "Week 2: no day is left for the D1 session."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, SHORT], 30)
    strict_twins(RULE, [PROBLEM, SHORT], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
