"""Hard runs that fall into an illness, or come too soon after."""

from __future__ import annotations

from itertools import pairwise

from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import EASY_KINDS, KEY_KINDS, RunKind
from runtall.progression.nearness import run_name

WEEK = 7
# Days after an illness in which any hard run is too soon.
SOON = 2
# Runs that are hard for who was ill just now.
HARD_KINDS = KEY_KINDS | {RunKind.MEDIUM_LONG}


def run_left_out(problem: Problem, day: Day) -> bool:
    """Return whether a day has a hard run that falls into an illness, or comes too soon after.

    It is too soon within two days, or the days of rest after a fever, where a medium-long run is
    hard, too; and as long as no easy run came after the days of rest, for a week at most.
    """
    if day.to_race <= 0 or day.kind not in HARD_KINDS:
        return day.kind in KEY_KINDS and (day.ill or day.recovering)
    days = problem.days[max(0, day.index - WEEK) : day.index + 1]
    if any(before.ill for before in days[-1 - SOON :]):
        return True
    for before, other in pairwise(reversed(days)):
        if before.recovering or other.ill:
            return True
        if before.kind in EASY_KINDS:
            return False
    return False


def runs_left_out(problem: Problem) -> list[str]:
    """Name the hard runs that an illness takes: ``the long run (Sat 13 Feb, Sat 20 Feb)``."""
    named: dict[str, list[str]] = {}
    for day in problem.days:
        if run_left_out(problem, day):
            named.setdefault(run_name(day), []).append(day.label)
    return [f"{name} ({', '.join(labels)})" for name, labels in named.items()]
