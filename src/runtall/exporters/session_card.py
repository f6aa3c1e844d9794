"""The session card as data: all that the runner is told about one session."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

from runtall.domain.exercise import LIGHT_KINDS, Exercise, Pattern
from runtall.domain.library import templates
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.exporters.units import distance_words, load_words
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.mobility import (
    MobilityItem,
    block_minutes,
    block_rounds,
    mobility_items,
)
from runtall.progression.texts import say, texts

STRENGTH = "Strength"
CARRY_STEP_M = 5
EACH_HAND = " in each hand"


@dataclass(frozen=True, slots=True)
class CardItem:
    """One exercise of a session in the runner's units; what does not apply is empty.

    Parameters
    ----------
    amount
        Of each set: ``8 per side``, ``20 m``, ``30 s``.
    load
        As printed; may be anybody's words.
    reserve
        ``2 reps in reserve``.
    progress
        What grew since the last time.
    benefits
        What it is good for.
    """

    entry: Entry
    exercise: Exercise
    amount: str
    load: str
    reserve: str
    progress: str
    benefits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session as a runner reads it.

    Parameters
    ----------
    session
        With its length, that day's running, and as its note why it lies on its day.
    option
        The guide's option, where the note does not begin with it.
    block
        What its week is for.
    mobility
        Items of the mobility block; none in most sessions.
    mobility_words
        How long it takes, and how often it is gone through.
    reminders
        What to keep in mind, in order.
    """

    session: Session
    title: str
    option: str
    block: str
    warm_up: str
    items: tuple[CardItem, ...]
    mobility: tuple[MobilityItem, ...]
    mobility_words: str
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
    exercises = [problem.exercises[entry.exercise] for entry in session.entries]
    patterns = {exercise.pattern for exercise in exercises}
    reminders = {
        "form_stop": True,
        "effort_light" if session.kind in LIGHT_KINDS else "effort": True,
        "tempo": True,
        "turns": any(entry.pair is not None for entry in session.entries),
        "calibrate": any(entry.method == "start" for entry in session.entries),
        "pull_cue": Pattern.PULL in patterns,
        "carry_stop": Pattern.CARRY in patterns,
        "pinch": Pattern.PUSH in patterns,
        "pain_stop": True,
        "recovery": recovery,
    }
    step = distance_words(CARRY_STEP_M, units)
    rounds, length = block_rounds(problem, session), block_minutes(problem, session)
    return SessionCard(
        session=session,
        title=session_title(session),
        option="" if session.note.startswith(f"Option {session.option}:") else session.option,
        block=LABELS[block_of(problem, problem.week(day.week))],
        warm_up=say("warm_up"),
        items=tuple(map(card_item, session.entries, exercises, repeat(units))),
        mobility=mobility_items(problem.request.athlete) if rounds else (),
        mobility_words=say(f"mobility_block_{rounds}").format(minutes=length) if rounds else "",
        reminders=tuple(say(text).format(step=step) for text, now in reminders.items() if now),
    )


def session_title(session: Session) -> str:
    """Return the title of a session: ``Strength D1 - pull + core, 32 min``."""
    kind = session.kind.value.replace("_", " ")
    return f"{STRENGTH} {kind} - {templates()[session.kind].title}, {session.minutes} min"


def card_item(entry: Entry, exercise: Exercise, units: str) -> CardItem:
    """Return what a card says of one exercise."""
    load, reps = entry.load, ""
    if not load and entry.load_g is not None:
        load = load_words(entry.load_g, units) + (EACH_HAND if exercise.two_hands else "")
    if entry.reps is not None:
        reps = " rep" if entry.rir == 1 else " reps"
    return CardItem(
        entry,
        exercise,
        amount=_amount(entry, units) + (" per side" if entry.per_side else ""),
        load=load,
        reserve="" if entry.rir is None else f"{entry.rir}{reps} in reserve",
        # Nothing is said where all stays as it was.
        progress=texts().get(f"method_{entry.method}", ""),
        benefits=tuple(say(f"benefit_{benefit}") for benefit in exercise.benefits),
    )


def _amount(entry: Entry, units: str) -> str:
    if entry.distance_m is not None:
        return distance_words(entry.distance_m, units)
    if entry.hold_s is not None:
        return f"{entry.hold_s} s"
    return "?" if entry.reps is None else str(entry.reps)
