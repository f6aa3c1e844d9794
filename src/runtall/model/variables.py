"""The decisions of a plan as CP-SAT variables, behind the domain's verbs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any

from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, exercise_cost_s, set_cost_s
from runtall.domain.stand_in import fillable
from runtall.domain.variables import Expression
from runtall.model.posting import Posting, total_of, weighted_total
from runtall.model.returned import gap, returned, since_illness
from runtall.model.scope import NOTHING_FIXED, Decision, Fixed, Scope


class CpVariables(Posting):
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
        Leave sets and mobility out: they are 0 everywhere, as no rule asks for mobility.
    fixed
        Decisions that are known already: plain numbers here, and what depends on them needs no
        variable.
    """

    def __init__(
        self,
        problem: Problem,
        scope: Scope,
        *,
        guarded: bool = False,
        open_weeks: Collection[int] | None = None,
        days_only: bool = False,
        fixed: Fixed = NOTHING_FIXED,
    ) -> None:
        super().__init__(guarded=guarded)
        self.problem = problem
        self.scope = scope
        weeks = {week.number for week in problem.weeks}
        self._open = (
            frozenset()
            if scope is Scope.STRICT
            else frozenset(weeks if open_weeks is None else weeks & set(open_weeks))
        )
        self._fixed = fixed
        self._kinds = {week.number: self._possible_kinds(week.number) for week in problem.weeks}
        self._session: dict[tuple[int, SessionKind], Any] = {}
        self._sets: dict[tuple[int, SessionKind, int, str], Any] = {}
        self._mobility: dict[int, Any] = {}
        self._relaxed: dict[tuple[Relaxation, int], Any] = {}
        self._reaches: dict[tuple[int, SessionKind, int, str], Sequence[Any]] = {}
        self._room: dict[tuple[int, SessionKind], int] = {}
        for week in problem.weeks:
            self._add_relaxations(week.number)
            for kind in self._kinds[week.number]:
                self._add_sessions(week.number, kind)
                for slot in () if days_only else problem.slots[kind]:
                    self._add_sets(week.number, kind, slot)
        for together in fixed.never:
            literals = ((self.decision(key), value) for key, value in together.items())
            self.model.add(sum(1 - one if value else one for one, value in literals) >= 1)
        if not days_only:
            self._add_mobility()

    # --- what exists -------------------------------------------------------------------------

    def _possible_kinds(self, number: int) -> tuple[SessionKind, ...]:
        days = self.problem.week(number).days
        return tuple(
            kind
            for kind in self._kinds_in_scope(number)
            if any(self._fixed.sessions.get((day, kind)) != 0 for day in days)
        )

    def _kinds_in_scope(self, number: int) -> tuple[SessionKind, ...]:
        week = self.problem.week(number)
        if self.scope is Scope.ANYTHING:
            return tuple(SessionKind)
        if number not in self._open or week.n_sessions == 0:
            return week.kinds
        if week.race_week:
            return (SessionKind.VERY_LIGHT,)
        if week.phase is Phase.TAPER:
            return (SessionKind.LIGHT, SessionKind.VERY_LIGHT)
        if week.n_sessions == 1:
            return (SessionKind.MERGED, SessionKind.LIGHT, SessionKind.VERY_LIGHT)
        return tuple(SessionKind)

    def _add_relaxations(self, week: int) -> None:
        if week in self._open and (
            self.problem.week(week).n_sessions or self.scope is Scope.ANYTHING
        ):
            for step in Relaxation:
                known = self._fixed.relaxed.get((step, week))
                self._relaxed[step, week] = (
                    self.model.new_bool_var(f"relaxed/w{week:02}/{step}")
                    if known is None
                    else known
                )

    def _add_sessions(self, week: int, kind: SessionKind) -> None:
        days = self.problem.week(week).days
        for day in days:
            known = self._fixed.sessions.get((day, kind))
            self._session[day, kind] = (
                self.model.new_bool_var(f"session/d{day:03}/{kind}") if known is None else known
            )
        literals = [
            literal for day in days if not isinstance(literal := self._session[day, kind], int)
        ]
        if not literals or any(self._fixed.sessions.get((day, kind)) for day in days):
            return
        if week in self._open or self._guarded:
            self.model.add_at_most_one(literals)
        else:
            self.model.add_exactly_one(literals)

    def _add_sets(self, week: int, kind: SessionKind, slot: Slot) -> None:
        certain = self._sure_slot(week, kind, slot)
        alone = certain and len(slot.alternatives) == 1
        done: list[Expression] = []
        for exercise in slot.alternatives:
            key = (week, kind, slot.position, exercise)
            self._reaches[key] = self._one_by_one(key, slot, alone)
            self._sets[key] = total_of(self._reaches[key])
            done.append(self._reaches[key][0])
        if not certain:
            self.define(total_of(done) <= self.held(week, kind))
        elif not alone:
            self.define(total_of(done) == 1)

    def _one_by_one(
        self, key: tuple[int, SessionKind, int, str], slot: Slot, first_is_sure: bool
    ) -> Sequence[Any]:
        """Make decisions for 1, 2, ... sets of an exercise, each only after the one before.

        The solver would take a whole number apart into the same ones.
        """
        numbers = range(1, slot.most + 1)
        if (known := self._fixed.sets.get(key)) is not None:
            return [int(known >= number) for number in numbers]
        week, kind, _, exercise = key
        name = f"reaches/w{week:02}/{kind}/{slot.name}/{exercise}"
        new = [self.model.new_bool_var(f"{name}/{number}") for number in numbers[first_is_sure:]]
        for fewer, more in pairwise(new):
            self.model.add_implication(more, fewer)
        return [1, *new] if first_is_sure else new

    def _sure_slot(self, week: int, kind: SessionKind, slot: Slot) -> bool:
        """Return whether the week surely has this session, and it surely fills the slot."""
        problem = self.problem
        if problem.optional_slots or self.bounds(self.held(week, kind)) != (1, 1):
            return False
        days = [
            day
            for day in problem.open_days(problem.week(week))
            if self._fixed.sessions.get((day.index, kind)) != 0
        ]
        return all(
            fillable(problem, day, kind, slot) and not (day.option == "C" and week in self._open)
            for day in days
        )

    def _add_mobility(self) -> None:
        for day in self.problem.days:
            if self.scope is Scope.ANYTHING or (day.for_mobility and day.free and day.to_race > 0):
                known = self._fixed.mobility.get(day.index)
                least, most = (0, 1) if known is None else (known, known)
                name = f"mobility/d{day.index:03}"
                self._mobility[day.index] = self.model.new_int_var(least, most, name)

    # --- decisions ---------------------------------------------------------------------------

    def relaxes(self, week: int | None = None) -> bool:
        """Return whether anything is or may be relaxed in this week, or (None) in any."""
        weeks = self._open if week is None else self._open & {week}
        return any(
            not isinstance(used := self.relaxed(step, number), int) or used
            for number in weeks
            for step in Relaxation
        )

    def kinds(self, week: int) -> tuple[SessionKind, ...]:
        """Return the session kinds that the week may hold."""
        return self._kinds[week]

    def session(self, day: int, kind: SessionKind) -> Expression:
        """Return 1 if a session of this kind takes place on this day, else 0."""
        return self._session.get((day, kind), 0)

    def lifts(self, day: int) -> Expression:
        """Return the sessions on this day."""
        return self.once(
            ("lifts", day), lambda: total_of(self.session(day, kind) for kind in SessionKind)
        )

    def held(self, week: int, kind: SessionKind) -> Expression:
        """Return 1 if the week has a session of this kind, else 0."""
        if kind not in self._kinds[week]:
            return 0
        if week not in self._open and not self._guarded:
            return 1
        days = self.problem.week(week).days
        return self.once(
            ("held", week, kind), lambda: total_of(self._session[day, kind] for day in days)
        )

    def sessions(self, week: int) -> Expression:
        """Return the sessions of this week."""
        return total_of(self.held(week, kind) for kind in SessionKind)

    def slots(self, kind: SessionKind) -> tuple[Slot, ...]:
        """Return the problem's slots of a session kind."""
        return self.problem.slots[kind]

    def sets(self, week: int, kind: SessionKind, slot: Slot) -> Expression:
        """Return the working sets of a slot."""
        return total_of(self.sets_of(week, kind, slot, exercise) for exercise in slot.alternatives)

    def sets_of(self, week: int, kind: SessionKind, slot: Slot, exercise: str) -> Expression:
        """Return the working sets of a slot that are done with this exercise."""
        return self._sets.get((week, kind, slot.position, exercise), 0)

    def reaches(self, week: int, kind: SessionKind, slot: Slot) -> Sequence[Expression]:
        """Return, for each number of sets from 1 on, 1 if the slot has so many, else 0."""
        key = "reaches", week, kind, slot.position
        found: Sequence[Expression] = self.once(key, lambda: self._by_number(week, kind, slot))
        return found

    def _by_number(self, week: int, kind: SessionKind, slot: Slot) -> Sequence[Expression]:
        keys = ((week, kind, slot.position, exercise) for exercise in slot.alternatives)
        each = [self._reaches[key] for key in keys if key in self._reaches]
        return [total_of(same) for same in zip(*each, strict=True)] or [0] * slot.most

    def does(self, week: int, kind: SessionKind, slot: Slot, exercise: str) -> Expression:
        """Return 1 if the slot is done with this exercise."""
        return self._reaches.get((week, kind, slot.position, exercise), (0,))[0]

    def session_sets(self, week: int, kind: SessionKind) -> Expression:
        """Return the working sets of the week's session of this kind, a variable of its own.

        So the solver keeps what all rules together leave of it, and the relaxation with it.
        """
        return self.once(("session_sets", week, kind), lambda: self._make_session_sets(week, kind))

    def _make_session_sets(self, week: int, kind: SessionKind) -> Expression:
        sets = (self.sets(week, kind, slot) for slot in self.slots(kind))
        return self._named(f"session_sets/w{week:02}/{kind}", total_of(sets))

    def _named(self, name: str, total: Expression) -> Expression:
        """Return a variable that is a sum; a number stays one."""
        if isinstance(total, int):
            return total
        variable = self.int_var(*self.bounds(total), name)
        self.define(variable == total)
        return variable

    def room(self, week: int, kind: SessionKind) -> int:
        """Return the most sets that such a session may have: its slots', or what a rule left."""
        most = sum(slot.most for slot in self.slots(kind))
        return min(most, self._room.get((week, kind), most))

    def leave_room(self, week: int, kind: SessionKind, most: int) -> None:
        """Know that a rule leaves so many sets; where rules can be switched off, it may not."""
        if not self._guarded:
            self._room[week, kind] = most

    def total(self, week: int) -> Expression:
        """Return the working sets of a week, a variable of its own as well."""
        return self.once(("total", week), lambda: self._make_total(week))

    def _make_total(self, week: int) -> Expression:
        sets = (self.session_sets(week, kind) for kind in self._kinds[week])
        return self._named(f"total/w{week:02}", total_of(sets))

    def pattern(self, week: int, pattern: Pattern) -> Expression:
        """Return the working sets of a week with this movement pattern."""
        return total_of(
            self.sets_of(week, kind, slot, exercise)
            for kind in self._kinds[week]
            for slot in self.slots(kind)
            for exercise in slot.alternatives
            if self.problem.exercises[exercise].pattern is pattern
        )

    def seconds(self, week: int, kind: SessionKind) -> Expression:
        """Return the length of the week's session of this kind at the top of every range."""
        library = self.problem.exercises
        terms, weights = [self.held(week, kind)], [WARM_UP_S + RAMP_UP_S]
        for slot in self.slots(kind):
            for exercise in slot.alternatives:
                terms += [
                    self.does(week, kind, slot, exercise),
                    self.sets_of(week, kind, slot, exercise),
                ]
                weights += [exercise_cost_s(library[exercise]), set_cost_s(library[exercise])]
        return weighted_total(terms, weights)

    def gap(self, week: int, row: int) -> Expression:
        """Return 1 if a week begins after a gap that reaches a row of the table, else 0."""
        if (known := self._fixed.gaps.get((week, row))) is not None:
            return known
        return self.once(("gap", week, row), lambda: gap(self, week, row))

    def since_illness(self, day: int) -> Expression:
        """Return 1 if a session on a day is the first one since an illness, else 0."""
        return self.once(("since-illness", day), lambda: since_illness(self, day))

    def returned(self, week: int, row: int) -> Expression:
        """Return 1 if a week has a gap's end of this row, for the first an illness's, else 0."""
        return self.once(("returned", week, row), lambda: returned(self, week, row))

    def mobility(self, day: int) -> Expression:
        """Return 1 if there is a mobility add-on on this day, else 0."""
        return self._mobility.get(day, 0)

    def relaxed(self, step: Relaxation, week: int) -> Expression:
        """Return 1 if this relaxation is used in this week, else 0."""
        return self._relaxed.get((step, week), 0)

    def decision(self, key: Decision) -> Expression:
        """Return 1 if a decision about days is taken, else 0."""
        known: dict[Any, Expression] = self._relaxed if key in self._relaxed else self._session
        return known.get(key, 0)
