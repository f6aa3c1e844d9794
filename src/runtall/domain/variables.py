"""How rules and objectives speak to the model, without knowing the solver.

Expressions are whatever the model hands out: they can be added, multiplied by whole numbers
and compared with ``<=``, ``>=`` and ``==``; a comparison is a claim. Where a quantity is
certain, an expression is a plain number and a claim a plain bool, which is why rules use only
these operations.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Protocol

from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation
from runtall.domain.where import Where

# A linear expression over decision variables, or a whole number.
Expression = Any
# A decision that is 0 or 1, or a whole number 0 or 1.
Literal = Any
# A comparison of two expressions, or a bool.
Claim = Any


class Variables(Protocol):
    """The decisions of a plan, by day, week, session kind and slot."""

    problem: Problem

    def once(self, key: Hashable, make: Callable[[], Expression]) -> Expression:
        """Return what was made under a key, made at the first call."""

    def relaxes(self, week: int | None = None) -> bool:
        """Return whether this week, or (None) any, may be relaxed; else ``relaxed`` is 0."""

    def kinds(self, week: int) -> tuple[SessionKind, ...]:
        """Return the session kinds that the week may hold; all others are 0 everywhere."""

    def session(self, day: int, kind: SessionKind) -> Literal:
        """Return 1 if a session of this kind takes place on this day, else 0."""

    def lifts(self, day: int) -> Expression:
        """Return the sessions on this day."""

    def held(self, week: int, kind: SessionKind) -> Expression:
        """Return 1 if the week has a session of this kind (never more than one), else 0."""

    def sessions(self, week: int) -> Expression:
        """Return the sessions of this week."""

    def slots(self, kind: SessionKind) -> tuple[Slot, ...]:
        """Return the problem's slots of a session kind."""

    def sets(self, week: int, kind: SessionKind, slot: Slot) -> Expression:
        """Return the working sets of a slot; 0 where the session isn't held or leaves it out."""

    def sets_of(self, week: int, kind: SessionKind, slot: Slot, exercise: str) -> Expression:
        """Return the working sets of a slot that are done with this one of its alternatives."""

    def reaches(self, week: int, kind: SessionKind, slot: Slot) -> Sequence[Literal]:
        """Return, for 1, 2, ... sets up to the slot's most, 1 if it has so many, else 0."""

    def does(self, week: int, kind: SessionKind, slot: Slot, exercise: str) -> Literal:
        """Return 1 if the slot is done with this exercise, exactly when it has a set of it."""

    def session_sets(self, week: int, kind: SessionKind) -> Expression:
        """Return the working sets of the week's session of this kind."""

    def room(self, week: int, kind: SessionKind) -> int:
        """Return the most sets that such a session may have, as far as rules have said."""

    def leave_room(self, week: int, kind: SessionKind, most: int) -> None:
        """Say how many sets a rule leaves to a session, so that later bounds are tight."""

    def total(self, week: int) -> Expression:
        """Return the working sets of a week."""

    def pattern(self, week: int, pattern: Pattern) -> Expression:
        """Return the working sets of a week with this movement pattern (of the exercise done)."""

    def seconds(self, week: int, kind: SessionKind) -> Expression:
        """Return the length of the week's session of this kind at the top of every range, or 0."""

    def mobility(self, day: int) -> Literal:
        """Return 1 if there is a mobility add-on on this day, else 0."""

    def relaxed(self, step: Relaxation, week: int) -> Literal:
        """Return 1 if this relaxation is used in this week, else 0."""

    def gap(self, week: int, row: int) -> Literal:
        """Return 1 if a week begins after a gap that reaches a row of `domain.way_back.ROWS`."""

    def since_illness(self, day: int) -> Literal:
        """Return 1 if a session on a day is the first one since an illness, else 0."""

    def returned(self, week: int, row: int) -> Literal:
        """Return 1 if a week has a gap's end of this row, for the first an illness's, else 0."""

    def bool_var(self, name: str) -> Literal:
        """Return a new helping 0-1 decision."""

    def int_var(self, low: int, high: int, name: str) -> Expression:
        """Return a new helping whole number."""

    def bounds(self, expression: Expression) -> tuple[int, int]:
        """Return the least and the most of an expression, by the domains of its decisions."""

    def positive_part(self, name: str, *expressions: Expression) -> Expression:
        """Return a helping number that is at least 0 and at least each expression.

        Under an objective that is minimised it equals the largest of them. Where the bounds
        already say what that is, no decision is made for it.
        """

    def maximum(self, name: str, expressions: Sequence[Expression]) -> Expression:
        """Return the largest of some expressions, exactly."""

    def define(self, claim: Claim, when: Iterable[Literal] = ()) -> None:
        """Tie helping decisions down. A definition alone never forbids a plan."""

    def require(self, rule: str, where: Where, claim: Claim, when: Iterable[Literal] = ()) -> None:
        """Forbid something: the one door for rules.

        Parameters
        ----------
        rule, where
            Who speaks, and of which place: what an explanation will name.
        claim
            What must hold.
        when
            Literals; the claim counts only where all of them are 1.
        """
