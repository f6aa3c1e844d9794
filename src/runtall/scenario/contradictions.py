"""Keys of a scenario that are right by themselves and wrong together."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import Measure, SessionKind
from runtall.domain.library import exercises, records
from runtall.errors.words import choose, shown
from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES
from runtall.rules.race_week import LAST_SESSION
from runtall.scenario.faults import Finding
from runtall.scenario.schema.availability import DayAccess
from runtall.scenario.to_access import window_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.documents.source import Path, Source
    from runtall.domain.calendar import Calendar
    from runtall.scenario.schema import ScenarioFile
    from runtall.scenario.schema.availability import Availability
    from runtall.scenario.schema.strength import BanEntry, FixEntry


# Sessions that each want a day of their own.
TWO_DAYS = {SessionKind.D1, SessionKind.D2}
NEEDS_TIMEZONE = "a time of day needs the key timezone, an IANA name such as Europe/London"


def contradictions(model: ScenarioFile, calendar: Calendar, source: Source) -> Iterator[Finding]:
    """Yield everything in a scenario that contradicts something else in it."""
    yield from _timezone(model, source)
    yield from _starts(model)
    yield from _away(model)
    yield from _exercises(model)
    yield from _weeks(model)
    yield from _fixes(model, calendar)
    yield from _rules(model)


def _timezone(model: ScenarioFile, source: Source) -> Iterator[Finding]:
    times = [path for path in source.positions if _is_time(path)]
    times = times or [path for path in _noted(model.availability) if path in source.positions]
    if times and ("timezone",) not in source.positions:
        first = min(times, key=lambda path: source.positions[path])
        yield Finding(first, NEEDS_TIMEZONE)


def _is_time(path: Path) -> bool:
    if path[0] == "runs":
        return path[-1] == "at"
    of_day = path[0] == "availability" and path[-1] in {"from", "to"}
    return of_day and path[1] in (*WEEKDAYS, "days")


def _noted(availability: Availability) -> Iterator[Path]:
    """Yield the days with a time, which may be noted on a line."""
    days: dict[Path, Any] = {("availability", day): getattr(availability, day) for day in WEEKDAYS}
    days |= {("availability", "days", str(day)): on for day, on in availability.days.items()}
    for path, access in days.items():
        if isinstance(access, DayAccess) and (access.opens or access.closes):
            yield path


def _starts(model: ScenarioFile) -> Iterator[Finding]:
    latest = model.race_date - timedelta(days=LAST_SESSION)
    if model.starts is not None and model.starts > latest:
        message = f"{model.starts} leaves no day for a session; allowed: until {latest}"
        yield Finding(("starts",), f"{message}, {LAST_SESSION} days before the race")


def _weeks(model: ScenarioFile) -> Iterator[Finding]:
    phases = model.phases
    if not isinstance(phases, str) and phases.peak + phases.taper > model.weeks:
        given = f"{phases.peak} peak and {phases.taper} taper weeks"
        yield Finding(("phases",), f"{given} are more than the {model.weeks} weeks of the plan")
    for list_name in ("fix", "ban"):
        for index, entry in enumerate(getattr(model.strength, list_name)):
            if (entry.week or 0) > model.weeks:
                message = f"{entry.week} is more than the {model.weeks} weeks of the plan"
                yield Finding(("strength", list_name, index, "week"), message)


def _away(model: ScenarioFile) -> Iterator[Finding]:
    ranges = list(enumerate(model.availability.away))
    for (_, first), (index, second) in combinations(ranges, 2):
        day = max(first.start, second.start)
        if day <= min(first.end, second.end):
            message = f"{day} lies in another range of away too; give each day once"
            yield Finding(("availability", "away", index), message)


def _exercises(model: ScenarioFile) -> Iterator[Finding]:
    choice = model.strength.exercises
    for index, key in enumerate(choice.prefer):
        path = ("strength", "exercises", "prefer", index)
        if key in choice.avoid:
            yield Finding(path, f"{key} is also in avoid")
        elif key in model.athlete.painful:
            yield Finding(path, f"{key} is also in athlete.painful; what hurts is left out")
        elif key == "db_overhead_press" and model.athlete.overhead_irritates:
            yield Finding(path, f"{key} contradicts athlete.overhead_irritates")
    for key, load in model.athlete.loads.items():
        if load.reps is None and exercises()[key].measure is Measure.REPS:
            yield Finding(("athlete", "loads", key), "reps is missing; allowed: 1 to 30 reps")


def _meet(first: FixEntry | BanEntry, second: FixEntry | BanEntry) -> bool:
    """Return whether both speak of a common week."""
    return first.week is None or second.week is None or first.week == second.week


def _fixes(model: ScenarioFile, calendar: Calendar) -> Iterator[Finding]:
    fixes = model.strength.fix
    for index, fix in enumerate(fixes):
        path = ("strength", "fix", index)
        if getattr(model.availability, fix.day) == "off":
            yield Finding((*path, "day"), f"{fix.day} is off in availability")
        elif (reason := _no_day(fix, model, calendar)) is not None:
            yield Finding(path, reason)
        for ban in model.strength.ban:
            same = ban.day in {None, fix.day} and ban.session in {None, fix.session}
            if same and _meet(fix, ban):
                message = f"{fix.session} on {fix.day} is ruled out in strength.ban"
                yield Finding(path, message)
        for other in fixes[:index]:
            if not _meet(fix, other):
                continue
            if other.session == fix.session:
                yield Finding(path, f"{fix.session} is already fixed, to {other.day}")
            elif other.day == fix.day and {fix.session, other.session} == TWO_DAYS:
                message = f"{other.session} is already fixed to {fix.day}; one session a day"
                yield Finding(path, message)


def _no_day(fix: FixEntry, model: ScenarioFile, calendar: Calendar) -> str | None:
    """Return why the one date of a fix is no day to train on."""
    if fix.week is None or fix.week > model.weeks:
        return None
    date = next(
        calendar.date(day) for day in calendar.days(fix.week) if calendar.weekday(day) == fix.day
    )
    if date == calendar.race_date:
        return f"{date} is the race day"
    if date > calendar.race_date:
        return f"{date} is after the race"
    if model.starts is not None and date < model.starts:
        return f"{date} is before starts, {model.starts}"
    return f"{date} is off in availability" if window_on(model.availability, date) is None else None


@cache
def old_ids() -> dict[str, str]:
    """Return the id of each rule that was called otherwise before."""
    return {row["old"]: row["id"] for row in records("old_rule_ids.csv")}


def _rules(model: ScenarioFile) -> Iterator[Finding]:
    can_be_off = {rule.id: rule.can_be_off for rule in RULES}
    soft = [objective.id for objective in OBJECTIVES]
    for rule, choice in model.rules.items():
        path = ("rules", rule)
        if rule in can_be_off:
            if choice != "off":
                allowed = "allowed: off" if can_be_off[rule] else "it is never relaxed"
                yield Finding(path, f"a hard rule has no weight; {allowed}")
            elif not can_be_off[rule]:
                yield Finding(path, "this rule is never relaxed; it can't be off")
        elif rule in old_ids():
            yield Finding(path, f"{shown(rule)} has a new name; write {old_ids()[rule]}")
        elif rule not in soft:
            yield Finding(path, f"{shown(rule)} is no rule{choose(rule, [*can_be_off, *soft])}")
