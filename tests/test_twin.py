"""All rules and objectives at once: the solver and the check say the same of any plan.

Each rule has its own twin test beside its own problems. Here they all meet the same plans, in
models without relaxations, with relaxations in some weeks only, and in ones that hold anything.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from runtall.check.violations import violations
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.request import Access, Ban, Fix
from runtall.model.scope import Scope
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES
from tests.objectives.plans import strict_plan
from tests.problems import problem, with_alternatives, with_whole_templates
from tests.twin import judge, random_plan

BANDS = Access(equipment=replace(NOTHING, bands=True))
ROWS = ("one_arm_db_row", "band_row", "seated_cable_row")
PRESSES = ("push_up", "db_bench_press", "db_overhead_press")
SAMPLE = problem(weeks=6, phases=(2, 1))
CHOICE = with_alternatives(
    with_whole_templates(
        problem(
            weeks=6,
            phases=(2, 1),
            athlete=Athlete(painful=frozenset({"face_pull"}), signs={"torso_twists": 3}),
            avoid=frozenset({"db_overhead_press"}),
            access=tuple(BANDS if day % 7 == 3 or day // 7 == 2 else Access() for day in range(42)),
        )
    ),
    {
        "row": ROWS,
        "pulldown": ("lat_pulldown", *ROWS),
        "push_up": PRESSES,
        "bench": PRESSES,
        "farmer": ("farmer_carry", "suitcase_carry"),
        "pallof": ("pallof_press", "dead_bug"),
    },
)
"""Two places, something that hurts, something to avoid, and slots that share exercises."""
SUNDAY = problem(
    "recovery easy workout easy rest easy? long",
    weeks=9,
    phases=(2, 2),
    athlete=Athlete(Experience.TRAINED, signs={"neck_tight": 3}),
    fixes=(Fix(SessionKind.D2, "wed"), Fix(SessionKind.D1, "sun", 2)),
    own=tuple((OwnSession("Gym", counts=True),) if day == 29 else () for day in range(63)),
    access=tuple(Access(free=day != 37, ill=day == 37, recovering=day == 38) for day in range(63)),
)
"""Trained, with a sign, two sessions fixed, one of the runner's own, and a day of illness."""
TUNEUP = problem(
    "easy workout easy+easy medium_long easy long rest",
    weeks=10,
    phases=(2, 2),
    changes={26: "tuneup", 27: "long"},
    bans=(Ban("mon", week=3), Ban(kind=SessionKind.D1, week=2)),
    access=tuple(
        Access(free=not 13 < day < 20, minutes=25 if day % 7 == 4 else None) for day in range(70)
    ),
)
"""Away from Monday to Saturday of week 3, so that its Sunday is the first day back."""
HOLDS = problem(
    "easy easy+workout easy easy easy long easy?",
    weeks=7,
    phases=(3, 1),
    athlete=Athlete(posture_sags=False, overhead_irritates=True),
    peak_sessions=(1, 1),
    equipment=Equipment(cable_g=(), pulldown_g=()),
    access=tuple(Access(free=day % 7 != 4, opens=time(18)) for day in range(49)),
    off=frozenset({"coverage", "option-preference"}),
    starts=9,
)
"""The posture doesn't sag, Friday is off, some rules are; it starts in the midst of week 2."""
PROBLEMS = (SAMPLE, CHOICE, SUNDAY, TUNEUP, HOLDS)
UNBREAKABLE = {rule.id for rule in RULES if rule.reach is Reach.DOSES}
"""Nothing that a model decides can break these; a file can."""


def any_plan(variables: CpVariables, rng: random.Random) -> Plan:
    """Any plan that a model of this scope can express."""
    asked = variables.problem
    strict, wild = strict_plan(asked, rng), random_plan(asked, rng)
    if variables.scope is Scope.ANYTHING:
        return wild
    sessions = [s for s in strict.sessions if not variables.relaxes(s.day // 7 + 1)]
    sessions += [
        s
        for s in wild.sessions
        if variables.relaxes(s.day // 7 + 1) and s.kind in variables.kinds(s.day // 7 + 1)
    ]
    relaxed = [used for used in wild.relaxed if variables.relaxes(used.week)]
    ordered = sorted(sessions, key=lambda session: (session.day, session.kind))
    return Plan(tuple(ordered), strict.mobility, tuple(relaxed))


def crowded(asked: Problem) -> Plan:
    """A week with every kind of session, all as full as can be."""
    return Plan(
        tuple(
            Session(day, kind, tuple(Entry(s.position, s.alternatives[0], s.most) for s in slots))
            for day, (kind, slots) in enumerate(asked.slots.items())
        )
    )


def empty(asked: Problem) -> Plan:
    """A week whose one session has no exercise."""
    return Plan((Session(0, next(iter(asked.slots)), ()),))


def back_after_weeks(asked: Problem) -> Plan:
    """A session in the first week, and the next on the last day of the third."""
    kind = next(iter(asked.slots))
    return Plan(tuple(Session(day, kind, ()) for day in (0, 20)))


def some_weeks(asked: Problem, rng: random.Random) -> list[int]:
    return sorted(rng.sample([week.number for week in asked.weeks if week.n_sessions], 3))


def plans_of(asked: Problem, rng: random.Random) -> Iterator[tuple[Scope, list[int] | None, Plan]]:
    """Scope of a model, the weeks in which it relaxes, and a plan that it can express."""
    yield Scope.ANYTHING, None, crowded(asked)
    yield Scope.ANYTHING, None, empty(asked)
    yield Scope.ANYTHING, None, back_after_weeks(asked)
    relaxed = [(Scope.RELAXED, some_weeks(asked, rng), 2) for _ in range(3)]
    for scope, weeks, count in (
        (Scope.ANYTHING, None, 10), *relaxed, (Scope.STRICT, None, 6)
    ):  # fmt: skip
        variables = CpVariables(asked, scope, open_weeks=weeks)
        for _ in range(count):
            yield scope, weeks, any_plan(variables, rng)


def test_all_at_once() -> None:
    rng = random.Random(46)
    verdicts, values = defaultdict(set), defaultdict(set)
    for asked in PROBLEMS:
        rules = {rule.id for rule in RULES if asked.on(rule.id)}
        for scope, weeks, plan in plans_of(asked, rng):
            kept, costs = judge(asked, plan, scope, weeks)
            expected = rules - {violation.rule for violation in violations(asked, plan)}
            assert kept == expected, (scope, weeks, plan, kept ^ expected)
            assert costs == {o.id: o.value(asked, plan) for o in OBJECTIVES}, (scope, weeks, plan)
            for rule in rules:
                verdicts[rule].add(rule in kept)
            for key, cost in costs.items():
                values[key].add(cost)
    breakable = {rule.id for rule in RULES} - UNBREAKABLE
    assert {rule for rule, seen in verdicts.items() if len(seen) == 2} == breakable
    assert {key for key, seen in values.items() if len(seen) > 1} == {o.id for o in OBJECTIVES}
