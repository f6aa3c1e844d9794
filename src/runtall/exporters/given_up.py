"""What a plan gave up, in one line for each cause."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import WORDS
from runtall.errors.words import weeks_words
from runtall.progression.why_today import one_session_peak, share_of_base


def given_up(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield lines such as ``weeks 1-4, 6: one session, both in one, instead of two``."""
    first, start = problem.planned_weeks[0], problem.days[problem.request.starts]
    late = start.index > first.days[0]
    for step, words in WORDS.items():
        numbers = [week.number for week in problem.weeks if plan.uses(step, week.number)]
        usual = [number for number in numbers if not (late and number == first.number)]
        if usual:
            yield f"{weeks_words(usual)}: {words}"
        if usual != numbers:
            yield f"{weeks_words([first.number])}: {words}, as the plan starts on {start.label}"
    single = [w.number for w in problem.weeks if one_session_peak(problem, plan, w.number)]
    shares: dict[str, list[int]] = {}
    for number in single:
        shares.setdefault(share_of_base(problem, plan, number), []).append(number)
    for share, weeks in shares.items():
        totals = sorted({plan.total(number) for number in weeks})
        sets = "-".join(f"{total}" for total in dict.fromkeys((totals[0], totals[-1])))
        yield f"{weeks_words(weeks)}: one session, {sets} sets, {share} of a base week"
