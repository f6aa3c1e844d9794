"""Which lengths of a title are those of the whole run, and which only of a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runtall.importers.words.languages import LETTER
from runtall.importers.words.units import AS_PACE, Units

# Characters around a number that can say what it is.
NEAR = 90
# "6 x", "6 x (2 km at a pace,", "x 90 s,": what is before a repetition, unless it is the only one.
REPEATED = re.compile(
    r"(?<![\d.])(?P<times>\d+)? ?(?<![a-z])x ?(?:\(?[^(),;+]{0,40}|\([^)]{0,80})$"
)
REPETITION = re.compile(r"(?<![\d.])(?:[2-9]|[1-9]\d) ?x ?[(\[]?\d")
REPEATED_BEHIND = re.compile(r"^ ?\(?x ?\d|^ ?(?:rep|interval)")
# "5:00 min/km", "3:30/rep".
A_PACE = re.compile(
    r"^-|^ ?(?:min\b|/(?! ?\d[\d.]* ?(?:km|mi|miles?)\b(?! ?x))|per\b|[ap]m\b(?! [a-z]))"
)
PAUSE = re.compile(r"^\.? ?(?:rests?|jogs?|jg|walk|recovery|recoveries|rec|ri|pauses?)\b")
# What no run has for its name, as "(5 km jog)" may.
REST = re.compile(r"^\.? ?(?:rests?|ri|pauses?)\b")
# How a part is run, or where: "5 km at pace".
HOW = re.compile(rf" ?[(@]? ?{LETTER}")
RACE_PACE = re.compile(r"\b(?:marat|(?:g?|h)mp\b)")
# What stands between parts that follow each other; one behind repetitions is at least such a share
# of the first: "2 km, 5 x 1 km, 2 km".
AS_LONG = 3
IN_TURN = re.compile("[,;+]")


@dataclass(slots=True)
class Lengths:
    """Lengths of a title that are no repetitions, paces or pauses."""

    lengths: list[float]
    warm_up: bool = False
    part: bool = False
    only_parts: bool = True
    in_turn: bool = True

    @property
    def whole(self) -> float:
        """The first one, or the sum of all where that is only a part; 0 where some are unknown."""
        if self.part or self.only_parts:
            return 0
        first, *others = self.lengths
        in_turn = self.in_turn and len(others) > 1 and first < sum(others)
        return first + sum(others) if self.warm_up or in_turn else first


def counted_lengths(
    words: str, lengths: list[tuple[re.Match[str], float]], units: Units
) -> Lengths:
    """Take the lengths of a title that count for the whole run."""
    found, end = Lengths([]), 0
    repeat = REPETITION.search(words) if lengths and "x" in words else None
    for match, length in lengths:
        before, after = around(match)
        if is_repeated(match) or REPEATED_BEHIND.match(after):
            between = words[: match.start()]
            found.part = found.part or (bool(found.lengths) and goes_on(between, units))
            continue
        behind = repeat and repeat.start() < match.start()
        new = behind and goes_on(words[repeat.end() : match.start()], units) if repeat else False
        new = new and not PAUSE.match(after)
        rest = before.endswith("(") and REST.match(after)
        if rest or AS_PACE.search(before) or A_PACE.match(after):
            continue
        if behind and not new:
            found.part = found.part or (
                bool(found.lengths)
                and repeat is not None
                and not PAUSE.match(after)
                and AS_LONG * length >= found.lengths[0]
                and all(
                    map(
                        IN_TURN.search,
                        (words[end : repeat.start()], words[repeat.end() : match.start()]),
                    )
                )
            )
            continue
        found.part = found.part or bool(behind)
        if found.lengths:
            found.warm_up = found.warm_up or goes_on(words[end : match.start()], units)
            found.in_turn = found.in_turn and bool(IN_TURN.search(words[end : match.start()]))
        part_behind = units.is_part_behind(after)
        found.warm_up = found.warm_up or (part_behind and not found.lengths)
        is_part = part_behind or units.part_ahead.search(before) or _contained(before, after, units)
        found.only_parts = found.only_parts and bool(is_part)
        found.lengths.append(length)
        end = match.end()
    found.part = found.part or (bool(repeat) and found.warm_up)
    return found


def _contained(before: str, after: str, units: Units) -> bool:
    """Return whether a length is that of a hard part of a run: "with 5 km at pace"."""
    within = bool(units.containing.search(before))
    within = within or (_behind_long(before, units) and _hard(after, units))
    how = within and HOW.match(after)
    return bool(how) and not units.of("easy").match(after.strip(" (@"))


def _behind_long(before: str, units: Units) -> bool:
    """Return whether nothing but a word for a long run, and a comma, stands before a length."""
    name, comma, rest = before.rpartition(",")
    return bool(comma) and not rest.strip() and bool(units.of("long").fullmatch(name.strip()))


def _hard(after: str, units: Units) -> bool:
    """Return whether a length is run at a pace that is no easy one: "5 km at marathon pace"."""
    how = re.split(r"[,;(+]", after, maxsplit=1)[0]
    hard = units.of("pace").search(how) or RACE_PACE.search(how)
    return bool(hard) and not units.of("easy").search(how)


def is_repeated(match: re.Match[str]) -> bool:
    """Return whether a length is that of a repetition."""
    found = REPEATED.search(around(match)[0])
    return found is not None and found["times"] != "1"


def goes_on(words: str, units: Units) -> bool:
    """Return whether something new begins within words, such as a cool-down."""
    return "+" in words or bool(units.of("then").search(words))


def around(match: re.Match[str]) -> tuple[str, str]:
    """Return the words before and behind a length that can say what it is."""
    start, end = match.span()
    return match.string[max(0, start - NEAR) : start], match.string[end : end + NEAR]
