"""The runner's own strength sessions: those of the run plan, which are never ours to move."""

from __future__ import annotations

from typing import NamedTuple

# What a session without a title is called.
NAMELESS = "strength"


class OwnSession(NamedTuple):
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
