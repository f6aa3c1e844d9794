"""Reading a session card back from its own words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace

from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.plan import Entry
from runtall.exporters.card_text import BENEFITS, IN_TURNS, RUN_THAT_DAY, WHY
from runtall.exporters.fields import one_of
from runtall.exporters.session_card import EACH_HAND, METHODS
from runtall.exporters.units import distance_metres, load_grams

NUMBERED = re.compile(r"\s*([0-9]{1,2})\.\s+(.*)")
DOSE = re.compile(r"([0-9]{1,3})\s*[x\u00d7]\s*(?:([0-9]{1,4})\s*(m|yd|s)?|\?)(\s+per side)?")
RESERVE = re.compile(r"([0-9]{1,2})(?: reps?)? in reserve")
PAIR = re.compile(re.escape(IN_TURNS) + r"([0-9]{1,2})")
REST = re.compile(r"rest ([0-9]{1,4}) s")
OPTION = re.compile(r"Option ([A-Z])\b")
RUN = re.compile(re.escape(RUN_THAT_DAY) + r"(.+?)\. ")
TITLE = re.compile(r"Strength (D1|D2|merged|very light|light)\b(?:.*?\b([0-9]{1,3}) min\b)?")
WORDS_OF_METHOD = {words: method for method, words in METHODS.items()}


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
    entries, faults = [], []
    lines = [*card.splitlines(), ""]
    for number, (line, below) in enumerate(itertools.pairwise(lines), start=1):
        match = NUMBERED.fullmatch(line)
        if match is None:
            continue
        try:
            entry = _entry(int(match[1]), match[2], keys)
            entries.append(replace(entry, note=_note(below, library[entry.exercise])))
        except ValueError as error:
            faults.append(f"line {number} of its text: {error}")
    if not entries and not faults:
        faults.append("its text has no exercise, as in '1. Push-up: 3 x 8'")
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(entries)


def read_option_and_run(card: str) -> tuple[str, str]:
    """Return option and running as the card states them; empty where it doesn't."""
    reason = OPTION.match(read_why(card))
    option, run = reason[1] if reason else "", ""
    for line in card.splitlines():
        if line.startswith(WHY):
            continue
        found_option, found_run = OPTION.match(line), RUN.search(line)
        if found_option or line.startswith(RUN_THAT_DAY):
            option = found_option[1] if found_option else option
            run = found_run[1] if found_run else ""
            break
    return option, run


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
    amount = int(dose[2]) if dose[2] else None
    unit = dose[3]
    rir = rest_s = pair = None
    method, load = "hold", []
    for part in parts[1:]:
        if reserve := RESERVE.fullmatch(part):
            rir = int(reserve[1])
        elif pause := REST.fullmatch(part):
            rest_s = int(pause[1])
        elif turns := PAIR.fullmatch(part):
            pair = int(turns[1])
        elif part in WORDS_OF_METHOD:
            method = WORDS_OF_METHOD[part]
        elif part:
            load.append(part)
    load_words = ", ".join(load)
    load_g = load_grams(load_words.removesuffix(EACH_HAND))
    metres = amount is not None and unit in {"m", "yd"}
    return Entry(
        position=position,
        exercise=key,
        sets=int(dose[1]),
        reps=amount if unit is None else None,
        distance_m=distance_metres(amount, unit) if metres and amount is not None else None,
        hold_s=amount if unit == "s" else None,
        per_side=bool(dose[4]),
        load_g=load_g,
        load="" if load_g is not None else load_words,
        rir=rir,
        rest_s=rest_s,
        method=method,
        pair=pair,
    )
