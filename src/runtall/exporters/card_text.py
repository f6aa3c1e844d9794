"""The session card as plain text, for calendars: as a phone shows it, exercises first.

`card_reading` reads decisions back from these lines, so both know the same words. Those that they
tell in words only (which slot, how much reserve in a carry) stand as numbers in `facts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Measure
from runtall.domain.mobility import MobilityItem, mobility_items, mobility_minutes
from runtall.domain.problem import Problem
from runtall.exporters.card_changes import AGAIN, CHANGE
from runtall.exporters.card_item import CardItem, in_words, rest_words
from runtall.exporters.clean import calendar_line
from runtall.exporters.session_card import SENTENCE_END, Grouped, SessionCard, in_line
from runtall.progression.texts import say

# Characters that a phone shows without endless scrolling; above the fewer of them, what a card
# repeats goes.
MOST_CHARACTERS, FEW_CHARACTERS = 1200, 1000
# What only a note on a condition has in it.
CONDITION = "; if not, "
# Begins a note that nothing steps up; what only a note has in it that says so, or when it does.
STAYS = re.compile("Not up|The same again|As earlier|No more than|No more today")
REFUSAL = re.compile(rf"{STAYS.pattern}|[Uu]p on [0-9]|above the range")
# Begins what an easy card has of going on.
NOTHING = tuple(
    say(f"nothing_{kind}{again}") for kind in ("heavier", "harder") for again in ("", AGAIN)
)
# What is done instead of growing: it changes the set, so it stays.
PAUSES = frozenset(say(f"instead_{kind}") for kind in ("pull", "push", "carry", "core", "hold"))
# What only a note has in it that the first event says, too, or another line of the card, or that
# changes nothing today.
MINOR = re.compile(
    r"In place of the |"
    r"Your nearest weight is |It is on the light side|Worked out from "
)
# Begins a note on what is done for a sign.
FOR_A_SIGN = say("sign_set", cause="")[:-2]
# Ends a note on reps above their range, says when a load grows, and that it doesn't.
PAST, UP_IN, NOT_UP = "reps above the range", re.compile("[Uu]p on [0-9]+ [A-Z][a-z]+"), "Not up: "
# Begins what to do after a first set that was far too easy or hard: the first event has it, too.
FIRST_SET = " First set: "
# Changes that make a first set a guess.
GUESSED = frozenset(
    say(f"{CHANGE}{name}")
    for name in ("first", "load_more", "load_less", "level_more", "level_less", "other_more")
)
SETS = "Sets: "
REST = "rest "
TODAY = "Today: "
ALL = "all"
# Begins a note on every exercise.
EVERY = "All"
WHY = "Why today: "
AT = " at "
FIRST = ("1", "1a")
# What is done with breath and posture to spare.
EASY = {Measure.METRES: "carries", Measure.SECONDS: "holds"}


class _Extent(NamedTuple):
    """How much of a card is written.

    Parameters
    ----------
    notes
        As they are written.
    first_set
        Whether it says what to do after the first set.
    why
        Why it lies on its day.
    """

    notes: Grouped
    first_set: bool
    why: str


def card_texts(card: SessionCard) -> tuple[str, str]:
    """Write a session: every set, and what each session says.

    Returns
    -------
    str
        What a phone has room for.
    str
        All notes as lines of a card where that has only some of them; else empty.
    """
    shown, text = _fitting(card)
    whole = shown.notes == card.notes
    return text, "" if whole else "\n".join(_note(card, note) for note in card.notes)


def conditions(card: SessionCard) -> Iterator[str]:
    """Yield the notes that say when a step may be taken, as lines of a card."""
    return (_note(card, note) for note in card.notes if CONDITION in note[0])


def _fitting(card: SessionCard) -> tuple[_Extent, str]:
    """Return the most of a card for which a phone has room, no more than it takes easily.

    And its text.
    """
    whole = _Extent(needed(card), first_set=True, why=calendar_line(card.why))
    few, text = _first_within(FEW_CHARACTERS, card, _briefer(card, whole))
    fits = len(text) <= MOST_CHARACTERS
    return (few, text) if fits else _first_within(MOST_CHARACTERS, card, _less(few))


def _first_within(most: int, card: SessionCard, extents: Iterable[_Extent]) -> tuple[_Extent, str]:
    """Return the first extent with so many characters at most; the last one if none has."""
    for extent in extents:
        text = _text(card, extent)
        if len(text) <= most:
            break
    return extent, text


def needed(card: SessionCard) -> Grouped:
    """Return the notes of a card, but why something stays where it says that nothing steps up."""
    easy = _is_easy(card)
    return tuple(note for note in card.notes if not (easy and STAYS.match(note[0])))


def _is_easy(card: SessionCard) -> bool:
    return card.advice.startswith(NOTHING)


def _briefer(card: SessionCard, extent: _Extent) -> Iterator[_Extent]:
    """Yield a card with ever less of what it repeats.

    What stands elsewhere, too, goes first; then what to do after a first set, where all weights
    are those of last time; of a load that doesn't grow all but that and why, where it might.
    """
    yield extent
    yield (extent := extent._replace(notes=tuple(n for n in extent.notes if not MINOR.match(n[0]))))
    guessed = any(change.words in GUESSED for change, _ in card.changes)
    yield (extent := extent._replace(first_set=guessed))
    notes = extent.notes
    for index in () if _is_easy(card) else reversed(range(len(notes))):
        words, labels = notes[index]
        notes = (*notes[:index], (_plainly(words), labels), *notes[index + 1 :])
        yield extent._replace(notes=_merged(card, notes))


def _less(extent: _Extent) -> Iterator[_Extent]:
    """Yield ever less of a card: notes, then what to do after the first set, then other notes.

    Conditions, and what spares a sore spot, stay longest; ways out always. Of why it lies on its
    day the last sentence stays: behind the day's run and weekday stands what makes it small.
    """
    yield extent
    while plain := [note for note in extent.notes if not _worth(note)]:
        kept = tuple(note for note in extent.notes if note is not plain[-1])
        yield (extent := extent._replace(notes=kept))
    yield (extent := extent._replace(first_set=False))
    while (rest := SENTENCE_END.split(extent.why, maxsplit=1))[1:]:
        yield (extent := extent._replace(why=in_line(rest[1])))
    while notes := extent.notes:
        least = min(map(_worth, notes))
        last = max(index for index, note in enumerate(notes) if _worth(note) == least)
        yield (extent := extent._replace(notes=notes[:last] + notes[last + 1 :]))


def _worth(note: tuple[str, tuple[str, ...]]) -> int:
    if CONDITION in note[0] or note[0] == say("spared") or note[0] in PAUSES:
        return 2
    kept = REFUSAL.search(note[0]) or note[0].startswith(FOR_A_SIGN) or "the range" in note[0]
    return int(bool(kept))


def _plainly(note: str) -> str:
    """Return a note that a load doesn't grow in few words: when it does, or else why it doesn't.

    ``Up on 5 Mar.``, ``Not up: a break comes first.``; a condition stays as it is.
    """
    refused, _, why = note.partition(": ")
    if not why or not REFUSAL.search(note) or CONDITION in note or ". " in note:
        return note
    if when := UP_IN.search(note):
        return f"U{when[0][1:]}."
    return f"{NOT_UP}{refused[0].lower()}{refused[1:]}." if PAST in why else f"{NOT_UP}{why}"


def _merged(card: SessionCard, notes: Grouped) -> Grouped:
    """Return notes of which each stands once, for all exercises that it is about."""
    found: dict[str, set[str]] = {}
    for words, labels in notes:
        found.setdefault(words, set()).update(labels)
    order = [item.label for item in card.items]
    return tuple((words, tuple(sorted(some, key=order.index))) for words, some in found.items())


def joined(notes: Grouped) -> Grouped:
    """Return notes as they are written: a pause stands behind the reason why nothing grows."""
    pauses = {label: words for words, labels in notes if words in PAUSES for label in labels}
    found: dict[str, list[str]] = {}
    for words, labels in notes:
        for label in labels:
            told = words
            if REFUSAL.search(words) and label in pauses:
                told = f"{words} {pauses.pop(label)}"
            if words not in PAUSES or label in pauses:
                found.setdefault(told, []).append(label)
    return tuple((words, tuple(labels)) for words, labels in found.items())


def _text(card: SessionCard, extent: _Extent) -> str:
    """Write so much of a card."""
    around = [calendar_line(card.neighbours)] if card.neighbours else []
    block = [card.mobility_words, *map(mobility_dose, card.mobility), ""]
    parts = [
        card.headline,
        *(f"{numbered(item)}: {dose_words(card, item)}" for item in card.items),
        card.warm_up,
        *filter(None, [sets_words(card)]),
        today_words(card),
        *(_note(card, note) for note in joined(extent.notes)),
        f"{WHY}{extent.why}",
        *around,
        "",
        *(block if card.mobility else []),
        card.advice if extent.first_set else card.advice.partition(FIRST_SET)[0],
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
    return f"{item.label}. {item.name}"


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
    """Write what grew or shrank: ``more reps (1, 3), farther (4) than on 5 Mar``.

    That it is against last time goes without saying, if all of it is. Where all is as on a day
    before, what is more than last time comes behind that.
    """
    again = card.same not in {say("nothing_new"), say("same_as_last")}
    compared: dict[str, list[str]] = {"": []}
    for change, labels in card.changes:
        whom = ALL if _is_all(card, labels) else ", ".join(labels)
        compared.setdefault(change.than, []).append(f"{change.words} ({whom})")
    alone = compared.keys() <= {"", say("than_last")} and not again
    parts = [
        f"{', '.join(told)} {'' if alone else than}".strip()
        for than, told in compared.items()
        if told
    ]
    return ", ".join([card.same, *parts] if again or not parts else parts)


def _usual_reserve(card: SessionCard) -> str:
    """Return the effort of most exercises whose reps are counted; empty where one is unknown."""
    return _usual([item.reserve for item in card.items if not in_words(item.entry)])


def _usual_rest(card: SessionCard) -> str:
    return _usual([rest_words(item.entry) for item in card.items])


def _usual(words: Sequence[str]) -> str:
    """Return what most have, the first of several; empty where something is unknown."""
    return max(words, key=words.count, default="") if all(words) else ""


def mobility_title(problem: Problem) -> str:
    """Write the title of the mobility add-on: ``Mobility, 9 min``."""
    return f"Mobility, {mobility_minutes(problem.request.athlete)} min"


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
