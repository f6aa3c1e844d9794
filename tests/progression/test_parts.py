"""Available loads, reduced doses, blocks, substitutions: what doses are made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.derivation.available_loads import (
    BODY,
    CHOICE,
    at_most,
    available_loads,
    level_of,
    nearest,
)
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises, records
from runtall.domain.plan import Entry, Plan
from runtall.domain.request import Access
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.dose import prescribe
from runtall.progression.effort import least_rir, most_rir, reps_in_reserve
from runtall.progression.strength import most
from tests.problems import problem
from tests.rules.by_hand import plan_of
from tests.rules.dosed import ASKED, GOOD, decided, entry

LIBRARY = exercises()
ROW = LIBRARY["one_arm_db_row"]
BANDS = replace(NOTHING, bands=True)
SEVENTY = Athlete(body_mass_g=70_000, sex="m")
LIGHT = Athlete(body_mass_g=59_000)


def weights(key: str, kit: Equipment) -> list[int | None]:
    return [level.load_g for level in available_loads(LIBRARY[key], kit)]


# --- available loads -------------------------------------------------------------------------


def test_free_weights_go_together() -> None:
    kit = Equipment(dumbbells_g=(8_000, 10_000), kettlebells_g=(8_000, 12_000))
    assert weights("one_arm_db_row", kit) == [8_000, 10_000, 12_000]
    assert weights("db_bench_press", kit) == [8_000, 10_000]


@pytest.mark.parametrize(
    ("bells", "pairs"), [((8_000, 12_000, 12_000, 16_000), [12_000]), ((6_000, 8_000), None)]
)
def test_two_equal_bells_are_a_pair(bells: tuple[int, ...], pairs: list[int] | None) -> None:
    kit = replace(NOTHING, kettlebells_g=bells)
    assert LIBRARY["farmer_carry"].possible_with(kit.items) is (pairs is not None)
    assert pairs is None or weights("farmer_carry", kit) == pairs
    assert weights("suitcase_carry", kit) == sorted({*bells})


def test_weights_come_before_bands_and_a_bag_is_always_there() -> None:
    assert weights("face_pull", Equipment())[0] == 5_000
    assert available_loads(LIBRARY["face_pull"], BANDS)[0].words == "light band"
    assert weights("suitcase_carry", BANDS)[:2] == [2_000, 3_000]
    assert available_loads(LIBRARY["plank_shoulder_tap"], BANDS) == (BODY,)


def test_levels_rise() -> None:
    for name in dict.fromkeys(row["levels"] for row in records("levels.csv")):
        forces = [int(row["force"]) for row in records("levels.csv") if row["levels"] == name]
        assert forces == sorted(set(forces))
        starts = [row["starts"] for row in records("levels.csv") if row["levels"] == name]
        # What a band leaves of body mass is guessed as weights are.
        everyone = set() if name == "assistance" else set(Experience)
        assert {one for cell in starts if cell for one in cell.split("+")} == everyone


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


# --- effort, reduced doses, blocks, reasons --------------------------------------------------


def test_prescribed_effort_is_within_the_bounds() -> None:
    for day in problem().days:
        for kind in SessionKind:
            for exposures in range(5):
                rir = reps_in_reserve(day, kind, ROW, exposures)
                assert least_rir(day, kind) <= rir <= most_rir(day, kind)


def test_light_dumbbells_may_overshoot_more() -> None:
    loads = available_loads(ROW, Equipment())
    assert [most(ROW, level) for level in loads if level.load_g in {16_000, 18_000}] == [17, 15]


@pytest.mark.parametrize(
    ("kind", "place", "before", "now"),
    [
        (SessionKind.D2, 3, (22_500, 10), (20_000, 10, "less")),
        (SessionKind.D1, 2, (25_000, 12), (25_000, 10, "less")),
    ],
)
def test_a_deload_week_has_the_load_and_the_lower_part_of_the_range(
    kind: SessionKind, place: int, before: tuple[int, int], now: tuple[int, int, str]
) -> None:
    """Nothing under 10 of 10 to 12 reps, so as many sets have less load; four fifths of 12."""
    week = next(week.number for week in ASKED.weeks if week.deload)
    was, deload = (entry(GOOD, number, kind, place) for number in (week - 1, week))
    assert (was.load_g, was.reps) == before
    assert (deload.load_g, deload.reps, deload.method) == now


def test_the_peak_has_the_whole_range_where_base_ended_above_it() -> None:
    base, peak = (entry(GOOD, week, SessionKind.D1, 2) for week in (10, 11))
    assert (base.load_g, base.reps) == (25_000, 13)
    assert (peak.load_g, peak.reps, peak.rir) == (25_000, 10, 3)
    row, after = (entry(GOOD, week, SessionKind.D1, 1) for week in (10, 11))
    assert (row.load_g, row.reps, after.load_g, after.reps) == (11_000, 12, 11_000, 10)


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
        (
            {"equipment": replace(BANDS, dumbbells_g=(8_000,)), "athlete": LIGHT},
            "row: 8 kg is more than a first guess; if you can do 8 with 3 left, write it in"
            " athlete.loads.",
        ),
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
    assert (pull.load, pull.load_g, pull.method) == ("light band", None, "less")
    assert "With what there is on this day." in pull.note
