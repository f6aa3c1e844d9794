"""Why no plan exists: a minimal conflict of rules that no relaxation mends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from runtall.domain.problem import Problem, Week
from runtall.domain.where import Where
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.model.variables import CpVariables
from runtall.rules.all import RULES
from runtall.rules.base import Rule
from runtall.solve.days_model import DAY_RULES
from runtall.solve.outcome import Claim, Impossible
from runtall.solve.run import FOR_CORES, Budget

Guard = tuple[str, Where]
Part = tuple[Guard, ...]


# Models of these are soon built and solved: the plainest answer comes first.
PLAIN = ((DAY_RULES, True), (tuple(r for r in RULES if r in DAY_RULES or not r.ties_weeks), False))


def find_conflict(problem: Problem, budget: Budget) -> Impossible:
    """Find rules and places that cannot all hold, and could without any one of them.

    The plainest answer comes first: a conflict of rules about days alone, or about single weeks
    and how many of them may be given up; and one that is there whatever is given up. Else so many
    weeks have to be given up that limits forbid it.

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
    if plain := plain_conflict(problem, budget):
        return plain
    # With the sets a model is large: soon solved is one of the rules in conflict alone.
    relaxed = build(problem, Scope.RELAXED, guarded=True)
    found = _infeasible(relaxed, tuple(relaxed.guards), budget)
    if found is None:
        return Impossible(_claims(problem, relaxed.guards))
    named = {rule for rule, _ in found}
    rules = tuple(rule for rule in RULES if rule.id in named)
    relaxed = build(problem, Scope.RELAXED, rules, guarded=True)
    return _smallest(relaxed, rules, found, budget)


def plain_conflict(problem: Problem, budget: Budget) -> Impossible | None:
    """Find a conflict of rules about days or single weeks; None if there is none of them."""
    for rules, days_only in PLAIN:
        relaxed = build(problem, Scope.RELAXED, rules, guarded=True, days_only=days_only)
        found = _infeasible(relaxed, tuple(relaxed.guards), budget)
        if found is not None:
            return _smallest(relaxed, rules, found, budget, days_only=days_only)
    return None


def _smallest(
    relaxed: CpVariables,
    rules: Sequence[Rule],
    found: Part,
    budget: Budget,
    *,
    days_only: bool = False,
) -> Impossible:
    """Return the conflict that says most with the fewest claims; as it was found, if none does."""
    problem = relaxed.problem
    strict = build(problem, Scope.STRICT, rules, guarded=True, days_only=days_only)
    all_limits = _limits(relaxed, strict)
    for limits in ((), all_limits):
        units = _beginning(relaxed, all_limits, limits, budget)
        if units is not None:
            units = _keep_needed(relaxed, units, budget)
            given_up = _given_up(problem, strict, units, limits, budget)
            guards = [guard for unit in units for guard in unit]
            return given_up or Impossible(_claims(problem, _shrink(relaxed, guards, budget)))
    return Impossible(_claims(problem, found))


def _limits(variables: CpVariables, strict: CpVariables) -> Part:
    """Return what only speaks where something is relaxed: how much may be given up."""
    plain = {rule for rule, _ in strict.guards}
    return tuple(guard for guard in variables.guards if guard[0] not in plain)


def _of_week(variables: CpVariables, week: Week, limits: Part = ()) -> Part:
    """Return what is claimed of one week, limits of several weeks aside."""
    return tuple(
        guard for guard in variables.guards if guard[1].week == week.number and guard not in limits
    )


def _beginning(
    variables: CpVariables, all_limits: Part, limits: Part, budget: Budget
) -> tuple[Part, ...] | None:
    """Return the weeks and limits of the shortest beginning of the plan that is in conflict.

    A week that is in conflict by itself stands alone.
    """
    weeks = [_of_week(variables, week, all_limits) for week in variables.problem.weeks]
    known = {guard for part in (*weeks, all_limits) for guard in part}
    rest = tuple(guard for guard in variables.guards if guard not in known)

    def core(parts: Iterable[Part]) -> tuple[Guard, ...] | None:
        return _infeasible(variables, [guard for part in parts for guard in part], budget)

    if core((rest, limits, *weeks)) is None:
        return None
    low, high = 0, len(weeks)
    while low < high:
        middle = (low + high) // 2
        if core((rest, limits, *weeks[:middle])) is None:
            low = middle + 1
        else:
            high = middle
    if high and core(weeks[high - 1 : high]):
        return (weeks[high - 1],)
    return tuple(unit for unit in (rest, *_singly(limits), *weeks[:high]) if unit)


def _given_up(
    problem: Problem, strict: CpVariables, units: tuple[Part, ...], limits: Part, budget: Budget
) -> Impossible | None:
    """Say why the first of several weeks cannot be as it should, if that is what they share.

    The conflict is put without relaxations: that they don't help is what the limits say, and the
    plain conflict is the one that the runner can do something about. Weeks that their days alone
    forbid are the ones to give up: where others lack something besides, that is the reason.
    """
    needed = {guard for unit in units for guard in unit}
    limits = tuple(guard for guard in limits if guard in needed)
    numbers = {where.week for _, where in needed}
    weeks = [_of_week(strict, week) for week in problem.weeks if week.number in numbers]
    weeks = [week for week in weeks if _infeasible(strict, week, budget)]
    if not limits or len(weeks) < 2:
        return None
    days = {rule.id for rule in DAY_RULES}
    enough = [[guard for guard in week if guard[0] in days] for week in weeks]
    lacking = [
        week for week, on in zip(weeks, enough, strict=True) if not _infeasible(strict, on, budget)
    ]
    first, *likewise = lacking or weeks
    core = _shrink(strict, first, budget)
    also = tuple(where.week or 0 for (_, where), *_ in likewise)
    return Impossible(_claims(problem, core), also, _claims(problem, limits))


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


def _shrink(variables: CpVariables, guards: Sequence[Guard], budget: Budget) -> Part:
    """Return the guards among these without which there is no conflict: of few rules, first."""
    by_rule: dict[str, Part] = {}
    for guard in guards:
        by_rule[guard[0]] = (*by_rule.get(guard[0], ()), guard)
    for parts in (list(by_rule.values()), None):
        parts = _singly(guards) if parts is None else parts
        guards = [guard for part in _keep_needed(variables, parts, budget) for guard in part]
    return tuple(guards)


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
