"""What light sessions have, whatever a runner prefers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import LIGHT_KINDS, SessionKind
from runtall.domain.plan import Entry
from runtall.progression.substitution import substitution
from tests.problems import problem

PULL_UPS = Equipment(pull_up_bar=True, kettlebells_g=(4_000, 4_000, 8_000, 8_000))
FLOOR, HIGH = Athlete(push_ups=35), Athlete(push_ups=5)


@pytest.mark.parametrize(
    ("prefer", "athlete", "sessions", "light"),
    [
        (("assisted_pull_up",), HIGH, 2, "one_arm_db_row push_up suitcase_carry"),
        (("assisted_pull_up", "lat_pulldown"), HIGH, 1, "one_arm_db_row push_up suitcase_carry"),
        (("db_bench_press",), HIGH, 2, "one_arm_db_row push_up suitcase_carry"),
        (("db_overhead_press",), FLOOR, 2, "one_arm_db_row push_up suitcase_carry"),
        # Nobody begins with push-ups shortly before a race, nor with another row or carry.
        (("db_bench_press",), HIGH, 1, "one_arm_db_row db_bench_press suitcase_carry"),
        (("db_bench_press",), FLOOR, 1, "one_arm_db_row push_up suitcase_carry"),
        (("band_row", "rack_carry"), HIGH, 1, "band_row push_up rack_carry"),
        (("farmer_carry",), HIGH, 1, "one_arm_db_row push_up farmer_carry"),
    ],
)
def test_light_sessions_are_the_guides_of_what_base_has(
    prefer: tuple[str, ...], athlete: Athlete, sessions: int, light: str
) -> None:
    keys: dict[str, Any] = {"prefer": prefer, "base_sessions": sessions}
    some = problem(athlete=replace(athlete, body_mass_g=80_000), equipment=PULL_UPS, **keys)
    for kind in LIGHT_KINDS:
        assert " ".join(slot.alternatives[0] for slot in some.slots[kind]) == light


def test_a_wish_for_pull_ups_takes_the_place_of_the_pulldown() -> None:
    some = problem(equipment=PULL_UPS, prefer=("assisted_pull_up",))
    row, pulldown, *_ = some.slots[SessionKind.D1]
    assert row.alternatives[0] == "one_arm_db_row"
    assert pulldown.alternatives[0] == "assisted_pull_up"


@pytest.mark.parametrize(
    ("told", "carry"),
    [
        ("farmer_carry", "farmer_carry"),
        ("rack_carry", "rack_carry"),
        ("farmer_carry suitcase_carry", "suitcase_carry"),
        ("one_arm_db_row", "suitcase_carry"),
    ],
)
def test_where_one_carry_is_all_it_is_one_whose_load_is_told(told: str, carry: str) -> None:
    loads = {key: KnownLoad(24_000, 8, 2) for key in told.split()}
    athlete = Athlete(body_mass_g=95_000, loads=loads)
    kit = replace(PULL_UPS, kettlebells_g=(24_000, 24_000))
    some = problem(athlete=athlete, equipment=kit, base_sessions=1)
    for kind in (SessionKind.MERGED, *LIGHT_KINDS):
        (slot,) = [slot for slot in some.slots[kind] if slot.name == "carry"]
        assert slot.alternatives[0] == carry
    pull, push = (
        {slot.alternatives[0] for slot in some.slots[kind]}
        for kind in (SessionKind.D1, SessionKind.D2)
    )
    assert "suitcase_carry" in pull
    assert "farmer_carry" in push
    why = substitution(some, some.days[0], SessionKind.MERGED, Entry(4, carry, 2))
    other = carry != "suitcase_carry"
    assert why == "In place of the suitcase carry, as you told what you walk with." * other


@pytest.mark.parametrize(
    ("athlete", "core"),
    [
        (Athlete(), "side_plank"),
        (Athlete(Experience.SOME, push_ups=9), "side_plank"),
        (Athlete(push_ups=10), "plank_shoulder_tap"),
        (Athlete(Experience.TRAINED), "plank_shoulder_tap"),
    ],
)
def test_shoulder_taps_are_for_who_does_push_ups_on_the_floor(athlete: Athlete, core: str) -> None:
    some = problem(athlete=replace(athlete, painful=frozenset({"dead_bug"})))
    (slot,) = [slot for slot in some.slots[SessionKind.D1] if slot.name == "dead_bug"]
    assert slot.alternatives[0] == core
