"""The twin test: what a rule says to the solver and what it checks are the same thing."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass
from typing import Any

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
from runtall.progression.mobility import beside_sessions
from runtall.rules.all import RULES
from runtall.rules.base import Rule


class Twin:
    """One model that is asked about plan after plan: every decision is pinned to the plan's.

    What is pinned is said as a hint that the solver must keep, so that the model itself stays
    as it was built.
    """

    def __init__(self, variables: CpVariables) -> None:
        self._variables = variables
        self._decisions = dict(_decisions(variables))
        # A number is a constant and as many 0-1 variables as it can have more, one by one.
        sums = {
            key: cp_model.FlatIntExpr(decision)
            for key, decision in self._decisions.items()
            if not _known(decision)
        }
        self._pinned = {
            key: (flat.offset, sorted(variable.index for variable in flat.vars))
            for key, flat in sums.items()
        }
        self._indices = [index for _, indices in self._pinned.values() for index in indices]
        self._solver = cp_model.CpSolver()
        parameters = self._solver.parameters
        parameters.num_workers = 1
        parameters.fix_variables_to_their_hinted_value = True
        # Next to nothing is left to decide: the plain way to the answer is the shortest.
        parameters.linearization_level = 0
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
        parameters.cp_model_presolve = False

    def solve(self, plan: Plan) -> cp_model.CpSolver | None:
        """The solver with the best that the model makes of this plan; None: it has no room."""
        wanted = _wanted(self._variables.problem, plan)
        unknown = wanted.keys() - self._decisions.keys()
        assert not unknown, f"the model knows no {unknown}"
        if any(
            decision != wanted.get(key, 0)
            for key, decision in self._decisions.items()
            if _known(decision)
        ):
            return None
        values: list[int] = []
        for key, (least, indices) in self._pinned.items():
            more = wanted.get(key, 0) - least
            if not 0 <= more <= len(indices):
                return None
            values += [int(number < more) for number in range(len(indices))]
        model = self._variables.model
        model.proto.clear_solution_hint()
        model.proto.solution_hint.vars.extend(self._indices)
        model.proto.solution_hint.values.extend(values)
        status = self._solver.solve(cp_model.CpModel(model.proto))
        if status == cp_model.INFEASIBLE:
            return None
        assert status == cp_model.OPTIMAL, self._solver.status_name(status)
        solution = self._solver.response_proto.solution
        assert [solution[index] for index in self._indices] == values, "the plan was not kept"
        return self._solver


def _known(decision: Any) -> bool:
    return isinstance(decision, int)


def _decisions(variables: CpVariables) -> Iterator[tuple[Hashable, Any]]:
    """Every decision of the model, by what it is about."""
    problem = variables.problem
    for week in problem.weeks:
        for kind in variables.kinds(week.number):
            for day in week.days:
                yield (day, kind), variables.session(day, kind)
            for slot in problem.slots[kind]:
                for exercise in slot.alternatives:
                    key = (week.number, kind, slot.position, exercise)
                    yield key, variables.sets_of(week.number, kind, slot, exercise)
        for step in Relaxation:
            yield (step, week.number), variables.relaxed(step, week.number)
    for each in problem.days:
        yield each.index, variables.mobility(each.index)


def _wanted(problem: Problem, plan: Plan) -> dict[Hashable, int]:
    """What a plan says of these decisions; 0 where it says nothing."""
    wanted: dict[Hashable, int] = {}
    days = range(7 * len(problem.weeks))
    held = set()
    for session in plan.sessions:
        if session.day not in days:
            continue
        week = session.day // 7 + 1
        assert (week, session.kind) not in held, "the model knows one session of a kind a week"
        held.add((week, session.kind))
        wanted[session.day, session.kind] = 1
        for entry in session.entries:
            wanted[week, session.kind, entry.position, entry.exercise] = entry.sets
    wanted |= {(used.step, used.week): 1 for used in plan.relaxed}
    # What follows from printed lengths is no decision.
    decided = set(plan.mobility) - beside_sessions(problem, plan)
    wanted |= dict.fromkeys(decided, 1)
    return wanted


_KEPT = 16
_made: dict[Hashable, tuple[Problem, Any]] = {}


def _once(make: Callable[..., Any], problem: Problem, *more: Hashable) -> Any:
    """What is made of a problem, kept for the plans that come next; problems have no hash."""
    key = (make, id(problem), *more)
    if key not in _made:
        while len(_made) >= _KEPT:
            del _made[next(iter(_made))]
        _made[key] = (problem, make(problem, *more))
    return _made[key][1]


def _ruled(problem: Problem, scope: Scope, rule: Rule) -> Twin:
    return Twin(build(problem, scope, [rule]))


def feasible(problem: Problem, rule: Rule, plan: Plan, scope: Scope = Scope.ANYTHING) -> bool:
    """Whether the plan fits a model with only this rule."""
    return _once(_ruled, problem, scope, rule).solve(plan) is not None


def _priced(problem: Problem, scope: Scope, objective: Objective) -> tuple[Twin, Any]:
    variables = build(problem, scope, [])
    expression = objective.expression(problem, variables)
    if not _known(expression):
        variables.model.minimize(expression)
    return Twin(variables), expression


def cost(problem: Problem, objective: Objective, plan: Plan, scope: Scope = Scope.ANYTHING) -> int:
    """The objective's expression at its least, with the plan pinned."""
    twin, expression = _once(_priced, problem, scope, objective)
    solver = twin.solve(plan)
    assert solver is not None, "definitions alone never forbid a plan"
    return int(expression) if _known(expression) else round(solver.objective_value)


