"""Phases, cutback weeks and deload weeks, read off the run plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from runtall.domain.phase import Phase

# A cutback week runs at most this percentage of the week before and of the week after, or its
# longest run is at most this percentage of theirs.
CUTBACK, LONG_CUTBACK = 85, 70
# A high week runs at least this percentage of the most.
HIGH = 90


def default_lengths(weeks: int) -> tuple[int, int]:
    """Return peak and taper weeks of a run plan without distances, by its length."""
    if weeks < 8:
        taper = min(2, weeks)
        return (1 if weeks >= 5 else 0, taper)
    if weeks < 14:
        return (3 if weeks >= 10 else 2, 2)
    return (3 if weeks <= 16 else 4, 3)


def detect_lengths(volumes: Sequence[int], longest: Sequence[int]) -> tuple[int, int]:
    """Return peak and taper weeks from weekly distances and longest runs, in metres.

    The taper follows the last high week, 2 or 3 weeks long; the peak ends with that week and
    reaches back over the high weeks before it, 2 to 4 weeks, at most 7 weeks from the race.
    """
    weeks = len(volumes)
    if weeks < 8 or not all(volumes[:-1]):
        return default_lengths(weeks)
    if 100 * min(volumes[:-1]) >= HIGH * max(volumes[:-1]):
        # Weeks that are all alike say nothing of a peak.
        return default_lengths(weeks)
    high = [100 * volume >= HIGH * max(volumes[:-1]) for volume in volumes[:-1]]
    far = [100 * run >= HIGH * max(longest[:-1]) for run in longest[:-1]]
    last_high = max(index for index, is_high in enumerate(high) if is_high)
    taper = min(3, max(2, weeks - 1 - last_high))
    end = weeks - taper
    reach = [index for index in range(max(end - 4, weeks - 7), end) if high[index] or far[index]]
    peak = min(4, max(2, end - min(reach, default=end - 2)))
    return (peak, taper)


def phases(weeks: int, peak: int, taper: int) -> tuple[Phase, ...]:
    """Return the phase of each week."""
    base = max(0, weeks - peak - taper)
    return (
        (Phase.BASE,) * base + (Phase.PEAK,) * min(peak, weeks - taper) + (Phase.TAPER,) * taper
    )[:weeks]


def cutbacks(volumes: Sequence[int], longest: Sequence[int]) -> tuple[bool, ...]:
    """Return the weeks that run clearly less than both their neighbours; none without distances.

    That is at most 85 % of their distance, or a longest run of at most 70 % of theirs.
    """
    known = all(volumes[:-1])
    less = zip(_dips(volumes, CUTBACK), _dips(longest, LONG_CUTBACK), strict=True)
    return tuple(known and any(either) for either in less)


def _dips(lengths: Sequence[int], percent: int) -> Iterator[bool]:
    """Yield for each week whether it has at most such a share of the weeks before and after."""
    for week, here in enumerate(lengths):
        neighbours = lengths[week - 1 : week + 2 : 2] if week else ()
        yield len(neighbours) == 2 and 100 * here <= percent * min(neighbours)


FIRST_DELOAD = 8
NEXT_DELOAD = 6
# A race, or a week without strength, that comes within so many weeks stands for the next deload.
MOST_TO_RACE = 10
MOST_TO_BREAK = 9


def deload_weeks(
    base_weeks: int,
    cutback: Sequence[bool],
    raced: Collection[int] = (),
    early: int = 0,
    missed: Collection[int] = (),
) -> tuple[int, ...]:
    """Return the deload weeks (1-based) of the base phase.

    4 to 8 weeks apart, the first in week 8 and then every 6th where the run plan has no
    opinion, on a run cutback week where one lies in reach, best 6 to 8 weeks after the last;
    none in the last two base weeks: the peak's cut does it there. So no more than seven weeks
    grow in a row. The week of a long tune-up race is a reduced one anyway and stands for a deload,
    and so does a week without strength.

    Parameters
    ----------
    raced
        Weeks with such a race, or right after one.
    early
        Weeks before the plan starts: the first one after them counts as the first of all.
    missed
        Weeks in which no day can have a session.
    """
    chosen: list[int] = []
    last = early
    while True:
        easy = [week for week in raced if last < week <= last + MOST_TO_RACE]
        easy += [week for week in missed if last < week <= last + MOST_TO_BREAK]
        if easy:
            last = min(easy)
            continue
        ideal = last + (NEXT_DELOAD if last > early else FIRST_DELOAD)
        reach = [week for week in range(last + 4, last + 9) if week <= base_weeks - 2]
        if not reach or (
            base_weeks - last < FIRST_DELOAD and not any(cutback[w - 1] for w in reach)
        ):
            return tuple(chosen)
        chosen.append(min(reach, key=lambda w: _unlike(w - last, w - ideal, cutback[w - 1])))
        last = chosen[-1]


def _unlike(block: int, off: int, cutback: bool) -> tuple[bool, bool, int, int]:
    """Return how little a week is like the best one for a deload, after a block of weeks."""
    return (not cutback, cutback and block < NEXT_DELOAD, abs(off), block)
