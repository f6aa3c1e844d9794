"""Doses that the guide would not prescribe, in a plan whose days and sets are right."""

from __future__ import annotations

from runtall.domain.exercise import SessionKind
from tests.check.edits import Mutation, both, printed_set

WRONG_DOSES = (
    Mutation(
        "push-load-waits",
        "more load for the bench press in a week with fewer rows",
        printed_set(10, SessionKind.D1, 1, sets=2),
        "more load, fewer pull sets",
    ),
    Mutation(
        "first-loads",
        "heavy from the first day",
        printed_set(1, SessionKind.D1, 1, load_g=20_000),
        "known",
    ),
    Mutation(
        "owned-loads",
        "a weight nobody has",
        printed_set(5, SessionKind.D1, 1, load_g=10_250),
        "10.2",
    ),
    Mutation(
        "dose-ranges",
        "reps without end",
        printed_set(5, SessionKind.D1, 1, reps=30),
        "30 reps, 6 to 17",
    ),
    Mutation(
        "dose-ranges",
        "a carry to the shop",
        printed_set(5, SessionKind.D1, 4, distance_m=400),
        "400 metres",
    ),
    Mutation(
        "whole-dose", "no reps at all", printed_set(5, SessionKind.D1, 1, reps=None), "no reps"
    ),
    Mutation(
        "whole-dose",
        "a method to grind",
        printed_set(5, SessionKind.D1, 1, method="tempo"),
        "no method",
    ),
    Mutation(
        "one-method",
        "load and reps at once",
        printed_set(4, SessionKind.D1, 1, load_g=12_000),
        "and",
    ),
    Mutation(
        "one-method",
        "growth that isn't told",
        printed_set(4, SessionKind.D1, 1, method="hold"),
        "printed",
    ),
    Mutation(
        "small-steps", "four reps more", printed_set(4, SessionKind.D1, 1, reps=13), "9 -> 13 reps"
    ),
    Mutation(
        "load-steps",
        "a step too early",
        printed_set(4, SessionKind.D1, 1, load_g=11_000),
        "more load",
    ),
    Mutation(
        "no-growth",
        "a peak week that grows",
        printed_set(12, SessionKind.D1, 1, reps=9),
        "-> 9 reps",
    ),
    Mutation(
        "light-loads",
        "a heavy taper",
        printed_set(15, SessionKind.LIGHT, 1, load_g=10_000),
        "at most 80 % allowed",
    ),
    Mutation(
        "turns",
        "two pulls in turns",
        both(printed_set(5, SessionKind.D1, 1, pair=2), printed_set(5, SessionKind.D1, 2, pair=1)),
        "in turns",
    ),
)
