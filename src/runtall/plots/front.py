"""What one aim costs in terms of another."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any

from runtall.compare.front import Front
from runtall.plots.style import BLUE, GREY, new_figure, note, plain, tidy_axes, unmarked

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Letters of a line below the picture.
LINE = 80


def front(plans: Front) -> Figure:
    """Draw the points of a front by their two costs, and where the usual plan stands to it.

    Points that aren't proven are hollow. The usual plan is the square; if it isn't on the front,
    a sentence says why.

    Raises
    ------
    TypeError
        If that is no front.
    """
    if not isinstance(plans, Front):
        raise TypeError(f"wanted is a Front, as runtall.front gives it; got {type(plans).__name__}")
    table = plans.table()
    across, up = table.columns[:2]
    figure = new_figure(6, 4.8)
    axes = figure.add_subplot()
    axes.step(table[across], table[up], where="post", color=BLUE, linewidth=1, zorder=2)
    style: dict[str, Any] = {"edgecolor": BLUE, "s": 40, "zorder": 3}
    for points, fill_colour, words in (
        (table[table["proven"]], BLUE, "_"),
        (table[~table["proven"]], "white", "not proven"),
    ):
        if len(points):
            axes.scatter(points[across], points[up], facecolor=fill_colour, label=words, **style)
    for name, row in table.iterrows():
        note(axes, plain(name), (row[across], row[up]), (6, 6), fontsize=8)
    square: dict[str, Any] = {"marker": "s", "facecolor": "none", "edgecolor": GREY, "s": 90}
    axes.scatter(*plans.costs(plans.usual), label="usual plan", zorder=4, **square)
    axes.legend(frameon=False, fontsize=8)
    words = "(cost, less is better)"
    axes.set(xlabel=f"{plain(across)} {words}", ylabel=f"{plain(up)} {words}")
    axes.set_title(unmarked(fill(plans.about_usual, LINE)), fontsize=8, loc="left", color=GREY)
    axes.margins(0.12)
    tidy_axes(axes)
    return figure
