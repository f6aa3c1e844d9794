"""Why an exercise doesn't grow in a week."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from runtall.domain.athlete import Experience
from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Exercise, Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.way_back import BREAK
from runtall.progression.exposures.exposure import Exposure, Hold

# After more days without it at full an exercise first comes back to what was done then.
OLD_DAYS = 21
# After more days without it an exercise comes back easier, though others were done meanwhile.
LAPSED_DAYS = 14


def holding(
    problem: Problem, plan: Plan, earlier: Sequence[Exposure], now: Exposure
) -> Iterator[Hold]:
    """Yield what forbids growth: a race, a workout, an easier week, a gap, or too few pulls.

    A new lifter's second week repeats the first in dumbbell presses, carries and core.
    """
    exercise, week = problem.exercises[now.entry.exercise], problem.week(now.day.week)
    number = week.number
    if now.day.after_race:
        yield Hold.AFTER_RACE
    if now.day.before_race:
        yield Hold.BEFORE_RACE
    if week.cutback:
        yield Hold.CUTBACK
    if week.resumes:
        yield Hold.RESUMING
    if now.back or after_missed(problem, plan, number):
        yield Hold.COMING_BACK
    if after_speed(problem, now.day):
        yield Hold.AFTER_SPEED
    if _learns_slowly(exercise) and _second_week(problem, number):
        yield Hold.SECOND_WEEK
    if exercise.pattern is Pattern.PUSH and pulls_fall(problem, plan, number):
        yield Hold.FEWER_PULLS
    if _back_to_before(earlier, now.day.index):
        yield Hold.COMING_BACK
    if earlier and now.day.index - earlier[-1].day.index > LAPSED_DAYS:
        # The runner's own sessions kept it going, whatever they were.
        yield Hold.OWN


def _back_to_before(earlier: Sequence[Exposure], day: int) -> bool:
    """Return whether an exercise counts again for the first time after a gap or weeks without it.

    It comes back to what was done before, and grows from there. Who kept running grows at once, and
    so does who was ill for a few days: the week of the first session was enough, unless what was
    done at full lies more than three weeks back.
    """
    eased = False
    for one in reversed(earlier):
        if one.counts:
            return eased and day - one.day.index > OLD_DAYS
        eased |= one.back is not None
        if one.lapsed or (one.back and one.back.found.ill and one.back.found.rows > BREAK):
            return True
    return False


def after_speed(problem: Problem, day: Day) -> bool:
    """Return whether a session has to follow a speed workout in a week that lacks its usual days.

    Where it does so in most weeks, it grows as any other; so it does before an illness, which
    nobody knew of.
    """
    week = problem.week(day.week)
    return day.option == "C" and week.disturbed and day.index not in problem.before_illness(week)


def after_missed(problem: Problem, plan: Plan, week: int) -> bool:
    """Return whether the week before had no strength: no session of ours, none of the runner's."""
    own = any(day.trains for day in problem.days if day.week == week - 1)
    return not (own or plan.in_week(week - 1))


def spared(problem: Problem, exercise: Exercise, hurting: Collection[str] | None = None) -> bool:
    """Return whether an exercise is a press while another press hurts, of those or of all."""
    keys = problem.request.athlete.hurting if hurting is None else hurting
    presses = (problem.exercises.get(key) for key in keys)
    hurts = any(press is not None and press.pattern is Pattern.PUSH for press in presses)
    return exercise.pattern is Pattern.PUSH and hurts


def _learns_slowly(exercise: Exercise) -> bool:
    """Return whether an exercise is a dumbbell press, a carry or one for the core."""
    dumbbells = any("dumbbell_pair" in need for need in exercise.needs)
    press = exercise.pattern is Pattern.PUSH and dumbbells
    return press or exercise.pattern in {Pattern.CARRY, Pattern.CORE}


def _second_week(problem: Problem, week: int) -> bool:
    """Return whether it is the second week of a new lifter."""
    new = problem.request.athlete.experience is Experience.NEW
    return new and [w.number for w in problem.growing_weeks()[1:2]] == [week]


def pulls_fall(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week has fewer pull sets than the last one before that was not reduced.

    Those of light sessions count in neither: they train nothing.
    """
    heavy = Plan(tuple(session for session in plan.sessions if session.kind.heavy))
    earlier = [week.number for week in problem.weeks[: number - 1] if not week.reduced]
    pulls = [pattern_sets(problem, heavy, week, Pattern.PULL) for week in (number, *earlier[-1:])]
    return pulls[0] < pulls[-1]
