"""Reading a session card back from its own words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.plan import Entry
from runtall.exporters.card_text import BENEFITS, IN_TURNS, RUN_THAT_DAY, WHY
from runtall.exporters.fields import collecting, one_of
from runtall.exporters.session_card import EACH_HAND
from runtall.exporters.units import distance_metres, load_grams
from runtall.progression.texts import texts

NUMBERED = re.compile(r"\s*([0-9]{1,2})\.\s+(.*)")
DOSE = re.compile(r"([0-9]{1,3})\s*[x\u00d7]\s*(?:([0-9]{1,4})\s*(m|yd|s)?|\?)(\s+per side)?")
METHOD = "method_"
MEASURES = {None: "reps", "m": "distance_m", "yd": "distance_m", "s": "hold_s"}
# What may follow the dose, in any order.
NUMBERS = {
    "rir": re.compile("([0-9]{1,2})(?: reps?)? in reserve"),
    "rest_s": re.compile("rest ([0-9]{1,4}) s"),
    "pair": re.compile(IN_TURNS + "([0-9]{1,2})"),
}
OPTION = re.compile(r"Option ([A-Z])\b")
RUN = re.compile(re.escape(RUN_THAT_DAY) + r"(.+?)\. ")
TITLE = re.compile(r"Strength (D1|D2|merged|very light|light)\b(?:.*?\b([0-9]{1,3}) min\b)?")


def read_title(title: str) -> tuple[SessionKind, int | None]:
    """Return kind and minutes out of ``Strength D1 - pull + core, 32 min``.

    Raises
    ------
    ValueError
        If no kind of session is named there.
    """
    match = TITLE.match(title)
    if match is None:
        raise ValueError(f"{title!r} names no kind of session, as in 'Strength D1 - ...'")
    return SessionKind(match[1].replace(" ", "_")), int(match[2]) if match[2] else None


def read_entries(card: str, library: Mapping[str, Exercise]) -> tuple[Entry, ...]:
    """Read the numbered lines of a card.

    Raises
    ------
    ValueError
        With every line that can't be read, one a line; or if there is no numbered line.
    """
    keys = {exercise.name.lower(): key for key, exercise in library.items()}
    entries: list[Entry] = []
    faults: list[str] = []
    pairs = itertools.pairwise([*card.splitlines(), ""])
    for number, (line, below) in enumerate(pairs, start=1):
        if match := NUMBERED.fullmatch(line):
            with collecting(faults, f"line {number} of its text: "):
                entry = _entry(int(match[1]), match[2], keys)
                entries.append(replace(entry, note=_note(below, library[entry.exercise])))
    if not entries and not faults:
        faults.append("its text has no exercise, as in '1. Push-up: 3 x 8'")
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(entries)


def read_option_and_run(card: str) -> tuple[str, str]:
    """Return option and running as the card states them; empty where it doesn't."""
    lines = card.splitlines()
    found = (line for line in lines if OPTION.match(line) or line.startswith(RUN_THAT_DAY))
    day_line = next(found, "")
    option = OPTION.match(day_line) or OPTION.match(read_why(card))
    run = RUN.search(day_line)
    return option[1] if option else "", run[1] if run else ""


def read_why(card: str) -> str:
    """Read the why-today line."""
    found = (line for line in card.splitlines() if line.startswith(WHY))
    return next(found, WHY).removeprefix(WHY)


def _note(line: str, exercise: Exercise) -> str:
    """Return what stands between an exercise's cue and its benefits; empty on any other line."""
    cue = f"- {exercise.cue} "
    return line.removeprefix(cue).rpartition(BENEFITS)[0] if line.startswith(cue) else ""


def _entry(position: int, words: str, keys: Mapping[str, str]) -> Entry:
    name, colon, rest = words.partition(":")
    key = keys[one_of(name.strip().lower(), keys, "exercise")]
    parts = [part.strip() for part in rest.split(",")]
    dose = DOSE.fullmatch(parts[0])
    if not colon or dose is None:
        raise ValueError(f"{rest.strip()!r} does not begin with sets and amount, as in '3 x 8'")
    found: dict[str, Any] = {"method": "hold"}
    if dose[2]:
        found[MEASURES[dose[3]]] = distance_metres(int(dose[2]), dose[3])
    methods = {words: key for key, words in texts().items() if key.startswith(METHOD)}
    own = []
    for part in filter(None, parts[1:]):
        matches = {name: pattern.fullmatch(part) for name, pattern in NUMBERS.items()}
        known: dict[str, Any] = {name: int(match[1]) for name, match in matches.items() if match}
        if part in methods:
            known["method"] = methods[part].removeprefix(METHOD)
        if not known:
            own.append(part)
        found |= known
    load = ", ".join(own)
    load_g = load_grams(load.removesuffix(EACH_HAND))
    return Entry(
        position=position,
        exercise=key,
        sets=int(dose[1]),
        per_side=bool(dose[4]),
        load_g=load_g,
        load="" if load_g is not None else load,
        **found,
    )
