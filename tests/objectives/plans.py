"""Plans by hand, and the twin test of objectives in both kinds of model."""

from __future__ import annotations

import random

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.objectives.base import Objective
from tests.twin import cost, random_plan


def session(
    problem: Problem,
    day: int,
    kind: SessionKind,
    sets: dict[int, int] | None = None,
    exercises: dict[int, str] | None = None,
) -> Session:
    """The full template on a day, with other sets or exercises in some positions."""
    entries = (
        Entry(
            slot.position,
            (exercises or {}).get(slot.position, slot.alternatives[0]),
            (sets or {}).get(slot.position, slot.full),
        )
        for slot in problem.slots[kind]
    )
    return Session(day, kind, tuple(entry for entry in entries if entry.sets))


def plan_of(*sessions: Session, mobility: tuple[int, ...] = ()) -> Plan:
    return Plan(tuple(sessions), mobility)


def pairs(problem: Problem, first: int, second: int, weeks: range, d1_first: bool = True) -> Plan:
    """D1 and D2 on the same two weekdays (0..6) in each of some weeks."""
    kinds = (SessionKind.D1, SessionKind.D2) if d1_first else (SessionKind.D2, SessionKind.D1)
    return plan_of(
        *(
            session(problem, 7 * (week - 1) + weekday, kind)
            for week in weeks
            for weekday, kind in zip((first, second), kinds, strict=True)
        )
    )


def strict_plan(problem: Problem, rng: random.Random) -> Plan:
    """Any plan of a model without relaxations: the week's kinds, a set in every slot."""
    pair = sorted(rng.sample(range(7), 2))
    moves = rng.choice([0, 0.2, 1])
    sessions = []
    for week in problem.weeks:
        for place, kind in enumerate(week.kinds):
            offset = rng.randrange(7) if rng.random() < moves else pair[place]
            entries = (
                Entry(slot.position, rng.choice(slot.alternatives), rng.randint(1, slot.most))
                for slot in problem.slots[kind]
            )
            sessions.append(Session(week.days[offset], kind, tuple(entries)))
    mobility = tuple(
        day.index
        for day in problem.days
        if day.for_mobility and day.free and day.to_race > 0 and rng.random() < 0.4
    )
    return Plan(tuple(sessions), mobility)


def agree(problem: Problem, objective: Objective, plans: int = 12, *, strict: bool = True) -> None:
    """Expression and value are the same number, and not always the same one."""
    rng = random.Random(f"{objective.id} {problem.days[0].date}")
    values = set()
    for _ in range(plans):
        plan = random_plan(problem, rng)
        value = objective.value(problem, plan)
        assert cost(problem, objective, plan) == value
        values.add(value)
    assert len(values) > 1
    values = set()
    for _ in range(plans if strict else 0):
        plan = strict_plan(problem, rng)
        value = objective.value(problem, plan)
        assert cost(problem, objective, plan, Scope.STRICT) == value
        values.add(value)
    assert not strict or len(values) > 1


def switched_off(problem: Problem, objective: Objective, plan: Plan) -> bool:
    """Whether nothing is left of it in a problem that leaves it out."""
    assert not problem.on(objective.id)
    expression = objective.expression(problem, build(problem, Scope.ANYTHING, []))
    return isinstance(expression, int) and expression == 0 == objective.value(problem, plan)
