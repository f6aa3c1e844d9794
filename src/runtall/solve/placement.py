"""The days first: which placements can be best at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.scope import NOTHING_SETTLED, Scope, Settled
from runtall.objectives.base import Tier
from runtall.rules.all import RULES
from runtall.solve.goals import goal_of
from runtall.solve.settings import new_solver

if TYPE_CHECKING:
    from collections.abc import Collection

    from runtall.domain.problem import Problem
    from runtall.domain.scenario import SolverSettings
    from runtall.model.variables import CpVariables
    from runtall.solve.goals import Export
    from runtall.solve.settings import Deadline

ABOUT_DAYS = frozenset(
    [
        "weekly-sessions",
        "session-days",
        "run-first",
        "speed-day",
        "rest-before-long-run",
        "sunday-long-run",
        "alternate",
        "availability",
        "locked-days",
        "spacing",
        "tuneup-eve",
        "race-week",
        "relaxation-limits",
    ]
)
"""Rules that speak of days and session kinds. A missing one would cost time, never the proof."""


NARROWING = 0.2
"""Effort, in the solver's deterministic seconds, that finding what placements share is worth:
a hundred times what it takes where weeks are alike."""
_Decision = tuple[int, SessionKind] | tuple[Relaxation, int]


@dataclass(frozen=True, slots=True)
class Placement:
    """What the rules about days alone allow at best.

    Parameters
    ----------
    status
        OPTIMAL, INFEASIBLE, or what the solver said when time was up.
    value
        Least cost of the placement tier; a bound for the whole problem.
    settled
        Decisions that are the same in every placement of that cost; so they are in the whole
        problem, should it reach that cost.
    seconds
        Time of the solves.
    """

    status: cp_model.CpSolverStatus
    value: int = 0
    settled: Settled = NOTHING_SETTLED
    seconds: float = 0.0


def place(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    scope: Scope,
    open_weeks: Collection[int] | None,
    relaxation: int,
    export: Export | None = None,
) -> Placement:
    """Solve the placement tier over the rules about days, and find what it leaves open.

    Leaving rules out can only make the tier cheaper. So if the whole problem reaches this
    cost, the tier is proven there; and what all placements of this cost have in common, every
    best plan has: most days are decided before the first set is.

    Parameters
    ----------
    scope, open_weeks
        As for `build`.
    relaxation
        The proven cost of the relaxation tier.
    """
    rules = [rule for rule in RULES if rule.id in ABOUT_DAYS]
    variables = build(problem, scope, rules, open_weeks=open_weeks, days_only=True)
    model = variables.model
    model.add(goal_of(variables, Tier.RELAXATION).expression <= relaxation)
    cost = goal_of(variables, Tier.PLACEMENT).expression
    model.minimize(cost)
    if export is not None:
        export(model)
    solver = day_solver(settings, deadline)
    status = solver.solve(model)
    seconds = solver.wall_time
    if status != cp_model.OPTIMAL:
        return Placement(status, seconds=seconds)
    value = variables.value(cost, solver.response_proto.solution)
    model.add(cost <= value)
    settled, more = _shared(variables, solver, settings, deadline)
    if deadline.left <= 0:
        return Placement(cp_model.UNKNOWN, seconds=seconds + more)
    return Placement(cp_model.OPTIMAL, value, settled, seconds + more)


def settle(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    open_weeks: Collection[int],
    known: Settled,
    most: int,
) -> Settled:
    """Find what all placements up to a cost share, where the relaxations are known.

    Parameters
    ----------
    known
        The relaxations.
    most
        Most that the placement tier may cost.

    Returns
    -------
    Settled
        ``known``, and the decisions about days that are shared.
    """
    rules = [rule for rule in RULES if rule.id in ABOUT_DAYS]
    variables = build(
        problem, Scope.RELAXED, rules, open_weeks=open_weeks, days_only=True, settled=known
    )
    variables.model.add(goal_of(variables, Tier.PLACEMENT).expression <= most)
    solver = day_solver(settings, deadline)
    if solver.solve(variables.model) != cp_model.OPTIMAL:
        return known
    shared, _ = _shared(variables, solver, settings, deadline)
    return Settled(shared.sessions, known.relaxed)


def _shared(
    variables: CpVariables, solver: cp_model.CpSolver, settings: SolverSettings, deadline: Deadline
) -> tuple[Settled, float]:
    """Find what all solutions share, the solver's first one among them, and say how long it took.

    Any solution is asked for that differs in something all so far have in common, until there is
    none. What is shared is nothing where that takes too long.
    """
    model = variables.model
    model.minimize(0)
    common = _Common(variables)
    effort = NARROWING
    seconds = 0.0
    status = cp_model.OPTIMAL
    while status == cp_model.OPTIMAL and effort > 0:
        common.narrow(solver)
        model.add(sum(common.differences()) >= 1)
        solver = day_solver(settings, deadline)
        solver.parameters.max_deterministic_time = effort
        status = solver.solve(model)
        seconds += solver.wall_time
        effort -= solver.response_proto.deterministic_time
    settled = common.settled() if status == cp_model.INFEASIBLE else NOTHING_SETTLED
    return settled, seconds


def day_solver(settings: SolverSettings, deadline: Deadline) -> cp_model.CpSolver:
    """Solver for models about days: so tight that the whole of it fits into the relaxation."""
    solver = new_solver(settings, deadline.left)
    solver.parameters.add_lp_constraints_lazily = False
    return solver


class _Common:
    """What all placements seen so far have in common."""

    def __init__(self, variables: CpVariables) -> None:
        problem = variables.problem
        self._literals: dict[_Decision, Any] = {
            (day.index, kind): literal
            for day in problem.days
            for kind in variables.kinds(day.week)
            if not isinstance(literal := variables.session(day.index, kind), int)
        }
        self._literals |= {
            (step, week.number): literal
            for week in problem.weeks
            for step in Relaxation
            if not isinstance(literal := variables.relaxed(step, week.number), int)
        }
        self._values: dict[_Decision, int] = {}

    def narrow(self, solver: cp_model.CpSolver) -> None:
        """Keep the decisions in which this placement is like the ones before."""
        now = {key: solver.value(literal) for key, literal in self._literals.items()}
        before = self._values or now
        self._values = {key: value for key, value in before.items() if now[key] == value}

    def differences(self) -> list[Any]:
        """Literals of which another kind of placement has at least one."""
        return [
            1 - self._literals[key] if value else self._literals[key]
            for key, value in self._values.items()
        ]

    def settled(self) -> Settled:
        """What they have in common."""
        values = self._values.items()
        return Settled(
            sessions={key: value for key, value in values if isinstance(key[1], SessionKind)},
            relaxed={key: value for key, value in values if isinstance(key[0], Relaxation)},
        )
