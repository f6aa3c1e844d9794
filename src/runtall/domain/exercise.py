"""Exercises, session kinds and the templates that say which exercise goes where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Pattern(StrEnum):
    """The four movement patterns of the guide."""

    PULL = "pull"
    PUSH = "push"
    CARRY = "carry"
    CORE = "core"


class Area(StrEnum):
    """The focus areas; core counts twice, by what it resists."""

    UPPER_BACK = "upper_back"
    SHOULDERS = "shoulders"
    CHEST_TRICEPS = "chest_triceps"
    ANTI_ROTATION = "anti_rotation"
    ANTI_EXTENSION = "anti_extension"


class SessionKind(StrEnum):
    """Kinds of strength session."""

    D1 = "D1"
    D2 = "D2"
    MERGED = "merged"
    LIGHT = "light"
    VERY_LIGHT = "very_light"

    @property
    def heavy(self) -> bool:
        """Whether it is more than a light session: up to four easy sets of one exercise."""
        return self not in LIGHT_KINDS


LIGHT_KINDS = frozenset({SessionKind.LIGHT, SessionKind.VERY_LIGHT})
HEAVY_KINDS = frozenset(SessionKind) - LIGHT_KINDS
BUT_VERY_LIGHT = frozenset(SessionKind) - {SessionKind.VERY_LIGHT}


class Measure(StrEnum):
    """What a set of an exercise is counted in."""

    REPS = "reps"
    METRES = "metres"
    SECONDS = "seconds"


class Exercise(NamedTuple):
    """One record of ``data/exercises.csv``.

    Parameters
    ----------
    key, name
        Identity in files, and what people read.
    pattern
        Movement pattern.
    areas
        Half sets of credit per area for one set: 2 direct, 1 indirect.
    needs
        Alternatives; each is the set of items it takes. Empty: nothing needed.
    measure, low, high
        Unit of a set and its range, per side where ``per_side``.
    per_side
        Done once for each side.
    tenths_per_rep
        Tenths of a second for one rep; 0 for carries and holds.
    lowering_tenths
        Tenths of a second of it in which the weight is lowered.
    rest_s
        Rest between two sets, seconds.
    levels
        Those of ``data/levels.csv`` that make it harder where no weight does; empty: none.
    cue
        The one thing to think of.
    working
        False for warm-up and mobility items, which are no working sets.
    estimates_max
        Eligible for the one-rep-max trend.
    """

    key: str
    name: str
    pattern: Pattern
    areas: Mapping[Area, int]
    needs: tuple[frozenset[str], ...]
    measure: Measure
    low: int
    high: int
    per_side: bool
    tenths_per_rep: int
    lowering_tenths: int
    rest_s: int
    levels: str
    cue: str
    working: bool
    estimates_max: bool

    def possible_with(self, items: frozenset[str]) -> bool:
        """Return whether some alternative of what it needs is at hand."""
        return not self.needs or any(need <= items for need in self.needs)

    @property
    def two_hands(self) -> bool:
        """Whether it takes a weight in each hand."""
        return any(item.endswith("_pair") for need in self.needs for item in need)

    def set_seconds(self, amount: int) -> int:
        """Return the seconds of work in one set of ``amount`` reps, metres or seconds.

        Both sides and the change between them are included; a carry walks 1 m/s and
        takes 4 s to turn.
        """
        walks = self.measure is Measure.METRES
        one_side = amount + 4 if walks else amount
        if self.measure is Measure.REPS:
            one_side = -(-amount * self.tenths_per_rep // 10)
        if not self.per_side:
            return one_side
        return 2 * one_side + (0 if walks else 8)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a template, filled by one of its alternatives.

    Parameters
    ----------
    position
        1-based place in the session.
    name
        Name within its session kind.
    pattern
        What it trains.
    alternatives
        Exercise keys, the template's own first, then substitutes in order.
    full, most
        Sets at full volume, and the largest number.
    first_cut, next_cuts
        How much it hurts to lose the first set below full, and each further one.
    short_cuts
        How much it hurts to go without the first set, the second and so on where a day has no
        room for the whole template, beside having a set less.
    """

    position: int
    name: str
    pattern: Pattern
    alternatives: tuple[str, ...]
    full: int
    most: int
    first_cut: int
    next_cuts: int
    short_cuts: tuple[int, ...]


class Template(NamedTuple):
    """The slots of one session kind, in order."""

    slots: tuple[Slot, ...]
    title: str
