"""What a plan gave up, in one line for each cause."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import WORDS, Relaxation, in_phase
from runtall.domain.stand_in import lacking_patterns
from runtall.errors.words import gathered, weeks_words
from runtall.progression.causes import cause
from runtall.progression.mobility import in_week, lacks_time, wanted
from runtall.progression.sign_words import unserved
from runtall.progression.texts import say
from runtall.progression.why_today import steps_of
from runtall.progression.why_today.share import less_than_usual, one_session_peak, share_of_base

TIMES = {1: "once", 2: "twice"}


def given_up(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield lines such as ``week 6: no strength session, as days are off``, by their first week."""
    for weeks, words in sorted(_by_weeks(problem, plan), key=lambda told: min(told[0])):
        yield f"{weeks_words(weeks)}: {words}"
    yield from unserved(problem, plan)


def _by_weeks(problem: Problem, plan: Plan) -> Iterator[tuple[Sequence[int], str]]:
    """Yield weeks, and what they gave up."""
    single = [w.number for w in problem.weeks if one_session_peak(problem, plan, w.number)]
    told = sorted(gathered(_steps(problem, plan, single)).items(), key=lambda item: item[1][0])
    alike = gathered(((tuple(weeks), why), words) for (words, why), weeks in told)
    for (numbers, why), every in alike.items():
        yield numbers, ", ".join(filter(None, ("; ".join(every), why)))
    shares = gathered(
        ((share_of_base(problem, plan, number), cause(problem, plan, number)), number)
        for number in single
    )
    for (share, why), weeks in shares.items():
        totals = sorted({plan.total(number) for number in weeks})
        sets = "-".join(f"{total}" for total in dict.fromkeys((totals[0], totals[-1])))
        words = f"one session{less_than_usual(share)}, {sets} sets, {share} of a base week"
        yield weeks, ", ".join(filter(None, (words, why)))
    without = gathered(
        (pattern, week.number)
        for week in problem.planned_weeks
        for pattern, excused in lacking_patterns(problem, plan, week).items()
        if excused
    )
    for pattern, weeks in without.items():
        yield weeks, say("without_pattern", pattern=pattern)
    yield from _less_mobility(problem, plan)


def _steps(
    problem: Problem, plan: Plan, single: Collection[int]
) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield in words what each week gave up, and why; but for the one session of some weeks."""
    for week in problem.planned_weeks:
        if week.own == 1 and week.disturbed and not week.n_sessions:
            why = cause(problem, plan, week.number)
            beside = "" if why == say("cause_own") else why
            yield (say("no_session_beside_own"), beside), week.number
    for week in problem.after_own:
        yield (in_phase(Relaxation.SINGLE, week.phase), say("cause_after_own")), week.number
    for step in WORDS:
        for week in problem.weeks:
            told_apart = step is Relaxation.SINGLE and week.number in single
            if step in steps_of(problem, plan, week.number) and not told_apart:
                why = cause(problem, plan, week.number, step)
                yield (in_phase(step, week.phase), why), week.number


def _less_mobility(problem: Problem, plan: Plan) -> Iterator[tuple[Sequence[int], str]]:
    """Yield the weeks with less mobility than wanted: sessions take its time, or days are off.

    A week off altogether is told of already.
    """
    days, most = set(plan.mobility), problem.request.mobility_per_week
    told: dict[tuple[int, int, str], list[int]] = {}
    for week in problem.weeks:
        done, late = in_week(problem, plan, week, days), lacks_time(problem, plan, week)
        lost = [problem.days[day] for day in week.days if problem.days[day].for_mobility]
        off = wanted(problem, week) <= done < most
        off &= any(not (day.free or day.ill or day.early) for day in lost)
        if late or (off and plan.in_week(week.number)):
            asked = wanted(problem, week) if late else most
            why = say("cause_time" if late else "cause_off")
            told.setdefault((done, asked, why), []).append(week.number)
    for (done, asked, why), weeks in told.items():
        words = f"mobility {_times(done)} instead of {_times(asked)}" if done else "no mobility"
        yield weeks, f"{words}, {why}"


def _times(number: int) -> str:
    return TIMES.get(number, f"{number} times")
