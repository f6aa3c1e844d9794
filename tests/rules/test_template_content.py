"""A session follows its template."""

from __future__ import annotations

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.domain.where import InSession, Violation, Where
from runtall.rules.template_content import TemplateContent
from tests.problems import problem, with_whole_templates
from tests.rules.by_hand import found, session, survives, twins

PROBLEM = problem(weeks=4, phases=(1, 1))
AWAY = Access(equipment=Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bench=False))
TRAVEL = problem(
    weeks=4, phases=(1, 1), access=tuple(AWAY if d % 7 == 2 else Access() for d in range(28))
)
SPARED = problem(weeks=4, phases=(1, 1), athlete=Athlete(painful=frozenset({"face_pull"})))
HURT = with_whole_templates(SPARED)
HURRIED = problem(weeks=4, phases=(1, 1), access=(Access(minutes=15),) * 28)
RULE = TemplateContent()


def test_a_set_of_each_slot_is_enough_and_none_may_lack() -> None:
    assert not found(PROBLEM, RULE, Plan((session(PROBLEM, 0, SessionKind.D1, [1, 1, 1, 1, 1]),)))
    plan = Plan((session(PROBLEM, 0, SessionKind.D1, [3, 3, 0, 3, 3]),))
    assert found(PROBLEM, RULE, plan) == ["face pull left out"]
    assert next(iter(RULE.check(PROBLEM, plan))).where == InSession(1, SessionKind.D1, 3)


def test_only_a_declared_session_after_speed_work_may_be_a_part() -> None:
    parts = (session(PROBLEM, 1, SessionKind.D1, [2, 2, 0, 0, 1]),)
    assert len(found(PROBLEM, RULE, Plan(parts))) == 2
    declared = (Relaxed(1, Relaxation.SPEED_DAY),)
    assert not found(PROBLEM, RULE, Plan(parts, relaxed=declared))
    calm = (session(PROBLEM, 0, SessionKind.D1, [2, 2, 0, 0, 1]),)
    assert len(found(PROBLEM, RULE, Plan(calm, relaxed=declared))) == 2


def test_what_is_impossible_may_lack() -> None:
    parts = [3, 3, 0, 3, 3]
    assert not found(HURT, RULE, Plan((session(HURT, 0, SessionKind.D1, parts),)))
    full = session(HURT, 0, SessionKind.D1, [3, 3, 1, 3, 3])
    assert not found(HURT, RULE, Plan((full,)))
    assert [violation.found for violation in RULE.check(SPARED, Plan((full,)))] == [
        "face pull: no such place in the template"
    ]
    bench = [3, 0, 3, 3, 3]
    here, away = (Plan((session(TRAVEL, day, SessionKind.D2, bench),)) for day in (0, 2))
    assert found(TRAVEL, RULE, here) == ["dumbbell bench press left out"]
    assert "db_bench_press" in TRAVEL.slots[SessionKind.D2][1].alternatives
    assert not found(TRAVEL, RULE, away)


def test_where_time_is_very_short_slots_are_optional() -> None:
    assert HURRIED.optional_slots
    assert not found(HURRIED, RULE, Plan((session(HURRIED, 0, SessionKind.D1, [1, 0, 0, 0, 0]),)))


def test_entries_of_a_file() -> None:
    entries = (
        Entry(2, "lat_pulldown", 4),
        Entry(1, "push_up", 2),
        Entry(1, "one_arm_db_row", 2),
        Entry(6, "dead_bug", 1),
        Entry(3, "face_pull", 0),
        Entry(4, "suitcase_carry", 3),
        Entry(5, "dead_bug", 3),
    )
    where = InSession(1, SessionKind.D1)

    def at(slot: int) -> Where:
        return InSession(1, SessionKind.D1, slot)

    assert list(RULE.check(PROBLEM, Plan((Session(0, SessionKind.D1, entries),)))) == [
        Violation("template-content", where, "exercises out of order"),
        Violation("template-content", at(2), "4 sets, 1 to 3 allowed"),
        Violation("template-content", at(1), "push-up takes the place of another exercise"),
        Violation(
            "template-content", at(1), "one-arm dumbbell row: a second exercise in the same place"
        ),
        Violation("template-content", at(6), "dead bug: no such place in the template"),
        Violation("template-content", at(3), "0 sets, 1 to 2 allowed"),
    ]


def test_sentences() -> None:
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1, 1)) == (
        "Week 3: the D1 session has 1 to 3 sets of one-arm dumbbell row."
    )
    assert RULE.say(PROBLEM, InSession(3, SessionKind.D1)) == (
        "Week 3: the D1 session has the exercises of its template, in their order."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, TRAVEL, HURT], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
