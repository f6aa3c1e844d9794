"""What a title, a type and a text say together: no run is lost beside strength, no race."""

from __future__ import annotations

from datetime import date

import pytest

from runtall.importers.base import Entry
from runtall.importers.plan.decide import decide
from runtall.importers.words.languages import CODES
from runtall.importers.words.lengths import distance


@pytest.mark.parametrize(
    ("title", "says", "text", "kind", "strength"),
    [
        ("Riverside marathon", "Workout", "", "race", False),
        ("10k", "", "Local race", "race", False),
        ("6 km easy", "Gym", "", "easy", True),
        ("Gym", "", "Then 6 km easy", "easy", True),
        ("Gym", "", "1 km warm-up jog", "strength", False),
        ("Rest", "Gym", "", "rest", False),
    ],
)
def test_a_title_with_its_type_and_its_text(
    title: str, says: str, text: str, kind: str, strength: bool
) -> None:
    meaning = decide(Entry(date(2027, 4, 25), title, 1, text, "", says), None, CODES).meaning
    assert (meaning.kind, meaning.strength) == (kind, strength)


def test_a_part_in_brackets_is_not_the_whole_run() -> None:
    assert distance("LR 20 (10K fast)", "mi") == 32_187
