"""What people see: the calendar at a glance, stages, clashes and violations."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from runtall.check.violations import sentence
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.relaxation import WORDS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import weeks_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from runtall.app import Checked, Solved
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem
    from runtall.solve.outcome import Claim, Impossible

RUN_WORDS = {
    RunKind.REST: "-",
    RunKind.CROSS: "cross",
    RunKind.RECOVERY: "recov",
    RunKind.EASY: "easy",
    RunKind.MEDIUM_LONG: "m-lng",
    RunKind.WORKOUT: "work",
    RunKind.TUNEUP: "tune",
    RunKind.LONG: "LONG",
    RunKind.RACE: "RACE",
}
MOST_ALIKE = 4
"""Sentences of one rule in a clash that are printed one by one."""
SESSION_WORDS = {
    SessionKind.D1: "D1",
    SessionKind.D2: "D2",
    SessionKind.MERGED: "Me",
    SessionKind.LIGHT: "Li",
    SessionKind.VERY_LIGHT: "VL",
}
SESSION_LEGEND = "D1 pull + core, D2 push + posture, Me merged, Li light, VL very light"
PHASE_STYLE = {Phase.BASE: "green", Phase.PEAK: "red", Phase.TAPER: "cyan"}
MOBILITY = "~"
NARROW = 72
"""Columns below which a day takes two lines of the calendar."""
LEAST = 56
"""Columns that the calendar needs; a terminal with fewer wraps lines, but hides nothing."""


def out() -> Console:
    """Standard output, for text that may hold anything."""
    # Names and paths are anybody's: no markup in them means anything.
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, LEAST)
    return console


def complain(line: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(f"{line}\n")


def busy(what: str, *, quiet: bool) -> AbstractContextManager[Any]:
    """Show that something takes its time, on a terminal."""
    console = Console(stderr=True)
    return nullcontext() if quiet or not console.is_terminal else console.status(what)


def print_solved(answer: Solved) -> None:
    """Print the calendar, the stages, what was relaxed, the check's verdict and the files."""
    console = out()
    scenario, problem, plan, report = (
        answer.scenario,
        answer.problem,
        answer.plan,
        answer.report,
    )
    console.print(
        Text(scenario.publication.name, style="bold"),
        f"- race on {problem.request.calendar.race_date:%a %d %b %Y},",
        f"{len(plan.sessions)} strength session{'' if len(plan.sessions) == 1 else 's'}",
    )
    console.print(_calendar(problem, plan, narrow=console.width < NARROW))
    console.print(f"{SESSION_LEGEND}; {MOBILITY} mobility add-on; ? optional run", style="dim")
    if problem.weeks[-1].n_sessions == 0 < problem.request.taper_sessions:
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
    proof = (
        "Proven: no plan does better."
        if report.status == "OPTIMAL"
        else "Not proven: a limit was reached. The bounds say how far it can be from the best."
    )
    console.print(proof, style="bold" if report.status == "OPTIMAL" else "yellow")
    for path in answer.paths:
        console.print(str(path), soft_wrap=True)


def _calendar(problem: Problem, plan: Plan, *, narrow: bool) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("wk", justify="right")
    table.add_column("phase")
    for day in problem.weeks[0].days:
        table.add_column(problem.days[day].weekday)
    # Narrow: a line of runs, and under it the sessions and their minutes.
    for name in ("sets\nmin",) if narrow else ("sets", "min"):
        table.add_column(name, justify="right")
    for week in problem.weeks:
        phase = f"{week.phase}{'*' if week.deload else ''}"
        lengths = "+".join(str(session.minutes) for session in plan.in_week(week.number))
        totals = (str(plan.total(week.number)), lengths)
        table.add_row(
            str(week.number),
            Text(phase, style=PHASE_STYLE[week.phase]),
            *(_cell(problem.days[day], plan, narrow=narrow) for day in week.days),
            *(("\n".join(totals),) if narrow else totals),
        )
    if any(week.deload for week in problem.weeks):
        table.caption = "* deload week"
    return table


