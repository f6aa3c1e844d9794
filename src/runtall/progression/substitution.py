"""Why a session has another exercise than its template's."""

from __future__ import annotations

from runtall.derivation.first_guess import FIRST_RIR, too_heavy, too_light
from runtall.domain.exercise import Exercise, Measure, Pattern, SessionKind
from runtall.domain.library import templates
from runtall.domain.plan import Entry
from runtall.domain.problem import Day, Problem
from runtall.domain.units import distance_words, load_words
from runtall.progression.equipment_words import lacking_words
from runtall.progression.texts import listed

TOO_LIGHT = ", whose weights here are far lighter than a first guess, or too heavy."
TOLD = ", as you told what you walk with."
# Ends a reason that is none on other days; and one that others may be told instead of.
ON_THIS_DAY, AS_ELSEWHERE = " on this day.", ", as on your other days."


def usual_of(kind: SessionKind, position: int) -> str | None:
    """Return the template's own exercise in a slot; None where the template has no such slot."""
    slots = templates()[kind].slots
    return next((slot.alternatives[0] for slot in slots if slot.position == position), None)


def _sign_of(problem: Problem, kind: SessionKind, entry: Entry) -> str:
    """Return for whom a sign puts an exercise into this slot; empty where none does."""
    names = {slot.name for slot in templates()[kind].slots if slot.position == entry.position}
    asking = [
        sign.cause
        for sign in problem.request.athlete.shown
        if sign.exercise == entry.exercise and sign.instead_of in names
    ]
    return f", {listed(asking)}." if asking else ""


def substitution(problem: Problem, day: Day, kind: SessionKind, entry: Entry) -> str:
    """Say what an exercise stands in for, and why; empty for the template's own."""
    usual = usual_of(kind, entry.position)
    if usual in {None, entry.exercise}:
        return ""
    sign = _sign_of(problem, kind, entry)
    if sign and not problem.exercises[str(usual)].possible_with(day.items):
        # Who has no machine misses none.
        return sign[len(", ") :].capitalize()
    name = in_sentence(problem.exercises[str(usual)].name)
    return f"In place of the {name}{sign or _reason(problem, day, str(usual), entry)}"


def _reason(problem: Problem, day: Day, usual: str, entry: Entry) -> str:
    request, exercise = problem.request, problem.exercises[usual]
    if usual in request.athlete.painful:
        return ", which hurts."
    if usual in request.avoid:
        return ", which you avoid."
    if exercise.pattern is Pattern.CARRY and entry.exercise in request.athlete.loads.keys() - {
        usual
    }:
        return TOLD
    if exercise.possible_with(day.items) and exercise.key not in day.possible:
        return _asked(problem, day, exercise)
    if too_light(exercise, problem.equipment(day.index), request.athlete):
        return TOO_LIGHT
    if not exercise.possible_with(day.items):
        usually = exercise.possible_with(request.equipment.items)
        if usually and not any(usual in other.possible for other in problem.days):
            return AS_ELSEWHERE
        return f": {lacking_words(exercise, day.items)}{ON_THIS_DAY if usually else '.'}"
    return ", as you prefer." if entry.exercise in request.prefer else AS_ELSEWHERE


def _asked(problem: Problem, day: Day, exercise: Exercise) -> str:
    """Ask for the lightest weight: only the runner knows whether it is light enough."""
    request = problem.request
    load_g = too_heavy(exercise, problem.equipment(day.index), request.athlete)
    if load_g is None:
        return ": its lightest weight is too heavy to begin with."
    load = load_words(load_g, request.units)
    if exercise.measure is Measure.REPS:
        can = f"do {exercise.low} with {FIRST_RIR} left"
    else:
        can = f"walk {distance_words(exercise.low, request.units)} with it"
    return f": {load} is more than a first guess; if you can {can}, write it in athlete.loads."


def in_sentence(name: str) -> str:
    """Return the name of an exercise inside a sentence; those of people keep their capital."""
    return name if name.startswith("Pallof") else f"{name[0].lower()}{name[1:]}"
