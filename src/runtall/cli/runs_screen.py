"""What people see of a run plan file: what is uncertain, every day, every week."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from runtall.cli.screen import PHASE_STYLE, complain
from runtall.documents.values import read_date
from runtall.importers import FORMATS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from runtall.app import ReadRuns
    from runtall.domain.run_plan import Run
    from runtall.importers import DatedRun, Summary

WEEK_STARTS = ("mon", "sun", "sat")
# Dates of one title that are named.
SHOWN_DAYS = 3
LONGEST_TITLE = 60


def race_day(text: str) -> date:
    """Read the option for the day of the race."""
    try:
        return read_date(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--race-date") from None


def expect(form: str, timezone: str | None, week_starts: str) -> None:
    """Complain about options that can't be."""
    for option, value, allowed in (
        ("--format", form, FORMATS),
        ("--week-starts", week_starts, WEEK_STARTS),
    ):
        if value not in allowed:
            message = f"{value!r} is none of {', '.join(allowed)}"
            raise typer.BadParameter(message, param_hint=option)
    try:
        ZoneInfo(timezone or "UTC")
    except (LookupError, ValueError, OSError):
        message = f"{timezone!r} is no IANA name such as Europe/London"
        raise typer.BadParameter(message, param_hint="--timezone") from None


def print_runs(path: Path, read: ReadRuns, csv: Path | None) -> None:
    """Print what is uncertain, the days and the weeks; warnings go to standard error."""
    file, summary = read.file, read.summary
    for warning in file.warnings:
        complain(f"{path}: {warning}")
    # Names and titles are anybody's: no markup in them means anything.
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(
        Text(path.name, style="bold"), f"- {file.format}, {len(file.runs)} entries;",
        f"race on {summary.race_date:%a %d %b %Y} ({summary.race_from})",
    )  # fmt: skip
    if summary.uncertain:
        console.print("\nUncertain: correct these with runs.kinds, or in the table of --csv")
        console.print(_uncertain(summary))
    else:
        console.print("\nNothing is uncertain.")
    console.print("\nDay by day")
    console.print(_days(file.runs))
    if file.occupied:
        console.print("\nStrength, yoga or gym work of the plan: no session of ours on these days")
        for own in file.occupied:
            console.print(f"  {own.date:%a %Y-%m-%d}  {_cut(own.title)}")
    if summary.without_entry:
        console.print(f"\n{summary.without_entry} days without an entry are read as rest.")
    console.print("\nWeek by week (* cutback week, + and runs without a distance)")
    console.print(_weeks(summary))
    console.print(f"Phases: {_phases(summary)}")
    for number, where in ((summary.before, "before these weeks"), (summary.after, "after them")):
        if number:
            console.print(f"{number} entries lie {where}.")
    if csv is not None:
        console.print(str(csv), soft_wrap=True)


def _table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in columns:
        table.add_column(name, justify="right" if name in right else "left")
    return table


def _uncertain(summary: Summary) -> Table:
    table = _table("kind", "title", "why", "days")
    for one in summary.uncertain:
        more = f" and {len(one.days) - SHOWN_DAYS} more" if len(one.days) > SHOWN_DAYS else ""
        days = ", ".join(str(day) for day in one.days[:SHOWN_DAYS]) + more
        table.add_row(one.kind.value, _cut(one.title), _why(one.provenance, one.words), days)
    return table


def _days(runs: tuple[DatedRun, ...]) -> Table:
    table = _table("day", "kind", "km", "title", "where from", "words", right=("km",))
    for day, of_day in groupby(runs, key=lambda one: one.date):
        for index, one in enumerate(of_day):
            table.add_row(
                f"{day:%a %Y-%m-%d}" if index == 0 else "",
                one.run.kind.value + ("?" if one.run.optional else ""),
                _length(one.run),
                _cut(one.run.title),
                Text(one.provenance, style="yellow" if one.provenance == "assumed" else ""),
                _cut(one.words),
            )
    return table


def _weeks(summary: Summary) -> Table:
    table = _table(
        "wk", "from", "phase", "runs", "km", "long run", "workouts",
        right=("wk", "runs", "km", "long run", "workouts"),
    )  # fmt: skip
    for week in summary.weeks:
        longest = _km(week.longest_m) if week.longest_m else "?"
        table.add_row(
            str(week.number),
            str(week.first),
            Text(f"{week.phase}{'*' if week.cutback else ''}", style=PHASE_STYLE[week.phase]),
            str(week.runs),
            _km(week.distance_m) + ("+" if week.unknown else ""),
            longest if week.long_run else "-",
            str(week.workouts),
        )
    return table


def _phases(summary: Summary) -> str:
    """Phases and their weeks: ``base 1-10, peak 11-13, taper 14-16``."""
    parts = []
    for phase, weeks in groupby(summary.weeks, key=lambda week: week.phase):
        numbers = [week.number for week in weeks]
        span = f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        parts.append(f"{phase} {span}")
    return ", ".join(parts)


def _why(provenance: str, words: str) -> str:
    return words if provenance != "assumed" else "nothing says what it is"


def _length(run: Run) -> str:
    if run.distance_m:
        return _km(run.distance_m)
    return f"{run.minutes} min" if run.minutes else ""


def _km(metres: int) -> str:
    return f"{metres / 1000:.1f}".removesuffix(".0")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1] + "…"


def document(read: ReadRuns) -> dict[str, Any]:
    """The same for machines."""
    file, summary = read.file, read.summary
    return {
        "format": file.format,
        "race_date": str(summary.race_date),
        "race_from": summary.race_from,
        "runs": [_run(one) for one in file.runs],
        "occupied": [{"date": str(one.date), "title": one.title} for one in file.occupied],
        "uncertain": [
            {
                "kind": one.kind.value,
                "title": one.title,
                "provenance": one.provenance.value,
                "words": one.words,
                "days": [str(day) for day in one.days],
            }
            for one in summary.uncertain
        ],
        "weeks": [
            {
                "week": week.number,
                "from": str(week.first),
                "phase": week.phase.value,
                "cutback": week.cutback,
                "runs": week.runs,
                "km": week.distance_m / 1000,
                "longest_km": week.longest_m / 1000,
                "runs_without_km": week.unknown,
                "workouts": week.workouts,
                "long_run": week.long_run,
            }
            for week in summary.weeks
        ],
        "days_without_entry": summary.without_entry,
        "warnings": list(file.warnings),
    }


def _run(one: DatedRun) -> dict[str, Any]:
    run = one.run
    return {
        "date": str(one.date),
        "kind": run.kind.value,
        "title": run.title,
        "km": None if run.distance_m is None else run.distance_m / 1000,
        "min": run.minutes,
        "at": f"{run.at:%H:%M}" if run.at else None,
        "optional": run.optional,
        "provenance": one.provenance.value,
        "words": one.words,
        "line": one.line,
    }
