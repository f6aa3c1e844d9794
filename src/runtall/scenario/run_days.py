"""The run plan of a scenario, day by day: template, numbered weeks, file and single dates.

What reads files is imported only for a scenario that names one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from runtall.domain.calendar import Calendar
from runtall.domain.run_plan import Run, RunKind, hardest
from runtall.domain.where import DAYS
from runtall.scenario.run_calendar import RunCalendar
from runtall.scenario.schema.runs import RunEntry, Runs, WeekTemplate
from runtall.scenario.units import METRES_IN_MILE, thousandths

RACE = (Run(RunKind.RACE),)


def run_days(
    runs: Runs, calendar: Calendar, folder: Path | None, timezone: str | None = None
) -> RunCalendar:
    """Return the run plan, day by day.

    The week before week 1 is read too, as far as it is known: the first week has a yesterday.

    Parameters
    ----------
    folder
        Where the name of a run plan file begins; None: there may be none.
    timezone
        IANA name of the zone that a file's times are wanted in.
    """
    plan = RunCalendar([()] * calendar.n_days, [""] * calendar.n_days)
    if runs.file and folder is None:
        plan.found("file", message="a plan holds its runs, not another file")
    elif runs.file and folder is not None:
        from runtall.scenario.run_file import add_file

        add_file(plan, runs, calendar, folder / runs.file, timezone)
    if runs.week is not None:
        _add_week(plan, runs.week, calendar)
    _add_weeks(plan, runs, calendar)
    _add_dates(plan, runs, calendar)
    _add_race(plan, calendar)
    _add_own(plan, runs, calendar)
    if runs.file is not None and not plan.findings and not plan.file_faults:
        from runtall.scenario.run_file import lacking

        plan.warnings += lacking(plan.days, calendar, runs.file)
    return plan


def _run(entry: RunEntry) -> Run:
    return Run(
        kind=entry.kind.kind,
        title=entry.title or "",
        distance_m=thousandths(entry.km, entry.mi, METRES_IN_MILE),
        minutes=entry.minutes,
        at=entry.at,
        optional=entry.optional or entry.kind.optional,
    )


def _templates(template: WeekTemplate) -> dict[str, list[RunEntry]]:
    return {weekday: entries for weekday, entries in template if entries is not None}


def _other_race(calendar: Calendar) -> str:
    return f"the race of this scenario is on {calendar.race_date}; call another one tuneup"


def _has_race(entries: Sequence[RunEntry]) -> bool:
    return any(entry.kind.kind is RunKind.RACE for entry in entries)


def _add_week(plan: RunCalendar, week: WeekTemplate, calendar: Calendar) -> None:
    template = _templates(week)
    for weekday, entries in template.items():
        if _has_race(entries):
            plan.found("week", weekday, message=f"a race every week? {_other_race(calendar)}")
    for day in range(-DAYS, calendar.race_day + 1):
        if calendar.weekday(day) in template:
            plan.put(day, map(_run, template[calendar.weekday(day)]), "week")


def _add_weeks(plan: RunCalendar, runs: Runs, calendar: Calendar) -> None:
    for number, week in runs.weeks.items():
        if not 1 <= number <= calendar.weeks:
            message = f"the plan has the weeks 1 to {calendar.weeks}"
            plan.found("weeks", str(number), message=message)
            continue
        template = _templates(week)
        for day in calendar.days(number):
            weekday = calendar.weekday(day)
            entries = template.get(weekday)
            if entries and _has_race(entries) and day != calendar.race_day:
                plan.found("weeks", str(number), weekday, message=_other_race(calendar))
            if entries is not None and day <= calendar.race_day:
                plan.put(day, map(_run, entries), "weeks")


def _add_dates(plan: RunCalendar, runs: Runs, calendar: Calendar) -> None:
    for when, entries in runs.days.items():
        day = (when - calendar.first_date).days
        if not -DAYS <= day < calendar.n_days:
            span = f"{calendar.first_date} to {calendar.last_date}"
            message = f"outside the calendar, which goes from {span}"
            plan.found("days", str(when), message=message)
            continue
        of_day = tuple(map(_run, entries))
        if day != calendar.race_day and _has_race(entries):
            plan.found("days", str(when), message=_other_race(calendar))
        elif day == calendar.race_day and not _has_race(entries):
            message = f"this is the race day; it can't be {hardest(of_day).value} instead"
            plan.found("days", str(when), message=message)
        plan.put(day, of_day, "days")


def _add_own(plan: RunCalendar, runs: Runs, calendar: Calendar) -> None:
    """Add the strength sessions that the scenario names beside those of the file."""
    for when, titles in runs.own.items():
        day = calendar.index(when)
        if day is None:
            span = f"{calendar.first_date} to {calendar.last_date}"
            plan.found("own", str(when), message=f"outside the calendar, which goes from {span}")
        else:
            plan.own.setdefault(day, []).extend(titles)


def _add_race(plan: RunCalendar, calendar: Calendar) -> None:
    """Make the race day a race, whatever else is there."""
    day = calendar.race_day
    if hardest(plan.days[day]) is RunKind.RACE:
        return
    if plan.origin[day] in {"weeks", "file"}:
        plan.warnings.append(
            f"{calendar.race_date} is the race day; the {hardest(plan.days[day]).value} that"
            f" runs.{plan.origin[day]} has there is left out"
        )
    plan.days[day] = RACE
