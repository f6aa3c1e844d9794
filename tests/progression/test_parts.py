"""Available and first loads, reduced doses, blocks, substitutions: what doses are made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises, records
from runtall.domain.plan import Entry, Plan
from runtall.domain.request import Access
from runtall.derivation.available_loads import (
    BODY,
    CHOICE,
    at_most,
    available_loads,
    level_of,
    nearest,
)
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.dose import prescribe
from runtall.progression.effort import least_rir, most_rir, reps_in_reserve
from runtall.progression.path import State, Step, aim, plan_path
from runtall.progression.starting_load import shares, start_of
from runtall.progression.strength import most, strength
from tests.problems import problem
from tests.rules.by_hand import plan_of
from tests.rules.dosed import ASKED, GOOD, decided, entry

LIBRARY = exercises()
ROW, PRESS = LIBRARY["one_arm_db_row"], LIBRARY["db_bench_press"]
BANDS = replace(NOTHING, bands=True)
SEVENTY = Athlete(body_mass_g=70_000)


def weights(key: str, kit: Equipment) -> list[int | None]:
    return [level.load_g for level in available_loads(LIBRARY[key], kit)]


# --- available loads -------------------------------------------------------------------------


def test_free_weights_go_together() -> None:
    kit = Equipment(dumbbells_g=(8_000, 10_000), kettlebells_g=(8_000, 12_000))
    assert weights("one_arm_db_row", kit) == [8_000, 10_000, 12_000]
    assert weights("db_bench_press", kit) == [8_000, 10_000]


def test_two_different_bells_are_a_pair_named_by_the_lighter() -> None:
    kit = replace(NOTHING, kettlebells_g=(8_000, 12_000, 12_000))
    loads = available_loads(LIBRARY["farmer_carry"], kit)
    assert [(level.load_g, level.force) for level in loads] == [(8_000, 10_000), (12_000, 12_000)]


def test_weights_come_before_bands_and_a_bag_is_always_there() -> None:
    assert weights("face_pull", Equipment())[0] == 5_000
    assert available_loads(LIBRARY["face_pull"], BANDS)[0].words == "light band"
    assert weights("suitcase_carry", BANDS)[:2] == [2_000, 3_000]
    assert available_loads(LIBRARY["dead_bug"], BANDS) == (BODY,)


def test_levels_rise() -> None:
    for name in dict.fromkeys(row["levels"] for row in records("levels.csv")):
        forces = [int(row["force"]) for row in records("levels.csv") if row["levels"] == name]
        assert forces == sorted(set(forces))
        starts = [row["starts"] for row in records("levels.csv") if row["levels"] == name]
        assert {one for cell in starts if cell for one in cell.split("+")} == set(Experience)


@given(
    st.lists(st.integers(1, 60_000), min_size=1, unique=True).map(sorted), st.integers(1, 70_000)
)
def test_nearest_and_at_most(grams: list[int], wanted: int) -> None:
    loads = available_loads(ROW, replace(NOTHING, dumbbells_g=tuple(grams)))
    gap = abs(loads[nearest(loads, wanted)].force - wanted)
    assert gap == min(abs(level.force - wanted) for level in loads)
    chosen = loads[at_most(loads, wanted)].force
    assert chosen <= wanted or chosen == grams[0]


def test_levels_are_known_by_weight_or_words() -> None:
    loads = available_loads(LIBRARY["band_row"], BANDS)
    assert level_of(Entry(1, "band_row", 1, load="medium band"), loads) == loads[2]
    assert level_of(Entry(1, "band_row", 1, load="a rope"), loads) is None
    assert level_of(Entry(1, "band_row", 1, load="choose: 3 more reps possible"), loads) is CHOICE


# --- first loads -----------------------------------------------------------------------------


def test_every_exercise_with_weights_has_a_first_guess() -> None:
    kit = replace(Equipment(), barbell_landmine=True, incline_bench=True, kettlebells_g=(8_000,))
    loaded = {k for k, e in LIBRARY.items() if e.working and available_loads(e, kit)[0].load_g}
    assert loaded == set(shares())


def test_a_known_load_comes_before_a_guess_and_both_ways_use_one_curve() -> None:
    known = replace(SEVENTY, loads={"one_arm_db_row": KnownLoad(14_000, 10, 2)})
    loads = available_loads(ROW, replace(Equipment(), dumbbells_g=tuple(range(1_000, 30_001, 500))))
    start = start_of(ROW, loads, known)
    # 14 kg for 10 and 2 left are 19.6 kg for one; 8 and 3 left are 14.34 kg of that.
    assert loads[start.state.level].load_g == 14_500
    assert start.state.amount == 8
    assert "what you can do" in start.note
    assert "first guess" in start_of(ROW, loads, SEVENTY).note


def test_nothing_known_leaves_the_choice_to_the_runner() -> None:
    some = problem("easy workout easy easy easy long recovery")
    plan = prescribe(
        some, plan_of(some, {1: {SessionKind.D1: [2] * 5}, 14: {SessionKind.LIGHT: [2, 2, 1]}})
    )
    assert [e.load for e in plan.sessions[0].entries] == [
        *["choose: 3 more reps possible"] * 3,
        "choose: twice as far possible",
        "",
    ]
    assert entry(plan, 14, SessionKind.LIGHT, 1).load == "choose: 4 more reps possible"


@pytest.mark.parametrize(
    ("push_ups", "words"),
    [
        (0, "hands on 60 cm"),
        (1, "hands on 45 cm"),
        (5, "hands on 30 cm"),
        (10, "on the floor"),
        (60, "feet on 60 cm"),
    ],
)
def test_push_ups_begin_where_three_are_left(push_ups: int, words: str) -> None:
    exercise = LIBRARY["push_up"]
    start = start_of(exercise, available_loads(exercise, NOTHING), Athlete(push_ups=push_ups))
    assert start.loads[start.state.level].words == words
    assert start.state.amount == exercise.low


def test_a_first_load_that_is_too_heavy_says_so() -> None:
    loads = available_loads(PRESS, replace(Equipment(), dumbbells_g=(12_000,)))
    start = start_of(PRESS, loads, SEVENTY)
    assert start.state == State(0, 6)
    assert "heavier than it should be" in start.note


def test_pounds_stay_pounds() -> None:
    loads = tuple(round(453.59237 * pounds) for pounds in range(5, 66, 5))
    start = start_of(ROW, available_loads(ROW, replace(Equipment(), dumbbells_g=loads)), SEVENTY)
    assert start.loads[start.state.level].load_g in loads


# --- the path --------------------------------------------------------------------------------


def test_the_aim_rises_and_stays_below_the_most() -> None:
    for experience in Experience:
        aims = [aim(experience, weeks) for weeks in range(54)]
        assert aims == sorted(aims)
        assert aims[0] == 0
        assert aims[-1] <= 150
        assert all(aims[weeks] <= 15 * weeks for weeks in range(54))


def test_a_path_without_steps_is_empty() -> None:
    assert plan_path(ROW, (CHOICE,), State(0, 8), [], Experience.NEW) == ()


def test_where_nothing_may_grow_everything_stays() -> None:
    steps = [Step(week, 2, may_grow=False, most=99) for week in range(9)]
    path = plan_path(ROW, available_loads(ROW, Equipment()), State(4, 8), steps, Experience.NEW)
    assert set(path) == {State(4, 8)}


def test_time_bounds_what_goes_above_the_range() -> None:
    cable = LIBRARY["seated_cable_row"]
    steps = [Step(week, 2, may_grow=week > 0, most=13 if week == 9 else 99) for week in range(10)]
    loads = available_loads(cable, Equipment())
    path = plan_path(cable, loads, State(3, 10), steps, Experience.NEW)
    assert max(state.amount for state in path) == 13


def test_a_long_block_takes_several_steps_and_then_rests() -> None:
    fine = replace(Equipment(), dumbbells_g=tuple(range(2_000, 30_001, 500)))
    steps = [Step(week, 3 if week < 3 else 2, may_grow=week > 0, most=99) for week in range(45)]
    loads = available_loads(ROW, fine)
    path = plan_path(ROW, loads, State(16, 8), steps, Experience.NEW)
    first, last = (
        strength(ROW, loads[s.level], s.amount, r) for s, r in ((path[0], 3), (path[-1], 2))
    )
    assert 1.08 <= last / first <= 1.15
    assert path[-1].level > path[0].level


# --- effort, reduced doses, blocks, reasons --------------------------------------------------


def test_prescribed_effort_is_within_the_bounds() -> None:
    for day in problem().days:
        for kind in SessionKind:
            for exposures in range(5):
                rir = reps_in_reserve(day, kind, ROW, exposures)
                assert least_rir(day, kind) <= rir <= most_rir(day, kind)


def test_light_dumbbells_may_overshoot_more() -> None:
    loads = available_loads(ROW, Equipment())
    assert [most(ROW, level) for level in loads if level.load_g in {14_000, 16_000}] == [17, 15]


def test_a_deload_week_has_the_load_and_the_lower_part_of_the_range() -> None:
    week = next(week.number for week in ASKED.weeks if week.deload)
    before, now = (entry(GOOD, number, SessionKind.D1, 1) for number in (week - 1, week))
    assert (before.load_g, before.reps) == (10_000, 12)
    assert (now.load_g, now.reps, now.method) == (10_000, 9, "less")


def test_every_block_has_its_words_and_the_ramp_comes_first() -> None:
    blocks = [block_of(ASKED, week) for week in ASKED.weeks]
    assert set(blocks) == set(LABELS)
    assert blocks[0] == "sets"
    assert blocks.index("reps_and_load") > blocks.index("sets")
    assert blocks[-1] == "less"
    short = problem(weeks=2)
    assert [block_of(short, week) for week in short.weeks] == ["less", "less"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"athlete": Athlete(painful=frozenset({"one_arm_db_row"}))}, "row, which hurts."),
        ({"avoid": frozenset({"one_arm_db_row"})}, "row, which you avoid."),
        ({"prefer": ("band_row",)}, "row, as you prefer."),
        ({"equipment": replace(BANDS, cable_g=(5_000,))}, "row: no dumbbell or kettlebell."),
    ],
)
def test_substitutes_say_why(options: dict[str, object], words: str) -> None:
    some = problem(**options)
    plan = prescribe(
        some, plan_of(some, {1: {SessionKind.D1: [2] * len(some.slots[SessionKind.D1])}})
    )
    note = plan.sessions[0].entries[0].note
    assert note.startswith(f"In place of the one-arm dumbbell {words}")


def test_a_day_away_says_so_and_eases() -> None:
    access = tuple(Access(equipment=BANDS if day == 28 else None) for day in range(112))
    some = problem("easy workout easy easy easy long recovery", access=access, athlete=SEVENTY)
    raw = decided(some)
    away = replace(
        raw,
        sessions=tuple(
            replace(s, entries=(replace(s.entries[0], exercise="band_row"), s.entries[2]))
            if s.day == 28
            else s
            for s in raw.sessions
        ),
    )
    row, pull = prescribe(some, Plan(away.sessions)).on(28)[0].entries
    assert "no dumbbell or kettlebell on this day" in row.note
    assert (pull.load, pull.load_g, pull.method) == ("light band", None, "hold")
    assert "What there is on this day." in pull.note
