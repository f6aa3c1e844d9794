"""Which weeks a gap before them makes small: in a plan, and to the solver.

Each answer is about some weeks in which a gap may have ended, and about gaps of more rows of the
table than stand beside them.
"""

from __future__ import annotations

from collections.abc import Mapping

from runtall.domain.memo import kept_by_problem
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.returns import returns
from runtall.domain.variables import Expression, Literal, Variables
from runtall.domain.way_back import BREAK, LONG, ROWS, weeks_since

# Most weeks of a way back after its first one.
LAST_STEP = max(row.weeks for row in ROWS) + 1
# Weeks for which a gap of the second row is felt: the first one back and one without growth.
FELT = 1


@kept_by_problem
def felt_weeks(problem: Problem, number: int) -> dict[int, int]:
    """Return the weeks of which a gap's end makes a week small, and from which row on.

    But for what a ramp does after that.
    """
    earlier = range(1, number)
    rows = {week: BREAK for week in earlier if weeks_since(problem, week, number) <= FELT}
    return rows | {number: 0}


@kept_by_problem
def _ramp_weeks(problem: Problem, number: int) -> dict[int, int]:
    """Return the weeks from which a ramp reaches a week, if they begin after a long gap."""
    weeks = range(1, number + 1)
    return {week: LONG for week in weeks if weeks_since(problem, week, number) <= LAST_STEP}


@kept_by_problem
def _small_weeks(problem: Problem, number: int) -> dict[int, int]:
    """Return the weeks of which a gap's end leaves a week fewer sets, and from which row on."""
    rows = _ramp_weeks(problem, number)
    second = (week for week in rows if week < number and weeks_since(problem, week, number) <= 1)
    return rows | dict.fromkeys(second, BREAK) | {number: 0}


def _ended(problem: Problem, plan: Plan, rows: Mapping[int, int]) -> bool:
    """Return whether such a gap ended in one of the weeks."""
    return any(found.rows > rows.get(found.week, len(ROWS)) for found in returns(problem, plan))


def _ends(variables: Variables, rows: Mapping[int, int]) -> list[Literal]:
    """Return the same to the solver: for each week what is 1 if one did."""
    return [variables.returned(week, row) for week, row in rows.items()]


def is_felt(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether any such gap's end makes a week small."""
    return _ended(problem, plan, felt_weeks(problem, number))


def gaps_felt(problem: Problem, variables: Variables, number: int) -> list[Literal]:
    """Return the same to the solver: what is 1 where one does."""
    return _ends(variables, felt_weeks(problem, number))


def is_on_ramp(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week lies so soon after a long gap that its sets are still coming back."""
    return _ended(problem, plan, _ramp_weeks(problem, number))


def ramps(problem: Problem, variables: Variables, number: int) -> list[Literal]:
    """Return the same to the solver: for each gap that it may follow what is 1 if it does."""
    return _ends(variables, _ramp_weeks(problem, number))


def is_small_back(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a way back leaves a week fewer sets than it would have."""
    return _ended(problem, plan, _small_weeks(problem, number))


def small_back(variables: Variables, problem: Problem, number: int) -> Expression:
    """Return the same to the solver: more than 0 where it does."""
    return sum(_ends(variables, _small_weeks(problem, number)))


def begins_after_gap(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week has the first session back after a gap."""
    return _ended(problem, plan, {number: 0})


def follows_gap(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week lies so soon after a gap that no rule asks for many sets."""
    return is_felt(problem, plan, number) or is_on_ramp(problem, plan, number)


def gaps_before(problem: Problem, variables: Variables, number: int) -> Expression:
    """Return the same to the solver: more than 0 where a week follows a gap."""
    return sum([*gaps_felt(problem, variables, number), *ramps(problem, variables, number)])


def short_gaps(
    problem: Problem, variables: Variables, number: int, *, least: int = 0, longest: int = LONG
) -> list[Expression]:
    """Return what is 1 where a gap of more rows than so many, and no longer one, is felt."""
    rows = {week: max(row, least) for week, row in felt_weeks(problem, number).items()}
    return [
        variables.returned(week, row) - variables.returned(week, longest)
        for week, row in rows.items()
        if row < longest
    ]


def after_short_gap(
    problem: Problem, plan: Plan, number: int, *, least: int = 0, longest: int = LONG
) -> bool:
    """Return whether such a gap is felt in a week."""
    rows: dict[int, int] = {}
    for found in returns(problem, plan):
        rows[found.week] = max(found.rows, rows.get(found.week, 0))
    felt = felt_weeks(problem, number).items()
    return any(max(row, least) < rows.get(week, 0) <= longest for week, row in felt)
