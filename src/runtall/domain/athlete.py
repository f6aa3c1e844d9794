"""Who trains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from runtall.domain.sign import Sign, signs


class Experience(StrEnum):
    """Lifting experience: none, under six months, or more."""

    NEW = "new"
    SOME = "some"
    TRAINED = "trained"


SIGNS = tuple(sign.key for sign in signs())
# The answer to a sign that always shows.
ALWAYS = 3

PUSH_UP = "push_up"
# Push-ups in one go from which a plan begins with them on the floor.
ON_THE_FLOOR = 10
OVERHEAD_PRESSES = frozenset({"db_overhead_press"})


class KnownLoad(NamedTuple):
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
    def shown(self) -> tuple[Sign, ...]:
        """Return the signs that show at all."""
        return tuple(sign for sign in signs() if self.signs.get(sign.key, 0))

    @property
    def floor_push_ups(self) -> frozenset[str]:
        """Return the push-up where the runner does it on the floor: it is new in no plan."""
        return frozenset({PUSH_UP} if (self.push_ups or 0) >= ON_THE_FLOOR else ())

    @property
    def keep_carries_light(self) -> tuple[Sign, ...]:
        """Return the signs that ask for carries that grow in metres only.

        They ask for it where they always show.
        """
        return tuple(s for s in self.shown if s.light_carries and self.signs[s.key] >= ALWAYS)

    @property
    def stretches_long(self) -> bool:
        """Whether a sign asks for mobility at the upper end of its ranges."""
        return any(sign.long_stretches for sign in self.shown)

    @property
    def hurting(self) -> frozenset[str]:
        """Return keys of the exercises that hurt or irritate the shoulders."""
        return self.painful | (OVERHEAD_PRESSES if self.overhead_irritates else frozenset())
