"""What people see of a run plan file: what is uncertain, every day, every week."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from runtall.cli.screen import PHASE_STYLE, new_table, out, print_error
from runtall.domain.units import thousands
from runtall.errors.words import counted, date_words, first_few, gathered

if TYPE_CHECKING:
    from rich.table import Table

    from runtall.app import ReadRuns
    from runtall.domain.run_plan import Run
    from runtall.importers import DatedRun
    from runtall.importers.plan.summary import Summary

LONGEST_TITLE = 60


def print_runs(path: Path, read: ReadRuns, csv: Path | None) -> None:
    """Print what is uncertain, the days and the weeks; warnings go to standard error."""
    file, summary = read.file, read.summary
    for warning in file.warnings:
        print_error(f"{path}: {warning}")
    console = out()
    name = "Your text" if path == Path("-") else path.name
    console.print(
        Text(name, style="bold"), f"- {file.format}, {counted(len(file.runs), 'entry')};",
        f"race on {date_words(summary.race_date)} ({summary.race_from})",
    )  # fmt: skip
    if summary.uncertain:
        console.print("\nUncertain: correct these with runs.kinds, or in the table of --csv")
        console.print(_uncertain(summary))
    else:
        console.print("\nNothing is uncertain.")
    console.print("\nDay by day")
    console.print(_days(file.runs))
    if file.occupied:
        console.print(
            "\nStrength, yoga or gym work of the plan: no session of ours on these days. What is"
            " for the upper body counts as one of the week's two; runs.own_strength corrects it."
        )
        titles = (((own.title, own.counts), f"{own.date:%a %Y-%m-%d}") for own in file.occupied)
        for (title, counts), dates in gathered(titles).items():
            words = "upper body" if counts else "legs, core or mobility"
            console.print(f"  {_cut(title)} ({words}): {first_few(dates)}")
    if summary.without_entry:
        days = counted(summary.without_entry, "day")
        console.print(f"\nRead as rest, as nothing is said of them: {days}.")
    console.print("\nWeek by week (* cutback week, + and runs without a distance)")
    console.print(_weeks(summary))
    console.print(f"Phases: {_phases(summary)}")
    for number, where in ((summary.before, "Before these weeks"), (summary.after, "After them")):
        if number:
            console.print(f"{where}: {counted(number, 'entry')}.")
    if csv is not None:
        console.print(str(csv), soft_wrap=True)


def _uncertain(summary: Summary) -> Table:
    table = new_table("kind", "title", "why", "days")
    for group in summary.uncertain:
        why = group.words or "nothing says what it is"
        table.add_row(str(group.kind), _cut(group.title), why, first_few(map(str, group.days)))
    return table


def _days(runs: tuple[DatedRun, ...]) -> Table:
    table = new_table("day", "kind", "km", "title", "where from", "words", right=("km",))
    for day, of_day in groupby(runs, key=lambda dated: dated.date):
        for index, dated in enumerate(of_day):
            table.add_row(
                f"{day:%a %Y-%m-%d}" if index == 0 else "",
                dated.run.kind.value + ("?" if dated.run.optional else ""),
                _length(dated.run),
                _cut(dated.run.title),
                Text(dated.provenance, style="yellow" if dated.provenance == "assumed" else ""),
                _cut(dated.words),
            )
    return table


def _weeks(summary: Summary) -> Table:
    numbers = ("runs", "km", "long run", "workouts")
    table = new_table("wk", "from", "phase", *numbers, right=("wk", *numbers))
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
    """Return the phases and their weeks: ``base 1-10, peak 11-13, taper 14-16``."""
    parts = []
    for phase, weeks in groupby(summary.weeks, key=lambda week: week.phase):
        first, *others = [str(week.number) for week in weeks]
        parts.append(f"{phase} {'-'.join([first, *others[-1:]])}")
    return ", ".join(parts)


def _length(run: Run) -> str:
    if run.distance_m:
        return _km(run.distance_m)
    return f"{run.minutes} min" if run.minutes else ""


def _km(metres: int) -> str:
    return f"{metres / 1000:.1f}".removesuffix(".0")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1] + "…"


def document(read: ReadRuns) -> dict[str, Any]:
    """Return the same for machines."""
    file, summary = read.file, read.summary
    return {
        "format": file.format,
        "race_date": summary.race_date,
        "race_from": summary.race_from,
        "runs": [_run(dated) for dated in file.runs],
        "occupied": [
            {"date": day.date, "title": day.title, "counts": day.counts} for day in file.occupied
        ],
        "uncertain": [asdict(group) for group in summary.uncertain],
        "weeks": [
            {"week": w.number, "from": w.first, "phase": w.phase, "cutback": w.cutback}
            | {"runs": w.runs, "workouts": w.workouts, "long_run": w.long_run}
            | {"km": w.distance_m / 1000, "longest_km": w.longest_m / 1000}
            | {"runs_without_km": w.unknown}
            for w in summary.weeks
        ],
        "days_without_entry": summary.without_entry,
        "warnings": file.warnings,
    }


def _run(dated: DatedRun) -> dict[str, Any]:
    run = dated.run
    return (
        {"date": dated.date, "kind": run.kind, "title": run.title, "optional": run.optional}
        | {"km": thousands(run.distance_m), "min": run.minutes, "at": run.at}
        | {"provenance": dated.provenance, "words": dated.words, "line": dated.line}
    )
