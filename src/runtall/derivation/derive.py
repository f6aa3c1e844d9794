"""From what the runner asks for to the problem that is solved: every fact the rules need."""

from __future__ import annotations

from runtall.derivation import profile
from runtall.derivation.days import derive_days, with_time
from runtall.derivation.focus import (
    extra_sets,
    focus_of,
    with_light_carries,
    with_spared_presses,
    with_third_sets,
)
from runtall.derivation.least_time import least_times
from runtall.derivation.long_runs import with_long_runs
from runtall.derivation.meant import meant
from runtall.derivation.slots import derive_slots
from runtall.derivation.waiting import with_needed, with_waiting
from runtall.derivation.weeks import derive_weeks, phases_of
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.mobility import mobility_minutes
from runtall.domain.problem import Problem
from runtall.domain.request import Access, Request
from runtall.domain.run_plan import RunPlan

# From this cap on, no slot of a template is left out.
COMFORTABLE_MINUTES = 30
# Below this cap, sessions have but a handful of sets.
TINY_MINUTES = 20
USUAL_MOBILITY = 2
MORE_MOBILITY = 3


def derive(request: Request) -> Problem:
    """Derive the problem of a request.

    Returns
    -------
    Problem
        With phases, long runs, cutback and deload weeks, weekly targets and what may fill
        each slot worked out.
    """
    before, runs = _with_long_runs(request)
    _, planned = _with_long_runs(meant(request))
    phase_of = phases_of(request, planned)
    access = request.access or (Access(),) * request.calendar.n_days
    days = tuple(derive_days(request, before, runs, phase_of, access))
    slots = derive_slots(request, days)
    least_s = least_times(slots, 60 * mobility_minutes(request.athlete))
    days = with_needed(request, [with_time(day, least_s) for day in days])
    days = tuple(with_waiting(request, days))
    focus = focus_of(request.athlete, slots)
    slots = with_spared_presses(with_third_sets(slots, focus), request.athlete)
    slots = with_light_carries(slots, request.athlete)
    extra = extra_sets(focus, slots, request.athlete)
    third = any(focus[s.name].extra for s in slots[SessionKind.MERGED] if s.name in focus)
    weeks = derive_weeks(request, days, planned, phase_of, extra=extra, third=third)
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
        first_sets=profile.first_sets(request.athlete.experience, request.base_sessions),
        optional_slots=speed_fix or min(caps, default=0) < 60 * COMFORTABLE_MINUTES,
        tiny_sessions=min(caps, default=0) < 60 * TINY_MINUTES,
        least_s=least_s,
    )


def _with_long_runs(request: Request) -> tuple[RunPlan, RunPlan]:
    """Return the runs of the days just before week 1, and all others, long ones called so."""
    every = with_long_runs((*request.before, *request.runs))
    return every[: len(request.before)], every[len(request.before) :]


def _mobility_target(request: Request) -> int:
    """Return add-ons a week: three instead of the usual two where a sign asks for mobility."""
    wanted = request.mobility_per_week
    asked = any(sign.mobility for sign in request.athlete.shown)
    return MORE_MOBILITY if asked and wanted == USUAL_MOBILITY else wanted
