"""The sets that a week aims at, with the days that a plan has chosen for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from runtall.derivation.breaks import GENTLE
from runtall.derivation.profile import PEAK_SESSION
from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.memo import kept_by_problem
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.progression.short_template import ROWS, full_sets, short_templates

# Most sets of one of two sessions on the day after a long race: about 60 % of a full one.
AFTER_RACE = 8


def target_sets(problem: Problem, plan: Plan, week: Week) -> int:
    """Return the target of a week less what its short days have no room for.

    A growing week loses only what its templates, without the sets that they have to spare, can't
    hold; an easier week of base the same share of its target, and a peak week the share that they
    can't hold of the templates. Without its push day it is half; a peak week that gives up one
    of two sessions aims at a whole one.
    """
    lost = lost_sets(problem, week)
    sessions = plan.in_week(week.number)
    less = sum(lost.get((session.day, session.kind), 0) for session in sessions)
    cut_short = plan.uses(Relaxation.CUT_SHORT, week.number)
    less = max(0, less - spare_sets(problem, week)) + cut_short * (week.target_sets // 2)
    return week.target_sets - less - plan.uses(Relaxation.SINGLE, week.number) * beyond_one(week)


def beyond_one(week: Week) -> int:
    """Return the sets that a peak week's target has beyond those of one session for two."""
    return max(0, week.target_sets - PEAK_SESSION[0]) if week.phase is Phase.PEAK else 0


def spare_sets(problem: Problem, week: Week) -> int:
    """Return the sets that a week's templates have above its target, or its share of them."""
    whole = _whole(problem, week)
    return -(-week.target_sets * max(0, template_sets(problem, week) - whole) // whole)


def lost_sets(problem: Problem, week: Week) -> Mapping[tuple[int, SessionKind], int]:
    """Return the sets that a session of a kind on a short day takes from the week's target.

    In a peak week what is left of it has a set of each exercise that the day has room for, and two
    of rows and of what a sign asks for that shows often. Of what a session lacks on the day after a
    long race one before it has half, and one that follows in the seven days after it none.
    """
    return _lost_sets(problem, week.number)


@kept_by_problem
def _lost_sets(problem: Problem, number: int) -> Mapping[tuple[int, SessionKind], int]:
    week = problem.week(number)
    if week.phase is Phase.TAPER:
        return {}
    found, share = {}, week.target_sets / _whole(problem, week)
    for (day, kind), best in short_templates(problem, number).items():
        full = sum(full_sets(problem, slot) for slot in problem.slots[kind])
        lost = round(share * (full - sum(best)))
        if week.phase is Phase.PEAK and kind in week.kinds:
            kept = sum(map(min, best, (_kept(problem, slot) for slot in problem.slots[kind])))
            lost = max(0, min(lost, round(share * full) - kept))
        found[day, kind] = lost
    for key in after_race(problem, week):
        lacking = max(0, (week.target_sets + 1) // 2 - AFTER_RACE)
        if key[0] > week.days[0]:
            lacking //= 2
        elif lacking:
            # No more than 30 % of the week before goes; what templates have to spare is no room.
            lacking = min(lacking, week.target_sets // 11) + spare_sets(problem, week)
        found[key] = max(lacking, found.get(key, 0))
    return found


def after_race(problem: Problem, week: Week) -> set[tuple[int, SessionKind]]:
    """Return the days after long races with each of two sessions; one for both is no full one."""
    days = [day for day in week.days if problem.days[day].after_long_race]
    return {(day, kind) for day in days for kind in week.kinds if len(week.kinds) > 1}


def _kept(problem: Problem, slot: Slot) -> int:
    """Return the sets of a slot that no easier week takes."""
    focus = problem.focus.get(slot.name)
    return 2 if slot.name in ROWS or (focus and focus.often) else 1


def _whole(problem: Problem, week: Week) -> int:
    """Return the sets that a week's target is a share of.

    A growing week's own, in other base weeks those of the last growing week with as many sessions,
    else all templates.
    """
    if week.phase is Phase.BASE:
        for other in reversed(problem.growing_weeks()):
            alike = other.number <= week.number and other.n_sessions == week.n_sessions
            if alike and other.target_sets:
                return other.target_sets
    return max(1, template_sets(problem, week), week.target_sets)


def least_lost(problem: Problem, week: Week) -> int:
    """Return the fewest sets that the days of a week can take from its target."""
    lost, days = lost_sets(problem, week), right_days(problem, week)
    return sum(
        min((lost.get((day.index, kind), 0) for day in days), default=0) for kind in week.kinds
    )


def right_days(problem: Problem, week: Week) -> Sequence[Day]:
    """Return the days on which a whole session is right: no eve of a long run, nor after a workout.

    Where there are none, they are all days that can have a session.
    """
    days = problem.open_days(week)
    return [day for day in days if day.option in GENTLE and not day.eve_of_long_run] or days


def template_sets(problem: Problem, week: Week) -> int:
    """Return the sets of all templates of a week, with what the signs add."""
    return sum(full_sets(problem, slot) for kind in week.kinds for slot in problem.slots[kind])
