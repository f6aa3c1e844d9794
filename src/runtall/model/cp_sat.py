"""CP-SAT as the rest of the project uses it, without the tables behind `cp_model`.

``ortools.sat.python.cp_model`` imports pandas and numpy for helpers that nobody here calls. The
compiled module below it, ``cp_model_helper``, makes and solves the same models and is imported
in a fraction of the time. It is no documented interface: with an ortools that this file was not
tried with, everything here comes from ``cp_model``, under the same names.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

import ortools

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VERIFIED = "9.15."
"""Versions of ortools that ``tests/model/test_cp_sat.py`` was run with."""
NEEDED = (
    "BoundedLinearExpression.bounds CpModelProto.constraints ConstraintProto.enforcement_literal"
    " CpSatHelper.write_model_to_file FlatIntExpr.vars IntVar.with_domain LinearExpr Literal.index"
    " ResponseHelper.value SatParameters SolutionCallback SolveWrapper.add_solution_callback"
)
"""What is least likely to stay in the compiled module."""


INFINITE = (-(2**63), 2**63 - 1)
"""Ends of a domain that say that there is none."""


class InvalidModel(Exception):
    """The solver refuses a model or a parameter: a defect of ours, never an answer."""


class NoSolution(Exception):
    """Values were asked for where the solver has none: a defect of ours."""


def _is_known() -> bool:
    if not getattr(ortools, "__version__", "").startswith(VERIFIED):
        return False
    # Nothing is caught around this: a Ctrl-C inside a compiled module comes as an ImportError.
    from ortools.sat.python import cp_model_helper

    try:
        attrgetter(*NEEDED.split())(cp_model_helper)
    except AttributeError:
        return False
    return True


if _is_known():
    from ortools.sat.python import cp_model_helper as helper
    from ortools.sat.python.cp_model_helper import CpSolverStatus as CpSolverStatus
    from ortools.sat.python.cp_model_helper import FlatIntExpr as FlatIntExpr
    from ortools.sat.python.cp_model_helper import IntVar as IntVar
    from ortools.sat.python.cp_model_helper import LinearExpr as LinearExpr
    from ortools.sat.python.cp_model_helper import SatParameters as SatParameters
    from ortools.sat.python.cp_model_helper import SolutionCallback as SolutionCallback
    from ortools.util.python.sorted_interval_list import Domain  # type: ignore[import-untyped]

    class Constraint:
        """A constraint of a model."""

        def __init__(self, model: CpModel) -> None:
            self._model = model  # whose memory this is
            self.proto: Any = model.proto.constraints.add()

        def only_enforce_if(self, *literals: Any) -> Constraint:
            """Require it only where all these literals hold."""
            self.proto.enforcement_literal.extend(_indices(literals))
            return self

    def _indices(literals: tuple[Any, ...]) -> list[int]:
        """Indices of literals, or of those in the one list that is given."""
        alone = len(literals) == 1 and not isinstance(literals[0], helper.Literal)
        return [literal.index for literal in (literals[0] if alone else literals)]

    def _write(proto: Any, expression: Any) -> None:
        """Write a sum of whole numbers and variables."""
        flat = FlatIntExpr(expression + LinearExpr.constant(0))
        proto.vars.extend([variable.index for variable in flat.vars])
        proto.coeffs.extend(flat.coeffs)
        proto.offset = flat.offset

    class CpModel:
        """A model; every method does what that of `cp_model.CpModel` does.

        Claims are written here and not by the helper's own ``CpBaseModel``: that imports numpy,
        which takes longer than writing all claims of a plan.
        """

        def __init__(self) -> None:
            self.proto: Any = helper.CpModelProto()

        def new_int_var(self, lb: int, ub: int, name: str) -> IntVar:
            """Make a variable from ``lb`` to ``ub``."""
            return IntVar(self.proto).with_name(name).with_domain(Domain(lb, ub))

        def new_bool_var(self, name: str) -> IntVar:
            """Make a 0-1 variable."""
            return self.new_int_var(0, 1, name)

        def add(self, claim: helper.BoundedLinearExpression | bool) -> Constraint:
            """Require a comparison of expressions, or a plain bool."""
            if isinstance(claim, bool):
                return self._add_bool("bool_and" if claim else "bool_or", ())
            if not isinstance(claim, helper.BoundedLinearExpression):
                raise TypeError(f"not a claim: {claim!r}")
            constraint = Constraint(self)
            linear, offset = constraint.proto.linear, claim.offset
            linear.vars.extend([variable.index for variable in claim.vars])
            linear.coeffs.extend(claim.coeffs)
            ends = claim.bounds.flattened_intervals()
            linear.domain.extend([end if end in INFINITE else end - offset for end in ends])
            return constraint

        def _add_bool(self, kind: str, literals: tuple[Any, ...]) -> Constraint:
            constraint = Constraint(self)
            getattr(constraint.proto, kind).literals.extend(_indices(literals))
            return constraint

        def add_bool_or(self, *literals: Any) -> Constraint:
            """Require at least one of the literals."""
            return self._add_bool("bool_or", literals)

        def add_at_most_one(self, *literals: Any) -> Constraint:
            """Require at most one of the literals."""
            return self._add_bool("at_most_one", literals)

        def add_exactly_one(self, *literals: Any) -> Constraint:
            """Require exactly one of the literals."""
            return self._add_bool("exactly_one", literals)

        def add_max_equality(self, target: Any, expressions: Iterable[Any]) -> Constraint:
            """Require the target to be the largest of the expressions."""
            constraint = Constraint(self)
            _write(constraint.proto.lin_max.target, target)
            for expression in expressions:
                _write(constraint.proto.lin_max.exprs.add(), expression)
            return constraint

        def minimize(self, cost: Any) -> None:
            """Ask for the least value of an expression in whole numbers."""
            self._set_objective(cost, 1)

        def maximize(self, gain: Any) -> None:
            """Ask for the largest value of an expression in whole numbers."""
            self._set_objective(gain, -1)

        def _set_objective(self, expression: Any, sign: int) -> None:
            self.proto.clear_objective()
            objective = self.proto.objective
            if isinstance(expression, int):
                objective.offset, objective.scaling_factor = expression, 1.0
                return
            if not expression.is_integer():
                raise TypeError("the objective has to be in whole numbers")
            flat = FlatIntExpr(expression)
            objective.vars.extend([variable.index for variable in flat.vars])
            objective.coeffs.extend([sign * weight for weight in flat.coeffs])
            objective.offset, objective.scaling_factor = sign * flat.offset, sign

        def add_hint(self, literal: Any, value: int) -> None:
            """Hint at the value of a variable, or of a negated 0-1 variable."""
            hint, index = self.proto.solution_hint, literal.index
            hint.vars.append(index if index >= 0 else -index - 1)
            hint.values.append(int(value if index >= 0 else not value))

        def clear_hints(self) -> None:
            """Forget all hints."""
            self.proto.clear_solution_hint()

        def add_assumptions(self, literals: Iterable[Any]) -> None:
            """Assume literals, for `CpSolver.sufficient_assumptions_for_infeasibility`."""
            self.proto.assumptions.extend([literal.index for literal in literals])

        def clear_assumptions(self) -> None:
            """Assume nothing."""
            self.proto.assumptions.clear()

        def export_to_file(self, file: str) -> bool:
            """Write the model: as text where the name ends in ``txt``, else in binary."""
            return helper.CpSatHelper.write_model_to_file(self.proto, file)

    class _Solver:
        def __init__(self) -> None:
            self.parameters = SatParameters()
            self._response: Any = None

        def solve(self, model: Any, callback: SolutionCallback | None = None) -> CpSolverStatus:
            wrapper: Any = helper.SolveWrapper()
            wrapper.set_parameters(self.parameters)
            if callback is not None:
                wrapper.add_solution_callback(callback)
            self._response = wrapper.solve(model.proto)
            if callback is not None:
                wrapper.clear_solution_callback(callback)
            status: CpSolverStatus = self._response.status
            return status

        @property
        def response_proto(self) -> Any:
            if self._response is None:
                raise NoSolution("nothing was solved")
            return self._response

        @property
        def best_objective_bound(self) -> float:
            return float(self.response_proto.best_objective_bound)

        @property
        def wall_time(self) -> float:
            return float(self.response_proto.wall_time)

        def value(self, expression: Any) -> int:
            return helper.ResponseHelper.value(self._response, expression)

        def sufficient_assumptions_for_infeasibility(self) -> Sequence[int]:
            return helper.ResponseHelper.sufficient_assumptions_for_infeasibility(self._response)

else:
    from ortools.sat.python.cp_model import CpModel as CpModel  # type: ignore[assignment]
    from ortools.sat.python.cp_model import CpSolver as _Solver  # type: ignore[assignment]
    from ortools.sat.python.cp_model import (
        CpSolverSolutionCallback as SolutionCallback,
    )
    from ortools.sat.python.cp_model import CpSolverStatus as CpSolverStatus
    from ortools.sat.python.cp_model import FlatIntExpr as FlatIntExpr
    from ortools.sat.python.cp_model import IntVar as IntVar
    from ortools.sat.python.cp_model import LinearExpr as LinearExpr
    from ortools.sat.python.cp_model import SatParameters as SatParameters

OPTIMAL, FEASIBLE = CpSolverStatus.OPTIMAL, CpSolverStatus.FEASIBLE
INFEASIBLE, UNKNOWN = CpSolverStatus.INFEASIBLE, CpSolverStatus.UNKNOWN
MODEL_INVALID = CpSolverStatus.MODEL_INVALID
AUTOMATIC_SEARCH = SatParameters.SearchBranching.AUTOMATIC_SEARCH
LP_SEARCH = SatParameters.SearchBranching.LP_SEARCH


def _expect_values(proto: Any) -> None:
    """Raise where an answer has no values: the solver would hand out whatever is in memory."""
    if proto.status not in {OPTIMAL, FEASIBLE}:
        raise NoSolution(f"{proto.status.name}: there are no values to read")


class Response:
    """The solver's answer as a protocol buffer, whose values are read only where it has some."""

    def __init__(self, proto: Any) -> None:
        self._proto = proto

    def __getattr__(self, name: str) -> Any:
        return getattr(self._proto, name)

    @property
    def solution(self) -> list[int]:
        """Value of every variable of the model: a copy, which outlives the solver."""
        _expect_values(self._proto)
        return list(self._proto.solution)


class CpSolver(_Solver):
    """A solver that never passes a refused model or a missing solution off as an answer."""

    def solve(self, model: Any, callback: SolutionCallback | None = None) -> CpSolverStatus:
        """Solve a model, and let other threads run meanwhile.

        Raises
        ------
        InvalidModel
            The model or a parameter is no good.
        """
        status = super().solve(model, callback)
        if status == MODEL_INVALID:
            raise InvalidModel(self.response_proto.solution_info)
        return status

    @property
    def response_proto(self) -> Response:
        """The answer to the last model."""
        return Response(super().response_proto)

    def value(self, expression: Any) -> int:
        """Value of an expression in the last solution.

        Raises
        ------
        NoSolution
            There is none.
        """
        _expect_values(super().response_proto)
        return super().value(expression)
