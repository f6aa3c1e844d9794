"""The sets of each week as bars. The numbers stand in the table of the weeks."""

from __future__ import annotations

import htpy as h

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem

WIDTH, HEIGHT, FOOT, HEAD = 360, 110, 16, 14


def bars(problem: Problem, plan: Plan) -> h.Element:
    """Return the sets of all weeks, each bar with its number."""
    weeks = problem.planned_weeks
    totals = [plan.total(week.number) for week in weeks]
    step = WIDTH / len(weeks)
    scale = (HEIGHT - FOOT - HEAD) / max(1, *totals)
    drawn = []
    for place, (week, total) in enumerate(zip(weeks, totals, strict=True)):
        left, tall = place * step, total * scale
        middle, top = f"{left + step / 2:.1f}", HEIGHT - FOOT - tall
        drawn += [
            h.rect(
                class_=week.phase.value,
                x=f"{left + step * 0.14:.1f}",
                y=f"{top:.1f}",
                width=f"{step * 0.72:.1f}",
                height=f"{tall:.1f}",
                rx="2",
            ),
            h.text(x=middle, y=f"{top - 4:.1f}")[total],
            h.text(".axis", x=middle, y=f"{HEIGHT - 4}")[week.number],
        ]
    ends = f"{totals[0]} in week {weeks[0].number}, {max(totals)} at most, {totals[-1]} at the end"
    return h.figure[
        h.svg(
            ".bars",
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            role="img",
            aria_labelledby="bars-t bars-d",
        )[
            h.title("#bars-t")["Working sets of each week"],
            h.desc("#bars-d")[f"{ends}. All numbers stand in the table above."],
            drawn,
        ],
        h.figcaption["Working sets of each week"],
    ]
