"""Carries on days without a weight: the plan says what to carry."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from runtall.derivation.available_loads import available_loads
from runtall.derivation.first_guess import most_at_first
from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.request import Access
from runtall.progression.dose import prescribe
from runtall.progression.improvised import improvised
from tests.problems import problem
from tests.solve import shipped

BAG = "Carry a packed bag"


@pytest.mark.parametrize(
    ("key", "equipment", "with_bag"),
    [
        ("suitcase_carry", NOTHING, True),
        ("suitcase_carry", Equipment(), False),
        ("suitcase_carry", replace(NOTHING, dumbbells_g=(9_000,)), False),
        ("suitcase_carry", replace(NOTHING, dumbbells_g=(9_240,)), False),
        ("suitcase_carry", replace(NOTHING, dumbbells_g=(9_241,)), True),
        ("suitcase_carry", replace(NOTHING, dumbbells_g=(24_000,)), True),
        ("farmer_carry", NOTHING, False),
        ("push_up", NOTHING, False),
    ],
)
def test_the_bag_is_named_where_nothing_else_fits(
    key: str, equipment: Equipment, with_bag: bool
) -> None:
    """A first carry of 70 kg has 8.4 kg, a tenth more at most: else a bag is packed."""
    exercise = exercises()[key]
    loads = available_loads(
        exercise, equipment, most_at_first(exercise, Athlete(body_mass_g=70_000))
    )
    assert improvised(exercise, equipment, loads) is with_bag


def test_a_week_away_with_bands_says_so_in_every_file(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = Path(shipped.solved("travel-weeks", tmp_path_factory).paths[0]).parent
    rows = list(csv.DictReader(io.StringIO((folder / "plan.csv").read_text("utf-8"))))
    notes = {row["date"]: row["note"] for row in rows if row["exercise"] == "suitcase_carry"}
    away = {day for day in notes if "2027-03-01" <= day <= "2027-03-05"}
    assert away
    assert [day for day, note in notes.items() if BAG in note] == [min(away)]
    calendar = (folder / "plan.ics").read_bytes().decode().replace("\r\n ", "")
    cards = [line for line in calendar.splitlines() if line.startswith("DESCRIPTION:")]
    assert sum(card.count(BAG) for card in cards) == 1
    assert calendar.count(" in a bag\\;") >= len(away)
    assert BAG in (folder / "plan.json").read_text("utf-8")


def test_how_a_bag_is_packed_is_said_once_where_a_trip_goes_on_with_it() -> None:
    """A bag has every weight of the dumbbells at home, so on a trip the carry goes on."""
    trip = Access(equipment=replace(NOTHING, bands=True, bag_g=Equipment().bag_g))
    access = [trip if 28 <= day < 42 else Access() for day in range(112)]
    kit = Equipment(dumbbells_g=(8_000, 10_000))
    some = problem(athlete=Athlete(body_mass_g=80_000), equipment=kit, access=access)
    carries = tuple(
        Session(7 * week, SessionKind.D1, (Entry(4, "suitcase_carry", 2),)) for week in range(8)
    )
    told = [BAG in s.entries[0].note for s in prescribe(some, Plan(carries)).sessions]
    assert [week for week, bag in enumerate(told) if bag] == [4]
