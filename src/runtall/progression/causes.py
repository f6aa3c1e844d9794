"""Why a week has fewer or smaller sessions than others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain, takewhile

from runtall.derivation.profile import PEAK_SESSION
from runtall.derivation.week_sessions import PEAK_KEY_RUNS
from runtall.domain.after_gaps import begins_after_gap
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.returns import returns, was_ill
from runtall.domain.run_plan import KEY_KINDS, RunKind
from runtall.domain.way_back import BREAK
from runtall.progression.coming_back import back_at
from runtall.progression.nearness import WORKOUT, price
from runtall.progression.texts import say
from runtall.progression.weekdays import usual_weekdays

# Days from the begin of a week to the race where that alone may leave it without a session.
RACE_NEAR = 7
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")


def cause(problem: Problem, plan: Plan, number: int, step: Relaxation | None = None) -> str:
    """Return what gives a week less: ``as it has three hard runs``.

    Where it isn't any of these alone, it is all of them together; empty where another day is free.
    A week on the way back from a gap has fewer sets for it, whatever else takes a session; but from
    its second week on it has both, unless a race is just behind. Hard runs take a session of a peak
    week and no more: what else it gives up, or has less than a peak week before, has other causes.

    Parameters
    ----------
    step
        What it gives up; None for its sessions and sets.
    """
    week, start = problem.week(number), problem.days[problem.request.starts]
    days = [problem.days[day] for day in week.days]
    hard = sum(day.kind in KEY_KINDS for day in days)
    most = min(problem.request.peak_sessions[1], problem.request.base_sessions)
    if week.number == problem.first_week and start.index > week.days[0]:
        return say("cause_starts", day=start.label)
    peak = week.phase is Phase.PEAK
    few = peak and hard >= PEAK_KEY_RUNS and week.n_sessions < most and not week.own
    if few and step is None:
        runs = say("cause_hard_runs", number=NUMBERS[hard])
        return ", and ".join(filter(None, (runs, _smaller(problem, plan, week))))
    if found := _taken(problem, plan, week):
        return say(found)
    raced = week.tuneup and not any(day.kind is RunKind.TUNEUP for day in days)
    if raced and step is Relaxation.SINGLE and not begins_after_gap(problem, plan, number):
        return say("cause_raced")
    found = "" if _is_usual(problem, plan, step) else _coming_back(problem, plan, week)
    if found:
        return found
    if peak and any(w.own and w.number < number for w in problem.phase_weeks(Phase.PEAK)):
        return say("cause_peak_own")
    if any(day.kind is RunKind.TUNEUP for day in days):
        return say("cause_race")
    if peak and days[0].after_race:
        return say("cause_raced")
    if peak and step in {None, Relaxation.SINGLE} and _had_two(problem, plan):
        return say("cause_asked" if most < problem.request.base_sessions else "cause_peak")
    if week.tuneup:
        return say("cause_raced")
    if not plan.in_week(number) and (week.away or days[0].to_race <= RACE_NEAR):
        return say("cause_away" if week.away else "cause_race_near")
    if not _crowded(problem, plan, week, step):
        return ""
    spared = step is Relaxation.SINGLE or peak
    if spared and _is_used_elsewhere(problem, plan, week):
        return say("cause_peak" if peak else "cause_fourth")
    return say("cause_all")


def _crowded(problem: Problem, plan: Plan, week: Week, step: Relaxation | None) -> bool:
    """Return whether all other days of a week are near hard runs or another session.

    In place of a session after speed work one before it is none that is nearer.
    """
    speed = step is Relaxation.SPEED_DAY
    taken = {s.day for s in plan.sessions if not (speed and problem.days[s.day].option == "C")}
    days = [day for day in problem.open_days(week) if day.trainable and day.index not in taken]
    fine = {"", WORKOUT} if speed else {""}
    return not any(day.option != "C" and price(day, taken) in fine for day in days)


def _is_usual(problem: Problem, plan: Plan, step: Relaxation | None) -> bool:
    """Return whether most weeks of base give something up: then no break is why one does."""
    weeks = [week.number for week in problem.phase_weeks(Phase.BASE) if plan.in_week(week.number)]
    return step is not None and 2 * sum(plan.uses(step, number) for number in weeks) > len(weeks)


def _is_used_elsewhere(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether base has a session beside another on a weekday that is free in a week."""
    taken = {session.day for session in plan.sessions}
    free = {day.weekday for day in problem.open_days(week) if day.trainable} - {
        problem.days[day].weekday for day in week.days if day in taken
    }
    others = (w.number for w in problem.phase_weeks(Phase.BASE) if w.number != week.number)
    pairs = (plan.in_week(number) for number in others)
    return any(
        problem.days[session.day].weekday in free
        for pair in pairs
        if len(pair) > 1
        for session in pair
    )


