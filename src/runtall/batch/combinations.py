"""Every combination of some values of a scenario's keys."""

from __future__ import annotations

import hashlib
import itertools
import math
import re
from collections.abc import ItemsView, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from runtall.scenario.changes import change, in_yaml

if TYPE_CHECKING:
    from runtall.domain.scenario import Change

# Names that every file system takes.
SAFE = re.compile(r"[A-Za-z0-9._=,-]{1,120}(?<!\.)")
LONGEST = 80


def combinations(
    values: Mapping[str, Sequence[Any]],
) -> Iterator[tuple[dict[str, str], tuple[Change, ...]]]:
    """Yield every combination of the values of some dotted keys, the last key fastest.

    Yields
    ------
    shown, changes
        What each key is set to, as people read it and as the scenario takes it.
    """
    for chosen in itertools.product(*_choices(values)):
        pairs = list(zip(values, chosen, strict=True))
        yield (
            {key: text for key, (text, _) in pairs},
            tuple(change(key, value) for key, (_, value) in pairs),
        )


def how_many(values: Mapping[str, Sequence[Any]]) -> int:
    """Return how many combinations there are, without making one."""
    return math.prod(map(len, _choices(values)))


def _choices(values: Mapping[str, Sequence[Any]]) -> list[ItemsView[str, Any]]:
    """Return the values of each key, as people read them and as they are, without repeats."""
    return [{in_yaml(value): value for value in of_key}.items() for of_key in values.values()]


def folder_name(labels: Mapping[str, str]) -> str:
    """Return the name of a combination's folder: ``strength.minutes=20,availability.wed=off``.

    What no file name can hold becomes a dash, and a few digits of a hash keep names apart.
    """
    name = ",".join(f"{key}={value}" for key, value in labels.items())
    if SAFE.fullmatch(name):
        return name
    digits = hashlib.sha256(name.encode()).hexdigest()[:8]
    plain = re.sub(r"[^A-Za-z0-9._=,]+", "-", name)[:LONGEST]
    return f"{plain}-{digits}"
