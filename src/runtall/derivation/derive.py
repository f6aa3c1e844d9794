"""From what the runner asks for to the problem that is solved: every fact the rules need."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from types import MappingProxyType

from runtall.derivation import phases as phase_rules
from runtall.derivation import profile
from runtall.derivation.first_guess import possible
from runtall.derivation.focus import focus_of, with_third_sets
from runtall.derivation.least_time import least_times
from runtall.derivation.long_runs import with_long_runs
from runtall.derivation.volume import weekly_volumes
from runtall.domain.calendar import Calendar
from runtall.domain.clock import existing
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import HEAVY_KINDS, LIGHT_KINDS, Pattern, SessionKind, Slot
from runtall.domain.library import exercises, records, templates
from runtall.domain.mobility import mobility_minutes
from runtall.domain.own_strength import OwnSession
from runtall.domain.phase import Phase
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.request import Access, Request
from runtall.domain.run_plan import (
    EASY_KINDS,
    KEY_KINDS,
    NOT_RUNNING,
    Run,
    RunKind,
    RunPlan,
    hardest,
    minute_of,
)

# Cap of a session on a day without a run.
UNRUN_MINUTES = 30
# The guide's option for a day by its kind of run; empty: no session.
OPTIONS = {RunKind(row["kind"]): row["option"] for row in records("run_kinds.csv")}
# Options of days on which a plan can start.
GENTLE = ("A", "B")
# Days after a tune-up race in which nothing grows.
AFTER_RACE = 7
# Days for which a long one is felt: a week that begins within them is a reduced one, too.
STILL_FELT = 2
# From this cap on, no slot of a template is left out.
COMFORTABLE_MINUTES = 30
# Below this cap, sessions have but a handful of sets.
TINY_MINUTES = 20


def derive(request: Request) -> Problem:
    """Derive the problem of a request.

    Returns
    -------
    Problem
        With phases, long runs, cutback and deload weeks, weekly targets and what may fill
        each slot worked out.
    """
    every = with_long_runs((*request.before, *request.runs))
    before, runs = every[: len(request.before)], every[len(request.before) :]
    phase_of = _phases(request, runs)
    access = request.access or (Access(),) * request.calendar.n_days
    days = tuple(_days(request, before, runs, phase_of, access))
    slots = _slots(request, days)
    least_s = least_times(slots, 60 * mobility_minutes(request.athlete))
    days = tuple(_with_time(day, least_s) for day in days)
    focus = focus_of(request.athlete, slots)
    slots = with_third_sets(slots, focus)
    weeks = _weeks(request, days, phase_of, sum(asked.extra for asked in focus.values()))
    caps = [day.cap_s for day in days if day.free and day.option]
    speed = {(d.weekday, week) for d in days if d.option == "C" for week in (None, d.week)}
    speed_fix = any((fix.weekday, fix.week) in speed for fix in request.fixes)
    return Problem(
        request=request,
        days=days,
        weeks=weeks,
        slots=slots,
        exercises=exercises(),
        focus=focus,
        mobility_target=_mobility_target(request),
        first_sets=profile.first_sets(request.athlete.experience) * request.base_sessions // 2,
        optional_slots=speed_fix or min(caps, default=0) < 60 * COMFORTABLE_MINUTES,
        tiny_sessions=min(caps, default=0) < 60 * TINY_MINUTES,
        least_s=least_s,
    )


def _phases(request: Request, runs: RunPlan) -> tuple[Phase, ...]:
    calendar = request.calendar
    if request.phases:
        peak, taper = request.phases
    else:
        last = _race_week(calendar)
        volumes, longest = weekly_volumes(calendar, runs)
        peak, taper = phase_rules.detect_lengths(volumes[:last], longest[:last])
        taper += calendar.weeks - last
    return phase_rules.phases(calendar.weeks, peak, max(1, taper))


def _race_week(calendar: Calendar) -> int:
    """Return the last week with a session: one that begins long enough before the race."""
    too_early = calendar.race_day - calendar.days(calendar.weeks)[0] < LAST_SESSION
    return calendar.weeks - too_early if calendar.weeks > 1 else 1


def _later(moment: time, minutes: int) -> time | None:
    """Return the time so many minutes later, or None past midnight."""
    end = datetime(2000, 1, 1, moment.hour, moment.minute) + timedelta(minutes=minutes)
    return end.time() if end.day == 1 else None


def _start_and_cap(
    request: Request, access: Access, runs: tuple[Run, ...], option: str, day: date
) -> tuple[time | None, int, bool]:
    """Return start, longest session in seconds, and whether it can follow the day's last run."""
    cap = min(request.minutes, access.minutes or request.minutes)
    if option == "B" or any(run.optional for run in runs):
        cap = min(cap, UNRUN_MINUTES)
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
        cap = min(cap, max(0, room))
        in_order = in_order and room > 0
    if len([run for run in runs if run.kind not in NOT_RUNNING]) > 1:
        # Of two runs on a day the lift may only follow an easy second one.
        last = max(runs, key=lambda run: run.at or time.min)
        final = last if last.at else runs[-1]
        in_order = in_order and final.kind in EASY_KINDS
    return start, 60 * cap, in_order


