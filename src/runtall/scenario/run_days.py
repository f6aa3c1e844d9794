"""The run plan of a scenario, day by day: template, numbered weeks, file and single dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runtall.domain.run_plan import Run, RunKind, hardest
from runtall.scenario.faults import Fault, Finding
from runtall.scenario.run_file import corrections
from runtall.scenario.schema.runs import MOST_RUNS
from runtall.scenario.units import metres

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from runtall.domain.calendar import Calendar
    from runtall.scenario.run_file import FileRun, LoadRuns, RunFile
    from runtall.scenario.schema.runs import RunEntry, Runs, WeekTemplate

RACE = (Run(RunKind.RACE),)


@dataclass(slots=True)
class RunDays:
    """The runs of every day, and what was found on the way.

    Parameters
    ----------
    origin
        Which key each day's runs come from: ``week``, ``weeks``, ``days``, ``file`` or empty.
    file_faults
        Faults within the run plan file.
    findings
        Faults of the scenario.
    file_times
        Whether the file gives a time of day.
    """

    days: list[tuple[Run, ...]]
    origin: list[str]
    file_faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    file_times: bool = False

    def put(self, day: int, runs: Sequence[Run], origin: str) -> None:
        """Set the runs of a day; a rest without words of its own is no entry."""
        self.days[day] = tuple(run for run in runs if run != Run(RunKind.REST))
        self.origin[day] = origin

    def found(self, *path: str | int, message: str) -> None:
        """Note a fault of the scenario."""
        self.findings.append(Finding(("runs", *path), message))


def run_days(runs: Runs, calendar: Calendar, base: Path, load_runs: LoadRuns) -> RunDays:
    """Lay the run plan over the calendar.

    Parameters
    ----------
    base
        Folder that the file's name starts from.
    """
    plan = RunDays([()] * calendar.n_days, [""] * calendar.n_days)
    if runs.file is not None:
        _lay_file(plan, runs, calendar, base / runs.file, load_runs)
    if runs.week is not None:
        _lay_week(plan, runs.week, calendar)
    _lay_weeks(plan, runs, calendar)
    _lay_dates(plan, runs, calendar)
    _lay_race(plan, calendar)
    return plan


def _run(entry: RunEntry) -> Run:
    return Run(
        kind=entry.kind.kind,
        title=entry.title or "",
        distance_m=metres(entry.km, entry.mi),
        minutes=entry.minutes,
        at=entry.at,
        optional=entry.optional or entry.kind.optional,
    )


def _templates(template: WeekTemplate) -> dict[str, list[RunEntry]]:
    return {
        weekday: entries
        for weekday in type(template).model_fields
        if (entries := getattr(template, weekday)) is not None
    }


def _other_race(calendar: Calendar) -> str:
    return f"the race of this scenario is on {calendar.race_date}; call another one tuneup"


def _has_race(entries: Sequence[RunEntry]) -> bool:
    return any(entry.kind.kind is RunKind.RACE for entry in entries)


def _lay_week(plan: RunDays, week: WeekTemplate, calendar: Calendar) -> None:
    template = _templates(week)
    for weekday, entries in template.items():
        if _has_race(entries):
            plan.found("week", weekday, message=f"a race every week? {_other_race(calendar)}")
    for day in range(calendar.race_day + 1):
        if calendar.weekday(day) in template:
            plan.put(day, [_run(entry) for entry in template[calendar.weekday(day)]], "week")


def _lay_weeks(plan: RunDays, runs: Runs, calendar: Calendar) -> None:
    for number, week in runs.weeks.items():
        if not 1 <= number <= calendar.weeks:
            message = f"the plan has the weeks 1 to {calendar.weeks}"
            plan.found("weeks", str(number), message=message)
            continue
        template = _templates(week)
        for day in calendar.days(number):
            weekday = calendar.weekday(day)
            if weekday not in template:
                continue
            if _has_race(template[weekday]) and day != calendar.race_day:
                plan.found("weeks", str(number), weekday, message=_other_race(calendar))
            if day <= calendar.race_day:
                plan.put(day, [_run(entry) for entry in template[weekday]], "weeks")


def _lay_dates(plan: RunDays, runs: Runs, calendar: Calendar) -> None:
    last = calendar.date(calendar.n_days - 1)
    for date, entries in runs.days.items():
        day = calendar.index(date)
        if day is None:
            message = f"outside the calendar, which goes from {calendar.first_date} to {last}"
            plan.found("days", str(date), message=message)
            continue
        if _has_race(entries) != (day == calendar.race_day):
            message = _other_race(calendar)
            if day == calendar.race_day:
                kind = hardest(tuple(_run(entry) for entry in entries)).value
                message = f"this is the race day; it can't be {kind} instead"
            plan.found("days", str(date), message=message)
        plan.put(day, [_run(entry) for entry in entries], "days")


def _lay_race(plan: RunDays, calendar: Calendar) -> None:
    """The race day is always a race."""
    day = calendar.race_day
    if hardest(plan.days[day]) is RunKind.RACE:
        return
    if plan.origin[day] in {"weeks", "file"}:
        plan.warnings.append(
            f"{calendar.race_date} is the race day; the {hardest(plan.days[day]).value} that"
            f" runs.{plan.origin[day]} has there is left out"
        )
    plan.days[day] = RACE


def _lay_file(
    plan: RunDays, runs: Runs, calendar: Calendar, path: Path, load_runs: LoadRuns
) -> None:
    loaded = load_runs(path, corrections(runs.kinds))
    plan.warnings.extend(f"{path.name}: {warning}" for warning in loaded.warnings)
    for fault in loaded.faults:
        if fault.line:
            plan.file_faults.append(
                Fault(str(path), fault.line, fault.column, fault.field, fault.message)
            )
        else:
            plan.found("file", message=f"{runs.file}: {fault.message}")
    if not loaded.faults:
        _lay_file_days(plan, calendar, path, loaded)


def _lay_file_days(plan: RunDays, calendar: Calendar, path: Path, loaded: RunFile) -> None:
    def fault(run: FileRun, message: str) -> None:
        plan.file_faults.append(Fault(str(path), run.line, 1, "date", message))

    last = calendar.date(calendar.n_days - 1)
    early = [run for run in loaded.runs if run.date < calendar.first_date]
    late = [run for run in loaded.runs if run.date > last]
    inside = [run for run in loaded.runs if calendar.first_date <= run.date <= last]
    if early and inside:
        plan.warnings.append(
            f"{path.name}: {len(early)} {'run' if len(early) == 1 else 'runs'} before"
            f" {calendar.first_date}, the first day of week 1, left out"
        )
    if late:
        more = f" (and {len(late) - 1} more)" if len(late) > 1 else ""
        fault(late[0], f"{late[0].date} is after the race week, which ends on {last}{more}")
    elif not inside:
        plan.found("file", message=f"{path.name} has no run from {calendar.first_date} to {last}")
    by_day: dict[int, list[Run]] = {}
    for one in inside:
        day = (one.date - calendar.first_date).days
        if one.run.kind is RunKind.RACE and day != calendar.race_day:
            fault(one, _other_race(calendar))
        before = by_day.setdefault(day, [])
        if before and RunKind.REST in {one.run.kind, before[0].kind}:
            fault(one, f"{one.date}: a day with a run is no rest day")
        if len(before) == MOST_RUNS:
            fault(one, f"{one.date}: more than {MOST_RUNS} runs on one day")
        before.append(one.run)
    for day, day_runs in by_day.items():
        plan.put(day, day_runs, "file")
    plan.file_times = any(one.run.at is not None for one in inside)
