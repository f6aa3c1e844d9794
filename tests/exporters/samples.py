"""Problems and hand-made plans for tests of the files, and any plan at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.progression.dose import prescribe
from tests.problems import problem

SAMPLE_WEEK = "easy workout easy easy easy long recovery"
NOW = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 8, 9, 0, tzinfo=UTC)
SETS = {
    SessionKind.D1: (3, 3, 2, 2, 1),
    SessionKind.D2: (3, 2, 3, 2, 1),
    SessionKind.MERGED: (2, 2, 2, 2, 2),
    SessionKind.LIGHT: (3, 2, 2),
    SessionKind.VERY_LIGHT: (1, 1, 1),
}


def build(*, at: time | None = None, weeks: int = 16, **options: Any) -> Problem:
    """The sample week without doubts, with sessions at ``at`` if given."""
    access = (Access(opens=at),) * (7 * weeks) if at else ()
    return problem(SAMPLE_WEEK, weeks=weeks, access=access, **options)


def titled(problem: Problem, title: str) -> Problem:
    """The same problem with this title on every run."""
    days = tuple(
        replace(day, runs=tuple(replace(run, title=title) for run in day.runs))
        for day in problem.days
    )
    return replace(problem, days=days)


def session(problem: Problem, week: int, weekday: str, kind: SessionKind) -> Session:
    """A session of the template's own exercises."""
    day = next(day for day in problem.week(week).days if problem.days[day].weekday == weekday)
    entries = [
        Entry(slot.position, slot.alternatives[0], sets)
        for slot, sets in zip(problem.slots[kind], SETS[kind], strict=True)
    ]
    return Session(day, kind, tuple(entries))


def decide(problem: Problem) -> Plan:
    """What the guide's sample week would hold, in a plan of 8 weeks or more."""
    sessions = []
    for week in problem.weeks:
        if week.race_week:
            sessions.append(session(problem, week.number, "mon", SessionKind.VERY_LIGHT))
        elif week.phase is Phase.TAPER:
            sessions.append(session(problem, week.number, "mon", SessionKind.LIGHT))
        elif week.phase is Phase.PEAK:
            sessions.append(session(problem, week.number, "mon", SessionKind.MERGED))
        else:
            sessions.append(session(problem, week.number, "mon", SessionKind.D1))
            sessions.append(session(problem, week.number, "thu", SessionKind.D2))
    race = problem.request.calendar.race_day
    mobility = [
        day.index for day in problem.days if day.weekday in {"wed", "fri"} and day.index < race
    ]
    relaxed = [Relaxed(week.number, Relaxation.SINGLE) for week in problem.phase_weeks(Phase.PEAK)]
    return prescribe(problem, Plan(tuple(sessions), tuple(mobility), tuple(relaxed)))


@cache
def timed_problem() -> Problem:
    """Sixteen weeks with sessions at 18:30."""
    return build(at=time(18, 30))


def without(plan: Plan, *, week: int, kind: SessionKind) -> Plan:
    """The plan without one session."""
    left = [item for item in plan.sessions if not (item.day // 7 + 1 == week and item.kind is kind)]
    return replace(plan, sessions=tuple(left))


def moved(plan: Plan, *, week: int, kind: SessionKind, days: int) -> Plan:
    """The plan with one session some days later."""
    sessions = [
        replace(item, day=item.day + days)
        if item.day // 7 + 1 == week and item.kind is kind
        else item
        for item in plan.sessions
    ]
    return replace(plan, sessions=tuple(sorted(sessions, key=lambda item: item.day)))


UNHURRIED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
"""For searches over whole plans, whose first one is slow."""
LIBRARY = list(exercises().values())
WORDS = st.text("abc xyz=+-@'\";,\u00e9|", max_size=12).map(
    lambda text: " ".join(text.replace("|", "").split())
)


@st.composite
def entries(draw: st.DrawFn, position: int) -> Entry:
    exercise = draw(st.sampled_from(LIBRARY))
    amount = draw(st.integers(0, 99))
    load_g = draw(st.none() | st.integers(1, 99_999))
    return Entry(
        position=position,
        exercise=exercise.key,
        sets=draw(st.integers(0, 9)),
        reps=amount if exercise.measure.value == "reps" else None,
        distance_m=amount if exercise.measure.value == "metres" else None,
        hold_s=amount if exercise.measure.value == "seconds" else None,
        per_side=draw(st.booleans()),
        load_g=load_g,
        load=""
        if load_g is not None
        else draw(st.sampled_from(["", "light band", "choose: light enough for 3 more"])),
        rir=draw(st.none() | st.integers(0, 9)),
        rest_s=draw(st.none() | st.integers(0, 300)),
        method=draw(
            st.sampled_from(["start", "hold", "reps", "load", "sets", "distance", "time", "less"])
        ),
        note=draw(WORDS),
        pair=draw(st.none() | st.integers(1, 9)),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    positions = sorted(draw(st.sets(st.integers(1, 9), min_size=1, max_size=5)))
    return Session(
        day=draw(st.integers(0, 111)),
        kind=draw(st.sampled_from(list(SessionKind))),
        entries=tuple(draw(entries(position)) for position in positions),
        option=draw(st.sampled_from(["", "A", "B", "C"])),
        run=draw(st.sampled_from(["", "easy", "rest", "workout+easy", "medium_long"])),
        minutes=draw(st.integers(0, 99)),
        start=draw(st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))),
        note=draw(WORDS),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan at all, sorted by day: most of them break every rule."""
    some = draw(st.lists(sessions(), max_size=6))
    relaxed = draw(st.sets(st.tuples(st.integers(1, 16), st.sampled_from(list(Relaxation)))))
    return Plan(
        sessions=tuple(sorted(some, key=lambda item: item.day)),
        mobility=tuple(sorted(draw(st.lists(st.integers(0, 111), max_size=5)))),
        relaxed=tuple(sorted(Relaxed(week, step) for week, step in relaxed)),
    )
