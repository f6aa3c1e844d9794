"""The staged solve: tier after tier, each kept while the next is made best."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from runtall.domain.report import Stage
from runtall.domain.tier import Tier
from runtall.model import cp_sat
from runtall.model.scope import Decision
from runtall.model.variables import CpVariables
from runtall.solve.goals import Goal, bounds, fuse, goal_of, weights
from runtall.solve.run import PATIENT, QUICK, Answer, Budget

# Takes the model of each solve that proves a tier, before it is solved.
Export = Callable[[cp_sat.CpModel], None]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A way to solve for several tiers at once: ``effort`` in deterministic seconds a week."""

    effort: float
    settings: Mapping[str, Any]


# A fused objective can hide its last tier from the linear relaxation, so that no effort proves it.
# Most proofs need less than the first attempt; whatever needs more is solved with patience: all
# together, from the best solution known so far on and within it. If that fails, the first tier
# alone, and then the others: once more in one go, and if that fails one by one.
FIRST, FIRST_OF_DAYS = _Attempt(0.003, QUICK), _Attempt(0.006, {})
SECOND = _Attempt(0.2, PATIENT)
BEHIND_A_PROOF = _Attempt(0.1, PATIENT)
# For a solution on one placement: no proof, but it halves the effort of one.
INCUMBENT = _Attempt(0.004, {**PATIENT, "fix_variables_to_their_hinted_value": True})
# Weight of a proven tier in later objectives. It is constant on every plan, so that any weight is
# right; but it holds the linear relaxation to the tier's value, and so the later bounds up.
PULL = 100


@dataclass(frozen=True, slots=True)
class Staged:
    """What the stages came to.

    ``status`` is that of the last solve; ``solution`` the value of every model variable, or
    None where no plan was found.
    """

    status: cp_sat.CpSolverStatus
    stages: Mapping[Tier, Stage]
    solution: Sequence[int] | None = None


def proven(tier: Tier, value: int, seconds: float = 0.0) -> Stage:
    """Return the stage of a tier whose value is known to be the best."""
    return Stage(tier, value, value, "OPTIMAL", seconds)


def solve_stages(
    variables: CpVariables,
    budget: Budget,
    tiers: Sequence[Tier] = tuple(Tier),
    known: Mapping[Tier, Stage] | None = None,
    *,
    limits: Mapping[Tier, int] | None = None,
    about_days: bool = False,
    export: Export | None = None,
    placement: Mapping[Decision, int] = {},
) -> Staged:
    """Make each tier as good as it can be, without giving anything of an earlier one.

    Tiers are fused into one objective as far as their spans allow, which is exact: one unit of
    a tier outweighs everything that all later ones can differ by. A fused objective that isn't
    proven after some effort is split: the digits of its bound say which tiers are proven, and
    the next one is solved alone.

    Parameters
    ----------
    variables
        A model with its rules posted; the stages add their constraints to it.
    tiers
        Which, the most important first.
    known
        Tiers that are proven already, and only kept here.
    limits
        Most that some tiers may cost, these or others.
    about_days
        The model knows the days alone.
    export
        Called with the model of each solve before it is solved.
    placement
        One that may be best: where proofs take long, a solution on it is looked for first.

    Returns
    -------
    Staged
        With a stage for each of the tiers; ``value == bound`` where it is proven.
    """
    goals = {tier: goal_of(variables, tier) for tier in tiers}
    for tier, most in (limits or {}).items():
        goal = goals.get(tier) or goal_of(variables, tier)
        variables.model.add(goal.expression <= most)
    stages = _Stages(variables, budget, dict(known or {}), about_days, export, placement)
    return stages.run([*goals.values()])


