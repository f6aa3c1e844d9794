"""What a run plan file comes to: its weeks, its phases, and what is uncertain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from runtall.derivation.derive import derive
from runtall.domain.calendar import MOST_WEEKS, Calendar
from runtall.domain.phase import Phase
from runtall.domain.request import Request
from runtall.domain.run_plan import NOT_RUNNING, Run, RunKind
from runtall.importers.base import DatedRun, NoRun, Provenance, RunFile
from runtall.importers.plan.week_context import week_of


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """One week of a run plan.

    Parameters
    ----------
    distance_m, longest_m
        Sum and longest of the runs whose distance is known.
    unknown
        Runs without a distance.
    workouts
        Workouts and tune-up races.
    """

    number: int
    first: date
    phase: Phase
    cutback: bool
    runs: int
    distance_m: int
    longest_m: int
    unknown: int
    workouts: int
    long_run: bool


# Of an entry that is taken for no training, until the runner says otherwise.
NOT_A_RUN = "not a run?"
# Where the day of the race is from if nothing names one.
NO_RACE = "no race in the file; its last day"


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Entries that nothing, only a part or only their place explains, of one title together.

    Parameters
    ----------
    kind
        A kind of run, or `NOT_A_RUN`.
    """

    kind: str
    title: str
    words: str
    days: tuple[date, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Summary:
    """A run plan week by week.

    Parameters
    ----------
    race_from
        Where the race date comes from, in words.
    without_entry
        Days between the first and the last of the file that it has nothing for.
    before, after
        Runs outside the weeks of the summary.
    """

    race_date: date
    race_from: str
    weeks: tuple[WeekSummary, ...]
    uncertain: tuple[Uncertain, ...]
    without_entry: int
    before: int
    after: int


def summarise(file: RunFile, race_date: date | None, week_starts: str) -> Summary:
    """Sum up a file without faults; without a race date its own race, or its last day, is it."""
    race, race_from = _race(file.runs, race_date)
    first = file.runs[0].date
    weeks = week_of(race, week_starts) - week_of(first, week_starts) + 1
    calendar = Calendar(race, max(1, min(weeks, MOST_WEEKS)), week_starts)
    days: list[tuple[Run, ...]] = [()] * calendar.n_days
    for dated in file.runs:
        index = calendar.index(dated.date)
        if index is not None and dated.run != Run(RunKind.REST):
            days[index] += (dated.run,)
    last = max(dated.date for dated in file.runs)
    taken = {dated.date for dated in file.runs}
    taken |= {dated.date for dated in file.occupied if first <= dated.date <= last}
    return Summary(
        race_date=race,
        race_from=race_from,
        weeks=_weeks(calendar, days),
        uncertain=(*_no_runs(file.no_runs), *_uncertain(file.runs)),
        without_entry=(last - first).days + 1 - len(taken),
        before=sum(dated.date < calendar.first_date for dated in file.runs),
        after=sum(dated.date > calendar.last_date for dated in file.runs),
    )


def _race(runs: Sequence[DatedRun], race_date: date | None) -> tuple[date, str]:
    if race_date is not None:
        return race_date, "as given"
    races = [dated.date for dated in runs if dated.run.kind is RunKind.RACE]
    if races:
        return races[-1], "the race of the file"
    return max(dated.date for dated in runs), NO_RACE


def _weeks(calendar: Calendar, days: Sequence[tuple[Run, ...]]) -> tuple[WeekSummary, ...]:
    problem = derive(Request(calendar, tuple(days)))
    result = []
    for week in problem.weeks:
        of_week = [run for day in week.days for run in problem.days[day].runs]
        runs = [run for run in of_week if run.kind not in NOT_RUNNING]
        lengths = [run.distance_m for run in runs if run.distance_m]
        kinds = [run.kind for run in runs]
        result.append(
            WeekSummary(
                number=week.number,
                first=calendar.date(week.days[0]),
                phase=week.phase,
                cutback=week.cutback,
                runs=len(runs),
                distance_m=sum(lengths),
                longest_m=max(lengths, default=0),
                unknown=len(runs) - len(lengths),
                workouts=sum(kind in {RunKind.WORKOUT, RunKind.TUNEUP} for kind in kinds),
                long_run=RunKind.LONG in kinds,
            )
        )
    return tuple(result)


def _no_runs(no_runs: Sequence[NoRun]) -> Iterable[Uncertain]:
    titles: dict[str, list[date]] = {}
    for one in no_runs:
        titles.setdefault(one.title, []).append(one.date)
    why = "no length, no number, no word of running"
    for title, days in titles.items():
        yield Uncertain(NOT_A_RUN, title, why, tuple(days), Provenance.ASSUMED)


def _uncertain(runs: Sequence[DatedRun]) -> Iterable[Uncertain]:
    """Yield what is assumed, what the place or a part of the words decides, what contradicts it.

    Each in the order of the file.
    """
    groups: dict[tuple[RunKind, str, str, Provenance], list[date]] = {}
    for dated in runs:
        if dated.by_position or dated.unknown or dated.provenance is Provenance.ASSUMED:
            unknown = f"{dated.words}; unknown: {dated.unknown}".removeprefix("; ")
            words = unknown if dated.unknown and not dated.by_position else dated.words
            key = (dated.run.kind, dated.run.title, words, dated.provenance)
            groups.setdefault(key, []).append(dated.date)
    for wanted in reversed(Provenance):
        for (kind, title, words, provenance), days in groups.items():
            if provenance is wanted:
                yield Uncertain(kind, title, words, tuple(days), provenance)
