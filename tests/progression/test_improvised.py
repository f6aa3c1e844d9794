"""Carries on days without a weight: the plan says what to carry."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.library import exercises
from runtall.progression.improvised import improvised
from tests.solve import shipped

BAG = "a loaded bag"


@pytest.mark.parametrize(
    ("exercise", "equipment", "words"),
    [
        ("suitcase_carry", NOTHING, BAG),
        ("suitcase_carry", Equipment(), ""),
        ("farmer_carry", NOTHING, ""),
        ("push_up", NOTHING, ""),
    ],
)
def test_the_bag_is_named_where_nothing_else_is(
    exercise: str, equipment: Equipment, words: str
) -> None:
    assert improvised(exercises()[exercise], equipment.items) == words


def test_a_week_away_with_bands_says_so_in_every_file(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = Path(shipped.solved("travel-weeks", tmp_path_factory).paths[0]).parent
    rows = list(csv.DictReader(io.StringIO((folder / "plan.csv").read_text("utf-8"))))
    carries = {row["date"]: row["load"] for row in rows if row["exercise"] == "suitcase_carry"}
    away = {day for day in carries if "2027-03-01" <= day <= "2027-03-05"}
    assert away
    assert {day for day, load in carries.items() if load == BAG} >= away
    assert "" in carries.values()
    calendar = (folder / "plan.ics").read_bytes().decode().replace("\r\n ", "")
    assert f"Suitcase carry: 3 x 20 m per side\\, {BAG}\\, 3 in reserve" in calendar
    assert f'"load": "{BAG}"' in (folder / "plan.json").read_text("utf-8")
