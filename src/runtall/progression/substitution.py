"""Why a session has another exercise than its template's."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from runtall.domain.library import templates
from runtall.domain.plan import Entry
from runtall.domain.problem import Day, Problem
from runtall.progression.equipment_words import lacking_words


def usual_of(kind: SessionKind, position: int) -> str | None:
    """Return the template's own exercise in a slot; None where the template has no such slot."""
    slots = templates()[kind].slots
    return next((slot.alternatives[0] for slot in slots if slot.position == position), None)


def substitution(problem: Problem, day: Day, kind: SessionKind, entry: Entry) -> str:
    """Say what an exercise stands in for, and why; empty for the template's own."""
    usual = usual_of(kind, entry.position)
    if usual in {None, entry.exercise}:
        return ""
    name = problem.exercises[str(usual)].name
    return f"In place of the {name[0].lower()}{name[1:]}{_reason(problem, day, str(usual), entry)}."


def _reason(problem: Problem, day: Day, usual: str, entry: Entry) -> str:
    request, exercise = problem.request, problem.exercises[usual]
    if entry.exercise == "face_pull":
        return ", for the shoulders and the neck"
    if usual in request.athlete.painful:
        return ", which hurts"
    if usual in request.avoid:
        return ", which you avoid"
    if exercise.possible_with(day.items) and exercise.key not in day.possible:
        return ": its lightest weight is too heavy to begin with"
    if not exercise.possible_with(day.items):
        usually = exercise.possible_with(request.equipment.items)
        return f": {lacking_words(exercise, day.items)}{' on this day' if usually else ''}"
    if entry.exercise in request.prefer:
        return ", as you prefer"
    return ", to know it when it is needed"
