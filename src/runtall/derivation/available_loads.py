"""Which loads exist for an exercise with the equipment at hand, lightest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise
from runtall.domain.library import records
from runtall.domain.plan import Entry

# How a load begins that the runner finds: neither body mass nor a known load says which.
CHOOSE = "choose: "


@dataclass(frozen=True, slots=True)
class Level:
    """A load that exists.

    Parameters
    ----------
    force
        How hard it pulls: grams for weights, else a number to compare levels of one kind by.
    load_g
        Weight per hand; None for bands, body weight and loads that the runner chooses.
    words
        The load as printed where it is no weight; empty for plain body weight.
    lands
        Fewest amount to begin it with, where nobody knows by how much it is harder than the one
        before (0: the bottom of the range); None where its force tells.
    bell
        Whether it is a kettlebell: these come in larger steps.
    """

    force: int
    load_g: int | None = None
    words: str = ""
    lands: int | None = None
    bell: bool = field(default=False, compare=False)


Loads = tuple[Level, ...]
BODY = Level(1)
CHOICE = Level(1, None, CHOOSE)


@cache
def levels(name: str) -> tuple[tuple[Level, tuple[str, ...]], ...]:
    """Return levels of ``data/levels.csv``, each with the experience that starts there."""
    return tuple(
        (
            Level(
                int(row["force"]),
                None,
                row["words"],
                int(row["lands"]) if row["lands"] else None,
            ),
            tuple(row["starts"].split("+")),
        )
        for row in records("levels.csv")
        if row["levels"] == name
    )


def height_cm(level: Level) -> int | None:
    """Return what hands or feet are on, in centimetres: 0 for the floor, None for no height."""
    *_, number, unit = ("", "", *level.words.split())
    if level.words.endswith("floor"):
        return 0
    return int(number) if unit == "cm" else None


def available_loads(exercise: Exercise, equipment: Equipment, most: int | None = None) -> Loads:
    """Return every load that exists for an exercise, lightest first.

    Weights come before bands where both would do; without either it is body weight alone.

    Parameters
    ----------
    most
        Grams that no weight to begin with exceeds: bands are taken where all weights do.
    """
    return _loads(exercise.needs, exercise.levels, equipment, most)


@cache
def _loads(
    needs: tuple[frozenset[str], ...], name: str, equipment: Equipment, most: int | None
) -> Loads:
    possible = [need for need in needs if need <= equipment.items]
    items = {item for need in possible for item in need}
    kinds = [weights for weights in _weights(items, equipment) if weights]
    light = [weights for weights in kinds if most is None or min(weights) <= most]
    if light or (kinds and "bands" not in items):
        bells = _of(items, kettlebell=equipment.kettlebells_g)
        weights = sorted((light or kinds)[0])
        return tuple(Level(grams, grams, bell=grams in bells) for grams in weights)
    if not name:
        return (BODY,)
    there = {None, 0, *equipment.heights_cm}
    return tuple(level for level, _ in levels(name) if height_cm(level) in there)


def _weights(items: set[str], equipment: Equipment) -> tuple[set[int], ...]:
    """Return grams per hand: of free weights, of machines, of a bag."""
    bells, pairs = equipment.kettlebells_g, equipment.kettlebell_pairs_g
    dumbbells = equipment.dumbbells_g
    free = _of(
        items, kettlebell=bells, kettlebell_pair=pairs, dumbbell=dumbbells, dumbbell_pair=dumbbells
    )
    cable, pulldown, plates = equipment.cable_g, equipment.pulldown_g, equipment.plates_g
    machine = _of(items, cable=cable, pulldown=pulldown, barbell_landmine=plates)
    return free, machine, _of(items, bag=equipment.bag_g)


def _of(items: set[str], **weights: tuple[int, ...]) -> set[int]:
    return {grams for item in items & weights.keys() for grams in weights[item]}


def weighted(loads: Loads) -> bool:
    """Return whether the loads are weights."""
    return loads[0].load_g is not None


def nearest(loads: Loads, force: int) -> int:
    """Return the index of the load nearest to a force, the lighter one of two as near."""
    return min(range(len(loads)), key=lambda index: (abs(loads[index].force - force), index))


def at_most(loads: Loads, force: int) -> int:
    """Return the index of the heaviest load up to a force; of the lightest where none is."""
    return max((index for index, level in enumerate(loads) if level.force <= force), default=0)


def difference(before: Level, after: Level) -> int:
    """Return how much heavier a load is; 0 where they can't be compared, as weights and bands."""
    if CHOICE in {before, after} or weighted((before,)) != weighted((after,)):
        return 0
    return after.force - before.force


def step_percent(before: Level, after: Level) -> int:
    """Return the size of a step between two loads, rounded to whole per cent."""
    return round(100 * (after.force - before.force) / before.force)


def share_of(force: int, thousandths: int) -> int:
    """Return a share of a load or of body mass, up to the gram: whole pounds are none in grams."""
    return -(-force * thousandths // 1000)


def level_of(entry: Entry, loads: Loads) -> Level | None:
    """Return the load of an entry as a level; None if there is no such load."""
    if entry.load_g is None and entry.load.startswith(CHOOSE):
        return CHOICE
    load = (entry.load_g, entry.load)
    return next((level for level in loads if (level.load_g, level.words) == load), None)
