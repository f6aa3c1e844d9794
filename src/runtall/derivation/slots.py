"""What may fill each slot of the templates: the usual exercise, and one for each other place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from runtall.derivation.days import possible_exercises
from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.library import templates
from runtall.domain.problem import Day
from runtall.domain.request import Request
from runtall.domain.session_costs import HALF_AN_HOUR_S


def derive_slots(request: Request, days: Sequence[Day]) -> Mapping[SessionKind, tuple[Slot, ...]]:
    """Cut each slot's alternatives down to what the solver may choose from.

    The usual equipment gives each slot its exercise; each other place adds what fills the slot
    there. Under half an hour no sign takes the place of a pulldown. No exercise serves two slots of
    a session. A slot that nothing can fill falls away, unless its whole pattern would: then it
    keeps them all, for the rules to forbid by name.
    """
    short = all(day.cap_s < HALF_AN_HOUR_S for day in days if day.is_open)
    places = [possible_exercises(request, request.equipment)]
    places += sorted({day.possible for day in days if day.is_open} - set(places), key=sorted)
    wanted = {
        kind: [_wanted(request, slot, short=short) for slot in template.slots]
        for kind, template in templates().items()
    }
    cut = {
        kind: list(zip(template.slots, _alternatives(wanted[kind], places), strict=True))
        for kind, template in templates().items()
    }
    both = (*cut[SessionKind.D1], *cut[SessionKind.D2])
    trained = {slot.pattern for slot, keys in both if keys}
    kept = {
        kind: tuple(
            replace(slot, alternatives=keys or slot.alternatives)
            for slot, keys in slots
            if keys or slot.pattern not in trained
        )
        for kind, slots in cut.items()
    }
    return MappingProxyType(kept)


def _alternatives(
    wanted: Sequence[Sequence[str]], places: Sequence[frozenset[str]]
) -> list[tuple[str, ...]]:
    """Return the exercises for each slot: the usual one, then one for each other place."""
    found: list[tuple[str, ...]] = [()] * len(wanted)
    taken: set[str] = set()
    for possible_here in places:
        for index, keys in enumerate(wanted):
            if possible_here & set(found[index]):
                continue
            for key in keys:
                if key not in taken and key in possible_here:
                    found[index] += (key,)
                    taken.add(key)
                    break
    return found


def _wanted(request: Request, slot: Slot, *, short: bool) -> list[str]:
    """Return the slot's alternatives, what the runner prefers first, without what is ruled out."""
    never = request.avoid | request.athlete.hurting
    signs = () if short else request.athlete.shown
    asked = [sign.exercise for sign in signs if slot.name == sign.instead_of]
    preferred = [key for key in (*request.prefer, *asked) if key in slot.alternatives]
    return [key for key in dict.fromkeys([*preferred, *slot.alternatives]) if key not in never]
