"""Plans side by side: their measures, what each gains and gives up, session by session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from runtall.compare.differences import Difference, differences, same_race
from runtall.compare.measures import MEASURES, Measure, Value, measured
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView
from runtall.objectives.all import OBJECTIVES


@dataclass(frozen=True, slots=True)
class Against:
    """One plan held against the first.

    Parameters
    ----------
    remarks
        What can't be held against each other, in words.
    gains, gives_up
        Measures in which it does better or worse than the first plan, in words.
    differences
        Sessions that it has otherwise.
    same_race
        Both plans lead to the same day; if not, only weekdays of sessions can be compared.
    """

    name: str
    remarks: tuple[str, ...]
    gains: tuple[str, ...]
    gives_up: tuple[str, ...]
    differences: tuple[Difference, ...]
    same_race: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two plans or more; the first is what the others are held against.

    Parameters
    ----------
    measures
        Values of every measure, by plan and by name of the measure.
    """

    names: tuple[str, ...]
    measures: Mapping[str, Mapping[str, Value]]
    against: tuple[Against, ...]


def compare(views: Mapping[str, PlanView]) -> Comparison:
    """Compare plans by name."""
    first, *others = views
    return Comparison(
        names=(first, *others),
        measures={name: measured(view) for name, view in views.items()},
        against=tuple(_against(name, views[first], views[name]) for name in others),
    )


def _against(name: str, before: PlanView, after: PlanView) -> Against:
    old, new = measured(before), measured(after)
    weeks = len(before.problem.weeks), len(after.problem.weeks)
    unlike = _weighted_otherwise(before.problem, after.problem)
    fair = [
        measure
        for measure in MEASURES
        if measure.tier not in unlike and not (measure.total and weeks[0] != weeks[1])
    ]
    return Against(
        name,
        remarks=tuple(_remarks(*weeks, unlike)),
        gains=_trades(fair, old, new, 1),
        gives_up=_trades(fair, old, new, -1),
        differences=differences(before, after),
        same_race=same_race(before, after),
    )


def _weighted_otherwise(before: Problem, after: Problem) -> list[Tier]:
    """Return the tiers with a soft rule that weighs more or less in one, or is off."""
    changed = {
        soft.tier
        for soft in OBJECTIVES
        if before.weight(soft.id, soft.weight) != after.weight(soft.id, soft.weight)
    }
    return [tier for tier in Tier if tier in changed]


def _remarks(before: int, after: int, unlike: Iterable[Tier]) -> Iterable[str]:
    if before != after:
        unit = "week" if after == 1 else "weeks"
        yield f"{after} {unit} against {before}: totals and costs can't be compared"
    for tier in unlike:
        words = "its rules have other weights, so its costs can't be compared"
        yield f"tier {tier.number}, {tier.words}: {words}"


def _trades(
    measures: Iterable[Measure], old: Mapping[str, Value], new: Mapping[str, Value], sign: int
) -> tuple[str, ...]:
    """Return the measures that became better (sign 1) or worse (sign -1), in words."""
    return tuple(
        f"{measure.words}: {_amount(measure, new)} instead of {old[measure.name]}"
        for measure in measures
        if sign * measure.better * _step(old[measure.name], new[measure.name]) > 0
    )


def _step(old: Value, new: Value) -> float:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return new - old
    return 0


def _amount(measure: Measure, values: Mapping[str, Value]) -> str:
    unit = f" {measure.unit}" if measure.unit not in {"", "cost"} else ""
    return f"{values[measure.name]}{unit}"