def _near_own(own: tuple[tuple[OwnSession, ...], ...], day: int) -> str:
    """Return the title of an own session for the upper body on a day before or after."""
    near = own[max(0, day - 1) : day] + own[day + 1 : day + 2]
    return next((s.title for of_day in near for s in of_day if s.counts), "")


def _distance_to(days: Iterable[int], day: int) -> int | None:
    return min((other - day for other in days if other > day), default=None)


def _days(
    request: Request,
    before: RunPlan,
    runs: RunPlan,
    phase_of: Sequence[Phase],
    access: Sequence[Access],
) -> Iterator[Day]:
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
        start, cap_s, in_order = _start_and_cap(
            request, access[day], runs[day], option, calendar.date(day)
        )
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
            free=access[day].free and day >= request.starts,
            ill=bool(access[day].ill),
            early=day < request.starts,
            trainable=bool(option and not own[day] and not near_own(day))
            and day >= request.starts
            and _trainable(access[day], possible_with),
            cap_s=cap_s,
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
            since_long=min((day - other for other in far if other < day), default=None),
            to_tuneup=_distance_to(tuneups, day),
            after_race=any(0 < day - other <= AFTER_RACE for other in tuneups),
            before_race=any(day < other and calendar.week(other) == week for other in tuneups),
            to_race=race - day,
        )


def possible_exercises(request: Request, equipment: Equipment) -> frozenset[str]:
    """Return the exercises that some equipment allows the runner."""
    library = exercises().items()
    return frozenset(key for key, e in library if possible(e, equipment, request.athlete))


def _with_time(day: Day, least_s: Mapping[tuple[Phase, SessionKind], int]) -> Day:
    """Return the day, not trainable if no session of its phase is short enough for it."""
    kinds = LIGHT_KINDS if day.phase is Phase.TAPER else HEAVY_KINDS
    enough = day.cap_s >= min(least_s[day.phase, kind] for kind in kinds)
    return replace(day, trainable=day.trainable and enough)


def _trainable(access: Access, possible_with: Callable[[Equipment], Set[str]]) -> bool:
    """Return whether a day off or away still has something for every pattern."""
    if not access.free:
        return False
    if access.equipment is None:
        return True
    done = [exercises()[key] for key in possible_with(access.equipment)]
    return {exercise.pattern for exercise in done if exercise.working} >= set(Pattern)


def _weeks(
    request: Request, days: Sequence[Day], phase_of: Sequence[Phase], extra: int
) -> tuple[Week, ...]:
    calendar = request.calendar
    volumes, _ = weekly_volumes(calendar, [day.runs for day in days])
    cutback = phase_rules.cutbacks(volumes)
    n_base = sum(phase is Phase.BASE for phase in phase_of)
    raced = _raced(calendar, days)
    early = _early_weeks(request, days)
    missed = _missed(days[7 * early : 7 * n_base])
    deloads = phase_rules.deload_weeks(n_base, cutback, raced, early, missed)
    rise = _biggest_rise(volumes[:n_base], early)
    disturbed = _disturbed(days[7 * early :])
    weeks = []
    for number, phase in enumerate(phase_of, start=1):
        indices = calendar.days(number)
        own = [days[day] for day in indices]
        n_sessions = 0 if number <= early else _n_sessions(request, phase, own)
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
            away=_away(request, own, n_sessions),
            disturbed=number in disturbed,
            after_race=any(day.near_race for day in own),
            biggest_rise=number == rise,
            race_week=number == _race_week(calendar),
        )
        weeks.append(week)
    athlete = request.athlete
    targets = profile.targets(weeks, athlete.experience, extra=extra)
    return tuple(replace(week, target_sets=sets) for week, sets in zip(weeks, targets, strict=True))