@dataclass(frozen=True)
class _Whole:
    """A model with all rules, each of which may be given up, and all objectives."""

    twin: Twin
    kept: dict[str, Any]
    costs: dict[str, Any]


def _whole(problem: Problem, scope: Scope, open_weeks: Collection[int] | None) -> _Whole:
    variables = build(problem, scope, RULES, guarded=True, open_weeks=open_weeks)
    costs = {o.id: o.expression(problem, variables) for o in OBJECTIVES}
    model = variables.model
    kept = {rule.id: model.new_bool_var(rule.id) for rule in RULES if problem.on(rule.id)}
    for (rule, _), guard in variables.guards.items():
        model.add_bool_or([~kept[rule], guard])
    model.maximize(sum(kept.values()) - sum(costs.values()))
    return _Whole(Twin(variables), kept, costs)


def judge(
    problem: Problem, plan: Plan, scope: Scope, open_weeks: Collection[int] | None = None
) -> tuple[set[str], dict[str, int]]:
    """Ids of the rules that a plan keeps and cost of each objective, by one model with all.

    Neither rules nor objectives share helping decisions with each other: where every rule may
    be given up, what is best for all together is best for each alone.
    """
    weeks = None if open_weeks is None else tuple(open_weeks)
    whole = _once(_whole, problem, scope, weeks)
    solver = whole.twin.solve(plan)
    assert solver is not None, "definitions alone never forbid a plan"
    return (
        {rule for rule, literal in whole.kept.items() if solver.value(literal)},
        {key: round(solver.value(expression)) for key, expression in whole.costs.items()},
    )


def _usual(problem: Problem, week: Week, kind: SessionKind) -> list[Entry]:
    """Sets near the week's target, cut where the guide would cut first."""
    slots = problem.slots[kind]
    sets = {slot.position: slot.full for slot in slots}
    share = round(week.target_sets / max(1, len(week.kinds)))
    while sum(sets.values()) > max(share, len(slots)):
        slot = max(slots, key=lambda slot: (sets[slot.position] > 1, sets[slot.position]))
        sets[slot.position] -= 1
    return [Entry(slot.position, slot.alternatives[0], sets[slot.position]) for slot in slots]


def _wild(problem: Problem, kind: SessionKind, rng: random.Random) -> list[Entry]:
    chosen = [
        Entry(slot.position, rng.choice(slot.alternatives), rng.randint(0, slot.most))
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
        rest.append(Entry(slot.position, rng.choice(slot.alternatives), sets))
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
