"""What may fill each slot of the templates: the usual exercise, and one for each other place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from runtall.derivation.days import possible_exercises
from runtall.derivation.first_guess import too_light
from runtall.domain.athlete import Experience
from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.library import exercises, templates
from runtall.domain.problem import Day
from runtall.domain.request import Request
from runtall.domain.session_costs import HALF_AN_HOUR_S

# Core on the wrists and shoulders that push-ups are done with.
PUSH_UP, SHOULDER_TAPS = "push_up", "plank_shoulder_tap"
# The slot of the session that has one carry for both.
ONE_CARRY = "carry"
# It stays light to moderate, beside a press that leads.
OVERHEAD = "db_overhead_press"


def derive_slots(request: Request, days: Sequence[Day]) -> Mapping[SessionKind, tuple[Slot, ...]]:
    """Cut each slot's alternatives down to what the solver may choose from.

    The usual equipment gives each slot its exercise; each other place adds what fills the slot
    there. One of few weeks replaces what is impossible there and fills no other slot, unless its
    whole pattern had none. Under half an hour no sign takes the place of a pulldown. No exercise
    serves two slots of a session. A slot that nothing can fill falls away, unless its whole pattern
    would: then it keeps them all, for the rules to forbid by name.
    """
    short = all(day.cap_s < HALF_AN_HOUR_S for day in days if day.is_open)
    places = [possible_exercises(request, request.equipment)]
    weeks = {(day.possible, day.week) for day in days if day.is_open}
    stays = Counter(possible for possible, _ in weeks)
    most = max(stays.values(), default=0)
    others = set(stays) - set(places)
    # Those of most weeks come first: only a trip adds nothing.
    places += sorted((place for place in others if 2 * stays[place] >= most), key=sorted)
    usual = len(places)
    places += sorted((place for place in others if 2 * stays[place] < most), key=sorted)

    def cut_down(
        kind: SessionKind, known: frozenset[str] = frozenset()
    ) -> list[tuple[Slot, tuple[str, ...]]]:
        slots = templates()[kind].slots
        wanted = [(slot, _wanted(request, slot, known, short=short)) for slot in slots]
        return list(zip(slots, _alternatives(wanted, places, usual), strict=True))

    cut = {kind: cut_down(kind) for kind in templates() if kind.heavy}
    both = (*cut[SessionKind.D1], *cut[SessionKind.D2])
    base = both if request.base_sessions > 1 else cut[SessionKind.MERGED]
    known = request.athlete.floor_push_ups | {keys[0] for _, keys in base if keys}
    if request.own:
        # Weeks beside the runner's own sessions have one of ours.
        known &= {key for _, keys in cut[SessionKind.MERGED] for key in keys}
    cut |= {kind: cut_down(kind, frozenset(known)) for kind in templates() if not kind.heavy}
    trained = {slot.pattern for slot, keys in both if keys}
    kept = {
        kind: tuple(
            replace(slot, alternatives=keys or slot.alternatives)
            for slot, keys in slots
            if keys or slot.pattern not in trained
        )
        for kind, slots in cut.items()
    }
    return MappingProxyType({kind: _presses(kind, slots) for kind, slots in kept.items()})


def _presses(kind: SessionKind, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Give the press that leads the first press's sets: not one overhead beside another."""
    usual = [slot for slot in templates()[kind].slots if slot.pattern is Pattern.PUSH]
    presses = [slot for slot in slots if slot.pattern is Pattern.PUSH]
    if len(presses) > 1 and presses[0].alternatives[0] == OVERHEAD:
        presses.reverse()
    doses = dict(zip(presses, map(_dose, usual), strict=False))
    return tuple(replace(slot, **doses[slot]) if slot in doses else slot for slot in slots)


def _dose(slot: Slot) -> dict[str, Any]:
    """Return how many sets a slot has, and what they are worth."""
    keys = ("full", "most", "first_cut", "next_cuts", "short_cuts")
    return {key: getattr(slot, key) for key in keys}


def _alternatives(
    wanted: Sequence[tuple[Slot, Sequence[str]]], places: Sequence[frozenset[str]], usual: int
) -> list[tuple[str, ...]]:
    """Return the exercises for each slot: the usual one, then one for each other place.

    Places after so many usual ones fill a slot only if it was filled, or none of its pattern was.

    Parameters
    ----------
    wanted
        What may fill each slot, the best first.
    """
    found: list[tuple[str, ...]] = [()] * len(wanted)
    taken: set[str] = set()
    trained: set[Pattern] = set()
    for number, possible_here in enumerate(places):
        for index, (slot, keys) in enumerate(wanted):
            adds = number >= usual and not found[index] and slot.pattern in trained
            if adds or possible_here & set(found[index]):
                continue
            for key in keys:
                if key not in taken and key in possible_here:
                    found[index] += (key,)
                    taken.add(key)
                    break
        if number < usual:
            trained |= {slot.pattern for (slot, _), keys in zip(wanted, found, strict=True) if keys}
    return found


def _wanted(request: Request, slot: Slot, known: frozenset[str], *, short: bool) -> list[str]:
    """Return the slot's alternatives, what the runner prefers first, without what is ruled out.

    Light sessions are the guide's, whatever is preferred, as far as what they have is known.
    Who has pain in push-ups, or does none on the floor, does shoulder taps where nothing else is
    left; pulls with weights that are far too light to begin with come last, too.
    """
    never = request.avoid | request.athlete.hurting
    signs = () if short else request.athlete.shown
    asked = [sign.exercise for sign in signs if slot.name == sign.instead_of]
    # Where one carry is all, it is one that the runner does: a first guess may lead nowhere.
    told = request.athlete.loads if slot.name == ONE_CARRY else ()
    carried = [key for key in slot.alternatives if key in told]
    preferred = [key for key in (*request.prefer, *asked, *carried) if key in slot.alternatives]

    trained = request.athlete.experience is Experience.TRAINED
    untold = request.athlete.push_ups is None
    on_floor = request.athlete.floor_push_ups or (untold and trained)

    def last(key: str) -> bool:
        if key == SHOULDER_TAPS:
            return PUSH_UP in request.athlete.painful or not on_floor
        pulls = slot.pattern is Pattern.PULL
        return pulls and too_light(exercises()[key], request.equipment, request.athlete)

    usual = sorted(slot.alternatives, key=last)
    if known:
        preferred = [key for key in usual if key in known]
    return [key for key in dict.fromkeys([*preferred, *usual]) if key not in never]
