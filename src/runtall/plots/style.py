"""Colours and habits that all pictures share."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure, SubFigure
from matplotlib.ticker import MaxNLocator

from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem
from runtall.domain.units import IMPERIAL
from runtall.domain.view import Plans, PlanView, named

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

# The palette of Okabe and Ito, made for all kinds of colour vision.
ORANGE, SKY, GREEN, YELLOW = "#e69f00", "#56b4e9", "#009e73", "#f0e442"
BLUE, VERMILION, PURPLE, BLACK = "#0072b2", "#d55e00", "#cc79a7", "#000000"
GREY, DARK = "#666666", "#444444"
SERIES = (BLUE, ORANGE, GREEN, PURPLE, VERMILION, SKY, BLACK)

# The four that lie farthest apart for all kinds of colour vision.
PATTERN_COLOURS = {
    Pattern.PULL: BLUE,
    Pattern.PUSH: VERMILION,
    Pattern.CARRY: DARK,
    Pattern.CORE: YELLOW,
}
PATTERN_HATCHES = {Pattern.PULL: "", Pattern.PUSH: "//", Pattern.CARRY: "..", Pattern.CORE: "xx"}
PHASE_SHADES = {Phase.BASE: "#ffffff", Phase.PEAK: "#e8e8e8", Phase.TAPER: "#d4d4d4"}
Point = tuple[float, float]
Canvas = Figure | SubFigure
# Inches of a plan's name above it.
NAME = 0.35
# Letters of a plan's name.
LONGEST_NAME = 40
# Part of the weeks below which a phase is narrower than its name may be.
NARROW = 1 / 8


def stacked(
    plans: Plans,
    width: float,
    height: Callable[[PlanView], float],
    draw: Callable[[Canvas, PlanView], object],
) -> Figure:
    """Draw one plan; or several below each other, each under its name.

    Parameters
    ----------
    width, height
        Inches that a plan takes.

    Raises
    ------
    TypeError
        Something else than plans was given.
    ValueError
        There is no plan to draw.
    """
    views = some(plans)
    if isinstance(plans, PlanView):
        figure = new_figure(width, height(plans))
        draw(figure, plans)
        return figure
    heights = [NAME + height(view) for view in views.values()]
    figure = new_figure(width, sum(heights))
    parts = figure.subfigures(len(views), 1, height_ratios=heights, squeeze=False)[:, 0]
    for part, (name, view) in zip(parts, views.items(), strict=True):
        part.suptitle(plain(name), fontweight="bold")
        draw(part, view)
    return figure


def some(plans: Plans) -> dict[str, PlanView]:
    """Return plans by name, one at least; raises what `stacked` does."""
    views = named(plans)
    if not views:
        raise ValueError("there is no plan to draw")
    return views


def imperial(view: PlanView) -> bool:
    """Return whether the runner counts in pounds and miles."""
    return view.units == IMPERIAL


def plain(name: object) -> str:
    """Return a name as a label: not too long, and its dollars don't begin a formula."""
    text = str(name)
    if len(text) > LONGEST_NAME:
        text = f"{text[: LONGEST_NAME - 1]}\N{HORIZONTAL ELLIPSIS}"
    return unmarked(text)


def unmarked(text: str) -> str:
    """Return a text whose dollars don't begin a formula."""
    return text.replace("$", r"\$")


class _Shown(Figure):
    """A figure that a notebook shows though no backend was chosen."""

    def _repr_png_(self) -> bytes:
        drawn = BytesIO()
        self.savefig(drawn, format="png")
        return drawn.getvalue()


def new_figure(width: float, height: float) -> Figure:
    """Return a figure of so many inches that arranges itself; no global state knows of it."""
    return _Shown(figsize=(width, height), layout="constrained")


def note(axes: Axes, words: str, at: Point, beside: Point, **style: Any) -> None:
    """Write words so many points beside a place."""
    axes.annotate(words, at, xytext=beside, textcoords="offset points", **style)


def tidy_axes(axes: Axes) -> None:
    """Leave out the frame's needless sides."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def second_axis(axes: Axes, words: str, most: float, **style: Any) -> Axes:
    """Return axes with a scale of their own on the right, from 0."""
    other = axes.twinx()
    other.set_ylabel(words, **style)
    other.set_ylim(0, most)
    other.spines["top"].set_visible(False)
    return other


def legend_below(figure: Canvas, handles: Sequence[Artist], labels: Sequence[str]) -> None:
    """Put one legend in a row below all axes."""
    layout: dict[str, Any] = {"loc": "outside lower center", "ncols": len(labels)}
    figure.legend(handles, labels, frameon=False, **layout)


def shade_phases(axes: Axes, problem: Problem) -> None:
    """Shade the weeks of each phase, and name it above; weeks are the x axis."""
    for phase, weeks in groupby(problem.weeks, key=lambda week: week.phase):
        numbers = [week.number for week in weeks]
        first, last = numbers[0] - 0.5, numbers[-1] + 0.5
        axes.axvspan(first, last, color=PHASE_SHADES[phase], zorder=0, linewidth=0)
        x, side, points = (first + last) / 2, "center", 0
        if len(numbers) < NARROW * len(problem.weeks):
            # Names of narrow neighbours stand apart: one before its end, one from its start.
            end = (last, "right", -3)
            x, side, points = (first, "left", 3) if phase is Phase.TAPER else end
        above: dict[str, Any] = {"xycoords": axes.get_xaxis_transform(), "va": "bottom"}
        note(axes, phase.value, (x, 1), (points, 2), ha=side, color=GREY, **above)
    axes.set_xlim(0.5, len(problem.weeks) + 0.5)


def whole_numbers(axes: Axes, problem: Problem, most: int) -> None:
    """Mark whole weeks only, so many at most and always that of the race, and whole amounts."""
    weeks = len(problem.weeks)
    axes.set_xticks(range(weeks, 0, -math.ceil(weeks / most)))
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
