"""What sessions on the way back are measured by: those of the last whole growing week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from runtall.domain.after_gaps import gaps_felt, is_felt
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Expression, Literal, Variables
from runtall.rules._weeks import in_question

# More sets than any bound in use, at half of them.
MANY = 60


class Reached(NamedTuple):
    """What growing weeks have come to.

    Parameters
    ----------
    sizes
        Sets of each session of the last whole one.
    alone
        Sets of the one session for two of the last that had one, while none has been whole; else 0.
        Who never has two, as no day is free for another, comes back to it.
    none
        1 while none has been whole, else 0.
    """

    sizes: Mapping[SessionKind, Expression]
    alone: Expression = 0
    none: Literal = 1

    def measure(self, largest: Callable[[str, Sequence[Any]], Any]) -> Measure:
        """Return what it makes later sessions' measure, with what finds the largest of some."""
        sizes = {str(kind): sets for kind, sets in self.sizes.items()}
        both = largest("both", [sum(sizes.values()), len(sizes) * self.alone])
        each = tuple(largest(kind, [sets, self.alone]) for kind, sets in sizes.items())
        return Measure(self.sizes, both, each)


class Measure(NamedTuple):
    """What later sessions are measured by.

    Parameters
    ----------
    sizes
        Sets of each session of the last whole growing week.
    both
        So many times the sets of one session for two.
    each
        Sets that the first one for two after a gap never exceeds.
    """

    sizes: Mapping[SessionKind, Expression]
    both: Expression
    each: tuple[Expression, ...]


def whole_kinds(problem: Problem) -> tuple[SessionKind, ...]:
    """Return the sessions that a whole growing week has."""
    twice = problem.request.base_sessions > 1
    return (SessionKind.D1, SessionKind.D2) if twice else (SessionKind.MERGED,)


def first_reached(problem: Problem) -> Reached:
    """Return what there is until a week has grown: the first week's sets."""
    kinds = whole_kinds(problem)
    return Reached({kind: problem.first_sets // len(kinds) for kind in kinds})


def reached_after(
    problem: Problem, variables: Variables, rule: str, week: Week, before: Reached
) -> Reached:
    """Return what is reached after a week: its own sets if it is whole and growing."""
    if week not in problem.growing_weeks():
        return before
    kinds, back = whole_kinds(problem), gaps_felt(problem, variables, week.number)
    lacking = [1 - variables.held(week.number, kind) for kind in kinds]
    reasons = in_question(variables, [*lacking, *back])
    name = f"{rule}/measure/w{week.number:02}"
    none = before.none if reasons is None else 0
    if reasons and variables.bounds(before.none)[1]:
        none = variables.bool_var(f"{name}/none")
        variables.define(none <= before.none)
        variables.define(none <= sum(reasons))
    alone = _alone_after(problem, variables, name, week, before, none)
    if reasons is None:
        return Reached(before.sizes, alone, none)
    after = {}
    for kind in kinds:
        sets = after[kind] = variables.session_sets(week.number, kind)
        if reasons:
            most = variables.int_var(0, MANY, f"{name}/{kind}")
            variables.define(most <= sets + MANY * sum(reasons))
            for reason in reasons:
                variables.define(most <= before.sizes[kind] + MANY - MANY * reason)
            after[kind] = most
    return Reached(after, alone, none)


def _alone_after(
    problem: Problem, variables: Variables, name: str, week: Week, before: Reached, none: Literal
) -> Expression:
    """Return the sets of one session for two after a week, while none has been whole."""
    kind = SessionKind.MERGED
    if kind in whole_kinds(problem) or variables.bounds(none)[1] == 0:
        return 0
    back = gaps_felt(problem, variables, week.number)
    reasons = in_question(variables, [1 - variables.held(week.number, kind), *back])
    certain = variables.bounds(none)[0]
    if reasons is None and certain:
        return before.alone
    sets = variables.session_sets(week.number, kind)
    if reasons == [] and certain:
        return sets
    most = variables.int_var(0, MANY, f"{name}/alone")
    variables.define(most <= MANY * none)
    if reasons is None:
        variables.define(most <= before.alone)
        return most
    variables.define(most <= sets + MANY * sum(reasons))
    for reason in reasons:
        variables.define(most <= before.alone + MANY - MANY * reason)
    return most


def sizes_before(problem: Problem, plan: Plan, number: int) -> Measure:
    """Return what measures the sessions from a gap's end in a week on."""
    alone, kinds = 0, whole_kinds(problem)
    sizes = first_reached(problem).sizes
    for week in reversed(problem.growing_weeks()):
        if week.number < number and not is_felt(problem, plan, week.number):
            sets = Counter[SessionKind]()
            for session in plan.in_week(week.number):
                sets[session.kind] += session.n_sets
            if all(plan.held(week.number, kind) for kind in kinds):
                sizes, alone = {kind: sets[kind] for kind in kinds}, 0
                break
            alone = alone or sets[SessionKind.MERGED]
    return Reached(sizes, alone).measure(lambda _, sets: max(sets))


def average(kind: SessionKind, measure: Measure) -> tuple[int, Expression]:
    """Return a number and so many times the sets that a session of a kind is measured by."""
    if kind in measure.sizes:
        return 1, measure.sizes[kind]
    return len(measure.sizes), measure.both
