"""The run plan of a scenario, day by day: template, numbered weeks, file and single dates.

What reads files is imported only for a scenario that names one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from runtall.documents.files import named_from
from runtall.domain.calendar import Calendar
from runtall.domain.run_plan import Run, RunKind, hardest
from runtall.domain.units import METRES_PER_MILE, thousandths
from runtall.domain.where import DAYS
from runtall.scenario.run_calendar import RunCalendar
from runtall.scenario.schema.runs import RunEntry, Runs

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

        add_file(plan, runs, calendar, named_from(folder, runs.file), timezone)
    _add_days(plan, runs, calendar)
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
        distance_m=thousandths(entry.km, entry.mi, METRES_PER_MILE),
        minutes=entry.minutes,
        at=entry.at,
        optional=entry.optional or entry.kind.optional,
    )


def _has_race(entries: Sequence[RunEntry]) -> bool:
    return any(entry.kind.kind is RunKind.RACE for entry in entries)


def _add_days(plan: RunCalendar, runs: Runs, calendar: Calendar) -> None:
    """Add the usual week, numbered weeks and single dates; later ones count."""
    race_day = calendar.race_day
    for day, path, entries in _given(plan, runs, calendar):
        key, *_ = path
        of_day = tuple(map(_run, entries))
        if day != race_day and _has_race(entries):
            begin = "a race every week? " * (key == "week")
            race = f"the race of this scenario is on {calendar.race_date}; call another one tuneup"
            plan.found(*path, message=begin + race)
        elif day == race_day and key == "days" and not _has_race(entries):
            message = f"this is the race day; it can't be {hardest(of_day).value} instead"
            plan.found(*path, message=message)
        if day <= race_day or key == "days":
            plan.put(day, of_day, key)


def _given(
    plan: RunCalendar, runs: Runs, calendar: Calendar
) -> Iterator[tuple[int, tuple[str, ...], Sequence[RunEntry]]]:
    """Yield each day that the scenario speaks of, the key where it does, and what it says."""
    for day in range(-DAYS, calendar.race_day + 1):
        weekday = calendar.weekday(day)
        if (entries := getattr(runs.week, weekday, None)) is not None:
            yield day, ("week", weekday), entries
    for number, week in runs.weeks.items():
        if not 1 <= number <= calendar.weeks:
            message = f"the plan has the weeks 1 to {calendar.weeks}"
            plan.found("weeks", str(number), message=message)
            continue
        for day in calendar.days(number):
            weekday = calendar.weekday(day)
            if (entries := getattr(week, weekday)) is not None:
                yield day, ("weeks", str(number), weekday), entries
    for date, entries in runs.days.items():
        day = (date - calendar.first_date).days
        if -DAYS <= day < calendar.n_days:
            yield day, ("days", str(date)), entries
        else:
            plan.found("days", str(date), message=_outside(calendar))


def _outside(calendar: Calendar) -> str:
    return f"outside the calendar, which goes from {calendar.first_date} to {calendar.last_date}"


def _add_own(plan: RunCalendar, runs: Runs, calendar: Calendar) -> None:
    """Add the strength sessions that the scenario names beside those of the file."""
    named = {
        day: runs.own[weekday]
        for day in range(calendar.race_day)
        if (weekday := calendar.weekday(day)) in runs.own
    }
    for when, titles in runs.own.items():
        if isinstance(when, str):
            continue
        day = calendar.index(when)
        if day is None:
            plan.found("own", str(when), message=_outside(calendar))
        else:
            named[day] = titles
    for day in sorted(named):
        plan.own.setdefault(day, []).extend(named[day])


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
