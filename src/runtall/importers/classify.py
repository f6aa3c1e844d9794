"""What the words of a run plan mean: from the words of its language to a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from difflib import get_close_matches
from functools import cache, lru_cache

from runtall.domain.run_plan import STRENGTH, RunKind
from runtall.importers.features import DISTANCE, LENGTH, RACE_PACE, Features, Found
from runtall.importers.languages import (
    CODES,
    IDEOGRAPH,
    LETTER,
    any_of,
    everywhere,
    joining,
    knows,
    language,
    own,
    says_something,
    unit_words,
    vocabulary,
    words_of,
)
from runtall.importers.meaning import Meaning
from runtall.importers.titles import spelling

# Emoji that say what no word says: weights, muscles and yoga; bicycles, swimmers, rowers, balls;
# a chequered flag.
SIGNS = {
    **dict.fromkeys("\U0001f3cb\U0001f4aa\U0001f9d8", STRENGTH),
    **dict.fromkeys("\U0001f6b4\U0001f6b5\U0001f6b2\U0001f3ca\U0001f6a3", RunKind.CROSS),
    **dict.fromkeys("\u26f7\U0001f3bf\u26bd\U0001f3be\U0001f3c0", RunKind.CROSS),
    "\U0001f3c1": RunKind.RACE,
}
AND = r"\s*(?:\+|&)\s*"
ACTIVE = ("workout", "intervals", "long", "strength", "cross")
NO_RUNS = {"", RunKind.REST, RunKind.CROSS, STRENGTH}
# Alternatives to a run with which it may be left out.
LEFT_OUT = {RunKind.REST, STRENGTH}
# A title of a length and nothing else.
BARE = re.compile(
    r"[\d.,]+(?: ?- ?[\d.,]+)?"
    r" ?(?:km|kms|k|kilomet(?:er|re)s?|mi|miles?|m|min|mins|minutes?|h|hours?|')?"
    r"|\d{1,2} ?h ?\d\d(?: ?min)?"
)
# "2 x 30 min" where nothing follows but an easy word: a run in parts.
EASY_REPEATS = re.compile(r"^\d ?x ?\d+ ?(?:km|k|mi|miles|min|mins|minutes|') ")
# A word goes on behind a hyphen: "Marathon-Tempo".
COMPOUND = re.compile(r"-[^\W\d_]")
# Words of other languages than the file's count from so many letters on.
FOREIGN = 4
# A letter that stands several times at the end of a word.
TWICE = re.compile(r"(.)\1+$")
# How alike a mistyped word is to the one that was meant.
CLOSE = 0.82
# A length that races have, and nothing in front of it but a name.
RACE_DISTANCE = re.compile(
    r"(?:[^\W\d]+[ /:-]+){0,3}(?:5|10|15|20|21(?:[.,]1)?|25) ?(?:k|km|公里)?\b"
    r"(?! ?(?:x|%|/|:|min|-))"
)
NO_RACE = ("race_pace", "intervals", "easy", "no_run")
# Parts of a title.
PART = re.compile(r"(?:[,;:.!(]| -|\u2192|->)+ ?")
# What may stand around a part.
EDGE = " ,;:.()-"
# Characters that are looked at.
LONGEST = 400
# Categories of words that only runs have.
RUNNING = ("run", "easy", "long", "workout", "recovery", "shakeout")
WORD = re.compile(rf"[\u3400-\u9fff]+|(?<!{LETTER}){LETTER}{{3,}}(?!{LETTER})")
# Somebody may run then.
HOUR = r"(?:0?[6-9]|1\d|2[0-3])"
# "Mum's 60th".
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")
# Numbers that are a length or a name, or count repetitions of so many metres: from 11 on, of no
# race, and no part of shares, paces or ranges. Whatever they are, the title means the same.
ANY_NUMBER = re.compile(
    r"(?<![\w.,:/@%x+(-])(?<![x/@%+:\d-] )(?!(?:15|20|21|42)\b)(?:1[1-9]|[2-9]\d|[1-9]\d{2,5})"
    r"(?= ?(?:km|k|mi|miles?|min|mins|m)?(?:$|,? (?![x/@%+:\d-]))| ?x ?\d{3})"
)
STANDS_FOR_ANY = "97"
# Where it matters how many it is.
PULSE = re.compile(r"\b(?:hr|hf|puls|pols|fc|tetn|bpm|heart|maf)|心率|(?:[a-z]|<) ?1[1-4]\d\b")
# Numbers, of a range both ends at once, and the sign of a pace.
NUMBERS = re.compile(r"\d+(?:[.,:]\d+)*(?: ?- ?\d+(?:[.,:]\d+)*)?")
# A share of some pace or pulse at which a run is easy.
LOW_SHARE = re.compile(r"(?:\b[5-7]\d ?- ?)?\b[5-7]\d ?%")
AT = re.compile(r"@|\d ?%|\d ?x\b|\bx ?\d")
# Words of a title that may have its rest somewhere else than at the start.
SHORT = 5


@cache
def _clock() -> re.Pattern[str]:
    """Find a time of day, which is no number of a run: "17 Uhr", "kl. 17", "alle 17", "5 pm"."""
    return re.compile(
        rf"\b(?:{joining('at')})\.? ?{HOUR}(?:[:.h]\d\d)?\b(?! ?(?:km?|mi?|min|x)\b|['/%-])"
        rf"|\b{HOUR}(?:[:.]\d\d)? ?(?:uhr|[hu](?:\d\d)?)\b"
        rf"|\b\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\b|{HOUR} ?\u70b9"
    )


@cache
def _name_end() -> re.Pattern[str]:
    """Find what stands behind the name of a race, but for what a marathon may be the measure of."""
    return re.compile(rf"(?:{PART.pattern}|[!?]| (?:{joining('in')})\b)")


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
    numbers = [] if PULSE.search(words) else ANY_NUMBER.findall(words)
    meaning = _any_number(ANY_NUMBER.sub(STANDS_FOR_ANY, words) if numbers else words, languages)
    if STANDS_FOR_ANY in meaning.words and len({*numbers}) == 1:
        meaning = replace(meaning, words=meaning.words.replace(STANDS_FOR_ANY, numbers[0]))
    elif STANDS_FOR_ANY in meaning.words:
        meaning = _any_number(words, languages)
    if (not meaning.kind or meaning.weak) and not text.isascii():
        sign = next((SIGNS[char] for char in text if char in SIGNS), "")
        return Meaning(sign, words or sign) if sign else meaning
    return meaning


@lru_cache(maxsize=8192)
def _any_number(words: str, languages: tuple[str, ...]) -> Meaning:
    """Return the meaning of a title in one spelling; titles that differ by a length share it."""
    meaning = _cancelled(words, languages) or _choice(words, languages)
    meaning = meaning or _instead(words, languages) or _whole(words, languages)
    optional = meaning.kind and any_of(own(languages), "optional").search(words)
    return replace(meaning, optional=True) if optional else meaning


def is_no_run(text: str, languages: tuple[str, ...] = CODES) -> bool:
    """Return whether unknown words have nothing of a run: no number, or a date with a dentist."""
    words = spelling(text)[:LONGEST]
    asked = WORD.search(words) and not LENGTH.match(words)
    known = asked and any(_no_run(words, code) for code in languages)
    return bool(known) or not re.search(r"\d", ORDINAL.sub(" ", _clock().sub(" ", words)))


def unknown_words(text: str, languages: tuple[str, ...]) -> str:
    """Return the words of a title that neither its language nor English knows.

    Numbers, units and words of one or two letters are known.
    """
    words = LENGTH.sub(" ", spelling(text)[:LONGEST])
    for code in own(languages):
        words = unit_words(code).sub(" ", vocabulary(code).sub(" ", words))
    return " ".join(WORD.findall(words))


def meant_words(text: str, languages: tuple[str, ...]) -> str:
    """Return unknown words that look like mistyped ones: ``tempoo, did you mean tempo?``."""
    known = _known_words(own(languages))
    words = [word for word in WORD.findall(spelling(text)[:LONGEST]) if word not in known]
    if not words:
        return ""
    unknown = unknown_words(text, languages).split()
    # A word that may have any ending is known with a letter twice at its end, too.
    odd = [word for word in words if word in unknown or TWICE.sub(r"\1", word) in known]
    return "; ".join(f"{word}, did you mean {to}?" for word in odd if (to := _near(word, known)))


@cache
def _known_words(codes: tuple[str, ...]) -> frozenset[str]:
    """Return the words of running that some languages have, without those of several parts."""
    return frozenset(
        word
        for found in (everywhere(), *map(language, codes))
        for category in (*RUNNING, "intervals", "rest")
        for word in (spelling(word).rstrip("*") for word in found.words.get(category, ()))
        if word.isalpha()
    )


def _near(word: str, known: Collection[str]) -> str:
    """Return the known word of which this one has nearly the letters, or all in another order."""
    close = get_close_matches(word, known, n=1, cutoff=CLOSE)
    return next((one for one in known if sorted(one) == sorted(word)), "".join(close))


def may_rest(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether rest is the other choice to something unknown: "X 45 min or off"."""
    parts = any_of(languages[:2], "or", " / ").split(spelling(text)[:LONGEST], maxsplit=1)
    kinds = [_whole(part.strip(" ,.;:/()-"), languages).kind for part in parts if len(parts) > 1]
    return sorted(kinds) == ["", RunKind.REST]


