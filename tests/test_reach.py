"""Every rule and objective looks no deeper, and ties no more weeks, than it declares.

The solver believes these declarations: it leaves rules out of models that know nothing of what
they look at, and solves weeks apart. A wrong one would make a proven bound wrong, silently.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.where import InSession, InWeek, OnDay, Violation
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Objective
from runtall.progression.dose import prescribe
from runtall.rules.all import RULES
from runtall.rules.base import Rule
from tests.reach import Case, other_dose, sees_deeper, ties_weeks
from tests.test_twin import PROBLEMS
from tests.twin import random_plan

DECLARED: tuple[Rule | Objective, ...] = (*RULES, *OBJECTIVES)
PLANS = 9
"""Of each problem; as many again with doses, some of them wrong."""


def cases() -> list[Case]:
    rng = random.Random(13)
    found: list[Case] = []
    for problem in PROBLEMS:
        for number in range(PLANS):
            plan = random_plan(problem, rng)
            if number % 3 == 0:
                plan = missed(plan, 2, 3)
            for each in (plan, edited(prescribe(problem, plan), rng)):
                found.append(Case(problem, each, len(found)))
    return found


def missed(plan: Plan, *weeks: int) -> Plan:
    """The plan without the sessions of some weeks, as after an illness."""
    kept = (session for session in plan.sessions if session.day // 7 + 1 not in weeks)
    return replace(plan, sessions=tuple(kept))


def edited(plan: Plan, rng: random.Random) -> Plan:
    """The plan with a tenth of its doses changed and a session emptied, or as it is."""
    share = rng.choice([0, 0.1])

    def entries(session: Session) -> Iterator[Entry]:
        kept = () if rng.random() < share / 5 else session.entries
        return (other_dose(entry, rng) if rng.random() < share else entry for entry in kept)

    sessions = (replace(session, entries=tuple(entries(session))) for session in plan.sessions)
    return replace(plan, sessions=tuple(sessions))


CASES = cases()


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.id)
def test_nothing_is_seen_below_the_reach(declared: Rule | Objective) -> None:
    for case in CASES if declared.reach < Reach.DOSES else ():
        assert not sees_deeper(declared, case), case.plan


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.id)
def test_weeks_are_judged_one_by_one(declared: Rule | Objective) -> None:
    for case in () if declared.ties_weeks else CASES:
        assert not ties_weeks(declared, case), case.plan


class Rogue:
    """A rule that declares less than it looks at."""

    id = "rogue"
    title = source = ""
    can_be_off = True
    reach = Reach.DAYS
    ties_weeks = False

    def post(self, problem: Problem, variables: object) -> None:
        """Post nothing."""

    def say(self, problem: Problem, where: object) -> str:
        return ""


class SeesTotals(Rogue):
    """It says that it looks at days, and counts sets."""

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        for session in plan.sessions:
            if session.n_sets > 10:
                yield Violation(self.id, OnDay(session.day))


class SeesExercises(Rogue):
    """It says that it looks at totals, and at exercises too."""

    reach = Reach.TOTALS

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        for session in plan.sessions:
            if any(entry.exercise == "push_up" for entry in session.entries):
                yield Violation(self.id, OnDay(session.day))


class SeesReps(Rogue):
    """It says that it looks at sets, and reads their reps."""

    reach = Reach.SETS

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        for session in plan.sessions:
            for entry in session.entries:
                if entry.reps is not None and entry.reps > 10:
                    week = session.day // 7 + 1
                    yield Violation(self.id, InSession(week, session.kind, entry.position))


class LightAsksForMore(Rogue):
    """A light session asks for a session in the next week."""

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        for week in problem.weeks[:-1]:
            light = plan.held(week.number, SessionKind.LIGHT)
            if light and not plan.in_week(week.number + 1):
                yield Violation(self.id, InWeek(week.number))


class RestAfterSunday(Rogue):
    """No session on the day after one, though the two may lie in two weeks."""

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        for day in problem.days:
            if plan.on(day.index) and plan.on(day.index + 1):
                yield Violation(self.id, OnDay(day.index))


class CountsSets:
    """An objective that says that it looks at days, and counts sets."""

    id = "rogue"
    reach = Reach.DAYS
    ties_weeks = False

    def value(self, problem: Problem, plan: Plan) -> int:
        return sum(session.n_sets for session in plan.sessions)


class CountsGrowth(CountsSets):
    """An objective of totals that compares weeks, and says that it doesn't."""

    reach = Reach.TOTALS

    def value(self, problem: Problem, plan: Plan) -> int:
        numbers = [week.number for week in problem.weeks[1:]]
        return sum(max(0, plan.total(w) - plan.total(w - 1)) for w in numbers)


@pytest.mark.parametrize("rogue", [SeesTotals(), SeesExercises(), SeesReps(), CountsSets()])
def test_a_rule_that_looks_deeper_is_found(rogue: Rule | Objective) -> None:
    assert any(sees_deeper(rogue, case) for case in CASES)


@pytest.mark.parametrize("rogue", [LightAsksForMore(), RestAfterSunday(), CountsGrowth()])
def test_a_rule_that_ties_weeks_is_found(rogue: Rule | Objective) -> None:
    assert any(ties_weeks(rogue, case) for case in CASES)


def test_the_plans_break_the_rules() -> None:
    asked = [rule for rule in RULES if rule.reach < Reach.DOSES or not rule.ties_weeks]
    for rule in asked:
        broken = any(True for case in CASES for _ in rule.check(case.problem, case.plan))
        assert broken, rule.id


@pytest.mark.parametrize("reach", Reach)
def test_a_scrambled_plan_keeps_what_lies_within_the_reach(reach: Reach) -> None:
    for case in CASES:
        plan, other = case.plan, case.scrambled[reach]
        kept = [(s.day, s.kind) for s in plan.sessions]
        assert [(s.day, s.kind) for s in other.sessions] == kept
        if reach >= Reach.TOTALS:
            assert [s.n_sets for s in other.sessions] == [s.n_sets for s in plan.sessions]
        assert (other.mobility, other.relaxed) == (plan.mobility, plan.relaxed)
