"""A proof by cases: where few placements can be best, the sets are solved for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from runtall.model import cp_sat
from runtall.model.scope import Fixed
from runtall.model.variables import CpVariables
from runtall.solve.run import Answer, Budget


def solve_by_placement(
    variables: CpVariables,
    budget: Budget,
    placements: Sequence[Fixed],
    before: Answer,
    effort: float,
) -> Answer:
    """Solve a model once for each placement, and put the answers together.

    A placement whose solve is left without a proof ends it: then the days are not what makes the
    model hard.

    Parameters
    ----------
    variables
        With a model that has an objective.
    placements
        Each solution of the model has one of them.
    before
        What an earlier solve of the same model came to. Its solution is a poor one, and limits
        nothing; what the best placement so far costs limits all others.
    effort
        Of each solve.

    Returns
    -------
    Answer
        As from one solve of the whole model.
    """
    best = before if before.solution is not None else None
    least: list[int] = []
    seconds, used = before.seconds, before.effort
    for placement in placements:
        model = variables.model.clone()
        for literal, value in variables.decided(placement):
            model.add(literal == value)
        if best is not None and best is not before:
            cp_sat.limit_cost(model, best.cost - 1)
        answer = budget.solve(model, effort=effort)
        seconds, used = seconds + answer.seconds, used + answer.effort
        if not answer.infeasible:
            least.append(answer.bound)
        if answer.solution is not None and (best is None or answer.cost < best.cost):
            best = answer
        if not answer.proven:
            least.append(before.bound)
            break
    if best is None:
        status = cp_sat.UNKNOWN if least else cp_sat.INFEASIBLE
        return replace(before, status=status, seconds=seconds, effort=used)
    bound = max(before.bound, min([best.cost, *least]))
    status = cp_sat.OPTIMAL if bound == best.cost else cp_sat.FEASIBLE
    return replace(best, status=status, bound=bound, seconds=seconds, effort=used)
