"""Exercises that are missing, out of order, new, painful or impossible."""

from __future__ import annotations

from tests.check.edits import D1, D2, LIGHT, Row, both, entries, exercise, leave_out

WRONG_EXERCISES: tuple[Row, ...] = (
    ("template-content", "a slot is left out", leave_out(5, D1, 3), "face pull left out"),
    (
        "template-content",
        "two change places",
        entries(5, D1, lambda old: [old[1], old[0], *old[2:]]),
        "out of order",
    ),
    (
        "template-content",
        "a press where a row belongs",
        exercise(5, D1, 1, "db_overhead_press"),
        "standing dumbbell overhead press takes the place",
    ),
    (
        "substitutes",
        "the band at home, where the dumbbells are",
        exercise(5, D1, 1, "band_row"),
        "band row",
        "travel-weeks",
    ),
    ("pull-leads", "a press for the only row", exercise(15, LIGHT, 1, "push_up"), "0 pull"),
    ("taper-light", "core in the taper", exercise(15, LIGHT, 3, "dead_bug"), "dead bug"),
    (
        "coverage",
        "a week without a carry",
        both(leave_out(5, D1, 4), leave_out(5, D2, 4)),
        "no carry",
    ),
    ("distinct-exercises", "one exercise twice", exercise(5, D2, 2, "push_up"), "push-up twice"),
    (
        "distinct-exercises",
        "a third press in a week",
        exercise(5, D1, 2, "db_overhead_press"),
        "3 press exercises",
    ),
    ("no-new-exercise", "new in a peak week", exercise(12, D1, 1, "band_row"), "band row"),
    ("clean-sets", "a warm-up as a set", exercise(5, D1, 3, "band_pull_apart"), "warm-up"),
    (
        "pain",
        "one that hurts",
        exercise(5, D2, 2, "db_bench_press"),
        "dumbbell bench press",
        "shoulder-irritation",
    ),
    (
        "pain",
        "overhead with an irritated shoulder",
        exercise(5, D2, 2, "db_overhead_press"),
        "standing dumbbell overhead press",
        "shoulder-irritation",
    ),
    (
        "equipment",
        "one that needs a machine",
        exercise(5, D1, 1, "lat_pulldown"),
        "without a pulldown machine",
        "home-bands-30-minutes",
    ),
    (
        "avoided-exercises",
        "one that the runner avoids",
        exercise(2, D1, 5, "dead_bug"),
        "dead bug",
        "short",
    ),
)
