"""What is printed or declared about a plan and isn't true of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from runtall.domain.relaxation import Relaxation, Relaxed
from tests.check.edits import D1, TUE, WED, Change, Row, both, move, printed, printed_set

TIGHT = "only-tuesday-friday"


def declare(*uses: tuple[int, Relaxation]) -> Change:
    relaxed = tuple(Relaxed(week, step) for week, step in uses)
    return lambda _, plan: replace(plan, relaxed=tuple(sorted({*plan.relaxed, *relaxed})))


def undeclare(step: Relaxation) -> Change:
    return lambda _, plan: replace(
        plan, relaxed=tuple(used for used in plan.relaxed if used.step is not step)
    )


WRONG_WORDS: tuple[Row, ...] = (
    ("no-empty-session", "a session without any set", printed(5, D1, entries=()), ""),
    (
        "run-first",
        "a start before the run is over",
        printed(5, D1, start=time(6, 45)),
        "D1 session at 06:45",
        "doubles",
    ),
    ("clean-sets", "sets of three", printed_set(5, D1, 1, reps=3), "3 reps, at least 6"),
    ("clean-sets", "a set to failure", printed_set(5, D1, 1, rir=0), "0 reps in reserve"),
    ("clean-sets", "too hard in the peak", printed_set(12, D1, 1, rir=2), "at least 3"),
    (
        "weekly-sessions",
        "one session instead of two, undeclared",
        undeclare(Relaxation.SINGLE),
        "merged",
        TIGHT,
    ),
    (
        "rest-before-long-run",
        "lifting before the long run, undeclared",
        undeclare(Relaxation.LONG_RUN_EVE),
        "very_light session",
        TIGHT,
    ),
    ("weekly-sessions", "declared and not done", declare((5, Relaxation.SKIP)), "D1, D2"),
    (
        "relaxation-limits",
        "two weeks of four without a session",
        declare((5, Relaxation.SKIP), (7, Relaxation.SKIP)),
        "week 5 and week 7",
    ),
    (
        "small-after-speed",
        "a whole session after a workout",
        both(move(5, D1, TUE), declare((5, Relaxation.SPEED_DAY))),
        "sets, at most",
    ),
    (
        "small-when-close",
        "two whole sessions on neighbouring days",
        both(move(5, D1, WED), declare((5, Relaxation.SHORT_GAP))),
        "sets next to another session, at most 8",
    ),
)
