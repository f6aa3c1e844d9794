"""Working sets of each week beside the running."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runtall import frames
from runtall.domain.exercise import Pattern
from runtall.domain.units import METRES_PER_MILE
from runtall.domain.view import Plans, PlanView
from runtall.plots.style import (
    BLACK,
    PATTERN_COLOURS,
    PATTERN_HATCHES,
    PURPLE,
    Canvas,
    imperial,
    legend_below,
    second_axis,
    shade_phases,
    stacked,
    tidy_axes,
    whole_numbers,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Weeks whose numbers can be read side by side.
MOST_TICKS = 26


def weekly_sets(plans: Plans) -> Figure:
    """Draw the working sets of each week by movement pattern, with phases and run distance.

    A dash is the number of sets that the plan aims at. Kilometres, or the runner's miles, are
    drawn where the run plan gives the distance of every run of some week.
    """
    return stacked(plans, 9, lambda _: 4.2, _weekly_sets)


def _weekly_sets(figure: Canvas, view: PlanView) -> None:
    axes = figure.add_subplot()
    shade_phases(axes, view.problem)
    _bars(axes, view)
    weeks = frames.weeks(view)
    dash: dict[str, Any] = {"marker": "_", "s": 220, "zorder": 4}
    for colour, width, label in (("white", 5, "_"), (BLACK, 2, "target")):
        targets = weeks["target_sets"]
        axes.scatter(weeks.index, targets, linewidths=width, color=colour, label=label, **dash)
    axes.set(xlabel="week of the plan", ylabel="working sets a week")
    whole_numbers(axes, view.problem, MOST_TICKS)
    axes.set_ylim(0, 1.25 * max(1, weeks["sets"].max(), weeks["target_sets"].max()))
    tidy_axes(axes)
    handles, labels = axes.get_legend_handles_labels()
    if weeks["run_km"].notna().any():
        unit, metres = ("mi", METRES_PER_MILE) if imperial(view) else ("km", 1000)
        distance = weeks["run_km"] * 1000 / metres
        running = second_axis(axes, f"run distance, {unit} a week", 1.15 * distance.max())
        style: dict[str, Any] = {"color": PURPLE, "marker": "o", "markersize": 4}
        (line,) = running.plot(weeks.index, distance, **style)
        handles, labels = [*handles, line], [*labels, f"run {unit}"]
    legend_below(figure, handles, labels)


def _bars(axes: Axes, view: PlanView) -> None:
    sets = frames.weekly_volume(view)["sets"].unstack("pattern")
    below = 0 * sets.iloc[:, 0]
    style: dict[str, Any] = {"width": 0.7, "edgecolor": "white", "linewidth": 0.5, "zorder": 3}
    for pattern in Pattern:
        filled = {"color": PATTERN_COLOURS[pattern], "hatch": PATTERN_HATCHES[pattern]}
        bars: dict[str, Any] = {**style, **filled, "label": pattern.value}
        axes.bar(sets.index, sets[pattern.value], bottom=below, **bars)
        below = below + sets[pattern.value]
