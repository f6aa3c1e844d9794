"""What weeks with less equipment than others refuse, before the days are chosen for good."""

from __future__ import annotations

from collections.abc import Mapping

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem, Week
from runtall.model.build import build
from runtall.model.scope import Decision, Fixed, Scope
from runtall.model.variables import CpVariables
from runtall.rules.all import RULES
from runtall.solve.days_model import DAY_TIERS, days_model, forbidden_sessions, open_decisions
from runtall.solve.run import FOR_CORES, Budget
from runtall.solve.stages import solve_stages

# Rules by which each week is judged alone.
WEEK_RULES = tuple(rule for rule in RULES if not rule.ties_weeks)
# Placements that weeks are asked about.
MOST_REFUSALS = 40
# Effort, in the solver's deterministic seconds, that one question is worth.
ASKING = 1.0


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
    if not weeks:
        return closed
    others = (day.index for week in problem.weeks if week not in weeks for day in problem.days
              if day.week == week.number)  # fmt: skip
    empty = Fixed({(day, kind): 0 for day in others for kind in SessionKind})
    alone = build(problem, Scope.RELAXED, WEEK_RULES, fixed=empty)
    for _ in range(MOST_REFUSALS):
        days = days_model(problem, forbidden_sessions(problem).with_(closed))
        staged = solve_stages(days, budget, DAY_TIERS, about_days=True)
        if staged.solution is None:
            break
        found = dict(open_decisions(days))
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
    for key, literal in open_decisions(alone):
        if key[0] in week.days or key[1] == week.number:
            asked[key] = literal if chosen.get(key) else ~literal
    alone.model.clear_assumptions()
    alone.model.add_assumptions(asked.values())
    answer = budget.solve(alone.model, FOR_CORES, effort=ASKING)
    return {key: chosen.get(key, 0) for key, literal in asked.items()
            if literal.index in answer.core}  # fmt: skip
