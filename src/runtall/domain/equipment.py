"""What there is to train with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a runner owns or has at hand on a day.

    Weights are in grams, sorted; an empty tuple means none. Dumbbells come in pairs,
    kettlebells one of each. ``plates_g`` are the weights that can lie on the bar of a landmine,
    ``bag_g`` what a bag is packed to. The default is what the guide's two templates need.
    """

    dumbbells_g: tuple[int, ...] = tuple(range(2_000, 30_001, 2_000))
    kettlebells_g: tuple[int, ...] = ()
    bands: bool = True
    cable_g: tuple[int, ...] = tuple(range(5_000, 80_001, 5_000))
    pulldown_g: tuple[int, ...] = tuple(range(5_000, 80_001, 5_000))
    pull_up_bar: bool = False
    bench: bool = True
    incline_bench: bool = False
    barbell_landmine: bool = False
    plates_g: tuple[int, ...] = tuple(range(2_500, 40_001, 2_500))
    bag_g: tuple[int, ...] = tuple(range(2_000, 25_001, 1_000))
    carry_lane_m: int = 30

    @property
    def items(self) -> frozenset[str]:
        """The items that exercises ask for; a bag to carry is always at hand."""
        has = {
            "dumbbell": bool(self.dumbbells_g),
            "dumbbell_pair": bool(self.dumbbells_g),
            "kettlebell": bool(self.kettlebells_g),
            "kettlebell_pair": len(self.kettlebells_g) > 1,
            "bands": self.bands,
            "cable": bool(self.cable_g),
            "pulldown": bool(self.pulldown_g),
            "pull_up_bar": self.pull_up_bar,
            "bench": self.bench,
            "incline_bench": self.incline_bench,
            "barbell_landmine": self.barbell_landmine,
            "bag": True,
        }
        return frozenset(item for item, there in has.items() if there)


NOTHING = Equipment(
    dumbbells_g=(), bands=False, cable_g=(), pulldown_g=(), bench=False, carry_lane_m=0
)
