"""Plans made by hand, and the twin test of a rule over many random ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.model.scope import Scope
from runtall.rules.base import Rule
from tests.twin import feasible, random_plan

OFFSETS = {
    SessionKind.D1: 0,
    SessionKind.D2: 3,
    SessionKind.MERGED: 0,
    SessionKind.LIGHT: 2,
    SessionKind.VERY_LIGHT: 4,
}


def session(
    problem: Problem, day: int, kind: SessionKind, sets: Sequence[int], **swaps: str
) -> Session:
    """Session with these sets per slot, 0 leaving one out; ``swaps`` are exercises by slot."""
    return Session(
        day,
        kind,
        tuple(
            Entry(slot.position, swaps.get(slot.name, slot.alternatives[0]), count)
            for slot, count in zip(problem.slots[kind], sets, strict=True)
            if count
        ),
    )


def plan_of(
    problem: Problem,
    weeks: Mapping[int, Mapping[SessionKind, Sequence[int]]],
    relaxed: Iterable[tuple[int, Relaxation]] = (),
) -> Plan:
    """Plan with these sets per week, kind and slot, on usual days."""
    sessions = [
        session(problem, 7 * (week - 1) + OFFSETS[kind], kind, sets)
        for week, kinds in weeks.items()
        for kind, sets in kinds.items()
    ]
    return Plan(
        tuple(sorted(sessions, key=lambda session: session.day)),
        relaxed=tuple(sorted(Relaxed(week, step) for week, step in relaxed)),
    )


def found(problem: Problem, rule: Rule, plan: Plan) -> list[str]:
    """What the check says, once the solver has been seen to agree with it."""
    violations = list(rule.check(problem, plan))
    assert all(violation.rule == rule.id for violation in violations)
    assert feasible(problem, rule, plan) == (not violations), violations
    return [violation.found for violation in violations]


def strictly_feasible(problem: Problem, rule: Rule, plan: Plan) -> bool:
    """Whether the plan fits a model without relaxations that has only this rule."""
    return feasible(problem, rule, plan, Scope.STRICT)


def usual_plan(problem: Problem, rng: random.Random) -> Plan:
    """Plan of a model without relaxations, whose sets wander by one now and then."""
    restless = rng.choice([0.03, 0.1, 0.3])
    sets = {
        (kind, slot.position): rng.randint(1, slot.most)
        for kind, slots in problem.slots.items()
        for slot in slots
    }
    sessions = []
    for week in problem.weeks:
        for kind in week.kinds:
            entries = []
            for slot in problem.slots[kind]:
                if rng.random() < restless:
                    moved = sets[kind, slot.position] + rng.choice([-1, 1])
                    sets[kind, slot.position] = min(slot.most, max(1, moved))
                count = sets[kind, slot.position]
                entries.append(Entry(slot.position, rng.choice(slot.alternatives), count))
            sessions.append(Session(rng.choice(week.days), kind, tuple(entries)))
    return Plan(tuple(sorted(sessions, key=lambda session: session.day)))


def twins(
    rule: Rule,
    problems: Sequence[Problem],
    plans: int,
    make: Callable[[Problem, random.Random], Plan] = random_plan,
    fits: Callable[[Problem, Rule, Plan], bool] = feasible,
) -> None:
    """Assert that solver and check agree on random plans, of which some fit and some don't."""
    rng = random.Random(rule.id)
    outcomes = set()
    for problem in problems:
        for _ in range(plans):
            plan = make(problem, rng)
            violations = list(rule.check(problem, plan))
            assert fits(problem, rule, plan) == (not violations), (plan, violations)
            assert all(rule.say(problem, violation.where) for violation in violations)
            outcomes.add(not violations)
    assert outcomes == {True, False}


def strict_twins(rule: Rule, problems: Sequence[Problem], plans: int) -> None:
    """Assert the same for a model without relaxations."""
    twins(rule, problems, plans, usual_plan, strictly_feasible)


STRANGE = Plan(
    (
        Session(0, SessionKind.D1, (Entry(9, "unheard_of", 30), Entry(1, "band_pull_apart", -1))),
        Session(0, SessionKind.D1, (Entry(2, "push_up", 2), Entry(2, "push_up", 0))),
        Session(1, SessionKind.LIGHT, ()),
        Session(40, SessionKind.D2, (Entry(1, "unheard_of", 1, reps=3, rir=0),), minutes=99),
        Session(41, SessionKind.VERY_LIGHT, (Entry(1, "push_up", 9, reps=0),), minutes=5),
        Session(999, SessionKind.MERGED, (Entry(1, "push_up", 99),)),
    ),
    mobility=(-3, 999),
    relaxed=(Relaxed(77, Relaxation.SKIP),),
)
"""What a file may hold and no solver would answer."""


def survives(rule: Rule, problem: Problem) -> None:
    """Assert that the check and its sentences take whatever a file holds."""
    for violation in rule.check(problem, STRANGE):
        assert rule.say(problem, violation.where)
        assert violation.found
