"""What is new in a session against those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from runtall.derivation.available_loads import difference, level_of
from runtall.domain.exercise import LIGHT_KINDS, Measure, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.returns import returns
from runtall.errors.words import counted
from runtall.progression.exposures import (
    SPLIT,
    Exposure,
    alike,
    compared_with,
    exposures,
    last_time,
    loads_at,
)
from runtall.progression.method import amounts
from runtall.progression.texts import say

# Begins the texts that say how a dose differs from the last one.
CHANGE = "change_"
# Changes that no "than" follows.
STEPS = frozenset({"level_more", "level_less"})
# Names of changes that make a session smaller.
EASIER = tuple(f"{name}_less" for name in ("sets", "load", "level", "reps", "distance", "time"))
AMOUNTS = {Measure.REPS: "reps", Measure.METRES: "distance", Measure.SECONDS: "time"}


class Change(NamedTuple):
    """How an exercise differs from the last time it was done in such a session.

    Parameters
    ----------
    words
        What grew or shrank.
    than
        What it is compared with, if with anything: last time, or a date where others lie between.
    again
        Whether it is about sets that the last such session had fewer of, though what it is compared
        with has them.
    """

    words: str
    than: str = ""
    again: bool = False


def changes(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Iterator[Change]:
    """Yield what grew or shrank since what it is compared with, and sets more than last time.

    Nothing where all is as it was; of another weight the reps are its own, and aren't compared.
    Nothing grows in peak and taper, nor in easier weeks after one session for two: what is more
    there is only another share of what base had, unless a break or other equipment made the last
    time small. What one took and is there again is as before it. And against a session of another
    kind only that all of it is easier.
    """
    reference = _reference(problem, plan, session, entry)
    if reference is None:
        if not _done_before(problem, plan, session, entry):
            yield Change(say(f"{CHANGE}first"))
        return
    last, between = reference
    base = problem.days[session.day].phase is Phase.BASE
    than = say("than_on", date=last.day.short_date) if between else say("than_last")
    if not (base or _alike(last, session)):
        if _shrinks(problem, plan, session):
            yield Change(say(f"{CHANGE}easier"), than)
        return
    found = signs(problem, last, session, entry)
    shared = problem.week(problem.days[session.day].week).easier and last.kind is SessionKind.MERGED
    grows = base and not (shared and session.kind in SPLIT)
    if not (grows or (_made_small(last) and not between)):
        less = {name: min(sign, 0) for name, sign in found.items()}
        found = found if base and "other" in found else less
    names = [f"{name}_{'less' if sign < 0 else 'more'}" for name, sign in found.items() if sign]
    if len(names) > 1 and max(found.values()) <= 0:
        names = ["easier"]
    for name in names:
        yield Change(say(f"{CHANGE}{name}"), "" if name in STEPS else than)
    newest = last_exposure(problem, plan, session, entry)
    regained = _made_small(newest) and max(signs(problem, newest, session, entry).values()) > 0
    if base and regained and not any(found.values()):
        yield Change(say("back_whole", date=last.day.short_date))
    more_sets = newest.kind is session.kind and entry.sets > newest.entry.sets
    if base and more_sets and found["sets"] <= 0:
        yield Change(say(f"{CHANGE}sets_more"), say("than_last"), again=True)


def unchanged(problem: Problem, plan: Plan, session: Session) -> str:
    """Say what a session is of which no change is told: as last time, as on a date, nothing new.

    In the peak, too, how many sets it has where the last such session had fewer.
    """
    before = [s for s in plan.sessions if s.day < session.day]
    such = [s for s in before if s.kind is session.kind]
    whole = [s for s in such if s.day not in _small(problem, plan)] or (such and before)
    if problem.days[session.day].phase is Phase.PEAK and whole:
        then = whole[-1]
        if session.n_sets > then.n_sets:
            date, sets = problem.days[then.day].short_date, counted(session.n_sets, "set")
            return say("nothing_new_but", sets=sets, before=f"{then.n_sets}", date=date)
    taper = problem.days[session.day].phase is Phase.TAPER and session.kind in LIGHT_KINDS
    if taper and not any(s.kind in LIGHT_KINDS for s in before):
        return say("first_light")
    told = set()
    for entry in session.entries:
        last, between = _reference(problem, plan, session, entry) or (None, False)
        if last is None or any(signs(problem, last, session, entry).values()):
            return say("nothing_new")
        told.add(say("same_as_on", date=last.day.short_date) if between else say("same_as_last"))
    return told.pop() if len(told) == 1 else say("nothing_new")


def _done_before(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether an exercise was done before, if only in the same week."""
    found = exposures(problem, plan).get(entry.exercise, ())
    return any(other.day.index < session.day for other in found)


