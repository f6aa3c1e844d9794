"""From decided sets to a session that can be done: amounts, loads, effort, minutes, reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from runtall.derivation.available_loads import CHOICE, CHOOSE, Level
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.exposures import exposures
from runtall.progression.method import Done, earlier_week, method
from runtall.progression.mobility import block_minutes, with_room_used
from runtall.progression.notes import Course, note
from runtall.progression.off_path import doses
from runtall.progression.pairs import paired, wants_pairs
from runtall.progression.session_time import minutes, planned_s
from runtall.progression.ways import amount_fields, ways
from runtall.progression.why_today import why_today


def prescribe(problem: Problem, plan: Plan) -> Plan:
    """Fill in everything that follows from the decided days, exercises and sets.

    Parameters
    ----------
    plan
        A decided plan: of its entries only position, exercise and sets are read.

    Returns
    -------
    Plan
        The same decisions, sessions by day; with mobility beside sessions on tight days, where
        their lengths leave room.
    """
    by_day = tuple(sorted(plan.sessions, key=lambda session: session.day))
    if plan.sessions != by_day:  # a new plan would work everything out anew
        plan = replace(plan, sessions=by_day)
    entries = _filled_in(problem, plan)
    filled = (_session(problem, plan, *both) for both in zip(plan.sessions, entries, strict=True))
    plan = replace(plan, sessions=tuple(filled))
    return replace(plan, mobility=with_room_used(problem, plan))


def _session(problem: Problem, plan: Plan, session: Session, entries: Sequence[Entry]) -> Session:
    day = problem.days[session.day]
    if wants_pairs(day, session.kind):
        entries = paired(entries, problem.exercises, day.items)
    session = replace(session, entries=tuple(entries))
    length = minutes(planned_s(entries, problem.exercises)) + block_minutes(problem, session)
    return replace(
        session,
        option=day.option,
        run=day.run_words,
        minutes=length,
        start=day.start,
        note=why_today(problem, plan, session.day),
    )


def _filled_in(problem: Problem, plan: Plan) -> list[list[Entry]]:
    """Return the entries of each session with their doses."""
    entries = [list(session.entries) for session in plan.sessions]
    for key, way in ways(problem, plan).items():
        exercise = problem.exercises[key]
        found = exposures(problem, plan)[key]
        every = tuple(doses(exercise, way.start, problem.request.athlete, found, way.path))
        course = Course(problem, exercise, way.start, every)
        counting: list[Done] = []
        for number, done in enumerate(every):
            exposure = done.exposure
            entries[exposure.session_index][exposure.entry_index] = replace(
                _filled(exercise, done),
                method=method(
                    exercise.measure, earlier_week(counting, exposure), done, first=number == 0
                ),
                note=note(course, number),
            )
            counting += [done] if exposure.counts else []
    return entries


def _filled(exercise: Exercise, done: Done) -> Entry:
    return replace(
        done.exposure.entry,
        **amount_fields(exercise, done.amount),
        per_side=exercise.per_side,
        load_g=done.level.load_g,
        load=_words(exercise, done.level, done.exposure.rir),
        rir=done.exposure.rir,
        rest_s=exercise.rest_s,
        pair=None,
    )


def _words(exercise: Exercise, level: Level, rir: int) -> str:
    if level is not CHOICE:
        return level.words
    more = f"for {rir} more" if exercise.measure is Measure.REPS else "to go twice as far"
    return f"{CHOOSE}light enough {more}"
