"""What is said of today's amount: why it stands, leaves its range, or is enough."""

from __future__ import annotations

from runtall.derivation.available_loads import difference
from runtall.progression.method import Done
from runtall.progression.notes.course import Course
from runtall.progression.notes.hindrances import before_step, why_not
from runtall.progression.notes.next_card import ahead
from runtall.progression.notes.standing import again_as, lapsed, standing, stands, when
from runtall.progression.texts import say


def growth_note(course: Course, number: int) -> str:
    """Say why an amount stands still or lies beside its range, and what the next card holds."""
    exercise, now, before = course.exercise, course.every[number], course.before(number)
    if now.exposure.lapsed:
        return lapsed(course, number)
    if not now.exposure.counts:
        return _eased(course, now)
    if stands(course, number):
        return standing(course, number)
    if now.exposure.back:
        return ""
    if now.amount > exercise.high:
        return _above(course, number)
    if now.amount < exercise.low:
        heavier = before is None or difference(before.level, now.level) > 0
        return say("under" if heavier else "under_still", amount=f"{now.amount}")
    return ahead(course, number)


def _above(course: Course, number: int) -> str:
    """Say why reps go on above the range, and up to when."""
    why, then, now = why_not(course, number), when(course, number), course.every[number]
    before, amount = course.before(number), before_step(course, number)
    if before is not None and (before.level, before.amount) == (now.level, now.amount):
        return again_as(course, number, f"{why}{then}")
    big = why in {say("no_step_big"), say("no_step_too_large", amount=amount)}
    begun = say("big_step") if big else f"{why[0].upper()}{why[1:]}"
    if then:
        return say("past_first", why=begun, amount=amount, when=then)
    later = (difference(now.level, done.level) > 0 for done in course.every[number:])
    return say("past" if any(later) else "past_only", why=begun)


def _eased(course: Course, now: Done) -> str:
    """Say why an easier dose lies beside the range."""
    back = "_back" if now.exposure.back else ""
    if now.amount < course.exercise.low:
        return say(f"under_easy{back}")
    return say("above_back") if back and now.amount > course.exercise.high else ""