def _cell(day: Day, plan: Plan, *, narrow: bool) -> Text:
    hardest = [run for run in day.runs if run.kind is day.kind]
    optional = bool(hardest) and all(run.optional for run in hardest)
    text = Text(RUN_WORDS[day.kind] + ("?" if optional else ""))
    if day.to_race < 0:
        text = Text("")
    gap = "\n" if narrow else " "
    for session in plan.on(day.index):
        text.append(f"{gap}{SESSION_WORDS[session.kind]}", style="bold magenta")
        gap = " "
    if day.index in plan.mobility:
        text.append(f"\n{MOBILITY}" if gap == "\n" else MOBILITY, style="dim")
    return text


def _stages(answer: Solved) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("stage", "value", "bound", "status", "seconds"):
        table.add_column(name, justify="left" if name in {"stage", "status"} else "right")
    for stage in answer.report.stages:
        table.add_row(
            stage.name, str(stage.value), str(stage.bound), stage.status, f"{stage.seconds:.2f}"
        )
    return table


def print_clash(answer: Impossible) -> None:
    """Print why no plan exists, on standard error."""
    complain("No plan exists under these rules. These cannot all hold:")
    for line in clash_lines(answer):
        complain(f"  {line}")
    complain("Change what the scenario says about one of them. Nothing was written.")


def clash_lines(answer: Impossible) -> list[str]:
    """The clash in words; of a rule that speaks of many weeks the first sentences."""
    by_rule: dict[str, list[Claim]] = {}
    for part in answer.conflict:
        by_rule.setdefault(part.rule, []).append(part)
    lines = []
    for part in answer.conflict:
        place = by_rule[part.rule].index(part)
        if place < MOST_ALIKE:
            lines.append(f"{part.rule}: {part.sentence}")
        elif place == MOST_ALIKE:
            weeks = sorted({other.where.key[0] for other in by_rule[part.rule][MOST_ALIKE:]})
            lines.append(f"{part.rule}: The same in {weeks_words(weeks)}.")
    if answer.likewise:
        also = weeks_words(answer.likewise)
        lines.append(f"The same goes for {also}. Not all of these can be given up:")
        lines.extend(f"{part.rule}: {part.sentence}" for part in answer.limits)
    return lines


def clash_rows(answer: Impossible) -> dict[str, Any]:
    """The clash for machines."""

    def rows(parts: Iterable[Claim]) -> list[dict[str, Any]]:
        return [
            {"rule": part.rule, "where": str(part.where), "sentence": part.sentence}
            for part in parts
        ]

    return {
        "conflict": rows(answer.conflict),
        "likewise": list(answer.likewise),
        "limits": rows(answer.limits),
    }


def print_checked(path: Path, result: Checked, *, quiet: bool) -> None:
    """Print each violation with its rule's sentence, and the verdict."""
    for violation in result.violations:
        print(f"{violation.rule} {violation.where}: {sentence(result.problem, violation)}")
    if not quiet or result.violations:
        count = len(result.violations)
        print(f"{path}: {count} violation{'' if count == 1 else 's'} of {result.checked} rules")


def violation_rows(result: Checked) -> list[dict[str, Any]]:
    """The violations for machines."""
    return [
        {
            "rule": violation.rule,
            "where": str(violation.where),
            "found": violation.found,
            "sentence": sentence(result.problem, violation),
        }
        for violation in result.violations
    ]


def print_rules(rows: list[dict[str, Any]]) -> None:
    """Print the list of rules: the hard ones, then the soft ones tier by tier."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("id", "kind", "weight", "on"):
        table.add_column(name, no_wrap=True)
    table.add_column("rule")
    last: object = ""
    for row in rows:
        if row["tier"] != last:
            last = row["tier"]
            heading = f"tier: {last}" if last else "kept by every plan"
            table.add_row("", "", "", "", Text(heading, style="bold"))
        table.add_row(
            row["id"],
            row["kind"],
            "" if row["weight"] is None else str(row["weight"]),
            "on" if row["on"] else "off",
            Text(row["title"]).append(f"\n{row['source']}", style="dim"),
        )
    out().print(table)
