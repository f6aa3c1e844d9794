"""Supersets for short sessions: two exercises in turns, so that one rests the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from runtall.domain.exercise import LIGHT_KINDS, Exercise, Pattern, SessionKind
from runtall.domain.plan import Entry
from runtall.domain.problem import Day

# Sessions with no more time than this go in pairs.
SHORT_S = 1800
# Pulls that are too light to tire the grip.
FREE_HANDS = frozenset({"face_pull", "band_pull_apart"})


def wants_pairs(day: Day, kind: SessionKind) -> bool:
    """Return whether a session goes in pairs: it has half an hour or less, and isn't light."""
    return day.cap_s <= SHORT_S and kind not in LIGHT_KINDS


def _grips(exercise: Exercise) -> bool:
    return exercise.pattern in {Pattern.PULL, Pattern.CARRY} and exercise.key not in FREE_HANDS


def may_pair(first: Exercise, second: Exercise, items: frozenset[str]) -> bool:
    """Return whether two exercises share no pattern, grip or, where a choice is, equipment.

    Parameters
    ----------
    items
        Equipment at hand on that day.
    """
    if first.pattern is second.pattern or (_grips(first) and _grips(second)):
        return False
    return any(
        not (_kinds(here) & _kinds(there))
        for here in _ways(first, items)
        for there in _ways(second, items)
    )


def _ways(exercise: Exercise, items: frozenset[str]) -> list[frozenset[str]]:
    return [need for need in exercise.needs if need <= items] or [frozenset()]


def _kinds(need: frozenset[str]) -> frozenset[str]:
    return frozenset(item.removesuffix("_pair") for item in need)


def paired(
    entries: Sequence[Entry], library: Mapping[str, Exercise], items: frozenset[str]
) -> tuple[Entry, ...]:
    """Pair each entry with the first later one that may share its rests.

    A single set begins no pair: it has no rest to share.
    """
    partner: dict[int, int] = {}
    for index, first in enumerate(entries):
        for later in range(index + 1, len(entries)):
            second = entries[later]
            if (
                not {index, later} & partner.keys()
                and first.sets > 1
                and second.sets > 0
                and may_pair(library[first.exercise], library[second.exercise], items)
            ):
                partner |= {index: later, later: index}
    return tuple(
        replace(entry, pair=entries[partner[index]].position if index in partner else None)
        for index, entry in enumerate(entries)
    )