class _Stages:
    def __init__(
        self,
        variables: CpVariables,
        budget: Budget,
        done: dict[Tier, Stage],
        about_days: bool,
        export: Export | None,
        placement: Mapping[Decision, int],
    ) -> None:
        self._variables, self._budget = variables, budget
        self._placement = placement
        self._about_days, self._export = about_days, export
        self._done = done
        self._kept: list[Goal] = []
        self._solution: Sequence[int] | None = None
        self._seconds = 0.0  # of solves that no stage has yet

    def run(self, goals: Sequence[Goal]) -> Staged:
        for goal in goals:
            if goal.tier in self._done:
                self._keep(goal, self._done[goal.tier].value)
        status = cp_sat.UNKNOWN
        todo = [goal for goal in goals if goal.tier not in self._done and goal.span > 1]
        begin = FIRST_OF_DAYS if self._about_days else FIRST
        groups = [(group, begin) for group in fuse(todo)]
        while groups:
            group, attempt = groups.pop(0)
            answer = self._solve(group, attempt)
            status = answer.status
            if answer.solution is None and answer.proven:
                break
            rest = group if answer.solution is None else self._note(group, answer)
            if rest and (len(group) == 1 or not self._budget.is_left):
                break
            if len(rest) > 1 and attempt is begin:
                self._find_incumbent(group)
                first = group[0] if self._solution is None else self._narrow(group[0])
                groups.insert(0, ([first, *group[1:]], SECOND))
                continue
            for goal in group[: len(group) - len(rest)]:
                self._keep(goal, self._done[goal.tier].value)
            alone = len(rest) if attempt is BEHIND_A_PROOF else 1
            parts = [*([goal] for goal in rest[:alone]), rest[alone:]]
            groups[:0] = [(part, BEHIND_A_PROOF) for part in parts if part]
        if self._solution is None and not todo:
            # Not one tier has a choice: the plan is whatever the rules leave.
            answer = self._solve([], FIRST)
            status, self._solution = answer.status, answer.solution
        if self._solution is None:
            return Staged(status, {})
        return Staged(status, {goal.tier: self._stage(goal) for goal in goals}, self._solution)

    def _solve(self, group: Sequence[Goal], attempt: _Attempt) -> Answer:
        """Solve for some tiers: one to its end, several within the effort that they are worth."""
        model = self._variables.model
        cost = sum(
            factor * (goal.expression - goal.least)
            for factor, goal in zip(weights(group), group, strict=True)
        )
        kept = sum(
            PULL * (goal.expression - self._done[goal.tier].value)
            for goal in self._kept
            if self._done[goal.tier].proven
        )
        if group:
            model.minimize(cost + kept)
        if self._export is not None and attempt is not INCUMBENT:
            self._export(model)
        if attempt is not INCUMBENT and not self._about_days:
            cp_sat.hint(model, dict(enumerate(self._solution or ())))
        effort = math.inf
        if len(group) > 1:
            effort = attempt.effort * len(self._variables.problem.weeks)
        if self._about_days:
            answer = self._budget.solve_days(model, effort=effort)
        else:
            answer = self._budget.solve(model, attempt.settings, effort=effort)
        self._seconds += answer.seconds
        return answer

    def _find_incumbent(self, group: Sequence[Goal]) -> None:
        """Find the best solution on the placement, unless a better one is known or it is fixed."""
        model, known = self._variables.model, self._solution
        decisions = [(self._variables.decision(key), v) for key, v in self._placement.items()]
        still_open = {literal.index: v for literal, v in decisions if not isinstance(literal, int)}
        if still_open and self._budget.is_left:
            cp_sat.hint(model, still_open)
            answer = self._solve(group, INCUMBENT)
            if answer.solution and (not known or answer.cost < cp_sat.cost_of(model, known)):
                self._solution = answer.solution

    def _note(self, group: Sequence[Goal], answer: Answer) -> list[Goal]:
        """Note what a solve found; return the goals of it that are not proven yet."""
        assert answer.solution is not None
        self._solution = answer.solution
        values = [self._variables.value(goal.expression, answer.solution) for goal in group]
        least = bounds(group, answer.cost - answer.bound, values)
        # The time of fused stages stands with the first of them, so that times add up.
        seconds, self._seconds = self._seconds, 0.0
        rest: list[Goal] = []
        for goal, value, bound in zip(group, values, least, strict=True):
            before = self._done.get(goal.tier)
            seconds += before.seconds if before else 0.0
            bound = max(bound, before.bound if before and not rest else bound)
            status = "OPTIMAL" if value == bound else "FEASIBLE"
            self._done[goal.tier] = Stage(goal.tier, value, bound, status, seconds)
            seconds = 0.0
            if rest or value != bound:
                rest.append(goal)
        return rest

    def _narrow(self, goal: Goal) -> Goal:
        """Return a goal within what is known of it."""
        assert self._solution is not None
        value = self._variables.value(goal.expression, self._solution)
        self._variables.model.add(goal.expression <= value)
        least = self._done[goal.tier].bound if goal.tier in self._done else goal.least
        return replace(goal, least=least, most=value)

    def _keep(self, goal: Goal, value: int) -> None:
        if goal.span > 1:
            self._variables.model.add(goal.expression <= value)
            self._kept.append(goal)

    def _stage(self, goal: Goal) -> Stage:
        """Return the stage of a goal, also of one without a choice or that nothing reached."""
        assert self._solution is not None
        value = self._variables.value(goal.expression, self._solution)
        done = self._done.get(goal.tier)
        if goal.span == 1 and done is None:
            return proven(goal.tier, value)
        bound = min(value, done.bound if done else goal.least)
        seconds = done.seconds if done else 0.0
        return Stage(goal.tier, value, bound, "OPTIMAL" if value == bound else "FEASIBLE", seconds)
