"""The way of an exercise: what it may do next, and the best of all ways, tried one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtall.derivation.available_loads import CHOICE, Level, Loads, available_loads
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import Exercise, Measure
from runtall.domain.library import exercises
from runtall.progression.load_step import (
    Chance,
    Hindrance,
    enough,
    hindrance,
    landing,
)
from runtall.progression.path import Point, State, Step, plan_path
from runtall.progression.strength import STEP, most, strength

LIBRARY = exercises()
ROW, PRESS, CABLE = (LIBRARY[k] for k in ("one_arm_db_row", "db_bench_press", "seated_cable_row"))
CARRY, PUSH_UP, BAND_ROW = (LIBRARY[k] for k in ("suitcase_carry", "push_up", "band_row"))
ANYBODY = Athlete(body_mass_g=70_000)
HEIGHTS = replace(Equipment(), heights_cm=(15, 30, 45, 60, 75, 90))


def grams(*loads: int) -> Loads:
    return tuple(Level(load, load) for load in loads)


def rising(*, first: int = 10_000, step: int = 1_000) -> Loads:
    return grams(*range(first, first + 20 * step, step))


def weeks(number: int, *, careful: int = 3, double: bool = True) -> list[Step]:
    """So many growing weeks, the first few with three in reserve."""
    return [
        Step(
            rir=3 if week < careful else 2,
            may_grow=week > 0,
            most=99,
            double=double and week == careful,
            weeks_left=number - week - 1,
            growths=number - week - 1,
        )
        for week in range(number)
    ]


def way(
    exercise: Exercise, loads: Loads, steps: Sequence[Step], athlete: Athlete = ANYBODY
) -> list[tuple[int | None, int]]:
    """Load and amount of each week, from the lightest load and the bottom of the range."""
    path = plan_path(exercise, loads, State(0, exercise.low), steps, athlete)
    return [(loads[point.state.level].load_g, point.state.amount) for point in path]


# --- examples by hand ------------------------------------------------------------------------


def test_a_row_climbs_its_range_and_takes_the_next_weight_for_as_much_strength() -> None:
    """12 x 10 kg with 2 left are 440: 8 with 11 kg, exactly."""
    assert way(ROW, rising(), weeks(8))[:7] == [
        (10_000, 8),
        (10_000, 9),
        (10_000, 10),
        (10_000, 12),
        (11_000, 8),
        (11_000, 9),
        (11_000, 10),
    ]
    assert landing(ROW, Level(10_000), 12, 2, Level(11_000), 2) == 8


def test_a_way_without_steps_is_empty() -> None:
    assert plan_path(ROW, (CHOICE,), State(0, 8), [], ANYBODY) == ()


def test_where_nothing_may_grow_everything_stays() -> None:
    steps = [Step(2, may_grow=False, most=99) for _ in range(9)]
    path = plan_path(ROW, rising(), State(4, 8), steps, ANYBODY)
    assert {point.state for point in path} == {State(4, 8)}
    assert [point.alike for point in path] == list(range(1, 10))


def test_time_bounds_what_goes_above_the_range() -> None:
    steps = [*weeks(10)[:9], replace(weeks(10)[9], most=13)]
    amounts = [amount for _, amount in way(CABLE, grams(20_000, 25_000), steps)]
    assert max(amounts) == 13
    assert amounts[-1] == 13


def test_a_coarse_rack_leaves_only_reps() -> None:
    """12.5 kg after 10 kg: 15 reps with 2 left are 470, and 5 with 12.5 kg, under six."""
    course = way(ROW, grams(10_000, 12_500), weeks(10))
    assert {load for load, _ in course} == {10_000}
    assert course[-1][1] >= 13


def test_who_has_to_stand_does_so_where_nothing_is_left() -> None:
    """Three weeks alike are needed once for 12 to 15 reps in nine weeks: the last ones."""
    course = plan_path(CABLE, grams(25_000, 30_000), State(0, 12), weeks(9, careful=0), ANYBODY)
    assert [point.state.amount for point in course] == [12, 12, 13, 13, 14, 14, 15, 15, 15]


def test_weeks_that_rest_are_no_weeks_of_standing_still() -> None:
    """As a run cutback, which repeats on purpose."""
    steps = weeks(10, careful=0)
    steps[6] = replace(steps[6], may_grow=False, new_week=False)
    course = plan_path(CABLE, grams(25_000, 30_000), State(0, 12), steps, ANYBODY)
    assert [point.state.amount for point in course] == [12, 12, 13, 13, 14, 14, 14, 15, 15, 15]


@pytest.mark.parametrize(("experience", "earned_after"), [(Experience.NEW, 2), ("trained", 1)])
def test_another_variant_is_earned(experience: Experience, earned_after: int) -> None:
    bug = LIBRARY["dead_bug"]
    loads = available_loads(bug, HEIGHTS)
    athlete = replace(ANYBODY, experience=Experience(experience))
    steps = weeks(6, careful=0, double=False)
    path = plan_path(bug, loads, State(0, 10), steps, athlete)
    assert [point.state.level for point in path].index(1) == earned_after
    assert path[earned_after].state.amount == 6


@pytest.mark.parametrize(("experience", "times"), [*zip(Experience, (2, 1, 1), strict=True)])
def test_lower_hands_are_earned_twice_by_new_lifters(experience: Experience, times: int) -> None:
    loads = available_loads(PUSH_UP, HEIGHTS)
    top = State(loads.index(next(lvl for lvl in loads if lvl.words == "hands on 45 cm")), 15)
    steps = weeks(6, careful=0, double=False)
    path = plan_path(PUSH_UP, loads, top, steps, Athlete(experience))
    # 48 x 47 / 55 are 41, of which 30 are Epley's and 2 stay in reserve.
    assert path[times].state == State(top.level + 1, 9)


@pytest.mark.parametrize("change", [{"weeks_left": 0}, {"taken": True}])
def test_a_step_waits(change: dict[str, Any]) -> None:
    steps = [replace(step, **change) for step in weeks(8)]
    assert {load for load, _ in way(ROW, rising(), steps)} == {10_000}


@pytest.mark.parametrize(("exercise", "left"), [(ROW, 2), (CARRY, 2), (PUSH_UP, 2), (BAND_ROW, 2)])
def test_no_step_is_taken_in_the_last_two_growing_weeks(exercise: Exercise, left: int) -> None:
    """The strong band from farther away is as new as another one."""
    kit = replace(HEIGHTS, dumbbells_g=(10_000, 11_000), cable_g=(), bands=True)
    before, after, *_ = available_loads(exercise, kit)[-2:]
    chance = Chance(
        before=before, amount=exercise.high, rir=2, at_top=2, after=after, rir_after=2,
        weeks_left=left, growths=2, taken=False,
    )  # fmt: skip
    trained = Athlete(Experience.TRAINED, body_mass_g=70_000)
    assert hindrance(exercise, trained, chance) is None
    last = replace(chance, weeks_left=left - 1)
    assert hindrance(exercise, trained, last) is Hindrance.LATE


@pytest.mark.parametrize("experience", Experience)
def test_a_step_asks_for_no_more_than_was_done(experience: Experience) -> None:
    """12 x 20 kg with 2 left are 880, 7 x 22.5 kg 877: no need to climb on to what is harder."""
    course = way(ROW, grams(20_000, 22_500), weeks(10), Athlete(experience))
    twice = [(20_000, 13)] if experience is Experience.NEW else []
    landed = (22_500, 8) if twice else (22_500, 7)
    assert course[3:][: len(twice) + 2] == [(20_000, 12), *twice, landed]


# --- hands that go lower ---------------------------------------------------------------------


def hands(cm: int) -> Level:
    words = f"hands on {cm} cm" if cm else "on the floor"
    return next(level for level in available_loads(PUSH_UP, HEIGHTS) if level.words == words)


@pytest.mark.parametrize(
    ("before", "after", "reps"),
    [
        (90, 75, 12),
        (75, 60, 12),
        (60, 45, 13),
        (45, 30, 12),
        (30, 15, 10),
        (15, 0, 9),
        (75, 45, 15),
    ],
)
def test_hands_go_lower_for_as_many_push_ups_as_are_worth_six_there(
    before: int, after: int, reps: int
) -> None:
    """48 x (12 + 32) are 2112, 55 x (6 + 32) are 2090; nobody knows how hard 75 cm is."""
    assert enough(PUSH_UP, hands(before), hands(after)) == reps
    assert enough(PUSH_UP, hands(0), Level(67, None, "feet on 15 cm")) == 15
    assert enough(ROW, Level(10_000, 10_000), Level(11_000, 11_000)) == 12


def test_hands_go_from_stair_to_stair_in_ten_weeks() -> None:
    loads = available_loads(PUSH_UP, replace(HEIGHTS, heights_cm=(15, 30, 45)))
    start = State(loads.index(hands(30)), 6)
    path = plan_path(PUSH_UP, loads, start, weeks(10), Athlete(Experience.SOME))
    course = [(loads[point.state.level].words, point.state.amount) for point in path]
    assert course[2:6] == [
        ("hands on 30 cm", 8),
        ("hands on 30 cm", 10),
        ("hands on 15 cm", 6),
        ("hands on 15 cm", 7),
    ]


@pytest.mark.parametrize(("double", "course"), [(False, [8, 9, 10]), (True, [8, 9, 11])])
@pytest.mark.parametrize("number", [7, 8, 9, 10])
def test_two_reps_at_once_only_as_the_reserve_falls(
    number: int, double: bool, course: list[int]
) -> None:
    """However late a step would come: with three left each week brings one rep."""
    steps = [replace(step, double=step.double and double) for step in weeks(number, careful=2)]
    path = plan_path(ROW, rising(), State(0, 8), steps, ANYBODY)
    amounts = [point.state.amount for point in path if not point.state.level]
    assert amounts[:3] == course
    grown = [now - before for before, now in pairwise(amounts)]
    assert grown.count(2) == double


def test_who_leaves_more_in_reserve_than_last_time_does_no_more_reps() -> None:
    """As on a day without a run; the next day goes on, and so does who leaves as much each time."""
    steps = weeks(9, careful=0, double=False)
    steps[2:5] = [replace(step, rir=3) for step in steps[2:5]]
    held = [amount for _, amount in way(CABLE, grams(20_000, 30_000), steps)]
    assert held[:4] == [10, 11, 11, 12]
    turns = [replace(step, rir=2 + number % 2) for number, step in enumerate(steps)]
    found = [amount for _, amount in way(CABLE, grams(20_000, 30_000), turns)]
    assert found == [10, 10, 11, 11, 12, 12, 13, 13, 14]
    farther = [amount for _, amount in way(CARRY, grams(8_000), turns)]
    assert farther[:4] == [20, 25, 30, 35]


def test_a_table_is_no_step_to_a_chair() -> None:
    """From 36 to 48 per cent of body mass: 15 on 75 cm are not worth one on 45."""
    chance = Chance(
        before=hands(75), amount=15, rir=2, at_top=2, after=hands(45), rir_after=2,
        weeks_left=9, growths=9, taken=False,
    )  # fmt: skip
    assert hindrance(PUSH_UP, ANYBODY, chance) is Hindrance.TOO_LARGE


def test_a_carry_takes_the_next_weight_once_it_went_the_whole_way_twice() -> None:
    """8 kg over 40 m are 320; 9 kg over 35 m are 315, over 40 m they would be 360."""
    course = way(CARRY, grams(8_000, 9_000, 10_000), weeks(9, double=False))
    first = course.index((9_000, 35))
    assert course[first - 2 : first] == [(8_000, 40)] * 2
    assert course[first - 3] == (8_000, 35)


@pytest.mark.parametrize(
    ("kit", "steps"),
    [
        (replace(NOTHING, dumbbells_g=(8_000, 10_000)), 1),
        (replace(NOTHING, dumbbells_g=(8_000, 10_500)), 0),
        (replace(NOTHING, dumbbells_g=(6_804, 9_072)), 0),  # 15 and 20 lb
        (replace(NOTHING, kettlebells_g=(8_000, 12_000)), 1),
        (replace(NOTHING, kettlebells_g=(8_000, 12_500)), 0),
        (replace(NOTHING, dumbbells_g=(8_000,), kettlebells_g=(12_000,)), 0),
        (replace(NOTHING, dumbbells_g=(8_000,), kettlebells_g=(8_000, 12_000)), 1),
    ],
)
def test_a_carry_gets_a_quarter_heavier_at_most_and_a_kettlebell_4_kg(
    kit: Equipment, steps: int
) -> None:
    """The suitcase carry may be done with either: what counts is what is there."""
    loads = available_loads(CARRY, kit)
    course = way(CARRY, loads, weeks(12, double=False), Athlete(body_mass_g=90_000))
    assert len({load for load, _ in course}) == 1 + steps


@pytest.mark.parametrize(("kilograms", "steps"), [(70, 1), (69, 0)])
def test_a_suitcase_weighs_a_fifth_of_the_runner_at_most(kilograms: int, steps: int) -> None:
    athlete = Athlete(body_mass_g=1000 * kilograms)
    course = way(CARRY, grams(13_000, 14_000), weeks(12, double=False), athlete)
    assert len({load for load, _ in course}) == 1 + steps


@pytest.mark.parametrize(
    ("athlete", "highest"),
    [
        (Athlete(), "feet on 30 cm"),
        (Athlete(Experience.SOME), "feet on 60 cm"),
        (Athlete(Experience.SOME, overhead_irritates=True), "on the floor"),
    ],
)
def test_feet_go_up_for_those_who_bear_it(athlete: Athlete, highest: str) -> None:
    loads = available_loads(PUSH_UP, HEIGHTS)
    floor = next(index for index, level in enumerate(loads) if level.words == "on the floor")
    steps = weeks(60, careful=0, double=False)
    path = plan_path(PUSH_UP, loads, State(floor, 15), steps, athlete)
    assert loads[path[-1].state.level].words == highest


@pytest.mark.parametrize("third", [2, 5, 60])
def test_feet_leave_the_floor_only_after_three_sets_there(third: int) -> None:
    loads = available_loads(PUSH_UP, HEIGHTS)
    floor = next(index for index, level in enumerate(loads) if level.words == "on the floor")
    steps = [
        replace(step, sets=3 if number >= third else 2, more_sets=number == third)
        for number, step in enumerate(weeks(12, careful=0, double=False))
    ]
    path = plan_path(PUSH_UP, loads, State(floor, 14), steps, Athlete(Experience.SOME))
    first = next((i for i, point in enumerate(path) if point.state.level > floor), None)
    assert first == (third + 1 if third < len(steps) else None)
    # Whoever has feet up goes on there with as many sets as there are, and so do hands.
    for level in (floor - 1, floor + 1):
        fewer = [replace(step, sets=2) for step in steps]
        path = plan_path(PUSH_UP, loads, State(level, 15), fewer, Athlete(Experience.SOME))
        assert path[-1].state.level > level


def test_a_band_begins_at_the_bottom_of_the_range() -> None:
    loads = available_loads(BAND_ROW, replace(Equipment(), dumbbells_g=(), cable_g=()))
    path = plan_path(BAND_ROW, loads, State(0, 10), weeks(20), ANYBODY)
    steps = [
        after.state for before, after in pairwise(path) if after.state.level > before.state.level
    ]
    assert len(steps) >= 3
    assert {state.amount for state in steps} == {10}


def test_a_step_below_the_range_climbs_back_before_the_peak() -> None:
    """20 kg x 13 with 2 left are 900: 8 reps with 22.5 kg, two under the range of 10 to 12."""
    chance = Chance(
        before=Level(20_000, 20_000), amount=13, rir=2, at_top=2, after=Level(22_500, 22_500),
        rir_after=2, weeks_left=4, growths=3, taken=False,
    )  # fmt: skip
    assert landing(CABLE, chance.before, 13, 2, Level(22_500, 22_500), 2) == 8
    assert hindrance(CABLE, ANYBODY, chance) is None
    assert hindrance(CABLE, ANYBODY, replace(chance, growths=2)) is None
    assert hindrance(CABLE, ANYBODY, replace(chance, growths=1)) is Hindrance.LATE
    assert hindrance(CABLE, ANYBODY, replace(chance, amount=12)) is Hindrance.TOO_LARGE


def test_a_long_block_takes_several_steps() -> None:
    course = way(ROW, rising(step=500), weeks(45))
    assert len({load for load, _ in course}) >= 4


# --- all ways --------------------------------------------------------------------------------


def moves(
    exercise: Exercise, loads: Loads, athlete: Athlete, done: Sequence[State], steps: Sequence[Step]
) -> Iterator[State]:
    """Where an exercise can stand after what was done, told from the whole way so far."""
    state, before, now = done[-1], steps[len(done) - 1], steps[len(done)]
    one = STEP[exercise.measure]
    if not now.may_grow:
        yield state
        return
    here = [number for number, other in enumerate(done) if other.level == state.level]
    heavier = next(iter(loads[state.level + 1 :]), None)
    top = enough(exercise, loads[state.level], heavier) if heavier else exercise.high
    chance = Chance(
        before=loads[state.level],
        amount=state.amount,
        rir=before.rir,
        at_top=sum(done[number].amount >= top for number in here),
        after=heavier,
        rir_after=now.rir,
        weeks_left=now.weeks_left,
        growths=now.growths,
        taken=now.taken,
        sets=before.sets,
    )
    if heavier and hindrance(exercise, athlete, chance) is None:
        old, rirs = loads[state.level], (before.rir, now.rir)
        lands = landing(exercise, old, state.amount, rirs[0], heavier, rirs[1])
        yield State(state.level + 1, lands)
    elif exercise.measure is Measure.REPS and now.rir > before.rir:
        yield state
    elif state.amount < exercise.high:
        fits = state.amount + 2 * one <= exercise.high and not doubles(exercise, done)
        fits = fits and (now.double or exercise.measure is not Measure.REPS)
        if fits:
            yield State(state.level, state.amount + 2 * one)
        if not (fits and now.double):
            yield State(state.level, state.amount + one)
    else:
        yield state
        longest = min(step.most for step in steps[len(done) :])
        if state.amount < min(most(exercise, loads[state.level]), longest):
            yield State(state.level, state.amount + one)


def doubles(exercise: Exercise, done: Sequence[State]) -> list[int]:
    """Where on the way it has grown by two."""
    return [
        number
        for number, (before, now) in enumerate(pairwise(done), start=1)
        if now.level == before.level and now.amount - before.amount > STEP[exercise.measure]
    ]


def ways(
    exercise: Exercise, loads: Loads, athlete: Athlete, done: list[State], steps: Sequence[Step]
) -> Iterator[list[State]]:
    if len(done) == len(steps):
        yield done
        return
    for state in moves(exercise, loads, athlete, done, steps):
        yield from ways(exercise, loads, athlete, [*done, state], steps)


def price(exercise: Exercise, done: Sequence[State], steps: Sequence[Step]) -> tuple[int, ...]:
    """How long it stands, no step, hurry, steps, growth left out, how late steps and growth are."""
    dead = taken = idle = late = grown = 0
    alike = 1
    for number, (before, now) in enumerate(pairwise(done), start=1):
        step = steps[number]
        same = before == now and not step.more_sets
        alike = alike + step.new_week if same else 1
        dead += max(0, alike - 2) if step.new_week else 0
        stepped = now.level > before.level
        taken += stepped
        late += number * stepped
        idle += step.may_grow and before == now
        grown += number * (before != now)
    hurry = sum(not steps[number].double for number in doubles(exercise, done))
    return dead, -min(taken, 1), hurry, -taken, idle, late, grown


@st.composite
def cases(draw: st.DrawFn) -> tuple[Exercise, Loads, State, list[Step], Athlete]:
    exercise = draw(st.sampled_from([ROW, PRESS, CABLE, CARRY, PUSH_UP, BAND_ROW]))
    if exercise in (PUSH_UP, BAND_ROW):
        bands = replace(HEIGHTS, dumbbells_g=(), cable_g=())
        loads = available_loads(exercise, bands)
    else:
        first = draw(st.integers(6, 24)) * 500
        gaps = draw(st.lists(st.sampled_from([500, 1_000, 2_000, 2_500]), min_size=2, max_size=6))
        loads = grams(*(first + sum(gaps[:count]) for count in range(len(gaps) + 1)))
    one = STEP[exercise.measure]
    amount = exercise.low + one * draw(st.integers(0, (exercise.high - exercise.low) // one))
    start = State(draw(st.integers(0, len(loads) - 1)), amount)
    number = draw(st.integers(1, 14))
    steps, week = [], 0
    doubled = draw(st.integers(1, 6))
    for index in range(number):
        new_week = index == 0 or draw(st.integers(0, 4)) > 0
        week += new_week
        more_sets = index > 0 and draw(st.integers(0, 5)) == 0
        grows = index > 0 and new_week and not more_sets and draw(st.integers(0, 6)) > 0
        steps.append(
            Step(
                rir=3 if week < draw(st.integers(1, 4)) else 2,
                may_grow=grows,
                most=exercise.high + draw(st.sampled_from([0, 1, 3, 9])),
                taken=draw(st.integers(0, 5)) == 0,
                double=index == doubled and exercise.measure is Measure.REPS,
                weeks_left=draw(st.sampled_from([0, 1, *[number - index - 1] * 6])),
                growths=draw(st.sampled_from([0, 2, *[number - index - 1] * 4])),
                new_week=new_week,
                more_sets=more_sets,
                sets=draw(st.integers(1, 3)),
            )
        )
    return exercise, loads, start, steps, Athlete(draw(st.sampled_from(Experience)), 80_000)


@settings(deadline=None, max_examples=400)
@given(cases())
def test_the_way_is_the_best_of_all(
    case: tuple[Exercise, Loads, State, list[Step], Athlete],
) -> None:
    exercise, loads, start, steps, athlete = case
    found = ways(exercise, loads, athlete, [start], steps)
    best = min(price(exercise, done, steps) for done in found)
    path: tuple[Point, ...] = plan_path(exercise, loads, start, steps, athlete)
    states = [point.state for point in path]
    assert states in list(ways(exercise, loads, athlete, [start], steps))
    assert price(exercise, states, steps) == best
    assert len(doubles(exercise, states)) <= 1
    for (before, now), last, step in zip(pairwise(states), steps, steps[1:], strict=False):
        if now.level > before.level and loads[0].load_g and exercise is not CARRY:
            asked = strength(exercise, loads[now.level], now.amount, step.rir)
            assert asked <= strength(exercise, loads[before.level], before.amount, last.rir)
            assert 6 <= now.amount <= exercise.high - 2
