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
from runtall.exporters.card_item import CardItem, in_words, rest_words
from runtall.exporters.clean import calendar_line
from runtall.exporters.session_card import Grouped, SessionCard
from runtall.progression.texts import say

# Characters that a phone shows without endless scrolling.
MOST_CHARACTERS = 1200
# What only a note on a condition has in it.
CONDITION = "; if not, "
# What only a note has in it that says why the next load doesn't come next time.
REFUSAL = re.compile(r"[Uu]p in week|Not up|The same again|As earlier|above the range")
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
# What is done with breath and posture to spare.
EASY = {Measure.METRES: "carries", Measure.SECONDS: "holds"}


def card_text(card: SessionCard) -> str:
    """Write a session: every set, and what each session says."""
    return _fitting(card)[0]


def all_notes(card: SessionCard) -> str:
    """Return the notes as lines of a card where a phone has no room for all; empty elsewhere."""
    shown = _fitting(card)[1]
    return "" if shown == card.notes else "\n".join(_note(card, note) for note in card.notes)


def conditions(card: SessionCard) -> Iterator[str]:
    """Yield the notes that say when a step may be taken, as lines of a card."""
    return (_note(card, note) for note in card.notes if CONDITION in note[0])


def _fitting(card: SessionCard) -> tuple[str, Grouped]:
    """Return the longest text for which a phone has room, and the notes in it.

    Ways out go first, the last exercise's before the others'; then what to do after the first set.
    Of notes conditions stay longest, and what keeps the promise of the next step from being a
    false one.
    """
    notes, advice, short = card.notes, card.advice, card.advice.partition(FIRST_SET)[0]
    for ways_out in reversed(range(len(card.items) + 1)):
        text = _text(card, notes, advice, ways_out)
        if len(text) <= MOST_CHARACTERS:
            return text, notes
    while len(text := _text(card, notes, short, 0)) > MOST_CHARACTERS and notes:
        least = min(map(_worth, notes))
        last = max(index for index, note in enumerate(notes) if _worth(note) == least)
        notes = notes[:last] + notes[last + 1 :]
    return text, notes


def _worth(note: tuple[str, tuple[str, ...]]) -> int:
    return 2 if CONDITION in note[0] else int(REFUSAL.search(note[0]) is not None)


def _text(card: SessionCard, notes: Grouped, advice: str, ways_out: int) -> str:
    """Write a card with some of its notes, and ways out of its first exercises."""
    more = [say("more_notes")] if len(notes) < len(card.notes) else []
    around = [calendar_line(card.neighbours)] if card.neighbours else []
    block = [card.mobility_words, *map(mobility_dose, card.mobility), ""]
    parts = [
        card.headline,
        *(
            f"{numbered(item)}: {dose_words(card, item, way_out=index < ways_out)}"
            for index, item in enumerate(card.items)
        ),
        card.warm_up,
        *filter(None, [sets_words(card)]),
        today_words(card),
        *(_note(card, note) for note in notes),
        *more,
        why_words(card),
        *around,
        "",
        *(block if card.mobility else []),
        advice,
        card.safety,
        *([card.closing] if card.closing else []),
    ]
    return "\n".join(parts)


def today_words(card: SessionCard) -> str:
    """Write what is new today."""
    return " ".join([f"{TODAY}{change_words(card)}.", *card.clauses])


def why_words(card: SessionCard) -> str:
    """Write why the session lies on its day."""
    return f"{WHY}{calendar_line(card.why)}"


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


def dose_words(card: SessionCard, item: CardItem, *, way_out: bool = True) -> str:
    """Write what to do: ``3 x 8 (8-12) per side at 14 kg, rest 60 s; else band row``.

    The first exercise of a card says what the way out is for: ``taken or sore? band row``.
    """
    words = f"{amount_words(item)}{own_words(card, item)}"
    why = say("way_out" if item.label in FIRST else "way_out_again")
    return f"{words}; {why} {item.way_out or say('way_out_none')}" if way_out else words


def amount_words(item: CardItem) -> str:
    """Write sets, what each is, and the load: ``3 x 8 (8-12) per side at 14 kg``."""
    load = calendar_line(item.load)
    weighs = item.entry.load_g is not None and not item.entry.load
    words = f"{item.entry.sets} x {item.amount}"
    return f"{words}{AT if weighs else ', '}{load}" if load else words


def own_words(card: SessionCard, item: CardItem) -> str:
    """Write effort and rest where they aren't those of most: ``, with 3 in reserve, rest 60 s``."""
    rest = rest_words(item.entry)
    other = rest and rest != _usual_rest(card)
    return f"{own_reserve(card, item)}{f', {REST}{rest}' if other else ''}"


def own_reserve(card: SessionCard, item: CardItem) -> str:
    """Write the effort where it isn't that of most: ``, with 3 in reserve``."""
    other = not in_words(item.entry) and item.reserve != _usual_reserve(card)
    return f", {item.reserve}" if other and item.reserve else ""


def sets_words(card: SessionCard) -> str:
    """Write effort and rest: ``Sets: with 3 in reserve, carries with ...; rest 90 s.``."""
    rest, effort = _usual_rest(card), effort_words(card).removeprefix(SETS).removesuffix(".")
    words = "; ".join(filter(None, [effort, f"{REST}{rest}" if rest else ""]))
    return f"{SETS}{words}." if words else ""


def effort_words(card: SessionCard) -> str:
    """Write the effort alone, where each exercise has its rest beside it."""
    easy = {item.exercise.measure for item in card.items if in_words(item.entry) and item.reserve}
    counted = not all(in_words(item.entry) for item in card.items)
    names = " and ".join(name for measure, name in EASY.items() if measure in easy and counted)
    parts = [_usual_reserve(card), f"{names} {say('spare')}".strip() if easy else ""]
    words = ", ".join(filter(None, parts))
    return f"{SETS}{words}." if words else ""


def change_words(card: SessionCard) -> str:
    """Write what grew or shrank: ``more reps (1, 3), farther (4) than last time``."""
    compared: dict[str, list[str]] = {"": []}
    for change, labels in card.changes:
        whom = ALL if _is_all(card, labels) else ", ".join(labels)
        compared.setdefault(change.than, []).append(f"{change.words} ({whom})")
    parts = [f"{', '.join(told)} {than}".strip() for than, told in compared.items() if told]
    return ", ".join(parts) or SAME


def _usual_reserve(card: SessionCard) -> str:
    """Return the effort of most exercises whose reps are counted; empty where one is unknown."""
    return _usual([item.reserve for item in card.items if not in_words(item.entry)])


def _usual_rest(card: SessionCard) -> str:
    return _usual([rest_words(item.entry) for item in card.items])


def _usual(words: Sequence[str]) -> str:
    """Return what most have, the first of several; empty where something is unknown."""
    return max(words, key=words.count, default="") if all(words) else ""


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
