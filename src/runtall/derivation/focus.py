"""From the signs, and a press that hurts, to the slots that they ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.library import exercises
from runtall.domain.problem import Focus
from runtall.domain.sign import Sign

# Sets over its template that all signs together bring to a session: two in a week, of one or two.
MOST_EXTRA = {SessionKind.D1: 1, SessionKind.D2: 1, SessionKind.MERGED: 2}
# The answer from which on a sign asks for a third set.
ALWAYS = 3
FULL_KINDS = (SessionKind.D1, SessionKind.D2)
# Sets of a second press while one hurts, and of a carry that grows in metres only.
SECOND_PRESS = 1
LIGHT_CARRY = 2
# What a press that hurts asks for, always: pulls come first, and presses grow last.
PRESS = Sign(
    key="painful_press",
    words="a press hurts",
    cause="in place of the press that hurts",
    grows=("face_pull", "cable_row", "row", "pulldown", "second_pull"),
    beside=(),
    thirds=("face_pull",),
    instead_of="",
    exercise="",
    mobility=0,
    light_carries=False,
    long_stretches=False,
)


def focus_of(
    athlete: Athlete, slots: Mapping[SessionKind, tuple[Slot, ...]]
) -> Mapping[str, Focus]:
    """Return what the signs ask of each slot, by its name; slots that nothing fills are none.

    A pull day and a push day get one set over their template at most, both in one two: the
    strongest sign comes first, then the guide's order.
    """
    answers = _answers(athlete)
    served = {sign: _served(sign, slots) for sign in answers}
    ranked = sorted(answers, key=lambda sign: -answers[sign])
    extra = set(_extra([sign for sign in ranked if answers[sign] >= ALWAYS], served, slots))
    focus = {}
    for name in dict.fromkeys(name for sign in ranked for name in served[sign]):
        asking = [sign for sign in ranked if name in served[sign]]
        focus[name] = Focus(
            place=min(sign.grows.index(name) for sign in asking),
            answer=max(answers[sign] for sign in asking),
            extra=int(name in extra),
            causes=tuple(
                sign.cause for sign in answers if sign in asking and name not in sign.beside
            ),
        )
    return MappingProxyType(focus)


def press_hurts(athlete: Athlete) -> bool:
    """Return whether one of the exercises that hurt is a press."""
    library = exercises()
    return any(library[key].pattern is Pattern.PUSH for key in athlete.painful)


def _answers(athlete: Athlete) -> dict[Sign, int]:
    """Return what is asked for and how strongly, a press that hurts before the signs."""
    answers = {PRESS: ALWAYS} if press_hurts(athlete) else {}
    return answers | {sign: athlete.signs[sign.key] for sign in athlete.shown}


def with_spared_presses(
    slots: Mapping[SessionKind, tuple[Slot, ...]], athlete: Athlete
) -> Mapping[SessionKind, tuple[Slot, ...]]:
    """Return the slots so that, where a press hurts, pushing grows last and is cut first.

    The second press of a session keeps to one set. What one session for two has of pushing, it
    keeps.
    """
    if not press_hurts(athlete):
        return slots
    spared = {kind: tuple(_spared(slots[kind])) for kind in FULL_KINDS}
    return MappingProxyType({**slots, **spared})


def _spared(slots: Iterable[Slot]) -> Iterator[Slot]:
    presses = 0
    for slot in slots:
        if slot.pattern is not Pattern.PUSH:
            yield slot
            continue
        presses += 1
        most = SECOND_PRESS if presses > 1 else slot.most
        yield replace(slot, first_cut=0, full=min(slot.full, most), most=most)


def with_light_carries(
    slots: Mapping[SessionKind, tuple[Slot, ...]], athlete: Athlete
) -> Mapping[SessionKind, tuple[Slot, ...]]:
    """Return the slots so that a carry has no third set to come where it grows in metres only."""
    if not athlete.keep_carries_light:
        return slots
    return MappingProxyType({kind: tuple(map(_light, slots[kind])) for kind in slots})


def _light(slot: Slot) -> Slot:
    if slot.pattern is not Pattern.CARRY or slot.full <= LIGHT_CARRY:
        return slot
    return replace(slot, full=LIGHT_CARRY, most=LIGHT_CARRY, first_cut=slot.next_cuts)


def extra_sets(
    focus: Mapping[str, Focus], slots: Mapping[SessionKind, tuple[Slot, ...]], athlete: Athlete
) -> int:
    """Return the sets that a full week of two sessions has over the templates.

    What a press that hurts asks for takes the place of a set of pushing, and what keeps carries
    light that of their third sets.
    """
    full = [slot for kind in FULL_KINDS for slot in slots[kind]]
    extra = sum(focus[slot.name].extra for slot in full if slot.name in focus)
    light = sum(slot.pattern is Pattern.CARRY for slot in full if athlete.keep_carries_light)
    return max(0, extra - press_hurts(athlete)) - light


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


def _served(sign: Sign, slots: Mapping[SessionKind, tuple[Slot, ...]]) -> tuple[str, ...]:
    """Return the slots that a sign asks for, first in line first, and that are there for it.

    What it takes the place of with its own exercise is none where that exercise is impossible.
    """
    every = [slot for of_kind in slots.values() for slot in of_kind]
    there = {
        slot.name
        for slot in every
        if slot.name != sign.instead_of or sign.exercise in slot.alternatives
    }
    return tuple(name for name in sign.grows if name in there)


def _extra(
    always: Sequence[Sign],
    served: Mapping[Sign, Sequence[str]],
    slots: Mapping[SessionKind, tuple[Slot, ...]],
) -> Iterator[str]:
    """Yield the slots that get a set over their template, for signs that always show."""
    thirds = [name for sign in always for name in sign.thirds if name in served[sign]]
    for kind, most in MOST_EXTRA.items():
        own = {slot.name for slot in slots[kind]}
        yield from list(dict.fromkeys(name for name in thirds if name in own))[:most]
