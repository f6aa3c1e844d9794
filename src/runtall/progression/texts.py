"""What the plan says to the runner, read from the data files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from runtall.domain.exercise import SessionKind
from runtall.domain.library import records
from runtall.domain.problem import Problem

# What people call the kinds of session.
KIND_WORDS = {SessionKind(row["session"]): row["label"] for row in records("session_kinds.csv")}
# Metres between which a race is a marathon, however its length was rounded; and of no long race.
MARATHON_M, LONG_M = (42_000, 42_400), 15_000


@cache
def texts() -> Mapping[str, str]:
    """Return every text by id, in the file's order."""
    return MappingProxyType({row["id"]: row["text"] for row in records("texts.csv")})


def say(text_id: str, **words: str) -> str:
    """Return one text.

    Parameters
    ----------
    words
        What stands in the text's braces, if it has any.

    Raises
    ------
    KeyError
        If there is no such text.
    """
    text = texts()[text_id]
    return text.format(**words) if words else text


def listed(parts: Sequence[str]) -> str:
    """Write some parts of a sentence in a row: ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def race_words(problem: Problem) -> str:
    """Return ``marathon`` where the run plan says that the race is one, else ``long race``.

    A ``race`` where it says that it is a short one.
    """
    runs = problem.days[problem.request.calendar.race_day].runs
    low, high = MARATHON_M
    lengths = [run.distance_m for run in runs if run.distance_m]
    if lengths:
        if any(low <= length <= high for length in lengths):
            return "marathon"
        return "long race" if max(lengths) >= LONG_M else "race"
    titles = " ".join(run.title.lower() for run in runs)
    named = "marathon" in titles and not any(word in titles for word in ("half", "ultra"))
    return "marathon" if named else "long race"
