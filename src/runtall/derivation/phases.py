"""Phases, cutback weeks and deload weeks, read off the run plan."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from runtall.domain.phase import Phase

# A cutback runs at most this percentage of the week before and of the week after, or its longest
# run is at most this percentage of theirs. The usual 15 and 30 % less still count when rounded.
CUTBACK, LONG_CUTBACK = 86, 73
# Or it alone runs at most this percentage of the week before, on the way to a higher one.
ONE_CUTBACK = 88
# Most weeks of one.
MOST_CUTBACK = 2
# A high week runs at least this percentage of the most.
HIGH = 90
# Fewer weeks have the phases of their number, whatever is run.
LEAST_WEEKS = 8
# Weeks of a peak and of a taper. The peak is at most one week in so many, and begins at most so
# many before the race.
FEWEST, MOST_PEAK, MOST_TAPER = 2, 4, 3
PEAK_SHARE, REACH = 4, 7


def default_lengths(weeks: int) -> tuple[int, int]:
    """Return peak and taper weeks of a run plan without distances, by its length."""
    if weeks < LEAST_WEEKS:
        taper = min(FEWEST, weeks)
        return (1 if weeks >= 5 else 0, taper)
    if weeks < 14:
        return (3 if weeks >= 12 else 2, 2)
    return (3 if weeks <= 16 else 4, 3)


def detect_lengths(volumes: Sequence[int], longest: Sequence[int]) -> tuple[int, int]:
    """Return peak and taper weeks from weekly distances and longest runs, in metres.

    The taper follows the last high week, 2 or 3 weeks long; the peak ends with that week and
    reaches back over the high weeks before it, 2 to 4 weeks and at most a quarter of all, at most 7
    weeks from the race. Where no weeks stand out it is as long as without distances.
    """
    weeks = len(volumes)
    peak, taper = default_lengths(weeks)
    if not _says_anything(volumes):
        return (peak, taper)
    taper = _taper(volumes)
    if high := _standing_out(volumes, longest):
        peak = min(MOST_PEAK, weeks // PEAK_SHARE, max(FEWEST, weeks - taper - min(high)))
    return (peak, taper)


def tells_peak(volumes: Sequence[int], longest: Sequence[int]) -> bool:
    """Return whether distances tell where the peak begins; else its length is a guess."""
    return _says_anything(volumes) and bool(_standing_out(volumes, longest))


def _says_anything(volumes: Sequence[int]) -> bool:
    """Return whether every week's distance is known, and they aren't all alike."""
    return len(volumes) >= LEAST_WEEKS and all(volumes[:-1]) and not all(_high(volumes))


def _high(lengths: Sequence[int]) -> list[bool]:
    """Return which weeks before the race week come near to the longest of them."""
    before = lengths[:-1]
    return [100 * length >= HIGH * max(before) for length in before]


def _taper(volumes: Sequence[int]) -> int:
    """Return the weeks after the last high one."""
    return min(MOST_TAPER, max(FEWEST, 1 + _high(volumes)[::-1].index(True)))


def _standing_out(volumes: Sequence[int], longest: Sequence[int]) -> set[int]:
    """Return the weeks shortly before the taper, from 0, with high distances or longest runs.

    Where most of the weeks before these are high, too, they say nothing of a peak.
    """
    weeks, found = len(volumes), set[int]()
    end = weeks - _taper(volumes)
    first = max(end - MOST_PEAK, weeks - REACH)
    for high in (_high(volumes), _high(longest)):
        if 2 * sum(high[:first]) <= first:
            found |= {week for week in range(first, end) if high[week]}
    return found


def phases(weeks: int, peak: int, taper: int) -> tuple[Phase, ...]:
    """Return the phase of each week."""
    base = max(0, weeks - peak - taper)
    return (
        (Phase.BASE,) * base + (Phase.PEAK,) * min(peak, weeks - taper) + (Phase.TAPER,) * taper
    )[:weeks]


def cutbacks(
    volumes: Sequence[int], longest: Sequence[int], raced: Collection[int] = ()
) -> tuple[bool, ...]:
    """Return the weeks that run clearly less than those around them: one week, or two in a row.

    That is at most 86 % of the distance of the week before and of the week after; or less than the
    week before, with a longest run of at most 73 % of theirs; or at most 88 % of the week before,
    where the week after is higher again or has a tune-up race, unless a plan just alternates. So
    one that goes on with less has no cutback, nor has one before the race from which it doesn't
    come back up.

    Parameters
    ----------
    raced
        Weeks with a tune-up race (1-based).
    """
    falls = {week for week in range(1, len(volumes)) if volumes[week] < volumes[week - 1]}
    found = _dips(volumes, CUTBACK) | (_dips(longest, LONG_CUTBACK) & falls)
    found |= _single_dips(volumes, raced)
    return tuple(week in found for week in range(len(volumes)))


def _single_dips(volumes: Sequence[int], raced: Collection[int]) -> set[int]:
    """Return the weeks clearly under the week before from which it goes up, or into a race."""
    dips = {
        week
        for week in range(1, len(volumes) - 1)
        if 0 < 100 * volumes[week] <= ONE_CUTBACK * volumes[week - 1]
        and (volumes[week] < volumes[week + 1] or week + 2 in raced)
    }
    return {week for week in dips if not dips & {week - 2, week + 2}}


def _dips(lengths: Sequence[int], percent: int) -> set[int]:
    """Return the weeks, one or two in a row, with at most such a share of those around them."""
    found = set[int]()
    for length in range(1, MOST_CUTBACK + 1):
        for first in range(1, len(lengths) - length):
            weeks = range(first, first + length)
            around = min(lengths[first - 1], lengths[weeks.stop])
            if around > 0 and 100 * max(lengths[week] for week in weeks) <= percent * around:
                found |= set(weeks)
    return found


FIRST_DELOAD = 8
NEXT_DELOAD = 6
# Weeks between two easier weeks, at least, and most of them that grow in a row.
FEWEST_BETWEEN, MOST_GROWING = 4, 8


def deload_weeks(
    base_weeks: int,
    cutback: Sequence[bool],
    raced: Collection[int] = (),
    early: int = 0,
    missed: Collection[int] = (),
    ill: Collection[int] = (),
    halved: Collection[int] = (),
) -> tuple[int, ...]:
    """Return the deload weeks (1-based) of the base phase.

    4 to 8 weeks apart, the first in week 8 and then every 6th where the run plan has no
    opinion, on a run cutback week where one lies in reach, best 6 to 8 weeks after the last;
    none in the last two base weeks: the peak's cut does it there. So no more than seven weeks
    grow in a row, or eight where a run cutback follows. The week of a long tune-up race is a
    reduced one anyway and stands for a deload, and so does a week without strength, if no more than
    eight weeks grow up to it; else one lies four weeks before it, at least, three on a cutback. The
    week after one without strength is small, too: what follows counts from there. A week that an
    illness takes stands for a deload, and so does one right before it that begins with half a
    session after an illness, but nobody knows of these before.

    Parameters
    ----------
    raced
        Weeks with such a race, or right after one.
    early
        Weeks before the plan starts: the first one after them counts as the first of all.
    missed, ill
        Weeks in which no day can have a session, as was known, or for an illness.
    halved
        Weeks in which the first session after an illness lies.
    """
    chosen: list[int] = []
    breaks = {*missed, *ill}
    last: int | None = early
    while last is not None:
        ahead = [week for week in (*raced, *missed) if week > last]
        stands = bool(ahead) and min(ahead) <= last + MOST_GROWING + 1
        planned = min(ahead) if stands else _next_deload(base_weeks, cutback, last, early, ahead)
        easier = [*ill, *(week for week in halved if week + 1 == planned)]
        taken = min((w for w in easier if last < w < (planned or base_weeks)), default=None)
        if planned and not (stands or taken):
            chosen.append(planned)
        last = taken or planned
        while last in breaks:
            last += 1
    return tuple(chosen)


def _next_deload(
    base_weeks: int, cutback: Sequence[bool], last: int, early: int, ahead: Sequence[int]
) -> int | None:
    """Return the next deload after an easier week and before those ahead; None: there is none."""
    ideal = last + (NEXT_DELOAD if last > early else FIRST_DELOAD)
    usual, end = last + MOST_GROWING, base_weeks - 2
    # One growing week more is better than a deload beside a cutback. One may also lie a week nearer
    # to what comes: nothing would grow in it anyway.
    reach = [
        week
        for week in range(last + FEWEST_BETWEEN, min(usual + 1, end) + 1)
        if (week <= usual or cutback[week - 1])
        and all(week <= other - FEWEST_BETWEEN + cutback[week - 1] for other in ahead)
    ]
    if not reach or (base_weeks - last < FIRST_DELOAD and not any(cutback[w - 1] for w in reach)):
        return None
    return min(reach, key=lambda w: _unlike(w - last, w - ideal, cutback[w - 1]))


def _unlike(block: int, off: int, cutback: bool) -> tuple[bool, bool, int, int]:
    """Return how little a week is like the best one for a deload, after a block of weeks."""
    whole = NEXT_DELOAD <= block <= MOST_GROWING
    return (not cutback, cutback and not whole, abs(off), block)
