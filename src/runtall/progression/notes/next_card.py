"""What the next card will not bring though it is promised, or will though it is not."""

from __future__ import annotations

from runtall.derivation.available_loads import CHOICE, difference
from runtall.progression.exposures import Hold, rests, weeks_to_step
from runtall.progression.notes.course import Course, say_of
from runtall.progression.notes.hindrances import FOR_GOOD, gap, lasts, late, why_not
from runtall.progression.texts import KIND_WORDS, say


def ahead(course: Course, number: int) -> str:
    """Say what the next card will not bring, though all sets reach the top of the range today.

    The card promises the next load for next time, unless it says why not; and nothing under the
    top, unless it says that so much is enough.
    """
    now, week = course.every[number], course.every[number].exposure.day.week
    if now.amount < course.exercise.high:
        return _enough(course, number)
    promised = now.exposure.in_base and now.level is not CHOICE
    if not promised or rests(course.problem, now.exposure):
        return ""
    later, foreseen, step = course.later(number), course.foreseen(number), course.step(number)
    # That it only waits would promise a step for a week that is too late for it.
    over = not (step or weeks_to_step(course.problem, now.exposure.day.index))
    if not later or (over and foreseen[1:]):
        why = why_not(course, number) if lasts(course, number) else late(course, number)
    elif not foreseen[1:]:
        return ""
    else:
        following, then = foreseen[1].exposure, course.every[later[0]].exposure
        taken = step and step.week == then.day.week
        if now.why in FOR_GOOD and following.day.week != week:
            why = why_not(course, number)
        elif following is not then and (taken or later[0] >= number + len(foreseen)):
            wait = "ahead_away" if following.elsewhere else "ahead_easier_week"
            wait = gap(following) or say(wait)
            why = say("held_once_a_week") if following.day.week == week else wait
        elif taken:
            return ""
        else:
            why = gap(following) or gap(then) or _kept_away(course, number, later[0])
    if step:
        return say_of(now, "up_on", date=step.short_date, why=why)
    return say_of(now, "not_up", why=why)


def _kept_away(course: Course, number: int, later: int) -> str:
    """Say what forbids the next load in a later week, as far as it is no break."""
    then = course.every[later].exposure
    if course.every[number + 1].exposure.elsewhere:
        return say("ahead_away")
    if then.held:
        text = "lapsed" if then.held is Hold.COMING_BACK else then.held
        return say(f"ahead_{text}", **_more_sets(course, number, later))
    return why_not(course, later, number)


def _enough(course: Course, number: int) -> str:
    """Say that an amount under the top earns the next height, where the next week takes it."""
    now, later = course.every[number], course.later(number)
    then = course.every[later[0]] if later else now
    unforeseen = later and later[0] >= number + len(course.foreseen(number))
    if not now.exposure.in_base or unforeseen or difference(now.level, then.level) <= 0:
        return ""
    level = course.level_words(then.level)
    return say("enough", amount=course.amount_words(now), level=level)


def _more_sets(course: Course, number: int, later: int) -> dict[str, str]:
    """Return what gets more sets in a later week, it or the other session, and on which day."""
    kind, then = course.every[number].exposure.kind, course.every[later].exposure
    more = [o.exposure for o in course.in_week(then.day.week) if o.exposure.more_sets]
    here = next((one for one in more if one.kind is kind), None)
    where = f"the {KIND_WORDS[more[0].kind]}" if more and here is None else "it"
    return {"where": where, "date": (here or next(iter(more), then)).day.short_date}
