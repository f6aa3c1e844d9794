"""Each week of the calendar: its phase, its sessions, and what makes it a smaller one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from runtall.derivation import phases as phase_rules
from runtall.derivation import profile
from runtall.derivation.breaks import away, early_weeks, lost, missed, weeks_back
from runtall.derivation.volume import rough_volumes, weekly_volumes
from runtall.derivation.week_sessions import LAST_SESSION, own_sessions, sessions_of
from runtall.domain.calendar import Calendar
from runtall.domain.phase import Phase
from runtall.domain.problem import Day, Week
from runtall.domain.request import Request
from runtall.domain.run_plan import RunKind, RunPlan

# Days for which a long one is felt: a week that begins within them is a reduced one, too.
STILL_FELT = 2
# Growing weeks of ours alone after one, so few that nothing new comes in it.
FEW_LEFT = 2
# More than this percentage is a rise of the run plan to which strength adds nothing.
RISE = 10


def phases_of(request: Request, runs: RunPlan) -> tuple[Phase, ...]:
    """Return the phase of each week: as asked for, or as the run plan's distances tell."""
    calendar = request.calendar
    if request.phases:
        peak, taper = request.phases
    else:
        peak, taper = phase_rules.detect_lengths(*_distances(calendar, runs))
        taper += calendar.weeks - _race_week(calendar)
    return phase_rules.phases(calendar.weeks, peak, max(1, taper))


def phases_are_guessed(request: Request) -> bool:
    """Return whether nothing tells where the peak begins, neither the runner nor distances."""
    known = phase_rules.tells_peak(*_distances(request.calendar, request.runs))
    return not (request.phases or known)


def _distances(calendar: Calendar, runs: RunPlan) -> list[Sequence[int]]:
    """Return the distances, and the longest runs, of the weeks up to the last with a session."""
    return [weeks[: _race_week(calendar)] for weeks in weekly_volumes(calendar, runs)]


def _race_week(calendar: Calendar) -> int:
    """Return the last week with a session: one that begins long enough before the race."""
    too_early = calendar.race_day - calendar.days(calendar.weeks)[0] < LAST_SESSION
    return calendar.weeks - too_early if calendar.weeks > 1 else 1


def derive_weeks(
    request: Request,
    days: Sequence[Day],
    runs: RunPlan,
    phase_of: Sequence[Phase],
    *,
    extra: int,
    third: bool,
) -> tuple[Week, ...]:
    """Return the weeks of the calendar.

    Parameters
    ----------
    runs
        The run plan as it was meant: what an illness takes from a week makes it no easier one.
    extra
        Sets that signs add to a week at full volume.
    third
        Whether they add one to the one session for both days.
    """
    calendar = request.calendar
    volumes, _ = weekly_volumes(calendar, runs)
    tuneups = {day.week for day in days if day.kind is RunKind.TUNEUP}
    cutback = phase_rules.cutbacks(*rough_volumes(calendar, runs), tuneups)
    n_base = sum(phase is Phase.BASE for phase in phase_of)
    raced = _raced(calendar, days)
    early = early_weeks(request, days)
    off = missed(days[7 * early : 7 * n_base], request.base_sessions)
    ill = {day.week for day in days if day.ill or day.recovering}
    deloads = phase_rules.deload_weeks(
        n_base, cutback, raced, early, off - ill, off & ill, weeks_back(days)
    )
    easier = raced.union(deloads)
    beside_own = sorted({day.week for day in days[: 7 * n_base] if own_sessions([day])})
    rise = _biggest_rise(volumes[:n_base], cutback, early)
    lost_days = lost(days[7 * early :])
    weeks: list[Week] = []
    for number, phase in enumerate(phase_of, start=1):
        indices = calendar.days(number)
        own = [days[day] for day in indices]
        end = next((week for week in beside_own if week > number), n_base + 1)
        left = len(set(range(number + 1, end)) - easier)
        few = left < FEW_LEFT or number in easier
        begun = number > early
        n_sessions = sessions_of(request, phase, own, weeks, few=few) if begun else 0
        week = Week(
            number=number,
            phase=phase,
            days=tuple(indices),
            n_sessions=n_sessions,
            own=own_sessions(own),
            early=not begun,
            target_sets=0,
            cutback=cutback[number - 1],
            deload=number in deloads,
            tuneup=phase is Phase.BASE and number in raced,
            resumes=_resumes(number, phase, easier),
            away=away(request, own, n_sessions),
            lost=frozenset(lost_days.get(number, ())),
            after_race=any(day.near_race for day in own),
            biggest_rise=number == rise,
            race_week=number == _race_week(calendar),
        )
        weeks.append(week)
    targets = profile.targets(
        weeks,
        request.athlete.experience,
        extra=extra,
        third=third,
        sessions=request.base_sessions,
    )
    return tuple(replace(week, target_sets=sets) for week, sets in zip(weeks, targets, strict=True))


def _raced(calendar: Calendar, days: Sequence[Day]) -> set[int]:
    """Return the weeks of long tune-up races, and those that begin right after one."""
    races = [day.index for day in days if day.far and day.kind is RunKind.TUNEUP]
    return {calendar.week(day) for race in races for day in (race, race + STILL_FELT)}


def _resumes(number: int, phase: Phase, easier: Collection[int]) -> bool:
    """Return whether a base week lies right after two easier ones, at least."""
    here, *before = (week in easier for week in (number, number - 1, number - 2))
    return phase is Phase.BASE and all(before) and not here


def _biggest_rise(volumes: Sequence[int], cutback: Sequence[bool], early: int) -> int | None:
    """Return the base week whose distance grows most, by its number; None if none grows clearly.

    After a cutback it grows from the week before that: to come back is no rise. Rises in the first
    ``early`` weeks are those of weeks without strength.
    """
    if not all(volumes):
        return None
    whole = [week for week in range(len(volumes)) if not cutback[week]]
    rises = {
        week: volumes[week] - volumes[before]
        for before, week in pairwise(whole)
        if week > early and 100 * volumes[week] > (100 + RISE) * volumes[before]
    }
    most = max(rises, key=lambda week: rises[week], default=None)
    return None if most is None else most + 1
