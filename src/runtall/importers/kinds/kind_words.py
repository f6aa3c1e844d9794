"""What makes a title of one language each kind: the words, and where they have to stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from runtall.domain.run_plan import STRENGTH, RunKind
from runtall.importers.kinds.features import DISTANCE, LENGTH, RACE_PACE, Features, Found
from runtall.importers.words.languages import (
    LETTER,
    any_of,
    joining,
    language,
    numbers_fetched,
    pattern_of,
    vocabulary,
    worded,
    words_of,
)

ACTIVE = ("workout", "intervals", "long", "strength", "cross")
# "2 x 30 min" where nothing follows but an easy word: a run in parts.
EASY_REPEATS = re.compile(r"^\d ?x ?\d+ ?(?:km|k|mi|miles|min|mins|minutes|') ")
# A word goes on behind a hyphen: "Marathon-Tempo".
COMPOUND = re.compile(r"-[^\W\d_]")
# A length that races have, and nothing in front of it but a name.
RACE_DISTANCE = re.compile(
    r"(?:[^\W\d]+[ /:-]+){0,3}(?:(?:5|10|15|20|21(?:[.,]1)?|25) ?(?:k|km|公里)?|park ?run)"
    r"(?:\b|(?<=里))(?! ?(?:x|%|/|:|min|-|'))"
)
# What is no name of a race: "half marathon effort, hard".
KINDS_OF_RUNS = ("easy", "long", "recovery", "workout", "intervals", "about", "no_run", "pace")
NO_RACE = ("race_pace", "intervals", "easy", "no_run")
# What may stand before the name of a race, and a place behind it, in Romance languages.
OF_PLACE = re.compile(
    r" (?:(?:de|di|do|da|du|dos|das|del|della|dell[ae]?) |d')"
    r"(?P<name>(?:[^\W\d_]+[ '-]?){1,4})(?:[,;:.!(]|(?<= )-)"
)
THE = re.compile(r"(?:la|le|el|il|a|o|the) ")
# What stands before the name of a race that something is about, or is longer than.
OF_RACE = rf"(?: (?:{LETTER}{{1,3}}|dell[aeo]))"
THAN = rf"\b«than»(?: {LETTER}{{1,3}})? $"
# Parts of a title.
PART = re.compile(r"(?:[,;:.!(]| -|\u2192|->)+ ?")
# Categories of words that only runs have.
RUNNING = ("run", "easy", "long", "workout", "recovery", "shakeout")
WORD = re.compile(rf"[\u3400-\u9fff]+|(?<!{LETTER}){LETTER}{{3,}}(?!{LETTER})")
# "City2Surf", "Bike2Work".
NAME_WITH_FIGURE = re.compile(rf"{LETTER}{{3,}}[24]{LETTER}{{3,}}")
# Somebody may run then.
HOUR = r"(?:0?[6-9]|1\d|2[0-3])"
# A time of day, which is no number of a run: "17 Uhr", "kl. 17", "alle 17", "5 pm".
CLOCK = (
    rf"\b«at»\.? ?{HOUR}(?:[:.h]\d\d)?\b(?! ?(?:km?|mi?|min|x)\b|['/%-])"
    rf"|\b{HOUR}(?:[:.]\d\d)? ?(?:uhr|[hu](?:\d\d)?)\b"
    rf"|\b\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\b|{HOUR} ?\u70b9"
)
# What stands behind the name of a race, but for what a marathon may be the measure of.
NAME_END = rf"(?:{PART.pattern}|[!?]| «in»\b)"
# Words of a title that may have its rest somewhere else than at the start.
SHORT = 5


def _is_of_place(title: Features, found: Found) -> bool:
    """Return whether a race has its place behind it, and more behind that: "semi de Lyon, vite"."""
    place = OF_PLACE.match(title.text, found.end())
    kinds = any_of(title.codes or (title.code,), *KINDS_OF_RUNS)
    return place is not None and not kinds.search(place["name"])


def _rest(title: Features) -> Found | None:
    found = title.starts("rest")
    if found and _is_of_a_run(title, found):
        return None
    alone = words_of(title.code, "rest_alone").fullmatch(title.text) or title.find("nothing")
    if alone or found is None:
        return alone or _rest_at_last(title)
    behind = Features(title.code, title.text[found.end() :].lstrip(" -."))
    names = ("run", "easy", "workout", "road")
    follows = any(words_of(title.code, name).match(behind.text) for name in names)
    return None if follows or behind.text[:1].isdigit() else found


def _is_of_a_run(title: Features, found: Found) -> bool:
    """Return whether a word for rest stands beside a run: "Day off work, 6 x 800", "off-road"."""
    if _is_within(title, found):
        return True
    behind = re.sub(r"\([^()]*\)?", "", title.text[found.end() :])
    return any(_is_run(Features(title.code, part, title.codes)) for part in PART.split(behind)[1:])


def _is_within(title: Features, found: Found) -> bool:
    """Return whether a word for rest is one of several that mean none: "off-road"."""
    if any(one.start() < found.start() < one.end() for one in title.every("intervals")):
        return True
    longer = (*title.every("known"), *title.every("no_run"))
    return any(
        one.start() <= found.start() and found.end() <= one.end() and one.span() != found.span()
        for one in longer
    )


def _is_run(part: Features) -> bool:
    """Return whether words are a run with its length, on that day and for sure."""
    named = part.running_repetitions or any(map(part.find, (*RUNNING, "intervals")))
    if not (named and (part.far or re.search(r"\d", part.text))):
        return False
    elsewhere = _another_day((part.code, *part.codes)).search(part.text)
    return not (elsewhere or any(map(part.find, ("strength", "cross", "walk", "no_run"))))


@cache
def _another_day(codes: tuple[str, ...]) -> re.Pattern[str]:
    """Find what says that a run is, or was, on another day."""
    days = "|".join(re.escape(day) for code in codes for day in language(code).weekdays)
    return re.compile(
        rf"\b(?:{joining('move', 'tomorrow', 'past', 'yesterday', codes=codes)}|{days})\b"
    )


def _rest_at_last(title: Features) -> Found | None:
    """Return what says in a part of the title that there is no run: "Dentist, numb, no run"."""
    parts = PART.split(title.text)
    plain = worded(CLOCK).sub(" ", title.text).strip()
    if LENGTH.search(plain) or plain[:1].isdigit():
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
    found = title.find("rest") if short else None
    return None if found and _is_within(title, found) else found


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
    # "Cross (gym bike)", and "Pool, legs only".
    if title.starts("cross") and re.search("[(,]", title.text[: named.start()]):
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
    names = [one.span() for one in NAME_WITH_FIGURE.finditer(title.text)]
    in_name = found and any(start <= found.start() < end for start, end in names)
    found = None if found and (in_name or title.denied(found)) else found
    if found and title.find("run") and _is_platform(title):
        found = None
    if found is None and walk is None:
        return None
    run = title.find("run")
    race = _race(title)
    if race and _is_place(title, title.text[: race.start()]):  # "Surf City Marathon"
        return None
    if first := (found and title.starts("cross")) or _walk(title):
        return first
    if found is None or title.running_repetitions or (run and run.start() < found.start()):
        return None
    # "Race: Spinfield half" is no spinning, "race by bike" may be a ride.
    if race and not race.start() and len(title.text[race.end() : found.start()].split()) > 1:
        return None
    # "Rando-course", and "32 km long, Jo by bike".
    ahead = Features(title.code, PART.split(title.text, maxsplit=1)[0])
    runs = DISTANCE.search(ahead.text) and any(map(ahead.find, RUNNING))
    if runs and len(ahead.text) <= found.start():
        return None
    compound = title.text[found.end() : found.end() + 1] == "-"
    runs_on = compound and words_of(title.code, "run").match(title.text, found.end() + 1)
    return None if runs_on else found


def _is_platform(title: Features) -> bool:
    """Return whether all that is no run is where it is done: "Peloton tempo run"."""
    platform = words_of(title.code, "platform")
    return all(platform.fullmatch(one.group()) for one in title.every("cross"))


def _walk(title: Features) -> Found | None:
    """Return a walk that a title begins with, behind its length and how brisk it is.

    Or one that has the only length, beside something else: "Garden + walk 40 min".
    """
    if title.find("run") or title.find("intervals"):
        return None
    between = any_of(("en", title.code), "and", r"[+&]", PART.pattern)
    parts = between.split(title.text)
    if any(_is_run(Features(title.code, part, title.codes)) for part in parts):
        return None
    if first := title.starts("walk"):
        return first
    measured = [Features(title.code, part) for part in parts if re.search(r"\d", part)]
    if len(measured) == 1 < len(parts) and measured[0].far and (alone := _walk(measured[0])):
        rest = Features(title.code, title.text.replace(measured[0].text, ""))
        if not any(map(rest.find, (*RUNNING, *NO_RACE, "race"))):
            return alone
    if not (found := title.find("walk")) or PART.search(title.text[: found.start()]):
        return None
    ahead = LENGTH.sub(" ", title.text[: found.start()])
    for name in ("workout", "quick", "easy", "long"):
        ahead = words_of(title.code, name).sub(" ", ahead)
    return None if WORD.search(ahead) else found


def _race(title: Features) -> Found | None:
    # "Race number pickup" is no race, and "race week" none.
    about, codes = words_of(title.code, "about"), title.codes or (title.code,)
    for one in title.every("race"):
        errands = [other.span() for other in title.every("no_run")]
        within = any(start <= one.start() and one.end() <= end for start, end in errands)
        passing = worded(THAN, *codes).search(title.text[: one.start()])
        denied = passing or (one.start() and title.denied(one))  # "No race" may be one's name
        if not (within or denied or about.match(title.text[one.end() :].lstrip(" -"))):
            return one
    far = RACE_DISTANCE.match(title.text)
    # "Parkrun flat out (jog there)" is no jog.
    besides = Features(title.code, re.sub(r"\([^()]*\)", "", title.text))
    # "20 km mit 5 km Vollgas".
    part = worded(r" «containing» ?\d").search(besides.text)
    hard = title.asserted("flat_out", "no_run")  # "Startnummer abholen" is an errand
    paced = RACE_PACE in title.text or any(map(besides.find, NO_RACE))
    if far and (hard or _tests(title, far.end())) and not (part or paced):
        return far
    found = title.find("marathon")
    kept = ["long", "recovery", "workout", "intervals", "strength"]
    if found is None or re.search(r"\d ?$", title.text[: found.start()]):
        return None
    errand = any_of(codes, "no_run")  # "Pick up the bib, marathon expo"
    before = title.text[: found.start()].rpartition(":")[2]  # "Good Friday: marathon" is one
    fetching = numbers_fetched().match(title.text[found.end() :].lstrip(" -:"))
    passing = _about_race(title.code).search(before) or worded(THAN, *codes).search(before)
    if errand.search(before) or passing or fetching or COMPOUND.match(title.text, found.end()):
        return None
    kept += ["easy"] if found.start() else []
    if _is_effort(title, found):
        return found
    if RACE_PACE in title.text or about.match(title.text[found.end() :].lstrip(" -")):
        return None
    ends = worded(NAME_END).match(title.text, found.end()) or title.find("flat_out")
    begins = found.start() == 0 or THE.fullmatch(title.text[: found.start()])
    named = begins and (ends or _tests(title, found.end()) or _is_of_place(title, found))
    runs = (one for name in kept for one, _ in title.apart(name, "easy"))
    alone = not any(runs) or _is_place(title, title.text[: found.start()])
    return found if named or alone else None


def _tests(title: Features, start: int) -> bool:
    """Return whether a part of a title behind a race's distance calls it a test, and no more."""
    parts = (part.strip(" -)") for part in PART.split(title.text[start:]))
    return any(map(words_of(title.code, "test").fullmatch, parts))


