"""Each week of the calendar: its phase, its sessions, and what makes it a smaller one."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from runtall.derivation import phases as phase_rules
from runtall.derivation import profile
from runtall.derivation.volume import rough_volumes, weekly_volumes
from runtall.domain.calendar import Calendar
from runtall.domain.phase import Phase
from runtall.domain.problem import Day, Week
from runtall.domain.request import Request
from runtall.domain.run_plan import KEY_KINDS, RunKind, RunPlan

# Options of days on which a plan can start.
GENTLE = ("A", "B")
# Days off in a week from which on it is a break.
MOST_DAYS = 4
# Days from one session to the next, at least.
SPACING = 2
# Days for which a long one is felt: a week that begins within them is a reduced one, too.
STILL_FELT = 2
# From this many key runs on, a peak week takes its fewest sessions.
PEAK_KEY_RUNS = 3
# The run plan's own sessions beside which there is room for none of ours.
ENOUGH = 2
# Growing weeks of ours alone after one, so few that nothing new comes in it.
FEW_LEFT = 2
# More than this percentage is a rise of the run plan to which strength adds nothing.
RISE = 10
# Days that the last session keeps from the race, at least.
LAST_SESSION = 4


def phases_of(request: Request, runs: RunPlan) -> tuple[Phase, ...]:
    """Return the phase of each week: as asked for, or as the run plan's distances tell."""
    calendar = request.calendar
    if request.phases:
        peak, taper = request.phases
    else:
        last = _race_week(calendar)
        volumes, longest = weekly_volumes(calendar, runs)
        peak, taper = phase_rules.detect_lengths(volumes[:last], longest[:last])
        taper += calendar.weeks - last
    return phase_rules.phases(calendar.weeks, peak, max(1, taper))


