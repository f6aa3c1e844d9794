"""The decisions of a plan as CP-SAT variables, behind the domain's verbs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import FlatIntExpr

from runtall.domain.exercise import Kind, Pattern, Slot
from runtall.domain.phase import Phase
from runtall.domain.relaxation import Relaxation
from runtall.progression.session_time import (
    RAMP_UP_S,
    WARM_UP_S,
    exercise_cost_s,
    set_cost_s,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from runtall.domain.problem import Problem
    from runtall.domain.where import Where

Expression = Any
LinearExpr = cp_model.LinearExpr


@dataclass(frozen=True, slots=True)
class Settled:
    """Decisions about days that every best plan shares.

    Parameters
    ----------
    sessions
        0 or 1 by day and kind.
    relaxed
        0 or 1 by relaxation and week.
    """

    sessions: Mapping[tuple[int, Kind], int] = field(default_factory=dict)
    relaxed: Mapping[tuple[Relaxation, int], int] = field(default_factory=dict)


NOTHING_SETTLED = Settled()


class Scope(Enum):
    """How much a model can say.

    STRICT holds just the sessions that the guide asks for, so that most links between a
    session and its sets vanish; RELAXED adds the relaxation order; ANYTHING allows every
    session kind in every week, for testing a rule against any plan.
    """

    STRICT = "strict"
    RELAXED = "relaxed"
    ANYTHING = "anything"


class CpVariables:
    """`runtall.domain.variables.Variables` over one CP-SAT model.

    Parameters
    ----------
    problem
        The question.
    scope
        How much the model can say.
    guarded
        Give each (rule, place) a guard literal that switches its claims on, for explaining.
    open_weeks
        Weeks in which a RELAXED model relaxes; None: all. The others are STRICT.
    days_only
        Leave the sets out: they are 0 everywhere.
    settled
        Decisions about days that are known already: they are plain numbers here, and what
        depends on them needs no variable.
    """

    def __init__(
        self,
        problem: Problem,
        scope: Scope,
        *,
        guarded: bool = False,
        open_weeks: Collection[int] | None = None,
        days_only: bool = False,
        settled: Settled = NOTHING_SETTLED,
    ) -> None:
        self.problem = problem
        self.scope = scope
        self.model = cp_model.CpModel()
        self.guards: dict[tuple[str, Where], cp_model.IntVar] = {}
        self._guarded = guarded
        self._domains: dict[int, tuple[int, int]] = {}
        weeks = {week.number for week in problem.weeks}
        self._open = (
            frozenset()
            if scope is Scope.STRICT
            else frozenset(weeks if open_weeks is None else weeks & set(open_weeks))
        )
        self._settled = settled
        self._kinds = {week.number: self._possible_kinds(week.number) for week in problem.weeks}
        self._session: dict[tuple[int, Kind], Any] = {}
        self._sets: dict[tuple[int, Kind, int, str], Any] = {}
        self._does: dict[tuple[int, Kind, int, str], Any] = {}
        self._mobility: dict[int, Any] = {}
        self._relaxed: dict[tuple[Relaxation, int], Any] = {}
        for week in problem.weeks:
            self._add_relaxations(week.number)
            for kind in self._kinds[week.number]:
                self._add_sessions(week.number, kind)
                for slot in () if days_only else problem.slots[kind]:
                    self._add_sets(week.number, kind, slot)
        self._add_mobility()
        self.held = cache(self._held)  # type: ignore[method-assign]
        self.total = cache(self._total)  # type: ignore[method-assign]
        self.pattern = cache(self._pattern)  # type: ignore[method-assign]
        self.session_sets = cache(self._session_sets)  # type: ignore[method-assign]
        self.seconds = cache(self._seconds)  # type: ignore[method-assign]

    # --- what exists -------------------------------------------------------------------------

    def _possible_kinds(self, number: int) -> tuple[Kind, ...]:
        days = self.problem.week(number).days
        return tuple(
            kind
            for kind in self._kinds_in_scope(number)
            if any(self._settled.sessions.get((day, kind)) != 0 for day in days)
        )

    def _kinds_in_scope(self, number: int) -> tuple[Kind, ...]:
        week = self.problem.week(number)
        if self.scope is Scope.ANYTHING:
            return tuple(Kind)
        if number not in self._open or week.n_sessions == 0:
            return week.kinds
        if week.race_week:
            return (Kind.VERY_LIGHT,)
        if week.phase is Phase.TAPER:
            return (Kind.LIGHT, Kind.VERY_LIGHT)
        if week.n_sessions == 1:
            return (Kind.MERGED, Kind.LIGHT, Kind.VERY_LIGHT)
        return tuple(Kind)

    def _add_relaxations(self, week: int) -> None:
        if week in self._open and (
            self.problem.week(week).n_sessions or self.scope is Scope.ANYTHING
        ):
            for step in Relaxation:
                known = self._settled.relaxed.get((step, week))
                self._relaxed[step, week] = (
                    self.model.new_bool_var(f"relaxed/w{week:02}/{step}")
                    if known is None
                    else known
                )

    def _add_sessions(self, week: int, kind: Kind) -> None:
        days = self.problem.week(week).days
        for day in days:
            known = self._settled.sessions.get((day, kind))
            self._session[day, kind] = (
                self.model.new_bool_var(f"session/d{day:03}/{kind}") if known is None else known
            )
        literals = [
            literal for day in days if not isinstance(literal := self._session[day, kind], int)
        ]
        if not literals or any(self._settled.sessions.get((day, kind)) for day in days):
            return
        if week in self._open or self._guarded:
            self.model.add_at_most_one(literals)
        else:
            self.model.add_exactly_one(literals)

    def _add_sets(self, week: int, kind: Kind, slot: Slot) -> None:
        held = self._held(week, kind)
        certain = self._sure_slot(week, kind, slot)
        done = []
        for exercise in slot.ladder:
            key = (week, kind, slot.position, exercise)
            name = f"w{week:02}/{kind}/{slot.name}/{exercise}"
            alone = certain and len(slot.ladder) == 1
            self._sets[key] = self.model.new_int_var(1 if alone else 0, slot.most, f"sets/{name}")
            if alone:
                self._does[key] = 1
                continue
            does = self.model.new_bool_var(f"does/{name}")
            self._does[key] = does
            self.model.add(self._sets[key] >= does)
            self.model.add(self._sets[key] <= slot.most * does)
            done.append(does)
        if certain and done:
            self.model.add_exactly_one(done)
        elif done:
            self.model.add(LinearExpr.sum(done) <= held)

    def _sure_slot(self, week: int, kind: Kind, slot: Slot) -> bool:
        """Whether the week surely has this session, and it surely fills the slot."""
        problem = self.problem
        if problem.optional_slots or self.bounds(self._held(week, kind)) != (1, 1):
            return False
        days = [
            day
            for day in problem.open_days(problem.week(week))
            if self._settled.sessions.get((day.index, kind)) != 0
        ]
        return all(
            any(problem.exercises[key].possible_with(day.items) for key in slot.ladder)
            and not (day.option == "C" and week in self._open)
            for day in days
        )

    def _add_mobility(self) -> None:
        for day in self.problem.days:
            if self.scope is Scope.ANYTHING or (day.for_mobility and day.free and day.to_race > 0):
                self._mobility[day.index] = self.model.new_bool_var(f"mobility/d{day.index:03}")

    # --- decisions ---------------------------------------------------------------------------

    def relaxes(self, week: int | None = None) -> bool:
        """Whether anything is or may be relaxed in this week, or (None) in any."""
        weeks = self._open if week is None else self._open & {week}
        return any(
            not isinstance(used := self.relaxed(step, number), int) or used
            for number in weeks
            for step in Relaxation
        )

    def kinds(self, week: int) -> tuple[Kind, ...]:
        """Session kinds that the week may hold."""
        return self._kinds[week]

    def session(self, day: int, kind: Kind) -> Expression:
        """A session of this kind takes place on this day."""
        return self._session.get((day, kind), 0)

    def lifts(self, day: int) -> Expression:
        """Sessions on this day."""
        return _sum(self.session(day, kind) for kind in Kind)

    def heavy(self, day: int) -> Expression:
        """Sessions on this day that are more than light."""
        return _sum(self.session(day, kind) for kind in Kind if kind.heavy)

    def _held(self, week: int, kind: Kind) -> Expression:
        if kind not in self._kinds[week]:
            return 0
        if week not in self._open and not self._guarded:
            return 1
        return _sum(self._session[day, kind] for day in self.problem.week(week).days)

    def held(self, week: int, kind: Kind) -> Expression:
        """1 if the week has a session of this kind, else 0."""
        return self._held(week, kind)

    def sessions(self, week: int) -> Expression:
        """Sessions of this week."""
        return _sum(self.held(week, kind) for kind in Kind)

    def slots(self, kind: Kind) -> tuple[Slot, ...]:
        """The problem's slots of a session kind."""
        return self.problem.slots[kind]

    def sets(self, week: int, kind: Kind, slot: Slot) -> Expression:
        """Working sets of a slot."""
        return _sum(self.sets_of(week, kind, slot, exercise) for exercise in slot.ladder)

    def sets_of(self, week: int, kind: Kind, slot: Slot, exercise: str) -> Expression:
        """Working sets of a slot that are done with this exercise."""
        return self._sets.get((week, kind, slot.position, exercise), 0)

    def does(self, week: int, kind: Kind, slot: Slot, exercise: str) -> Expression:
        """The slot is done with this exercise."""
        return self._does.get((week, kind, slot.position, exercise), 0)

    def _session_sets(self, week: int, kind: Kind) -> Expression:
        return _sum(self.sets(week, kind, slot) for slot in self.slots(kind))

    def session_sets(self, week: int, kind: Kind) -> Expression:
        """Working sets of the week's session of this kind."""
        return self._session_sets(week, kind)

    def _total(self, week: int) -> Expression:
        return _sum(self.session_sets(week, kind) for kind in self._kinds[week])

    def total(self, week: int) -> Expression:
        """Working sets of a week."""
        return self._total(week)

    def _pattern(self, week: int, pattern: Pattern) -> Expression:
        return _sum(
            self.sets_of(week, kind, slot, exercise)
            for kind in self._kinds[week]
            for slot in self.slots(kind)
            for exercise in slot.ladder
            if self.problem.exercises[exercise].pattern is pattern
        )

    def pattern(self, week: int, pattern: Pattern) -> Expression:
        """Working sets of a week with this movement pattern."""
        return self._pattern(week, pattern)

    def _seconds(self, week: int, kind: Kind) -> Expression:
        library = self.problem.exercises
        terms, weights = [self.held(week, kind)], [WARM_UP_S + RAMP_UP_S]
        for slot in self.slots(kind):
            for exercise in slot.ladder:
                terms += [
                    self.does(week, kind, slot, exercise),
                    self.sets_of(week, kind, slot, exercise),
                ]
                weights += [exercise_cost_s(library[exercise]), set_cost_s(library[exercise])]
        return LinearExpr.weighted_sum(terms, weights)

    def seconds(self, week: int, kind: Kind) -> Expression:
        """Length of the week's session of this kind at the top of every range."""
        return self._seconds(week, kind)

    def mobility(self, day: int) -> Expression:
        """A mobility add-on on this day."""
        return self._mobility.get(day, 0)

    def relaxed(self, step: Relaxation, week: int) -> Expression:
        """This relaxation is used in this week."""
        return self._relaxed.get((step, week), 0)

    # --- helping decisions -------------------------------------------------------------------

    def switch(self, name: str) -> Expression:
        """A new helping 0-1 decision."""
        return self.model.new_bool_var(name)

    def number(self, low: int, high: int, name: str) -> Expression:
        """A new helping whole number."""
        return self.model.new_int_var(low, high, name)

    def bounds(self, expression: Expression) -> tuple[int, int]:
        """Least and most that an expression can come to."""
        if isinstance(expression, int):
            return expression, expression
        flat = FlatIntExpr(expression)
        least = most = flat.offset
        for variable, weight in zip(flat.vars, flat.coeffs, strict=True):
            low, high = self._domain(variable)
            least += weight * (low if weight > 0 else high)
            most += weight * (high if weight > 0 else low)
        return least, most

    def _domain(self, variable: Any) -> tuple[int, int]:
        index = variable.index
        if index not in self._domains:
            domain = variable.domain
            self._domains[index] = (domain.min(), domain.max())
        return self._domains[index]

    def value(self, expression: Expression, solution: Sequence[int]) -> int:
        """What an expression comes to in a solution."""
        if isinstance(expression, int):
            return expression
        flat = FlatIntExpr(expression)
        return int(
            flat.offset
            + sum(
                weight * solution[variable.index]
                for variable, weight in zip(flat.vars, flat.coeffs, strict=True)
            )
        )

    def excess(self, name: str, *expressions: Expression) -> Expression:
        """A helping number, at least 0 and at least each expression."""
        ranges = [(expression, *self.bounds(expression)) for expression in expressions]
        ranges = [entry for entry in ranges if entry[2] > 0]
        if not ranges:
            return 0
        if len(ranges) == 1 and ranges[0][1] >= 0:
            return ranges[0][0]
        over = self.model.new_int_var(0, max(most for *_, most in ranges), name)
        for expression, *_ in ranges:
            self.define(over >= expression)
        return over

    def largest(self, name: str, expressions: Sequence[Expression]) -> Expression:
        """The largest of some expressions, exactly."""
        ranges = [self.bounds(expression) for expression in expressions]
        least, most = max(low for low, _ in ranges), max(high for _, high in ranges)
        real = [e for e, (_, high) in zip(expressions, ranges, strict=True) if high > least]
        if not real:
            return least
        target = self.model.new_int_var(least, most, name)
        # Those that can't exceed what another reaches at least are all in this number.
        self.model.add_max_equality(target, [*real, least])
        return target

    # --- claims ------------------------------------------------------------------------------

    def define(self, claim: Any, when: Iterable[Any] = ()) -> None:
        """Tie helping decisions down."""
        self._post(claim, list(when))

    def require(self, rule: str, where: Where, claim: Any, when: Iterable[Any] = ()) -> None:
        """The one door through which a rule forbids something."""
        if claim is True:
            return
        conditions = list(when)
        if self._guarded:
            conditions.append(self._guard(rule, where))
        self._post(claim, conditions)

    def _guard(self, rule: str, where: Where) -> cp_model.IntVar:
        if (rule, where) not in self.guards:
            self.guards[rule, where] = self.model.new_bool_var(f"guard/{rule}/{where}")
        return self.guards[rule, where]

    def _post(self, claim: Any, when: list[Any]) -> None:
        literals = [literal for literal in when if not isinstance(literal, int)]
        if claim is True or any(isinstance(literal, int) and not literal for literal in when):
            return
        # CP-SAT takes a false constant without a word; an empty clause says it on purpose.
        constraint = self.model.add_bool_or([]) if claim is False else self.model.add(claim)
        if literals:
            constraint.only_enforce_if(literals)


def _sum(terms: Iterable[Expression]) -> Expression:
    """Sum that stays a plain number where every term is one."""
    constant = 0
    variables = []
    for term in terms:
        if isinstance(term, int):
            constant += term
        else:
            variables.append(term)
    if not variables:
        return constant
    if len(variables) == 1:
        return variables[0] + constant if constant else variables[0]
    return LinearExpr.sum([*variables, constant])
