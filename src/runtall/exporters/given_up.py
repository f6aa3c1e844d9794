"""What a plan gave up, in one line for each cause."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import WORDS, Relaxation, in_phase
from runtall.errors.words import weeks_words
from runtall.progression.causes import cause
from runtall.progression.mobility import in_week, lacks_time, wanted
from runtall.progression.texts import say
from runtall.progression.why_today import one_session_peak, share_of_base, steps_of

TIMES = {1: "once", 2: "twice"}


def given_up(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield lines such as ``week 6: no strength session, as days are off``."""
    told: dict[tuple[str, str], list[int]] = {}
    single = [w.number for w in problem.weeks if one_session_peak(problem, plan, w.number)]
    for week in problem.planned_weeks:
        if week.own == 1 and week.disturbed and not week.n_sessions:
            why = cause(problem, plan, week.number)
            key = say("no_session_beside_own"), "" if why == say("cause_own") else why
            told.setdefault(key, []).append(week.number)
    for week in problem.after_own:
        key = in_phase(Relaxation.SINGLE, week.phase), say("cause_after_own")
        told.setdefault(key, []).append(week.number)
    for step in WORDS:
        for week in problem.weeks:
            told_below = step is Relaxation.SINGLE and week.number in single
            if step in steps_of(problem, plan, week.number) and not told_below:
                why = cause(problem, plan, week.number, step)
                told.setdefault((in_phase(step, week.phase), why), []).append(week.number)
    alike: dict[tuple[tuple[int, ...], str], list[str]] = {}
    for (words, why), weeks in sorted(told.items(), key=lambda item: item[1][0]):
        alike.setdefault((tuple(weeks), why), []).append(words)
    for (numbers, why), every in alike.items():
        yield f"{weeks_words(numbers)}: {', '.join(filter(None, ('; '.join(every), why)))}"
    shares: dict[tuple[str, str], list[int]] = {}
    for number in single:
        key = share_of_base(problem, plan, number), cause(problem, plan, number)
        shares.setdefault(key, []).append(number)
    for (share, why), weeks in shares.items():
        totals = sorted({plan.total(number) for number in weeks})
        sets = "-".join(f"{total}" for total in dict.fromkeys((totals[0], totals[-1])))
        words = f"{weeks_words(weeks)}: one session, {sets} sets, {share} of a base week"
        yield ", ".join(filter(None, (words, why)))
    yield from _less_mobility(problem, plan)


def _less_mobility(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield the weeks with less mobility than wanted, where sessions take the time for it."""
    told: dict[tuple[int, int], list[int]] = {}
    for week in problem.weeks:
        if lacks_time(problem, plan, week):
            key = in_week(problem, plan, week, set(plan.mobility)), wanted(problem, week)
            told.setdefault(key, []).append(week.number)
    for (done, asked), weeks in told.items():
        words = f"mobility {_times(done)} instead of {_times(asked)}" if done else "no mobility"
        yield f"{weeks_words(weeks)}: {words}, {say('cause_time')}"


def _times(number: int) -> str:
    return TIMES.get(number, f"{number} times")
