"""The words of a session card: as plain text has them, and other renderings.

`card_reading` reads decisions back from these words, so both know the same. Those that they tell in
words only (which slot, how much reserve in a carry) stand as numbers in `facts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.exercise import Measure
from runtall.exporters.card_advice import AGAIN
from runtall.exporters.card_item import CardItem, in_words, rest_words
from runtall.exporters.clean import calendar_line
from runtall.exporters.session_card import Grouped, SessionCard
from runtall.progression.texts import say
from runtall.progression.urgency import CONDITION, STAYS

# Begins what an easy card has of going on.
NOTHING = tuple(
    say(f"nothing_{kind}{again}") for kind in ("heavier", "harder") for again in ("", AGAIN)
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

# What a session is, held against nothing.
UNCOMPARED = {say("nothing_new"), say("first_light"), say("same_as_last")}


def conditions(card: SessionCard) -> Iterator[str]:
    """Yield the notes that say when a step may be taken, as lines of a card."""
    return (note_words(card, note) for note in card.notes if CONDITION in note[0])


def needed(card: SessionCard) -> Grouped:
    """Return the notes of a card, but why something stays where it says that nothing steps up."""
    easy = is_easy(card)
    return tuple(note for note in card.notes if not (easy and STAYS.match(note[0])))


def is_easy(card: SessionCard) -> bool:
    """Return whether a card says that nothing steps up."""
    return card.advice.startswith(NOTHING)


def today_words(card: SessionCard) -> str:
    """Write what is new today."""
    return " ".join([f"{TODAY}{change_words(card)}.", *card.clauses])


def why_words(card: SessionCard) -> str:
    """Write why the session lies on its day."""
    return f"{WHY}{calendar_line(card.why)}"


def note_words(card: SessionCard, grouped: tuple[str, tuple[str, ...]]) -> str:
    """Write a note and which exercises it is about: ``1, 3: One step up on 9 Mar.``."""
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

    Each comparison is a sentence. That it is against last time goes without saying, if all of it
    is. Where all is as on a day before, what is more than last time comes behind that.
    """
    again = card.same not in UNCOMPARED
    compared: dict[str, dict[str, tuple[str, ...]]] = {"": {}}
    for change, labels in card.changes:
        told = compared.setdefault(change.than, {})
        told[change.words] = tuple(sorted((*told.get(change.words, ()), *labels)))
    alone = compared.keys() <= {"", say("than_last")} and not again
    parts = []
    for than, told in compared.items():
        every = ", ".join(_of_whom(card, words, labels) for words, labels in told.items())
        parts += [f"{every} {'' if alone else than}".strip()] * bool(told)
    first, *more = [card.same, *parts] if again or not parts else parts
    return ". ".join([first, *(f"{words[0].upper()}{words[1:]}" for words in more)])


def _of_whom(card: SessionCard, words: str, labels: Sequence[str]) -> str:
    return f"{words} ({ALL if _is_all(card, labels) else ', '.join(labels)})"


def _usual_reserve(card: SessionCard) -> str:
    """Return the effort of most exercises whose reps are counted; empty where one is unknown."""
    return _usual([item.reserve for item in card.items if not in_words(item.entry)])


def _usual_rest(card: SessionCard) -> str:
    return _usual([rest_words(item.entry) for item in card.items])


def _usual(words: Sequence[str]) -> str:
    """Return what most have, the first of several; empty where something is unknown."""
    return max(words, key=words.count, default="") if all(words) else ""
