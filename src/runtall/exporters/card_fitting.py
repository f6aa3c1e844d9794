"""The session card as plain text, for calendars: as a phone shows it, exercises first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
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
    STAND,
    TO_DO_FIRST,
    urgency,
)

# Characters that a phone shows without endless scrolling; above fewer of them all is said in fewer
# words, and above the fewest what a card repeats goes.
MOST_CHARACTERS, MANY_CHARACTERS, FEW_CHARACTERS = 1200, 1150, 1000
# Where a weight goes that a runner has taken at once.
ADD = say("far_add")
# Begins a note on what is done for a sign.
FOR_A_SIGN = say("sign_set", cause="")[:-2]
# Ends a note on reps above their range, says when a load grows, and that it doesn't.
PAST, UP_IN, NOT_UP = "reps above the range", re.compile("up on [0-9]+ [A-Z][a-z]+"), "No heavier: "
# Begins the latter where there are no weights but levels.
NO_STEP = "No step up: "
# Which weights a step that is too big lies between.
BETWEEN = re.compile(r"[0-9][^:;]* is (?=too big a step)")
# Ends a note on reps above their range that no heavier weight follows.
BIG, ONLY = "oo big a step", " only."
# Begins a note that all of a dose is as it was.
AGAIN = say("waits", why="").partition(":")[0]
# Begins the same of reps above it.
ABOVE = "Above the range: "
# Begins what to do after a first set that was far too easy or hard: the first event has it, too.
FIRST_SET = " First set: "
# Begins why it doesn't, with or without weights; and longer and shorter words for why, and for what
# is done instead.
STAYS = re.compile(f"{NOT_UP}|{NO_STEP}")
SHORTER = (
    (re.compile(" in both hands"), ""),
    (re.compile("The next weight is a(?= big)"), "A"),
    (re.compile("The next weight is far heavier"), "Far heavier next"),
    (re.compile("it takes two good sessions, and then (?=no week)"), ""),
    (re.compile("another exercise goes before it"), "another goes first"),
    (re.compile(" in each set(?=, )|, or a height in between(?=[.;])"), ""),
    (re.compile("(?<=est) version"), ""),
    (BETWEEN, ""),
    (re.compile("(?<=building weeks) before the [a-z]+, with [^.]+(?= ahead)"), ""),
    (re.compile(re.escape(say("instead_carry"))), "Walk taller."),
    (re.compile(re.escape(say("instead_core"))), "Trunk still."),
)
BRIEF_PAUSES = frozenset({short for _, short in SHORTER[-2:]})
# How heavy what fills a bag is.
WATER = re.compile("; a (?:litre|quart) of water weighs [^.]+")
# The last hard run, where it wasn't yesterday.
LAST_RUN = re.compile(" Last: [^.]*[.]$")
# Begin why a session lies on a day without a run.
NO_RUN = tuple(in_line(say(text)) for text in ("day_rest", "day_cross"))
# That a day has no room for more sets.
FULL = re.compile(f" {re.escape(say('day_full')).replace(re.escape('{minutes}'), '[0-9]+')}")
# What of a card can be done without: against what something is more, and that some have no more.
THAN_LAST, WHERE_MORE = f" {say('than_last')}", f" {say('step_where')}"
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
    place
        Whether the first line says beside which run it lies.
    where_more
        Whether it says that some have no more to go up to.
    bare
        Whether it names what a note that it leaves out keeps from going up.
    """

    notes: Grouped
    first_set: bool
    why: str
    around: str
    today: str
    place: bool = True
    where_more: bool = True
    bare: bool = False


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
    if len(text) > MANY_CHARACTERS:
        shown, text = _first_within(MANY_CHARACTERS, card, _in_fewer_words(shown))
    if len(text) > MOST_CHARACTERS:
        shown, text = _first_within(MOST_CHARACTERS, card, _less(shown))
    notes = () if shown.notes == card.notes else card.notes
    return text, "\n".join(note_words(card, note) for note in notes)


def is_guessed(card: SessionCard) -> bool:
    """Return whether a first set tells anything new: reps with another load than last time."""
    reps = {item.label for item in card.items if item.entry.reps is not None}
    return any(change.words in GUESSED and reps & {*labels} for change, labels in card.changes)


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
    short = tuple(note for note in extent.notes if not MINOR.match(note[0]))
    yield (extent := extent._replace(notes=short))
    yield (extent := extent._replace(first_set=is_guessed(card)))
    notes = extent.notes
    for index in () if is_easy(card) else reversed(range(len(notes))):
        words, labels = notes[index]
        top = all(item.at_top for item in card.items if item.label in labels)
        plainly = _plainly(words, stands=not _paused(notes).isdisjoint(labels), top=top)
        notes = (*notes[:index], (plainly, labels), *notes[index + 1 :])
        yield extent._replace(notes=_merged(card, notes))


def _in_fewer_words(extent: _Extent) -> Iterator[_Extent]:
    """Yield a card that says the same in ever fewer words; last without that a day is full.

    Where told weights go, the first event says, too: several of them get no line of their own.
    """
    yield extent
    short = tuple((_shorter(words), labels) for words, labels in extent.notes)
    yield (extent := extent._replace(notes=short))
    yield (extent := extent._replace(today=extent.today.replace(THAN_LAST, "")))
    kept = tuple(note for note in short if not (note[0] == ADD and note[1][1:]))
    yield (extent := extent._replace(notes=kept))
    yield extent._replace(why=FULL.sub("", extent.why))


