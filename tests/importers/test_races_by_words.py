"""Races that only a few words name, and what has such words and is none; made up."""

from __future__ import annotations

import pytest

from runtall.importers.kinds.classify import classify


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("15,0 RACE Millbrook run", "race"),
        ("Tarnley 10 (10 mile road race)", "race"),
        ("10K fun race - hard effort", "race"),
        ("Mile relay (race leg 5 km)", "race"),
        ("12 race pace", "workout"),
        ("6 mile trail race effort", "workout"),
        ("5x800, 8k all in", "workout"),
        ("8 race prep", ""),
    ],
)
def test_a_race_by_its_words(title: str, kind: str) -> None:
    assert classify(title, ("en",)).kind == kind
