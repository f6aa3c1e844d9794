"""The whole plan at a glance: runs and sessions, a row for each week."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.textpath import TextPath

from runtall.domain.library import records
from runtall.domain.problem import Day
from runtall.domain.view import Plans, PlanView, phase_words
from runtall.plots.style import GREY, Canvas, stacked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Words, and a shade: the more demanding, the darker.
RUNS = {row["kind"]: (row["label"], row["shade"]) for row in records("run_kinds.csv")}
# Words, colour of the box, and ink with a contrast of 4.5 to 1.
SESSIONS = {
    row["session"]: (row["label"], row["colour"], row["ink"])
    for row in records("session_kinds.csv")
}
LEGEND = (
    "pull day with core, push day with posture; dot: mobility add-on; * easier week; ? optional run"
)
CENTRED: dict[str, Any] = {"ha": "center", "va": "center"}
# Inches of a week.
ROW = 0.42
# Points across a day, a little less than there are.
DAY = 76
# Size of the words of a day; those of a full one are smaller.
SMALL = 7


def calendar(plans: Plans) -> Figure:
    """Draw each day with its run, its session and the session's minutes.

    Runs are the words on grey, darker where they ask for more; sessions are the boxes; a dot is
    a mobility add-on. On the right stand the week's working sets.
    """
    return stacked(plans, 9.5, lambda view: 1.2 + ROW * len(view.problem.weeks), _calendar)


def _calendar(figure: Canvas, view: PlanView) -> None:
    problem, plan = view.problem, view.plan
    weeks = len(problem.weeks)
    axes = figure.add_subplot()
    axes.set(xlim=(-1.0, 7.6), ylim=(weeks + 0.5, -0.6))
    axes.axis("off")
    for left, day in enumerate(problem.weeks[0].days):
        axes.text(left + 0.5, -0.25, problem.days[day].weekday, **CENTRED)
    axes.text(7.3, -0.25, "sets", **CENTRED)
    for week in problem.weeks:
        middle = week.number - 0.5
        words = f"{week.number}  {phase_words(problem, plan, week)}"
        axes.text(-0.1, middle, words, ha="right", va="center")
        for left, index in enumerate(week.days):
            _day(axes, view, problem.days[index], left)
        axes.text(7.3, middle, str(plan.total(week.number)), **CENTRED)
    race = problem.request.calendar.race_date
    axes.text(0, weeks + 0.3, LEGEND, va="center", fontsize=8, color=GREY)
    axes.set_title(f"Strength around the run plan; race on {race.day} {race:%B %Y}", loc="left")


def _day(axes: Axes, view: PlanView, day: Day, left: int) -> None:
    top = day.week - 1
    shade = RUNS[day.kind][1] if day.to_race >= 0 else "#ffffff"
    axes.add_patch(Rectangle((left, top), 1, 1, facecolor=shade, edgecolor="white", linewidth=1.5))
    # Every run of the day.
    words = "+".join(RUNS[run.kind][0] + ("?" if run.optional else "") for run in day.runs)
    size = _size(words, 0.8 * DAY)
    axes.text(left + 0.06, top + 0.24, words, va="center", fontsize=size, color="#222222")
    if day.index in view.plan.mobility:
        axes.plot(left + 0.92, top + 0.24, marker="o", markersize=3, color=GREY)
    for session in view.plan.on(day.index):
        kind, colour, ink = SESSIONS[session.kind]
        corner, style = (left + 0.08, top + 0.47), "round,pad=0,rounding_size=0.08"
        box = FancyBboxPatch(corner, 0.84, 0.42, style, facecolor=colour, linewidth=0)
        axes.add_patch(box)
        words = f"{kind} {session.minutes} min"
        size = _size(words, 0.72 * DAY)
        axes.text(left + 0.5, top + 0.68, words, fontsize=size, color=ink, **CENTRED)


@cache
def _size(words: str, points: float) -> float:
    """Return the size of letters at which words are so wide at most."""
    if not words:
        return SMALL
    return SMALL * min(1, points / TextPath((0, 0), words, size=SMALL).get_extents().width)
