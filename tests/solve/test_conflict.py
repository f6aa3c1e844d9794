"""Why there is no plan: a conflict is real, minimal, said in words, and the same every time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from ortools.sat.python import cp_model

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.library import exercises
from runtall.domain.problem import Problem
from runtall.domain.request import Access, Ban, Fix
from runtall.domain.scenario import SolverSettings
from runtall.model.build import build
from runtall.model.scope import Scope
from runtall.solve.conflict import find_conflict, plain_conflict
from runtall.solve.outcome import Impossible, OutOfTime, Planned
from runtall.solve.planner import solve
from runtall.solve.run import Budget
from tests.problems import problem
from tests.solve.conflicts import assert_conflict, status_with, unrelaxed

UNHURRIED = SolverSettings(time_limit_s=60.0)
LIMITS = (0.0, 0.001, 0.01, 0.03, 0.1, 0.3)
# A hundredth of the default: with the sets in the model, the first answers take more.
SOON = 0.15
LATE_S = 2.0
"""What building models, and a busy machine, may take beyond a limit."""


def carries() -> frozenset[str]:
    return frozenset(key for key, e in exercises().items() if e.pattern is Pattern.CARRY)


def fixed_and_banned() -> Problem:
    return problem(weeks=10, fixes=(Fix(SessionKind.D1, "mon", 3),), bans=(Ban("mon", week=3),))


def two_on_one_day() -> Problem:
    return problem(weeks=10, fixes=(Fix(SessionKind.D1, "mon", 3), Fix(SessionKind.D2, "mon", 3)))


def on_the_eve() -> Problem:
    return problem(weeks=10, fixes=(Fix(SessionKind.D2, "fri", 4),))


def on_the_long_run() -> Problem:
    return problem(weeks=10, fixes=(Fix(SessionKind.D2, "sat", 4),))


def on_a_day_off() -> Problem:
    away = tuple(Access(free=day != 21) for day in range(70))
    return problem(weeks=10, fixes=(Fix(SessionKind.D1, "mon", 4),), access=away)


def three_days_before_the_race() -> Problem:
    return problem(weeks=10, fixes=(Fix(SessionKind.VERY_LIGHT, "thu", 10),))


def without_equipment() -> Problem:
    return problem(equipment=replace(NOTHING, dumbbells_g=()), weeks=8)


def without_carries() -> Problem:
    return problem(avoid=carries(), weeks=8)


def painful_carries() -> Problem:
    return problem(athlete=Athlete(painful=carries()), weeks=8)


def never_any_session() -> Problem:
    return problem(bans=tuple(Ban(kind=kind) for kind in SessionKind), weeks=6)


# A pull a week; `coverage` asks for it, too.
PULLS = "pull-leads"
PROBLEMS: tuple[tuple[Callable[[], Problem], set[str]], ...] = (
    (fixed_and_banned, {"locked-days"}),
    (two_on_one_day, {"locked-days", "spacing"}),
    (on_the_eve, {"locked-days", "rest-before-long-run"}),
    (on_the_long_run, {"locked-days", "session-days"}),
    (on_a_day_off, {"locked-days", "availability"}),
    (three_days_before_the_race, {"locked-days", "race-week"}),
    (without_equipment, {PULLS, "equipment"}),
    (without_carries, {"coverage", "avoided-exercises"}),
    (painful_carries, {"coverage", "pain"}),
    (never_any_session, {"locked-days"}),
)
MAKERS = [make for make, _ in PROBLEMS]
NAMES = [make.__name__ for make in MAKERS]


@cache
def impossible(make: Callable[[], Problem]) -> Impossible:
    outcome = solve(make(), UNHURRIED)
    assert isinstance(outcome, Impossible)
    return outcome


@pytest.mark.parametrize(("make", "rules"), PROBLEMS, ids=NAMES)
def test_conflict_is_minimal_and_names_its_rules(
    make: Callable[[], Problem], rules: set[str]
) -> None:
    outcome = impossible(make)
    # Whether the number of sessions is a part of the conflict depends on how it is put, and so
    # does which of two rules asks for a pull.
    found = {part.rule for part in outcome.conflict} - {"weekly-sessions"}
    assert found == {"coverage" if rule == PULLS and PULLS not in found else rule for rule in rules}
    assert_conflict(make(), outcome, minimal=True)


@pytest.mark.parametrize("make", MAKERS, ids=NAMES)
def test_conflict_is_the_same_every_time_and_in_order(make: Callable[[], Problem]) -> None:
    first = impossible(make)
    assert replace(first, ways_out=()) == find_conflict(make(), Budget(UNHURRIED))
    keys = [(part.where.key, part.rule) for part in first.conflict]
    assert keys == sorted(keys)


def test_sentences_say_what_and_where() -> None:
    sentences = [part.sentence for part in impossible(on_the_eve).conflict]
    day = on_the_eve().days[25].label
    assert all(day in sentence for sentence in sentences)
    assert f"You fixed D2 to {day}." in sentences
    assert any("the day before the long run" in sentence for sentence in sentences)


def test_a_conflict_that_a_relaxation_mends_is_not_the_reason() -> None:
    """A week away with nothing to train with is skipped; the wish in week 8 is what conflictes."""
    access = tuple(Access(equipment=NOTHING if day // 7 == 4 else None) for day in range(112))
    some = problem(access=access, fixes=(Fix(SessionKind.D2, "fri", 8),))
    outcome = solve(some, UNHURRIED)
    assert isinstance(outcome, Impossible)
    assert {part.where.key[0] for part in outcome.conflict} == {8}
    assert {part.rule for part in outcome.conflict} == {"rest-before-long-run", "locked-days"}
    assert not outcome.likewise


def test_weeks_that_cannot_all_be_given_up_are_named() -> None:
    outcome = impossible(without_equipment)
    assert {part.where.key[0] for part in outcome.conflict} == {1}
    assert outcome.likewise == (2,)
    assert [part.rule for part in outcome.limits] == ["relaxation-limits"]


@pytest.mark.parametrize(("first", "starts"), [(3, 18), (1, 4), (2, 10)])
def test_a_week_begun_late_is_not_the_reason_where_others_lack_a_weight(
    first: int, starts: int
) -> None:
    """It could be given up, if the one row that there is weren't too heavy to begin with."""
    bells = replace(NOTHING, bench=True, kettlebells_g=(16_000, 24_000))
    some = problem(
        "easy easy workout rest easy rest long",
        starts=starts,
        equipment=bells,
        athlete=Athlete(
            body_mass_g=95_000,
            experience=Experience.SOME,
            push_ups=15,
            loads={"suitcase_carry": KnownLoad(16_000, 1, 3)},
        ),
    )
    outcome = solve(some, UNHURRIED)
    assert isinstance(outcome, Impossible)
    assert {part.where.week for part in outcome.conflict} == {first + 1}
    assert "equipment" in {part.rule for part in outcome.conflict}
    assert outcome.likewise == ()
    assert "one_arm_db_row: {kg: 16" in outcome.advice


