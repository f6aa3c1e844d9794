"""What a card names for when a place is taken."""

from __future__ import annotations

import pytest

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Session
from runtall.exporters.way_out import way_out
from tests.problems import problem

BELLS = (8_000, 8_000, 12_000)
ROW, PRESS = Entry(3, "band_row", 2), Entry(2, "db_bench_press", 2)


@pytest.mark.parametrize(
    ("dumbbells", "entry", "words"),
    [
        ((), ROW, "one-arm row with a kettlebell"),
        ((6_000, 8_000), ROW, "one-arm dumbbell row"),
        ((), PRESS, "floor press with kettlebells"),
        ((6_000, 8_000), PRESS, "dumbbell floor press"),
    ],
)
def test_who_has_only_kettlebells_is_sent_to_no_dumbbells(
    dumbbells: tuple[int, ...], entry: Entry, words: str
) -> None:
    kit = Equipment(
        dumbbells_g=dumbbells, kettlebells_g=BELLS, cable_g=(), pulldown_g=(), bands=True
    )
    assert way_out(problem(equipment=kit), Session(3, SessionKind.D2, (entry,)), entry) == words
