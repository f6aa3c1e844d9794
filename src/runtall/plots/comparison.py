"""Several plans side by side."""

from __future__ import annotations

import math
from textwrap import fill
from typing import TYPE_CHECKING

from runtall.compare.measures import MEASURES, measured
from runtall.domain.view import Plans
from runtall.plots.style import GREY, SERIES, new_figure, plain, some, tidy_axes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from runtall.compare.measures import Value

SHOWN = {
    *("sessions", "sets", "minutes", "pull_push", "relaxations"),
    *("placement_cost", "dose_cost", "days_before_long", "days_between"),
}
BETTER = {1: "more is better", -1: "less is better", 0: ""}
ACROSS = 3


def comparison(plans: Plans) -> Figure:
    """Draw the most telling measures of some plans, a panel for each, a bar for each plan."""
    views = some(plans)
    measures = [measure for measure in MEASURES if measure.name in SHOWN]
    values = {name: measured(view) for name, view in views.items()}
    down = math.ceil(len(measures) / ACROSS)
    figure = new_figure(10, 0.4 + down * (0.8 + 0.3 * len(views)))
    grid = figure.subplots(down, ACROSS, squeeze=False, sharey=True)
    for axes, measure in zip(grid.flat, measures, strict=False):
        _panel(axes, list(views), [values[name][measure.name] for name in views])
        unit = f", {measure.unit}" if measure.unit not in {"", "cost"} else ""
        axes.set_title(fill(f"{measure.words}{unit}", 32), fontsize=9, loc="left")
        axes.set_xlabel(BETTER[measure.better], fontsize=8, loc="left", color=GREY)
    grid[0][0].invert_yaxis()
    return figure


def _panel(axes: Axes, names: list[str], values: list[Value]) -> None:
    numbers = [value if isinstance(value, int | float) else 0 for value in values]
    colours = [SERIES[index % len(SERIES)] for index in range(len(names))]
    bars = axes.barh(range(len(names)), numbers, color=colours, height=0.7)
    axes.set_yticks(range(len(names)), [plain(name) for name in names])
    axes.bar_label(bars, ["-" if value is None else str(value) for value in values], padding=3)
    axes.set_xlim(0, 1.2 * max(1, *numbers))
    axes.tick_params(axis="x", bottom=False, labelbottom=False)
    axes.tick_params(axis="y", labelsize=9)
    axes.spines["bottom"].set_visible(False)
    tidy_axes(axes)
