"""What a card says of one exercise: its label, amount, load, effort, rest and way out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.domain.units import distance_words, height_words, load_words
from runtall.exporters.way_out import BELL, BELLS, way_out
from runtall.progression.exposures import loads_at
from runtall.progression.improvised import improvised
from runtall.progression.texts import say

EACH_HAND = " in each hand"
IN_A_BAG = " in a bag"
OR_MORE = " or more"
# Begins the name of an exercise with help; what its load says where there is none.
ASSISTED, NO_HELP = "Assisted ", "no band"


class CardItem(NamedTuple):
    """One exercise of a session in the runner's units; what does not apply is empty.

    Parameters
    ----------
    label
        Its number on the card: ``1``, or ``2a`` and ``2b`` for two that take turns.
    amount
        Of each set, with its range: ``8 (8-12) per side``, ``20 m (20-40 m)``, ``30 s (20-40 s)``.
    load
        As printed; may be anybody's words.
    reserve
        ``with 2 in reserve``.
    way_out
        What to do instead where it can't be done.
    """

    entry: Entry
    exercise: Exercise
    label: str
    amount: str
    load: str
    reserve: str
    way_out: str

    @property
    def name(self) -> str:
        """What the exercise is called: without its help where it is done without."""
        return done_name(self.exercise, self.entry)

    @property
    def at_top(self) -> bool:
        """Whether a set is the most that its range has."""
        entry = self.entry
        return (entry.reps or entry.distance_m or entry.hold_s) == self.exercise.high


def plain_name(exercise: Exercise) -> str:
    """Return the name of an exercise that is done without help: ``Pull-up``."""
    name = exercise.name.removeprefix(ASSISTED)
    return f"{name[0].upper()}{name[1:]}"


def done_name(exercise: Exercise, entry: Entry) -> str:
    """Return what an exercise is called as it is done: without its help where there is none."""
    return plain_name(exercise) if entry.load == NO_HELP else exercise.name


def card_item(problem: Problem, session: Session, entry: Entry, label: str, units: str) -> CardItem:
    """Return what a card says of one exercise."""
    exercise = problem.exercises[entry.exercise]
    load = "" if entry.load == NO_HELP else height_words(entry.load, units)
    if not entry.load and entry.load_g is not None:
        load = load_words(entry.load_g, units) + (EACH_HAND if exercise.two_hands else "")
        equipment = problem.equipment(session.day)
        if improvised(exercise, equipment, loads_at(problem, exercise, equipment)):
            load += IN_A_BAG
        elif _is_bell(exercise, equipment, entry.load_g):
            load += BELLS if exercise.two_hands else BELL
    return CardItem(
        entry,
        exercise,
        label=label,
        amount=_amount(entry, exercise, units) + (" per side" if entry.per_side else ""),
        load=load,
        reserve=reserve_words(entry),
        way_out=way_out(problem, session, entry),
    )


def labelled(entries: Sequence[Entry]) -> list[tuple[str, Entry]]:
    """Return the exercises as they are done, numbered: 1, 2, 3, and pairs as 2a and 2b."""
    ordered = sorted(entries, key=lambda entry: entry.position)
    found: list[tuple[str, Entry]] = []
    number = 0
    while ordered:
        entry = ordered.pop(0)
        number += 1
        other = next((late for late in ordered if are_pair(entry, late)), None)
        if other is None:
            found.append((str(number), entry))
        else:
            ordered.remove(other)
            found += [(f"{number}a", entry), (f"{number}b", other)]
    return found


def are_pair(entry: Entry, other: Entry) -> bool:
    """Return whether two exercises take turns."""
    return (entry.pair, other.pair) == (other.position, entry.position)


def in_words(entry: Entry) -> bool:
    """Return whether the reserve of an exercise is no number: nobody counts reps of a carry."""
    return entry.distance_m is not None or entry.hold_s is not None


def reserve_words(entry: Entry, *, more: bool = False) -> str:
    """Write how much is left after a set: ``with 2 in reserve``; empty if it is unknown."""
    if entry.rir is None:
        return ""
    return say("spare") if in_words(entry) else f"with {entry.rir}{OR_MORE * more} in reserve"


def rest_words(entry: Entry) -> str:
    """Write the rest after a set: ``90 s``; empty if it is unknown."""
    return "" if entry.rest_s is None else f"{entry.rest_s} s"


def _is_bell(exercise: Exercise, equipment: Equipment, load_g: int) -> bool:
    """Return whether a weight is a kettlebell's where dumbbells would do as well."""
    items = {item for need in exercise.needs for item in need}
    both = items >= {"dumbbell", "kettlebell"} or items >= {"dumbbell_pair", "kettlebell_pair"}
    return both and load_g in equipment.kettlebells_g and load_g not in equipment.dumbbells_g


def _amount(entry: Entry, exercise: Exercise, units: str) -> str:
    if entry.distance_m is not None:
        low, high = (distance_words(amount, units) for amount in (exercise.low, exercise.high))
        now = distance_words(entry.distance_m, units)
        return f"{now} ({low.partition(' ')[0]}-{high})" if _has(exercise, Measure.METRES) else now
    unit, amount = ("", entry.reps) if entry.hold_s is None else (" s", entry.hold_s)
    now = "?" if amount is None else f"{amount}{unit}"
    measure = Measure.SECONDS if unit else Measure.REPS
    known = amount is not None and _has(exercise, measure)
    return f"{now} ({exercise.low}-{exercise.high}{unit})" if known else now


def _has(exercise: Exercise, measure: Measure) -> bool:
    return exercise.measure is measure and exercise.low < exercise.high
