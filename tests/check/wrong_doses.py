"""Doses that the guide would not prescribe, in a plan whose days and sets are right."""

from __future__ import annotations

from runtall.domain.exercise import Kind
from tests.check.edits import Mutation, both, printed_set

WRONG_DOSES = (
    Mutation("R40", "heavy from the first day", printed_set(1, Kind.D1, 1, load_g=20_000), "known"),
    Mutation("R56-loads", "a weight nobody has", printed_set(5, Kind.D1, 1, load_g=10_250), "10.2"),
    Mutation("R61", "reps without end", printed_set(5, Kind.D1, 1, reps=30), "30 reps, 6 to 17"),
    Mutation(
        "R61", "a carry to the shop", printed_set(5, Kind.D1, 4, distance_m=400), "400 metres"
    ),
    Mutation("R66", "no reps at all", printed_set(5, Kind.D1, 1, reps=None), "no reps"),
    Mutation("R66", "a method to grind", printed_set(5, Kind.D1, 1, method="tempo"), "no method"),
    Mutation("R67", "load and reps at once", printed_set(4, Kind.D1, 1, load_g=12_000), "and"),
    Mutation("R67", "growth that isn't told", printed_set(4, Kind.D1, 1, method="hold"), "printed"),
    Mutation("R70", "four reps more", printed_set(4, Kind.D1, 1, reps=13), "9 -> 13 reps"),
    Mutation("R71", "a step too early", printed_set(4, Kind.D1, 1, load_g=11_000), "more load"),
    Mutation("R75", "a peak week that grows", printed_set(12, Kind.D1, 1, reps=9), "-> 9 reps"),
    Mutation(
        "R81-loads",
        "a heavy taper",
        printed_set(15, Kind.LIGHT, 1, load_g=10_000),
        "at most 80 % allowed",
    ),
    Mutation(
        "S2.3",
        "two pulls in turns",
        both(printed_set(5, Kind.D1, 1, pair=2), printed_set(5, Kind.D1, 2, pair=1)),
        "in turns",
    ),
)
