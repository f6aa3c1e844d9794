"""How each exercise grows over the plan."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from matplotlib.lines import Line2D

from runtall import frames
from runtall.domain.units import GRAMS, METRES_PER_YARD
from runtall.domain.view import Plans, PlanView
from runtall.plots.style import (
    BLUE,
    GREY,
    ORANGE,
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
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Of each amount, its words and what one is in the unit of the table.
AMOUNTS = {"reps": ("reps", 1.0), "distance_m": ("metres", 1.0), "hold_s": ("seconds", 1.0)}
IN_YARDS = {"distance_m": ("yards", METRES_PER_YARD)}
ACROSS = 3
# Weeks whose numbers can be read side by side in a panel.
MOST_TICKS = 8
AMOUNT: dict[str, Any] = {"marker": "s", "markersize": 4, "color": ORANGE}
LOAD: dict[str, Any] = {"marker": "o", "markersize": 3, "color": BLUE}


def load_paths(plans: Plans) -> Figure:
    """Draw load and amount of every exposure, a panel for each exercise.

    The squares are reps, seconds, or metres (the runner's yards) of a set; the line is the load
    in kilograms or the runner's pounds, where there is one.
    """
    return stacked(plans, 10, lambda view: 0.4 + 2.3 * _down(frames.loads(view)), _load_paths)


def _down(loads: pd.DataFrame) -> int:
    """Return the rows of panels."""
    return max(1, math.ceil(loads.index.get_level_values("exercise").nunique() / ACROSS))


def _load_paths(figure: Canvas, view: PlanView) -> None:
    loads = frames.loads(view)
    exercises = list(loads.index.unique("exercise"))
    down = _down(loads)
    grid = figure.subplots(down, ACROSS, squeeze=False, sharex=True)
    for axes, key in zip(grid.flat, exercises, strict=False):
        _panel(axes, view, loads.loc[key])
        axes.set_title(view.problem.exercises[key].name, fontsize=9, pad=16)
    for axes in list(grid.flat)[len(exercises) :]:
        axes.set_visible(False)
    for column in range(ACROSS):
        shown = [row[column] for row in grid if row[column].get_visible()]
        if shown:
            shown[-1].set_xlabel("week of the plan")
            shown[-1].tick_params(labelbottom=True)
    handles = [Line2D([], [], linestyle="", **AMOUNT), Line2D([], [], **LOAD)]
    far = _amounts(view)["distance_m"][0]
    legend_below(figure, handles, [f"a set: reps, {far} or seconds", "load"])


def _amounts(view: PlanView) -> dict[str, tuple[str, float]]:
    return AMOUNTS | IN_YARDS if imperial(view) else AMOUNTS


def _panel(axes: Axes, view: PlanView, rows: pd.DataFrame) -> None:
    shade_phases(axes, view.problem)
    for text in axes.texts:
        text.set_fontsize(7)
    tidy_axes(axes)
    for column, (words, unit_size) in _amounts(view).items():
        amounts = rows[column].dropna().astype(float) / unit_size
        if len(amounts):
            weeks = rows.loc[amounts.index, "week"]
            axes.plot(weeks, amounts, linestyle="", **AMOUNT)
            axes.set_ylabel(f"{words} a set", fontsize=8)
            axes.set_ylim(0, 1.3 * float(amounts.max()))
    unit = "lb" if imperial(view) else "kg"
    loads = rows["load_kg"].dropna() * 1000 / GRAMS[unit]
    if len(loads):
        weeks = rows.loc[loads.index, "week"]
        other = second_axis(axes, f"load, {unit}", 1.3 * float(loads.max()), color=BLUE, fontsize=8)
        other.step(weeks, loads.astype(float), where="post", **LOAD)
        other.tick_params(axis="y", labelcolor=BLUE, labelsize=8)
    whole_numbers(axes, view.problem, MOST_TICKS)
    axes.tick_params(labelsize=8, color=GREY)
