"""What objectives ask of a week on the way back from a gap."""

from __future__ import annotations

from runtall.domain.after_gaps import gaps_before
from runtall.domain.problem import Problem
from runtall.domain.variables import Literal, Variables


def on_way_back(problem: Problem, variables: Variables, number: int) -> Literal:
    """Return 1 where a week follows a gap, else 0."""
    gaps = gaps_before(problem, variables, number)
    least, most = variables.bounds(gaps)
    if least or not most:
        return int(least > 0)
    back = variables.bool_var(f"way-back/w{number:02}")
    variables.define(gaps <= most * back)
    variables.define(back <= gaps)
    return back
