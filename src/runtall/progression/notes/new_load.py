"""What is said of today's load: on what it depends, and why it is another than last time."""

from __future__ import annotations

from runtall.derivation.available_loads import difference, weighted
from runtall.domain.exercise import LIGHT_KINDS, Measure
from runtall.progression.method import Done
from runtall.progression.notes.course import Course
from runtall.progression.strength import predicted, strength
from runtall.progression.texts import KIND_WORDS, say

# In the words of every band; and ends those of one that has been walked away from.
BAND, FARTHER = " band", " farther"
WEEK = 7
# With more left than this after a set a weight is too light.
MOST_LEFT = 4


def load_note(course: Course, number: int) -> str:
    """Say on what a step of load depends, or why a load is less than it was."""
    now, before = course.every[number], course.before(number)
    if before is None or now.exposure.ease:
        return ""
    if before.level == now.level:
        return _stepped_this_week(course, number)
    if _is_step(now, before):
        return _condition(course, number, before)
    same = weighted((before.level,)) == weighted((now.level,))
    if now.exposure.kind in LIGHT_KINDS and same:
        if now.level.load_g is None:
            return ""
        return say("very_light_load") if 2 * now.level.force < before.level.force else ""
    if now.exposure.loads == before.exposure.loads:
        last = course.last(number)
        if last is not None and last.level == now.level:
            return ""  # said last time
        return say("one_weight_less" if now.level.load_g is not None else "one_weight_less_level")
    if now.exposure.counts:
        return ""
    return say("light_here") if _is_light(course, before, now) else say("what_there_is")


def _is_step(now: Done, before: Done) -> bool:
    """Return whether a dose takes the next load."""
    free = now.exposure.counts and not now.exposure.ease
    return free and difference(before.level, now.level) > 0


def _condition(course: Course, number: int, before: Done) -> str:
    """Say what had to be done for a step of load, and of a band where to stand."""
    now = course.every[number]
    # The date is named where something easier, or weeks, lie between.
    near = now.exposure.day.index - before.exposure.day.index < 2 * WEEK
    direct = course.every[number - 1] is before and near
    step = say(
        f"step_{course.exercise.measure}",
        amount=course.amount_words(before),
        when="" if direct else f" on {before.exposure.day.short_date}",
        again=f"{now.exposure.entry.sets} x {course.dose_words(before)}",
    )
    # A band that helps hangs from its bar.
    stands = any(level.words.endswith(FARTHER) for level in now.exposure.loads)
    stand = say("stand_so", amount=course.amount_words(now), rir=f"{now.exposure.rir}")
    return f"{step} {stand}" if stands and BAND in now.level.words else step


def _stepped_this_week(course: Course, number: int) -> str:
    """Say that today's load goes by the session of this week that took it first, if one did."""
    now = course.every[number].exposure
    for index, done in enumerate(course.every[:number]):
        before, there = course.before(index), done.exposure
        if now.counts and there.day.week == now.day.week and before and _is_step(done, before):
            again = f"{now.entry.sets} x {course.dose_words(before)}"
            return say("step_there", where=KIND_WORDS[there.kind], again=again)
    return ""


def _is_light(course: Course, before: Done, now: Done) -> bool:
    """Return whether the heaviest weight of a day leaves far more than it asks for."""
    heaviest = now.level.load_g is not None and now.level == now.exposure.loads[-1]
    reps = course.exercise.measure is Measure.REPS and before.level.load_g is not None
    if not (heaviest and reps and now.exposure.elsewhere):
        return False
    asked = strength(course.exercise, before.level, before.amount, before.exposure.rir)
    return predicted(course.exercise, asked, now.level, 0) - now.amount > MOST_LEFT
