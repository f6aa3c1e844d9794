"""Whether a conflict is real and minimal, by other means than those that found it."""

from __future__ import annotations

from typing import Any

from ortools.sat.python import cp_model

from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.model.variables import CpVariables
from runtall.solve.outcome import Impossible


def unrelaxed(problem: Problem, scope: Scope) -> CpVariables:
    """A model that a conflict may speak of: guards, and nothing relaxed.

    In the STRICT one the number of sessions holds by nature, so that no conflict names it.
    """
    variables = build(problem, scope, guarded=True)
    if scope is Scope.RELAXED:
        for week in problem.weeks:
            for step in Relaxation:
                variables.model.add(variables.relaxed(step, week.number) == 0)
    return variables


def status_with(variables: CpVariables, kept: set[tuple[str, Any]]) -> Any:
    """Status of the guarded model with just these guards on, not by the search itself."""
    model = cp_model.CpModel(variables.model.proto).clone()
    for guard, literal in variables.guards.items():
        model.add(model.get_bool_var_from_proto_index(literal.index) == int(guard in kept))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = 60.0
    return solver.solve(model)


def assert_conflict(problem: Problem, answer: Impossible, *, minimal: bool) -> None:
    """The parts can't all hold, whatever is relaxed; without any one of them they can.

    Where several weeks would have to be given up, the parts are those of the first, and put
    without relaxations; then all these weeks together are what no relaxation mends.

    They need not be minimal where the time was up; a part that nobody could decide on counts.
    """
    assert answer.conflict
    parts = (*answer.conflict, *answer.limits)
    assert all(part.sentence.endswith(".") for part in parts)
    named = {(part.rule, part.where) for part in answer.conflict}
    assert len(named) == len(answer.conflict)
    relaxed = build(problem, Scope.RELAXED, guarded=True)
    if answer.likewise:
        variables = unrelaxed(problem, Scope.STRICT)
        weeks = {*answer.likewise, *(part.where.key[0] for part in answer.conflict)}
        limits = {(part.rule, part.where) for part in answer.limits}
        whole = {guard for guard in relaxed.guards if guard[1].key[0] in weeks} | limits
        assert status_with(relaxed, whole) == cp_model.INFEASIBLE
        for week in answer.likewise:
            alone = {guard for guard in variables.guards if guard[1].key[0] == week}
            assert status_with(variables, alone) == cp_model.INFEASIBLE
    else:
        variables = relaxed
    assert status_with(variables, named) == cp_model.INFEASIBLE
    for part in sorted(named, key=lambda guard: (guard[1].key, guard[0])) if minimal else ():
        assert status_with(variables, named - {part}) != cp_model.INFEASIBLE, part
