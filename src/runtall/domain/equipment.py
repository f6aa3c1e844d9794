"""What there is to train with."""

from __future__ import annotations

from dataclasses import dataclass

# What is there or isn't, whatever it weighs.
WITHOUT_LOADS = ("bands", "pull_up_bar", "bench", "incline_bench", "barbell_landmine")


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a runner owns or has at hand on a day.

    Weights are in grams, sorted; an empty tuple means none. Dumbbells come in pairs, kettlebells
    one by one: two of a weight stand there twice. ``plates_g`` are the weights that can lie on the
    bar of a landmine, ``bag_g`` what a bag is packed to, ``heights_cm`` what hands or feet can rest
    on: one or two steps of a stair, a chair, the arm of a sofa, a table, a worktop. The default is
    what the guide's two templates need, and what is in every home.
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
    heights_cm: tuple[int, ...] = (15, 30, 45, 60, 75, 90)

    @property
    def kettlebell_pairs_g(self) -> tuple[int, ...]:
        """The weights that there are two kettlebells of."""
        bells = self.kettlebells_g
        return tuple(sorted({grams for grams in bells if bells.count(grams) > 1}))

    @property
    def items(self) -> frozenset[str]:
        """The items that exercises ask for; a bag to carry is always at hand."""
        loads = {
            "dumbbell": self.dumbbells_g,
            "dumbbell_pair": self.dumbbells_g,
            "kettlebell": self.kettlebells_g,
            "kettlebell_pair": self.kettlebell_pairs_g,
            "cable": self.cable_g,
            "pulldown": self.pulldown_g,
        }
        there = {item for item in WITHOUT_LOADS if getattr(self, item)}
        return frozenset({"bag"} | there | {item for item, weights in loads.items() if weights})


NOTHING = Equipment(
    dumbbells_g=(), bands=False, cable_g=(), pulldown_g=(), bench=False, carry_lane_m=0
)
