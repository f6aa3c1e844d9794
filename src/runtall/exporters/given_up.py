"""What a plan gave up, in one line for each cause."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.relaxation import relaxed_words
from runtall.errors.words import weeks_words
from runtall.progression.why_today import one_session_peak

ONE_IN_PEAK = "one session, so fewer sets than the usual peak cut"


def given_up(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield lines such as ``weeks 1-4, 6: one session, both in one, instead of two``."""
    yield from relaxed_words(problem, plan)
    numbers = (week.number for week in problem.weeks)
    single = [number for number in numbers if one_session_peak(problem, plan, number)]
    if single:
        yield f"{weeks_words(single)}: {ONE_IN_PEAK}"
