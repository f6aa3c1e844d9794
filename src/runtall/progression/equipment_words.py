"""Items and what an exercise needs, in plain words."""

from __future__ import annotations

from runtall.domain.exercise import Exercise
from runtall.domain.library import records

# What the items are called, in the order in which they are named.
WORDS = {row["item"]: row["words"] for row in records("equipment_words.csv")}


def needs_words(exercise: Exercise) -> str:
    """Return what an exercise needs, in plain words: ``two dumbbells and a bench``."""
    ways = ([WORDS[item] for item in WORDS if item in need] for need in exercise.needs)
    return " or ".join(" and ".join(words) for words in ways)


def lacking_words(exercise: Exercise, items: frozenset[str]) -> str:
    """Return what is not there of all that an exercise needs: ``no bench``."""
    ways = []
    for need in exercise.needs:
        lacking = [words for item, words in WORDS.items() if item in need - items]
        ways.append(" and no ".join(words.removeprefix("a ") for words in lacking))
    words = " or ".join(dict.fromkeys(ways)).replace("two ", "pair of ")
    return f"no {words.replace(' or pair of ', ' or ')}"