def _less(extent: _Extent) -> Iterator[_Extent]:
    """Yield ever less of a card.

    What the first event or why it lies on its day says, too, goes first. Conditions, and what
    spares a sore spot, stay longest, and then why something stands still, and what is done
    otherwise; ways out always. Of why it lies on its day the last sentence stays: behind the day's
    run and weekday stands what makes it small. Of the hard runs around it the next ones do, and of
    what is new what comes first. Before any more of these or of the notes go, the last line names
    what the notes keep from going up, so that it promises nothing to that.
    """
    paused = _paused(extent.notes)
    yield extent
    dry = tuple((WATER.sub("", words), labels) for words, labels in extent.notes)
    yield (extent := extent._replace(notes=dry))
    while plain := [note for note in extent.notes if not _worth(note, paused)]:
        # That all is a guess is what the first card's last line goes by; where a told weight goes
        # the first event says, too.
        added = [note for note in plain if note[0] == ADD]
        goes = (added or [note for note in plain if note[0] != GUESS] or plain)[-1]
        if goes[0] == GUESS:
            yield (extent := extent._replace(place=False))
        kept = tuple(note for note in extent.notes if note is not goes)
        yield (extent := extent._replace(notes=kept))
    yield (extent := extent._replace(first_set=False))
    yield (extent := extent._replace(where_more=False))
    bare = tuple(
        (_bare(words) if {*labels} <= paused else words, labels) for words, labels in extent.notes
    )
    yield (extent := extent._replace(notes=bare))
    yield (extent := extent._replace(place=False))
    while (rest := SENTENCE_END.split(extent.why, maxsplit=1))[1:]:
        yield (extent := extent._replace(why=in_line(rest[1])))
    # How many sets are left is said right behind it.
    yield (extent := extent._replace(why=extent.why.replace(say("one_session_cut"), "")))
    yield (extent := extent._replace(around=LAST_RUN.sub("", extent.around)))
    while notes := extent.notes:
        worth = [_worth(note, paused) for note in notes]
        last = max(index for index, least in enumerate(worth) if least == min(worth))
        yield (extent := extent._replace(notes=notes[:last] + notes[last + 1 :], bare=True))
    yield (extent := extent._replace(around=SENTENCE_END.split(extent.around, maxsplit=1)[0]))
    while (parts := SENTENCE_END.split(extent.today))[1:]:
        yield (extent := extent._replace(today=" ".join(parts[:-1])))


def _paused(notes: Grouped) -> frozenset[str]:
    """Return the labels of what stands still for so long that it is done more slowly instead."""
    pauses = PAUSES | BRIEF_PAUSES
    return frozenset(label for words, labels in notes for label in labels if words in pauses)


def _worth(note: tuple[str, tuple[str, ...]], paused: Set[str]) -> int:
    words, labels = note
    if CONDITION in words or STAND.match(words) or words in PAUSES | BRIEF_PAUSES | SPARED:
        return 3
    why = REFUSAL.search(words)
    if {*labels} <= paused or (why and not paused.isdisjoint(labels)):
        return 2
    told = urgency(words) <= TO_DO_FIRST or words.startswith(FOR_A_SIGN)
    return int(bool(why) or told or "the range" in words)


def _shorter(note: str) -> str:
    """Return a note with shorter words for why nothing goes up."""
    for long, short in SHORTER:
        note = long.sub(short, note)
    return note


def _bare(note: str) -> str:
    """Return of a note that nothing goes up only why."""
    why = STAYS.sub("", note)
    return f"{why[:1].upper()}{why[1:]}"


def _plainly(note: str, *, stands: bool, top: bool) -> str:
    """Return a note that a load doesn't grow in few words: when it does, or else why it doesn't.

    ``One weight up on 5 Mar.``, ``No heavier: a break comes first.``, and of reps above the range
    ``Above the range: 14 first, up on 5 Mar.``, ``Too big a step: reps only.``; a
    condition stays as it is, and why something stands still beside when it no longer does. So does
    what is the same again, unless it is at the top of its range: no load would come there.
    """
    refused, _, why = note.partition(": ")
    kept = refused == AGAIN and not top
    if not why or not REFUSAL.search(note) or CONDITION in note or ". " in note or kept:
        return note
    if (when := UP_IN.search(note)) and not stands:
        return f"{ABOVE}{why.removeprefix(f'{PAST}, ')}" if PAST in why else f"One {when[0]}."
    if why.endswith(ONLY):
        return f"{f'T{BIG}' if refused.endswith(BIG) else refused}: reps{ONLY}"
    return f"{ABOVE}{refused[0].lower()}{refused[1:]}." if PAST in why else f"{NOT_UP}{why}"


def _merged(card: SessionCard, notes: Grouped) -> Grouped:
    """Return notes of which each stands once, for all exercises that it is about.

    Of an exercise one reason is enough why it doesn't go up: the last, which is of next time.
    """
    found: dict[str, set[str]] = {}
    weighed = {item.label for item in card.items if item.entry.load_g is not None}
    for words, labels in notes:
        refused = words.startswith(NOT_UP)
        for label in labels:
            begins = NOT_UP if label in weighed else NO_STEP
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
    what, _, place = card.headline.rpartition(", ")
    said = f"{extent.why} ".startswith((f"{place}. ", *NO_RUN))
    advice = card.bare_advice if extent.bare else card.advice
    advice = advice if extent.first_set else advice.partition(FIRST_SET)[0]
    parts = [
        card.headline if extent.place or not said else what,
        *(f"{numbered(item)}: {dose_words(card, item)}" for item in card.items),
        card.warm_up,
        *filter(None, [sets_words(card)]),
        extent.today,
        *(note_words(card, note) for note in _in_one(extent.notes)),
        f"{WHY}{extent.why}",
        *filter(None, [extent.around]),
        "",
        *(block if card.mobility else []),
        advice if extent.where_more else advice.replace(WHERE_MORE, ""),
        card.safety,
        *([card.closing] if card.closing else []),
    ]
    return "\n".join(parts)
