"""The twin test: what a rule says to the solver and what it checks are the same thing."""

from __future__ import annotations

import random
from collections.abc import Collection

from ortools.sat.python import cp_model

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Objective
from runtall.rules.all import RULES
from runtall.rules.base import Rule


def fix(variables: CpVariables, plan: Plan) -> None:
    """Pin every decision of the model to the plan's."""
    problem, model = variables.problem, variables.model
    for week in problem.weeks:
        for kind in variables.kinds(week.number):
            held = [session for session in plan.in_week(week.number) if session.kind is kind]
            assert len(held) <= 1, "the model knows one session of a kind a week"
            for day in week.days:
                model.add(variables.session(day, kind) == sum(s.day == day for s in held))
            sets = {
                (entry.position, entry.exercise): entry.sets
                for session in held
                for entry in session.entries
            }
            for slot in problem.slots[kind]:
                for exercise in slot.ladder:
                    count = sets.pop((slot.position, exercise), 0)
                    model.add(variables.sets_of(week.number, kind, slot, exercise) == count)
            assert not sets, f"the model has no room for {sets}"
        for step in Relaxation:
            model.add(variables.relaxed(step, week.number) == int(plan.uses(step, week.number)))
    for day in problem.days:
        model.add(variables.mobility(day.index) == int(day.index in plan.mobility))


def solve(variables: CpVariables) -> tuple[cp_model.CpSolver, int]:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(variables.model)
    assert status in {cp_model.OPTIMAL, cp_model.INFEASIBLE}, solver.status_name(status)
    return solver, status


def feasible(problem: Problem, rule: Rule, plan: Plan) -> bool:
    """Whether the plan fits a model with only this rule."""
    variables = build(problem, Scope.ANYTHING, [rule])
    fix(variables, plan)
    return solve(variables)[1] == cp_model.OPTIMAL


def cost(problem: Problem, objective: Objective, plan: Plan) -> int:
    """The objective's expression at its least, with the plan pinned."""
    variables = build(problem, Scope.ANYTHING, [])
    expression = objective.expression(problem, variables)
    fix(variables, plan)
    if isinstance(expression, int):
        return expression
    variables.model.minimize(expression)
    solver, status = solve(variables)
    assert status == cp_model.OPTIMAL
    return round(solver.objective_value)


def judge(
    problem: Problem, plan: Plan, scope: Scope, open_weeks: Collection[int] | None = None
) -> tuple[set[str], dict[str, int]]:
    """Ids of the rules that a plan keeps and cost of each objective, by one model with all.

    Neither rules nor objectives share helping decisions with each other: where every rule may
    be given up, what is best for all together is best for each alone.
    """
    variables = build(problem, scope, RULES, guarded=True, open_weeks=open_weeks)
    expressions = {o.id: o.expression(problem, variables) for o in OBJECTIVES}
    fix(variables, plan)
    model = variables.model
    kept = {rule.id: model.new_bool_var(rule.id) for rule in RULES if problem.on(rule.id)}
    for (rule, _), guard in variables.guards.items():
        model.add_implication(kept[rule], guard)
    model.maximize(sum(kept.values()) - sum(expressions.values()))
    solver, status = solve(variables)
    assert status == cp_model.OPTIMAL, "definitions alone never forbid a plan"
    return (
        {rule for rule, literal in kept.items() if solver.value(literal)},
        {key: round(solver.value(expression)) for key, expression in expressions.items()},
    )


def _usual(problem: Problem, week: Week, kind: SessionKind) -> list[Entry]:
    """Sets near the week's target, cut where the guide would cut first."""
    slots = problem.slots[kind]
    sets = {slot.position: slot.full for slot in slots}
    share = round(week.target_sets / max(1, len(week.kinds)))
    while sum(sets.values()) > max(share, len(slots)):
        slot = max(slots, key=lambda slot: (sets[slot.position] > 1, sets[slot.position]))
        sets[slot.position] -= 1
    return [Entry(slot.position, slot.ladder[0], sets[slot.position]) for slot in slots]


def _wild(problem: Problem, kind: SessionKind, rng: random.Random) -> list[Entry]:
    chosen = [
        Entry(slot.position, rng.choice(slot.ladder), rng.randint(0, slot.most))
        for slot in problem.slots[kind]
    ]
    return [entry for entry in chosen if entry.sets]


def _nudged(
    problem: Problem, kind: SessionKind, entries: list[Entry], rng: random.Random
) -> list[Entry]:
    """One slot with another number of sets or another exercise."""
    slot = rng.choice(problem.slots[kind])
    rest = [entry for entry in entries if entry.position != slot.position]
    sets = rng.randint(0, slot.most)
    if sets:
        rest.append(Entry(slot.position, rng.choice(slot.ladder), sets))
    return sorted(rest, key=lambda entry: entry.position)


def random_plan(problem: Problem, rng: random.Random) -> Plan:
    """Any plan that the decisions can express: nearly right, a little wrong, or wild."""
    sessions, relaxed, mobility = [], [], []
    wild, nudge = rng.choice([(0, 0), (0, 0.1), (0.1, 0.2), (0.3, 0.3), (1, 0)])
    pair = sorted(rng.sample(range(7), 2))
    for week in problem.weeks:
        is_wild = rng.random() < wild
        kinds = [k for k in SessionKind if rng.random() < 0.4] if is_wild else list(week.kinds)
        moved = is_wild or rng.random() < nudge
        for place, kind in enumerate(kinds):
            offset = rng.randrange(7) if moved or place > 1 else pair[place]
            entries = _wild(problem, kind, rng) if is_wild else _usual(problem, week, kind)
            if rng.random() < nudge:
                entries = _nudged(problem, kind, entries, rng)
            if entries:
                sessions.append(Session(week.days[offset], kind, tuple(entries)))
        relaxed += [
            Relaxed(week.number, step)
            for step in Relaxation
            if rng.random() < (wild or nudge) * 0.3
        ]
        mobility += [day for day in week.days if rng.random() < 0.3]
    sessions.sort(key=lambda session: (session.day, session.kind))
    return Plan(tuple(sessions), tuple(mobility), tuple(sorted(relaxed)))
