"""The session card as plain text, for calendars: as a phone shows it, exercises first.

`card_reading` reads decisions back from these lines, so both know the same words. Those that they
tell in words only (which slot, how much reserve in a carry) stand as numbers in `facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Measure
from runtall.domain.mobility import MobilityItem, mobility_items
from runtall.exporters.card_item import CardItem, in_words
from runtall.exporters.clean import calendar_line
from runtall.exporters.session_card import Grouped, SessionCard
from runtall.progression.texts import say

# Characters that a phone shows without endless scrolling.
MOST_CHARACTERS = 1200
# What only a note on a condition has in it.
CONDITION = "; if not, "
# What only a note has in it that says why the next load doesn't come next time.
REFUSAL = re.compile(r"[Uu]p in week|Not up|The same again|above the range")
# Begins what to do after a first set that was far too easy or hard: the first event has it, too.
FIRST_SET = " First set: "
SETS = "Sets: "
REST = "rest "
TODAY = "Today: "
SAME = "the same as last time"
ALL = "all"
# Begins a note on every exercise.
EVERY = "All"
WHY = "Why today: "
AT = " at "
FIRST = ("1", "1a")


def card_text(card: SessionCard) -> str:
    """Write a session: every set, and what each session says."""
    return _text(card, _shown(card))


def all_notes(card: SessionCard) -> str:
    """Return the notes as lines of a card where a phone has no room for all; empty elsewhere."""
    return "" if _shown(card) == card.notes else "\n".join(_note(card, note) for note in card.notes)


def conditions(card: SessionCard) -> Iterator[str]:
    """Yield the notes that say when a step may be taken, as lines of a card."""
    return (_note(card, note) for note in card.notes if CONDITION in note[0])


def _shown(card: SessionCard) -> Grouped:
    """Return the notes for which a phone has room.

    Conditions come first, then what keeps the promise of the next step from being a false one.
    """
    shown = list(card.notes)
    while shown and len(_text(card, shown)) > MOST_CHARACTERS:
        least = min(map(_worth, shown))
        shown.remove([note for note in shown if _worth(note) == least][-1])
    return tuple(shown)


def _worth(note: tuple[str, tuple[str, ...]]) -> int:
    return 2 if CONDITION in note[0] else int(REFUSAL.search(note[0]) is not None)


def _text(card: SessionCard, notes: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """Write a card; where it is too long for that, without what to do after the first set."""
    whole = _with_advice(card, notes, card.advice)
    if len(whole) <= MOST_CHARACTERS or any(_worth(note) == 0 for note in notes):
        return whole
    return _with_advice(card, notes, card.advice.partition(FIRST_SET)[0])


def _with_advice(
    card: SessionCard, notes: Sequence[tuple[str, tuple[str, ...]]], advice: str
) -> str:
    more = [say("more_notes")] if len(notes) < len(card.notes) else []
    around = [calendar_line(card.neighbours)] if card.neighbours else []
    block = [card.mobility_words, *map(mobility_dose, card.mobility), ""]
    parts = [
        card.headline,
        *(f"{numbered(item)}: {dose_words(item)}" for item in card.items),
        card.warm_up,
        *filter(None, [sets_words(card)]),
        " ".join([f"{TODAY}{change_words(card)}.", *card.clauses]),
        *(_note(card, note) for note in notes),
        *more,
        f"{WHY}{calendar_line(card.why)}",
        *around,
        "",
        *(block if card.mobility else []),
        advice,
        card.safety,
        *([card.closing] if card.closing else []),
    ]
    return "\n".join(parts)


def _note(card: SessionCard, grouped: tuple[str, tuple[str, ...]]) -> str:
    note, labels = grouped
    return f"{about(card, labels)}: {calendar_line(note)}"


def about(card: SessionCard, labels: Sequence[str]) -> str:
    """Write which exercises a note is about: ``1, 3``, or ``All``."""
    return EVERY if _is_all(card, labels) else ", ".join(labels)


def _is_all(card: SessionCard, labels: Sequence[str]) -> bool:
    """Return whether something holds for every exercise of several."""
    return 1 < len(labels) == len(card.items)


def facts(card: SessionCard) -> str:
    """Return what the words of a card leave out of its decisions: ``1=1 2=2 3=4/3``.

    For each label the place in the template; behind ``/`` a reserve that is told in words.
    """
    return " ".join(
        f"{item.label}={item.entry.position}"
        + (f"/{item.entry.rir}" if in_words(item.entry) and item.entry.rir is not None else "")
        for item in card.items
    )


def numbered(item: CardItem) -> str:
    """Write which exercise it is: ``1. Push-up``."""
    return f"{item.label}. {item.exercise.name}"


def dose_words(item: CardItem) -> str:
    """Write what to do: ``3 x 8 (8-12) per side at 14 kg; else band row``.

    The first exercise of a card says what the way out is for: ``taken or sore? band row``.
    """
    why = say("way_out" if item.label in FIRST else "way_out_again")
    return f"{amount_words(item)}; {why} {item.way_out or say('way_out_none')}"


def amount_words(item: CardItem) -> str:
    """Write sets, what each is, and the load: ``3 x 8 (8-12) per side at 14 kg``."""
    load = calendar_line(item.load)
    weighs = item.entry.load_g is not None and not item.entry.load
    words = f"{item.entry.sets} x {item.amount}"
    return f"{words}{AT if weighs else ', '}{load}" if load else words


def sets_words(card: SessionCard) -> str:
    """Write effort and rest: ``Sets: with 3 in reserve; rest 90 s, 60 s (3, 4).``."""
    rests = _usual_first(card.rests)
    parts = [_usual_first(card.reserves), f"{REST}{rests}" if rests else ""]
    words = "; ".join(filter(None, parts))
    return f"{SETS}{words}." if words else ""


def effort_words(card: SessionCard) -> str:
    """Write the effort alone, where each exercise has its rest beside it."""
    words = _usual_first(card.reserves)
    return f"{SETS}{words}." if words else ""


def change_words(card: SessionCard) -> str:
    """Write what grew or shrank: ``more reps (1, 3), farther (4)``."""
    parts = [
        f"{words} ({ALL if _is_all(card, labels) else ', '.join(labels)})"
        for words, labels in card.changes
        if words
    ]
    return ", ".join(parts) or SAME


def _usual_first(groups: Grouped) -> str:
    """Write what holds for most exercises, and behind it what for others, with their labels.

    Where something is unknown, all have labels.
    """
    known = [(words, labels) for words, labels in groups if words]
    usual = max(known, key=lambda group: len(group[1]), default=None)
    if usual is None:
        return ""
    alone = [usual[0]] if len(known) == len(groups) else []
    others = [
        f"{words} ({', '.join(labels)})"
        for words, labels in known
        if not alone or words != usual[0]
    ]
    return ", ".join([*alone, *others])


def mobility_text(athlete: Athlete, items: frozenset[str]) -> str:
    """Write the mobility add-on of a day with this equipment."""
    lines = map(mobility_line, mobility_items(athlete, items))
    return "\n".join([say("mobility_now"), *lines, "", say("mobility"), say("recovery")])


def mobility_line(item: MobilityItem) -> str:
    """Write one item of the add-on: ``- Doorway pec stretch: 30-45 s per side. ...``."""
    return f"{mobility_dose(item)}. {item.cue}"


def mobility_dose(item: MobilityItem) -> str:
    """Write one item without what to think of: ``- Doorway pec stretch: 30-45 s per side``."""
    amount = str(item.low) if item.low == item.high else f"{item.low}-{item.high}"
    amount = f"{amount} s" if item.measure is Measure.SECONDS else f"{amount} reps"
    sets = f"{item.sets} x " if item.sets > 1 else ""
    side = " per side" if item.per_side else ""
    return f"- {item.name}: {sets}{amount}{side}"
