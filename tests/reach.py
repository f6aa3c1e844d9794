"""Whether a rule or an objective looks deeper into a plan than it declares, or farther.

Both questions are put to one plan: ``sees_deeper`` changes what the declared reach leaves out,
``ties_weeks`` judges each week with all others emptied. Random plans find what a declaration
gets wrong; a declaration that is wider than need be is no fault. What a plan is held against is
made once for all rules and objectives.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable
from dataclasses import replace
from typing import TypeGuard

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.objectives.base import Objective
from runtall.rules.base import Rule

BANDS = ("light", "medium", "heavy")
METHODS = ("first time", "reps", "load", "sets", "as before")


class Case:
    """A plan, with others that differ from it in something only."""

    def __init__(self, problem: Problem, plan: Plan, seed: int) -> None:
        self.problem, self.plan = problem, plan
        self.alone = {w.number: only_week(plan, w.number) for w in problem.weeks}
        rng = random.Random(seed)
        self.scrambled = {reach: scrambled(problem, plan, reach, rng) for reach in Reach}


def sees_deeper(declared: Rule | Objective, case: Case) -> bool:
    """Whether it says something else once only what lies below its reach is another."""
    other = case.scrambled[declared.reach]
    return _verdict(declared, case.problem, case.plan) != _verdict(declared, case.problem, other)


def ties_weeks(declared: Rule | Objective, case: Case) -> bool:
    """Whether what it says of the weeks together is more than what it says of each alone."""
    problem, plan = case.problem, case.plan
    if _is_rule(declared):
        whole = {v.where for v in declared.check(problem, plan)}
        parts = {
            violation.where
            for number, part in case.alone.items()
            for violation in declared.check(problem, part)
            if violation.where.week == number
        }
        return whole != parts
    nothing = declared.value(problem, Plan(()))
    costs = [declared.value(problem, part) - nothing for part in case.alone.values()]
    return declared.value(problem, plan) - nothing != sum(costs)


def only_week(plan: Plan, number: int) -> Plan:
    """The plan with all other weeks emptied."""
    return Plan(
        plan.in_week(number),
        tuple(day for day in plan.mobility if day // 7 + 1 == number),
        tuple(used for used in plan.relaxed if used.week == number),
    )


def scrambled(problem: Problem, plan: Plan, reach: Reach, rng: random.Random) -> Plan:
    """The plan with anything else below this reach."""
    return replace(plan, sessions=tuple(_scrambled(problem, s, reach, rng) for s in plan.sessions))


def _scrambled(problem: Problem, session: Session, reach: Reach, rng: random.Random) -> Session:
    if reach >= Reach.DOSES:
        return session
    entries = session.entries
    if reach < Reach.TOTALS:
        entries = _spread(problem, session.kind, rng.randint(0, 30), rng)
    elif reach < Reach.SETS:
        entries = _spread(problem, session.kind, session.n_sets, rng)
    dosed = tuple(other_dose(entry, rng) for entry in entries)
    return replace(session, entries=dosed, minutes=rng.randint(0, 60), note="another")


def _spread(
    problem: Problem, kind: SessionKind, sets: int, rng: random.Random
) -> tuple[Entry, ...]:
    """So many sets, anyhow over the session's slots and any exercises."""
    positions = [slot.position for slot in problem.slots[kind]]
    counts = Counter(rng.choice(positions) for _ in range(sets))
    exercises = sorted(problem.exercises)
    return tuple(Entry(place, rng.choice(exercises), counts[place]) for place in sorted(counts))


def other_dose(entry: Entry, rng: random.Random) -> Entry:
    """The same sets of the same exercise, done in any other way."""
    return replace(
        entry,
        reps=rng.choice([None, rng.randint(1, 20)]),
        distance_m=rng.choice([None, rng.randint(5, 60)]),
        hold_s=rng.choice([None, rng.randint(5, 60)]),
        per_side=rng.random() < 0.5,
        load_g=rng.choice([None, 500 * rng.randint(1, 60)]),
        load=rng.choice(["", *BANDS]),
        rir=rng.choice([None, rng.randint(0, 6)]),
        rest_s=rng.choice([None, rng.randint(30, 180)]),
        method=rng.choice(METHODS),
        pair=rng.choice([None, rng.randint(1, 5)]),
        note="another",
    )


def _is_rule(declared: Rule | Objective) -> TypeGuard[Rule]:
    return hasattr(declared, "check")


def _verdict(declared: Rule | Objective, problem: Problem, plan: Plan) -> Hashable:
    if _is_rule(declared):
        return frozenset(violation.where for violation in declared.check(problem, plan))
    return declared.value(problem, plan)
