"""A small session after a speed workout, and on the day after a long race."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.profile import PEAK_SESSION
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, OnDay
from runtall.errors.words import counted
from runtall.progression.weekly_target import AFTER_RACE, after_race
from runtall.rules._words import too_many
from runtall.rules.base import Rule

# Share of the week's normal session that a session after a speed workout may have.
SMALL_PERCENT = 60


def after_speed(problem: Problem) -> Iterator[Day]:
    """Yield the days of option C."""
    yield from (day for day in problem.days if day.option == "C")


def most_sets(problem: Problem, day: Day, kind: SessionKind | None = None) -> int:
    """Return the most sets that a session, of a kind, may have on such a day."""
    week = problem.week(day.week)
    most = SMALL_PERCENT * week.target_sets // (100 * max(1, len(week.kinds)))
    if week.phase is Phase.PEAK and kind is SessionKind.MERGED:
        # The week's target is cut, and for two: the one session that is left is not cut twice.
        most = max(most, SMALL_PERCENT * min(PEAK_SESSION) // 100)
    return most


class SmallAfterSpeed(Rule):
    """A session after speed work or a long race has 60 % of the usual sets at most.

    For every day d of option C, a workout or tune-up, in week w and every kind k but the light
    ones, where w declares relaxed[speed_day] or k is fixed to d::

        session[d, k] = 1  =>  sets[w, k] <= 60 % of target[w] / number of sessions[w]

    or 60 % of the fewest that the one session of a peak week has, for such a one. Any other
    session there is forbidden by the rule speed-day. And for every day d after a long tune-up race,
    and k = D1, D2::

        session[d, k] = 1  =>  sets[w, k] <= 8

    Guide: option C; for races ours.
    """

    title = "a session after speed work or a long race has 60 % of the usual sets at most"
    source = "guide: option C; for races ours"
    can_be_off = True
    reach = Reach.TOTALS
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the sets of what may be there."""
        for day in after_speed(problem):
            for kind in variables.kinds(day.week):
                fixed = problem.fixed(day, kind)
                if kind.heavy and (fixed or variables.relaxes(day.week)):
                    when = [variables.session(day.index, kind)]
                    if not fixed:
                        when.append(variables.relaxed(Relaxation.SPEED_DAY, day.week))
                    sets = variables.session_sets(day.week, kind)
                    small = sets <= most_sets(problem, day, kind)
                    variables.require(self.id, OnDay(day.index, kind), small, when=when)
        for week in problem.weeks:
            for index, kind in sorted(after_race(problem, week)):
                small = variables.session_sets(week.number, kind) <= AFTER_RACE
                when = [variables.session(index, kind)]
                variables.require(self.id, OnDay(index, kind), small, when=when)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session that is too large for its day."""
        for day in after_speed(problem):
            declared = plan.uses(Relaxation.SPEED_DAY, day.week)
            for session in plan.on(day.index):
                most = most_sets(problem, day, session.kind)
                if session.kind.heavy and (declared or problem.fixed(day, session.kind)):
                    yield OnDay(day.index, session.kind), too_many(session.n_sets, most)
        for week in problem.weeks:
            raced = after_race(problem, week)
            for session in plan.in_week(week.number):
                if (session.day, session.kind) in raced:
                    yield OnDay(session.day, session.kind), too_many(session.n_sets, AFTER_RACE)

    def say(self, problem: Problem, where: OnDay) -> str:
        """Say ``Tue 5 Jan has a workout: a session there has at most 4 sets.``."""
        day = problem.days[where.day]
        if day.option == "C":
            run = f"has a {day.kind.value.replace('tuneup', 'tune-up')}"
            most = most_sets(problem, day, where.kind)
        else:
            run, most = "is the day after a long race", AFTER_RACE
        return f"{day.label} {run}: a session there has at most {counted(most, 'set')}."
