"""Why no plan exists: a minimal conflict of rules that no relaxation mends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from runtall.domain.problem import Problem, Week
from runtall.domain.where import Where
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.model.variables import CpVariables
from runtall.rules.all import RULES
from runtall.solve.outcome import Claim, Impossible
from runtall.solve.run import FOR_CORES, Budget

Guard = tuple[str, Where]
Part = tuple[Guard, ...]


def find_conflict(problem: Problem, budget: Budget) -> Impossible:
    """Find rules and places that cannot all hold, and could without any one of them.

    Three questions, the plainest answer first: is there a week that has a conflict by itself,
    whatever is relaxed? Are there weeks that have to be given up, more than may be? Else the
    conflict goes through the weeks.

    Parameters
    ----------
    problem
        A problem without a plan.

    Returns
    -------
    Impossible
        With claims by place. The conflict is minimal unless the budget runs out on the way, and
        never empty.
    """
    variables = build(problem, Scope.RELAXED, guarded=True)
    strict = build(problem, Scope.STRICT, guarded=True)
    limits = _limits(variables, strict)
    for week in problem.weeks:
        core = _infeasible(variables, _of_week(variables, week, limits), budget)
        if core is not None:
            return Impossible(_claims(problem, _shrink(variables, _singly(core), budget)))
    units = _shrink_units(variables, limits, budget)
    given_up = _given_up(problem, strict, units, limits, budget)
    if given_up is not None:
        return given_up
    everything = tuple(guard for unit in units for guard in unit)
    core = _infeasible(variables, everything, budget) or everything
    return Impossible(_claims(problem, _shrink(variables, _singly(core), budget)))


def _limits(variables: CpVariables, strict: CpVariables) -> Part:
    """Return what only speaks where something is relaxed: how much may be given up."""
    plain = {rule for rule, _ in strict.guards}
    return tuple(guard for guard in variables.guards if guard[0] not in plain)


def _of_week(variables: CpVariables, week: Week, limits: Part = ()) -> Part:
    """Return what is claimed of one week, limits of several weeks aside."""
    return tuple(
        guard for guard in variables.guards if guard[1].week == week.number and guard not in limits
    )


def _shrink_units(variables: CpVariables, limits: Part, budget: Budget) -> tuple[Part, ...]:
    """Return the weeks and limits in conflict: of the shortest beginning of the plan with one."""
    weeks = [_of_week(variables, week, limits) for week in variables.problem.weeks]
    singly = _singly(limits)
    known = {guard for part in (*weeks, *singly) for guard in part}
    rest = tuple(guard for guard in variables.guards if guard not in known)
    units: list[Part] = [rest, *singly]
    for week in weeks:
        units.append(week)
        if _infeasible(variables, [guard for unit in units for guard in unit], budget):
            break
    return _keep_needed(variables, [unit for unit in units if unit], budget)


def _given_up(
    problem: Problem, strict: CpVariables, units: tuple[Part, ...], limits: Part, budget: Budget
) -> Impossible | None:
    """Say why the first of several weeks cannot be as it should, if that is what they share.

    The conflict is put without relaxations: that they don't help is what the limits say, and the
    plain conflict is the one that the runner can do something about.
    """
    needed = {guard for unit in units for guard in unit}
    limits = tuple(guard for guard in limits if guard in needed)
    numbers = {where.week for _, where in needed}
    cores = {}
    for week in problem.weeks:
        core = None
        if week.number in numbers:
            core = _infeasible(strict, _of_week(strict, week), budget)
        if core is not None:
            cores[week.number] = core
    if not limits or len(cores) < 2:
        return None
    first, *likewise = cores
    core = _shrink(strict, _singly(cores[first]), budget)
    return Impossible(_claims(problem, core), tuple(likewise), _claims(problem, limits))


def _claims(problem: Problem, guards: Iterable[Guard]) -> tuple[Claim, ...]:
    rules = {rule.id: rule for rule in RULES}
    return tuple(
        Claim(rule, where, rules[rule].say(problem, where))
        for rule, where in sorted(guards, key=lambda guard: (guard[1].key, guard[0]))
    )


def _singly(guards: Iterable[Guard]) -> list[Part]:
    return [(guard,) for guard in guards]


def _infeasible(
    variables: CpVariables, guards: Sequence[Guard], budget: Budget
) -> tuple[Guard, ...] | None:
    """Return the core of these guards; None if they are in no conflict, or if nobody knows."""
    if not budget.is_left:
        return None
    model = variables.model
    model.clear_assumptions()
    model.add_assumptions([variables.guards[guard] for guard in guards])
    answer = budget.solve(model, FOR_CORES)
    if not answer.infeasible:
        return None
    named = {variables.guards[guard].index: guard for guard in guards}
    core = [named.get(index) for index in answer.core]
    if not core or None in core:
        return tuple(guards)
    return tuple(guard for guard in core if guard is not None)


def _shrink(variables: CpVariables, core: Sequence[Part], budget: Budget) -> tuple[Guard, ...]:
    """Return the guards among these single ones without which there is no conflict."""
    return tuple(guard for part in _keep_needed(variables, core, budget) for guard in part)


def _keep_needed(variables: CpVariables, parts: Sequence[Part], budget: Budget) -> tuple[Part, ...]:
    """Leave out part after part; what is still in conflict without it goes on without it."""
    needed: list[Part] = []
    rest = list(parts)
    while rest and budget.is_left:
        part = rest.pop()
        others = [guard for other in (*needed, *rest) for guard in other]
        smaller = _infeasible(variables, others, budget)
        if smaller is None:
            needed.append(part)
        else:
            kept = set(smaller)
            rest = [other for other in rest if kept & set(other)]
            needed = [other for other in needed if kept & set(other)]
    return (*needed, *rest)
