"""Doses that the guide would not prescribe, in a plan whose days and sets are right."""

from __future__ import annotations

from tests.check.edits import D1, D2, LIGHT, Row, beside, both, missed, printed_set

WRONG_DOSES: tuple[Row, ...] = (
    (
        "push-load-waits",
        "more load for the bench press in a week with fewer rows",
        both(printed_set(7, D1, 1, sets=1), printed_set(7, D2, 2, load_g=8_000)),
        "more load, fewer pull sets",
    ),
    ("first-loads", "heavy from the first day", printed_set(1, D1, 1, load_g=20_000), "known"),
    ("owned-loads", "a weight nobody has", printed_set(5, D1, 1, load_g=10_250), "10.2"),
    ("dose-ranges", "reps without end", printed_set(5, D1, 1, reps=30), "30 reps, 6 to 17"),
    ("dose-ranges", "a carry to the shop", printed_set(5, D1, 4, distance_m=400), "400 metres"),
    ("whole-dose", "no reps at all", printed_set(5, D1, 1, reps=None), "no reps"),
    ("one-method", "load and reps at once", printed_set(4, D1, 1, load_g=12_000), "and"),
    (
        "printed-length",
        "reps without end, wherever they are counted",
        both(*(printed_set(5, D1, position, reps=60) for position in (1, 2, 3, 5))),
        "minutes, at most 40 allowed",
    ),
    (
        "printed-length",
        "mobility beside a session that takes all of the day's 40 minutes",
        both(*(printed_set(1, D1, position, reps=57) for position in (1, 2, 3)), beside(1, D1)),
        "41 minutes, at most 40 allowed",
        "short",
    ),
    ("small-steps", "four reps more", printed_set(4, D1, 1, reps=13), "9 -> 13 reps"),
    ("load-steps", "a step too early", printed_set(4, D1, 1, load_g=11_000), "more load"),
    (
        "steps-before-peak",
        "a weight more on the eve of the peak",
        printed_set(10, D1, 1, load_g=9_000),
        "growing weeks left",
    ),
    ("one-step", "two steps at once", printed_set(7, D1, 2, load_g=20_000), "beside another"),
    ("return-loads", "as heavy after two weeks away", missed(5, 6), "the same load"),
    ("no-growth", "a peak week that grows", printed_set(12, D1, 1, reps=9), "-> 9 reps"),
    (
        "light-loads",
        "a heavy taper",
        printed_set(15, LIGHT, 1, load_g=10_000),
        "at most 80 % allowed",
    ),
    (
        "carries-stay-light",
        "a heavier carry where the shoulders creep up",
        printed_set(10, D2, 4, load_g=30_000),
        "a heavier carry",
        "tight",
    ),
    (
        "turns",
        "two pulls in turns",
        both(printed_set(5, D1, 1, pair=2), printed_set(5, D1, 2, pair=1)),
        "in turns",
    ),
)
