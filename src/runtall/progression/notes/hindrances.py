"""Why the next load is not taken."""

from __future__ import annotations

from itertools import chain

from runtall.derivation.available_loads import CHOICE, Level
from runtall.derivation.first_guess import CARRY_SHARE
from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.problem import Day
from runtall.progression.effort import BASE_RIR
from runtall.progression.exposures import Exposure, spared
from runtall.progression.load_step import (
    ONCE,
    Hindrance,
    is_far,
    landing,
    times_at_top,
    too_large,
)
from runtall.progression.notes.course import Course, say_of
from runtall.progression.notes.first_time import spared_words
from runtall.progression.strength import fewest
from runtall.progression.texts import listed, say

# Weeks before the peak that are near it.
NEAR_WEEKS = 3
# What keeps a step away that is earned only after a gap.
BREAK = "break"
# Hindrances that last to the end, and as long as the load does.
FOR_GOOD = frozenset({Hindrance.NOTHING_MORE, Hindrance.TOO_MUCH})
LASTING = frozenset({*FOR_GOOD, Hindrance.TOO_LARGE})


def why_not(course: Course, number: int, today: int | None = None) -> str:
    """Say what forbids the next load.

    Parameters
    ----------
    today
        The index of what the card is about, where that is another.
    """
    now, step, heavier = course.every[number], course.step(number), course.heavier(number)
    if now.level is CHOICE:
        return say("no_step_choice")
    why = now.why or (Hindrance.UNEARNED if heavier else Hindrance.NOTHING_MORE)
    if why is Hindrance.NOTHING_MORE and heavier:
        carry = course.exercise.pattern is Pattern.CARRY
        signs = course.problem.request.athlete.keep_carries_light if carry else ()
        causes = listed([sign.cause for sign in signs])
        return say("no_step_stays_light", cause=causes) if causes else say("no_step_short")
    if spared(course.problem, course.exercise) and why in LASTING and not step:
        return spared_words(course, "no_step_")
    reason = why if why in LASTING else _until(course, number, why, step)
    if reason is Hindrance.LATE:
        return late(course, number if today is None else today)
    if reason is Hindrance.TOO_MUCH and course.exercise.key in CARRY_SHARE:
        two = course.exercise.two_hands
        share = f"{CARRY_SHARE[course.exercise.key] * (1 + two) // 10}"
        return say("no_step_carry", share=share, hands=" in both hands" if two else "")
    if reason is Hindrance.TOO_LARGE and heavier and not step:
        near = comes_near(course, number)
        return say("no_step_big") if near else _too_large(course, now.level, heavier)
    if reason == BREAK:
        return next(filter(None, (gap(done.exposure) for done in course.foreseen(number))))
    if reason is Hindrance.TOO_LARGE:
        return say("no_step_too_large", amount=before_step(course, number))
    return say_of(now, f"no_step_{reason}")


def _until(course: Course, number: int, why: Hindrance, step: Day | None) -> str:
    """Return what keeps the next load away, until its step or to the end of base."""
    stay = course.with_load(number)
    reasons = [done.why for done in stay if done.why not in {None, Hindrance.UNEARNED}]
    if step:
        return Hindrance.TAKEN if Hindrance.TAKEN in reasons else why
    if why is Hindrance.UNEARNED:
        # Once it is earned, something else keeps it away.
        ahead = [done for done in course.foreseen(number) if done.exposure.in_base]
        breaks = any(done.exposure.back for done in ahead[len(stay) :][:1])
        return next(chain(reasons, (BREAK if breaks else Hindrance.LATE,)))
    return why


def comes_near(course: Course, number: int) -> bool:
    """Return whether reps go on above the range until a load that is a big step would land."""
    exercise, now, heavier = course.exercise, course.every[number], course.heavier(number)
    if heavier is None or now.why is not Hindrance.TOO_LARGE:
        return False
    if too_large(exercise, now.level, heavier):
        return False
    most = max((done.amount for done in course.with_load(number)), default=now.amount)
    lands = landing(exercise, now.level, most, BASE_RIR, heavier, BASE_RIR)
    return lands >= fewest(exercise)


def before_step(course: Course, number: int) -> str:
    """Return the amount that comes before the next step of load."""
    return course.amount_words(course.with_load(number)[-1])


def _too_large(course: Course, level: Level, heavier: Level) -> str:
    """Say that a step never comes; once between which weights it would be."""
    if level.load_g is not None and heavier.load_g is not None:
        now, following = course.level_words(level), course.level_words(heavier)
        words = say("no_step_coarse", now=now, next=following)
        if words not in course.told:
            course.told.add(words)
            return words
    return say("no_step_never")


def late(course: Course, number: int) -> str:
    """Say that base ends too soon for a step; far from its end, that others take the weeks.

    Or that it ends before a step can be earned.
    """
    ahead = [done.exposure for done in course.foreseen(number)]
    now = ahead[0].day.week
    weeks = course.problem.weeks[now:]
    after = next((week for week in weeks if week.phase is not Phase.BASE), weeks[-1])
    before = weeks[: after.number - now - 1]
    done = [one for one in ahead if now < one.day.week < after.number]
    full = {one.day.week for one in done if one.in_base}
    there = {
        "back": any(one.back for one in done),
        "raced": any(one.day.near_race for one in done),
        "easier": any(week.easier for week in before),
        "cutback": any(week.cutback and not week.easier for week in before),
        "away": any(week.elsewhere and week.number not in full for week in before),
    }
    between = listed([say(f"between_{what}") for what, lies in there.items() if lies])
    if after.number - now <= NEAR_WEEKS:
        return say("no_step_late", phase=f"{after.phase}")
    if course.every[number].why is Hindrance.UNEARNED and _takes_twice(course, number):
        return say("no_step_earned_late")
    if between:
        return say("no_step_few_weeks", phase=f"{after.phase}", between=between)
    return say("no_step_no_week", phase=f"{after.phase}")


def _takes_twice(course: Course, number: int) -> bool:
    """Return whether one session at the top doesn't earn the next load."""
    level, heavier = course.every[number].level, course.heavier(number)
    experience = course.problem.request.athlete.experience
    return heavier is not None and (
        times_at_top(course.exercise, experience, level, heavier) > ONCE
    )


def lasts(course: Course, number: int) -> bool:
    """Return whether what keeps the next load away does so however many weeks there are."""
    now, heavier = course.every[number], course.heavier(number)
    athlete = course.problem.request.athlete
    return (
        now.why in FOR_GOOD
        or heavier is None
        or is_far(course.exercise, athlete, now.level, heavier)
    )


def gap(exposure: Exposure) -> str:
    """Say how long nothing is done before an exposure that comes back from a gap."""
    back = exposure.back
    if back and back.found.after_small:
        return say("ahead_resuming")
    return say("ahead_coming_back", days=f"{back.found.days - 1}") if back else ""
