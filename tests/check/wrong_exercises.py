"""Exercises that are missing, out of order, new, painful or impossible."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from tests.check.edits import Mutation, both, entries, exercise, leave_out

WRONG_EXERCISES = (
    Mutation(
        "template-content",
        "a slot is left out",
        leave_out(5, SessionKind.D1, 3),
        "face pull left out",
    ),
    Mutation(
        "template-content",
        "two change places",
        entries(5, SessionKind.D1, lambda old: [old[1], old[0], *old[2:]]),
        "out of order",
    ),
    Mutation(
        "template-content",
        "a press where a row belongs",
        exercise(5, SessionKind.D1, 1, "db_overhead_press"),
        "standing dumbbell overhead press takes the place",
    ),
    Mutation(
        "substitutes",
        "the band at home, where the dumbbells are",
        exercise(5, SessionKind.D1, 1, "band_row"),
        "band row",
        "travel-weeks",
    ),
    Mutation(
        "pull-leads",
        "a press for the only row",
        exercise(15, SessionKind.LIGHT, 1, "push_up"),
        "0 pull",
    ),
    Mutation(
        "taper-light",
        "core in the taper",
        exercise(15, SessionKind.LIGHT, 3, "dead_bug"),
        "dead bug",
    ),
    Mutation(
        "coverage",
        "a week without a carry",
        both(leave_out(5, SessionKind.D1, 4), leave_out(5, SessionKind.D2, 4)),
        "no carry",
    ),
    Mutation(
        "distinct-exercises",
        "one exercise twice",
        exercise(5, SessionKind.D2, 2, "push_up"),
        "push-up twice",
    ),
    Mutation(
        "distinct-exercises",
        "a third press in a week",
        exercise(5, SessionKind.D1, 2, "db_overhead_press"),
        "3 press exercises",
    ),
    Mutation(
        "no-new-exercise",
        "new in a peak week",
        exercise(12, SessionKind.D1, 1, "band_row"),
        "band row",
    ),
    Mutation(
        "clean-sets",
        "a warm-up as a set",
        exercise(5, SessionKind.D1, 3, "band_pull_apart"),
        "warm-up",
    ),
    Mutation(
        "pain",
        "one that hurts",
        exercise(5, SessionKind.D2, 2, "db_bench_press"),
        "dumbbell bench press",
        "shoulder-irritation",
    ),
    Mutation(
        "pain",
        "overhead with an irritated shoulder",
        exercise(5, SessionKind.D2, 2, "db_overhead_press"),
        "standing dumbbell overhead press",
        "shoulder-irritation",
    ),
    Mutation(
        "equipment",
        "one that needs a machine",
        exercise(5, SessionKind.D1, 2, "lat_pulldown"),
        "without a pulldown machine",
        "home-bands-30-minutes",
    ),
    Mutation(
        "avoided-exercises",
        "one that the runner avoids",
        exercise(2, SessionKind.D1, 5, "dead_bug"),
        "dead bug",
        "short",
    ),
)
