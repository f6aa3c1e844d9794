"""Exercises that are missing, out of order, new, painful or impossible."""

from __future__ import annotations

from runtall.domain.exercise import Kind
from tests.check.edits import Mutation, both, entries, exercise, leave_out

WRONG_EXERCISES = (
    Mutation("R58", "a slot is left out", leave_out(5, Kind.D1, 3), "face pull left out"),
    Mutation(
        "R58",
        "two change places",
        entries(5, Kind.D1, lambda old: [old[1], old[0], *old[2:]]),
        "out of order",
    ),
    Mutation(
        "R58",
        "a press where a row belongs",
        exercise(5, Kind.D1, 1, "db_overhead_press"),
        "standing dumbbell overhead press takes the place",
    ),
    Mutation(
        "R58-swap",
        "the band at home, where the dumbbells are",
        exercise(5, Kind.D1, 1, "band_row"),
        "band row",
        "travel-weeks",
    ),
    Mutation("R12", "a press for the only row", exercise(15, Kind.LIGHT, 1, "push_up"), "0 pull"),
    Mutation("R81", "core in the taper", exercise(15, Kind.LIGHT, 3, "dead_bug"), "dead bug"),
    Mutation(
        "R11",
        "a week without a carry",
        both(leave_out(5, Kind.D1, 4), leave_out(5, Kind.D2, 4)),
        "no carry",
    ),
    Mutation("R46", "one exercise twice", exercise(5, Kind.D2, 2, "push_up"), "push-up twice"),
    Mutation(
        "R46",
        "a third press in a week",
        exercise(5, Kind.D1, 2, "db_overhead_press"),
        "3 press exercises",
    ),
    Mutation("R83", "new in a peak week", exercise(12, Kind.D1, 1, "band_row"), "band row"),
    Mutation("R05", "a warm-up as a set", exercise(5, Kind.D1, 3, "band_pull_apart"), "warm-up"),
    Mutation(
        "R50",
        "one that hurts",
        exercise(5, Kind.D2, 2, "db_bench_press"),
        "dumbbell bench press",
        "shoulder-irritation",
    ),
    Mutation(
        "R50",
        "overhead with an irritated shoulder",
        exercise(5, Kind.D2, 2, "db_overhead_press"),
        "standing dumbbell overhead press",
        "shoulder-irritation",
    ),
    Mutation(
        "R56",
        "one that needs a machine",
        exercise(5, Kind.D1, 2, "lat_pulldown"),
        "without a pulldown machine",
        "home-bands-30-minutes",
    ),
    Mutation(
        "R94-exercises",
        "one that the runner avoids",
        exercise(2, Kind.D1, 5, "dead_bug"),
        "dead bug",
        "short",
    ),
)
