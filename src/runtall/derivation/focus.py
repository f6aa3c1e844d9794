"""From the signs to the slots that they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.problem import Focus
from runtall.domain.sign import Sign

# Sets over its template that all signs together bring to a session; so two in a week.
MOST_EXTRA = 1
# The answer from which on a sign asks for a third set.
ALWAYS = 3
FULL_KINDS = (SessionKind.D1, SessionKind.D2)


def focus_of(
    athlete: Athlete, slots: Mapping[SessionKind, tuple[Slot, ...]]
) -> Mapping[str, Focus]:
    """Return what the signs ask of each slot, by its name; slots that nothing fills are none.

    A session gets one set over its template at most: the strongest sign comes first, then the
    guide's order.
    """
    names = {slot.name for of_kind in slots.values() for slot in of_kind}
    ranked = sorted(athlete.shown, key=lambda sign: -athlete.signs[sign.key])
    extra = set(_extra(athlete, ranked, slots))
    focus = {}
    for name in dict.fromkeys(name for sign in ranked for name in sign.grows if name in names):
        asking = [sign for sign in ranked if name in sign.grows]
        focus[name] = Focus(
            place=min(sign.grows.index(name) for sign in asking),
            answer=max(athlete.signs[sign.key] for sign in asking),
            extra=int(name in extra),
            causes=tuple(sign.cause for sign in athlete.shown if sign in asking),
        )
    return MappingProxyType(focus)


def with_third_sets(
    slots: Mapping[SessionKind, tuple[Slot, ...]], focus: Mapping[str, Focus]
) -> Mapping[SessionKind, tuple[Slot, ...]]:
    """Return the slots with room for the sets over the templates; a face pull has two else."""
    raised = {
        kind: tuple(
            replace(slot, most=max(slot.most, slot.full + focus[slot.name].extra))
            if slot.name in focus
            else slot
            for slot in of_kind
        )
        for kind, of_kind in slots.items()
    }
    return MappingProxyType(raised)


def _extra(
    athlete: Athlete, ranked: Sequence[Sign], slots: Mapping[SessionKind, tuple[Slot, ...]]
) -> Iterator[str]:
    """Yield the slots that get a set over their template."""
    room = dict.fromkeys(FULL_KINDS, MOST_EXTRA)
    thirds = dict.fromkeys(s.third for s in ranked if athlete.signs[s.key] >= ALWAYS)
    for third in thirds:
        for kind in FULL_KINDS:
            if room[kind] and any(slot.name == third for slot in slots[kind]):
                room[kind] -= 1
                yield third
