"""Why a week has fewer or smaller sessions than others."""

from __future__ import annotations

from runtall.derivation.weeks import PEAK_KEY_RUNS
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week
from runtall.domain.run_plan import KEY_KINDS, RunKind
from runtall.progression.texts import say

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")


def cause(problem: Problem, number: int) -> str:
    """Return what gives a week less: ``as it has three hard runs``.

    Where it isn't any of these alone, it is all of them together.
    """
    week, start = problem.week(number), problem.days[problem.request.starts]
    days = [problem.days[day] for day in week.days]
    hard = sum(day.kind in KEY_KINDS for day in days)
    most = min(problem.request.peak_sessions[1], problem.request.base_sessions)
    if week.number == problem.first_week and start.index > week.days[0]:
        return say("cause_starts", day=start.label)
    peak = week.phase is Phase.PEAK
    if peak and hard >= PEAK_KEY_RUNS and week.n_sessions < most and not week.own:
        return say("cause_hard_runs", number=NUMBERS[hard])
    if found := _taken(problem, week):
        return say(found)
    raced = any(day.kind is RunKind.TUNEUP for day in days)
    return say("cause_race" if raced else "cause_all")


def _taken(problem: Problem, week: Week) -> str:
    """Return the text that says what takes days from a week whose weekdays usually can."""
    usual = {day.weekday for day in problem.days if day.trainable}
    days = [problem.days[day] for day in week.days]
    lost = [day for day in days if day.option and not day.trainable and day.weekday in usual]
    if not lost or not (week.disturbed or len(lost) == len(usual)):
        return ""
    if any(day.ill or day.recovering for day in lost):
        return "cause_ill"
    if any(not day.free for day in lost):
        return "cause_off"
    if any(day.own or day.near_own for day in lost):
        return "cause_own"
    usual_kit = problem.request.equipment
    away = any(problem.equipment(day.index) != usual_kit for day in lost)
    return "cause_away" if away else "cause_time"
