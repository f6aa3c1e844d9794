"""What people see of a plan that was found: the calendar at a glance, the stages, the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from runtall.cli.screen import PHASE_STYLE, new_table, out
from runtall.domain.library import records
from runtall.domain.relaxation import WORDS

if TYPE_CHECKING:
    from rich.table import Table

    from runtall.app import Solved
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem

RUN_WORDS = {row["kind"]: row["short"] for row in records("run_kinds.csv")}
SESSION_WORDS = {row["session"]: row["short"] for row in records("session_kinds.csv")}
SESSION_LEGEND = "D1 pull + core, D2 push + posture, Me merged, Li light, VL very light"
MOBILITY = "~"
# Columns below which a day takes two lines of the calendar.
NARROW = 72


def print_solved(answer: Solved) -> None:
    """Print the calendar, the stages, what was relaxed, the check's verdict and the files."""
    console = out()
    problem, plan = answer.problem, answer.plan
    console.print(
        Text(answer.scenario.publication.name, style="bold"),
        f"- race on {problem.request.calendar.race_date:%a %d %b %Y},",
        f"{len(plan.sessions)} strength session{'' if len(plan.sessions) == 1 else 's'}",
    )
    console.print(_calendar(problem, plan, narrow=console.width < NARROW))
    console.print(f"{SESSION_LEGEND}; {MOBILITY} mobility add-on; ? optional run", style="dim")
    last = problem.weeks[-1]
    if last.n_sessions == 0 < problem.request.taper_sessions and not last.own:
        console.print(
            f"No session in week {len(problem.weeks)}: the race comes too early in it.", style="dim"
        )
    console.print(_stages(answer))
    if plan.relaxed:
        console.print("Relaxed, because your runs and your time leave no better way:")
        for use in plan.relaxed:
            console.print(f"  week {use.week}: {WORDS[use.step]}")
    else:
        console.print("Relaxed: nothing.")
    names = ", ".join(path.name for path in answer.tested)
    console.print(f"Check: 0 violations of {answer.checked} rules in {names}.")
    if answer.report.status == "OPTIMAL":
        console.print("Proven: no plan does better.", style="bold")
    else:
        words = "Not proven: a limit was reached. The bounds say how far it can be from the best."
        console.print(words, style="yellow")
    for path in answer.paths:
        console.print(str(path), soft_wrap=True)


def _calendar(problem: Problem, plan: Plan, *, narrow: bool) -> Table:
    # Narrow: a line of runs, and under it the sessions and their minutes.
    totals = ("sets\nmin",) if narrow else ("sets", "min")
    weekdays = [problem.days[day].weekday for day in problem.weeks[0].days]
    table = new_table("wk", "phase", *weekdays, *totals, right=("wk", *totals), gap=1)
    for week in problem.weeks:
        phase = f"{week.phase}{'*' if week.deload else ''}"
        lengths = "+".join(str(session.minutes) for session in plan.in_week(week.number))
        values = (str(plan.total(week.number)), lengths)
        table.add_row(
            str(week.number),
            Text(phase, style=PHASE_STYLE[week.phase]),
            *(_cell(problem.days[day], plan, narrow=narrow) for day in week.days),
            *(["\n".join(values)] if narrow else values),
        )
    if any(week.deload for week in problem.weeks):
        table.caption = "* deload week"
    return table


def _cell(day: Day, plan: Plan, *, narrow: bool) -> Text:
    hardest = [run for run in day.runs if run.kind is day.kind]
    optional = bool(hardest) and all(run.optional for run in hardest)
    words = RUN_WORDS[day.kind] + ("?" if optional else "")
    text = Text(words if day.to_race >= 0 else "")
    gap = "\n" if narrow else " "
    for session in plan.on(day.index):
        text.append(f"{gap}{SESSION_WORDS[session.kind]}", style="bold magenta")
        gap = " "
    if day.index in plan.mobility:
        text.append(f"\n{MOBILITY}" if gap == "\n" else MOBILITY, style="dim")
    return text


def _stages(answer: Solved) -> Table:
    numbers = ("value", "bound", "seconds")
    table = new_table("stage", "value", "bound", "status", "seconds", right=numbers)
    for stage in answer.report.stages:
        table.add_row(
            stage.name, str(stage.value), str(stage.bound), stage.status, f"{stage.seconds:.2f}"
        )
    return table
