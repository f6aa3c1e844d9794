"""What the words of a run plan mean, by the table ``data/run_titles.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from runtall.domain.library import data_text
from runtall.domain.run_plan import RunKind
from runtall.importers.base import STRENGTH
from runtall.importers.titles import spelling

OR = re.compile(r"\bor\b| / ")
AND = re.compile(r"\s*(?:\+|&|\band\b|\bplus\b|\bthen\b)\s*")
# What is left where the end of a title was taken out.
LOOSE_END = re.compile(r"(?:[\s,;+&(/-]|\b(?:with|w|and|plus|then|incl\.?|including)$)+$")
# Alternatives to a run with which it may be left out.
LEFT_OUT = {RunKind.REST, STRENGTH}
# Characters that are looked at.
LONGEST = 400


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
        They name rest as the other choice.
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    kind: str
    pattern: re.Pattern[str]
    example: str
    weak: bool


@cache
def rows() -> tuple[Row, ...]:
    """Return the table, in its order."""
    return tuple(
        Row(row["kind"], re.compile(row["pattern"]), row["example"], bool(row.get("weak")))
        for row in tomllib.loads(data_text("run_titles.toml"))["title"]
    )


@cache
def _ignored() -> re.Pattern[str]:
    rows = tomllib.loads(data_text("run_titles.toml"))["ignore"]
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows))


@lru_cache(maxsize=4096)
def classify(text: str) -> Meaning:
    """Say what a title means.

    "Rest or X" and "X or rest" are an X that may be left out, "X or Y" is the harder of the
    two, and "cross-training or strength" is cross-training: the strength is ours to place.
    """
    words = spelling(text)[:LONGEST]
    either = [part.strip(" ,.;:/()-") for part in OR.split(words, maxsplit=1)]
    if len(either) == 2 and all(either):
        chosen = _either(*map(_look_up, either))
        if chosen:
            return chosen
    both = [_look_up(part) for part in AND.split(words, maxsplit=1) if part]
    runs = [meaning for meaning in both if meaning.kind != STRENGTH]
    if len(both) == 2 and len(runs) == 1 and runs[0].kind not in {"", RunKind.REST}:
        return replace(runs[0], strength=True)
    return _look_up(words)


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


def _look_up(words: str) -> Meaning:
    kept = LOOSE_END.sub("", " ".join(_ignored().sub(" ", words).split())) or words
    for row in rows():
        if found := row.pattern.search(kept):
            return Meaning(row.kind, found.group().strip(), weak=row.weak)
    return Meaning()
