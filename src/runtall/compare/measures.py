"""What plans are compared by: one number for the whole plan each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.gaps import days_after, days_before
from runtall.domain.problem import Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView

Value = int | float | str | None
# What a table says of each measure, before the plans' own columns.
COLUMNS = ("measure", "words", "unit")


@dataclass(frozen=True, slots=True)
class Measure:
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
    total: bool = False
    tier: Tier | None = None


def measured(view: PlanView) -> dict[str, Value]:
    """Every measure of a plan by name, in the order of `MEASURES`."""
    return {measure.name: measure.value(view) for measure in MEASURES}


def _tier(view: PlanView, tier: Tier) -> int | None:
    return next((stage.value for stage in view.report.stages if stage.tier is tier), None)


def _empty_weeks(view: PlanView) -> int:
    return sum(not view.plan.in_week(week.number) for week in view.problem.weeks)


def _sets(view: PlanView) -> int:
    return sum(session.n_sets for session in view.plan.sessions)


def _most_sets(view: PlanView) -> int:
    return max(view.plan.total(week.number) for week in view.problem.weeks)


def _pattern(view: PlanView, pattern: Pattern) -> int:
    return sum(
        pattern_sets(view.problem, view.plan, week.number, pattern) for week in view.problem.weeks
    )


def _pull_push(view: PlanView) -> float | None:
    push = _pattern(view, Pattern.PUSH)
    return round(_pattern(view, Pattern.PULL) / push, 2) if push else None


def _minutes(view: PlanView) -> int:
    return sum(session.minutes for session in view.plan.sessions)


def _longest(view: PlanView) -> int | None:
    return max((session.minutes for session in view.plan.sessions), default=None)


Gap = Callable[["Problem", int, tuple[RunKind]], int | None]


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


GAPS = (
    ("before_long", "from a session to a long run", days_before, RunKind.LONG),
    ("after_long", "from a long run to a session", days_after, RunKind.LONG),
    ("before_workout", "from a session to a workout", days_before, RunKind.WORKOUT),
)
# Every measure, in the order in which it is shown.
MEASURES: tuple[Measure, ...] = (
    Measure("status", "proof", "", 0, lambda view: view.report.status),
    Measure("relaxations", "relaxations", "", -1, lambda view: len(view.plan.relaxed), total=True),
    *(
        Measure(
            f"{tier.value}_cost",
            f"tier {tier.number}, {tier.words}",
            "cost",
            0 if tier is Tier.TIE_BREAK else -1,
            partial(_tier, tier=tier),
            total=True,
            tier=tier,
        )
        for tier in Tier
    ),
    Measure("sessions", "strength sessions", "", 1, lambda of: len(of.plan.sessions), total=True),
    Measure("empty_weeks", "weeks without a session", "", -1, _empty_weeks, total=True),
    Measure("sets", "working sets", "", 1, _sets, total=True),
    Measure("most_weekly_sets", "working sets of the fullest week", "", 0, _most_sets),
    *(
        Measure(f"{pattern}_sets", f"{pattern} sets", "", 0, partial(_pattern, pattern=pattern))
        for pattern in Pattern
    ),
    Measure("pull_push", "pulls for a push", "", 0, _pull_push),
    Measure("minutes", "minutes in all", "min", -1, _minutes, total=True),
    Measure("longest_session", "longest session", "min", -1, _longest),
    Measure("mobility", "mobility add-ons", "", 1, lambda of: len(of.plan.mobility), total=True),
    *(
        Measure(f"days_{name}", f"fewest days {words}", "d", 1, partial(_smallest, gap, kind))
        for name, words, gap, kind in GAPS
    ),
    Measure("days_between", "fewest days between two sessions", "d", 1, _between),
    Measure("days_before_race", "days from the last session to the race", "d", 0, _to_race),
    *(
        Measure(
            f"option_{option.lower()}",
            f"sessions on days of option {option}",
            "",
            0,
            partial(_option, option=option),
        )
        for option in "ABC"
    ),
)
