"""The days first: which days and kinds of sessions, and which relaxations, can be best at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.report import Stage
from runtall.domain.tier import Tier
from runtall.model import cp_sat
from runtall.model.build import build
from runtall.model.scope import NOTHING_FIXED, Decision, Fixed, Scope
from runtall.model.variables import CpVariables
from runtall.objectives.all import OBJECTIVES
from runtall.rules._forbidden_days import ForbiddenDays
from runtall.rules.all import RULES
from runtall.solve.goals import goal_of
from runtall.solve.run import FOR_CORES, Answer, Budget
from runtall.solve.stages import Export, solve_stages

DAY_RULES = tuple(rule for rule in RULES if rule.reach is Reach.DAYS)
# Tiers of which a model of the days knows all.
DAY_TIERS = tuple(
    tier for tier in Tier if all(o.reach is Reach.DAYS for o in OBJECTIVES if o.tier is tier)
)
# Rules by which each week is judged alone.
WEEK_RULES = tuple(rule for rule in RULES if not rule.ties_weeks)
# Effort, in the solver's deterministic seconds, that finding what best placements share is worth.
# Where it fails, the sets take several times as long.
COMPARING = 1.0
# Placements that are worth a solve each.
MOST_PLACEMENTS = 16
# Placements that weeks are asked about.
MOST_REFUSALS = 40


@dataclass(frozen=True, slots=True)
class BestDays:
    """What the rules about days alone allow at best.

    Parameters
    ----------
    status
        OPTIMAL, INFEASIBLE, or what the solver said when effort ran out.
    stages
        Of the tiers about days: bounds for the whole problem.
    fixed
        Decisions that are the same in all placements that cost so much; so they are in the whole
        problem, should it reach that cost.
    """

    status: cp_sat.CpSolverStatus
    stages: Mapping[Tier, Stage]
    fixed: Fixed = NOTHING_FIXED

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
    closed = _never(problem).with_(closed)
    variables = _model(problem, closed)
    staged = solve_stages(variables, budget, DAY_TIERS, about_days=True, export=export)
    if staged.solution is None or not all(stage.proven for stage in staged.stages.values()):
        infeasible = staged.status == cp_sat.INFEASIBLE
        status = cp_sat.INFEASIBLE if infeasible else cp_sat.UNKNOWN
        return BestDays(status, staged.stages)
    fixed, seconds = _shared(variables, budget, staged.solution)
    last = DAY_TIERS[-1]
    stages = dict(staged.stages)
    stages[last] = replace(stages[last], seconds=stages[last].seconds + seconds)
    return BestDays(cp_sat.OPTIMAL, stages, fixed.with_(closed))


def shared_days(
    problem: Problem, budget: Budget, most: Mapping[Tier, int], closed: Fixed = NOTHING_FIXED
) -> Fixed:
    """Find what all placements share that cost at most so much in some tiers."""
    known = _never(problem).with_(closed)
    variables = _model(problem, known)
    for tier, cost in most.items():
        variables.model.add(goal_of(variables, tier).expression <= cost)
    answer = budget.solve_days(variables.model, effort=COMPARING)
    if answer.solution is None:
        return closed
    return _shared(variables, budget, answer.solution)[0].with_(known)


def few_placements(
    problem: Problem, budget: Budget, most: Mapping[Tier, int], shared: Fixed
) -> tuple[Fixed, ...]:
    """Find all placements that cost at most so much in some tiers.

    Parameters
    ----------
    shared
        What all of them have in common.

    Returns
    -------
    tuple of Fixed
        All days and relaxations of each; empty where there are too many to count.
    """
    variables = _model(problem, shared)
    model, literals = variables.model, dict(_open_decisions(variables))
    for tier, cost in most.items():
        model.add(goal_of(variables, tier).expression <= cost)
    effort = COMPARING
    placements: list[Fixed] = []
    while len(placements) <= MOST_PLACEMENTS and effort > 0:
        answer = budget.solve_days(model, effort=effort)
        if answer.infeasible:
            return tuple(placements)
        if answer.solution is None:
            break
        chosen = {key: variables.value(lit, answer.solution) for key, lit in literals.items()}
        placements.append(_fixed(chosen).with_(shared))
        model.add(sum(1 - lit if chosen[key] else lit for key, lit in literals.items()) >= 1)
        effort -= answer.effort
    return ()


def refused_by_weeks(problem: Problem, budget: Budget, closed: Fixed) -> Fixed:
    """Find what weeks refuse on days with less equipment than others, and with it better days.

    The days that are best so far are shown to each such week, which is asked under the rules of
    single weeks, with its sets. What it refuses no plan has, and the days are chosen again, until
    no week refuses any.

    Parameters
    ----------
    closed
        Decisions that are given.

    Returns
    -------
    Fixed
        With ``never``; as given where nothing is refused.
    """
    at_hand = {day.index: len(day.possible) for day in problem.days}
    most = max(at_hand.values())
    weeks = [week for week in problem.weeks if any(at_hand[day] < most for day in week.days)]
    others = (day.index for week in problem.weeks if week not in weeks for day in problem.days
              if day.week == week.number)  # fmt: skip
    empty = Fixed({(day, kind): 0 for day in others for kind in SessionKind})
    alone = build(problem, Scope.RELAXED, WEEK_RULES, fixed=empty)
    for _ in range(MOST_REFUSALS if weeks else 0):
        days = _model(problem, _never(problem).with_(closed))
        staged = solve_stages(days, budget, DAY_TIERS, about_days=True)
        if staged.solution is None:
            break
        found = dict(_open_decisions(days))
        chosen = {key: days.value(literal, staged.solution) for key, literal in found.items()}
        refused = [core for week in weeks if (core := _refusal(alone, week, chosen, budget))]
        if not refused:
            break
        closed = closed.with_(Fixed(never=tuple(refused)))
    return closed


def _refusal(
    alone: CpVariables, week: Week, chosen: Mapping[Decision, int], budget: Budget
) -> dict[Decision, int]:
    """Return those of a week's decisions that its own rules forbid together; none if they don't."""
    asked = {}
    for key, literal in _open_decisions(alone):
        if key[0] in week.days or key[1] == week.number:
            asked[key] = literal if chosen.get(key) else ~literal
    alone.model.clear_assumptions()
    alone.model.add_assumptions(asked.values())
    answer = budget.solve(alone.model, FOR_CORES, effort=COMPARING)
    return {key: chosen.get(key, 0) for key, literal in asked.items()
            if literal.index in answer.core}  # fmt: skip


def _never(problem: Problem) -> Fixed:
    """Return the sessions that a rule about single days forbids, whatever else is decided."""
    rules = (rule for rule in DAY_RULES if isinstance(rule, ForbiddenDays) and problem.on(rule.id))
    return Fixed(
        {
            (day.index, kind): 0
            for rule in rules
            for day in problem.days
            for kind in rule.forbidden(problem, day)
        }
    )


def _model(problem: Problem, closed: Fixed) -> CpVariables:
    weeks = closed.open_weeks(problem)
    return build(problem, Scope.RELAXED, DAY_RULES, open_weeks=weeks, days_only=True, fixed=closed)


def _shared(variables: CpVariables, budget: Budget, solution: Any) -> tuple[Fixed, float]:
    """Find what all solutions share, this one among them, and say how long it took.

    A solution is asked for that differs as much as can be from what all so far have in common,
    until there is none. What is shared is nothing where that takes too long.
    """
    model = variables.model
    literals = dict(_open_decisions(variables))
    common = {key: variables.value(literal, solution) for key, literal in literals.items()}
    effort, seconds = COMPARING, 0.0
    answer: Answer | None = None
    while common and effort > 0 and budget.is_left:
        differences = [
            1 - literals[key] if value else literals[key] for key, value in common.items()
        ]
        model.add(sum(differences) >= 1)
        model.maximize(sum(differences))
        answer = budget.solve_days(model, effort=effort)
        seconds += answer.seconds
        effort -= answer.effort
        if answer.solution is None:
            break
        common = {
            key: value
            for key, value in common.items()
            if variables.value(literals[key], answer.solution) == value
        }
    if common and not (answer and answer.infeasible):
        return NOTHING_FIXED, seconds
    return _fixed(common), seconds


def _fixed(values: Mapping[Decision, int]) -> Fixed:
    """Sort decisions by what they are about."""
    sessions = {key: value for key, value in values.items() if isinstance(key[1], SessionKind)}
    relaxed = {key: value for key, value in values.items() if isinstance(key[0], Relaxation)}
    return Fixed(sessions, relaxed)


def leaves_a_choice(variables: CpVariables) -> bool:
    """Tell whether a decision about days is open."""
    return any(True for _ in _open_decisions(variables))


def _open_decisions(variables: CpVariables) -> Iterator[tuple[Decision, Any]]:
    """Yield the decisions about days and relaxations that are not known."""
    problem = variables.problem
    for day in problem.days:
        for kind in variables.kinds(day.week):
            if not isinstance(literal := variables.session(day.index, kind), int):
                yield (day.index, kind), literal
    for week in problem.weeks:
        for step in Relaxation:
            if not isinstance(literal := variables.relaxed(step, week.number), int):
                yield (step, week.number), literal
