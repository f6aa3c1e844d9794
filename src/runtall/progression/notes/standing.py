"""Why an exercise stands still, or comes back easier."""

from __future__ import annotations

from runtall.derivation.available_loads import CHOICE, Level, difference
from runtall.domain.exercise import Measure
from runtall.progression.exposures import Exposure, Hold
from runtall.progression.method import Done
from runtall.progression.notes.course import Course, say_of
from runtall.progression.notes.hindrances import LASTING, comes_near, why_not
from runtall.progression.notes.next_card import ahead
from runtall.progression.path import ALIKE
from runtall.progression.texts import KIND_WORDS, say

WEEK = 7
# Why an exercise stays that no other line of the card tells, while others grow.
UNTOLD = frozenset({Hold.FEWER_PULLS, Hold.AFTER_SPEED, Hold.OWN})


def stands(course: Course, number: int) -> bool:
    """Return whether a dose stands for long, at the top of its range again, or while others grow.

    Peak weeks promise nothing, so they excuse nothing.
    """
    now, before = course.every[number], course.before(number)
    top = now.amount == course.exercise.high and now.exposure.in_base
    same = before is not None and (before.level, before.amount) == (now.level, now.amount)
    untold = now.exposure.in_base and now.exposure.held in UNTOLD
    return now.alike > ALIKE or ((top or untold) and same and not now.exposure.more_sets)


def standing(course: Course, number: int) -> str:
    """Say why a dose that stands does so, and what is done instead of growing."""
    now, before = course.every[number], course.before(number)
    exposure, long = now.exposure, now.alike > ALIKE
    # The last card has promised the next load unless this one says why not.
    passing = now.why not in LASTING or comes_near(course, number)
    if exposure.held and (now.amount < course.exercise.high or passing):
        why, then = _held(course, exposure), ahead(course, number)
        # One reason is enough: what keeps the next step away. But no third week is unsaid.
        if then and not long:
            return then
        fewer = _loses_sets(course, exposure)
        words = say("waits_fewer", why=why) if fewer else again_as(course, number, why)
        return f"{words} {then}".rstrip()
    if not long and before is not None and before.exposure.day.week == exposure.day.week:
        step, why = course.step(number), say("held_once_a_week")
        waits = say("waits_week", why=why)
        up = say_of(now, "up_on", date=step.short_date, why=why) if step else waits
        return ahead(course, number) or up
    if long and _spares(course, number):
        return again_as(course, number, say("held_reserve"))
    why = f"{why_not(course, number)}{when(course, number)}"
    words = again_as(course, number, why)
    if not long or now.level is CHOICE:
        return words
    holds = course.exercise.measure is Measure.SECONDS
    instead = say(f"instead_{'hold' if holds else course.exercise.pattern}")
    return f"{words} {instead}"


def when(course: Course, number: int) -> str:
    """Say on which day the next step comes; nothing where the plan has none."""
    step = course.step(number)
    return say("when", date=step.short_date) if step else ""


def lapsed(course: Course, number: int) -> str:
    """Say how long an exercise wasn't done; or not with this equipment, where it was."""
    loads, week = course.every[number].exposure.loads, course.every[number].exposure.day.week
    earlier = [done for done in course.every[:number] if done.exposure.day.week < week]
    same = (other for other in reversed(earlier) if other.exposure.loads == loads)
    last = next(same, earlier[-1])
    text = "lapsed" if last is earlier[-1] else "lapsed_kit"
    if not _easier(last, course.every[number]):
        if text == "lapsed_kit":
            # It was done meanwhile, and is as it was.
            return ""
        text = "lapsed_as_on" if _dose(last) == _dose(course.every[number]) else "lapsed_as_before"
    first = course.in_week(week)[0].exposure.day.index
    then = last.exposure.day
    return say(text, weeks=f"{(first - then.index) // WEEK}", date=then.short_date)


def again_as(course: Course, number: int, why: str) -> str:
    """Say that it is the same again; where the last one was another, as which it is.

    So it agrees with what the card says of today. Where none has the same, it only says why nothing
    steps up.
    """
    now, last, previous = course.every[number], course.last(number), course.every[number - 1]
    same = last is not None and _dose(last) == _dose(now)
    fewer = previous.exposure.entry.sets < now.exposure.entry.sets
    if last and same and previous.exposure.lapsed:
        # Last time it was easier.
        return say("waits_as_on", date=last.exposure.day.short_date, why=why)
    if last is None or (same and not fewer):
        return say("waits", why=why)
    for done in reversed(course.every[:number]):
        if done.exposure.kind is now.exposure.kind and _dose(done) == _dose(now):
            return say("waits_as_on", date=done.exposure.day.short_date, why=why)
    return say_of(now, "no_step_today", why=why)


def _spares(course: Course, number: int) -> bool:
    """Return whether reps under the top stand, as more are left in reserve than last time."""
    now, week = course.every[number], course.every[number].exposure.day.week
    base = [o.exposure for o in course.every[:number] if o.exposure.in_base]
    *_, last = (o for o in base if o.day.week < week)
    reps = course.exercise.measure is Measure.REPS and now.amount < course.exercise.high
    return reps and now.exposure.rir > last.rir


def _loses_sets(course: Course, exposure: Exposure) -> bool:
    """Return whether it has fewer sets than in the last session of this kind."""
    every = (done.exposure for done in course.every)
    before = [o for o in every if o.kind is exposure.kind and o.day.index < exposure.day.index]
    return bool(before) and exposure.entry.sets < before[-1].entry.sets


def _held(course: Course, exposure: Exposure) -> str:
    """Say why nothing of it grows in this week."""
    if exposure.held is Hold.COMING_BACK and not exposure.back:
        every = [done.exposure for done in course.every]
        small = next(o for o in reversed(every[: every.index(exposure)]) if not o.counts)
        if small.lapsed:
            return say("held_lapsed")
    week = (done.exposure for done in course.in_week(exposure.day.week))
    where = next((KIND_WORDS[other.kind] for other in week if other.more_sets), "")
    return say(f"held_{exposure.held}", where=where)


def _dose(done: Done) -> tuple[Level, int, int]:
    """Return load, amount and sets."""
    return done.level, done.amount, done.exposure.entry.sets


def _easier(before: Done, now: Done) -> bool:
    """Return whether a dose has anything less, or leaves more reps in reserve."""
    less = now.amount < before.amount or now.exposure.entry.sets < before.exposure.entry.sets
    reps = now.exposure.entry.distance_m is None and now.exposure.entry.hold_s is None
    spare = reps and now.exposure.rir > before.exposure.rir
    return less or spare or difference(before.level, now.level) < 0
