"""Why no plan exists: the smallest clash of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.rules.all import RULES
from runtall.solve.outcome import Clash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runtall.domain.problem import Problem
    from runtall.domain.where import Where
    from runtall.model.variables import CpVariables
    from runtall.solve.settings import Deadline

    Guard = tuple[str, Where]


def find_clash(problem: Problem, deadline: Deadline) -> tuple[Clash, ...]:
    """Find rules and places that cannot all hold, and could without any one of them.

    The question is put without relaxations: that no relaxation helps has been proven before,
    and the clash that the runner can do something about is the plain one.

    Returns
    -------
    tuple of Clash
        By place. It is minimal unless the time runs out on the way; never empty.
    """
    variables = build(problem, Scope.STRICT, guarded=True)
    core = _shrink(variables, _first_core(variables, deadline), deadline)
    sayings = {rule.id: rule for rule in RULES}
    return tuple(
        Clash(rule, where, sayings[rule].say(problem, where))
        for rule, where in sorted(core, key=lambda guard: (guard[1].key, guard[0]))
    )


def _infeasible(
    variables: CpVariables, guards: Sequence[Guard], deadline: Deadline
) -> tuple[Guard, ...] | None:
    """Core of these guards if they clash; None if they don't, or if nobody knows."""
    model = variables.model
    model.clear_assumptions()
    model.add_assumptions([variables.guards[guard] for guard in guards])
    solver = cp_model.CpSolver()
    # Cores are minimised, and free of foreign literals, only like this.
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    solver.parameters.max_time_in_seconds = max(0.1, deadline.left)
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) != cp_model.INFEASIBLE:
        return None
    named = {variables.guards[guard].index: guard for guard in guards}
    core = [named.get(index) for index in solver.sufficient_assumptions_for_infeasibility()]
    if not core or None in core:
        return tuple(guards)
    return tuple(guard for guard in core if guard is not None)


def _first_core(variables: CpVariables, deadline: Deadline) -> tuple[Guard, ...]:
    """Core within the first week that clashes by itself, else of the whole plan.

    The clash of one early week says the same as one that is spread over the plan, and is what
    the runner looks at first.
    """
    for week in variables.problem.weeks:
        if deadline.left <= 0:
            break
        own = [
            (rule, where)
            for rule, where in variables.guards
            if where.week == week.number or where.day in week.days
        ]
        core = _infeasible(variables, own, deadline)
        if core is not None:
            return core
    everything = tuple(variables.guards)
    return _infeasible(variables, everything, deadline) or everything


def _shrink(
    variables: CpVariables, core: tuple[Guard, ...], deadline: Deadline
) -> tuple[Guard, ...]:
    """Leave out part after part; what still clashes without it goes on without it."""
    needed: list[Guard] = []
    rest = list(core)
    while rest and deadline.left > 0:
        part = rest.pop()
        smaller = _infeasible(variables, [*needed, *rest], deadline)
        if smaller is None:
            needed.append(part)
        else:
            kept = set(smaller)
            rest = [guard for guard in rest if guard in kept]
            needed = [guard for guard in needed if guard in kept]
    return (*needed, *rest)
