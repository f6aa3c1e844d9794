"""Equipment of a scenario file in the words of the domain."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.units import GRAMS, METRES_PER_YARD

if TYPE_CHECKING:
    from runtall.scenario.schema.equipment import EquipmentSection, WeightRange

WEIGHTS = ("dumbbells", "kettlebells", "cable", "pulldown", "plates")
FLAGS = ("bands", "pull_up_bar", "bench", "incline_bench", "barbell_landmine")


def _pounds(low: int, high: int, step: int) -> tuple[int, ...]:
    return tuple(round(weight * GRAMS["lb"]) for weight in range(low, high + 1, step))


# Equipment where the file says nothing, in weights that exist in each system of units.
USUAL = {
    "metric": Equipment(),
    "imperial": Equipment(
        dumbbells_g=_pounds(5, 65, 5),
        cable_g=_pounds(10, 180, 10),
        pulldown_g=_pounds(10, 180, 10),
        plates_g=_pounds(5, 90, 5),
        bag_g=_pounds(4, 55, 2),
    ),
}

# What is at hand away from home before anything is named.
AWAY = {
    units: replace(NOTHING, plates_g=usual.plates_g, bag_g=usual.bag_g)
    for units, usual in USUAL.items()
}


def equipment(section: EquipmentSection, base: Equipment) -> Equipment:
    """Return equipment with everything that the section names; the rest stays as in ``base``."""
    changes: dict[str, Any] = {
        flag: value for flag in FLAGS if (value := getattr(section, flag)) is not None
    }
    for item in WEIGHTS:
        for unit, in_grams in GRAMS.items():
            weights = getattr(section, f"{item}_{unit}")
            if weights is not None:
                every = sorted(round(weight * in_grams) for weight in _weights(weights))
                # Two equal kettlebells are a pair, so they stay two.
                single = every if item == "kettlebells" else dict.fromkeys(every)
                changes[f"{item}_g"] = tuple(single)
    if section.heights_cm is not None:
        changes["heights_cm"] = tuple(sorted(set(section.heights_cm)))
    if section.carry_lane_m is not None:
        changes["carry_lane_m"] = section.carry_lane_m
    if section.carry_lane_yd is not None:
        changes["carry_lane_m"] = round(section.carry_lane_yd * METRES_PER_YARD)
    return replace(base, **changes)


def _weights(weights: list[float] | WeightRange | bool) -> list[float]:
    if isinstance(weights, bool):
        return []
    if isinstance(weights, list):
        return weights
    first, last, step = (Decimal(str(value)) for _, value in weights)
    return [float(first + index * step) for index in range(int((last - first) / step) + 1)]
