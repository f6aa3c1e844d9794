"""What to do in place of an exercise whose equipment is taken, or that hurts today."""

from __future__ import annotations

from runtall.domain.athlete import OVERHEAD_PRESSES
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise
from runtall.domain.library import templates
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.progression.substitution import in_sentence
from runtall.progression.texts import texts

# What stands in the names of exercises; behind a weight, or a name, that no dumbbell at hand has.
DUMBBELL, BELL, BELLS = "dumbbell ", " with a kettlebell", " with kettlebells"


def way_out(problem: Problem, session: Session, entry: Entry) -> str:
    """Return another exercise for today; empty where none is at hand.

    The template's own substitutes come first, then what trains most of the same areas by the
    same pattern. Nothing that hurts, that the runner avoids or that the session has already;
    no overhead press, which is no substitute for anything.
    """
    own_words = texts().get(f"way_out_{entry.exercise}", "")
    if own_words:
        return own_words
    day, athlete = problem.days[session.day], problem.request.athlete
    own = problem.exercises[entry.exercise]
    done = {other.exercise for other in session.entries}
    barred = done | athlete.hurting | problem.request.avoid | OVERHEAD_PRESSES
    slots = (slot for slot in templates()[session.kind].slots if slot.position == entry.position)
    listed = [problem.exercises[key] for slot in slots for key in slot.alternatives]
    fitting = (
        exercise
        for exercise in [*listed, *problem.exercises.values()]
        if exercise.pattern is own.pattern
        and exercise.key not in barred
        and exercise.key in day.possible
    )

    def unlike(other: Exercise) -> int:
        return 0 if other in listed else len(other.areas.keys() ^ own.areas.keys())

    best = min(fitting, key=unlike, default=None)
    return _name(best, problem.equipment(session.day)) if best else ""


def _name(exercise: Exercise, equipment: Equipment) -> str:
    """Return the name of an exercise, without dumbbells for who has only kettlebells."""
    name = in_sentence(exercise.name)
    if DUMBBELL not in name or equipment.dumbbells_g or not equipment.kettlebells_g:
        return name
    return f"{name.replace(DUMBBELL, '')}{BELLS if exercise.two_hands else BELL}"
