"""Helping decisions and claims over one CP-SAT model: what knows nothing of training."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from runtall.domain.variables import Expression
from runtall.domain.where import Where
from runtall.model import cp_sat


class Posting:
    """One CP-SAT model, its helping decisions and its claims.

    Parameters
    ----------
    guarded
        Give each (rule, place) a guard literal that switches its claims on, for explaining.
    """

    def __init__(self, *, guarded: bool) -> None:
        self.model = cp_sat.CpModel()
        self.guards: dict[tuple[str, Where], cp_sat.IntVar] = {}
        self._guarded = guarded
        self._domains: dict[int, tuple[int, int]] = {}
        self._made: dict[Hashable, Expression] = {}

    def once(self, key: Hashable, make: Callable[[], Expression]) -> Expression:
        """Make an expression the first time that somebody asks for it."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def bool_var(self, name: str) -> Expression:
        """Return a new helping 0-1 decision."""
        return self.model.new_bool_var(name)

    def int_var(self, low: int, high: int, name: str) -> Expression:
        """Return a new helping whole number."""
        return self.model.new_int_var(low, high, name)

    def bounds(self, expression: Expression) -> tuple[int, int]:
        """Return the least and the most that an expression can come to."""
        if isinstance(expression, int):
            return expression, expression
        if isinstance(expression, cp_sat.IntVar):
            return self._domain(expression)
        flat, domains = cp_sat.FlatIntExpr(expression), self._domains
        least = most = flat.offset
        for variable, weight in zip(flat.vars, flat.coeffs, strict=True):
            low, high = domains.get(variable.index) or self._domain(variable)
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
        """Return what an expression comes to in a solution."""
        if isinstance(expression, int):
            return expression
        if isinstance(expression, cp_sat.IntVar):
            return solution[expression.index]
        flat = cp_sat.FlatIntExpr(expression)
        return int(
            flat.offset
            + sum(
                weight * solution[variable.index]
                for variable, weight in zip(flat.vars, flat.coeffs, strict=True)
            )
        )

    def positive_part(self, name: str, *expressions: Expression) -> Expression:
        """Return a helping number, at least 0 and at least each expression."""
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

    def maximum(self, name: str, expressions: Sequence[Expression]) -> Expression:
        """Return the largest of some expressions, exactly."""
        ranges = [self.bounds(expression) for expression in expressions]
        least, most = max(low for low, _ in ranges), max(high for _, high in ranges)
        real = [e for e, (_, high) in zip(expressions, ranges, strict=True) if high > least]
        if not real:
            return least
        target = self.model.new_int_var(least, most, name)
        # Those that can't exceed what another reaches at least are all in this number.
        self.model.add_max_equality(target, [*real, least])
        return target

    def define(self, claim: Any, when: Iterable[Any] = ()) -> None:
        """Tie helping decisions down."""
        self._post(claim, list(when))

    def require(self, rule: str, where: Where, claim: Any, when: Iterable[Any] = ()) -> None:
        """Forbid something: the one door for rules."""
        if claim is True:
            return
        conditions = list(when)
        if self._guarded:
            conditions.append(self._guard(rule, where))
        self._post(claim, conditions)

    def _guard(self, rule: str, where: Where) -> cp_sat.IntVar:
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


def total_of(terms: Iterable[Expression]) -> Expression:
    """Return a sum; where every term is a plain number, it is one.

    A flat one: others of the solver's would change for all who hold them when something is added.
    """
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
    return cp_sat.FlatIntExpr(cp_sat.LinearExpr.sum([*variables, constant]))


def weighted_total(terms: Sequence[Expression], weights: Sequence[int]) -> Expression:
    """Return the weighted sum in one step, several times as fast as term by term."""
    return cp_sat.LinearExpr.weighted_sum(terms, weights)
