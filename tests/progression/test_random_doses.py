"""Doses over random loads, runners and sets: no rule about them is ever broken."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from runtall.check.violations import violations
from runtall.derivation.available_loads import CHOICE, Level, difference, level_of
from runtall.derivation.first_guess import most_at_first
from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import Exercise, Measure, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.request import Access
from runtall.domain.returns import returns
from runtall.domain.way_back import LONG
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.progression.effort import BASE_RIR
from runtall.progression.exposures import Exposure, exposures, rests
from runtall.progression.load_step import enough
from runtall.progression.strength import STEP, most, strength
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
        heights_cm=draw(st.sampled_from([(), (45, 75, 90), (15, 30, 45, 60, 75, 90)])),
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
        sex=draw(st.sampled_from(["m", "f", None])),
        age=draw(st.none() | st.integers(18, 80)),
    )


def decided(some: Problem, rng: random.Random) -> Plan:
    """Sessions of any week, with sets that wander and exercises that fit the day."""
    sessions = []
    first = rng.randint(1, 2 * len(some.weeks))
    missed = range(first, first + rng.randint(1, 4))
    for week in some.weeks:
        for kind in week.kinds if week.number not in missed else ():
            day = some.days[week.days[3 if kind is SessionKind.D2 else 0]]
            entries: list[Entry] = []
            for slot in some.slots[kind]:
                used = {entry.exercise for entry in entries}
                fitting = [
                    key for key in slot.alternatives if key not in used and key in day.possible
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
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@THOROUGH
@given(cases())
def test_no_rule_about_doses_is_broken(case: Case) -> None:
    some, raw = case.some, case.raw
    plan = prescribe(some, raw)
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
    assert prescribe(some, plan) == plan


def full(some: Problem, plan: Plan) -> Iterator[tuple[Exercise, list[Exposure]]]:
    """Each exercise with its exposures of the base phase that count."""
    for key, found in exposures(some, plan).items():
        yield some.exercises[key], [exposure for exposure in found if exposure.in_base]


def level(exposure: Exposure) -> Level:
    found = level_of(exposure.entry, exposure.loads)
    assert found is not None
    return found


def amount(exposure: Exposure) -> int:
    entry = exposure.entry
    return entry.reps or entry.distance_m or entry.hold_s or 0


def parts(some: Problem, plan: Plan, found: list[Exposure]) -> Iterator[list[Exposure]]:
    """Split exposures where a gap lies between two that is so long that growth starts anew.

    Also where the first one after it comes weeks later, as after a deload.
    """
    long = [gap.day for gap in returns(some, plan) if gap.rows > LONG]
    part: list[Exposure] = []
    for exposure in found:
        if part and any(part[-1].day.index < day <= exposure.day.index for day in long):
            yield part
            part = []
        part.append(exposure)
    yield part


def heavier(before: Exposure, now: Exposure) -> bool:
    return difference(level(before), level(now)) > 0


def comes_back(found: Sequence[Exposure], before: Exposure, now: Exposure) -> bool:
    """A load of before a gap: as heavy a one was done earlier."""
    earlier = itertools.takewhile(lambda one: one is not now, found)
    return heavier(before, now) and any(not heavier(one, now) for one in earlier)


def away_when_back() -> Case:
    """Weeks 5 and 6 missed, week 7 away, an easier one: at full it all comes back in week 9."""
    bands = replace(NOTHING, bands=True)
    some = problem(
        WEEKS[0],
        weeks=16,
        access=tuple(Access(equipment=bands if day // 7 == 6 else None) for day in range(112)),
        athlete=Athlete(body_mass_g=60_000),
        equipment=Equipment(cable_g=tuple(range(5_000, 50_001, 5_000))),
    )
    return Case(some, decided(some, random.Random(32)))


@THOROUGH
@given(cases())
@example(away_when_back())
def test_decisions_stay_and_reps_grow_by_the_guides_steps(case: Case) -> None:
    """One rep or five metres more, once twice as much; where neither load nor sets grow.

    Of reps only as the reserve falls, and none where it rises.
    """
    some, raw = case.some, case.raw
    plan = prescribe(some, raw)
    for before, after in zip(raw.sessions, plan.sessions, strict=True):
        assert [(e.position, e.exercise, e.sets) for e in before.entries] == [
            (e.position, e.exercise, e.sets) for e in after.entries
        ]
    for exercise, part in (
        (e, part) for e, found in full(some, plan) for part in parts(some, plan, found)
    ):
        one = STEP[exercise.measure]
        grown = []
        for before, now in pairwise(part):
            if level(before) == level(now):
                grown.append(amount(now) - amount(before))
                assert not (grown[-1] and now.more_sets)
                if exercise.measure is Measure.REPS:
                    assert grown[-1] <= one or now.rir == BASE_RIR
                    assert not (grown[-1] and now.rir > before.rir)
            else:
                assert heavier(before, now)
                assert not now.more_sets
        assert set(grown) <= {0, one, 2 * one}
        assert grown.count(2 * one) <= 1


@THOROUGH
@given(cases())
def test_in_the_range_each_growing_week_brings_something(case: Case) -> None:
    """But for the first one after a long gap, from which growth starts anew.

    And where more reps are left in reserve than last time.
    """
    some = case.some
    plan = prescribe(some, case.raw)
    for exercise, found in full(some, plan):
        pairs = (pairwise(part) for part in parts(some, plan, found))
        for before, now in itertools.chain.from_iterable(pairs):
            lower = level(before).words.startswith("hands") and heavier(before, now)
            spares = exercise.measure is Measure.REPS and now.rir > before.rir
            if comes_back(found, before, now) or spares:
                continue
            if now.may_grow and amount(before) < exercise.high and not lower:
                assert amount(now) > amount(before)
                assert level(now) == level(before)


def away_late() -> Case:
    """A trip in the last week but one of base: where all that is usual is there, it grows on."""
    bands = replace(NOTHING, bands=True)
    some = problem(
        WEEKS[0],
        weeks=16,
        access=tuple(Access(equipment=bands if day // 7 == 8 else None) for day in range(112)),
        athlete=Athlete(push_ups=20),
        equipment=NOTHING,
    )
    return Case(some, decided(some, random.Random(8)))


@THOROUGH
@given(cases())
@example(away_late())
def test_loads_grow_for_no_more_strength_one_a_session_and_early_enough(case: Case) -> None:
    some = case.some
    plan = prescribe(some, case.raw)
    stepped: list[int] = []
    for exercise, found in full(some, plan):
        if not found or level(found[0]) is CHOICE:
            continue
        for before, now in pairwise(found):
            if not heavier(before, now):
                continue
            old, new = level(before), level(now)
            stepped.append(now.session_index)
            later = {one.day.week for one in found if not rests(some, one)}
            assert sum(week > now.day.week for week in later) >= 2
            if comes_back(found, before, now):
                continue
            assert amount(before) >= enough(exercise, old, new)
            if exercise.measure is Measure.REPS and new.lands is None:
                asked = strength(exercise, new, amount(now), now.entry.rir or 0)
                done = strength(exercise, old, amount(before), before.entry.rir or 0)
                assert asked <= done
            if exercise.measure is Measure.REPS:
                assert max(6, exercise.low - 2) <= amount(now) <= exercise.high
    assert len(stepped) == len(set(stepped))


@THOROUGH
@given(cases())
def test_no_set_is_under_six_and_no_first_load_a_tenth_above_its_guess(case: Case) -> None:
    some = case.some
    plan = prescribe(some, case.raw)
    for key, found in exposures(some, plan).items():
        limit = most_at_first(some.exercises[key], some.request.athlete)
        load = found[0].entry.load_g
        assert limit is None or load is None or level(found[0]).force <= limit
        assert all(exposure.entry.reps is None or exposure.entry.reps >= 6 for exposure in found)


def pressing() -> Case:
    """Push-ups at the top of their range, a week of fewer pulls, and then the peak."""
    some = problem(WEEKS[0], weeks=16, athlete=Athlete(Experience.SOME, push_ups=56))
    return Case(some, decided(some, random.Random(8)))


@THOROUGH
@given(cases())
@example(pressing())
def test_nothing_stands_still_for_a_third_week_unsaid(case: Case) -> None:
    """The same sets, load and amount, in growing weeks running."""
    some = case.some
    plan = prescribe(some, case.raw)
    for part in (part for _, found in full(some, plan) for part in parts(some, plan, found)):
        weekly = [list(group) for _, group in groupby(part, key=lambda one: one.day.week)]
        for weeks in zip(weekly, weekly[1:], weekly[2:], strict=False):
            first, *later = itertools.chain(*weeks)
            alike = {(one.entry.load_g, one.entry.load, amount(one)) for one in (first, *later)}
            if len(alike) == 1 and not any(one.more_sets for one in later):
                stands = "The same again|No more than on|No (heavier|step up) today|No more today"
                assert re.search(stands, weeks[2][0].entry.note)


@settings(THOROUGH, max_examples=80)
@given(kits(), athletes())
def test_every_exercise_gets_beyond_where_it_began(kit: Equipment, athlete: Athlete) -> None:
    """With the same sets in ten weeks of base each asks for more than at first."""
    some = problem(WEEKS[0], athlete=athlete, equipment=kit, phases=(3, 3))
    sessions = []
    for week in some.weeks[:10]:
        for kind, offset in ((SessionKind.D1, 0), (SessionKind.D2, 3)):
            day = some.days[week.days[offset]]
            entries = [
                Entry(slot.position, slot.alternatives[0], 2)
                for slot in some.slots[kind]
                if slot.alternatives[0] in day.possible
            ]
            sessions.append(Session(day.index, kind, tuple(entries)))
    plan = prescribe(some, Plan(tuple(sessions)))
    for exercise, found in full(some, plan):
        first, last = found[0], found[-1]
        assert first.entry.method == "start"
        assert (level(last).force, amount(last)) > (level(first).force, amount(first))
        if exercise.measure is Measure.REPS and level(last) is not CHOICE:
            assert amount(last) <= most(exercise, level(last))
