"""The session card as plain text, for calendars: as a phone shows it, exercises first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from runtall.exporters.card_changes import CHANGE
from runtall.exporters.card_text import (
    WHY,
    dose_words,
    is_easy,
    needed,
    note_words,
    numbered,
    sets_words,
    today_words,
)
from runtall.exporters.clean import calendar_line
from runtall.exporters.mobility_text import mobility_dose
from runtall.exporters.session_card import Grouped, SessionCard, in_line
from runtall.progression.texts import say
from runtall.progression.urgency import (
    CONDITION,
    GUESS,
    MINOR,
    PAUSES,
    REFUSAL,
    SENTENCE_END,
    SPARED,
)

# Characters that a phone shows without endless scrolling; above the fewer of them, what a card
# repeats goes.
MOST_CHARACTERS, FEW_CHARACTERS = 1200, 1000
# Begins a note on what is done for a sign.
FOR_A_SIGN = say("sign_set", cause="")[:-2]
# Ends a note on reps above their range, says when a load grows, and that it doesn't.
PAST, UP_IN, NOT_UP = "reps above the range", re.compile("up on [0-9]+ [A-Z][a-z]+"), "No heavier: "
# Begins the latter where there are no weights but levels.
NO_STEP = "No step up: "
# Which weights a step that is too big lies between.
BETWEEN = re.compile(r"[0-9][^:;]* is (?=too big a step)")
# Begins the same of reps above it.
ABOVE = "Above the range: "
# Begins what to do after a first set that was far too easy or hard: the first event has it, too.
FIRST_SET = " First set: "
# Changes that make a first set a guess.
GUESSED = frozenset(
    say(f"{CHANGE}{name}")
    for name in ("first", "load_more", "load_less", "level_more", "level_less", "other_more")
)


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
    around
        Which hard runs lie around it.
    today
        What is new.
    """

    notes: Grouped
    first_set: bool
    why: str
    around: str
    today: str


def card_texts(card: SessionCard) -> tuple[str, str]:
    """Write a session: every set, and what each session says.

    Returns
    -------
    str
        What a phone has room for, no more than it takes easily.
    str
        All notes as lines of a card where that has only some of them; else empty.
    """
    why, around = calendar_line(card.why), calendar_line(card.neighbours)
    whole = _Extent(needed(card), first_set=True, why=why, around=around, today=today_words(card))
    shown, text = _first_within(FEW_CHARACTERS, card, _briefer(card, whole))
    if len(text) > MOST_CHARACTERS:
        shown, text = _first_within(MOST_CHARACTERS, card, _less(shown))
    notes = () if shown.notes == card.notes else card.notes
    return text, "\n".join(note_words(card, note) for note in notes)


def _first_within(most: int, card: SessionCard, extents: Iterable[_Extent]) -> tuple[_Extent, str]:
    """Return the first extent with so many characters at most; the last one if none has."""
    for extent in extents:
        text = _text(card, extent)
        if len(text) <= most:
            break
    return extent, text


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
    for index in () if is_easy(card) else reversed(range(len(notes))):
        words, labels = notes[index]
        notes = (*notes[:index], (_plainly(words), labels), *notes[index + 1 :])
        yield extent._replace(notes=_merged(card, notes))


def _less(extent: _Extent) -> Iterator[_Extent]:
    """Yield ever less of a card: notes, then what to do after the first set, then other notes.

    Conditions, and what spares a sore spot, stay longest; ways out always. Of why it lies on its
    day the last sentence stays: behind the day's run and weekday stands what makes it small. Of
    the hard runs around it the next ones do, and of what is new what comes first.
    """
    yield extent
    while plain := [note for note in extent.notes if not _worth(note)]:
        # That all is a guess is what the first card's last line goes by.
        goes = ([note for note in plain if note[0] != GUESS] or plain)[-1]
        kept = tuple(note for note in extent.notes if note is not goes)
        yield (extent := extent._replace(notes=kept))
    yield (extent := extent._replace(first_set=False))
    while (rest := SENTENCE_END.split(extent.why, maxsplit=1))[1:]:
        yield (extent := extent._replace(why=in_line(rest[1])))
    short = tuple((BETWEEN.sub("", words), labels) for words, labels in extent.notes)
    yield (extent := extent._replace(notes=short))
    while notes := extent.notes:
        least = min(map(_worth, notes))
        last = max(index for index, note in enumerate(notes) if _worth(note) == least)
        yield (extent := extent._replace(notes=notes[:last] + notes[last + 1 :]))
    yield (extent := extent._replace(around=SENTENCE_END.split(extent.around, maxsplit=1)[0]))
    while (parts := SENTENCE_END.split(extent.today))[1:]:
        yield (extent := extent._replace(today=" ".join(parts[:-1])))


