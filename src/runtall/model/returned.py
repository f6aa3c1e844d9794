"""Whether a week is the first one back after a gap, as an exact decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.returns import ROWS, most_sessions
from runtall.model.posting import total_of

if TYPE_CHECKING:
    from runtall.domain.variables import Expression, Literal
    from runtall.model.variables import CpVariables


def returned(variables: CpVariables, number: int, row: int) -> Literal:
    """Return 1 if a week begins with a gap of this row of the table or a longer one, else 0.

    With L the row's days, over the days d of the week::

        1 where sessions were missed, some were held before, and on the first d with a session
        none was held on the L - 1 days before it
    """
    if number == 1:
        return 0
    problem = variables.problem
    limit = ROWS[row].limit(problem.week(number - 1))
    needed = [missed(variables, number), begun(variables, number)]
    if any(variables.bounds(literal)[1] == 0 for literal in needed):
        return 0
    week = problem.week(number).days
    days = range(max(0, week[0] - limit), week[-1] + 1)
    held = [busy(variables, day) for day in days]
    if all(isinstance(literal, int) for literal in (*needed, *held)):
        first = next((day for day in week if held[day - days[0]]), None)
        return int(
            first is not None
            and not any(held[max(0, first - limit + 1 - days[0]) : first - days[0]])
        )
    back = variables.bool_var(f"returned/w{number:02}/{row}")
    for literal in needed:
        variables.define(back <= literal)
    variables.define(back <= variables.sessions(number))
    for day in week:
        here, start = busy(variables, day), max(0, day - limit + 1)
        before = total_of(busy(variables, other) for other in range(start, week[0]))
        since = before + total_of(busy(variables, other) for other in range(week[0], day))
        variables.define(before <= 0, when=[back, here])
        variables.define(back >= here + sum(needed) - 2 - since)
    return back


def busy(variables: CpVariables, day: int) -> Literal:
    """Return 1 if a day has a session, however many, else 0."""
    sessions = [variables.session(day, kind) for kind in variables.kinds(day // 7 + 1)]
    open_sessions = [session for session in sessions if not isinstance(session, int)]
    if len(sessions) - len(open_sessions) and any(s for s in sessions if isinstance(s, int)):
        return 1
    if len(open_sessions) <= 1:
        return total_of(open_sessions)

    def make() -> Literal:
        literal = variables.bool_var(f"busy/d{day:03}")
        for session in open_sessions:
            variables.define(literal >= session)
        variables.define(literal <= total_of(open_sessions))
        return literal

    return variables.once(("busy", day), make)


def missed(variables: CpVariables, number: int) -> Literal:
    """Return 1 if a week and the one before it miss enough sessions for a gap, else 0."""
    problem = variables.problem
    most = most_sessions(problem.week(number - 1), problem.week(number))
    sessions = variables.sessions(number - 1) + variables.sessions(number)
    if most is None:
        return 0
    return _at_most(variables, f"missed/w{number:02}", sessions, most)


def begun(variables: CpVariables, number: int) -> Literal:
    """Return 1 if any week before this one has a session, else 0."""
    sessions = total_of(variables.sessions(week) for week in range(1, number))
    none = _at_most(variables, f"nothing-before/w{number:02}", sessions, 0)
    return 1 - none


def _at_most(variables: CpVariables, name: str, sum_: Expression, most: int) -> Literal:
    """Return an exact decision: 1 if a sum is at most so much, else 0."""
    low, high = variables.bounds(sum_)
    if high <= most or low > most:
        return int(high <= most)

    def make() -> Literal:
        literal = variables.bool_var(name)
        variables.define(sum_ <= most + (high - most) * (1 - literal))
        variables.define(sum_ >= (most + 1) - (most + 1 - low) * literal)
        return literal

    return variables.once((name,), make)
