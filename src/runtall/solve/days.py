"""The days first: which days and kinds of sessions, and which relaxations, can be best at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.domain.report import Stage
from runtall.domain.tier import Tier
from runtall.model import cp_sat
from runtall.model.scope import NOTHING_FIXED, Decision, Fixed
from runtall.model.variables import CpVariables
from runtall.solve.days_model import (
    DAY_TIERS,
    days_model,
    forbidden_sessions,
    open_decisions,
    open_gaps,
    placement_of,
)
from runtall.solve.goals import goal_of
from runtall.solve.run import Budget
from runtall.solve.stages import Export, solve_stages

Key = TypeVar("Key")

# Effort, in the solver's deterministic seconds, that finding what best placements share is worth.
# Where it fails, the sets take several times as long.
COMPARING = 1.0
# One that differs a lot is found on the way to the one that differs most, and does as well.
ANY = {"relative_gap_limit": 1e9}


@dataclass(frozen=True, slots=True)
class BestDays:
    """What the rules about days alone allow at best.

    Parameters
    ----------
    status
        OPTIMAL, INFEASIBLE, or what the solver said when effort ran out.
    stages
        Of the tiers about days: bounds for the whole problem.
    placement
        One of that cost: its decisions that were open.
    fixed
        Decisions that are the same in all placements that cost so much; so they are in the whole
        problem, should it reach that cost.
    """

    status: cp_sat.CpSolverStatus
    stages: Mapping[Tier, Stage]
    fixed: Fixed = NOTHING_FIXED
    placement: Mapping[Decision, int] = field(default_factory=dict)

    @property
    def proven(self) -> bool:
        """Whether no placement costs less."""
        return bool(self.status == cp_sat.OPTIMAL)


def best_days(
    problem: Problem, budget: Budget, closed: Fixed = NOTHING_FIXED, export: Export | None = None
) -> BestDays:
    """Find the best placement under the rules about days, and what all such placements share.

    Leaving rules out can only make a tier cheaper. So if the whole problem reaches this cost, the
    tier is proven there; and what all placements of this cost have in common, every best plan
    has: most days are decided before the first set is.

    Parameters
    ----------
    closed
        Decisions that are given.
    """
    closed = forbidden_sessions(problem).with_(closed)
    variables = days_model(problem, closed)
    staged = solve_stages(variables, budget, DAY_TIERS, about_days=True, export=export)
    if staged.solution is None or not all(stage.proven for stage in staged.stages.values()):
        infeasible = staged.status == cp_sat.INFEASIBLE
        status = cp_sat.INFEASIBLE if infeasible else cp_sat.UNKNOWN
        return BestDays(status, staged.stages)
    fixed, seconds = _shared(variables, budget, staged.solution, closed)
    last = DAY_TIERS[-1]
    stages = dict(staged.stages)
    stages[last] = replace(stages[last], seconds=stages[last].seconds + seconds)
    placement = placement_of(variables, staged.solution)
    return BestDays(cp_sat.OPTIMAL, stages, fixed, placement)


def shared_days(
    problem: Problem, budget: Budget, most: Mapping[Tier, int], closed: Fixed = NOTHING_FIXED
) -> Fixed:
    """Find what all placements share that cost at most so much in some tiers."""
    known = forbidden_sessions(problem).with_(closed)
    variables = days_model(problem, known)
    for tier, cost in most.items():
        variables.model.add(goal_of(variables, tier).expression <= cost)
    answer = budget.solve_days(variables.model, effort=COMPARING)
    if answer.solution is None:
        return closed
    return _shared(variables, budget, answer.solution, known)[0]


def _shared(
    variables: CpVariables, budget: Budget, solution: Any, known: Fixed
) -> tuple[Fixed, float]:
    """Find what all solutions share, this one among them, and say how long it took."""
    literals, values = dict(open_decisions(variables)), placement_of(variables, solution)
    common, seconds = _common(variables, budget, literals, values)
    fixed = _fixed(common).with_(known)
    if len(common) == len(literals):
        return fixed, seconds
    # Most weeks can't begin after a gap then: nothing about coming back is asked of them.
    settled = days_model(variables.problem, fixed)
    gaps = dict(open_gaps(settled))
    none, more = _common(settled, budget, gaps, dict.fromkeys(gaps, 0))
    return fixed.with_(Fixed(gaps=none)), seconds + more


def _common(
    variables: CpVariables, budget: Budget, literals: Mapping[Key, Any], values: Mapping[Key, int]
) -> tuple[Mapping[Key, int], float]:
    """Leave those values that all solutions share, and say how long it took.

    A solution is asked for that differs a lot from what is left, until there is none. Nothing is
    left where that takes too long.
    """
    model, effort, seconds = variables.model, COMPARING, 0.0
    while values and effort > 0 and budget.is_left:
        differences = [
            1 - literals[key] if value else literals[key] for key, value in values.items()
        ]
        model.add(sum(differences) >= 1)
        model.maximize(sum(differences))
        answer = budget.solve_days(model, ANY, effort=effort)
        seconds += answer.seconds
        effort -= answer.effort
        if answer.infeasible:
            return values, seconds
        if answer.solution is None:
            break
        values = {
            key: value
            for key, value in values.items()
            if variables.value(literals[key], answer.solution) == value
        }
    return {}, seconds


def _fixed(values: Mapping[Decision, int]) -> Fixed:
    """Sort decisions by what they are about."""
    sessions = {key: value for key, value in values.items() if isinstance(key[1], SessionKind)}
    relaxed = {key: value for key, value in values.items() if isinstance(key[0], Relaxation)}
    return Fixed(sessions, relaxed)
