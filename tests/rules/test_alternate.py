"""The two sessions take turns."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.where import InWeek, Violation
from runtall.rules.alternate import Alternate
from tests.problems import problem
from tests.rules.by_hand import twins
from tests.twin import feasible

PROBLEM = problem(weeks=6, phases=(2, 1))
RULE = Alternate()


def weeks(*words: str) -> Plan:
    """A plan of weeks such as ``1--2``: D1 on Monday, D2 on Thursday; ``b`` is both."""
    sessions = []
    for week, days in enumerate(words):
        for day, kinds in enumerate(days):
            sessions += [
                Session(
                    7 * week + day, kind, (Entry(1, PROBLEM.slots[kind][0].alternatives[0], 1),)
                )
                for letter, kind in (
                    ("1", SessionKind.D1),
                    ("2", SessionKind.D2),
                    ("m", SessionKind.MERGED),
                )
                if kinds == letter or (kinds == "b" and letter != "m")
            ]
    return Plan(tuple(sessions))


EXAMPLES = [
    (("1--2", "-1--2", "1----2"), None, ""),
    (("2--1", "-2--1", "2----1"), None, ""),
    (("1--2", "2--1"), 2, "D2 before D1"),
    (("2--1", "2--1", "1-----2"), 3, "D1 before D2"),
    (("1--2", "m", "2--1"), None, ""),
    (("1--2", "1", "2--1"), None, ""),
    (("1--2", "2", "2--1"), None, ""),
    (("1--2", "", "2--1"), None, ""),
    (("1--2", "b", "1--2"), None, ""),
    (("1--2", "b", "2--1"), 3, "D2 before D1"),
    (("12", "-----21"), 2, "D2 before D1"),
    (("-----12", "21"), 2, "D2 before D1"),
    (("b", "b"), None, ""),
]


@pytest.mark.parametrize(("words", "week", "found"), EXAMPLES)
def test_order(words: tuple[str, ...], week: int | None, found: str) -> None:
    plan = weeks(*words)
    violations = [] if week is None else [Violation("alternate", InWeek(week), found)]
    assert list(RULE.check(PROBLEM, plan)) == violations
    assert feasible(PROBLEM, RULE, plan) == (week is None)


def test_a_week_with_a_kind_twice_is_not_its_business() -> None:
    assert not list(RULE.check(PROBLEM, weeks("1--2", "2-1-2", "2--1")))


def test_sentence() -> None:
    assert (
        RULE.say(PROBLEM, InWeek(5))
        == "D1 and D2 take turns: week 5 has them in the same order as week 4."
    )


def test_twin() -> None:
    twins(RULE, [PROBLEM], 80)
