"""Why no plan exists: the smallest clash of rules that no relaxation mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.rules.all import RULES
from runtall.rules.relaxation_limits import RelaxationLimits
from runtall.solve.outcome import Clash, Impossible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runtall.domain.problem import Problem, Week
    from runtall.domain.where import Where
    from runtall.model.variables import CpVariables
    from runtall.solve.run import FOR_CORES, Budget

    Guard = tuple[str, Where]
    Part = tuple[Guard, ...]


def find_conflict(problem: Problem, budget: Budget) -> Impossible:
    """Find rules and places that cannot all hold, and could without any one of them.

    Three questions, the plainest answer first: is there a week that clashes by itself, whatever
    is relaxed? Are there weeks that have to be given up, more than may be? Else the clash goes
    through the weeks.

    Parameters
    ----------
    problem
        A problem without a plan.

    Returns
    -------
    Impossible
        With parts by place. The conflict is minimal unless the time runs out on the way, and
        never empty.
    """
    variables = build(problem, Scope.RELAXED, guarded=True)
    for week in problem.weeks:
        core = _infeasible(variables, _of_week(variables, week), budget)
        if core is not None:
            return Impossible(_said(problem, _shrink(variables, _singly(core), budget)))
    units = _shrink_units(variables, budget)
    given_up = _given_up(problem, units, budget)
    if given_up is not None:
        return given_up
    everything = tuple(guard for unit in units for guard in unit)
    core = _infeasible(variables, everything, budget) or everything
    return Impossible(_said(problem, _shrink(variables, _singly(core), budget)))


def _of_week(variables: CpVariables, week: Week) -> Part:
    return tuple(
        (rule, where)
        for rule, where in variables.guards
        if where.week == week.number or where.day in week.days
        if rule != RelaxationLimits.id
    )


def _limits(guards: Iterable[Guard]) -> Part:
    return tuple(guard for guard in guards if guard[0] == RelaxationLimits.id)


def _shrink_units(variables: CpVariables, budget: Budget) -> tuple[Part, ...]:
    """Whole weeks and limits of relaxations that clash: of the shortest beginning that does."""
    weeks = [_of_week(variables, week) for week in variables.problem.weeks]
    limits = _singly(_limits(variables.guards))
    known = {guard for part in (*weeks, *limits) for guard in part}
    rest = tuple(guard for guard in variables.guards if guard not in known)
    units: list[Part] = [rest, *limits]
    for week in weeks:
        units.append(week)
        if _infeasible(variables, [guard for unit in units for guard in unit], budget):
            break
    return _keep_needed(variables, [unit for unit in units if unit], budget)


def _given_up(problem: Problem, units: tuple[Part, ...], budget: Budget) -> Impossible | None:
    """Why the first of several weeks cannot be as it should, if that is what they have in common.

    The clash is put without relaxations: that they don't help is what the limits say, and the
    plain clash is the one that the runner can do something about.
    """
    limits = _limits(guard for unit in units for guard in unit)
    numbers = {where.week for unit in units for _, where in unit if where.week}
    strict = build(problem, Scope.STRICT, guarded=True)
    cores = {}
    for week in problem.weeks:
        unit = _of_week(strict, week)
        core = _infeasible(strict, unit, budget) if week.number in numbers else None
        if core is not None:
            cores[week.number] = core
    if not limits or len(cores) < 2:
        return None
    first, *likewise = cores
    core = _shrink(strict, _singly(cores[first]), budget)
    return Impossible(_said(problem, core), tuple(likewise), _said(problem, limits))


def _said(problem: Problem, guards: Iterable[Guard]) -> tuple[Clash, ...]:
    sayings = {rule.id: rule for rule in RULES}
    return tuple(
        Clash(rule, where, sayings[rule].say(problem, where))
        for rule, where in sorted(guards, key=lambda guard: (guard[1].key, guard[0]))
    )


def _singly(guards: Iterable[Guard]) -> list[Part]:
    return [(guard,) for guard in guards]


def _infeasible(
    variables: CpVariables, guards: Sequence[Guard], budget: Budget
) -> tuple[Guard, ...] | None:
    """Core of these guards if they clash; None if they don't, or if nobody knows."""
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
    """The guards among these single ones without which there is no clash."""
    return tuple(guard for part in _keep_needed(variables, core, budget) for guard in part)


def _keep_needed(variables: CpVariables, parts: Sequence[Part], budget: Budget) -> tuple[Part, ...]:
    """Leave out part after part; what still clashes without it goes on without it."""
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
