"""The run plan of a scenario, day by day: template, numbered weeks, file and single dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runtall.domain.run_plan import Run, RunKind, hardest
from runtall.errors import Fault
from runtall.scenario.faults import Finding
from runtall.scenario.file_days import lacking, lay_file
from runtall.scenario.run_file import corrections
from runtall.scenario.units import metres

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from runtall.domain.calendar import Calendar
    from runtall.scenario.run_file import LoadRuns
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
    occupied
        Days on which the run plan has strength work of its own.
    """

    days: list[tuple[Run, ...]]
    origin: list[str]
    file_faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    file_times: bool = False
    occupied: list[date] = field(default_factory=list)

    def put(self, day: int, runs: Sequence[Run], origin: str) -> None:
        """Set the runs of a day; a rest without words of its own is no entry."""
        self.days[day] = tuple(run for run in runs if run != Run(RunKind.REST))
        self.origin[day] = origin

    def found(self, *path: str | int, message: str) -> None:
        """Note a fault of the scenario."""
        self.findings.append(Finding(("runs", *path), message))


def run_days(
    runs: Runs, calendar: Calendar, base: Path, load_runs: LoadRuns, timezone: str | None = None
) -> RunDays:
    """Lay the run plan over the calendar.

    Parameters
    ----------
    base
        Folder that the file's name starts from.
    timezone
        IANA name of the zone that a file's times are wanted in.
    """
    plan = RunDays([()] * calendar.n_days, [""] * calendar.n_days)
    if runs.file is not None:
        _take_file(plan, runs, calendar, base / runs.file, load_runs, timezone)
    if runs.week is not None:
        _lay_week(plan, runs.week, calendar)
    _lay_weeks(plan, runs, calendar)
    _lay_dates(plan, runs, calendar)
    _lay_race(plan, calendar)
    if runs.file is not None and not plan.findings and not plan.file_faults:
        plan.warnings += lacking(plan.days, calendar, runs.file)
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
    for when, entries in runs.days.items():
        day = calendar.index(when)
        if day is None:
            message = f"outside the calendar, which goes from {calendar.first_date} to {last}"
            plan.found("days", str(when), message=message)
            continue
        if _has_race(entries) != (day == calendar.race_day):
            message = _other_race(calendar)
            if day == calendar.race_day:
                kind = hardest(tuple(_run(entry) for entry in entries)).value
                message = f"this is the race day; it can't be {kind} instead"
            plan.found("days", str(when), message=message)
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


def _take_file(
    plan: RunDays,
    runs: Runs,
    calendar: Calendar,
    path: Path,
    load_runs: LoadRuns,
    timezone: str | None,
) -> None:
    loaded = load_runs(
        path,
        corrections(runs.kinds),
        race_date=calendar.race_date,
        timezone=timezone,
        week_starts=calendar.week_starts,
        form=runs.format or "auto",
    )
    plan.warnings.extend(f"{path.name}: {warning}" for warning in loaded.warnings)
    for fault in loaded.faults:
        if fault.line:
            plan.file_faults.append(
                Fault(str(path), fault.line, fault.column, fault.field, fault.message)
            )
        else:
            plan.found("file", message=f"{runs.file}: {fault.message}")
    if loaded.faults:
        return
    laid = lay_file(loaded, calendar, path)
    plan.file_faults += laid.faults
    plan.warnings += laid.warnings
    plan.occupied += laid.occupied
    plan.file_times = laid.has_times
    if laid.empty:
        plan.found("file", message=laid.empty)
    for day, day_runs in laid.days.items():
        plan.put(day, day_runs, "file")
