"""What is said of an exercise the first time: what it stands in for, its loads, what it spares."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.available_loads import step_percent
from runtall.progression.exposures import Exposure, loads_at, spared
from runtall.progression.far_weights import far_words
from runtall.progression.improvised import bag_words
from runtall.progression.load_step import FAR_PERCENT, is_far
from runtall.progression.notes.course import Course
from runtall.progression.substitution import ON_THIS_DAY, substitution
from runtall.progression.texts import say


def first_words(course: Course) -> Iterator[str]:
    """Yield what is said of a first load and those next to it, and what is spared."""
    yield course.start.note
    yield spared_words(course)
    yield _far(course)
    yield _one_up(course)


def spared_words(course: Course, begins: str = "") -> str:
    """Say why a press leaves more in reserve, or stays, while others hurt or irritate."""
    if not spared(course.problem, course.exercise):
        return ""
    hurts = spared(course.problem, course.exercise, course.problem.request.athlete.painful)
    return say(f"{begins}spared" if hurts else f"{begins}spared_overhead")


def once(course: Course, exposure: Exposure) -> Iterator[str]:
    """Yield what is said once: what it stands in for, and that it is done with a bag."""
    problem, exercise = course.problem, course.exercise
    instead = substitution(problem, exposure.day, exposure.kind, exposure.entry)
    equipment = problem.equipment(exposure.day.index)
    loads = loads_at(problem, exercise, equipment)
    for words in (instead, bag_words(exercise, equipment, loads, problem.request.units)):
        if words not in course.told or words.endswith(ON_THIS_DAY):
            course.told.add(words)
            yield words


def _far(course: Course) -> str:
    """Say beside a first load when the next one may be taken though it is far heavier."""
    exercise, athlete = course.exercise, course.problem.request.athlete
    level, heavier = course.every[0].level, course.heavier(0)
    if heavier is None or heavier.load_g is None or level.load_g is None:
        return ""
    far = is_far(exercise, athlete, level, heavier) and not course.step(0)
    if not far or spared(course.problem, exercise):
        return ""
    if exercise.key in athlete.loads:
        return say("far")
    return far_words(exercise, athlete, level, heavier, course.problem.request.units)


def _one_up(course: Course) -> str:
    """Name the heights of the hands next to a first guess.

    What one step up is says a weight or a band by itself.
    """
    now, level = course.every[0], course.heavier(0)
    hands = now.level.words.startswith("hands") and now.exposure.in_base
    if level is None or not hands or not course.start.note:
        return ""
    height = course.level_words(level)
    easier = [other for other in now.exposure.loads if other.force < now.level.force]
    down = say("one_down", level=course.level_words(easier[-1])) if easier else ""
    words = "one_up_far" if step_percent(now.level, level) > FAR_PERCENT else "one_up"
    return say(words, level=f"{height[0].upper()}{height[1:]}", down=down)
