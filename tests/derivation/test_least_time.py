"""The least time that a session can do with, against every session there is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.session_time import easy_s, longest_s
from runtall.rules.coverage import Coverage
from runtall.rules.no_empty_session import NoEmptySession
from runtall.rules.pull_leads import PullLeads
from tests.problems import problem

RULES = (Coverage(), PullLeads(), NoEmptySession())
BANDS = Equipment(cable_g=(), pulldown_g=(), bench=False)


def smallest(asked: Problem, kind: SessionKind) -> Iterator[tuple[Entry, ...]]:
    """Sessions with a set or none in each slot."""
    slots = asked.slots[kind]
    for chosen in itertools.product(*((None, *slot.alternatives) for slot in slots)):
        pairs = zip(slots, chosen, strict=True)
        yield tuple(Entry(slot.position, key, 1) for slot, key in pairs if key)


def allowed(asked: Problem, *sessions: Session) -> bool:
    return not any(list(rule.check(asked, Plan(sessions))) for rule in RULES)


@pytest.mark.parametrize("equipment", [Equipment(), BANDS])
def test_the_shortest_merged_session(equipment: Equipment) -> None:
    asked = problem(weeks=6, phases=(2, 1), equipment=equipment)
    merged = SessionKind.MERGED
    lengths = [
        longest_s(entries, asked.exercises)
        for entries in smallest(asked, merged)
        if allowed(asked, Session(0, merged, entries))
    ]
    assert asked.least_s[Phase.BASE, merged] == min(lengths)


def test_two_sessions_share_the_patterns() -> None:
    asked = problem(weeks=6, phases=(2, 1))
    lengths = [
        max(longest_s(first, asked.exercises), longest_s(second, asked.exercises))
        for first in smallest(asked, SessionKind.D1)
        for second in smallest(asked, SessionKind.D2)
        if allowed(asked, Session(0, SessionKind.D1, first), Session(3, SessionKind.D2, second))
    ]
    assert asked.least_s[Phase.BASE, SessionKind.D1] == min(lengths)
    assert asked.least_s[Phase.PEAK, SessionKind.D2] == min(lengths)


@pytest.mark.parametrize(("signs", "mobility"), [({}, 300), ({"hands_cross_midline": 1}, 360)])
def test_a_taper_session_has_its_mobility(signs: dict[str, int], mobility: int) -> None:
    asked = problem(weeks=6, phases=(2, 1), athlete=Athlete(signs=signs))
    light = SessionKind.LIGHT
    lengths = [
        easy_s(entries, asked.exercises)
        for entries in smallest(asked, light)
        if allowed(asked, Session(35, light, entries))
    ]
    assert asked.least_s[Phase.TAPER, light] == min(lengths) + mobility


def test_nothing_at_hand_is_no_crash() -> None:
    assert problem(equipment=NOTHING).least_s
