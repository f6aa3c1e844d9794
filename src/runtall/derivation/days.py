"""Each day of the calendar: what is run, what a session may be there, and how long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial

from runtall.derivation.first_guess import possible
from runtall.domain.clock import existing
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import HEAVY_KINDS, LIGHT_KINDS, Pattern, SessionKind
from runtall.domain.library import exercises, records
from runtall.domain.own_strength import OwnSession
from runtall.domain.phase import Phase
from runtall.domain.problem import Day
from runtall.domain.request import Access, Request
from runtall.domain.run_plan import (
    EASY_KINDS,
    NOT_RUNNING,
    Run,
    RunKind,
    RunPlan,
    hardest,
    minute_of,
)
from runtall.domain.session_costs import MOST_S

# Cap of a session on a day without a run.
UNRUN_MINUTES = 30
# Minutes of a day without a limit.
DAY_MINUTES = 1440
# The guide's option for a day by its kind of run; empty: no session.
OPTIONS = {RunKind(row["kind"]): row["option"] for row in records("run_kinds.csv")}


def derive_days(
    request: Request,
    before: RunPlan,
    runs: RunPlan,
    phase_of: Sequence[Phase],
    access: Sequence[Access],
) -> Iterator[Day]:
    """Yield the days of the calendar in order.

    Parameters
    ----------
    before
        Runs of the days before the calendar begins, the last one yesterday's.
    phase_of
        The phase of each week.
    access
        What the runner can do on each day.
    """
    calendar = request.calendar
    kinds = [hardest(day) for day in runs]
    race = calendar.race_day
    kinds[race] = RunKind.RACE
    every = list(enumerate((*before, *runs), start=-len(before)))
    far = {day for day, of_day in every if any(run.far for run in of_day)} - {race}
    tuneups = [d for d, of_day in every if hardest(of_day) is RunKind.TUNEUP and d != race]
    own = request.own or ((),) * calendar.n_days
    near_own = partial(_near_own, own)
    possible_with = cache(partial(possible_exercises, request))  # most days have the same
    for day in range(calendar.n_days):
        option = OPTIONS[kinds[day]] if day < race and day not in far else ""
        start, limit, in_order = _start_and_limit(
            request, access[day], runs[day], calendar.date(day)
        )
        unrun = option == "B" or any(run.optional for run in runs[day])
        equipment = access[day].equipment or request.equipment
        week = calendar.week(day)
        yield Day(
            index=day,
            date=calendar.date(day),
            weekday=calendar.weekday(day),
            week=week,
            phase=phase_of[week - 1],
            runs=runs[day],
            kind=kinds[day],
            option=option,
            maybe_rest=any(run.optional for run in runs[day]),
            free=access[day].free and not access[day].ill and day >= request.starts,
            ill=access[day].ill,
            recovering=access[day].recovering,
            waits=False,
            needed=False,
            early=day < request.starts,
            trainable=bool(option and not own[day] and not near_own(day))
            and day >= request.starts
            and _trainable(access[day], possible_with),
            cap_s=60 * min(request.minutes, limit, UNRUN_MINUTES if unrun else limit),
            # The usual 40 minutes are no limit of the runner's.
            limit_s=60 * min([limit, *[request.minutes] * (60 * request.minutes < MOST_S)]),
            start=start,
            in_order=in_order,
            items=equipment.items,
            possible=possible_with(equipment),
            far=day in far,
            own=own[day],
            near_own=near_own(day),
            next_kind=kinds[day + 1] if day + 1 < len(kinds) else RunKind.REST,
            eve_of_long_run=day + 1 in far,
            to_long=_distance_to({*far, race}, day),
            since_long=_distance_from(far, day),
            to_tuneup=_distance_to(tuneups, day),
            since_tuneup=_distance_from(tuneups, day),
            before_race=any(day < other and calendar.week(other) == week for other in tuneups),
            to_race=race - day,
        )


def _near_own(own: tuple[tuple[OwnSession, ...], ...], day: int) -> str:
    """Return the title of an own session for the upper body on a day before or after."""
    near = own[max(0, day - 1) : day] + own[day + 1 : day + 2]
    return next((s.title for of_day in near for s in of_day if s.counts), "")


def _distance_to(days: Iterable[int], day: int) -> int | None:
    return min((other - day for other in days if other > day), default=None)


def _distance_from(days: Iterable[int], day: int) -> int | None:
    return min((day - other for other in days if other < day), default=None)


def _start_and_limit(
    request: Request, access: Access, runs: tuple[Run, ...], day: date
) -> tuple[time | None, int, bool]:
    """Return start, minutes that there are, and whether a session can follow the last run."""
    limit = access.minutes or DAY_MINUTES
    start, in_order = access.opens, True
    for run in runs:
        if run.at is None or run.kind in NOT_RUNNING:
            continue
        end = _later(run.at, (run.minutes or 0) + request.after_run_minutes)
        if end is None:
            in_order = False
        elif (run.minutes is not None and (start is None or end > start)) or (
            start is not None and start < run.at
        ):
            start = end
    if start is not None and request.timezone is not None:
        start = existing(day, start, request.timezone)
    if access.closes is not None:
        room = minute_of(access.closes) - minute_of(start or time.min)
        limit = min(limit, max(0, room))
        in_order = in_order and room > 0
    if len([run for run in runs if run.kind not in NOT_RUNNING]) > 1:
        # Of two runs on a day the lift may only follow an easy second one.
        last = max(runs, key=lambda run: run.at or time.min)
        final = last if last.at else runs[-1]
        in_order = in_order and final.kind in EASY_KINDS
    return start, limit, in_order


def _later(moment: time, minutes: int) -> time | None:
    """Return the time so many minutes later, or None past midnight."""
    end = datetime(2000, 1, 1, moment.hour, moment.minute) + timedelta(minutes=minutes)
    return end.time() if end.day == 1 else None


def possible_exercises(request: Request, equipment: Equipment) -> frozenset[str]:
    """Return the exercises that some equipment allows the runner."""
    library = exercises().items()
    return frozenset(key for key, e in library if possible(e, equipment, request.athlete))


def _trainable(access: Access, possible_with: Callable[[Equipment], Set[str]]) -> bool:
    """Return whether a day off or away still has something for every pattern."""
    if not access.free or access.ill or access.recovering:
        return False
    if access.equipment is None:
        return True
    done = [exercises()[key] for key in possible_with(access.equipment)]
    return {exercise.pattern for exercise in done if exercise.working} >= set(Pattern)


def with_time(day: Day, least_s: Mapping[tuple[Phase, SessionKind], int]) -> Day:
    """Return the day, not trainable if no session of its phase is short enough for it."""
    kinds = LIGHT_KINDS if day.phase is Phase.TAPER else HEAVY_KINDS
    enough = day.cap_s >= min(least_s[day.phase, kind] for kind in kinds)
    return replace(day, trainable=day.trainable and enough)
