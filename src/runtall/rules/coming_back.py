"""The sets of the first weeks after a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.returns import Return, idle_within, returns
from runtall.domain.variables import Expression, Literal, Variables
from runtall.domain.way_back import ALL, ANEW, ROWS, Share, beside_half, way_back
from runtall.domain.where import Fault, InWeek
from runtall.rules._measure import (
    MANY,
    Measure,
    Reached,
    average,
    first_reached,
    reached_after,
    sizes_before,
    whole_kinds,
)
from runtall.rules._weeks import fewest_total
from runtall.rules._words import too_many
from runtall.rules.base import Rule

# So many times the sets of a session, or a week, are so many at the most.
Limit = tuple[int, Expression]


class ComingBack(Rule):
    """After a week or more without strength the way back begins small.

    For the first week w back after a gap, with the sets of the last whole growing week before it
    as the measure, by the days since the last session (in brackets where a week has one)::

        8 (12)      w: 100 %                          ill: first session 50 %, then 100 %
        10 (14)     w: 80 %, then 100 %               ill: first session 50 %, then 70 %, 100 %
        17          w: 65 %, then 2 sets a week more  ill: first session 50 %, then 50 %, 70 %
        28          and no more than week 1 has, then 2 sets a week more

    rounded down, one set of each exercise at least; and the first session never has more sets than
    any session of that whole week. What a half session lacks its week doesn't make up for: of 100 %
    the other one has 65 in a peak week, and 75 in an easier one. Until there is one, the most sets
    of the first week are the measure. One session for two is measured by their mean, and after the
    first week back, where a week gave up the other one for it, by all of it; or by the last one of
    its kind, if that is larger and no week has been whole. A run cutback on the way, and a week
    that begins in the seven days after a tune-up race, repeat the share of the week before it, and
    an easier week has 80 % of that; a week of less running for a short race is none. On a way that
    began before the peak no 2 sets more come there, but for those up to 70 %. Where w lacks one of
    its sessions, or has but the half one, what it asks for holds for the next week, too. A gap is
    one only if two planned sessions in a row were missed, or one where a week has only one, or if
    the runner was ill or didn't run. Ill is who was, or didn't run.

    After an illness the first row holds however few days it took, also within a week, and though
    there was no session before it.

    Ours, after the guide: "Doing too much, too soon".
    """

    title = "small first weeks after days without strength"
    source = "ours; guide: too much too soon"
    reach = Reach.TOTALS

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the weeks after each gap that there may be."""
        reached = first_reached(problem)
        for week in problem.weeks:
            measure = self._measure(problem, variables, week, reached)
            for number in range(len(ROWS)):
                back = variables.gap(week.number, number)
                if variables.bounds(back)[1]:
                    name = f"{self.id}/w{week.number:02}/{number}"
                    _Back(problem, variables, self.id, name, week, number, back, measure).post()
            for day in week.days:
                back = variables.since_illness(day)
                if variables.bounds(back)[1]:
                    name = f"{self.id}/w{week.number:02}/0/d{day:03}"
                    since = _Back(problem, variables, self.id, name, week, 0, back, measure)
                    since.since_illness(day)
            reached = reached_after(problem, variables, self.id, week, reached)

    def _measure(
        self, problem: Problem, variables: Variables, week: Week, reached: Reached
    ) -> Measure:
        """Return the measure of a week in which a gap may end, where it may count at all."""
        ends = [variables.gap(week.number, 0), *map(variables.since_illness, week.days)]
        used = any(variables.bounds(end)[1] for end in ends)

        def largest(name: str, sets: Sequence[Expression]) -> Expression:
            first, alone = sets
            if not used or variables.bounds(alone)[1] <= variables.bounds(first)[0]:
                return first
            return variables.maximum(f"{self.id}/w{week.number:02}/{name}", sets)

        return reached.measure(largest)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each week back with too many sets."""
        for found in returns(problem, plan):
            sizes = sizes_before(problem, plan, found.week)
            rows = (_too_many(problem, plan, found, row, sizes) for row in range(found.rows))
            yield from dict.fromkeys(chain.from_iterable(rows))

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 7, after a week or more without strength, begins small: ...``."""
        return (
            f"Week {where.week}, after a week or more without strength, begins small: by the days "
            "without it a share of the sets before."
        )


def _parts(problem: Problem, week: int) -> int:
    """Return how many times the sets of a week that has one session in place of more go into all.

    Not of one that gives the others up: it may still hold them.
    """
    return len(whole_kinds(problem)) if problem.week(week).n_sessions == 1 else 1


