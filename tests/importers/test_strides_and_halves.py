"""Accelerations behind easy runs, races of half a marathon by their place, and short names."""

from __future__ import annotations

import pytest

from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import CODES


def kind(code: str, title: str) -> str:
    """The kind of a title of a language."""
    return classify(title, (code, *(one for one in CODES if one != code))).kind


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("zh", "轻松跑 9公里+5x100米加速跑"), ("zh", "轻松跑 8公里 + 加速跑4x80米"),
        ("zh", "有氧跑 10公里+6x100米冲刺"), ("en", "easy 9 km, 5 x 100 m pick-ups"),
        ("en", "easy 9 km + 4 x 80 m fast"), ("es", "rodaje 9 km + 5x100 m progresivos"),
        ("fr", "footing 9 km + 5x100 m vite"), ("pl", "OWB1 9 km + 6x100m rytmy"),
        ("de", "lockerer DL 9 km, 4x100 m zügig"), ("pt", "rodagem leve 9 km, 5x100 m rápidos"),
    ],
)  # fmt: skip
def test_a_few_accelerations_behind_an_easy_run(code, title):
    assert kind(code, title) == "easy"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("recovery 4 mi, 8 x 100 m", "recovery"), ("easy 15 min + 5x80", "easy"),
        ("easy 3 km w/ 4 x 120 m", "easy"), ("jog 10 km recovery (8x120)", "recovery"),
        ("easy 4 km, 9 x 100 m", "workout"), ("easy 8 km, 6x90 s", "workout"),
        ("easy 8 km, 6x60'", "workout"), ("easy 8 km, 8x140", "workout"),
    ],
)  # fmt: skip
def test_a_few_of_hundred_metres_at_last_are_strides_behind_any_easy_run(title, expected):
    assert kind("en", title) == expected


@pytest.mark.parametrize(
    ("title", "details", "expected"),
    [
        ("Aerobic + speed", "9 x 100 m", "easy"), ("Aerobic & speed", "8x120", "easy"),
        ("Aerobic and speed", "10x100 m strides", "easy"), ("Recovery", "6x80", "recovery"),
        ("Speed", "9 x 100 m", "workout"), ("Aerobic + speed", "9 x 300 m", "workout"),
        ("Aerobic + tempo", "8 x 100 m", "workout"), ("Aerobic", "6x60 s", "workout"),
    ],
)  # fmt: skip
def test_details_tell_that_the_speed_beside_an_easy_run_is_strides(load, title, details, expected):
    text = f'date,session,km,details\n2027-03-02,{title},11,"{details}"\n2027-03-07,Marathon,,\n'
    assert str(load(text).runs[0].run.kind) == expected


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("zh", "间歇 8x100米加速跑"), ("zh", "10x100米加速跑"),
        ("en", "easy 2 mi, 10 x 100 m fast"),
        ("en", "easy 9 km, 10 x 100 m hill"), ("zh", "轻松跑 3公里+10x100米冲坡"),
    ],
)  # fmt: skip
def test_what_is_a_workout_stays_one(code, title):
    assert kind(code, title) == "workout"


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("es", "la media de Mendoza, a correrla fuerte"), ("es", "la maratón de Rosario, fuerte"),
        ("pt", "a meia da Nazaré: correr forte"), ("it", "la mezza di Verona - forte"),
        ("it", "la mezza d'Ischia, a tutta"), ("fr", "le semi de Nancy, vite"),
        ("fr", "semi du Touquet, à fond"), ("en", "21.1 RACE Milford"), ("en", "half mara Bath"),
    ],
)  # fmt: skip
def test_a_half_of_a_place_is_a_race(code, title):
    assert kind(code, title) == "race"


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("es", "media hora suave", "easy"), ("pt", "meia hora leve", "easy"),
        ("it", "mezza ora facile", "easy"), ("es", "ritmo de media 8 km", "workout"),
        ("en", "9 w 4 @ mara pace", "workout"), ("en", "10 race pace", "workout"),
    ],
)  # fmt: skip
def test_what_is_no_race(code, title, expected):
    assert kind(code, title) == expected


@pytest.mark.parametrize("title", ["8 x 200 strides", "8 x 200 m strides", "4 x 100 strides"])
def test_strides_alone_are_easy_and_asked_about(title: str) -> None:
    # Strides are run relaxed, with as long a pause as one likes: also 200 m of them tire nobody
    # for the next day. As nothing else says so, the runner is asked.
    meaning = classify(title, ("en",))
    assert (meaning.kind, meaning.weak) == ("easy", True)
