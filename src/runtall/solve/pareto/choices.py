"""What a week can be like, whatever its days: what gives way, the sets, and the harm at least."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from runtall.domain.exercise import SessionKind
from runtall.domain.relaxation import Relaxation
from runtall.model.build import build
from runtall.model.scope import Scope, Settled
from runtall.objectives.base import Tier
from runtall.rules.all import RULES
from runtall.rules.locked_days import LockedDays
from runtall.rules.relaxation_limits import RelaxationLimits
from runtall.solve.goals import goal_of
from runtall.solve.placement import ABOUT_DAYS, day_solver

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.problem import Problem, Week
    from runtall.domain.scenario import SolverSettings
    from runtall.domain.variables import Expression
    from runtall.model.variables import CpVariables
    from runtall.solve.settings import Deadline

OF_A_WEEK_ALONE = ABOUT_DAYS - {LockedDays.id, RelaxationLimits.id}
"""Rules about days that hold for a week while all others are skipped."""
MOST_CHOICES = 40
"""Weeks with more choices have so many kinds of days that it is easier to decide the days."""

Load = tuple[SessionKind, int, int]
"""A session's kind, and the fewest and the most sets that it can have on its day."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to spend a week.

    Parameters
    ----------
    relaxed
        What gives way.
    loads
        Of each session.
    harm
        What it costs at least in the placement tier, by itself.
    """

    relaxed: frozenset[Relaxation]
    loads: frozenset[Load]
    harm: int

    def beats(self, other: Choice) -> bool:
        """Whether it allows all that the other one does, at no more harm."""
        mine, theirs = ({kind: rest for kind, *rest in one.loads} for one in (self, other))
        return (
            self.relaxed == other.relaxed
            and self.harm <= other.harm
            and mine.keys() == theirs.keys()
            and all(mine[k][0] <= low and high <= mine[k][1] for k, (low, high) in theirs.items())
        )


@dataclass(frozen=True, slots=True)
class Choices:
    """All choices of all weeks.

    Parameters
    ----------
    weeks
        By the number of each week with sessions.
    floor
        For every plan, with the choices that it makes::

            placement >= floor + sum of harm[choice of w] over all weeks w
    """

    weeks: Mapping[int, tuple[Choice, ...]]
    floor: int

    def placement(self, variables: CpVariables) -> Expression:
        """Have a model make its choices; the right side, as a bound of its placement tier."""
        picks = _pick(variables, self.weeks)
        for week, made in picks.items():
            for kind in variables.kinds(week):
                sets = variables.session_sets(week, kind)
                loads = [(pick, one) for c, pick in made for one in c.loads if one[0] is kind]
                variables.define(sets >= sum(fewest * pick for pick, (_, fewest, _) in loads))
                variables.define(sets <= sum(most * pick for pick, (_, _, most) in loads))
        return self.floor + _harm(picks)


def week_choices(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    settled: Settled,
    sets: Mapping[tuple[int, SessionKind], tuple[int, int]],
) -> Choices | None:
    """Find all choices of all weeks; None where there are too many, or no time.

    Parameters
    ----------
    settled
        Relaxations and sessions that are out of the question.
    sets
        Fewest and most sets of a session by day and kind.
    """
    weeks = {}
    for week in problem.weeks:
        if week.n_sessions:
            weeks[week.number] = _of_week(problem, settings, deadline, settled, sets, week)
    if not all(weeks.values()):
        return None
    variables = days_model(problem, settled, ABOUT_DAYS)
    picks = _pick(variables, weeks)
    for number, made in picks.items():
        for load, here in _sessions(variables, problem.week(number), sets).items():
            variables.define(sum(pick for choice, pick in made if load in choice.loads) == here)
    variables.model.minimize(goal_of(variables, Tier.PLACEMENT).expression - _harm(picks))
    solver = day_solver(settings, deadline)
    if solver.solve(variables.model) != cp_model.OPTIMAL:
        return None
    best = {week: _unbeaten(choices) for week, choices in weeks.items()}
    return Choices(best, round(solver.best_objective_bound))


def _of_week(
    problem: Problem,
    settings: SolverSettings,
    deadline: Deadline,
    settled: Settled,
    sets: Mapping[tuple[int, SessionKind], tuple[int, int]],
    week: Week,
) -> tuple[Choice, ...]:
    """All choices of a week, while all others are skipped; none where that can't be said."""
    others = [other for other in problem.weeks if other is not week]
    skipped = {
        (step, other.number): int(step is Relaxation.SKIP)
        for other in others
        for step in Relaxation
    }
    empty = {(day, kind): 0 for other in others for day in other.days for kind in SessionKind}
    alone = Settled({**settled.sessions, **empty}, {**settled.relaxed, **skipped})
    variables = days_model(problem, alone, OF_A_WEEK_ALONE)
    placement = goal_of(variables, Tier.PLACEMENT).expression
    variables.model.minimize(placement)
    steps, loads = _steps(variables, week.number), _sessions(variables, week, sets)
    found: list[Choice] = []
    while len(found) <= MOST_CHOICES:
        solver = day_solver(settings, deadline)
        status = solver.solve(variables.model)
        if status == cp_model.INFEASIBLE:
            return tuple(found)
        if status != cp_model.OPTIMAL:
            return ()
        solution = solver.response_proto.solution
        relaxed = frozenset(step for step, u in steps.items() if variables.value(u, solution))
        held = frozenset(load for load, n in loads.items() if variables.value(n, solution))
        found.append(Choice(relaxed, held, variables.value(placement, solution)))
        differences = [1 - u if step in relaxed else u for step, u in steps.items()]
        differences += [1 - n if load in held else n for load, n in loads.items()]
        variables.model.add(sum(differences) >= 1)
    return ()


