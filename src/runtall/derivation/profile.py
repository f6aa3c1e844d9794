"""The weekly number of working sets that a plan aims at."""

from __future__ import annotations

from collections.abc import Sequence

from runtall.domain.athlete import Experience
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem, Week

# Sets of a full week: the guide's two templates with two sets of bench and of core.
FULL = 26
# Those of them that are third sets of carries, where these grow in metres only.
LIGHT_CARRIES = 2
START_PERCENT = {Experience.NEW: 60, Experience.SOME: 60, Experience.TRAINED: 80}
# Tenths of sets: the middle of the templates' 26 to 29.
MIDDLE_FULL = 275
# Sessions of a usual base week.
TWICE = 2
# Most sets of a week with one session.
MOST_SINGLE = 13
# Sets a week may grow by.
GROWTH = 2
SHORT_WEEKS = 8
SHORT_PERCENT = 80
DELOAD_PERCENT = 77
PEAK_PERCENT = (77, 69, 62)
# Sets of the one session of a peak week, where base weeks have two: it falls from the first. One
# more would be a third set of core, for which base would have to give up better ones; where a sign
# has brought a third set it doesn't fall, as that would be the one to go.
PEAK_SESSION = (12, 11)
# Sets of the race week, of the week before it, and of earlier taper weeks; and the most of them in
# per cent of those of the last week before the taper, rounded up.
TAPER_SETS = (3, 5, 7)
TAPER_PERCENT = (50, 50, 60)


def first_sets(experience: Experience, sessions: int = TWICE) -> int:
    """Return the most sets in week 1: 16, or 22 for a trained lifter with two sessions a week.

    One session a week has half of 16 in it, whoever lifts.
    """
    lifter = experience if sessions == TWICE else Experience.NEW
    return START_PERCENT[lifter] * MIDDLE_FULL * sessions // (1000 * TWICE)


def full_weeks(problem: Problem) -> tuple[Week, ...]:
    """Return the base weeks at full volume, with the usual equipment."""
    base = problem.phase_weeks(Phase.BASE)
    full = FULL - LIGHT_CARRIES * bool(problem.request.athlete.keep_carries_light)
    return tuple(week for week in base if week.target_sets >= full and not week.elsewhere)


def peak_percent(index: int, weeks: int) -> int:
    """Return the share of the reference in peak week ``index``, from 0, of ``weeks``; it falls."""
    if weeks == 1:
        return PEAK_PERCENT[1]
    return _between(PEAK_PERCENT[0], PEAK_PERCENT[-1], index, weeks)


def _between(first: int, last: int, index: int, weeks: int) -> int:
    """Return a number on the way from the first of some weeks to the last."""
    return round(first + (last - first) * index / max(1, weeks - 1))


def targets(
    weeks: Sequence[Week],
    experience: Experience,
    *,
    extra: int,
    third: bool = False,
    sessions: int = TWICE,
) -> tuple[int, ...]:
    """Return the sets to aim at in each week; a single session is half a week.

    In a peak week it is a whole session where base weeks have two: 11 or 12 sets, no more than the
    largest of them, and 11 after a peak week of two: the twelfth would come back there. It stays at
    12 with a third set for a sign. Taper weeks have 7, 5 and 3 sets, or a share of a small last
    week before them.

    Run cutbacks, weeks after two easier ones, weeks away, the days after a tune-up race and the
    largest rise in run distance add nothing. Early weeks, before the plan starts, have none.

    Parameters
    ----------
    weeks
        The weeks, all but their targets known.
    extra
        Sets above full that the signs ask for; less than 0 where carries stay light.
    third
        Whether they ask for one in the one session for both days.
    sessions
        Sessions of a usual base week.
    """
    full = FULL + extra
    planned = [week for week in weeks if not week.early]
    if len(planned) < SHORT_WEEKS:
        full = FULL * SHORT_PERCENT // 100
    level = reference = min(full, first_sets(experience, sessions) * TWICE // sessions)
    grown, before = False, FULL
    result = [0] * (len(weeks) - len(planned))
    peak = [week.number for week in weeks if week.phase is Phase.PEAK]
    twice = any(week.phase is Phase.BASE and week.n_sessions == TWICE for week in weeks)
    first, least = PEAK_SESSION
    least = first if third else least
    for week in planned:
        if week.phase is Phase.TAPER:
            place = taper_place(weeks, week)
            sets = min(TAPER_SETS[place], most_in_taper(place, before))
            result.append(sets if week.n_sessions else 0)
            continue
        if week.phase is Phase.PEAK:
            index = peak.index(week.number)
            if twice and week.n_sessions == 1 and not week.own:
                after = any(w.n_sessions == TWICE for w in planned if w.number in peak[:index])
                most = least if after else _between(first, least, index, len(peak))
                before = min(most, (reference + 1) // 2)
                result.append(before)
                continue
            sets = round(reference * peak_percent(index, len(peak)) / 100)
        elif week.deload or week.tuneup:
            sets = round(level * DELOAD_PERCENT / 100)
        else:
            held = week.holds or week.away or week.biggest_rise or week.after_race
            if grown and not held:
                level = min(full, level + GROWTH)
            grown = True
            sets = reference = level
        result.append((0, min(MOST_SINGLE, (sets + 1) // 2), sets)[week.n_sessions])
        before = result[-1] or before
    return tuple(result)


def taper_place(weeks: Sequence[Week], week: Week) -> int:
    """Return the place of a taper week, from the race back: 0, 1, and 2 for all earlier ones."""
    last = next((other.number for other in weeks if other.race_week), len(weeks))
    return min(max(0, last - week.number), len(TAPER_SETS) - 1)


def most_in_taper(place: int, before: int) -> int:
    """Return the most sets of a taper week, after so many in the last week before the taper."""
    return -(-before * TAPER_PERCENT[place] // 100)
