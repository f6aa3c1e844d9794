"""The session card as plain text, for calendars: the most important line first.

`card_reading` reads these lines back, so both know the same words.
"""

from __future__ import annotations

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Measure
from runtall.exporters.clean import calendar_line
from runtall.exporters.session_card import CardItem, SessionCard
from runtall.progression.mobility import MobilityItem, mobility_items
from runtall.progression.texts import say

WHY = "Why today: "
RUN_THAT_DAY = "Run that day: "
BENEFITS = " (For "
IN_TURNS = "in turns with "


def card_text(card: SessionCard) -> str:
    """Write a session: every set, and what each session says."""
    why = card.session.note
    parts = [f"{WHY}{calendar_line(why)}"] if why else []
    parts += [_day_line(card), f"Block: {card.block}.", "", card.warm_up]
    for item in card.items:
        parts += [f"{numbered(item)}: {dose_words(item)}", f"- {cue_words(item)}"]
    if card.mobility:
        parts += ["", card.mobility_words, *map(mobility_line, card.mobility)]
    return "\n".join([*parts, "", *card.reminders])


def _day_line(card: SessionCard) -> str:
    """Write option, running and length: ``Run that day: easy. 32 min in all.``."""
    option = f"Option {calendar_line(card.option)}. " if card.option else ""
    session = card.session
    run = f"{RUN_THAT_DAY}{calendar_line(session.run)}. " if session.run else ""
    return f"{option}{run}{session.minutes} min in all."


def numbered(item: CardItem) -> str:
    """Write which exercise it is: ``1. Push-up``."""
    return f"{item.entry.position}. {item.exercise.name}"


def dose_words(item: CardItem) -> str:
    """Write what to do: ``3 x 8 per side, 14 kg, 2 reps in reserve, rest 90 s``."""
    entry = item.entry
    parts = [
        f"{entry.sets} x {item.amount}",
        calendar_line(item.load),
        item.reserve,
        "" if entry.rest_s is None else f"rest {entry.rest_s} s",
        "" if entry.pair is None else f"{IN_TURNS}{entry.pair}",
        item.progress,
    ]
    return ", ".join(filter(None, parts))


def cue_words(item: CardItem) -> str:
    """Write what to think of, what there is to say today, and what it is good for."""
    note = f" {calendar_line(item.entry.note)}" if item.entry.note else ""
    return f"{item.exercise.cue}{note}{BENEFITS}{', '.join(item.benefits)}.)"


def mobility_text(athlete: Athlete) -> str:
    """Write the mobility add-on."""
    return "\n".join([*map(mobility_line, mobility_items(athlete)), "", say("mobility")])


def mobility_line(item: MobilityItem) -> str:
    """Write one item of the add-on: ``- Doorway pec stretch: 30-45 s per side. ...``."""
    amount = str(item.low) if item.low == item.high else f"{item.low}-{item.high}"
    amount = f"{amount} s" if item.measure is Measure.SECONDS else f"{amount} reps"
    sets = f"{item.sets} x " if item.sets > 1 else ""
    side = " per side" if item.per_side else ""
    return f"- {item.name}: {sets}{amount}{side}. {item.cue}"