def test_what_no_week_can_do_is_seen_without_rules_that_tie_weeks() -> None:
    found = plain_conflict(without_equipment(), Budget(UNHURRIED))
    assert found == replace(impossible(without_equipment), ways_out=())
    assert plain_conflict(problem(weeks=8), Budget(UNHURRIED)) is None


@pytest.mark.parametrize(
    ("day", "minutes"), [(Access(minutes=9), (9, 10)), (Access(free=False), None)]
)
def test_what_the_days_alone_forbid_takes_next_to_no_effort(
    day: Access, minutes: tuple[int, int] | None
) -> None:
    some = problem(access=(day,) * 112)
    outcome = solve(some, SolverSettings(effort=SOON))
    assert isinstance(outcome, Impossible)
    # Said of each day of the first week, and of no rule besides.
    assert {part.rule for part in outcome.conflict} == {"availability", "weekly-sessions"}
    assert outcome.likewise == tuple(range(2, 10))
    assert outcome.minutes == minutes


def hard_to_explain() -> Problem:
    """Ten minutes are too few for sessions of the taper, by way of many rules."""
    return problem(minutes=10)


@pytest.mark.parametrize("seconds", [0.0, 0.2, 1.0])
def test_without_time_the_conflict_is_real_if_not_minimal(seconds: float) -> None:
    for some in (two_on_one_day(), without_carries()):
        assert_conflict(
            some, find_conflict(some, Budget(SolverSettings(time_limit_s=seconds))), minimal=False
        )


@pytest.mark.parametrize("seconds", [0.0, 1.0])
def test_explaining_ends_in_time(seconds: float) -> None:
    some = hard_to_explain()
    started = time.process_time()
    assert find_conflict(some, Budget(SolverSettings(time_limit_s=seconds))).conflict
    assert time.process_time() - started < seconds + LATE_S


@pytest.mark.parametrize("seconds", LIMITS)
def test_what_nobody_knows_is_not_called_impossible(seconds: float) -> None:
    """Problems with a plan, also such as relaxes."""
    off = tuple(Access(free=day // 7 != 4 and day % 7 != 0) for day in range(112))
    for some in (problem(), problem(access=off)):
        outcome = solve(some, SolverSettings(time_limit_s=seconds))
        assert isinstance(outcome, OutOfTime | Planned)


@pytest.mark.parametrize("seconds", LIMITS)
def test_what_is_impossible_is_never_planned(seconds: float) -> None:
    # In ten minutes there is a plan that gives the taper up, and in nine there is none.
    for some in (never_any_session(), without_carries(), problem(minutes=9)):
        outcome = solve(some, SolverSettings(time_limit_s=seconds))
        assert isinstance(outcome, OutOfTime | Impossible)


@pytest.mark.parametrize("make", [*MAKERS, problem], ids=[*NAMES, "problem"])
def test_guards_change_nothing_when_all_are_on(make: Callable[[], Problem]) -> None:
    """The models that explain forbid what the model that plans forbids."""
    some = make()
    planning = status_with(build(some, Scope.STRICT), set())
    for scope in (Scope.STRICT, Scope.RELAXED):
        variables = unrelaxed(some, scope)
        assert status_with(variables, set(variables.guards)) == planning
        assert status_with(variables, set()) == cp_model.OPTIMAL
