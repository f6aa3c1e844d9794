"""Plans side by side: their measures, what each gains and gives up, session by session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from runtall.compare.differences import Change, Difference, differences, same_race
from runtall.compare.measures import MEASURES, Measure, Value, measured
from runtall.domain.html import paragraph, table
from runtall.domain.problem import Problem
from runtall.domain.tier import Tier
from runtall.domain.view import Plans, PlanView, named
from runtall.objectives.all import OBJECTIVES

if TYPE_CHECKING:
    import pandas as pd


class Against(NamedTuple):
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

    @property
    def changes(self) -> str:
        """How many sessions differ in what: ``3 moved, 1 more sets``."""
        counts = Counter(change for session in self.differences for change in session.changes)
        return ", ".join(f"{counts[change]} {change}" for change in Change if change in counts)


@dataclass(frozen=True, slots=True, repr=False)
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

    def __repr__(self) -> str:
        return f"<comparison: {', '.join(self.names)}>"

    def table(self) -> pd.DataFrame:
        """Return one row for each measure, one column for each plan.

        Returns
        -------
        DataFrame
            Index: ``measure`` (name), ``words``, ``unit``. Columns: the plans by name (object:
            words or numbers as the measure has them, None where there is nothing to measure).
        """
        from runtall.compare.tables import measures_table

        return measures_table(self.measures)

    def sessions(self) -> pd.DataFrame:
        """Return one row for each session that a plan has otherwise than the first one.

        Returns
        -------
        DataFrame
            Index: ``scenario``, ``session_id``. Columns: ``changes`` (string: words of `Change`,
            ``+`` between two), and before and after as ``date_`` (datetime64[s]), ``sets_``
            (Int64), ``minutes_`` (Int64) and ``exercises_`` (string: ``key=sets``, a space
            between two); missing where a plan lacks the session.
        """
        from runtall.compare.tables import differences_table

        rows = [(plan.name, session) for plan in self.against for session in plan.differences]
        return differences_table(rows)

    def _repr_html_(self) -> str:
        """Show in a notebook what differs: measures, what is gained and given up, sessions."""
        rows = [
            [measure.words, *values, measure.unit]
            for measure in MEASURES
            if len(set(values := [self.measures[name][measure.name] for name in self.names])) > 1
            or not self.against
        ]
        lines = [
            f"{other.name} {what}: {'; '.join(sentences) or 'nothing'}."
            for other in self.against
            for what, sentences in (
                ("gains", other.gains),
                ("gives up", other.gives_up),
                ("has other sessions", [other.changes] if other.changes else []),
            )
        ]
        remarks = [f"{other.name}: {remark}." for other in self.against for remark in other.remarks]
        below = "".join(map(paragraph, [*remarks, *lines]))
        return table(["measure", *self.names, "unit"], rows) + below


def compare(*plans: Plans) -> Comparison:
    """Hold plans against the first of them: measures, gains and losses, session by session.

    Parameters
    ----------
    plans
        Plans, or mappings of them by name; a plan without one has its scenario's.

    Raises
    ------
    TypeError
        Something else than a plan was given.
    ValueError
        There is no plan.
    """
    views: dict[str, PlanView] = {}
    for name, view in chain.from_iterable(named(given).items() for given in plans):
        numbered = (f"{name} ({number})" for number in count(2))
        views[next(free for free in chain([name], numbered) if free not in views)] = view
    if not views:
        raise ValueError("there is no plan to compare")
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
