"""What the words of a run plan mean: from the words of its language to a kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from runtall.domain.library import records
from runtall.domain.run_plan import STRENGTH, RunKind
from runtall.importers.kinds.features import LENGTH, Features
from runtall.importers.kinds.kind_words import KINDS_BY_WORDS, PART, WORD
from runtall.importers.words.languages import (
    CODES,
    IDEOGRAPH,
    LETTER,
    NEVER,
    any_of,
    joining,
    knows,
    language,
    own,
    says_something,
    worded,
    words_of,
)
from runtall.importers.words.titles import spelling

# Emoji that say what no word says.
SIGNS = {
    row["emoji"]: STRENGTH if row["kind"] == STRENGTH else RunKind(row["kind"])
    for row in records("emoji.csv")
}
AND = r"\s*(?:\+|&)\s*"
NO_RUNNING = {RunKind.REST, RunKind.CROSS, STRENGTH}
NO_RUNS = {"", *NO_RUNNING}
# Alternatives to a run with which it may be left out.
LEFT_OUT = {RunKind.REST, STRENGTH}
# A title of a length and nothing else.
BARE = re.compile(
    r"[\d.,]+(?: ?- ?[\d.,]+)?"
    r" ?(?:km|kms|k|kilomet(?:er|re)s?|mi|miles?|m|min|mins|minutes?|h|hours?|')?"
    r"|\d{1,2} ?h ?\d\d(?: ?min)?"
)
# Words of other languages than the file's count from so many letters on.
FOREIGN = 4
# What may stand around a part.
EDGE = " ,;:.()-"
# What parts clauses; no number has a blank behind its sign.
CLAUSES = re.compile(r"[,;.] | - | \(|\)$")
# A letter at the end, which names one of several sessions: no article or preposition stands there.
NAMED = re.compile(r" [a-z]$")
# Characters that are looked at.
LONGEST = 400
# Numbers that are a length or a name, or count repetitions of so many metres: from 11 on, of no
# race, and no part of shares, paces or ranges. Whatever they are, the title means the same.
ANY_NUMBER = re.compile(
    r"(?=[1-9])(?<![\w.,:/@%x+(-])(?<![x/@%+:\d-] )(?!(?:15|2[015]|42)(?!\d))"
    r"(1[1-9]|[2-9]\d|[1-9]\d{2,5})"
    r"(?= ?(?:km|k|mi|miles?|min|mins|m)?(?:$|,? (?![x/@%+:\d-]))| ?x ?\d{3})"
)
STANDS_FOR_ANY = "97"
# Where it matters how many it is.
PULSE = re.compile(r"\b(?:hr|hf|puls|pols|fc|tetn|bpm|heart|maf)|心率|(?:[a-z]|<) ?1[1-4]\d\b")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words mean.

    Parameters
    ----------
    kind
        A kind of run, or `STRENGTH`; empty where the words are unknown.
    words
        Those that decided.
    optional
        They name rest as the other choice, or say so.
    weak
        They say little; other words, or the week, may know better.
    strength
        Strength work comes on top of the run.
    """

    kind: str = ""
    words: str = ""
    optional: bool = False
    weak: bool = False
    strength: bool = False


def classify(text: str, languages: tuple[str, ...] = CODES) -> Meaning:
    """Say what a title means.

    "Rest or X" and "X or rest" are an X that may be left out, "X or Y" is the harder of the
    two, and "cross-training or strength" is cross-training: the strength is ours to place.

    Parameters
    ----------
    languages
        That of the plan first; the others are asked where it says nothing.
    """
    words = spelling(text)[:LONGEST]
    words = _of_week().sub("", words) or words
    form, numbers = form_of(words)
    meaning = with_its_number(_any_number(form, languages), numbers)
    meaning = meaning or _any_number(words, languages)
    if (not meaning.kind or meaning.weak) and not text.isascii():
        sign = next((SIGNS[char] for char in text if char in SIGNS), "")
        return Meaning(sign, words or sign) if sign else meaning
    return meaning


@cache
def _of_week() -> re.Pattern[str]:
    """Find what the week of a run is called behind it: "easy 8 km (recovery week)"."""
    headers = (one for code in CODES for one in language(code).headers.items())
    weeks = {spelling(word) for word, name in headers if name == "week" and word.isalpha()}
    names = "|".join(sorted(re.escape(word) for word in weeks if len(word) > 1))
    called = rf"(?:(?:[^\W\d]+[ -]){{0,2}}(?:{names})|(?:{names})(?: [^\W\d]+){{1,2}})[.!]*"
    return re.compile(rf"(?<=\S) *(?:\({called}\)|(?:[,;]| -) {called}$)")


