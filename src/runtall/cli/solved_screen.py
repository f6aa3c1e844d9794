"""What people see of a plan that was found: the calendar at a glance, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer import style

from runtall.cli.screen import PHASE_STYLE, kept_lines, print_error
from runtall.cli.terminal import NO_BREAK, Terminal, columns, terminal
from runtall.derivation.weeks import phases_are_guessed
from runtall.domain.athlete import Experience
from runtall.domain.phase import Phase
from runtall.domain.session_costs import HALF_AN_HOUR_S
from runtall.domain.view import EASIER, RUNS, SESSIONS, is_easier, phase_words
from runtall.errors.words import counted, date_words
from runtall.exporters.given_up import given_up
from runtall.exporters.session_card import session_card
from runtall.progression.texts import say
from runtall.progression.urgency import GUESS
from runtall.progression.why_today.left_out import runs_left_out
from runtall.scenario.warnings import short_sessions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    out = terminal()
    problem, plan = answer.problem, answer.plan
    race, sessions = problem.request.calendar.race_date, len(plan.sessions)
    title = f"{answer.scenario.publication.name} - race on {date_words(race)}"
    out.say(f"{title}, {counted(sessions, 'strength session')}", bold=True)
    for line in _calendar(problem, plan, narrow=out.width < NARROW):
        out.draw(line)
    out.say(_legend(problem, plan), dim=True)
    if (start := problem.days[problem.request.starts]).index:
        out.say(f"Nothing is planned before {start.label}.", dim=True)
    last = problem.weeks[-1]
    if last.n_sessions == 0 < problem.request.taper_sessions and not last.own:
        out.say(
            f"No session in week {len(problem.weeks)}: the race comes too early in it.", dim=True
        )
    if phases_are_guessed(problem.request) and problem.phase_weeks(Phase.PEAK):
        peak, taper = (f"{len(problem.phase_weeks(phase))}" for phase in (Phase.PEAK, Phase.TAPER))
        out.say(say("phases_guessed", peak=peak, taper=taper), dim=True)
    for line in _stages(answer) if proof else ():
        out.draw(line)
    _print_given_up(out, answer)
    out.file.flush()
    for warning in warnings:
        print_error(warning)
    _print_next(out, answer)


def _print_given_up(out: Terminal, answer: Solved) -> None:
    """Print what was given up, a line for each cause, runs that an illness takes, the verdict."""
    lines = list(given_up(answer.problem, answer.plan))
    out.say("Given up:" if lines else "Given up: nothing.")
    for line in lines:
        out.say(f"  {line}")
    if runs := runs_left_out(answer.problem):
        out.say(say("ill_runs", runs=", ".join(runs)))
    names = ", ".join(path.name for path in answer.tested)
    out.say(f"Check: 0 violations of {answer.checked} rules in {names}.")
    if answer.report.status == "OPTIMAL":
        out.say("Proven: no plan does better.", bold=True)
    else:
        out.say(
            "Not proven: a limit was reached. --proof shows how far it can be from the best.",
            bold=True,
        )


def _print_next(out: Terminal, answer: Solved) -> None:
    """Print the first session, what to do with the files, and where they are."""
    if answer.plan.sessions:
        first = min(answer.plan.sessions, key=lambda session: session.day)
        units = answer.scenario.publication.units
        card = session_card(answer.problem, answer.plan, first, units)
        out.say(f"First session: {answer.problem.days[first.day].label}. {card.headline}.")
    athlete = answer.problem.request.athlete
    entries = (entry for session in answer.plan.sessions for entry in session.entries)
    guessed = any(entry.load_g and GUESS in entry.note for entry in entries)
    if guessed and (athlete.loads or athlete.experience is not Experience.TRAINED):
        # Trained lifters who tell of no load are warned of it.
        out.say(say("guesses_screen"))
    if _on_short_days(answer.problem, answer.plan):
        out.say(say("short_days_screen"))
    out.say(say("files_screen"))
    for line in (*kept_lines(answer), *map(str, answer.paths)):
        out.draw(line)


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
    signs = [
        *["own your own strength session"] * any(day.own for day in problem.days),
        *[f"{MOBILITY} mobility add-on"] * bool(plan.mobility),
        *["? optional run"] * optional,
        *[EASIER] * any(is_easier(problem, plan, week) for week in problem.planned_weeks),
    ]
    # Lines end only behind a comma or a semicolon.
    parts = [", ".join(_whole(sessions)), *_whole(signs)]
    return "; ".join(part for part in parts if part)


def _whole(signs: Sequence[str]) -> list[str]:
    """Return signs that no line ends in."""
    return [sign.replace(" ", NO_BREAK) for sign in signs]


def _calendar(problem: Problem, plan: Plan, *, narrow: bool) -> Iterator[str]:
    """Yield the lines of the calendar."""
    # Narrow: a line of runs, and under it the sessions and their minutes.
    totals = ("sets\nmin",) if narrow else ("sets", "min")
    weekdays = [problem.days[day].weekday for day in problem.weeks[0].days]
    rows = [_header("wk", "phase", *weekdays, *totals)]
    for week in problem.planned_weeks:
        lengths = "+".join(str(session.minutes) for session in plan.in_week(week.number))
        values = (str(plan.total(week.number)), lengths)
        rows.append(
            [
                str(week.number),
                style(phase_words(problem, plan, week), fg=PHASE_STYLE[week.phase]),
                *(_cell(problem.days[day], plan, narrow=narrow) for day in week.days),
                *(["\n".join(values)] if narrow else values),
            ]
        )
    numbers = {0, *range(len(rows[0]) - len(totals), len(rows[0]))}
    yield from columns(rows, right=numbers, gap=1)


def _header(*names: str) -> list[str]:
    return ["\n".join(style(line, bold=True) for line in name.split("\n")) for name in names]


def _cell(day: Day, plan: Plan, *, narrow: bool) -> str:
    """Write every run of a day, a line each, and behind the last one the session."""
    runs = [RUNS[run.kind]["short"] + ("?" if run.optional else "") for run in day.runs]
    text = "\n".join(runs or [RUNS[day.kind]["short"]]) if day.to_race >= 0 else ""
    gap = "\n" if narrow else " "
    for session in plan.on(day.index):
        text += gap + style(SESSIONS[session.kind]["short"], bold=True, fg="magenta")
        gap = " "
    if day.own:
        text += gap + style("own", fg="magenta")
        gap = " "
    if day.index in plan.mobility:
        text += ("\n" if gap == "\n" else "") + style(MOBILITY, dim=True)
    return text


def _stages(answer: Solved) -> Iterator[str]:
    """Yield the lines of the table of stages."""
    rows = [_header("stage", "value", "bound", "status", "seconds")]
    for stage in answer.report.stages:
        numbers = [str(stage.value), str(stage.bound), stage.status, f"{stage.seconds:.2f}"]
        rows.append([stage.name, *numbers])
    yield from columns(rows, right={1, 2, 4}, gap=2)
