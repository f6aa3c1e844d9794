"""What one aim costs in terms of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.plots.style import BLUE, GREY, new_figure, tidy_axes

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def front(points: pd.DataFrame) -> Figure:
    """Draw plans of which none is better than another in both of two costs.

    Parameters
    ----------
    points
        A row for each plan, indexed by name; the first two columns are costs, less is better,
        and their names become the axes' labels. Points that another one beats are drawn hollow.
    """
    across, up = (str(column) for column in points.columns[:2])
    ordered = points.sort_values([across, up])
    costs = ordered[up].astype(float)
    best = costs < costs.cummin().shift(fill_value=float("inf"))
    figure = new_figure(6, 4.5)
    axes = figure.add_subplot()
    kept, beaten = ordered[best], ordered[~best]
    axes.step(kept[across], kept[up], where="post", color=BLUE, linewidth=1, zorder=2)
    axes.scatter(kept[across], kept[up], color=BLUE, s=40, zorder=3)
    axes.scatter(beaten[across], beaten[up], facecolor="white", edgecolor=GREY, s=40, zorder=3)
    for name, row in ordered.iterrows():
        axes.annotate(
            str(name),
            (float(row[across]), float(row[up])),
            xytext=(6, 6),
            textcoords="offset points",
            fontsize=8,
        )
    axes.set(xlabel=f"{across} (cost, less is better)", ylabel=f"{up} (cost, less is better)")
    axes.margins(0.12)
    tidy_axes(axes)
    return figure
