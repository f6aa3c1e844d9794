"""What a runner should know about a scenario though it is no fault."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from runtall.derivation.derive import derive
from runtall.derivation.first_guess import too_heavy
from runtall.derivation.long_runs import named_by_length
from runtall.domain.athlete import Experience
from runtall.domain.clock import skips
from runtall.domain.phase import Phase
from runtall.domain.run_plan import LIGHT_DAYS, NOT_RUNNING, RunKind, minute_of, too_late
from runtall.domain.session_costs import HALF_AN_HOUR_S
from runtall.errors.words import weeks_words
from runtall.progression.heavy_weights import question, to_write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from runtall.domain.calendar import Calendar
    from runtall.domain.problem import Problem
    from runtall.domain.run_plan import Run
    from runtall.scenario.schema import ScenarioFile

# The guide's start window.
BEST_WEEKS = (8, 16)
# A week with fewer runs hardly belongs to a marathon plan.
FEW_RUNS = 2
# What one heavy weight is good for, if it isn't too heavy.
WITH_ONE_WEIGHT = ("one_arm_db_row", "suitcase_carry")


def warnings(
    model: ScenarioFile, problem: Problem, runs: Sequence[tuple[Run, ...]]
) -> Iterator[str]:
    """Yield everything that is allowed and yet perhaps not meant.

    Parameters
    ----------
    runs
        The run plan, day by day.
    """
    calendar = problem.request.calendar
    yield from _length(model, problem)
    yield from _once_a_week(model)
    yield from _short_sessions(problem)
    yield from _guessed_loads(problem)
    yield from _heavy_weights(problem)
    yield from _no_pull_from_above(problem)
    yield from _unused_days(model, calendar)
    if model.runs.file is None:
        # Of a file's empty weeks its reader knows more.
        yield from _empty_weeks(calendar, runs)
    yield from _named_by_length(calendar, runs)
    yield from _overlaps(calendar, runs)
    yield from _long_before_race(calendar, runs)
    yield from _unknown_length(calendar, runs)
    yield from _skipped_starts(problem)


def _length(model: ScenarioFile, problem: Problem) -> Iterator[str]:
    least, most = BEST_WEEKS
    weeks = len(problem.planned_weeks)
    given = f"{weeks} week{' is' if weeks == 1 else 's are'}"
    guide = f"the {least} to {most} that the guide is written for"
    if weeks < least:
        yield f"{given} fewer than {guide}; the plan ramps less far"
    if weeks > most:
        yield f"{given} more than {guide}"
    if problem.week(problem.first_week).phase is Phase.TAPER and len(problem.weeks) > weeks:
        yield (
            f"starts: {model.starts} lies in the taper; strength that is new so close to the race"
            " can make you sore and no stronger: think of starting after it"
        )


def _once_a_week(model: ScenarioFile) -> Iterator[str]:
    if model.strength.sessions.base == 1:
        yield (
            "strength.sessions: one session a week is less than the two of the guide; it still"
            " builds strength where lifting is new, and keeps it where it isn't"
        )


def _short_sessions(problem: Problem) -> Iterator[str]:
    longest_s = max((day.cap_s for day in problem.days if day.is_open), default=HALF_AN_HOUR_S)
    if longest_s < HALF_AN_HOUR_S:
        short = problem.request.minutes * 60 == longest_s
        yield (
            f"{'strength.minutes' if short else 'availability'}: {longest_s // 60} are fewer than"
            " the 30 to 40 that the guide gives a session; rows, pulldown and a set each of"
            " push-ups, carry and core come first, and reps and loads grow where sets can't: the"
            " minutes that are left at first are for them"
        )


def _guessed_loads(problem: Problem) -> Iterator[str]:
    athlete = problem.request.athlete
    if athlete.experience is Experience.TRAINED and athlete.body_mass_g and not athlete.loads:
        yield (
            "athlete: first weights are guessed from body mass, which says little of a trained"
            " lifter; write what you lift under loads, with reps and what was left"
        )


def _heavy_weights(problem: Problem) -> Iterator[str]:
    request = problem.request
    asked = {
        key: too_heavy(problem.exercises[key], request.equipment, request.athlete)
        for key in WITH_ONE_WEIGHT
        if key not in request.athlete.hurting | request.avoid
    }
    if weights := {key: load_g for key, load_g in asked.items() if load_g is not None}:
        yield (
            "equipment: too heavy for a first guess, so done without; can you do"
            f" {question(weights, request.units)}? Then write {to_write(weights, request.units)}"
        )


def _no_pull_from_above(problem: Problem) -> Iterator[str]:
    there = {key for day in problem.days for key in day.possible}
    if not there & {"lat_pulldown", "assisted_pull_up"} and there & {"one_arm_db_row", "band_row"}:
        yield (
            "equipment: nothing here pulls from above, as a pulldown machine or a pull-up bar with"
            " bands would; rows take its place"
        )


def _unused_days(model: ScenarioFile, calendar: Calendar) -> Iterator[str]:
    given = model.availability
    ranges = [("off", days.start, days.end) for days in given.off]
    ranges += [("ill", days.start, days.end) for days in given.ill]
    ranges += [("away", days.start, days.end) for days in given.away]
    ranges += [("days", day, day) for day in given.days]
    for key, start, end in ranges:
        if end < calendar.first_date or start > calendar.last_date:
            when = str(start) if start == end else f"{start} to {end}"
            yield (
                f"availability.{key}: {when} lies outside the plan, which goes from"
                f" {calendar.first_date} to {calendar.last_date}"
            )


def _long_before_race(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    race = calendar.race_day
    for day in range(max(0, race - LIGHT_DAYS), race):
        if not any(too_late(run, race - day) for run in runs[day]):
            continue
        before = "the day" if race - day == 1 else f"{race - day} days"
        lighter = f"{{{calendar.week(day)}: {{{calendar.weekday(day)}: rest}}}}"
        yield (
            f"{calendar.date(day)}, {before} before the race, has a long run; if it shouldn't,"
            f" write runs: {{weeks: {lighter}}}"
        )


def _empty_weeks(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    counts = {
        week: sum(run.kind not in NOT_RUNNING for day in calendar.days(week) for run in runs[day])
        for week in range(1, calendar.weeks + 1)
    }
    sparse = [week for week, count in counts.items() if count < FEW_RUNS]
    if 2 * len(sparse) > calendar.weeks:
        yield f"fewer than two runs in {weeks_words(sparse)}; is the run plan complete?"
    elif empty := [week for week in sparse if not counts[week]]:
        yield f"no run in {weeks_words(empty)}"


def _named_by_length(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    if named := named_by_length(runs):
        yield (
            f"long runs were named by length: {_places(calendar, named)}; where the run plan"
            " itself calls any run long, only those count"
        )


def _unknown_length(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    for day, run in ((day, run) for day, of_day in enumerate(runs) for run in of_day):
        if run.kind is RunKind.TUNEUP and run.distance_m is None and run.minutes is None:
            yield (
                f"the tune-up race on {calendar.date(day)} has neither km nor min, so it counts"
                " as a long run"
            )


def _overlaps(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    if days := [day for day, of_day in enumerate(runs) if _overlap(of_day)]:
        yield f"a run begins before the one before it is over: {_places(calendar, days)}"


def _overlap(runs: tuple[Run, ...]) -> bool:
    times = sorted((minute_of(run.at), run.minutes or 0) for run in runs if run.at)
    pairs = itertools.pairwise(times)
    return any(later < start + max(1, minutes) for (start, minutes), (later, _) in pairs)


def _places(calendar: Calendar, days: Iterable[int]) -> str:
    """Return some days by weekday: ``Sat in weeks 1-2, 4-15, Sun in week 3``."""
    weeks: dict[str, list[int]] = {}
    for day in days:
        weeks.setdefault(f"{calendar.date(day):%a}", []).append(calendar.week(day))
    return ", ".join(f"{weekday} in {weeks_words(some)}" for weekday, some in weeks.items())


def _skipped_starts(problem: Problem) -> Iterator[str]:
    """Yield the days whose session would begin at a time that the clocks skip."""
    request = problem.request
    zone = request.timezone
    if zone is None or not any(day.start and skips(day.date, zone) for day in problem.days):
        return
    for day, meant in zip(problem.days, derive(replace(request, timezone=None)).days, strict=True):
        if day.start and meant.start and day.start != meant.start:
            yield (
                f"{day.label}: the clocks skip {meant.start:%H:%M} that night; a session there"
                f" starts at {day.start:%H:%M}"
            )
