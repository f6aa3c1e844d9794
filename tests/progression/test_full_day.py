"""A day that has no room for more sets says so, once."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.full_day import full_day
from tests.objectives.plans import plan_of, session
from tests.problems import problem

D1, D2 = SessionKind.D1, SessionKind.D2
# Monday, the day of D1, is one without a run, and has half an hour; Thursday has 40 minutes.
REST = "rest workout easy? easy rest long recovery?"
FULL = {1: 3, 2: 3, 3: 2, 4: 2, 5: 1}


def told(asked: Problem, plan: Plan) -> dict[int, str]:
    days = {s.day: full_day(asked, plan, asked.days[s.day]) for s in plan.sessions}
    return {day: words for day, words in days.items() if words}


def plan(asked: Problem, **kinds: dict[int, int]) -> Plan:
    days = {D1: 0, D2: 3}
    return plan_of(
        *(
            session(asked, 7 * week + days[kind], kind, kinds.get(kind.name))
            for week in range(2, 7)
            for kind in days
        )
    )


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (30, "More sets would not fit today's 30 minutes as reps grow."),
        (36, "Without a run it is kept to 30 minutes: more sets would not fit as reps grow."),
    ],
)
def test_it_is_told_on_the_first_full_day_of_its_kind(minutes: int, words: str) -> None:
    """The minutes are the runner's, where these aren't more than a day without a run has."""
    asked = problem(REST, minutes=minutes)
    assert told(asked, plan(asked, D1=FULL)) == {14: words}


def test_it_is_not_told_while_a_set_fits_or_none_is_missing() -> None:
    """A set of dead bug less leaves the time for one; the push day has its whole template."""
    asked = problem(REST)
    assert not told(asked, plan(asked, D1={**FULL, 4: 1}))
    usual = problem()
    assert not told(usual, plan(usual, D1=FULL))


@pytest.mark.parametrize(("minutes", "times"), [(25, 0), (32, 1)])
def test_where_no_day_has_half_an_hour_the_first_event_says_so(minutes: int, times: int) -> None:
    asked = problem(minutes=minutes)
    full = {1: 3, 2: 3, 3: 1, 4: 1, 5: 1} if minutes < 30 else {**FULL, 5: 2}
    words = [*told(asked, plan(asked, D1=full)).values()]
    assert len(words) == times
