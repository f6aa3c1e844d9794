"""A run plan file laid over the calendar: what fits, what is left out, what is lacking."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from runtall.domain.run_plan import NOT_RUNNING, Run, RunKind
from runtall.errors import Fault
from runtall.errors.words import shown
from runtall.scenario.schema.runs import MOST_RUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from runtall.domain.calendar import Calendar
    from runtall.scenario.run_file import FileRun, RunFile

NAMED = 3
"""Titles or days that a warning names."""
MOST_WEEKS = 53


@dataclass(slots=True)
class FileDays:
    """The runs of a file by day, and what was found on the way.

    Parameters
    ----------
    empty
        Why nothing of the file is in the calendar; empty if something is.
    has_times
        Whether a run has a time of day.
    """

    days: dict[int, list[Run]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    occupied: list[date] = field(default_factory=list)
    empty: str = ""
    has_times: bool = False


def lay_file(loaded: RunFile, calendar: Calendar, path: Path) -> FileDays:
    """Put each run of a file on its day."""
    laid = FileDays()
    last = calendar.date(calendar.n_days - 1)
    inside = [run for run in loaded.runs if calendar.index(run.date) is not None]
    late = [run for run in loaded.runs if run.date > last]
    if late and not (loaded.feed and inside):
        more = f" (and {len(late) - 1} more)" if len(late) > 1 else ""
        message = f"{late[0].date} is after the race week, which ends on {last}{more}"
        laid.faults.append(Fault(str(path), late[0].line, 1, "date", message))
    elif not inside:
        laid.empty = f"{path.name} has no run from {calendar.first_date} to {last}"
    if inside:
        laid.warnings += _left_out(loaded, calendar, path.name)
    for one in inside:
        _put(laid, one, (one.date - calendar.first_date).days, path)
    laid.has_times = any(one.run.at is not None for one in inside)
    laid.warnings += _not_understood(inside, path.name)
    own = [one for one in loaded.occupied if calendar.index(one.date) is not None]
    laid.occupied = list(dict.fromkeys(one.date for one in own))
    if own:
        names = ", ".join(f"{one.date} {shown(one.title)}" for one in own[:NAMED])
        laid.warnings.append(
            f"{path.name}: {_count(len(laid.occupied), 'day')} with strength, yoga or gym work of"
            f" the run plan, kept free of ours: {names}{_more(len(own))}"
        )
    return laid


def _put(laid: FileDays, one: FileRun, day: int, path: Path) -> None:
    before = laid.days.setdefault(day, [])
    wrong = ""
    if before and RunKind.REST in {one.run.kind, before[0].kind}:
        wrong = "a day with a run is no rest day"
    elif len(before) == MOST_RUNS:
        wrong = f"more than {MOST_RUNS} runs on one day"
    if wrong:
        laid.faults.append(Fault(str(path), one.line, 1, "date", f"{one.date}: {wrong}"))
    before.append(one.run)


def _left_out(loaded: RunFile, calendar: Calendar, name: str) -> Iterator[str]:
    last = calendar.date(calendar.n_days - 1)
    early = [run.date for run in loaded.runs if run.date < calendar.first_date]
    late = sum(run.date > last for run in loaded.runs)
    if early:
        weeks = calendar.weeks + -((early[0] - calendar.first_date).days // 7)
        all_in = f"; weeks: {weeks} takes them in" if weeks <= MOST_WEEKS else ""
        yield (
            f"{name}: {_count(len(early), 'run')} before {calendar.first_date}, the first day of"
            f" week 1, left out{all_in}"
        )
    if late:
        yield f"{name}: {_count(late, 'run')} after {last}, the end of the race week, left out"


def _not_understood(inside: Sequence[FileRun], name: str) -> Iterator[str]:
    unknown = dict.fromkeys(one.run.title for one in inside if one.provenance == "assumed")
    if unknown:
        titles = ", ".join(shown(title) for title in list(unknown)[:NAMED])
        yield (
            f"{name}: {_count(len(unknown), 'title')} not understood, taken for workouts until"
            f" runs.kinds says what they are: {titles}{_more(len(unknown))}"
        )


def lacking(days: Sequence[tuple[Run, ...]], calendar: Calendar, name: str) -> Iterator[str]:
    """What a run plan from a file should have and hasn't.

    Parameters
    ----------
    days
        The whole run plan, whatever it comes from.
    """
    weeks = range(1, calendar.weeks + 1)
    run_days = [
        day
        for day, runs in enumerate(days)
        if day < calendar.race_day and any(run.kind not in NOT_RUNNING for run in runs)
    ]
    empty = [week for week in weeks if not set(calendar.days(week)) & {*run_days}]
    if calendar.race_day == calendar.days(calendar.weeks)[0]:
        empty = [week for week in empty if week != calendar.weeks]
    if empty and run_days:
        first = calendar.week(run_days[0])
        begins = (
            f"; weeks: {calendar.weeks - first + 1} begins where the runs do"
            if empty == list(range(1, first))
            else ""
        )
        yield f"{name}: no run in {_weeks(empty)}; these days are read as rest{begins}"
    every = [run for runs in days for run in runs]
    named = any(run.kind is RunKind.LONG for run in every)
    if not named and not any(run.distance_m or run.minutes for run in every):
        yield (
            f"{name}: no long run is named, and without distances or minutes none can be told; name"
            " them, for example runs.kinds: {Sunday: long}"
        )


def _weeks(numbers: Sequence[int]) -> str:
    """Week numbers in words: ``weeks 1 to 4 and 9``."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    words = [f"{one[0]} to {one[-1]}" if len(one) > 1 else str(one[0]) for one in spans]
    listed = " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
    return f"week{'s' if len(numbers) > 1 else ''} {listed}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _more(number: int) -> str:
    return f" and {number - NAMED} more" if number > NAMED else ""
