"""What a problem and a plan keep: answers that a dozen rules ask for."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def kept_by_plan(compute: Callable[[Problem, Plan], T]) -> Callable[[Problem, Plan], T]:
    """Let a plan keep what was worked out about it, for the problem that it answers."""

    @wraps(compute)
    def found(problem: Problem, plan: Plan) -> T:
        known = plan.memo.get(compute.__name__)
        if known is None or known[0] is not problem:
            known = plan.memo[compute.__name__] = (problem, compute(problem, plan))
        answer: T = known[1]
        return answer

    return found


def kept_by_problem(compute: Callable[[Problem, K], T]) -> Callable[[Problem, K], T]:
    """Let a problem keep what was worked out about each of its days, weeks or kinds of session."""

    @wraps(compute)
    def found(problem: Problem, number: K) -> T:
        key = compute.__name__, number
        if key not in problem.memo:
            problem.memo[key] = compute(problem, number)
        answer: T = problem.memo[key]
        return answer

    return found
