"""The use cases of listing what there is: rules and exercises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runtall.app.scenarios import Source
from runtall.app.scenarios import scenario as read
from runtall.derivation.days import possible_exercises
from runtall.domain.exercise import Exercise, Pattern, SessionKind
from runtall.domain.library import exercises as library
from runtall.domain.library import templates
from runtall.exporters.about import area_words
from runtall.objectives.all import OBJECTIVES
from runtall.progression.equipment_words import needs_words
from runtall.rules.all import RULES

if TYPE_CHECKING:
    from runtall.domain.request import Request

WHOLE_TEMPLATES = (SessionKind.D1, SessionKind.D2, SessionKind.MERGED)


def rules(source: Source | None = None) -> list[dict[str, Any]]:
    """Return every rule as a row: id, kind, tier, weight, title, source, on or off.

    With a scenario, weights and switches are that scenario's.
    """
    request = read(source).request if source else None
    off = request.off if request else frozenset()
    weights = request.weights if request else {}
    hard = [(rule, "hard", None, None, rule.can_be_off) for rule in RULES]
    soft = [
        (soft, "soft", soft.tier.words, weights.get(soft.id, soft.weight), True)
        for soft in OBJECTIVES
    ]
    return [
        {
            "id": rule.id,
            "kind": kind,
            "tier": tier,
            "weight": weight,
            "title": rule.title,
            "source": rule.source,
            "can_be_off": can_be_off,
            "on": rule.id not in off,
        }
        for rule, kind, tier, weight, can_be_off in (*hard, *soft)
    ]


def exercises(source: Source | None = None) -> list[dict[str, Any]]:
    """Return every exercise as a row, by pattern: what it trains and needs, its range, substitutes.

    With a scenario, ``state`` says whether it can be planned there: ``yes``, ``hurts``,
    ``avoided``, ``too heavy`` to begin with, or ``lacking``; without one it is None.
    """
    request = read(source).request if source else None
    found = sorted(library().values(), key=lambda exercise: list(Pattern).index(exercise.pattern))
    return [
        {
            "exercise": exercise.key,
            "name": exercise.name,
            "pattern": exercise.pattern.value,
            "area": area_words(exercise),
            "equipment": needs_words(exercise),
            "low": exercise.low,
            "high": exercise.high,
            "measure": exercise.measure.value,
            "per_side": exercise.per_side,
            "warm_up": not exercise.working,
            "substitutes": substitutes(exercise.key),
            "state": _state(exercise, request),
        }
        for exercise in found
    ]


def substitutes(key: str) -> list[str]:
    """Return what can take the place of an exercise, the best first."""
    slots = [slot for kind in WHOLE_TEMPLATES for slot in templates()[kind].slots]
    # Where it is the usual one comes first.
    slots.sort(key=lambda slot: slot.alternatives[0] != key)
    others = [other for slot in slots if key in slot.alternatives for other in slot.alternatives]
    return [other for other in dict.fromkeys(others) if other != key]


def _state(exercise: Exercise, request: Request | None) -> str | None:
    if request is None:
        return None
    if exercise.key in request.athlete.hurting:
        return "hurts"
    if exercise.key in request.avoid:
        return "avoided"
    if exercise.key in possible_exercises(request, request.equipment):
        return "yes"
    # With all that it needs it is the weights that are too heavy to begin with.
    return "too heavy" if exercise.possible_with(request.equipment.items) else "lacking"
