"""Reading a session card back from its own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any, NamedTuple

from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Problem
from runtall.domain.units import distance_metres, height_metric, load_grams
from runtall.exporters.card_text import ALL, AT, REST, SETS, TODAY, WHY
from runtall.exporters.fields import collecting, one_of
from runtall.exporters.session_card import (
    EACH_HAND,
    IN_A_BAG,
    LEVEL,
    METHOD,
    in_words,
    whole_note,
)
from runtall.progression.effort import most_rir
from runtall.progression.notes import KIND_WORDS
from runtall.progression.texts import say, texts

LABEL = "[0-9]{1,2}[ab]?"
NUMBERED = re.compile(rf"\s*({LABEL})\.\s+(.*)")
NOTE = re.compile(rf"({LABEL}(?:, {LABEL})*): (.*)")
AMOUNT = r"([0-9]{1,4}(?:\.[0-9])?)\s*(m|yd|s)?|\?"
RANGE = r"(?:\s*\([0-9]{1,4}-[0-9]{1,4}(?: (?:m|yd|s))?\))?"
DOSE = re.compile(rf"([0-9]{{1,3}})\s*[x\u00d7]\s*(?:{AMOUNT}){RANGE}(\s+per side)?(?:{AT}(.+))?")
# Words, and behind them the labels for which they hold.
GROUP = re.compile(r"([^(),]+?)(?: \(([^)]*)\))?(?:, |$)")
RESERVE = re.compile("(?:with )?([0-9]{1,2})(?: reps?)? in reserve")
SECONDS = re.compile("([0-9]{1,4}) s")
CHANGE = re.compile(r"([^(,.]+) \(([^)]*)\)")
MEASURES = {None: "reps", "m": "distance_m", "yd": "distance_m", "s": "hold_s"}
# What may follow the dose, in any order.
NUMBERS = {
    "rir": RESERVE,
    "rest_s": re.compile(f"{REST}([0-9]{{1,4}}) s"),
}
KINDS = {words: kind for kind, words in KIND_WORDS.items()}
TITLE = re.compile(rf"Strength: ({'|'.join(KINDS)})\b(?:.*?\b([0-9]{{1,3}}) min\b)?")
FACTS = re.compile(rf"([A-Z]?)\|((?:{LABEL}=[0-9/+]+ ?)*)\|(.*)")
WAY_OUT = re.compile(rf"; (?:{re.escape(say('way_out'))}|{say('way_out_again')}) ")
TOKEN = re.compile(rf"({LABEL})=([0-9]{{1,3}})(?:/([0-9]{{1,2}}))?(?:\+([0-9]{{1,3}}))?")


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
    keys = {exercise.name.lower(): key for key, exercise in library.items()}
    found: list[Line] = []
    faults: list[str] = []
    shared: dict[str, dict[str, Any]] = {"rir": {}, "rest_s": {}, "method": {}, "note": {}}
    for number, line in enumerate(card.splitlines(), start=1):
        if match := NUMBERED.fullmatch(line):
            with collecting(faults, f"line {number} of its text: "):
                found.append(Line(match[1], _entry(match[2], keys)))
        elif line.startswith(SETS):
            reserves, _, rests = f"; {line.removeprefix(SETS)}".partition(f"; {REST}")
            shared["rir"] |= _grouped(reserves.removeprefix("; "), RESERVE)
            shared["rest_s"] |= _grouped(rests, SECONDS)
        elif line.startswith(TODAY):
            shared["method"] |= _methods(line.removeprefix(TODAY))
    for line in (notes or card).splitlines():
        if match := NOTE.fullmatch(line):
            for label in match[1].split(", "):
                before = shared["note"].get(label, "")
                shared["note"][label] = f"{before} {match[2]}".strip()
    if not found and not faults:
        faults.append("its text has no exercise, as in '1. Push-up: 3 x 8'")
    if faults:
        raise ValueError("\n".join(faults))
    return [Line(label, _completed(label, entry, shared)) for label, entry in found]


def _completed(label: str, entry: Entry, shared: Mapping[str, Mapping[str, Any]]) -> Entry:
    """Return an exercise with what is said of several; its own line counts before that."""
    told = {name: values.get(label, values.get(ALL)) for name, values in shared.items()}
    told |= {name: getattr(entry, name) for name in ("rir", "rest_s") if getattr(entry, name)}
    return replace(entry, **told | {"method": told["method"] or "hold", "note": told["note"] or ""})


def _grouped(line: str, pattern: re.Pattern[str]) -> dict[str, int | None]:
    """Return the number for each label, and for all others: ``90 s, 60 s (3, 4)``."""
    found: dict[str, int | None] = {}
    for words, labels in GROUP.findall(line.removesuffix(".")):
        match = pattern.fullmatch(words)
        number = int(match[1]) if match else None
        found |= dict.fromkeys(labels.split(", ") if labels else [ALL], number)
    return found


def placed(problem: Problem, session: Session, lines: Sequence[Line], facts: str) -> Session:
    """Return a session with the exercises of its card, and what the card says in words only.

    Parameters
    ----------
    facts
        As `card_text.facts` writes them; empty where a calendar dropped them. Then the day says
        which run it has, and the template which exercise stands where.
    """
    told = FACTS.fullmatch(facts) or FACTS.fullmatch(_usual_facts(problem, session, lines))
    if told is None:
        raise ValueError("its facts can't be read")
    known = {match[1]: match for match in TOKEN.finditer(told[2])}
    return replace(
        session,
        entries=_placed(lines, known),
        option=told[1],
        run=told[3],
        note=whole_note(problem.days[session.day], session.note),
    )


def read_why(card: str) -> str:
    """Read why a session lies on its day, and the runs around it in the line below."""
    behind = f"\n{card}".partition(f"\n{WHY}")[2]
    why, around, *_ = [*behind.split("\n"), "", ""]
    return f"{why} {around}" if around else why


def _methods(line: str) -> dict[str, str]:
    """Return the method of each label that changed: ``more reps (1, 3), farther (4).``."""
    words = {
        words: key.removeprefix(METHOD).removesuffix(LEVEL)
        for key, words in texts().items()
        if METHOD in key
    }
    return {
        label: words[change.strip(" ,")]
        for change, labels in CHANGE.findall(line)
        if change.strip(" ,") in words
        for label in labels.split(", ")
    }


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
    own = [dose[5]] if dose[5] else []
    for part in filter(None, parts[1:]):
        matches = {name: pattern.fullmatch(part) for name, pattern in NUMBERS.items()}
        known = {name: int(match[1]) for name, match in matches.items() if match}
        if not known and part != say("spare"):
            own.append(part)
        found |= known
    load = ", ".join(own)
    load_g = load_grams(load.removesuffix(IN_A_BAG).removesuffix(EACH_HAND))
    return Entry(
        position=0,
        exercise=key,
        sets=int(dose[1]),
        per_side=bool(dose[4]),
        load_g=load_g,
        load="" if load_g is not None else height_metric(load),
        **found,
    )


def _placed(lines: Sequence[Line], known: Mapping[str, re.Match[str]]) -> tuple[Entry, ...]:
    """Return the exercises with what the facts say of them; new ones come behind."""
    last = max((int(match[2]) for match in known.values()), default=0)
    entries = []
    for line in lines:
        match = known.get(line.label)
        if match is None:
            last += 1
            entries.append(replace(line.entry, position=last))
            continue
        told: dict[str, Any] = {"position": int(match[2])}
        if match[3] and in_words(line.entry):
            told["rir"] = int(match[3])
        partner = known.get(_partner(line.label))
        pair = match[4] or (partner[2] if partner else None)
        entries.append(replace(line.entry, **told, pair=int(pair) if pair else None))
    return tuple(sorted(entries, key=lambda entry: entry.position))


def _partner(label: str) -> str:
    other = {"a": "b", "b": "a"}.get(label[-1])
    return label[:-1] + other if other else ""


def _usual_facts(problem: Problem, session: Session, lines: Sequence[Line]) -> str:
    """Return the facts of a card that lost them: exercises in the slots that have them.

    The reserve of a carry is the largest that the day allows.
    """
    day = problem.days[session.day]
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
    rir = most_rir(day, session.kind)
    tokens = (f"{line.label}={positions[index]}/{rir}" for index, line in enumerate(lines))
    return f"{day.option}|{' '.join(tokens)}|{day.run_words}"
