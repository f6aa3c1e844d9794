"""Strength sessions of a run plan: like ours, or for legs and core, in every language."""

from __future__ import annotations

import pytest

from runtall.importers.words.languages import CODES, language
from runtall.importers.words.own_strength import counts


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_a_language(code: str) -> None:
    words = language(code).own_strength
    assert all(counts(f"20 min {word.rstrip('*')}") for word in words["upper"])
    assert not any(counts(f"20 min {word.rstrip('*')}") for word in words["other"])


@pytest.mark.parametrize(
    ("title", "like_ours"),
    [
        ("Gym: upper body and core", True), ("Gym: legs", False), ("Push", True),
        ("Push-ups and planks", False), ("Krafttraining", True), ("Rumpfstabi", False),
        ("Musculation haut du corps", True), ("Gainage 20 min", False), ("", True),
        ("Fuerza tren superior", True), ("Si\u0142ownia: nogi", False),
        ("\u6838\u5fc3\u8bad\u7ec3", False),
        ("Yoga for runners", False), ("Styrka \u00f6verkropp", True),
    ],
)  # fmt: skip
def test_titles(title: str, like_ours: bool) -> None:
    assert counts(title) is like_ours