@cache
def _about_race(code: str) -> re.Pattern[str]:
    """Find what something is that has a race in its name: "Feria del maratón"."""
    return re.compile(rf"\b(?:{pattern_of('about', code)}){OF_RACE}{{1,2}} $")


def _is_effort(title: Features, found: Found) -> bool:
    """Return whether a race with a name has nothing behind it but how hard: "Bath HM - hard"."""
    sign = PART.search(title.text, found.end())
    behind = title.text[sign.end() :] if sign else ""
    hard = behind == RACE_PACE or words_of(title.code, "workout").fullmatch(behind)
    if sign is None or not hard:
        return False
    ahead, name = title.text[: found.start()], title.text[found.end() : sign.start()]
    words = ahead if ahead else name
    kinds = any_of(title.codes or (title.code,), *KINDS_OF_RUNS)
    named = WORD.search(words) and not re.search(r"\d|@", words)
    return bool(named and not (ahead and name) and not kinds.search(words))


def _is_place(title: Features, words: str) -> bool:
    """Return whether a marathon is called after a place: "Long Beach", "Box Hill"."""
    place, kinds = words_of(title.code, "place"), vocabulary(title.code)
    names = [word for word in words.split() if not place.fullmatch(word)]
    known = any(kinds.fullmatch(name) for name in names)
    return len(names) < len(words.split()) and bool(names) and words.islower() and not known


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
        run = any(title.apart("run", "workout")) and (title.far or other not in repeats[0])
        tempo = words_of(title.code, "tempo").match(other.group())
        if 0 <= gap <= 1 and not run and (tempo or other in repeats[0] or not title.far):
            return None
        if 0 <= found.start() - other.end() <= 1 and repeats[0]:
            return None
    return found


