from __future__ import annotations

import pytest

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.request import Access
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.introductions import Introductions
from tests.objectives.plans import agree, plan_of, session, switched_off
from tests.problems import problem, with_alternatives

HOME = Equipment(cable_g=(), pulldown_g=())
WEEK = [Access(equipment=HOME) if weekday in {0, 2} else Access() for weekday in range(7)]
PROBLEM = problem(weeks=6, phases=(2, 1), access=tuple(WEEK * 6))
"""No cable at home: some slots have a choice between the machine and the band."""
CABLE_ROW = 3


def rows(*weeks: tuple[int, dict[int, str]]) -> Plan:
    """D2 on the given days, with other exercises in some positions."""
    return plan_of(*(session(PROBLEM, day, SessionKind.D2, None, other) for day, other in weeks))


def test_there_is_a_choice() -> None:
    alternatives = {slot.position: slot.alternatives for slot in PROBLEM.slots[SessionKind.D2]}
    assert alternatives[CABLE_ROW] == ("seated_cable_row", "band_row")


def test_the_first_week_is_free() -> None:
    assert Introductions().value(PROBLEM, rows((3, {}))) == 0


@pytest.mark.parametrize(
    ("day", "cost"),
    [(9, 0), (10, 3), (8, 0), (11, 3)],  # 2 days before Saturday's long run, and 3
)
def test_not_shortly_before_a_long_run(day: int, cost: int) -> None:
    plan = rows((3, {}), (day, {CABLE_ROW: "band_row"}))
    assert Introductions().value(PROBLEM, plan) == cost


def test_known_is_known() -> None:
    band = {CABLE_ROW: "band_row"}
    plan = rows((3, band), (10, {}), (17, band), (24, {}))
    assert Introductions().value(PROBLEM, plan) == 3  # the cable row in week 2


def test_one_a_session() -> None:
    cable, band = Entry(3, "seated_cable_row", 1), Entry(4, "band_row", 1)
    together = plan_of(Session(8, SessionKind.D2, (cable, band)))
    assert Introductions().value(PROBLEM, together) == 3
    apart = plan_of(Session(8, SessionKind.D2, (cable,)), Session(9, SessionKind.D1, (band,)))
    assert Introductions().value(PROBLEM, apart) == 0


def test_nothing_where_no_slot_has_a_choice() -> None:
    plain = problem(weeks=6, phases=(2, 1))
    assert Introductions().expression(plain, build(plain, Scope.ANYTHING, [])) == 0
    assert Introductions().value(plain, plan_of(session(plain, 10, SessionKind.D2))) == 0


def test_off() -> None:
    off = problem(weeks=6, access=tuple(WEEK * 6), off=frozenset({"introductions"}))
    assert switched_off(off, Introductions(), rows((10, {})))


def test_twin() -> None:
    agree(PROBLEM, Introductions(), plans=16)


def test_what_the_first_planned_week_has_is_not_new() -> None:
    late = problem(weeks=6, phases=(2, 1), access=tuple(WEEK * 6), starts=14)
    plan = plan_of(session(late, 14, SessionKind.D1), session(late, 17, SessionKind.D2))
    assert Introductions().value(late, plan) == 0
    agree(late, Introductions(), plans=30)


def test_twin_with_many_choices() -> None:
    rows = ("one_arm_db_row", "band_row", "seated_cable_row")
    alternatives = {
        "row": rows,
        "pulldown": ("lat_pulldown", *rows),
        "bench": ("db_bench_press", "db_overhead_press"),
        "cable_row": rows,
        "farmer": ("farmer_carry", "suitcase_carry"),
        "pallof": ("pallof_press", "side_plank"),
    }
    agree(
        with_alternatives(problem(weeks=5, phases=(1, 1)), alternatives), Introductions(), plans=8
    )
