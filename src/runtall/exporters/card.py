"""The session card: one session as plain text, the most important line first.

`card_reading` reads these lines back, so both know the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.exercise import LIGHT_KINDS, Measure, Pattern
from runtall.exporters.clean import calendar_line
from runtall.exporters.units import distance_words, load_words
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.mobility import MobilityItem, has_mobility_block, mobility_items
from runtall.progression.texts import say

if TYPE_CHECKING:
    from runtall.domain.exercise import Exercise
    from runtall.domain.plan import Entry, Session
    from runtall.domain.problem import Day, Problem

WHY = "Why today: "
RUN_THAT_DAY = "Run that day: "
CARRY_STEP_M = 5
BLOCK = "Block: "
BENEFITS = " (For "
EACH_HAND = " in each hand"
IN_TURNS = "in turns with "
METHODS = {
    "start": "first time",
    "reps": "more reps than last time",
    "load": "more weight than last time",
    "sets": "more sets than last time",
    "distance": "farther than last time",
    "time": "longer than last time",
    "less": "less than last time",
}
"""What grew, in words; ``hold`` goes without saying."""


def card(problem: Problem, session: Session, units: str, *, reminder: bool = False) -> str:
    """Write a session as plain text: every set, and what each session says.

    Parameters
    ----------
    units
        ``metric`` or ``imperial``.
    reminder
        Whether the note on sleep and food belongs on this card (weekly).
    """
    library = problem.exercises
    day = problem.days[session.day]
    trained = {library[entry.exercise].pattern for entry in session.entries}
    parts = [f"{WHY}{calendar_line(session.note)}"] if session.note else []
    parts += [_day_line(session), _block_line(problem, day), "", say("warm_up")]
    for entry in session.entries:
        exercise = library[entry.exercise]
        parts += [exercise_line(entry, exercise, units), cue_line(entry, exercise)]
    if has_mobility_block(day.phase, session.kind):
        parts += ["", say("mobility_block"), *map(mobility_line, mobility_items())]
    parts += ["", say("form_stop")]
    parts.append(say("effort_light" if session.kind in LIGHT_KINDS else "effort"))
    parts.append(say("tempo"))
    if any(entry.pair is not None for entry in session.entries):
        parts.append(say("turns"))
    if any(entry.method == "start" for entry in session.entries):
        parts.append(say("calibrate"))
    if Pattern.PULL in trained:
        parts.append(say("pull_cue"))
    if Pattern.CARRY in trained:
        parts.append(say("carry_stop").format(step=distance_words(CARRY_STEP_M, units)))
    if Pattern.PUSH in trained:
        parts.append(say("pinch"))
    parts.append(say("pain_stop"))
    if reminder:
        parts.append(say("recovery"))
    return "\n".join(parts)


def exercise_line(entry: Entry, exercise: Exercise, units: str) -> str:
    """One exercise: ``1. One-arm dumbbell row: 3 x 8 per side, 2 reps in reserve, rest 90 s``."""
    parts = [f"{entry.sets} x {_amount(entry, units)}".strip()]
    if entry.per_side:
        parts[0] += " per side"
    if load := _load(entry, exercise, units):
        parts.append(load)
    if entry.rir is not None:
        parts.append(_reserve(entry, entry.rir))
    if entry.rest_s is not None:
        parts.append(f"rest {entry.rest_s} s")
    if entry.pair is not None:
        parts.append(f"{IN_TURNS}{entry.pair}")
    if entry.method in METHODS:
        parts.append(METHODS[entry.method])
    return f"{entry.position}. {exercise.name}: {', '.join(parts)}"


def mobility_card() -> str:
    """Write the mobility add-on as plain text."""
    return "\n".join([*map(mobility_line, mobility_items()), "", say("mobility")])


def mobility_line(item: MobilityItem) -> str:
    """One item of the add-on: ``- Doorway pec stretch: 30-45 s per side. ...``."""
    amount = str(item.low) if item.low == item.high else f"{item.low}-{item.high}"
    amount = f"{amount} s" if item.measure is Measure.SECONDS else f"{amount} reps"
    sets = f"{item.sets} x " if item.sets > 1 else ""
    side = " per side" if item.per_side else ""
    return f"- {item.name}: {sets}{amount}{side}. {item.cue}"


def _reserve(entry: Entry, rir: int) -> str:
    if entry.reps is None:
        return f"{rir} in reserve"
    return f"{rir} {'rep' if rir == 1 else 'reps'} in reserve"


def _load(entry: Entry, exercise: Exercise, units: str) -> str:
    if entry.load or entry.load_g is None:
        return calendar_line(entry.load)
    return load_words(entry.load_g, units) + (EACH_HAND if exercise.two_hands else "")


def _amount(entry: Entry, units: str) -> str:
    if entry.distance_m is not None:
        return distance_words(entry.distance_m, units)
    if entry.hold_s is not None:
        return f"{entry.hold_s} s"
    return "?" if entry.reps is None else str(entry.reps)


def _day_line(session: Session) -> str:
    option = f"Option {calendar_line(session.option)}"
    # The line above mostly begins with it.
    option = "" if not session.option or session.note.startswith(f"{option}:") else f"{option}. "
    run = f"{RUN_THAT_DAY}{calendar_line(session.run)}. " if session.run else ""
    return f"{option}{run}{session.minutes} min in all."


def _block_line(problem: Problem, day: Day) -> str:
    return f"{BLOCK}{LABELS[block_of(problem, problem.week(day.week))]}."


def cue_line(entry: Entry, exercise: Exercise) -> str:
    """Write what to think of, the entry's own note, and what it is good for."""
    benefits = ", ".join(say(f"benefit_{benefit}") for benefit in exercise.benefits)
    note = f" {calendar_line(entry.note)}" if entry.note else ""
    return f"- {exercise.cue}{note}{BENEFITS}{benefits}.)"