def _percent(
    problem: Problem, kind: SessionKind, measure: Measure, share: Share, first: int
) -> int:
    """Return the per cent of what measures a session that it may have.

    One session in place of two is half a week: after the first week back that is cut enough.
    """
    if share.ill and share.week == first and share.percent == ALL:
        return beside_half(problem.week(first))
    alone = kind not in measure.sizes and share.week > first
    alone &= _parts(problem, share.week) == 1
    return (
        max(share.percent, min(ALL, len(measure.sizes) * share.percent)) if alone else share.percent
    )


def _limits(
    problem: Problem,
    kinds: Iterable[SessionKind],
    measure: Measure,
    number: int,
    share: Share,
    first: int,
) -> Iterator[tuple[SessionKind | None, *Limit]]:
    """Yield the limits of a week on the way back from its first week on: of sessions, or of all."""
    if share.more:
        times = 100 * _parts(problem, share.week)
        yield None, times, share.percent * sum(measure.sizes.values()) + times * share.more
    for kind in () if share.more else kinds:
        n, sets = average(kind, measure)
        percent = _percent(problem, kind, measure, share, first)
        if percent > share.percent:
            # Half a week is cut enough, but not one that has no other session anyway.
            sets = sum(measure.sizes.values())
        yield kind, 100 * n, percent * sets
    if number == ANEW:
        yield None, 1, problem.first_sets + ROWS[number].more * share.step


def _none_larger(kind: SessionKind, measure: Measure) -> tuple[Expression, ...]:
    """Return the sets that a first session after a gap doesn't exceed."""
    return measure.each if kind is SessionKind.MERGED else tuple(measure.sizes.values())


def _half(problem: Problem, kind: SessionKind, measure: Measure, number: int) -> Iterator[Limit]:
    """Yield the limits of a first session after an illness."""
    n, sets = average(kind, measure)
    yield 2 * n, sets
    if number == ANEW:
        yield 4, problem.first_sets


def _least(problem: Problem, week: int, kind: SessionKind | None) -> int:
    """Return the sets of a session, or of a week, that has each of its exercises once."""
    return fewest_total(problem, problem.week(week)) if kind is None else len(problem.slots[kind])


