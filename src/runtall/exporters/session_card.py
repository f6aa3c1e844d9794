"""The session card as data: all that the runner is told about one session."""

from __future__ import annotations

from dataclasses import dataclass

from runtall.domain.exercise import LIGHT_KINDS, Exercise, Pattern
from runtall.domain.library import templates
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.exporters.units import distance_words, load_words
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.mobility import MobilityItem, has_mobility_block, mobility_items
from runtall.progression.texts import say

STRENGTH = "Strength"
CARRY_STEP_M = 5
EACH_HAND = " in each hand"
# What grew, in words; ``hold`` goes without saying.
METHODS = {
    "start": "first time",
    "reps": "more reps than last time",
    "load": "more weight than last time",
    "sets": "more sets than last time",
    "distance": "farther than last time",
    "time": "longer than last time",
    "less": "less than last time",
}


@dataclass(frozen=True, slots=True)
class CardItem:
    """One exercise of a session in the runner's units; what does not apply is empty or None.

    Parameters
    ----------
    amount
        Of each set: ``8 per side``, ``20 m``, ``30 s``.
    load
        As printed; may be anybody's words.
    reserve
        ``2 reps in reserve``.
    pair
        Position of the exercise that it takes turns with.
    progress
        What grew since the last time.
    cue, note, benefits
        What to think of, what there is to say about it today, and what it is good for.
    """

    position: int
    name: str
    sets: int
    amount: str
    load: str
    reserve: str
    rest_s: int | None
    pair: int | None
    progress: str
    cue: str
    note: str
    benefits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session as a runner reads it.

    Parameters
    ----------
    why
        Why it lies on its day.
    option
        The guide's option, where `why` does not begin with it.
    run
        That day's running.
    minutes
        The whole length.
    block
        What its week is for.
    mobility
        Items of the mobility block; none in most sessions.
    reminders
        What to keep in mind, in order.
    """

    title: str
    why: str
    option: str
    run: str
    minutes: int
    block: str
    warm_up: str
    items: tuple[CardItem, ...]
    mobility: tuple[MobilityItem, ...]
    reminders: tuple[str, ...]


def session_card(
    problem: Problem, session: Session, units: str, *, recovery: bool = False
) -> SessionCard:
    """Return the card of a session.

    Parameters
    ----------
    units
        ``metric`` or ``imperial``.
    recovery
        Whether the reminder of sleep and food belongs on this card (weekly).
    """
    day = problem.days[session.day]
    block = has_mobility_block(day.phase, session.kind)
    return SessionCard(
        title=session_title(session),
        why=session.note,
        option="" if session.note.startswith(f"Option {session.option}:") else session.option,
        run=session.run,
        minutes=session.minutes,
        block=LABELS[block_of(problem, problem.week(day.week))],
        warm_up=say("warm_up"),
        items=tuple(
            card_item(entry, problem.exercises[entry.exercise], units) for entry in session.entries
        ),
        mobility=mobility_items() if block else (),
        reminders=(
            *_reminders(problem, session, units),
            *([say("recovery")] if recovery else []),
        ),
    )


def session_title(session: Session) -> str:
    """Return the title of a session: ``Strength D1 - pull + core, 32 min``."""
    kind = session.kind.value.replace("_", " ")
    return f"{STRENGTH} {kind} - {templates()[session.kind].title}, {session.minutes} min"


def card_item(entry: Entry, exercise: Exercise, units: str) -> CardItem:
    """Return what a card says of one exercise."""
    return CardItem(
        position=entry.position,
        name=exercise.name,
        sets=entry.sets,
        amount=_amount(entry, units) + (" per side" if entry.per_side else ""),
        load=_load(entry, exercise, units),
        reserve=_reserve(entry),
        rest_s=entry.rest_s,
        pair=entry.pair,
        progress=METHODS.get(entry.method, ""),
        cue=exercise.cue,
        note=entry.note,
        benefits=tuple(say(f"benefit_{benefit}") for benefit in exercise.benefits),
    )


def _reminders(problem: Problem, session: Session, units: str) -> list[str]:
    trained = {problem.exercises[entry.exercise].pattern for entry in session.entries}
    reminders = [
        say("form_stop"),
        say("effort_light" if session.kind in LIGHT_KINDS else "effort"),
        say("tempo"),
    ]
    if any(entry.pair is not None for entry in session.entries):
        reminders.append(say("turns"))
    if any(entry.method == "start" for entry in session.entries):
        reminders.append(say("calibrate"))
    if Pattern.PULL in trained:
        reminders.append(say("pull_cue"))
    if Pattern.CARRY in trained:
        reminders.append(say("carry_stop").format(step=distance_words(CARRY_STEP_M, units)))
    if Pattern.PUSH in trained:
        reminders.append(say("pinch"))
    return [*reminders, say("pain_stop")]


def _reserve(entry: Entry) -> str:
    if entry.rir is None:
        return ""
    reps = "" if entry.reps is None else " rep" if entry.rir == 1 else " reps"
    return f"{entry.rir}{reps} in reserve"


def _load(entry: Entry, exercise: Exercise, units: str) -> str:
    if entry.load or entry.load_g is None:
        return entry.load
    return load_words(entry.load_g, units) + (EACH_HAND if exercise.two_hands else "")


def _amount(entry: Entry, units: str) -> str:
    if entry.distance_m is not None:
        return distance_words(entry.distance_m, units)
    if entry.hold_s is not None:
        return f"{entry.hold_s} s"
    return "?" if entry.reps is None else str(entry.reps)
