"""Units as printed, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain import units


@given(st.integers(0, 10**6))
def test_kilograms_are_exact(grams: int) -> None:
    assert units.grams(units.kilograms(grams)) == grams


@given(st.integers(0, 2000))
def test_whole_yards_lead_back_to_the_same_metres(metres: int) -> None:
    amount, unit = units.distance_words(metres, "imperial").split()
    assert units.distance_metres(amount, unit) == metres


def test_carries_are_told_in_five_yards() -> None:
    words = [units.distance_words(metres, "imperial") for metres in range(20, 61, 5)]
    assert [int(word.removesuffix(" yd")) % 5 for word in words] == [0] * 9
    assert len({*words}) == 9


@given(st.integers(1, 300))
def test_no_two_heights_are_told_alike(centimetres: int) -> None:
    words = [f"hands on {height} cm" for height in (centimetres, centimetres + 1)]
    assert len({units.height_words(height, "imperial") for height in words}) == 2
    assert units.height_words(words[0], "metric") == words[0]


def test_heights_are_told_in_inches() -> None:
    words = [units.height_words(f"hands on {height} cm", "imperial") for height in (30, 45, 75)]
    assert words == ["hands on 12 in", "hands on 18 in", "hands on 30 in"]
    assert units.height_words("light band", "imperial") == "light band"


@pytest.mark.parametrize("pounds", [2.5, 5, 10, 12.5, 15, 25, 30, 45, 100])
def test_weights_in_pounds_come_back(pounds: float) -> None:
    grams = round(pounds * 453.59237)
    assert units.load_words(grams, "imperial") == f"{pounds:g} lb"
    assert units.load_grams(f"{pounds:g} lb") == grams


@given(st.integers(1, 300_000), st.sampled_from(["metric", "imperial"]))
def test_every_weight_comes_back_to_the_gram(grams: int, system: str) -> None:
    assert units.load_grams(units.load_words(grams, system)) == grams


@pytest.mark.parametrize(("grams", "words"), [(567, "1.25 lb"), (12_000, "12 kg"), (454, "1 lb")])
def test_a_weight_made_in_kilograms_is_never_rounded_to_pounds(grams: int, words: str) -> None:
    assert units.load_words(grams, "imperial") == words


@pytest.mark.parametrize("words", ["light band", "14", "14 kg each", "-3 kg", "", "kg"])
def test_other_words_are_no_weight(words: str) -> None:
    assert units.load_grams(words) is None


def test_distances_of_runs() -> None:
    assert units.run_distance_words(42_195, "metric") == "42.2 km"
    assert units.run_distance_words(42_195, "imperial") == "26.2 mi"
    assert units.run_distance_words(10_000, "metric") == "10 km"