@dataclass(frozen=True, slots=True)
class _Back:
    """What the solver is told of one week that may come after a gap, for one row of the table."""

    problem: Problem
    variables: Variables
    rule: str
    name: str
    week: Week
    number: int
    back: Literal
    measure: Measure

    def post(self) -> None:
        idle = {day: idle_within(self.problem, day) for day in self.week.days}
        ill_days = {day: days for day, days in idle.items() if days is not None}
        for day in self.week.days:
            self._first_session(day, ill_days.get(day))
        self._weeks(self.back, ill=False)
        if ill_days:
            ill = self.variables.bool_var(f"{self.name}/ill")
            for day, days in ill_days.items():
                for kind in self.variables.kinds(self.week.number):
                    here = self.variables.session(day, kind)
                    self.variables.define(ill >= self.back + here - 1 - self._since(day, days))
            self._weeks(ill, ill=True)

    def since_illness(self, day: int) -> None:
        """Bound the sessions from the first one since an illness on, of its week and the next."""
        week, variables = self.week, self.variables
        (percent,), beside = ROWS[self.number].ill, beside_half(week)
        for kind in variables.kinds(week.number):
            when = [self.back, variables.session(day, kind)]
            self._no_larger(kind, when, 0)
            self._half(kind, when, 0)
            for later in range(day + 1, week.days[-1] + 1):
                self._share(week.number, kind, beside, [self.back, variables.session(later, kind)])
        if week.number < len(self.problem.weeks):
            after = range(day + 1, week.days[-1] + 1) if week.n_sessions > 1 else ()
            held = sum(variables.lifts(later) for later in after)
            for kind in variables.kinds(week.number + 1):
                self._share(week.number + 1, kind, percent, [self.back], MANY * held)

    def _since(self, day: int, days: int = 1) -> Expression:
        """Return the sessions before a day, of its week and of so many days that it ends."""
        first = min(self.week.days[0], max(0, day - days + 1))
        return sum(self.variables.lifts(other) for other in range(first, day))

    def _first_session(self, day: int, idle: int | None) -> None:
        """Bound a session on a day, where none is earlier in its week, or since an illness."""
        variables, week = self.variables, self.week.number
        for kind in variables.kinds(week):
            here = variables.session(day, kind)
            if (idle is None and self.number) or variables.bounds(here)[1] == 0:
                continue
            when = [self.back, here]
            if self.number == 0:
                self._no_larger(kind, when, MANY * self._since(day))
            if idle is not None:
                self._half(kind, when, MANY * self._since(day, idle))

    def _no_larger(self, kind: SessionKind, when: list[Literal], spare: Expression) -> None:
        for sets in _none_larger(kind, self.measure):
            self._at_most(self.week.number, kind, 1, sets, when, spare)

    def _half(self, kind: SessionKind, when: list[Literal], spare: Expression) -> None:
        for limit in _half(self.problem, kind, self.measure, self.number):
            self._at_most(self.week.number, kind, *limit, when, spare)

    def _weeks(self, when: Literal, *, ill: bool) -> None:
        """Bound the weeks back, each once the one before it was whole."""
        for shift, follows in enumerate(self._whole(ill=ill)):
            first = self.week.number + shift
            for share in way_back(self.problem, first, ROWS[self.number], ill=ill):
                conditions = [when] if share.week == self.week.number else [when, follows]
                kinds = self.variables.kinds(share.week)
                for limit in _limits(
                    self.problem, kinds, self.measure, self.number, share, self.week.number
                ):
                    self._at_most(share.week, *limit, conditions)

    def _whole(self, *, ill: bool) -> tuple[Literal, Literal]:
        """Return what is 1 where the week has a session that isn't half, and where it lacks one."""
        if self.week.n_sessions == 1:
            alone = ROWS[self.number].has_half_alone(self.week, ill=ill)
            return int(not alone), int(alone)
        variables, held = self.variables, self.variables.sessions(self.week.number)
        whole, part = (variables.bool_var(f"{self.name}/{name}") for name in ("whole", "part"))
        variables.define(held <= 1 + MANY * whole)
        variables.define(held + 2 * part >= 2)
        return whole, part

    def _share(
        self,
        week: int,
        kind: SessionKind,
        percent: int,
        when: list[Literal],
        spare: Expression = 0,
    ) -> None:
        n, measure = average(kind, self.measure)
        self._at_most(week, kind, 100 * n, percent * measure, when, spare)

    def _at_most(
        self,
        week: int,
        kind: SessionKind | None,
        times: int,
        most: Expression,
        when: list[Literal],
        spare: Expression = 0,
    ) -> None:
        """Bound the sets of a session, or of a week, so many times; or one set of each exercise."""
        variables, least = self.variables, _least(self.problem, week, kind)
        sets = variables.total(week) if kind is None else variables.session_sets(week, kind)
        low, high = variables.bounds(most)
        few: Literal = 0
        if low < times * least:
            # Only where the bound is that small: so the linear relaxation can't use it else.
            few = variables.bool_var(f"{self.name}/few/w{week:02}/{kind or 'total'}")
            over = max(0, variables.bounds(sets)[1] - least)
            variables.define(sets <= least + over * (1 - few))
            rise = max(0, high - times * least)
            variables.define(most <= times * least + rise * (1 - few))
            # The larger of the two bounds lies under a straight line: that needs no switch.
            line = (high - low) * times * (least + spare) + rise * (most - low)
            variables.require(self.rule, InWeek(week), (high - low) * times * sets <= line, when)
        claim = times * sets <= most + times * (spare + least * few)
        variables.require(self.rule, InWeek(week), claim, when)


def _too_many(
    problem: Problem, plan: Plan, back: Return, number: int, sizes: Measure
) -> Iterator[Fault]:
    """Yield the weeks after a gap that break one row of the table."""
    for session in plan.on(back.day):
        most = min(_none_larger(session.kind, sizes)) if number == 0 else MANY
        if back.ill:
            halves = _half(problem, session.kind, sizes, number)
            most = min(most, *(sets // times for times, sets in halves))
        most = max(most, _least(problem, back.week, session.kind))
        yield InWeek(back.week), too_many(session.n_sets, most, "sets in the first session")
    for ill in (False, True) if back.ill else (False,):
        shares = list(way_back(problem, back.week, ROWS[number], ill=ill))
        if not back.whole or ROWS[number].has_half_alone(problem.week(back.week), ill=ill):
            shares[1:] = way_back(problem, back.week + 1, ROWS[number], ill=ill)
        for share in shares:
            sessions = [s for s in plan.in_week(share.week) if s.day >= back.day]
            kinds = dict.fromkeys(session.kind for session in sessions)
            for kind, *limit in _limits(problem, kinds, sizes, number, share, back.week):
                most = max(limit[1] // limit[0], _least(problem, share.week, kind))
                if kind is None:
                    yield InWeek(share.week), too_many(plan.total(share.week), most)
                for session in sessions:
                    if session.kind is kind:
                        words = too_many(session.n_sets, most, "sets in a session")
                        yield InWeek(share.week), words
