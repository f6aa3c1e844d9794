"""What people see of a plan that was found: the calendar at a glance, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from runtall.cli.screen import PHASE_STYLE, kept_lines, new_table, out, print_error, print_legend
from runtall.derivation.weeks import phases_are_guessed
from runtall.domain.athlete import Experience
from runtall.domain.phase import Phase
from runtall.domain.session_costs import HALF_AN_HOUR_S
from runtall.domain.view import EASIER, RUNS, SESSIONS, is_easier, phase_words
from runtall.errors.words import counted, date_words
from runtall.exporters.given_up import given_up
from runtall.exporters.session_card import session_card
from runtall.progression.texts import say
from runtall.progression.why_today import runs_left_out
from runtall.scenario.warnings import short_sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from rich.table import Table

    from runtall.app import Solved
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Day, Problem

MOBILITY = "~"
# Columns below which a day takes two lines of the calendar.
NARROW = 72


def print_solved(answer: Solved, warnings: Sequence[str] = (), *, proof: bool = False) -> None:
    """Print the calendar, what was given up, warnings, the first session and the files.

    Parameters
    ----------
    warnings
        Go to standard error, in their place between the other parts.
    proof
        Whether to print the table of stages, too.
    """
    console = out()
    problem, plan = answer.problem, answer.plan
    console.print(
        Text(answer.scenario.publication.name, style="bold"),
        f"- race on {date_words(problem.request.calendar.race_date)},",
        counted(len(plan.sessions), "strength session"),
    )
    console.print(_calendar(problem, plan, narrow=console.width < NARROW))
    print_legend(console, _legend(problem, plan))
    if (start := problem.days[problem.request.starts]).index:
        console.print(f"Nothing is planned before {start.label}.", style="dim")
    last = problem.weeks[-1]
    if last.n_sessions == 0 < problem.request.taper_sessions and not last.own:
        console.print(
            f"No session in week {len(problem.weeks)}: the race comes too early in it.", style="dim"
        )
    if phases_are_guessed(problem.request) and problem.phase_weeks(Phase.PEAK):
        peak, taper = (f"{len(problem.phase_weeks(phase))}" for phase in (Phase.PEAK, Phase.TAPER))
        console.print(say("phases_guessed", peak=peak, taper=taper), style="dim")
    if proof:
        console.print(_stages(answer))
    _print_given_up(console, answer)
    console.file.flush()
    for warning in warnings:
        print_error(warning)
    _print_next(console, answer)


def _print_given_up(console: Console, answer: Solved) -> None:
    """Print what was given up, a line for each cause, runs that an illness takes, the verdict."""
    lines = list(given_up(answer.problem, answer.plan))
    console.print("Given up:" if lines else "Given up: nothing.")
    for line in lines:
        console.print(f"  {line}")
    if runs := runs_left_out(answer.problem):
        console.print(say("ill_runs", days=", ".join(runs)))
    names = ", ".join(path.name for path in answer.tested)
    console.print(f"Check: 0 violations of {answer.checked} rules in {names}.")
    if answer.report.status == "OPTIMAL":
        console.print("Proven: no plan does better.", style="bold")
    else:
        words = "Not proven: a limit was reached. --proof shows how far it can be from the best."
        console.print(words, style="yellow")


def _print_next(console: Console, answer: Solved) -> None:
    """Print the first session, what to do with the files, and where they are."""
    if answer.plan.sessions:
        first = min(answer.plan.sessions, key=lambda session: session.day)
        units = answer.scenario.publication.units
        card = session_card(answer.problem, answer.plan, first, units)
        console.print(f"First session: {answer.problem.days[first.day].label}. {card.headline}.")
    athlete = answer.problem.request.athlete
    if athlete.body_mass_g and not athlete.loads and athlete.experience is not Experience.TRAINED:
        # Trained lifters are warned of it.
        console.print(say("guesses_screen"))
    if _on_short_days(answer.problem, answer.plan):
        console.print(say("short_days_screen"))
    console.print(say("files_screen"))
    for line in (*kept_lines(answer), *map(str, answer.paths)):
        console.print(line, soft_wrap=True)


def _on_short_days(problem: Problem, plan: Plan) -> bool:
    """Return whether most full sessions lie on days of less than half an hour.

    Where most weeks have no others, a warning says so.
    """
    days = [problem.days[session.day] for session in plan.sessions if session.kind.heavy]
    base = [day for day in days if day.phase is Phase.BASE]
    short = sum(day.cap_s < HALF_AN_HOUR_S for day in base)
    return 2 * short > len(base) and not any(short_sessions(problem))


def _legend(problem: Problem, plan: Plan) -> str:
    """Say what the signs of the calendar mean, of those in it."""
    kinds = {session.kind for session in plan.sessions}
    sessions = [
        row["label"] if row["label"].startswith(row["short"]) else f"{row['short']} {row['label']}"
        for row in SESSIONS.values()
        if row["session"] in kinds
    ]
    optional = any(run.optional for day in problem.days for run in day.runs)
    return "; ".join(
        [
            ", ".join(sessions),
            *["own your own strength session"] * any(day.own for day in problem.days),
            *[f"{MOBILITY} mobility add-on"] * bool(plan.mobility),
            *["? optional run"] * optional,
        ]
    )


def _calendar(problem: Problem, plan: Plan, *, narrow: bool) -> Table:
    # Narrow: a line of runs, and under it the sessions and their minutes.
    totals = ("sets\nmin",) if narrow else ("sets", "min")
    weekdays = [problem.days[day].weekday for day in problem.weeks[0].days]
    table = new_table("wk", "phase", *weekdays, *totals, right=("wk", *totals), gap=1)
    for week in problem.planned_weeks:
        lengths = "+".join(str(session.minutes) for session in plan.in_week(week.number))
        values = (str(plan.total(week.number)), lengths)
        table.add_row(
            str(week.number),
            Text(phase_words(problem, plan, week), style=PHASE_STYLE[week.phase]),
            *(_cell(problem.days[day], plan, narrow=narrow) for day in week.days),
            *(["\n".join(values)] if narrow else values),
        )
    if any(is_easier(problem, plan, week) for week in problem.planned_weeks):
        table.caption = EASIER
    return table


def _cell(day: Day, plan: Plan, *, narrow: bool) -> Text:
    """Write every run of a day, a line each, and behind the last one the session."""
    runs = [RUNS[run.kind]["short"] + ("?" if run.optional else "") for run in day.runs]
    text = Text("\n".join(runs or [RUNS[day.kind]["short"]]) if day.to_race >= 0 else "")
    gap = "\n" if narrow else " "
    for session in plan.on(day.index):
        text.append(f"{gap}{SESSIONS[session.kind]['short']}", style="bold magenta")
        gap = " "
    if day.own:
        text.append(f"{gap}own", style="magenta")
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
