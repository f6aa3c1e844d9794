"""What a runner should know about a scenario though it is no fault."""

from __future__ import annotations

import itertools
from dataclasses import replace
from statistics import median_low
from typing import TYPE_CHECKING

from runtall.derivation.derive import USUAL_MOBILITY, derive
from runtall.derivation.first_guess import too_heavy
from runtall.derivation.long_runs import named_by_length
from runtall.domain.athlete import Experience
from runtall.domain.clock import skips
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.run_plan import LIGHT_DAYS, NOT_RUNNING, RunKind, minute_of, too_late
from runtall.domain.session_costs import HALF_AN_HOUR_S
from runtall.errors.words import counted, gathered, weeks_words
from runtall.progression.heavy_weights import question, to_write
from runtall.progression.substitution import in_sentence
from runtall.progression.texts import listed, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

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
PUSH_UP = "push_up"
# The slots for what pulls from above.
PULLDOWNS = frozenset({"pulldown", "second_pull"})
FREE_WEIGHTS = ("dumbbells", "kettlebells")
# What a gym has and few homes do.
MACHINES = {"cable": "a cable machine", "pulldown": "a lat pulldown"}


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
    if model.strength.sessions.base == 1:
        yield say("warn_once_a_week")
    yield from _few_days_for_mobility(model, problem)
    yield from short_sessions(problem)
    yield from _guessed_loads(problem)
    yield from _heavy_weights(problem)
    yield from _no_second_press(problem)
    yield from _no_pull_from_above(problem)
    yield from _machines_unsaid(model)
    yield from _unused_days(model, calendar)
    yield from _fever_unsaid(model, calendar)
    if model.runs.file is None:
        # Of a file's empty weeks its reader knows more.
        yield from _empty_weeks(calendar, runs)
    if named := named_by_length(runs):
        yield say("warn_named_by_length", places=_places(calendar, named))
    if overlaps := [day for day, of_day in enumerate(runs) if _overlap(of_day)]:
        yield f"a run begins before the one before it is over: {_places(calendar, overlaps)}"
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
        yield say("warn_starts_in_taper", day=f"{model.starts}")


def short_sessions(problem: Problem) -> Iterator[str]:
    """Say that sessions are short where most weeks have too few days with half an hour.

    Of those that a plan likes best: not after speed work, nor on the eve of a long run.
    """
    sessions = problem.request.base_sessions
    longest = []
    for week in problem.weeks:
        days = (problem.days[day] for day in week.days)
        good = [day for day in days if day.trainable and day.option != "C" and day.to_long != 1]
        caps = sorted((day.cap_s for day in good), reverse=True)[:sessions]
        longest += caps[sessions - 1 :]
    longest_s = median_low(longest or [HALF_AN_HOUR_S])
    if longest_s < HALF_AN_HOUR_S:
        short = problem.request.minutes * 60 == longest_s
        key = "strength.minutes" if short else "availability"
        yield say("warn_short_sessions", key=key, minutes=f"{longest_s // 60}")


def _guessed_loads(problem: Problem) -> Iterator[str]:
    athlete = problem.request.athlete
    if athlete.experience is Experience.TRAINED and athlete.body_mass_g and not athlete.loads:
        yield say("warn_guessed_loads")


def _heavy_weights(problem: Problem) -> Iterator[str]:
    request = problem.request
    asked = {
        key: too_heavy(problem.exercises[key], request.equipment, request.athlete)
        for key in WITH_ONE_WEIGHT
        if key not in request.athlete.hurting | request.avoid
    }
    if weights := {key: load_g for key, load_g in asked.items() if load_g is not None}:
        asking, keys = (words(weights, request.units) for words in (question, to_write))
        yield say("warn_heavy_weights", question=asking, keys=keys)


def _usually_there(problem: Problem) -> set[str]:
    """Return the exercises that are possible with what is usually at hand."""
    usual = problem.request.equipment
    days = (day for day in problem.days if problem.equipment(day.index) == usual)
    return {key for day in days for key in day.possible}


def _no_second_press(problem: Problem) -> Iterator[str]:
    there = _usually_there(problem)
    presses = {
        key
        for slot in problem.slots[SessionKind.D2]
        if slot.pattern is Pattern.PUSH
        for key in slot.alternatives
    }
    pulls = any(problem.exercises[key].pattern is Pattern.PULL for key in there)
    if pulls and there & presses == {PUSH_UP}:
        yield say("warn_no_second_press")


def _no_pull_from_above(problem: Problem) -> Iterator[str]:
    there = _usually_there(problem)
    if not there & {"lat_pulldown", "assisted_pull_up"} and there & {"one_arm_db_row", "band_row"}:
        once = problem.request.base_sessions == 1
        slots = problem.slots[SessionKind.MERGED if once else SessionKind.D1]
        ways = (key for slot in slots if slot.name in PULLDOWNS for key in slot.alternatives)
        names = [in_sentence(problem.exercises[key].name) for key in ways if key in there]
        instead = say("instead_name", name=names[0]) if names else say("instead_nothing")
        yield say("warn_no_pull_from_above", instead=instead)


