"""Few moves."""

from __future__ import annotations

import random

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.where import InSession, InWeek
from runtall.rules.distinct_exercises import DistinctExercises
from tests.problems import problem, with_alternatives
from tests.rules.by_hand import found, session, strict_twins, survives, twins

PRESSES = ("db_bench_press", "landmine_press", "db_overhead_press")
PROBLEM = with_alternatives(
    problem(weeks=3, phases=(1, 1)),
    {
        "row": ("one_arm_db_row", "band_row"),
        "pulldown": ("lat_pulldown", "seated_cable_row", "band_row"),
        "push_up": PRESSES,
        "bench": PRESSES,
        "cable_row": ("seated_cable_row", "band_row"),
        "farmer": ("farmer_carry", "suitcase_carry"),
    },
)
"""Alternatives that share exercises with each other, which derived ones of a session never do."""
PLAIN = problem(weeks=4, phases=(1, 1))
RULE = DistinctExercises()


def test_no_exercise_twice_in_a_session() -> None:
    alternatives = {slot.name: slot.alternatives for slot in PROBLEM.slots[SessionKind.D1]}
    assert "band_row" in alternatives["row"]
    assert "band_row" in alternatives["pulldown"]
    twice = session(
        PROBLEM, 0, SessionKind.D1, [1, 1, 1, 1, 1], row="band_row", pulldown="band_row"
    )
    assert found(PROBLEM, RULE, Plan((twice,))) == ["band row twice"]
    once = session(PROBLEM, 0, SessionKind.D1, [1, 1, 1, 1, 1], row="band_row")
    assert not found(PROBLEM, RULE, Plan((once,)))


def test_two_presses_a_week() -> None:
    def presses(*names: str) -> list[str]:
        push_up, bench, merged = names
        plan = Plan(
            (
                session(PROBLEM, 0, SessionKind.D2, [1, 1, 1, 1, 1], push_up=push_up, bench=bench),
                session(PROBLEM, 3, SessionKind.MERGED, [1, 1, 1, 1, 1], push_up=merged),
            )
        )
        return found(PROBLEM, RULE, plan)

    assert not presses("landmine_press", "db_bench_press", "db_bench_press")
    assert presses("landmine_press", "db_bench_press", "db_overhead_press") == [
        "3 press exercises, at most 2 allowed"
    ]


def test_ten_exercises_a_week() -> None:
    def week(row: str) -> list[str]:
        plan = Plan(
            (
                session(PROBLEM, 0, SessionKind.D1, [1, 1, 1, 1, 1], row="one_arm_db_row"),
                session(PROBLEM, 2, SessionKind.MERGED, [1, 0, 0, 0, 0], row=row),
                session(
                    PROBLEM,
                    3,
                    SessionKind.D2,
                    [1, 1, 1, 1, 1],
                    push_up="landmine_press",
                    bench="db_bench_press",
                    cable_row="seated_cable_row",
                ),
            )
        )
        return found(PROBLEM, RULE, plan)

    assert not week("one_arm_db_row")
    assert week("band_row") == ["11 exercises, at most 10 allowed"]


def test_counts_of_a_file() -> None:
    keys = list(PLAIN.exercises)
    keys.remove("band_pull_apart")
    pulls_and_core = [key for key in keys if PLAIN.exercises[key].pattern.value != "push"]

    def week(count: int, first: int) -> list[str]:
        chosen = [Entry(place, key, 1) for place, key in enumerate(pulls_and_core[:count], 1)]
        plan = Plan(
            (
                Session(0, SessionKind.D1, tuple(chosen[:first])),
                Session(3, SessionKind.D2, tuple(chosen[first:])),
            )
        )
        return [violation.found for violation in RULE.check(PLAIN, plan)]

    assert not week(10, 5)
    assert week(9, 6) == ["6 exercises, at most 5 allowed"]
    assert week(11, 5) == [
        "6 exercises, at most 5 allowed",
        "11 exercises, at most 10 allowed",
    ]


def test_the_usual_templates_leave_nothing_to_post() -> None:
    def never(*_: object) -> None:
        raise AssertionError

    class Silent:
        relaxes = False
        require = define = switch = staticmethod(never)

        def kinds(self, week: int) -> tuple[SessionKind, ...]:
            return PLAIN.week(week).kinds

        def slots(self, kind: SessionKind) -> object:
            return PLAIN.slots[kind]

        def does(self, *_: object) -> int:
            return 1

    RULE.post(PLAIN, Silent())  # type: ignore[arg-type]


def test_sentences() -> None:
    assert RULE.say(PLAIN, InWeek(3)) == (
        "Week 3 has ten exercises at most, and two presses among them."
    )
    assert RULE.say(PLAIN, InSession(3, SessionKind.D1)) == (
        "Week 3: the D1 session has five exercises at most, and none twice."
    )


def crowded(problem: Problem, rng: random.Random) -> Plan:
    """A week of up to three full sessions with any of their alternatives."""
    kinds = (SessionKind.D1, SessionKind.D2, SessionKind.MERGED)[: rng.randint(1, 3)]
    return Plan(
        tuple(
            Session(
                day,
                kind,
                tuple(
                    Entry(slot.position, rng.choice(slot.alternatives), 1)
                    for slot in problem.slots[kind]
                    if rng.random() < 0.8
                ),
            )
            for day, kind in enumerate(kinds)
        )
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 20)
    twins(RULE, [PROBLEM], 100, crowded)
    strict_twins(RULE, [PROBLEM], 40)


def test_any_file() -> None:
    survives(RULE, PLAIN)
