"""What sessions on the way back are measured by: those of the last whole growing week."""

from __future__ import annotations

from collections.abc import Mapping

from runtall.domain.after_gaps import gaps_felt, is_felt
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Expression, Variables
from runtall.rules._weeks import in_question

# More sets than any bound in use, at half of them.
MANY = 60
# Sets of the sessions by which later ones are measured.
Measure = Mapping[SessionKind, Expression]


def whole_kinds(problem: Problem) -> tuple[SessionKind, ...]:
    """Return the sessions that a whole growing week has."""
    twice = problem.request.base_sessions > 1
    return (SessionKind.D1, SessionKind.D2) if twice else (SessionKind.MERGED,)


def first_measure(problem: Problem) -> dict[SessionKind, int]:
    """Return what measures sessions until a whole week has grown: the first week's sets."""
    kinds = whole_kinds(problem)
    return {kind: problem.first_sets // len(kinds) for kind in kinds}


def measure_after(
    problem: Problem, variables: Variables, rule: str, week: Week, before: Measure
) -> Measure:
    """Return the measure after a week: its own sets if it is whole and growing."""
    if week not in problem.growing_weeks():
        return before
    after, kinds = {}, whole_kinds(problem)
    lacking = [1 - variables.held(week.number, kind) for kind in kinds]
    back = gaps_felt(problem, variables, week.number)
    reasons = in_question(variables, [*lacking, *back])
    if reasons is None:
        return before
    for kind in kinds:
        sets = after[kind] = variables.session_sets(week.number, kind)
        if reasons:
            most = variables.int_var(0, MANY, f"{rule}/measure/w{week.number:02}/{kind}")
            variables.define(most <= sets + MANY * sum(reasons))
            for reason in reasons:
                variables.define(most <= before[kind] + MANY - MANY * reason)
            after[kind] = most
    return after


def sizes_before(problem: Problem, plan: Plan, number: int) -> dict[SessionKind, int]:
    """Return the sets of each session of the last whole growing week before a gap's end."""
    for week in reversed(problem.growing_weeks()):
        kinds = whole_kinds(problem)
        whole = all(plan.held(week.number, kind) for kind in kinds)
        if week.number < number and whole and not is_felt(problem, plan, week.number):
            sessions = plan.in_week(week.number)
            return {kind: sum(s.n_sets for s in sessions if s.kind is kind) for kind in kinds}
    return first_measure(problem)


def average(problem: Problem, kind: SessionKind, measure: Measure) -> tuple[int, Expression]:
    """Return a number and so many times the sets that a session of a kind is measured by."""
    if kind in measure:
        return 1, measure[kind]
    kinds = whole_kinds(problem)
    return len(kinds), sum(measure[other] for other in kinds)
