"""Nothing new in peak and taper."""

from __future__ import annotations

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.rules.no_new_exercise import NoNewExercise
from tests.problems import problem
from tests.rules.by_hand import found, session, strict_twins, survives, twins

AWAY = Access(equipment=Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bench=False))
PROBLEM = problem(
    weeks=5, phases=(1, 1), access=tuple(AWAY if d % 7 == 2 else Access() for d in range(35))
)
RULE = NoNewExercise()


def rows(base: str, late: str) -> Plan:
    return Plan(
        (
            session(PROBLEM, 0, SessionKind.D1, [1, 0, 0, 0, 0], row=base),
            session(PROBLEM, 21, SessionKind.MERGED, [1, 0, 0, 0, 0], row=late),
        )
    )


def test_a_swap_to_something_known_is_allowed() -> None:
    assert set(PROBLEM.slots[SessionKind.D1][0].alternatives) >= {"one_arm_db_row", "band_row"}
    assert not found(PROBLEM, RULE, rows("band_row", "band_row"))


def test_something_new_is_named() -> None:
    plan = rows("band_row", "one_arm_db_row")
    assert found(PROBLEM, RULE, plan) == ["one-arm dumbbell row for the first time"]
    (violation,) = RULE.check(PROBLEM, plan)
    assert violation.where == InSession(4, SessionKind.MERGED, 1)


def test_a_trip_may_bring_a_substitute() -> None:
    """Only on the day that lacks the row: on Wednesdays there are bands alone."""
    for day, said in ((23, []), (24, ["band row for the first time"])):
        plan = Plan((session(PROBLEM, day, SessionKind.MERGED, [1, 0, 0, 0, 0], row="band_row"),))
        assert found(PROBLEM, RULE, plan) == said


def test_without_base_weeks_the_rule_is_silent() -> None:
    late = problem(weeks=3, phases=(1, 2))
    assert not found(late, RULE, Plan((session(late, 0, SessionKind.D1, [1, 1, 1, 1, 1]),)))


def test_sentence() -> None:
    assert RULE.say(PROBLEM, InSession(4, SessionKind.D1, 1)) == (
        "Week 4 (peak) has no exercise that was not done in base weeks."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM, problem(weeks=4, phases=(1, 1))], 30)
    strict_twins(RULE, [PROBLEM], 30)


def test_any_file() -> None:
    survives(RULE, PROBLEM)
