"""Who trains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from runtall.domain.library import records


class Experience(StrEnum):
    """Lifting experience: none, under six months, or more."""

    NEW = "new"
    SOME = "some"
    TRAINED = "trained"


SIGNS = tuple(row["sign"] for row in records("signs.csv"))


OVERHEAD_PRESSES = frozenset({"db_overhead_press"})


@dataclass(frozen=True, slots=True)
class KnownLoad:
    """What is lifted now in one exercise: grams for so many reps with so many in reserve."""

    load_g: int
    reps: int
    rir: int


@dataclass(frozen=True, slots=True)
class Athlete:
    """The runner's body and answers.

    Parameters
    ----------
    signs
        Answers 0..3 to the five signs; a missing one is 0.
    posture_sags
        Whether lifting the day before makes the posture sag in the long run.
    overhead_irritates
        Whether overhead pressing irritates the shoulders.
    painful
        Keys of exercises that hurt.
    push_ups
        Clean push-ups on the floor in one go, if known.
    loads
        What is lifted now, by exercise.
    sex, age
        ``f`` or ``m``, and years, if told: for first loads.
    """

    experience: Experience = Experience.NEW
    body_mass_g: int | None = None
    signs: Mapping[str, int] = field(default_factory=dict)
    posture_sags: bool = True
    overhead_irritates: bool = False
    painful: frozenset[str] = frozenset()
    push_ups: int | None = None
    loads: Mapping[str, KnownLoad] = field(default_factory=dict)
    sex: str | None = None
    age: int | None = None

    @property
    def hurting(self) -> frozenset[str]:
        """Return keys of the exercises that hurt or irritate the shoulders."""
        return self.painful | (OVERHEAD_PRESSES if self.overhead_irritates else frozenset())