def _reference(
    problem: Problem, plan: Plan, session: Session, entry: Entry
) -> tuple[Exposure, bool] | None:
    """Return what an exercise is compared with, and whether a week with it lies between.

    In peak and taper that is the last such session, if there was one; the small first one after an
    illness is none, nor is one of an easier week of base. What
    a pull day or push day has for the first time is held against the other one of its week.
    """
    before = exposures_before(problem, plan, session, entry)
    every = exposures(problem, plan).get(entry.exercise, ())
    now = next((other for other in every if other.entry is entry), None)
    last = compared_with(problem, before, now) if now else None
    if last is None:
        return None
    day = problem.days[session.day]
    if day.phase is not Phase.BASE:
        small = _small(problem, plan)
        such = [o for o in before if _alike(o, session) and o.day.index not in small]
        last = such[-1] if such else last_exposure(problem, plan, session, entry)
    elif {last.kind, session.kind} == SPLIT:
        newest = next(o for o in reversed(every) if o.day.index < session.day)
        last = newest if newest.day.week == day.week else last
    return last, any(last.day.week < other.day.week < day.week for other in before)


def _alike(last: Exposure, session: Session) -> bool:
    """Return whether two sessions are of one kind; of light ones those of the taper are."""
    light = {last.kind, session.kind} <= LIGHT_KINDS
    return last.day.phase is Phase.TAPER if light else alike(last.kind, session.kind)


def _made_small(last: Exposure) -> bool:
    """Return whether a break or a trip is why an exercise had no more."""
    return last.elsewhere or bool(last.lapsed) or bool(last.back and last.back.small)


def _small(problem: Problem, plan: Plan) -> set[int]:
    """Return the days of small sessions: the first ones after an illness, easier weeks of base."""
    weeks = (week for week in problem.phase_weeks(Phase.BASE) if week.easier)
    easier = {day for week in weeks for day in week.days}
    return easier | {back.day for back in returns(problem, plan) if back.ill}


def _shrinks(problem: Problem, plan: Plan, session: Session) -> bool:
    """Return whether each exercise has less than last time, and none has more of anything."""
    for entry in session.entries:
        reference = _reference(problem, plan, session, entry)
        found = signs(problem, reference[0], session, entry).values() if reference else [0]
        if min(found) == 0 or max(found) > 0:
            return False
    return True


def last_exposure(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Exposure:
    """Return the last session with an exercise; of pull and push day each looks at its own."""
    return last_time(exposures_before(problem, plan, session, entry), session.kind)


def signs(problem: Problem, last: Exposure, session: Session, entry: Entry) -> dict[str, int]:
    """Return what of a dose is more (1) or less (-1) than it was; loads that compare come alone."""
    exercise = problem.exercises[entry.exercise]
    there = loads_at(problem, exercise, problem.equipment(session.day))
    level, before = level_of(entry, there), level_of(last.entry, last.loads)
    sets = _sign(entry.sets - last.entry.sets)
    if level is None or before is None:
        return {"sets": sets}
    load = _sign(difference(before, level))
    if load:
        return {"load" if level.load_g is not None else "level": load, "sets": sets}
    if level != before:
        # Weights and bands can't be compared.
        return {"other": 1, "sets": sets}
    now, then = amounts(entry)[exercise.measure], amounts(last.entry)[exercise.measure]
    return {AMOUNTS[exercise.measure]: _sign((now or 0) - (then or 0)), "sets": sets}


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def exposures_before(
    problem: Problem, plan: Plan, session: Session, entry: Entry
) -> Sequence[Exposure]:
    """Return all that was done of an exercise before a session.

    What another kind of session had in the same week is none of it: nothing can have grown.
    """
    found = exposures(problem, plan).get(entry.exercise, ())
    before = [other for other in found if other.day.index < session.day]
    week = problem.days[session.day].week
    return [o for o in before if o.day.week < week or o.kind is session.kind]
