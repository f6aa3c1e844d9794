"""CP-SAT as this project uses it, without the tables behind `cp_model`.

``ortools.sat.python.cp_model`` imports pandas and numpy for helpers that nobody here calls. The
compiled module below it, ``cp_model_helper``, makes and solves the same models and is imported
in a fraction of the time. It is no documented interface: with an ortools that this file was not
tried with, everything here comes from ``cp_model``, under the same names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, mul
from typing import Any

import ortools

VERSION: str = getattr(ortools, "__version__", "")
# Versions of ortools that ``tests/model/test_cp_sat.py`` was run with.
VERIFIED = "9.15."
# What is least likely to stay in the compiled module.
NEEDED = (
    "BoundedLinearExpression.bounds CpModelProto.constraints ConstraintProto.enforcement_literal"
    " CpSatHelper.write_model_to_file FlatIntExpr.vars IntVar.with_domain LinearExpr Literal.index"
    " SatParameters SolutionCallback SolveWrapper.add_solution_callback"
)
# Ends of a domain that say that there is none.
INFINITE = (-(2**63), 2**63 - 1)


class InvalidModel(Exception):
    """The solver refuses a model or a parameter: a defect of ours, never an answer."""


def _is_known() -> bool:
    if not VERSION.startswith(VERIFIED):
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

        __slots__ = ("_model", "proto")

        def __init__(self, model: CpModel) -> None:
            self._model = model  # whose memory this is
            self.proto: Any = model.constraints.add()

        def only_enforce_if(self, literals: Iterable[Any]) -> None:
            """Require it only where all these literals hold."""
            self.proto.enforcement_literal.extend([literal.index for literal in literals])

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
            self.constraints = self.proto.constraints

        def clone(self) -> CpModel:
            """Return a copy; variables of this model stand for the same ones in it."""
            copy = CpModel()
            copy.proto.copy_from(self.proto)
            return copy

        def new_int_var(self, lb: int, ub: int, name: str) -> IntVar:
            """Make a variable from ``lb`` to ``ub``."""
            return IntVar(self.proto).with_name(name).with_domain(Domain(lb, ub))

        def new_bool_var(self, name: str) -> IntVar:
            """Make a 0-1 variable."""
            return self.new_int_var(0, 1, name)

        def add(self, claim: Any) -> Constraint:
            """Require a comparison of expressions, or a plain bool."""
            if isinstance(claim, bool):
                return self._add_bool("bool_and" if claim else "bool_or", ())
            constraint = Constraint(self)
            linear, offset = constraint.proto.linear, claim.offset
            linear.vars.extend([variable.index for variable in claim.vars])
            linear.coeffs.extend(claim.coeffs)
            ends = claim.bounds.flattened_intervals()
            if offset:
                ends = [end if end in INFINITE else end - offset for end in ends]
            linear.domain.extend(ends)
            return constraint

        def _add_bool(self, kind: str, literals: Iterable[Any]) -> Constraint:
            constraint = Constraint(self)
            indices = [literal.index for literal in literals]
            getattr(constraint.proto, kind).literals.extend(indices)
            return constraint

        def add_bool_or(self, literals: Iterable[Any]) -> Constraint:
            """Require at least one of the literals."""
            return self._add_bool("bool_or", literals)

        def add_implication(self, first: Any, second: Any) -> Constraint:
            """Require a literal wherever another one holds."""
            constraint = Constraint(self)
            constraint.proto.enforcement_literal.append(first.index)
            constraint.proto.bool_and.literals.append(second.index)
            return constraint

        def add_at_most_one(self, literals: Iterable[Any]) -> Constraint:
            """Require at most one of the literals."""
            return self._add_bool("at_most_one", literals)

        def add_exactly_one(self, literals: Iterable[Any]) -> Constraint:
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
            _write(self.proto.objective, sign * expression)
            self.proto.objective.scaling_factor = sign

        def add_assumptions(self, literals: Iterable[Any]) -> None:
            """Assume literals; a model in conflict with some says with which."""
            self.proto.assumptions.extend([literal.index for literal in literals])

        def clear_assumptions(self) -> None:
            """Assume nothing."""
            self.proto.assumptions.clear()

        def export_to_file(self, file: str) -> bool:
            """Write the model: as text where the name ends in ``txt``, else in binary."""
            return helper.CpSatHelper.write_model_to_file(self.proto, file)

    def _run(model: Any, parameters: SatParameters, callback: Any) -> Any:
        wrapper: Any = helper.SolveWrapper()
        wrapper.set_parameters(parameters)
        if callback is not None:
            wrapper.add_solution_callback(callback)
        response = wrapper.solve(model.proto)
        if callback is not None:
            wrapper.clear_solution_callback(callback)
        return response

else:
    from ortools.sat.python import cp_model
    from ortools.sat.python.cp_model import CpModel as CpModel  # type: ignore[assignment]
    from ortools.sat.python.cp_model import CpSolverStatus as CpSolverStatus
    from ortools.sat.python.cp_model import FlatIntExpr as FlatIntExpr
    from ortools.sat.python.cp_model import IntVar as IntVar
    from ortools.sat.python.cp_model import LinearExpr as LinearExpr
    from ortools.sat.python.cp_model import SatParameters as SatParameters

    SolutionCallback = cp_model.CpSolverSolutionCallback  # type: ignore[misc]

    def _run(model: Any, parameters: SatParameters, callback: Any) -> Any:
        solver = cp_model.CpSolver()
        solver.parameters = parameters
        solver.solve(model, callback)
        return solver.response_proto


OPTIMAL, FEASIBLE = CpSolverStatus.OPTIMAL, CpSolverStatus.FEASIBLE
INFEASIBLE, UNKNOWN = CpSolverStatus.INFEASIBLE, CpSolverStatus.UNKNOWN
AUTOMATIC_SEARCH = SatParameters.SearchBranching.AUTOMATIC_SEARCH
LP_SEARCH = SatParameters.SearchBranching.LP_SEARCH


def hint(model: CpModel, values: Mapping[int, int]) -> None:
    """Let the search begin at these values of variables, by index; forget earlier ones."""
    model.proto.clear_solution_hint()
    if values:  # an empty hint is one, too: the search would be another
        model.proto.solution_hint.vars.extend(values.keys())
        model.proto.solution_hint.values.extend(values.values())


def cost_of(model: CpModel, solution: Sequence[int]) -> int:
    """Return what a solution costs, but for a constant.

    The solver's own number is a float, and tells neighbours apart only up to 2 ** 53.
    """
    if not model.proto.has_objective():
        return 0
    objective = model.proto.objective
    return sum(map(mul, objective.coeffs, map(solution.__getitem__, objective.vars)))


def solve(model: CpModel, parameters: Mapping[str, Any], on_solution: Any = None) -> Any:
    """Solve a model, and let other threads run meanwhile.

    Parameters
    ----------
    parameters
        Search parameters that differ from the solver's defaults.
    on_solution
        A `SolutionCallback`.

    Returns
    -------
    CpSolverResponse
        The answer as a protocol buffer. Sequences in it are views into its memory.

    Raises
    ------
    InvalidModel
        The model or a parameter is no good.
    """
    chosen = SatParameters()
    for name, value in parameters.items():
        setattr(chosen, name, value)
    response = _run(model, chosen, on_solution)
    if response.status == CpSolverStatus.MODEL_INVALID:
        raise InvalidModel(response.solution_info)
    return response
