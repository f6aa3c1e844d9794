"""What plans are compared by: one number for the whole plan each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.gaps import days_after, days_before
from runtall.domain.library import records
from runtall.domain.problem import Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView

Value = int | float | str | None
# What a table says of each measure, before the plans' own columns.
COLUMNS = ("measure", "words", "unit")


class Measure(NamedTuple):
    """One quantity of a whole plan.

    Parameters
    ----------
    name
        Column or key in files.
    words, unit
        What people read.
    better
        1: more of it is better; -1: less is; 0: neither.
    value
        The number; None where the plan has nothing to measure.
    total
        It grows with the weeks of a plan.
    tier
        The tier whose cost it is; None: it is no cost.
    """

    name: str
    words: str
    unit: str
    better: int
    value: Callable[[PlanView], Value]
    total: bool
    tier: Tier | None


def measured(view: PlanView) -> dict[str, Value]:
    """Return every measure of a plan by name, in the order of `MEASURES`."""
    return {measure.name: measure.value(view) for measure in MEASURES}


def _tier(view: PlanView, tier: Tier) -> int | None:
    return next((stage.value for stage in view.report.stages if stage.tier is tier), None)


def _pattern(view: PlanView, pattern: Pattern) -> int:
    weeks = view.problem.weeks
    return sum(pattern_sets(view.problem, view.plan, week.number, pattern) for week in weeks)


def _pull_push(view: PlanView) -> float | None:
    push = _pattern(view, Pattern.PUSH)
    return round(_pattern(view, Pattern.PULL) / push, 2) if push else None


Gap = Callable[[Problem, int, tuple[RunKind]], int | None]


def _smallest(gap: Gap, kind: RunKind, view: PlanView) -> int | None:
    gaps = (gap(view.problem, session.day, (kind,)) for session in view.plan.sessions)
    return min((days for days in gaps if days is not None), default=None)


def _between(view: PlanView) -> int | None:
    days = sorted(session.day for session in view.plan.sessions)
    return min((after - before for before, after in pairwise(days)), default=None)


def _to_race(view: PlanView) -> int | None:
    days = view.problem.days
    return min((days[session.day].to_race for session in view.plan.sessions), default=None)


def _option(view: PlanView, option: str) -> int:
    return sum(session.option == option for session in view.plan.sessions)


COSTS = {f"{tier}_cost": tier for tier in Tier}
VALUES: Mapping[str, Callable[[PlanView], Value]] = {
    "status": lambda view: view.report.status,
    "relaxations": lambda view: len(view.plan.relaxed),
    **{name: partial(_tier, tier=tier) for name, tier in COSTS.items()},
    "sessions": lambda view: len(view.plan.sessions),
    "empty_weeks": lambda view: sum(not view.plan.in_week(w.number) for w in view.problem.weeks),
    "sets": lambda view: sum(session.n_sets for session in view.plan.sessions),
    "most_weekly_sets": lambda view: max(view.plan.total(w.number) for w in view.problem.weeks),
    **{f"{pattern}_sets": partial(_pattern, pattern=pattern) for pattern in Pattern},
    "pull_push": _pull_push,
    "minutes": lambda view: sum(session.minutes for session in view.plan.sessions),
    "longest_session": lambda view: max((s.minutes for s in view.plan.sessions), default=None),
    "mobility": lambda view: len(view.plan.mobility),
    "days_before_long": partial(_smallest, days_before, RunKind.LONG),
    "days_after_long": partial(_smallest, days_after, RunKind.LONG),
    "days_before_workout": partial(_smallest, days_before, RunKind.WORKOUT),
    "days_between": _between,
    "days_before_race": _to_race,
    **{f"option_{option.lower()}": partial(_option, option=option) for option in "ABC"},
}


def _measure(row: Mapping[str, str]) -> Measure:
    name, tier = row["name"], COSTS.get(row["name"])
    words = f"tier {tier.number}, {tier.words}" if tier else row["words"]
    better, total = int(row["better"]), row["total"] == "true"
    return Measure(name, words, row["unit"], better, VALUES[name], total, tier)


# Every measure, in the order in which it is shown.
MEASURES = tuple(map(_measure, records("measures.csv")))
