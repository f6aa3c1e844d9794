"""The worked example of the requirements: a coach's bounds for the same runner."""

from __future__ import annotations

import pytest

from runtall.derivation.available_loads import level_of
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Measure, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem
from runtall.progression.dose import prescribe
from runtall.progression.exposures import exposures
from runtall.progression.strength import strength
from tests.problems import problem
from tests.rules.by_hand import plan_of

WEEK = "easy workout easy easy easy long recovery"
D1 = {
    1: [2, 2, 1, 2, 1], 2: [3, 2, 1, 2, 1], 3: [3, 3, 1, 2, 1], 4: [3, 3, 1, 2, 1],
    5: [3, 3, 2, 2, 1], 6: [3, 3, 2, 2, 2], 7: [3, 3, 2, 3, 2], 8: [2, 2, 2, 2, 2],
    9: [3, 3, 2, 3, 2], 10: [3, 3, 2, 3, 2], 11: [2, 2, 2, 2, 2], 12: [2, 2, 2, 2, 1],
    13: [2, 2, 1, 2, 1],
}  # fmt: skip
D2 = {
    1: [2, 1, 2, 2, 1], 2: [2, 1, 3, 2, 1], 3: [3, 1, 3, 2, 1], 4: [3, 1, 3, 2, 1],
    5: [3, 2, 3, 2, 1], 6: [3, 2, 3, 2, 2], 7: [3, 2, 3, 3, 2], 8: [2, 2, 2, 2, 2],
    9: [3, 2, 3, 3, 2], 10: [3, 2, 3, 3, 2], 11: [2, 2, 2, 2, 2], 12: [2, 1, 2, 2, 2],
    13: [2, 1, 2, 2, 1],
}  # fmt: skip
LIFTS = ("one_arm_db_row", "lat_pulldown", "db_bench_press", "seated_cable_row")


def example(*, dumbbell_step: int = 1_000, stack_step: int = 2_500) -> tuple[Problem, Plan]:
    """The table's own sets for 70 kg and a first-time lifter."""
    some = problem(
        WEEK,
        athlete=Athlete(Experience.NEW, body_mass_g=70_000),
        equipment=Equipment(
            dumbbells_g=tuple(range(2_000, 30_001, dumbbell_step)),
            cable_g=tuple(range(5_000, 80_001, stack_step)),
            pulldown_g=tuple(range(5_000, 80_001, stack_step)),
        ),
    )
    weeks = {week: {SessionKind.D1: D1[week], SessionKind.D2: D2[week]} for week in D1}
    light = {14: [3, 2, 2], 15: [2, 2, 1]}
    weeks |= {week: {SessionKind.LIGHT: sets} for week, sets in light.items()}
    weeks[16] = {SessionKind.VERY_LIGHT: [1, 1, 1]}
    return some, prescribe(some, plan_of(some, weeks))


def course(plan: Plan, key: str) -> list[Entry]:
    return [e for s in plan.sessions for e in s.entries if e.exercise == key]


@pytest.mark.parametrize("key", LIFTS)
@pytest.mark.parametrize("step", [1_000, 2_000])
def test_gains_are_those_of_a_good_coach(key: str, step: int) -> None:
    some, plan = example(dumbbell_step=step)
    exercise = some.exercises[key]
    asks = []
    for one in exposures(some, plan)[key]:
        level = level_of(one.entry, one.loads)
        assert level is not None
        if one.in_base:
            asks.append(strength(exercise, level, one.entry.reps or 0, one.entry.rir or 0))
    assert 1.03 <= max(asks) / asks[0] <= 1.08
    assert sum(entry.method == "load" for entry in course(plan, key)) <= 2


@pytest.mark.parametrize("key", LIFTS[::2])
def test_with_coarse_dumbbells_reps_come_before_load(key: str) -> None:
    _, fine = example(dumbbell_step=1_000)
    _, coarse = example(dumbbell_step=2_000)
    assert [e.method for e in course(fine, key)].count("load") == 1
    methods = [e.method for e in course(coarse, key)]
    assert "load" not in methods
    assert methods.count("reps") >= 3


def test_everything_grows_and_nothing_grows_late() -> None:
    some, plan = example()
    grown = {"reps", "load", "sets", "distance"}
    for key, found in exposures(some, plan).items():
        base = [one.entry.method for one in found if one.day.phase is Phase.BASE]
        late = {one.entry.method for one in found if one.day.phase is not Phase.BASE}
        assert set(base) & (grown - {"sets"}), key
        assert not late & grown, key


def test_carries_and_ranges() -> None:
    _, plan = example()
    suitcase = [e.distance_m or 0 for e in course(plan, "suitcase_carry")]
    farmer = [e.distance_m or 0 for e in course(plan, "farmer_carry")]
    assert (suitcase[0], farmer[0]) == (20, 30)
    assert 25 <= max(suitcase) <= 40
    assert 35 <= max(farmer) <= 60
    assert suitcase[-3:] == [20, 20, 20]


def test_minutes_are_those_of_the_example() -> None:
    some, plan = example()
    for session in plan.sessions:
        in_taper = some.days[session.day].phase is Phase.TAPER
        assert 17 <= session.minutes <= (30 if in_taper else 36)


def test_peak_holds_the_load_and_taper_is_light() -> None:
    some, plan = example()
    for key, found in exposures(some, plan).items():
        if some.exercises[key].measure is not Measure.REPS:
            continue
        base = [one.entry for one in found if one.in_base][-1]
        for one in found:
            if one.day.phase is Phase.PEAK:
                assert (one.entry.load_g, one.entry.load) == (base.load_g, base.load)
                assert (one.entry.reps or 0) <= (base.reps or 0)
                assert one.entry.rir == 3
            if one.day.phase is Phase.TAPER and base.load_g and one.entry.load_g:
                assert one.entry.load_g <= 0.8 * base.load_g