def has_parts(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a title has a pace, or numbers beside one length, as hard runs have.

    Strides, times of day and shares under 80 % don't count.
    """
    words = LOW_SHARE.sub(" ", _clock().sub(" ", spelling(text)[:LONGEST]))
    kept = Features.of(words, languages[0], languages).text
    pace = any_of(own(languages), "pace").search(kept)
    return len(NUMBERS.findall(kept)) > 1 or bool(AT.search(kept) or pace)


def has_strides(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a title names strides."""
    return bool(any_of(own(languages), "strides").search(spelling(text)[:LONGEST]))


def _no_run(words: str, code: str) -> bool:
    return any(
        len(found.group()) >= FOREIGN or IDEOGRAPH.search(found.group())
        for found in words_of(code, "no_run").finditer(words)
    )


def _choice(words: str, languages: tuple[str, ...]) -> Meaning | None:
    """Return the meaning of a title that leaves a choice; None of any other."""
    pattern = any_of(own(languages), "or", " / ")
    parts = [part.strip(" ,.;:/()-") for part in pattern.split(words, maxsplit=1)]
    if len(parts) != 2 or not all(parts):
        return None
    if any(Features.of(parts[0], code, languages).find("intervals") for code in own(languages)):
        return None
    return _either(*(_whole(part, languages) for part in parts))


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
    meaning = _whole(other.strip(), languages)
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
    other = _whole(behind, languages) if behind else Meaning()
    return other if other.kind and not other.weak else Meaning(RunKind.REST, found.group())


def _denies_run(words: str, code: str) -> bool:
    title = Features(code, words)
    ran, rest = title.find("run"), title.starts("rest")
    denied = (ran and (rest or title.denied(ran))) or (rest and title.starts("negation"))
    return bool(denied) and not title.far


def _whole(words: str, languages: tuple[str, ...]) -> Meaning:
    """Return the meaning of words without a choice, and whether strength comes on top."""
    parts = any_of(own(languages), "and", AND).split(words, maxsplit=1)
    if len(parts) == 2 and all(part.strip() for part in parts):
        both = [_look_up(part, languages) for part in parts]
        runs = [meaning for meaning in both if meaning.kind != STRENGTH]
        if len(runs) == 1 and runs[0].kind not in {"", RunKind.REST}:
            return replace(runs[0], strength=True)
        if RunKind.CROSS in {meaning.kind for meaning in both}:
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
    for place, code in enumerate(languages):
        foreign = code not in own_codes
        if foreign and not (has_words and says_something(code, words)):
            continue
        meaning = _in_language(words, code, languages)
        if foreign and _is_chance(meaning.words, languages):
            continue
        if meaning.kind and not meaning.weak:
            return meaning
        if meaning.kind and not best.kind:
            best = meaning
        if place and best.kind and not BARE.fullmatch(best.words):
            break
    return best


def _is_chance(word: str, languages: tuple[str, ...]) -> bool:
    """Return whether a foreign word is too short, or one of the plan's own language as well."""
    short = len(word) < FOREIGN and not IDEOGRAPH.search(word)
    return short or any(knows(code, word) for code in own(languages))


def _in_language(words: str, code: str, languages: tuple[str, ...]) -> Meaning:
    features = Features.of(words, code, languages)
    for kind, found in ORDER:
        if match := found(features):
            return Meaning(kind, match.group().strip(" -"))
    weak = features.find("run") or features.find("session") or BARE.fullmatch(features.text)
    if weak:
        return Meaning(RunKind.EASY, weak.group(), weak=True)
    return Meaning()


def _rest(title: Features) -> Found | None:
    found = title.starts("rest")
    alone = words_of(title.code, "rest_alone").fullmatch(title.text) or title.find("nothing")
    if alone or found is None:
        return alone or _rest_at_last(title)
    behind = Features(title.code, title.text[found.end() :].lstrip(" -."))
    names = ("run", "easy", "workout", "road")
    follows = any(words_of(title.code, name).match(behind.text) for name in names)
    return None if follows or behind.text[:1].isdigit() else found


def _rest_at_last(title: Features) -> Found | None:
    """Return what says in a part of the title that there is no run: "Dentist, numb, no run"."""
    parts = PART.split(title.text)
    plain = _clock().sub(" ", title.text).strip()
    if LENGTH.search(plain) or plain[:1].isdigit() or len(parts) == 1:
        return None
    for part in parts:
        one = Features(title.code, part, title.codes)
        ran = one.find("run") or one.find("session")
        denied = ran and ran.end() == len(part) and one.denied(ran)
        denied = denied and not any(map(one.find, ACTIVE))
        found = words_of(title.code, "rest").fullmatch(part) or (ran if denied else None)
        others = Features(title.code, ", ".join(other for other in parts if other != part))
        if found and not any(map(others.find, ACTIVE)):
            return found
    return None


def _rest_within(title: Features) -> Found | None:
    short = len(title.text.split()) <= SHORT and not title.far
    return title.find("rest") if short else None


def _strength(title: Features) -> Found | None:
    runs = title.running_repetitions
    exercise = title.find("exercises")
    if _lists_exercises(title):
        return exercise
    if title.sets and not runs and (exercise or title.sets > 1) and not title.starts("run"):
        return exercise or title.find("intervals")
    named = next((found for found, _ in title.apart("strength", "workout", "shakeout")), None)
    if named is None or runs:
        return None
    # "Gentle yoga" is no gentle run, and "Rehab gym" is gym.
    before = Features(title.code, title.text[: named.start()].strip())
    easy = words_of(title.code, "easy").fullmatch(before.text)
    unknown = WORD.fullmatch(before.text) and not any(map(before.find, (*RUNNING, "cross")))
    if easy or unknown or title.starts("strength"):
        return named
    return None if DISTANCE.search(title.text) or any(map(title.find, RUNNING)) else named


def _lists_exercises(title: Features) -> bool:
    """Return whether an exercise is named, and nothing of a run or a ride."""
    if not title.every("exercises") or title.far:
        return False
    return not (title.find("cross") or any(map(title.find, RUNNING)))


def _cross(title: Features) -> Found | None:
    found, walk = title.find("cross"), title.find("walk")
    if found is None and walk is None:
        return None
    run = title.find("run")
    walks = None if run or title.find("intervals") else title.starts("walk")
    if first := title.starts("cross") or walks:
        return first
    if found is None or title.running_repetitions or (run and run.start() < found.start()):
        return None
    # "Rando-course", and "32 km long, Jo by bike".
    ahead = Features(title.code, PART.split(title.text, maxsplit=1)[0])
    runs = DISTANCE.search(ahead.text) and any(map(ahead.find, RUNNING))
    if runs and len(ahead.text) <= found.start():
        return None
    compound = title.text[found.end() : found.end() + 1] == "-"
    runs_on = compound and words_of(title.code, "run").match(title.text, found.end() + 1)
    return None if runs_on else found


def _race(title: Features) -> Found | None:
    # "Race number pickup" is no race, and "race week" none.
    about = words_of(title.code, "about")
    for one in title.every("race"):
        errands = [other.span() for other in title.every("no_run")]
        within = any(start <= one.start() and one.end() <= end for start, end in errands)
        if not (within or about.match(title.text[one.end() :].lstrip(" -"))):
            return one
    far = RACE_DISTANCE.match(title.text)
    if far and title.find("flat_out") and not any(map(title.find, NO_RACE)):
        return far
    found = title.find("marathon")
    kept = ["long", "recovery", "workout", "intervals", "strength"]
    if found is None or re.search(r"\d ?$", title.text[: found.start()]):
        return None
    errand = any_of(title.codes or (title.code,), "no_run")  # "Pick up the bib, marathon expo"
    before = title.text[: found.start()].rpartition(":")[2]  # "Good Friday: marathon" is one
    if errand.search(before) or COMPOUND.match(title.text, found.end()):
        return None
    kept += ["easy"] if found.start() else []
    if RACE_PACE in title.text or about.match(title.text[found.end() :].lstrip(" -")):
        return None
    ends = _name_end().match(title.text, found.end()) or title.find("flat_out")
    named = found.start() == 0 and ends
    return found if named or not any(map(title.find, kept)) else None


def _medium_long(title: Features) -> Found | None:
    """Return what is called so, or is long in the middle of the week."""
    named = title.find("medium_long")
    return named or (title.find("long") and title.find("midweek"))


def _long(title: Features) -> Found | None:
    found = title.asserted("long", "medium_long", "easy", "workout", "intervals")
    if found is None:
        return None
    repeats = (title.every("intervals"), title.every("workout"))
    if _is_remark(title, found):
        return None
    for other in (*repeats[0], *repeats[1]):
        gap = other.start() - found.end()
        # "Long intervals", and "series largas", "VMA longue".
        if 0 <= gap <= 1 and not title.find("run") and (other in repeats[0] or not title.far):
            return None
        if 0 <= found.start() - other.end() <= 1 and repeats[0]:
            return None
    return found


def _is_remark(title: Features, found: Found) -> bool:
    """Return whether a word only remarks on a workout that has a length: "15 km tempo, long"."""
    start = max((one.end() for one in PART.finditer(title.text, 0, found.start())), default=0)
    workout, remark = Features(title.code, title.text[:start]), title.text[start:]
    runs = LENGTH.search(remark) or words_of(title.code, "run").search(remark)
    return bool(workout.far and workout.asserted("workout") and not runs)


def _hard(title: Features) -> Found | None:
    weaker = ("easy", "recovery", "no_run")
    behind = EASY_REPEATS.match(title.text)
    if behind and words_of(title.code, "easy").fullmatch(title.text[behind.end() :]):
        return None
    found = title.asserted("intervals", *weaker) or title.asserted("workout", *weaker)
    if not found and title.codes[:1] in {(), (title.code,)}:  # elsewhere letters are words
        found = title.asserted("letters", *weaker)
    return found or title.asserted("test") or title.asserted("race_pace", *weaker)


# Kinds from the surest words to the weakest; the first that is found counts.
ORDER: tuple[tuple[str, Callable[[Features], Found | None]], ...] = (
    (RunKind.REST, _rest),
    (STRENGTH, _strength),
    (RunKind.CROSS, _cross),
    (RunKind.RACE, _race),
    (RunKind.MEDIUM_LONG, _medium_long),
    (RunKind.LONG, _long),
    (RunKind.WORKOUT, _hard),
    (RunKind.RECOVERY, lambda title: title.asserted("shakeout")),
    (RunKind.RECOVERY, lambda title: title.asserted("recovery")),
    (RunKind.EASY, lambda title: title.asserted("easy")),
    (RunKind.REST, _rest_within),
)
