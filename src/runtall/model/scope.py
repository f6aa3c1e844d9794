"""How much a model can say, and what it is told beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation

# A session on a day, or a relaxation in a week.
Decision = tuple[int, SessionKind] | tuple[Relaxation, int]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Decisions that are known: those about days are plain numbers.

    Parameters
    ----------
    sessions
        0 or 1 by day and kind.
    relaxed
        0 or 1 by relaxation and week.
    sets
        Sets by week, kind, position and exercise.
    mobility
        0 or 1 by day.
    gaps
        0 or 1 by week and row of the table of gaps; see `CpVariables.gap`.
    never
        Decisions with values that no plan has together.
    """

    sessions: Mapping[tuple[int, SessionKind], int] = field(default_factory=dict)
    relaxed: Mapping[tuple[Relaxation, int], int] = field(default_factory=dict)
    sets: Mapping[tuple[int, SessionKind, int, str], int] = field(default_factory=dict)
    mobility: Mapping[int, int] = field(default_factory=dict)
    gaps: Mapping[tuple[int, int], int] = field(default_factory=dict)
    never: tuple[Mapping[Decision, int], ...] = ()

    def with_(self, other: Fixed) -> Fixed:
        """Return what both fix."""
        return Fixed(
            {**self.sessions, **other.sessions},
            {**self.relaxed, **other.relaxed},
            {**self.sets, **other.sets},
            {**self.mobility, **other.mobility},
            {**self.gaps, **other.gaps},
            tuple({id(together): together for together in (*self.never, *other.never)}.values()),
        )

    def open_weeks(self, problem: Problem) -> tuple[int, ...]:
        """Return the weeks in which a relaxation is used, or may be."""
        return tuple(
            week.number
            for week in problem.weeks
            if any(self.relaxed.get((step, week.number)) != 0 for step in Relaxation)
        )


NOTHING_FIXED = Fixed()


class Scope(Enum):
    """How much a model can say.

    STRICT holds just the sessions that the guide asks for, so that most links between a
    session and its sets vanish; RELAXED adds the relaxation order; ANYTHING allows every
    session kind in every week, for testing a rule against any plan.
    """

    STRICT = "strict"
    RELAXED = "relaxed"
    ANYTHING = "anything"
