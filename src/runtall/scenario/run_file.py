"""A run plan file on the calendar: what fits, what is left out, what is lacking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from runtall.domain.calendar import MOST_WEEKS, Calendar
from runtall.domain.run_plan import EASY_KINDS, KEY_KINDS, NOT_RUNNING, Run, RunKind
from runtall.domain.where import DAYS
from runtall.errors import Fault
from runtall.errors.words import counted, first_few, shown, weeks_words
from runtall.importers import DatedRun, Provenance, RunFile, RunPlanFaults, load_runs
from runtall.scenario.run_calendar import RunCalendar
from runtall.scenario.schema.runs import MOST_RUNS, Runs
from runtall.scenario.title_patterns import compile_pattern

# Longer titles are no titles, and are not matched.
LONGEST_TITLE = 200


def add_file(
    plan: RunCalendar, runs: Runs, calendar: Calendar, path: Path, timezone: str | None
) -> None:
    """Put each run of a file on its day, and note what doesn't fit."""
    corrections = _Corrections(runs.kinds)
    try:
        file = load_runs(
            path,
            corrections,
            race_date=calendar.race_date,
            timezone=timezone,
            week_starts=calendar.week_starts,
            form=runs.format or "auto",
            date_order=runs.date_order or "",
        )
    except RunPlanFaults as error:
        plan.file_faults += [fault for fault in error.faults if fault.line]
        why = f"; {corrections.of_all} titles" if corrections.of_all else ""
        for whole in (fault for fault in error.faults if not fault.line):
            plan.found("file", message=f"{runs.file}: {whole.message}{why}")
        return
    remarks = (*file.warnings, *corrections.remarks())
    plan.warnings += [f"{path.name}: {remark}" for remark in remarks]
    last = calendar.last_date
    inside = [run for run in file.runs if calendar.index(run.date) is not None]
    late = [run for run in file.runs if run.date > last]
    has_race = any(run.run.kind is RunKind.RACE for run in inside)
    if late and not (inside and (file.feed or has_race)):
        more = f" (and {len(late) - 1} more)" if len(late) > 1 else ""
        message = f"{late[0].date} is after the race week, which ends on {last}{more}"
        plan.file_faults.append(Fault(str(path), late[0].line, 1, "date", message))
    elif not inside:
        plan.found("file", message=f"{path.name} has no run from {calendar.first_date} to {last}")
    if inside:
        plan.warnings += _left_out(file, calendar, path.name)
    _add_runs(plan, inside, calendar, path)
    early = [run for run in file.runs if 0 < (calendar.first_date - run.date).days <= DAYS]
    _add_runs(plan, early, calendar, path)
    assumed = [run.run for run in inside if run.provenance is Provenance.ASSUMED]
    for kinds, taken in ((EASY_KINDS, "easy runs"), (KEY_KINDS, "workouts")):
        titles = (run.title for run in assumed if run.kind in kinds)
        words = f"not understood, taken for {taken} until runs.kinds says what they are"
        plan.warnings += _titles(titles, path.name, words)
    no_runs = (run.title for run in file.no_runs if calendar.index(run.date) is not None)
    words = "taken for no training; runs.kinds says so if one is"
    plan.warnings += _titles(no_runs, path.name, words)
    plan.file_timezone = file.timezone
    for session in file.occupied:
        if (day := calendar.index(session.date)) is not None:
            plan.own.setdefault(day, []).append(session.title)


