"""The runner's own strength sessions: those of the run plan, which are never ours to move."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from runtall.domain.library import data_text

# What a session without a title is called.
NAMELESS = "strength"


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A strength session of the run plan.

    Parameters
    ----------
    title
        The run plan's words.
    counts
        It is like ours, and so one of the week's sessions; legs, core, mobility and yoga aren't.
    """

    title: str
    counts: bool


@cache
def _rows() -> tuple[tuple[re.Pattern[str], bool], ...]:
    rows = tomllib.loads(data_text("own_strength.toml"))["row"]
    return tuple((re.compile(row["pattern"]), row["counts"]) for row in rows)


def counts(spelling: str) -> bool:
    """Return whether a session with such a title, in one spelling, is like ours."""
    return next((like_ours for pattern, like_ours in _rows() if pattern.search(spelling)), True)