def _machines_unsaid(model: ScenarioFile) -> Iterator[str]:
    """Ask for machines where weights are named one by one, as at home; a range is a gym's rack."""
    given = {key for key, value in model.equipment if value is not None}
    named = [key for key, value in model.equipment if isinstance(value, list) and value]
    named = [key for key in named if key.startswith(FREE_WEIGHTS)]
    unit = "".join(named)[-2:]
    unsaid = {
        words: f"{item}_{unit}: false"
        for item, words in MACHINES.items()
        if not {f"{item}_kg", f"{item}_lb"} & given
    }
    if named and unsaid:
        unsaid |= {} if "bench" in given else {"a bench": "bench: false"}
        machines, keys = listed([*unsaid]), ", ".join(unsaid.values())
        yield say("warn_machines_unsaid", machines=machines, keys=keys)


def _few_days_for_mobility(model: ScenarioFile, problem: Problem) -> Iterator[str]:
    """Say that no week has room for as much mobility as was asked for; the usual wasn't asked."""
    asked = model.strength.mobility_per_week
    most = max(len(problem.mobility_days(week)) for week in problem.weeks)
    if asked > max(most, USUAL_MOBILITY):
        yield say("warn_few_days_for_mobility", asked=f"{asked}", most=counted(most, "day"))


def _unused_days(model: ScenarioFile, calendar: Calendar) -> Iterator[str]:
    given = model.availability
    ranges = [("off", days.start, days.end) for days in given.off]
    ranges += [("ill", days.start, days.end) for days in given.ill]
    ranges += [("away", days.start, days.end) for days in given.away]
    ranges += [("days", day, day) for day in given.days]
    for key, start, end in ranges:
        if not _reaches(start, end, calendar):
            when = _span(start, end)
            first, last = f"{calendar.first_date}", f"{calendar.last_date}"
            yield say("warn_unused_days", key=key, when=when, first=first, last=last)


def _long_before_race(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    race = calendar.race_day
    for day in range(max(0, race - LIGHT_DAYS), race):
        if not any(too_late(run, race - day) for run in runs[day]):
            continue
        before = "the day" if race - day == 1 else f"{race - day} days"
        lighter = f"{{{calendar.week(day)}: {{{calendar.weekday(day)}: rest}}}}"
        date = f"{calendar.date(day)}"
        yield say("warn_long_before_race", date=date, before=before, lighter=lighter)


def _fever_unsaid(model: ScenarioFile, calendar: Calendar) -> Iterator[str]:
    """Say of which illnesses nobody has said whether they had a fever: the way back is shorter."""
    unsaid = [days for days in model.availability.ill if days.fever is None]
    told = [_span(o.start, o.end) for o in unsaid if _reaches(o.start, o.end, calendar)]
    if told:
        are = "is" if len(told) == 1 else "are"
        yield say("warn_fever_unsaid", days=", ".join(told), are=are)


def _reaches(start: date, end: date, calendar: Calendar) -> bool:
    """Return whether any of some days is one of the plan's."""
    return end >= calendar.first_date and start <= calendar.last_date


def _span(start: date, end: date) -> str:
    return str(start) if start == end else f"{start} to {end}"


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


def _unknown_length(calendar: Calendar, runs: Sequence[tuple[Run, ...]]) -> Iterator[str]:
    for day, run in ((day, run) for day, of_day in enumerate(runs) for run in of_day):
        if run.kind is RunKind.TUNEUP and run.distance_m is None and run.minutes is None:
            yield say("warn_unknown_length", date=f"{calendar.date(day)}")


def _overlap(runs: tuple[Run, ...]) -> bool:
    times = sorted((minute_of(run.at), run.minutes or 0) for run in runs if run.at)
    pairs = itertools.pairwise(times)
    return any(later < start + max(1, minutes) for (start, minutes), (later, _) in pairs)


def _places(calendar: Calendar, days: Iterable[int]) -> str:
    """Return some days by weekday: ``Sat in weeks 1-2, 4-15, Sun in week 3``."""
    weeks = gathered((f"{calendar.date(day):%a}", calendar.week(day)) for day in days)
    return ", ".join(f"{weekday} in {weeks_words(some)}" for weekday, some in weeks.items())


def _skipped_starts(problem: Problem) -> Iterator[str]:
    """Yield the days whose session would begin at a time that the clocks skip."""
    request = problem.request
    zone = request.timezone
    if zone is None or not any(day.start and skips(day.date, zone) for day in problem.days):
        return
    for day, meant in zip(problem.days, derive(replace(request, timezone=None)).days, strict=True):
        if day.start and meant.start and day.start != meant.start:
            skipped, start = f"{meant.start:%H:%M}", f"{day.start:%H:%M}"
            yield say("warn_skipped_start", day=day.label, skipped=skipped, start=start)
