"""How many sessions a week has, and of which kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.domain.where import InWeek, Violation
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.rules.weekly_sessions import WeeklySessions
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible

PROBLEM = problem(weeks=6, phases=(1, 2), base_sessions=2, peak_sessions=(1, 1))
ILL = problem(
    weeks=6,
    phases=(1, 2),
    base_sessions=2,
    peak_sessions=(1, 1),
    access=tuple(Access(free=day not in range(2, 5), ill=day in range(2, 5)) for day in range(42)),
)
SINGLE = Relaxed(1, Relaxation.SINGLE)
RULE = WeeklySessions()
USUAL = ("D1 D2", "D1 D2", "D1 D2", "merged", "light", "very_light")


def held(*weeks: str) -> Plan:
    """A plan with these sessions week by week, and relaxations after a ``+``."""
    sessions, relaxed = [], []
    for number, words in enumerate(weeks, start=1):
        kinds, *steps = words.split("+")
        for place, word in enumerate(kinds.split()):
            kind = SessionKind(word)
            first = PROBLEM.slots[kind][0]
            day = 7 * (number - 1) + 2 * place
            sessions.append(Session(day, kind, (Entry(first.position, first.alternatives[0], 1),)))
        relaxed += [Relaxed(number, Relaxation(step)) for step in steps]
    return Plan(tuple(sessions), relaxed=tuple(relaxed))


def week_with(number: int, words: str) -> Plan:
    return held(*USUAL[: number - 1], words, *USUAL[number:])


def test_the_usual_weeks() -> None:
    plan = held(*USUAL)
    assert not list(RULE.check(PROBLEM, plan))
    assert feasible(PROBLEM, RULE, plan)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (1, "merged light+lighter"),
        (1, "merged+single"),
        (1, "merged very_light+long_run_eve"),
        (1, "merged very_light+before_sunday"),
        (1, "+skip"),
        (1, "D1 D2+speed_day+short_gap"),
        (4, "light+lighter"),
        (4, "very_light+long_run_eve"),
        (4, "very_light+before_sunday"),
        (4, "+skip"),
        (5, "very_light+long_run_eve"),
        (5, "+skip"),
        (6, "+skip"),
        (6, "very_light+long_run_eve"),
    ],
)
def test_relaxed_weeks(week: int, words: str) -> None:
    plan = week_with(week, words)
    assert not list(RULE.check(PROBLEM, plan))
    assert feasible(PROBLEM, RULE, plan)


@pytest.mark.parametrize(
    ("week", "words"),
    [
        (1, "D1"),
        (1, "merged"),
        (1, "D1 D2+single"),
        (1, "D1 D2 light"),
        (1, "merged light+lighter+single"),
        (1, ""),
        (4, "D1 D2"),
        (4, "merged light+lighter"),
        (5, "merged"),
        (6, "light"),
    ],
)
def test_other_weeks_are_named(week: int, words: str) -> None:
    plan = week_with(week, words)
    found = ", ".join(words.split("+")[0].split()) or "no session"
    assert list(RULE.check(PROBLEM, plan)) == [Violation("weekly-sessions", InWeek(week), found)]
    assert not feasible(PROBLEM, RULE, plan)


def test_a_kind_twice_is_named() -> None:
    plan = held(*USUAL)
    twice = Plan((*plan.sessions, Session(4, SessionKind.D1, ())))
    assert [violation.found for violation in RULE.check(PROBLEM, twice)] == ["D1, D2, D1"]


@pytest.mark.parametrize(
    ("week", "sentence"),
    [
        (1, "Week 1 (base) has two sessions: D1, D2."),
        (4, "Week 4 (peak) has one session: merged."),
        (6, "Week 6 (taper) has one session: very light."),
    ],
)
def test_sentence(week: int, sentence: str) -> None:
    assert RULE.say(PROBLEM, InWeek(week)) == sentence


@pytest.mark.parametrize("phases", [(3, 0), (0, 0)])
def test_race_week_is_very_light_without_a_taper_too(phases: tuple[int, int]) -> None:
    no_taper = problem(weeks=6, phases=phases)
    assert no_taper.weeks[-1].kinds == (SessionKind.VERY_LIGHT,)
    variables = build(no_taper, Scope.STRICT, [RULE])
    assert cp_model.CpSolver().solve(variables.model) == cp_model.OPTIMAL


def test_sentence_of_a_week_without_any() -> None:
    none = problem(weeks=6, phases=(1, 2), taper_sessions=0)
    assert RULE.say(none, InWeek(5)) == "Week 5 (taper) has no session."
    assert not feasible(none, RULE, held(*USUAL))


def test_the_pull_day_before_an_illness_stays() -> None:
    """Nobody knows on Monday of a fever from Wednesday on: nothing is put into that session."""
    assert ILL.before_illness(ILL.week(1)) == (0, 1)
    monday = Session(0, SessionKind.D1, ())
    rest = held("", *USUAL[1:]).sessions
    cut = (Relaxed(1, Relaxation.CUT_SHORT),)
    kept = Plan((monday, *rest), relaxed=cut)
    assert not list(RULE.check(ILL, kept))
    assert feasible(ILL, RULE, kept)
    merged = Plan((replace(monday, kind=SessionKind.MERGED), *rest), relaxed=(SINGLE,))
    late = Plan((replace(monday, day=6), *rest), relaxed=cut)
    found = [Violation("weekly-sessions", InWeek(1), "no D1 before an illness")]
    assert list(RULE.check(ILL, late)) == found
    assert not feasible(ILL, RULE, late)
    # Another day off may have made one of both before anybody knew of the illness.
    assert not list(RULE.check(ILL, merged))
    assert feasible(ILL, RULE, merged)
    # Without an illness later in the week, both halves have their days.
    assert not list(RULE.check(PROBLEM, merged))
    assert list(RULE.check(PROBLEM, kept))
    assert not feasible(PROBLEM, RULE, kept)


def test_an_illness_from_monday_on_has_nothing_before_it() -> None:
    access = [Access(free=day not in range(3), ill=day in range(3)) for day in range(42)]
    assert not problem(weeks=6, phases=(1, 2), access=tuple(access)).before_illness(PROBLEM.week(1))


def test_twin() -> None:
    twins(RULE, [PROBLEM, ILL], 60)
