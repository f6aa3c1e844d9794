"""What one aim costs in terms of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from runtall.plots.style import BLUE, GREY, new_figure, note, plain, tidy_axes

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def front(points: pd.DataFrame) -> Figure:
    """Draw plans of which none is better than another in both of two costs.

    Parameters
    ----------
    points
        A row for each plan, indexed by name; the first two columns are costs, less is better,
        and their names become the axes' labels. A column ``proven`` says of which points it is
        known that no plan beats them; others are drawn hollow, and what another one beats is grey.

    Raises
    ------
    TypeError
        If that is no table.
    """
    if not isinstance(points, pd.DataFrame):
        wanted = "a table, as runtall.compare.tables.front_table makes it"
        raise TypeError(f"wanted is {wanted}; got {type(points).__name__}")
    across, up = (str(column) for column in points.columns[:2])
    ordered = points.sort_values([across, up])
    costs = ordered[up].astype(float)
    best = costs < costs.cummin().shift(fill_value=float("inf"))
    figure = new_figure(6, 4.5)
    axes = figure.add_subplot()
    proven = ordered["proven"] if "proven" in ordered else pd.Series(True, ordered.index)
    kept = ordered[best]
    axes.step(kept[across], kept[up], where="post", color=BLUE, linewidth=1, zorder=2)
    for part, fill, edge, words in (
        (best & proven, BLUE, BLUE, "_"),
        (best & ~proven, "white", BLUE, "not proven"),
        (~best, "white", GREY, "_"),
    ):
        if part.any():
            x, y = ordered.loc[part, across], ordered.loc[part, up]
            axes.scatter(x, y, facecolor=fill, edgecolor=edge, s=40, zorder=3, label=words)
    if (best & ~proven).any():
        axes.legend(frameon=False, fontsize=8)
    for name, row in ordered.iterrows():
        note(axes, plain(name), (float(row[across]), float(row[up])), (6, 6), fontsize=8)
    words = "(cost, less is better)"
    axes.set(xlabel=f"{plain(across)} {words}", ylabel=f"{plain(up)} {words}")
    axes.margins(0.12)
    tidy_axes(axes)
    return figure
