"""The straight line of strength that planned load steps stay under."""

from __future__ import annotations

from runtall.domain.athlete import Experience

# Growth that load steps may lead to: tenths of a per cent a week, and in any block of weeks.
# Limits and no targets; ours, well under what novices gained in studies of six weeks.
RATE = {Experience.NEW: 15, Experience.SOME: 10, Experience.TRAINED: 7}
MOST = {Experience.NEW: 200, Experience.SOME: 140, Experience.TRAINED: 100}
# Weeks after which a line ends and the next begins where it ended, for new lifters less steep.
BLOCK = 16


def line(experience: Experience, weeks: int) -> int:
    """Return the growth that load steps may have led to, in tenths of a per cent.

    Parameters
    ----------
    weeks
        Weeks with strength training since the exercise was first done.
    """
    grown = 0
    for first in range(0, weeks, BLOCK):
        grown += min(MOST[experience], RATE[experience] * min(BLOCK, weeks - first))
        if experience is Experience.NEW:
            experience = Experience.SOME
    return grown


def strongest(first: int, experience: Experience, weeks: int) -> int:
    """Return the strength that the line has after so many weeks, from that of the first dose."""
    return first * (1000 + line(experience, weeks)) // 1000
