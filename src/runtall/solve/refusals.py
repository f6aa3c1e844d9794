"""What weeks with less equipment than others refuse, before the days are chosen for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
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

    Each session of such a week is shown to it first, and then the days that are best so far: the
    week is asked under the rules of single weeks, with its sets. What it refuses no plan has, and
    the days are chosen again, until no week refuses any.

    Parameters
    ----------
    closed
        Decisions that are given.

    Returns
    -------
    Fixed
        With ``never``, and sessions that are refused alone; as given where nothing is refused.
    """
    at_hand = {day.index: len(day.possible) for day in problem.days}
    most = max(at_hand.values())
    weeks = [week for week in problem.weeks if any(at_hand[day] < most for day in week.days)]
    if not weeks:
        return closed
    others = (day.index for week in problem.weeks if week not in weeks for day in problem.days
              if day.week == week.number)  # fmt: skip
    empty = Fixed({(day, kind): 0 for day in others for kind in SessionKind})
    known = forbidden_sessions(problem).with_(closed)
    alone = build(problem, Scope.RELAXED, WEEK_RULES, fixed=known.with_(empty))
    asked = dict(open_decisions(alone))
    sessions = [key for key in asked if isinstance(key[1], SessionKind)]
    each: list[dict[Decision, int]] = [{key: 1} for key in sessions]
    never = _refused(alone, asked, each, budget)
    # Fixed, so that nobody asks about them again.
    closed = closed.with_(Fixed({key: 0 for key in sessions if {key: 1} in never}))
    for _ in range(MOST_REFUSALS):
        days = days_model(problem, known.with_(closed))
        staged = solve_stages(days, budget, DAY_TIERS, about_days=True)
        if staged.solution is None:
            break
        found = dict(open_decisions(days))
        chosen = {key: days.value(literal, staged.solution) for key, literal in found.items()}
        shown = [
            {k: chosen.get(k, 0) for k in asked if k[0] in week.days or k[1] == week.number}
            for week in weeks
        ]
        if not (refused := _refused(alone, asked, shown, budget)):
            break
        closed = closed.with_(Fixed(never=refused))
    return closed


def _refused(
    alone: CpVariables,
    asked: Mapping[Decision, Any],
    shown: Iterable[Mapping[Decision, int]],
    budget: Budget,
) -> tuple[dict[Decision, int], ...]:
    """Return of each set of decisions those that the rules forbid together, if they forbid any."""
    refused = []
    for decisions in shown:
        literals = {k: asked[k] if value else ~asked[k] for k, value in decisions.items()}
        alone.model.clear_assumptions()
        alone.model.add_assumptions(literals.values())
        core = budget.solve(alone.model, FOR_CORES, effort=ASKING).core
        refused.append({k: decisions[k] for k in decisions if literals[k].index in core})
    return tuple(filter(None, refused))