def phases_are_guessed(request: Request) -> bool:
    """Return whether nothing tells where the peak begins, neither the runner nor distances."""
    last = _race_week(request.calendar)
    volumes, longest = weekly_volumes(request.calendar, request.runs)
    return not request.phases and not phase_rules.tells_peak(volumes[:last], longest[:last])


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
    early = _early_weeks(request, days)
    missed = _missed(days[7 * early : 7 * n_base], request.base_sessions)
    ill = {day.week for day in days if day.ill or day.recovering}
    deloads = phase_rules.deload_weeks(
        n_base, cutback, raced, early, missed - ill, missed & ill, weeks_back(days)
    )
    easier = raced.union(deloads)
    beside_own = [w for w in range(1, n_base + 1) if _own([days[d] for d in calendar.days(w)])]
    rise = _biggest_rise(volumes[:n_base], cutback, early)
    lost = _lost(days[7 * early :])
    weeks: list[Week] = []
    for number, phase in enumerate(phase_of, start=1):
        indices = calendar.days(number)
        own = [days[day] for day in indices]
        n_sessions = 0 if number <= early else _n_sessions(request, phase, own)
        if phase is Phase.PEAK and any(w.own and w.phase is phase for w in weeks):
            # Nothing grows in the peak: no second one of ours where one of the runner's own was.
            n_sessions = min(n_sessions, 1)
        end = next((week for week in beside_own if week > number), n_base + 1)
        left = len(set(range(number + 1, end)) - easier)
        few = left < FEW_LEFT or number in easier
        if phase is not Phase.TAPER and few and _only_beside_own(weeks):
            # Nothing new comes in an easier week, nor shortly before the peak or before the
            # runner's own come again: where one of ours was enough, it stays.
            n_sessions = min(n_sessions, 1)
        week = Week(
            number=number,
            phase=phase,
            days=tuple(indices),
            n_sessions=n_sessions,
            own=_own(own),
            early=number <= early,
            target_sets=0,
            cutback=cutback[number - 1],
            deload=number in deloads,
            tuneup=phase is Phase.BASE and number in raced,
            resumes=_resumes(number, phase, easier),
            away=_away(request, own, n_sessions),
            lost=frozenset(lost.get(number, ())),
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


def weeks_back(days: Sequence[Day]) -> set[int]:
    """Return the weeks of the first days after an illness on which a session is right."""
    ends = [day.index for day, after in itertools.pairwise(days) if day.ill and not after.ill]
    right = (
        next((d for d in days[end:] if d.trainable and d.is_open and d.option in GENTLE), None)
        for end in ends
    )
    return {day.week for day in right if day}


def _only_beside_own(weeks: Sequence[Week]) -> bool:
    """Return whether ours were never two a week, for sessions of the runner's own."""
    return any(week.own for week in weeks) and all(week.n_sessions < ENOUGH for week in weeks)


def _raced(calendar: Calendar, days: Sequence[Day]) -> set[int]:
    """Return the weeks of long tune-up races, and those that begin right after one."""
    races = [day.index for day in days if day.far and day.kind is RunKind.TUNEUP]
    return {calendar.week(day) for race in races for day in (race, race + STILL_FELT)}


def _resumes(number: int, phase: Phase, easier: Collection[int]) -> bool:
    """Return whether a base week lies right after two easier ones, at least."""
    here, *before = (week in easier for week in (number, number - 1, number - 2))
    return phase is Phase.BASE and all(before) and not here


def _early_weeks(request: Request, days: Sequence[Day]) -> int:
    """Return the weeks before the plan starts: with a day for a first session it has begun.

    That is an easy day or one without a run, and not the eve of a long run; where the week is a
    whole one, it counts however its days are.
    """
    early = request.starts // 7
    rest = days[request.starts : 7 * (early + 1)]
    good = any(d.trainable and d.option in GENTLE and not d.eve_of_long_run for d in rest)
    has_begun = good or len(rest) == len(request.calendar.days(1))
    return early if has_begun or early + 1 == request.calendar.weeks else early + 1


def _away(request: Request, days: Sequence[Day], n_sessions: int) -> bool:
    """Return whether days with other equipment leave no room for its sessions on good days.

    Good ones aren't beside a long run. Where these have no room for the sessions anywhere, others
    do.
    """
    possible = [day for day in days if day.is_open]
    gentle = [day for day in possible if day.option in GENTLE and not day.eve_of_long_run]
    best = [day for day in gentle if not day.beside_long_run]
    good = next((some for some in (best, gentle) if _has_room(some, n_sessions)), possible)
    usual = [day for day in good if day.items == request.equipment.items]
    return _has_room(good, n_sessions) and not _has_room(usual, n_sessions)


def _has_room(days: Sequence[Day], n_sessions: int) -> bool:
    """Return whether days of a week are enough for its sessions, and far enough apart."""
    apart = (n_sessions - 1) * SPACING
    return not n_sessions or (bool(days) and days[-1].index - days[0].index >= apart)


def _missed(days: Sequence[Day], sessions: int) -> set[int]:
    """Return weeks that are a break: most of their days are off, or none can have a session.

    Weekdays that are off in most weeks are none of a break, nor are weeks with a session of the
    runner's own, or with good days for all sessions.
    """
    weeks = {day.week for day in days}
    own = {day.week for day in days if day.own or day.near_own}
    closed = [day for day in days if not day.free or day.recovering]
    usual = Counter(day.weekday for day in closed)
    off = Counter(day.week for day in closed if 2 * usual[day.weekday] <= len(weeks))
    good: dict[int, list[int]] = {}
    for day in days:
        if day.trainable and day.option in GENTLE and not day.eve_of_long_run:
            good.setdefault(day.week, []).append(day.index)
    whole = {w for w, of in good.items() if sessions == 1 or of[-1] - of[0] >= SPACING}
    few = {week for week in weeks if off[week] >= MOST_DAYS} - own - whole
    return few | weeks - own - {day.week for day in days if day.trainable}


def _lost(days: Sequence[Day]) -> Mapping[int, set[str]]:
    """Return by week the weekdays before the taper that can't have a session but usually can."""
    possible = [
        day
        for day in days
        if day.option and day.phase is not Phase.TAPER and not day.own and not day.near_own
    ]
    score = Counter[str]()
    for day in possible:
        score[day.weekday] += 1 if day.trainable else -1
    # The eve of a long run that waits after an illness could have held little.
    closed = (d for d in possible if not (d.trainable or (d.waits and d.eve_of_long_run)))
    lost = defaultdict[int, set[str]](set)
    for day in closed:
        if score[day.weekday] > 0:
            lost[day.week].add(day.weekday)
    return lost


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
        for before, week in itertools.pairwise(whole)
        if week > early and 100 * volumes[week] > (100 + RISE) * volumes[before]
    }
    most = max(rises, key=lambda week: rises[week], default=None)
    return None if most is None else most + 1


def _own(days: Sequence[Day]) -> int:
    """Return the run plan's own sessions for the upper body."""
    return sum(session.counts for day in days for session in day.own)


def _n_sessions(request: Request, phase: Phase, days: Sequence[Day]) -> int:
    """Return the sessions of a week; beside an own one there is one, if it has a good day."""
    usual = _usual_sessions(request, phase, days)
    if not (own := _own(days)):
        return usual
    near_race = phase is Phase.TAPER or days[0].to_race < len(days)
    has_day = any(day.trainable and not day.eve_of_long_run for day in days)
    return min(usual, 1) if own < ENOUGH and has_day and not near_race else 0


def _usual_sessions(request: Request, phase: Phase, days: Sequence[Day]) -> int:
    if days[0].to_race < LAST_SESSION:
        # A race early in its week: the last session belongs to the week before.
        return 0
    if phase is Phase.BASE:
        return request.base_sessions
    if phase is Phase.TAPER:
        return request.taper_sessions
    fewest, most = request.peak_sessions
    key_runs = sum(day.kind in KEY_KINDS for day in days)
    # Without D1 and D2 in base weeks they would be new in the peak.
    return min(fewest if key_runs >= PEAK_KEY_RUNS else most, request.base_sessions)