@dataclass(slots=True)
class _Corrections:
    """Corrects the kind of a title, by the first pattern that is in it.

    Parameters
    ----------
    asked
        Titles that were asked for, each with the patterns that are in it.
    """

    kinds: Mapping[str, tuple[str, bool]]
    asked: dict[str, list[str]] = field(default_factory=dict)

    def __call__(self, title: str) -> tuple[str, bool] | None:
        if title not in self.asked:
            able = self.kinds if 0 < len(title) <= LONGEST_TITLE else {}
            self.asked[title] = [text for text in able if compile_pattern(text).search(title)]
        found = self.asked[title]
        return self.kinds[found[0]] if found else None

    @property
    def of_all(self) -> str:
        """Say which pattern decides every title; empty where none does."""
        first = {found[0] if found else "" for found in self.asked.values()}
        text = first.pop() if len(first) == 1 and len(self.asked) > 1 else ""
        return f"{shown(text)} of runs.kinds makes {self.kinds[text][0]} of all" if text else ""

    def remarks(self) -> Iterator[str]:
        """Yield what is odd with the patterns: in no title, behind others, in every title."""
        for text in self.kinds if self.asked else ():
            if not any(text in found for found in self.asked.values()):
                yield f"{shown(text)} of runs.kinds is in no title"
            elif not any(text in found[:1] for found in self.asked.values()):
                yield f"{shown(text)} of runs.kinds decides nothing: others before it do"
        if self.of_all:
            yield f"{self.of_all} {len(self.asked)} titles"


def _add_runs(plan: RunCalendar, runs: Sequence[DatedRun], calendar: Calendar, path: Path) -> None:
    days: dict[int, list[Run]] = {}
    for dated in runs:
        before = days.setdefault((dated.date - calendar.first_date).days, [])
        message = ""
        if before and RunKind.REST in {dated.run.kind, before[0].kind}:
            message = f"{dated.date}: a day with a run is no rest day"
        elif len(before) == MOST_RUNS:
            message = f"{dated.date}: more than {MOST_RUNS} runs on one day"
        if message:
            plan.file_faults.append(Fault(str(path), dated.line, 1, "date", message))
        before.append(dated.run)
    for day, of_day in days.items():
        plan.put(day, of_day, "file")
    plan.file_times |= any(dated.run.at is not None for dated in runs)


def _left_out(file: RunFile, calendar: Calendar, name: str) -> Iterator[str]:
    early = [run.date for run in file.runs if run.date < calendar.first_date]
    late = sum(run.date > calendar.last_date for run in file.runs)
    if early:
        weeks = calendar.weeks + -((early[0] - calendar.first_date).days // 7)
        all_in = f"; weeks: {weeks} takes them in" if weeks <= MOST_WEEKS else ""
        yield (
            f"{name}: {counted(len(early), 'run')} before {calendar.first_date}, the first day of"
            f" week 1, left out{all_in}"
        )
    if late:
        last = f"{calendar.last_date}, the end of the race week"
        yield f"{name}: {counted(late, 'run')} after {last}, left out"


def _titles(titles: Iterable[str], name: str, words: str) -> Iterator[str]:
    every = dict.fromkeys(titles)
    if every:
        yield f"{name}: {counted(len(every), 'title')} {words}: {first_few(map(shown, every))}"


def lacking(days: Sequence[tuple[Run, ...]], calendar: Calendar, name: str) -> Iterator[str]:
    """Yield what a run plan from a file should have and hasn't.

    Parameters
    ----------
    days
        The whole run plan, whatever it comes from.
    """
    before_race = range(calendar.race_day)
    with_days = sorted({calendar.week(day) for day in before_race})
    running = {
        calendar.week(day) for day in before_race if {run.kind for run in days[day]} - NOT_RUNNING
    }
    empty = [week for week in with_days if week not in running]
    if empty and running:
        begins, first = "", min(running)
        if empty == list(range(1, first)):
            begins = f"; weeks: {calendar.weeks - first + 1} begins where the runs do"
        yield f"{name}: no run in {weeks_words(empty)}; these days are read as rest{begins}"
    every = [run for runs in days for run in runs]
    named = any(run.kind is RunKind.LONG for run in every)
    if not named and not any(run.distance_m or run.minutes for run in every):
        yield (
            f"{name}: no long run is named, and without distances or minutes none can be told; name"
            " them, for example runs.kinds: {Sunday: long}"
        )
