"""Doses over random loads, runners and sets: no rule about them is ever broken."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runtall.check.violations import violations
from runtall.derivation.available_loads import CHOICE, level_of
from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import Measure, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.request import Access
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.progression.exposures import exposures
from runtall.progression.path import MOST_A_WEEK, MOST_IN_ALL
from runtall.progression.strength import may_step, most, strength
from runtall.rules.all import RULES
from tests.problems import problem

ABOUT_DOSES = [rule for rule in RULES if rule.reach is Reach.DOSES]
WEEKS = (
    "easy workout easy easy easy long recovery",
    "rest workout rest easy easy long recovery",
    "easy? workout easy easy? easy long recovery",
)
POUND = 453.59237


@st.composite
def weights(draw: st.DrawFn, most_kg: int, *, empty: bool = True) -> tuple[int, ...]:
    """Weights in kilograms or pounds, even or with gaps."""
    unit = draw(st.sampled_from([1000, POUND]))
    step = draw(st.sampled_from([1, 2, 2.5, 4, 5, 10]))
    numbers = draw(st.sets(st.integers(1, int(most_kg / step)), min_size=0 if empty else 1))
    even = draw(st.booleans())
    chosen = range(1, max(numbers, default=0) + 1) if even else sorted(numbers)
    return tuple(round(number * step * unit) for number in chosen)


@st.composite
def kits(draw: st.DrawFn) -> Equipment:
    return Equipment(
        dumbbells_g=draw(weights(40)),
        kettlebells_g=tuple(
            sorted(draw(st.lists(st.sampled_from([8_000, 12_000, 16_000]), max_size=4)))
        ),
        bands=draw(st.booleans()),
        cable_g=draw(weights(80)),
        pulldown_g=draw(weights(100)),
        pull_up_bar=draw(st.booleans()),
        bench=draw(st.booleans()),
        incline_bench=draw(st.booleans()),
        barbell_landmine=draw(st.booleans()),
    )


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    known = st.builds(KnownLoad, st.integers(1_000, 60_000), st.integers(1, 20), st.integers(0, 5))
    keys = st.sampled_from(["one_arm_db_row", "db_bench_press", "lat_pulldown", "farmer_carry"])
    return Athlete(
        experience=draw(st.sampled_from(Experience)),
        body_mass_g=draw(st.none() | st.integers(40_000, 120_000)),
        push_ups=draw(st.none() | st.integers(0, 60)),
        painful=frozenset(draw(st.sets(keys, max_size=1))),
        loads=draw(st.dictionaries(keys, known, max_size=3)),
    )


def decided(some: Problem, rng: random.Random) -> Plan:
    """Sessions of any week, with sets that wander and exercises that fit the day."""
    sessions = []
    missed = rng.randint(1, 40)
    for week in some.weeks:
        for kind in week.kinds if week.number != missed else ():
            day = some.days[week.days[3 if kind is SessionKind.D2 else 0]]
            entries: list[Entry] = []
            for slot in some.slots[kind]:
                used = {entry.exercise for entry in entries}
                fitting = [
                    key
                    for key in slot.alternatives
                    if key not in used and some.exercises[key].possible_with(day.items)
                ]
                if fitting:
                    most_sets = slot.most if week.phase is Phase.BASE else 2
                    entries.append(Entry(slot.position, fitting[0], rng.randint(1, most_sets)))
            if entries:
                sessions.append(Session(day.index, kind, tuple(entries)))
    return Plan(tuple(sessions))


@dataclass(frozen=True, repr=False)
class Case:
    """A problem and a decided plan, shown by what makes them up."""

    some: Problem
    raw: Plan

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        request = self.some.request
        sets = [(s.day, s.kind.value, [e.sets for e in s.entries]) for s in self.raw.sessions]
        printer.text(f"{request.athlete} {request.equipment} {sets}"[:5_000])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    kit = draw(kits())
    weeks = draw(st.sampled_from([6, 12, 16, 24]))
    gone = draw(st.just(0) | st.integers(2, weeks))
    bands = replace(NOTHING, bands=True)
    some = problem(
        draw(st.sampled_from(WEEKS)),
        weeks=weeks,
        access=tuple(
            Access(equipment=bands if day // 7 + 1 == gone else None) for day in range(7 * weeks)
        ),
        athlete=draw(athletes()),
        equipment=kit,
        minutes=draw(st.sampled_from([30, 40])),
    )
    return Case(some, decided(some, random.Random(draw(st.integers(0, 10**6)))))


THOROUGH = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@THOROUGH
@given(cases())
def test_no_rule_is_broken_growth_is_small_and_decisions_stay(case: Case) -> None:
    plan = prescribe(case.some, case.raw)
    assert_no_rule_broken(case, plan)
    assert_decisions_stay(case, plan)
    assert_growth_small(case, plan)
    assert prescribe(case.some, plan) == plan


def assert_no_rule_broken(case: Case, plan: Plan) -> None:
    some, raw = case.some, case.raw
    fits = {s.day for s in raw.sessions} - {
        v.where.day
        for v in violations(some, raw, [r for r in RULES if r.id == "session-length"])
        if isinstance(v.where, InSession)
    }
    broken = [
        violation
        for violation in violations(some, plan, ABOUT_DOSES)
        if violation.rule != "printed-length"
        or (isinstance(violation.where, InSession) and violation.where.day in fits)
    ]
    assert not broken


def assert_decisions_stay(case: Case, plan: Plan) -> None:
    for before, after in zip(case.raw.sessions, plan.sessions, strict=True):
        assert [(e.position, e.exercise, e.sets) for e in before.entries] == [
            (e.position, e.exercise, e.sets) for e in after.entries
        ]


def assert_growth_small(case: Case, plan: Plan) -> None:
    for key, found in exposures(case.some, plan).items():
        exercise = case.some.exercises[key]
        steps = [one for one in found if one.in_base]
        asks = []
        for one in steps:
            entry = one.entry
            level = level_of(entry, one.loads)
            assert level is not None
            amount = entry.reps or entry.distance_m or entry.hold_s or 0
            asks.append(strength(exercise, level, amount, entry.rir or 0))
        for one, ask in zip(steps, asks, strict=True):
            weeks = one.day.week - steps[0].day.week
            grown = 1000 * (ask - asks[0]) // asks[0]
            assert grown <= min(MOST_IN_ALL, MOST_A_WEEK * weeks)


@settings(THOROUGH, max_examples=80)
@given(kits(), athletes())
def test_nothing_gets_stuck_in_ten_base_weeks(kit: Equipment, athlete: Athlete) -> None:
    """Every exercise whose sets stay the same grows at least once from week 1 to week 10."""
    some = problem(WEEKS[0], athlete=athlete, equipment=kit, phases=(3, 3))
    sessions = []
    for week in some.weeks[:10]:
        for kind, offset in ((SessionKind.D1, 0), (SessionKind.D2, 3)):
            entries = [
                Entry(slot.position, slot.alternatives[0], 2)
                for slot in some.slots[kind]
                if some.exercises[slot.alternatives[0]].possible_with(kit.items)
            ]
            sessions.append(Session(week.days[offset], kind, tuple(entries)))
    plan = prescribe(some, Plan(tuple(sessions)))
    for key, found in exposures(some, plan).items():
        exercise = some.exercises[key]
        grown = [one.entry.method for one in found if one.entry.method not in {"hold", "less"}]
        assert len(grown) > 1, (key, found[0].entry)
        assert grown[0] == "start"
        last = found[-1]
        level = level_of(last.entry, last.loads)
        assert level is not None
        if exercise.measure is Measure.REPS and level is not CHOICE:
            assert (last.entry.reps or 0) <= most(exercise, level)


def test_a_step_is_possible_exactly_where_it_lands_in_the_range() -> None:
    some: Any = problem(WEEKS[0])
    row = some.exercises["one_arm_db_row"]
    ten, eleven, thirteen = (replace(CHOICE, force=grams) for grams in (10_000, 11_000, 13_000))
    asked_for = strength(row, ten, 12, 2)
    assert may_step(row, asked_for, eleven, 2)
    assert not may_step(row, asked_for, thirteen, 2)