def _had_two(problem: Problem, plan: Plan) -> bool:
    """Return whether base weeks have both sessions: so days near hard runs are no hindrance."""
    weeks = problem.growing_weeks()
    return any({s.kind for s in plan.in_week(w.number)} == set(w.kinds) for w in weeks)


def _smaller(problem: Problem, plan: Plan, week: Week) -> str:
    """Return what makes a peak week small beside its hard runs, if anything does.

    What made a peak week small keeps those after it small. As many sets as one session for two has
    are not small, and a break is named as long as no week has grown since.
    """
    if plan.total(week.number) >= min(PEAK_SESSION):
        return ""
    before = problem.week(week.number - 1)
    alike = before.phase is Phase.PEAK and len(plan.in_week(before.number)) == 1
    if alike and plan.total(before.number) <= plan.total(week.number):
        return _smaller(problem, plan, before)
    taken = _taken(problem, plan, week)
    return _coming_back(problem, plan, week) or (
        say(taken) if taken else _break(problem, plan, week)
    )


def _break(problem: Problem, plan: Plan, week: Week) -> str:
    """Return what the last break was, if no week has grown between it and a week."""
    breaks = (one for one in reversed(returns(problem, plan)) if one.rows > BREAK or one.ill)
    last = next((one for one in breaks if one.week < week.number), None)
    if last is None:
        return ""
    sets = plan.total(last.week)
    if any(plan.total(n) > sets for n in range(last.week + 1, week.number)):
        return ""
    return say("cause_ill" if was_ill(problem, last) else "cause_back")


def _coming_back(problem: Problem, plan: Plan, week: Week) -> str:
    """Return what a week comes back from, where that makes it smaller."""
    backs = (back_at(problem, plan, session.day) for session in plan.in_week(week.number))
    back = next((back for back in backs if back and back.small), None)
    if back is None:
        return ""
    return say("cause_ill" if was_ill(problem, back.found) else "cause_back")


def _taken(problem: Problem, plan: Plan, week: Week) -> str:
    """Return the text that says what takes days from a week on which its sessions usually lie."""
    usual = {day.weekday for day in problem.days if day.trainable}
    days = [problem.days[day] for day in week.days]
    lost = [day for day in days if day.option and not day.trainable and day.weekday in usual]
    missed = not week.lost.isdisjoint(usual_weekdays(problem, plan))
    taken = missed or week.phase is Phase.TAPER or len(lost) == len(usual)
    if not (lost and taken):
        return ""
    # A day on which the first session after a break still waits belongs to the break.
    waits = [_break_before(problem, day, usual) for day in lost if day.waits]
    if any(day.ill or day.recovering for day in (*lost, *chain(*waits))):
        return "cause_ill"
    if any(not day.free for day in lost):
        return "cause_off"
    usual_kit = problem.request.equipment
    if any(problem.equipment(day.index) != usual_kit for day in lost):
        return "cause_away"
    if any(day.trains or day.near_own for day in lost):
        return "cause_own"
    return "cause_back" if any(day.waits for day in lost) else "cause_time"


def _break_before(problem: Problem, day: Day, usual: Collection[str]) -> Iterator[Day]:
    """Yield the days right before a day on which nothing has been possible, the nearest first.

    Only up to usual ones that are off: what lies before those is over.
    """
    closed = takewhile(lambda other: not other.is_open, reversed(problem.days[: day.index]))
    return takewhile(lambda other: other.ill or other.free or other.weekday not in usual, closed)
