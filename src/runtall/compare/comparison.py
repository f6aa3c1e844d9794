"""Plans side by side: their measures, what each gains and gives up, session by session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.compare.differences import differences
from runtall.compare.measures import MEASURES, measured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.compare.differences import Difference
    from runtall.compare.measures import Measure, Value
    from runtall.domain.view import PlanView


@dataclass(frozen=True, slots=True)
class Against:
    """One plan held against the first.

    Parameters
    ----------
    gains, gives_up
        Measures in which it does better or worse than the first plan, in words.
    differences
        Sessions that it has otherwise.
    """

    name: str
    gains: tuple[str, ...]
    gives_up: tuple[str, ...]
    differences: tuple[Difference, ...]


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
    values = {name: measured(view) for name, view in views.items()}
    first, *others = views
    return Comparison(
        names=(first, *others),
        measures=values,
        against=tuple(
            Against(
                name,
                gains=_trades(values[first], values[name], 1),
                gives_up=_trades(values[first], values[name], -1),
                differences=differences(views[first], views[name]),
            )
            for name in others
        ),
    )


def _trades(old: Mapping[str, Value], new: Mapping[str, Value], sign: int) -> tuple[str, ...]:
    """Measures that became better (sign 1) or worse (sign -1), in words."""
    return tuple(
        f"{measure.words}: {_amount(measure, new)} instead of {old[measure.name]}"
        for measure in MEASURES
        if sign * measure.better * _step(old[measure.name], new[measure.name]) > 0
    )


def _step(old: Value, new: Value) -> float:
    if isinstance(old, int | float) and isinstance(new, int | float):
        return new - old
    return 0


def _amount(measure: Measure, values: Mapping[str, Value]) -> str:
    unit = f" {measure.unit}" if measure.unit not in {"", "cost"} else ""
    return f"{values[measure.name]}{unit}"
