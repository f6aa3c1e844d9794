"""Reading what was decided of a session back from its card: all else on it follows from that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.domain.units import distance_metres, load_grams
from runtall.exporters.card_item import EACH_HAND, IN_A_BAG, in_words, plain_name
from runtall.exporters.card_text import AT, EVERY, SETS, WHY
from runtall.exporters.fields import collecting, one_of
from runtall.exporters.way_out import BELL, BELLS
from runtall.progression.effort import most_rir
from runtall.progression.texts import KIND_WORDS, say

LABEL = "[0-9]{1,2}[ab]?"
NUMBERED = re.compile(rf"\s*({LABEL})\.\s+(.*)")
NOTE = re.compile(rf"({EVERY}|{LABEL}(?:, {LABEL})*): (.*)")
AMOUNT = r"([0-9]{1,4}(?:\.[0-9])?)\s*(m|yd|s)?|\?"
RANGE = r"(?:\s*\([0-9]{1,4}-[0-9]{1,4}(?: (?:m|yd|s))?\))?"
DOSE = re.compile(rf"([0-9]{{1,3}})\s*[x\u00d7]\s*(?:{AMOUNT}){RANGE}(?:\s+per side)?(?:{AT}(.+))?")
RESERVE = re.compile("(?:with )?([0-9]{1,2})(?: or more)?(?: reps?)? in reserve")
MEASURES = {None: "reps", "m": "distance_m", "yd": "distance_m", "s": "hold_s"}
KINDS = {words: kind for kind, words in KIND_WORDS.items()}
TITLE = re.compile(rf"Strength: ({'|'.join(KINDS)})\b(?:.*?\b([0-9]{{1,3}}) min\b)?")
WAY_OUT = re.compile(rf"; (?:{re.escape(say('way_out'))}|{say('way_out_again')}) ")
TOKEN = re.compile(rf"({LABEL})=([0-9]{{1,3}})(?:/([0-9]{{1,2}}))?")


class Line(NamedTuple):
    """An exercise as its line has it, and its label."""

    label: str
    entry: Entry


def read_title(title: str) -> tuple[SessionKind, int | None]:
    """Return kind and minutes out of ``Strength: pull day, 32 min``.

    Raises
    ------
    ValueError
        If no kind of session is named there.
    """
    match = TITLE.match(title)
    if match is None:
        known = ", ".join(KINDS)
        raise ValueError(
            f"{title!r} names no kind of session, as in 'Strength: pull day'; allowed: {known}"
        )
    return KINDS[match[1]], int(match[2]) if match[2] else None


def read_lines(card: str, notes: str, library: Mapping[str, Exercise]) -> Sequence[Line]:
    """Read the exercises of a card.

    Parameters
    ----------
    notes
        All of its notes, where the card has no room for them.

    Raises
    ------
    ValueError
        With every line that can't be read, one a line; or if there is no exercise.
    """
    keys = {plain_name(exercise).lower(): key for key, exercise in library.items()}
    keys |= {exercise.name.lower(): key for key, exercise in library.items()}
    found: list[Line] = []
    faults: list[str] = []
    usual: int | None = None
    noted: dict[str, str] = {}
    for number, line in enumerate(card.splitlines(), start=1):
        if match := NUMBERED.fullmatch(line):
            with collecting(faults, f"line {number} of its text: "):
                found.append(Line(match[1], _entry(match[2], keys)))
        elif line.startswith(SETS):
            match = RESERVE.match(line.removeprefix(SETS))
            usual = int(match[1]) if match else None
    for line in (notes or card).splitlines():
        if match := NOTE.fullmatch(line):
            all_labels = [line.label for line in found]
            for label in all_labels if match[1] == EVERY else match[1].split(", "):
                noted[label] = f"{noted.get(label, '')} {match[2]}".strip()
    if not found and not faults:
        faults.append("its text has no exercise, as in '1. Push-up: 3 x 8'")
    if faults:
        raise ValueError("\n".join(faults))
    # Its own line counts before what is said of all; nobody counts reps of a carry.
    return [
        Line(
            label,
            replace(
                entry,
                rir=usual if entry.rir is None and not in_words(entry) else entry.rir,
                note=noted.get(label, ""),
            ),
        )
        for label, entry in found
    ]


def placed(
    problem: Problem, session: Session, lines: Sequence[Line], facts: str
) -> tuple[Entry, ...]:
    """Return the exercises of a card in their slots, with a reserve that is told in words only.

    Parameters
    ----------
    facts
        As `card_text.facts` writes them; empty where a calendar dropped them. Then the template
        says which exercise stands where.
    """
    told = {m[1]: (int(m[2]), int(m[3]) if m[3] else None) for m in TOKEN.finditer(facts)}
    told = told or _usual_slots(problem, session, lines)
    # New ones come behind.
    beyond = count(1 + max((position for position, _ in told.values()), default=0))
    entries = []
    for label, entry in lines:
        position, rir = told[label] if label in told else (next(beyond), None)
        rir = rir if in_words(entry) and rir is not None else entry.rir
        entries.append(replace(entry, position=position, rir=rir))
    return tuple(sorted(entries, key=lambda entry: entry.position))


def read_why(card: str) -> str:
    """Read why a session lies on its day, and the runs around it in the line below."""
    why, around, *_ = [*card.partition(f"\n{WHY}")[2].split("\n"), ""]
    return " ".join(filter(None, (why, around)))


def _entry(words: str, keys: Mapping[str, str]) -> Entry:
    name, colon, rest = words.partition(":")
    key = keys[one_of(name.strip().lower(), keys, "exercise")]
    parts = [part.strip() for part in WAY_OUT.split(rest)[0].split(",")]
    dose = DOSE.fullmatch(parts[0])
    if not colon or dose is None:
        raise ValueError(f"{rest.strip()!r} does not begin with sets and amount, as in '3 x 8'")
    found: dict[str, Any] = {}
    if dose[2]:
        found[MEASURES[dose[3]]] = distance_metres(dose[2], dose[3])
    if dose[4]:
        load = dose[4].removesuffix(IN_A_BAG).removesuffix(BELL).removesuffix(BELLS)
        found["load_g"] = load_grams(load.removesuffix(EACH_HAND))
    for match in filter(None, map(RESERVE.fullmatch, parts[1:])):
        found["rir"] = int(match[1])
    return Entry(position=0, exercise=key, sets=int(dose[1]), **found)


def _usual_slots(
    problem: Problem, session: Session, lines: Sequence[Line]
) -> dict[str, tuple[int, int | None]]:
    """Return the facts of a card that lost them: exercises in the slots that have them.

    The reserve of a carry is the largest that the day allows.
    """
    free = {slot.position: slot.alternatives for slot in problem.slots[session.kind]}
    beyond = count(len(free) + 1)
    positions: dict[int, int] = {}
    for known in (True, False):
        for index, line in enumerate(lines):
            key = line.entry.exercise
            fits = [(own.index(key), place) for place, own in free.items() if key in own]
            fits += [] if known else [(0, place) for place in free]
            if index not in positions and (fits or not known):
                positions[index] = min(fits)[1] if fits else next(beyond)
                free.pop(positions[index], None)
    rir = most_rir(problem.days[session.day], session.kind)
    return {line.label: (positions[index], rir) for index, line in enumerate(lines)}
