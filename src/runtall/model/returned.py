"""Whether a week is the first one back after a gap or an illness, as exact decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from runtall.domain.returns import after_small_weeks, ill_within, most_sessions, quiet_days
from runtall.domain.variables import Expression, Literal, Variables
from runtall.domain.way_back import LONG, ROWS
from runtall.model.posting import total_of


def returned(variables: Variables, number: int, row: int) -> Literal:
    """Return 1 if a week has a gap's end of this row, for the first row an illness's, else 0."""
    gap_ = variables.gap(number, row)
    if row > 0:
        return gap_
    ill = [variables.since_illness(day) for day in variables.problem.week(number).days]
    ends = [end for end in (gap_, *ill) if variables.bounds(end)[1]]
    if len(ends) <= 1:
        return ends[0] if ends else 0
    if any(variables.bounds(end)[0] for end in ends):
        return 1
    back = variables.bool_var(f"returned/w{number:02}")
    for end in ends:
        variables.define(back >= end)
    variables.define(back <= total_of(ends))
    return back


def since_illness(variables: Variables, day: int) -> Literal:
    """Return 1 if a session on a day is the first one since an illness, else 0."""
    days = ill_within(variables.problem, day)
    if days is None:
        return 0
    since = total_of(busy(variables, other) for other in range(day - days + 1, day))
    parts = [busy(variables, day), _at_most(variables, f"none-since/d{day:03}", since, 0)]
    return _all_of(variables, f"since-illness/d{day:03}", parts)


def gap(variables: Variables, number: int, row: int) -> Literal:
    """Return 1 if a week begins with a gap of this row of the table or a longer one, else 0.

    With L the row's days, over the days d of the week::

        1 where some were held before, and on the first d with a session none was held on the
        L - 1 days before it, and sessions were missed, or none was held since an illness

    and up to the row of a break wherever the week has a session and follows many small ones.
    """
    if number == 1 or most_sessions(*variables.problem.weeks[number - 2 : number]) is None:
        return 0
    if row < LONG and after_small_weeks(variables.problem, number):
        held = 1 - _at_most(variables, f"none/w{number:02}", variables.sessions(number), 0)
        return _all_of(variables, f"after-small/w{number:02}", [held, begun(variables, number)])
    gap = _Gap(variables, number, row)
    return gap.literal() if gap.is_possible else 0


class _Gap:
    """The gap that a week may begin with, for one row of the table."""

    def __init__(self, variables: Variables, number: int, row: int) -> None:
        problem = variables.problem
        self._variables, self._number, self._row = variables, number, row
        self._limit = ROWS[row].limit(problem.week(number - 1))
        self._week = problem.week(number).days
        self._missed, self._begun = missed(variables, number), begun(variables, number)
        self._quiet = {day: quiet_days(problem, day, row) for day in self._week}

    @property
    def is_possible(self) -> bool:
        """Whether anything was held before, and anything can have made a gap."""
        most = [self._variables.bounds(literal)[1] for literal in (self._begun, self._missed)]
        return bool(most[0] and (most[1] or any(self._quiet.values())))

    def literal(self) -> Literal:
        """Return the decision: a number where all that it rests on is known."""
        variables, week = self._variables, self._week
        longest = max(self._limit, *(days or 0 for days in self._quiet.values()))
        days = range(max(0, week[0] - longest), week[-1] + 1)
        held = {day: busy(variables, day) for day in days}
        own = {day for day in days if variables.problem.days[day].trains}
        if all(isinstance(known, int) for known in (self._missed, self._begun, *held.values())):
            first = next((day for day in week if held[day]), None)
            return int(first is not None and self._is_gap(first, held | dict.fromkeys(own, 1)))
        back = variables.bool_var(f"gap/w{self._number:02}/{self._row}")
        variables.define(back <= self._begun)
        variables.define(back <= variables.sessions(self._number))
        for day in week:
            if own & set(range(week[0], day)):
                # The runner's own session was training: only one of ours before it can end a gap.
                ours = total_of(held[other] for other in range(week[0], day))
                variables.define(back + held[day] - 1 <= ours)
            else:
                self._define(back, day, held | dict.fromkeys(own - {day}, 1))
        return back

    def _is_gap(self, first: int, held: Mapping[int, Literal]) -> bool:
        needed = self._limit if self._missed else self._quiet[first]
        return needed is not None and not any(
            held[day] for day in range(max(0, first - needed + 1), first)
        )

    def _define(self, back: Literal, day: int, held: Mapping[int, Literal]) -> None:
        """Say what the decision is where the first session lies on a day."""
        variables, quiet, here = self._variables, self._quiet[day], held[day]
        earlier = total_of(held[other] for other in range(self._week[0], day))

        def before(limit: int) -> Expression:
            start = max(0, day - limit + 1)
            return total_of(held[other] for other in range(start, self._week[0]))

        variables.define(before(self._limit) <= 0, when=[back, here])
        since = before(self._limit) + earlier
        if quiet != self._limit:
            variables.define(back >= here + self._missed + self._begun - 2 - since)
        if quiet is None:
            variables.define(back + here - 1 <= self._missed + earlier)
            return
        variables.define(back >= here + self._begun - 1 - before(quiet) - earlier)
        if quiet != self._limit:
            most = quiet * (self._missed + earlier)
            variables.define(before(quiet) <= most, when=[back, here])


def busy(variables: Variables, day: int) -> Literal:
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


def missed(variables: Variables, number: int) -> Literal:
    """Return 1 if a week and the one before it miss enough sessions for a gap, else 0."""
    problem = variables.problem
    most = most_sessions(problem.week(number - 1), problem.week(number))
    sessions = variables.sessions(number - 1) + variables.sessions(number)
    if most is None:
        return 0
    return _at_most(variables, f"missed/w{number:02}", sessions, most)


def begun(variables: Variables, number: int) -> Literal:
    """Return 1 if any week before this one has a session, else 0."""
    earlier = range(1, number)
    if any(variables.bounds(variables.sessions(week))[0] for week in earlier):
        return 1
    sessions = total_of(variables.sessions(week) for week in earlier)
    none = _at_most(variables, f"nothing-before/w{number:02}", sessions, 0)
    return 1 - none


def _at_most(variables: Variables, name: str, sum_: Expression, most: int) -> Literal:
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


def _all_of(variables: Variables, name: str, parts: Sequence[Literal]) -> Literal:
    """Return 1 if all parts are 1, else 0."""
    bounds = [variables.bounds(part) for part in parts]
    if min(most for _, most in bounds) == 0 or min(least for least, _ in bounds) == 1:
        return min(most for _, most in bounds)

    def make() -> Literal:
        literal = variables.bool_var(name)
        for part in parts:
            variables.define(literal <= part)
        variables.define(literal >= total_of(parts) - len(parts) + 1)
        return literal

    return variables.once((name,), make)