def form_of(words: str) -> tuple[str, list[str]]:
    """Return a title in one spelling with the same in place of numbers that matter not, and those.

    Titles of one form mean the same.
    """
    parts = [words] if PULSE.search(words) else ANY_NUMBER.split(words)
    return STANDS_FOR_ANY.join(parts[::2]), parts[1::2]


def with_its_number(meaning: Meaning, numbers: list[str]) -> Meaning | None:
    """Return the meaning of a form for a title of it; None where it isn't clear which number."""
    if STANDS_FOR_ANY not in meaning.words:
        return meaning
    words = meaning.words.replace(STANDS_FOR_ANY, numbers[0]) if numbers else ""
    return replace(meaning, words=words) if len({*numbers}) == 1 else None


@lru_cache(maxsize=8192)
def _any_number(words: str, languages: tuple[str, ...]) -> Meaning:
    """Return the meaning of a title in one spelling; titles that differ by a length share it."""
    words = _as_it_is_now(_without_dropped(words, languages), languages)
    meaning = _cancelled(words, languages) or _choice(words, languages)
    meaning = meaning or _instead(words, languages) or kind_alone(words, languages)
    optional = meaning.kind and any_of(own(languages), "optional").search(words)
    return replace(meaning, optional=True) if optional else meaning


@cache
def _dropped(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Find a clause that says what is left out: "skip the club session"."""
    drop = joining("drop", codes=codes) or NEVER.pattern
    to = joining("to", "in", codes=codes) or NEVER.pattern
    return re.compile(rf"(?:{drop})(?! (?:{to})\b) (?P<first>\D+)|(?P<last>\D+) (?:{drop})")


def _without_dropped(words: str, languages: tuple[str, ...]) -> str:
    """Return a title without another run that is left out for it: "easy 4, skip the track"."""
    clauses = CLAUSES.split(words)
    for at, clause in enumerate(clauses if len(clauses) > 1 else ()):
        if found := _dropped(own(languages)).fullmatch(clause):
            rest = ", ".join([*clauses[:at], *clauses[at + 1 :]])
            run, other = (kind_alone(one, languages)
                          for one in (rest, found["first"] or found["last"]))  # fmt: skip
            if run.kind and other.kind and run.kind != other.kind and not (run.weak or other.weak):
                return rest
    return words


@cache
def _instead_of(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Find what was planned before, behind the words for that: "instead of the gym"."""
    return worded(rf" «instead_of»(?!{LETTER})(?:(?!{CLAUSES.pattern}).)*", *codes)


def _as_it_is_now(words: str, languages: tuple[str, ...]) -> str:
    """Return a title without what it has a run in place of: "bike instead of the gym"."""
    found = _instead_of(own(languages)).search(words)
    if found is None:
        return words
    ahead = words[: found.start()].strip(EDGE)
    now = kind_alone(ahead, languages)
    # "No run, instead of that the gym" has it behind.
    said = now.kind not in {"", RunKind.REST} and (not now.weak or LENGTH.search(ahead))
    return _instead_of(own(languages)).sub("", words) if said else words


def _choice(words: str, languages: tuple[str, ...]) -> Meaning | None:
    """Return the meaning of a title that leaves a choice; None of any other."""
    pattern = any_of(own(languages), "or", " / ")
    parts = [part.strip(" ,.;:/()-") for part in pattern.split(words, maxsplit=1)]
    if len(parts) != 2 or not all(parts):
        return None
    if any(Features.of(parts[0], code, languages).find("intervals") for code in own(languages)):
        return None
    return _either(*(kind_alone(part, languages) for part in parts))


def _either(first: Meaning, second: Meaning) -> Meaning | None:
    """Return the meaning of a choice; None where only one side says something."""
    if not first.kind or not second.kind:
        return None
    kinds = {first.kind, second.kind}
    words = f"{first.words} or {second.words}"
    active = [meaning for meaning in (first, second) if meaning.kind not in LEFT_OUT]
    if len(active) == 1:
        optional = kinds != {STRENGTH, RunKind.CROSS}
        return replace(active[0], words=words, optional=optional)
    if not active:
        return Meaning(RunKind.REST if RunKind.REST in kinds else STRENGTH, words)
    if len(kinds) == 1 or any(meaning.weak for meaning in active):
        return None
    return Meaning(max(kinds, key=lambda kind: RunKind(kind).hardness), words)


def _instead(words: str, languages: tuple[str, ...]) -> Meaning | None:
    """Return what is done in place of a run: "no run, gym"; None of any other title."""
    no_run, comma, other = words.partition(",")
    if not comma or not any(_denies_run(no_run, code) for code in own(languages)):
        return None
    meaning = kind_alone(other.strip(), languages)
    walks = any(Features(code, other.strip()).starts("walk") for code in own(languages))
    return meaning if meaning.kind in {STRENGTH, RunKind.CROSS} and not walks else None


def _cancelled(words: str, languages: tuple[str, ...]) -> Meaning | None:
    """Return the rest that a cancelled run leaves, or what is done in its place; else None."""
    found = any_of(own(languages), "cancelled").search(words)
    if found is None or any(Features(code, words).denied(found) for code in own(languages)):
        return None
    ahead, behind = (part.strip(EDGE) for part in (words[: found.start()], words[found.end() :]))
    if not ahead:  # "Cancelled: 6 x 800" has its run behind it
        next_part = PART.search(behind)
        behind = behind[next_part.end() :] if next_part else ""
    other = kind_alone(behind, languages) if behind else Meaning()
    return other if other.kind and not other.weak else Meaning(RunKind.REST, found.group())


def _denies_run(words: str, code: str) -> bool:
    title = Features(code, words)
    ran, rest = title.find("run"), title.starts("rest")
    denied = (ran and (rest or title.denied(ran))) or (rest and title.starts("negation"))
    return bool(denied) and not title.far


def kind_alone(words: str, languages: tuple[str, ...]) -> Meaning:
    """Return the meaning of words without a choice, and whether strength comes on top."""
    parts = any_of(own(languages), "and", AND).split(words, maxsplit=1)
    if len(parts) == 2 and all(part.strip() for part in parts):
        both = [_look_up(part, languages) for part in parts]
        runs = [meaning for meaning in both if meaning.kind != STRENGTH]
        if len(runs) == 1 and runs[0].kind not in {"", RunKind.REST}:
            return replace(runs[0], strength=True)
        walks = any_of(own(languages), "walk").search(words)
        if not walks and RunKind.CROSS in {meaning.kind for meaning in both}:
            runs = [
                meaning
                for part, meaning in zip(parts, both, strict=True)
                if meaning.kind not in NO_RUNS and any_of(own(languages), "run").search(part)
            ]
            if runs:  # a ride and a run
                return runs[0]
    return _look_up(words, languages)


def _look_up(words: str, languages: tuple[str, ...]) -> Meaning:
    """Ask the plan's language, then English, then the others."""
    best = Meaning()
    own_codes = own(languages)
    has_words = WORD.search(words)
    # "Rückreise" is no rucking, "kids back to school" no hill of the Swedes, and picking up a
    # number at the Radhus no ride.
    errand = words_of(languages[0], "no_run").search(words)
    if _is_watched(words, own_codes):
        return best
    for place, code in enumerate(languages):
        foreign = code not in own_codes
        if foreign and not (has_words and says_something(code, words)):
            continue
        if foreign and {*NAMED.sub("", words).split()} & _only_own(languages[0], code):
            continue  # "back to normal"
        if foreign and errand and not (errand.start() and any(map(str.isdigit, words))):
            continue
        meaning = _in_language(words, code, languages)
        if foreign and _is_chance(meaning.words, languages):
            continue
        if place and errand and meaning.words in errand.group():
            continue
        if meaning.kind and not meaning.weak:
            return meaning
        if meaning.kind and not best.kind:
            best = meaning
        if place and best.kind and not BARE.fullmatch(best.words):
            break
    return best


def _is_watched(words: str, codes: tuple[str, ...]) -> bool:
    """Return whether others run, and nothing with a number stands beside it."""
    watched = any_of(codes, "others").search(words)
    if watched is None:
        return False
    end = any_of(codes, "and", AND, PART.pattern).search(words, watched.end())
    if any_of(codes, "easy", "long", "recovery").search(words, 0, watched.start()):
        return False  # "parkrun, easy, volunteers welcome"
    beside = words[: watched.start()] + (words[end.start() :] if end else "")
    return not any(map(str.isdigit, beside))


@cache
def _only_own(code: str, other: str) -> frozenset[str]:
    """Return small words of a language that another doesn't have: a title with one is its own."""
    small, others = ({word for words in language(one).joining.values() for word in words}
                     for one in (code, other))  # fmt: skip
    return frozenset(word for word in small - others if not knows(other, word))


def _is_chance(word: str, languages: tuple[str, ...]) -> bool:
    """Return whether a foreign word is too short, or one of the plan's own language as well."""
    short = len(word) < FOREIGN and not IDEOGRAPH.search(word)
    return short or any(knows(code, word) for code in own(languages))


def _in_language(words: str, code: str, languages: tuple[str, ...]) -> Meaning:
    features = Features.of(words, code, languages)
    for kind, found in KINDS_BY_WORDS:
        if match := found(features):
            return Meaning(kind, match.group().strip(" -"))
    weak = features.find("run") or features.find("session") or BARE.fullmatch(features.text)
    if weak:
        return Meaning(RunKind.EASY, weak.group(), weak=True)
    return Meaning()