def _unbeaten(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    kept: list[Choice] = []
    for choice in choices:
        if not any(other.beats(choice) for other in kept):
            kept = [*(other for other in kept if not choice.beats(other)), choice]
    return tuple(kept)


def _pick(
    variables: CpVariables, weeks: Mapping[int, tuple[Choice, ...]]
) -> dict[int, list[tuple[Choice, Any]]]:
    """Decisions of which each week takes one, tied to what gives way."""
    picks = {}
    for week, choices in weeks.items():
        made = [
            (choice, variables.bool_var(f"choice/w{week:02}/{place}"))
            for place, choice in enumerate(choices)
        ]
        variables.define(sum(pick for _, pick in made) == 1)
        for step, used in _steps(variables, week).items():
            variables.define(sum(pick for choice, pick in made if step in choice.relaxed) == used)
        picks[week] = made
    return picks


def _harm(picks: Mapping[int, Sequence[tuple[Choice, Any]]]) -> Expression:
    return sum(choice.harm * pick for made in picks.values() for choice, pick in made)


def _steps(variables: CpVariables, week: int) -> dict[Relaxation, Any]:
    """Relaxations that a week may use."""
    used = {step: variables.relaxed(step, week) for step in Relaxation}
    return {step: literal for step, literal in used.items() if not isinstance(literal, int)}


def _sessions(
    variables: CpVariables, week: Week, sets: Mapping[tuple[int, SessionKind], tuple[int, int]]
) -> dict[Load, Any]:
    """1 where a week has a session of this load, by load."""
    days: dict[Load, list[Any]] = defaultdict(list)
    for kind in variables.kinds(week.number):
        for day in week.days:
            if (day, kind) in sets:
                days[kind, *sets[day, kind]].append(variables.session(day, kind))
    return {load: sum(literals) for load, literals in days.items()}


def days_model(problem: Problem, settled: Settled, ids: frozenset[str]) -> CpVariables:
    """Build a model of days and session kinds, without sets, from some of the rules."""
    rules = [rule for rule in RULES if rule.id in ids]
    return build(problem, Scope.RELAXED, rules, settled=settled, days_only=True)