def _worth(note: tuple[str, tuple[str, ...]]) -> int:
    if CONDITION in note[0] or note[0] in PAUSES | SPARED:
        return 2
    kept = REFUSAL.search(note[0]) or note[0].startswith(FOR_A_SIGN) or "the range" in note[0]
    return int(bool(kept))


def _plainly(note: str) -> str:
    """Return a note that a load doesn't grow in few words: when it does, or else why it doesn't.

    ``One up on 5 Mar.``, ``No heavier: a break comes first.``, and of reps above the range
    ``Above the range: too big a step.``; a condition stays as it is.
    """
    refused, _, why = note.partition(": ")
    if not why or not REFUSAL.search(note) or CONDITION in note or ". " in note:
        return note
    if when := UP_IN.search(note):
        return f"{ABOVE}{when[0]}." if PAST in why else f"One {when[0]}."
    return f"{ABOVE}{refused[0].lower()}{refused[1:]}." if PAST in why else f"{NOT_UP}{why}"


def _merged(card: SessionCard, notes: Grouped) -> Grouped:
    """Return notes of which each stands once, for all exercises that it is about.

    Of an exercise one reason is enough why it doesn't go up: the last, which is of next time.
    """
    found: dict[str, set[str]] = {}
    above = {item.label for item in card.items if item.above_range}
    weighed = {item.label for item in card.items if item.entry.load_g is not None}
    for words, labels in notes:
        refused = words.startswith(NOT_UP)
        for label in labels:
            begins = ABOVE if label in above else NOT_UP if label in weighed else NO_STEP
            key = f"{begins}{words.removeprefix(NOT_UP)}" if refused else words
            found.setdefault(key, set()).add(label)
    for words in [words for words in found if words.startswith(NOT_UP)]:
        # A weight is a step, too.
        step = f"{NO_STEP}{words.removeprefix(NOT_UP)}"
        if step in found:
            found[step] |= found.pop(words)
    refusals: set[str] = set()
    for words in reversed([words for words in found if words.startswith((NOT_UP, NO_STEP, ABOVE))]):
        found[words] -= refusals
        refusals |= found[words]
    order = [item.label for item in card.items]
    return tuple(
        (words, tuple(sorted(some, key=order.index))) for words, some in found.items() if some
    )


def _in_one(notes: Grouped) -> Grouped:
    """Return notes of which those on the same exercises are one, as far as their order stays."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for words, labels in notes:
        about = [index for index, (_, some) in enumerate(found) if {*some} & {*labels}]
        if about and found[about[-1]][1] == labels:
            found[about[-1]] = (f"{found[about[-1]][0]} {words}", labels)
        else:
            found.append((words, labels))
    return tuple(found)


def _text(card: SessionCard, extent: _Extent) -> str:
    """Write so much of a card."""
    block = [card.mobility_words, *map(mobility_dose, card.mobility), ""]
    parts = [
        card.headline,
        *(f"{numbered(item)}: {dose_words(card, item)}" for item in card.items),
        card.warm_up,
        *filter(None, [sets_words(card)]),
        extent.today,
        *(note_words(card, note) for note in _in_one(extent.notes)),
        f"{WHY}{extent.why}",
        *filter(None, [extent.around]),
        "",
        *(block if card.mobility else []),
        card.advice if extent.first_set else card.advice.partition(FIRST_SET)[0],
        card.safety,
        *([card.closing] if card.closing else []),
    ]
    return "\n".join(parts)