def _is_remark(title: Features, found: Found) -> bool:
    """Return whether a word only remarks on a workout that has a length: "15 km tempo, long".

    Of a short, a middle and a long tempo the last is called "tempo 10k long".
    """
    start = max((one.end() for one in PART.finditer(title.text, 0, found.start())), default=0)
    ahead = Features(title.code, title.text[start : found.start()].strip())
    lengths = [*LENGTH.finditer(ahead.text)]
    at_last = found.end() == len(title.text) and [one.end() for one in lengths] == [len(ahead.text)]
    start = found.start() if at_last and ahead.starts("workout") else start
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
KINDS_BY_WORDS: tuple[tuple[str, Callable[[Features], Found | None]], ...] = (
    (RunKind.REST, _rest),
    (STRENGTH, _strength),
    (RunKind.CROSS, _cross),
    (RunKind.RACE, _race),
    (RunKind.MEDIUM_LONG, _medium_long),
    (RunKind.LONG, _long),
    (RunKind.WORKOUT, _hard),
    (RunKind.RECOVERY, lambda title: title.asserted("shakeout")),
    (RunKind.RECOVERY, lambda title: title.asserted("recovery", "no_run")),
    (RunKind.EASY, lambda title: title.asserted("easy")),
    (RunKind.REST, _rest_within),
)