def _raced(calendar: Calendar, days: Sequence[Day]) -> set[int]:
    """Return the weeks of long tune-up races, and those that begin right after one."""
    races = [day.index for day in days if day.far and day.kind is RunKind.TUNEUP]
    return {calendar.week(day) for race in races for day in (race, race + STILL_FELT)}


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
    """Return whether days with other equipment leave too few with the usual one."""
    usual = [day.items == request.equipment.items for day in days if day.is_open]
    return sum(usual) < min(n_sessions, len(usual))


def _missed(days: Sequence[Day]) -> set[int]:
    """Return weeks in which no day can have a session, nor has one of the runner's own."""
    trained = {day.week for day in days if day.trainable or day.own or day.near_own}
    return {day.week for day in days} - trained


def _disturbed(days: Sequence[Day]) -> set[int]:
    """Return weeks before the taper with a day without a session whose weekday usually can."""
    possible = [
        day
        for day in days
        if day.option and day.phase is not Phase.TAPER and not day.own and not day.near_own
    ]
    score = Counter[str]()
    for day in possible:
        score[day.weekday] += 1 if day.trainable else -1
    return {day.week for day in possible if not day.trainable and score[day.weekday] > 0}


def _biggest_rise(volumes: Sequence[int], early: int) -> int | None:
    """Return the base week whose distance grows most, by its number; None without distances.

    Rises in the first ``early`` weeks are those of weeks without strength.
    """
    if len(volumes) < 2 or not all(volumes):
        return None
    rises = [after - before for before, after in itertools.pairwise(volumes)][early:]
    return rises.index(max(rises)) + early + 2 if max(rises, default=0) > 0 else None


# From this many key runs on, a peak week takes its fewest sessions.
PEAK_KEY_RUNS = 3


# The run plan's own sessions beside which there is room for none of ours.
ENOUGH = 2


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


# Days that the last session keeps from the race, at least.
LAST_SESSION = 4


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


def _slots(request: Request, days: Sequence[Day]) -> Mapping[SessionKind, tuple[Slot, ...]]:
    """Cut each slot's alternatives down to what the solver may choose from.

    The usual equipment gives each slot its exercise; each other place adds what fills the slot
    there. No exercise serves two slots of a session. A slot that nothing can fill falls away,
    unless its whole pattern would: then it keeps them all, for the rules to forbid by name.
    """
    places = [possible_exercises(request, request.equipment)]
    places += sorted({day.possible for day in days if day.is_open} - set(places), key=sorted)
    cut = {
        kind: list(zip(template.slots, _alternatives(request, template.slots, places), strict=True))
        for kind, template in templates().items()
    }
    both = (*cut[SessionKind.D1], *cut[SessionKind.D2])
    trained = {slot.pattern for slot, keys in both if keys}
    kept = {
        kind: tuple(
            replace(slot, alternatives=keys or slot.alternatives)
            for slot, keys in slots
            if keys or slot.pattern not in trained
        )
        for kind, slots in cut.items()
    }
    return MappingProxyType(kept)


def _alternatives(
    request: Request, slots: tuple[Slot, ...], places: Sequence[frozenset[str]]
) -> list[tuple[str, ...]]:
    """Return the exercises for each slot: the usual one, then one for each other place."""
    found: list[tuple[str, ...]] = [()] * len(slots)
    taken: set[str] = set()
    for possible_here in places:
        for index, slot in enumerate(slots):
            if possible_here & set(found[index]):
                continue
            for key in _wanted(request, slot):
                if key not in taken and key in possible_here:
                    found[index] += (key,)
                    taken.add(key)
                    break
    return found


def _wanted(request: Request, slot: Slot) -> list[str]:
    """Return the slot's alternatives, what the runner prefers first, without what is ruled out."""
    never = request.avoid | request.athlete.hurting
    asked = [sign.exercise for sign in request.athlete.shown if slot.name == sign.instead_of]
    preferred = [key for key in (*request.prefer, *asked) if key in slot.alternatives]
    return [key for key in dict.fromkeys([*preferred, *slot.alternatives]) if key not in never]


USUAL_MOBILITY = 2
MORE_MOBILITY = 3


def _mobility_target(request: Request) -> int:
    """Return add-ons a week: three instead of the usual two where a sign asks for mobility."""
    wanted = request.mobility_per_week
    asked = any(sign.mobility for sign in request.athlete.shown)
    return MORE_MOBILITY if asked and wanted == USUAL_MOBILITY else wanted
