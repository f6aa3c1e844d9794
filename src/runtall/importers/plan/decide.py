"""What an entry is: by the runner, by the file's own fields, by its title, by its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from runtall.domain.run_plan import EASY_KINDS, IGNORE, NOT_RUNNING, STRENGTH, RunKind
from runtall.importers.base import Entry, Provenance
from runtall.importers.kinds.classify import Meaning, classify
from runtall.importers.kinds.features import DISTANCE, LENGTH, RUN_REPETITION, SHORT_M
from runtall.importers.kinds.kind_words import RACE_DISTANCE
from runtall.importers.kinds.paces import gets_faster
from runtall.importers.kinds.unexplained import (
    as_meant,
    has_parts,
    has_strides,
    is_no_run,
    may_rest,
    meant_words,
    unknown_words,
)
from runtall.importers.plan.remarks import without_conditions
from runtall.importers.words.languages import CODES, any_of, own, worded
from runtall.importers.words.titles import spelling, without_optional

# What an entry names that has its kind from a table's own column.
KIND_COLUMN = "kind"
# What stands in front of what a run is: a service's word for it, the name of a quality run.
PREFIX = re.compile(r"^\s*(?:run(?:ning)?\s*:\s*(?=\S)|q\d[ :.=-]+(?=\w))", re.IGNORECASE)
# What a description may mention without meaning the day, where the title says something.
NOT_IN_TEXT = {RunKind.REST, RunKind.RACE, STRENGTH}
# So few short repetitions are strides where something else says that the run is easy.
STRIDES = re.compile(
    rf"(?<![\d.])(?:[2-9]|1[0-2]) ?x ?(?:{SHORT_M}"
    r"|(?:1\d|2[05]) ?(?:s(?:ec\w*)?\b|\"|''))(?!(?: \w+)? ?[/-]| (?:up)?hills?)"
)
# How long of each, in turn, beside a run with walks: "60s/30s", "3:1".
OF_RATIO = r"\d+(?:[:.]\d\d)? ?(?:s|secs?|m|min)?"
RATIO = re.compile(rf"{OF_RATIO} ?[/:] ?{OF_RATIO}")
# Minutes of running to those of walking, behind how long both go on: "25 min, 3:1".
RUN_WALK = re.compile(
    r"(?i)(\d ?(?:min|mins|minutes|h|hours?|km|k|mi|miles?)\b\W{0,8})(?:[1-9]|10):[1-3](?!\d)"
)
# Characters between a length and the hard word that it is for.
NEAR = 25


@dataclass(frozen=True, slots=True)
class Decided:
    """What an entry is, and why.

    Parameters
    ----------
    meaning
        Its kind is empty where the entry is no training.
    asked
        Nothing says that it is none: the runner has to.
    unknown
        Words that may say more than the weak one that decided.
    """

    meaning: Meaning
    provenance: Provenance
    asked: bool = False
    unknown: str = ""


def decide(entry: Entry, corrected: tuple[str, bool] | None, languages: tuple[str, ...]) -> Decided:
    """Say what an entry is.

    Parameters
    ----------
    corrected
        What the runner says it is, and whether it is optional.
    """
    if corrected:
        kind = "" if corrected[0] == IGNORE else corrected[0]
        return Decided(Meaning(kind, "runs.kinds", corrected[1]), Provenance.STATED)
    plain, optional = without_optional(entry.title)
    plain = PREFIX.sub("", plain)
    if ":" in plain:
        plain = RUN_WALK.sub(r"\1", plain)
    plain = plain.rstrip(" ,(")
    optional = optional or entry.optional
    called = entry.kind == STRENGTH and entry.says != KIND_COLUMN
    runs = (_run_beside(one, languages) for one in (plain, entry.text) if called)
    if run := next(filter(None, runs), None):
        return Decided(run, Provenance.INFERRED)
    if entry.kind:
        said = Meaning() if entry.says == KIND_COLUMN else classify(plain, languages)
        optional = optional or said.optional
        return Decided(Meaning(entry.kind, entry.says, optional), Provenance.STATED)
    meaning, mistyped = _meaning(plain, entry, languages), ""
    if meaning.weak or not meaning.kind:
        other = _meaning(as_meant(plain, languages), entry, languages)
        if other.kind and not other.weak and other != meaning:
            meaning, mistyped = other, meant_words(plain, languages)
    both = f"{plain} {entry.text}" if entry.text else plain
    if meaning.kind in EASY_KINDS and gets_faster(both) and not has_strides(both, languages):
        meaning = Meaning(RunKind.WORKOUT, "a faster pace", meaning.optional)
    if meaning.kind:
        if optional and not meaning.optional:
            meaning = replace(meaning, optional=True)
        if meaning.weak:
            unknown = unknown_words(plain, languages)
        else:  # a word of another language may be a mistyped one of its own
            unknown = mistyped or meant_words(meaning.words, languages)
            unknown = unknown or _hard_words(entry, meaning, languages)
        return Decided(meaning, Provenance.INFERRED, unknown=unknown)
    typed = entry.says and classify(entry.says, languages).kind
    said_to_run = typed or PREFIX.match(entry.title)
    # A name of somebody's own is a run where its text begins with how far.
    far = DISTANCE.match(spelling(entry.text))
    named = f"{plain} {far.group()}" if far else plain
    if spelling(plain) == "r" and not entry.distance_m:  # a day off, unless a legend knows better
        return Decided(Meaning(RunKind.REST, plain), Provenance.ASSUMED)
    if not (entry.distance_m or said_to_run) and is_no_run(named, languages):
        return Decided(Meaning(), Provenance.ASSUMED, asked=True)
    if may_rest(plain, languages):
        return Decided(Meaning(RunKind.EASY, "", optional=True), Provenance.ASSUMED)
    meant = meant_words(plain, languages)
    hard = meant and classify(meant, languages).kind == RunKind.WORKOUT
    kind = RunKind.WORKOUT if hard or has_parts(plain, languages) else RunKind.EASY
    return Decided(Meaning(kind, "", optional), Provenance.ASSUMED, unknown=meant)


def run_beside_rest(entry: Entry, languages: tuple[str, ...]) -> str:
    """Return what an entry that is rest has of a run: its title, its distance; mostly nothing."""
    said = classify(entry.title, languages)
    runs = said.kind in {*RunKind} - NOT_RUNNING and not (said.weak or said.optional)
    far = f"{entry.distance_m / 1000:g} km" if entry.distance_m else ""
    return ", ".join(filter(None, (entry.title if runs else "", far)))


def _meaning(title: str, entry: Entry, languages: tuple[str, ...]) -> Meaning:
    """Return the meaning of the title with the type; of the text where they say little."""
    by_title = _with_type(classify(title, languages), entry, languages)
    if by_title.kind == RunKind.WORKOUT and STRIDES.search(spelling(entry.text)):
        both = classify(f"{title}, {entry.text}", languages)  # which may tell what speed is meant
        by_title = both if both.kind in EASY_KINDS and not both.weak else by_title
    easy = by_title.kind in EASY_KINDS and not by_title.weak
    strides = easy or has_strides(title, languages)
    text = without_conditions(entry.text, languages)
    text = _without_strides(text) if strides else text
    by_text = classify(text, languages) if text else Meaning()
    if by_title.kind == STRENGTH and (run := _run_beside(entry.text, languages)):
        return run
    if by_title.kind and not by_title.weak:
        ratio = RATIO.fullmatch(spelling(text)) and any_of(CODES, "walk").search(spelling(title))
        hard = by_title.kind in EASY_KINDS and not ratio and _plainly_hard(text, by_text)
        return by_text if hard else by_title
    usable = by_text.kind and not by_text.weak and by_text.kind not in NOT_IN_TEXT
    if by_text.kind == RunKind.RACE and by_title.weak and RACE_DISTANCE.match(spelling(title)):
        return by_text
    unsaid = by_text.kind and not by_title.kind
    if usable or (unsaid and not (title and is_no_run(title, languages) and by_text.weak)):
        return replace(by_text, strength=by_title.strength)
    return by_title


def _run_beside(text: str, languages: tuple[str, ...]) -> Meaning | None:
    """Return the run, with how far it is, that what is called strength has as well, if it does.

    One to warm up, and one before or after which it is, is none of its own.
    """
    first = re.split(r"\n|[.;] ", text, maxsplit=1)[0]
    words = spelling(first)
    found = DISTANCE.search(words) or RUN_REPETITION.search(words)
    run = classify(first, languages)
    if not found or run.weak or run.kind not in {*RunKind} - NOT_RUNNING:
        return None
    ahead = any_of(own(languages), "beside").search(words[: found.start()])
    if ahead or worded(r"(?:^|\W)«instead_of|drop»\b").search(words):
        return None
    warm = any_of(own(languages), "warm_up").search(words)
    return None if warm else replace(run, strength=True)


def _with_type(by_title: Meaning, entry: Entry, languages: tuple[str, ...]) -> Meaning:
    """Return what the title and a column for the type say together: the harder of two runs."""
    if not entry.says:
        return by_title
    by_type = classify(entry.says, languages)
    if by_title.kind == RunKind.REST and by_type.kind == STRENGTH:
        return by_title
    if by_type.kind == STRENGTH and (run := _run_beside(entry.title, languages)):
        return run
    if not by_type.kind or by_type.weak:
        unsaid = not (entry.title or by_title.kind)
        return Meaning(RunKind.EASY, entry.says, weak=True) if unsaid else by_title
    if not by_title.kind or by_title.weak or by_type.kind not in list(RunKind)[2:]:
        return replace(by_type, optional=by_title.optional, strength=by_title.strength)
    if by_type.kind in EASY_KINDS:  # a tag of all tasks, those with a ride or rest as well
        return by_title
    harder = (
        by_title.kind in list(RunKind)
        and RunKind(by_title.kind).hardness > RunKind(by_type.kind).hardness
    )
    return by_title if harder else by_type


def _hard_words(entry: Entry, taken: Meaning, languages: tuple[str, ...]) -> str:
    """Return the words of a text that may make a day hard which is taken for an easy one."""
    text = _without_strides(entry.text)
    if taken.kind not in {*EASY_KINDS, RunKind.REST} or not text:
        return ""
    by_text = classify(text, languages)
    hard = by_text.kind == RunKind.WORKOUT and not by_text.weak
    return by_text.words if hard and by_text.words != taken.words else ""


def _without_strides(text: str) -> str:
    """Return the text of an easy run without short repetitions, which are strides."""
    words = spelling(text)
    kept = STRIDES.sub("; ", words)  # how they are run goes with no length ahead
    return text if kept == words else kept.strip(" .,;:+()")


def _plainly_hard(text: str, meaning: Meaning) -> bool:
    """Return whether a text has hard running with its length, and not only in passing."""
    words = spelling(text)
    if meaning.kind != RunKind.WORKOUT:
        return False
    place = words.find(meaning.words)
    before = words[max(0, place - NEAR) : place]
    clause = re.split(r"[.;!?]\s", before)[-1]
    return bool(re.search(r"\d", meaning.words) or LENGTH.search(clause))
