"""What only the week can say: which run is the long one, and which is medium-long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from statistics import median

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import NOT_RUNNING, RunKind
from runtall.importers.base import DatedRun, Provenance
from runtall.importers.words.languages import CODES, any_of
from runtall.importers.words.race_lengths import is_short_race
from runtall.importers.words.titles import spelling

# From here on an easy run is medium-long, and a workout can be the long run; where only minutes are
# known, an easy run is from here on.
FAR_M, FAR_MINUTES = 16_000, 80
# The long run is so many times as long as the median of the week's other runs.
STANDS_OUT = 1.2
# So many times on a day that long runs are rarely on, or beside one that is called long.
BY_FAR = 1.5
# Of long runs by name; in a week without one the longest that is shorter than this share is none.
HALF_AS_LONG = 0.5
# A run that is called medium-long is the week's long one only if it is longer by far.
CALLED_LESS = 0.8
# Runs that a plan calls medium-long, and means it.
FEWEST_CALLED = 3
# Easy days by which a plan tells how long they usually are.
FEWEST_USUAL = 10
# Friday to Sunday, where the long run usually is.
WEEKEND = (4, 5, 6)
# Six minutes a kilometre, where only minutes are known.
METRES_A_MINUTE = 167
MAY_BE_LONG = {RunKind.EASY, RunKind.RECOVERY, RunKind.MEDIUM_LONG, RunKind.WORKOUT}
MAY_BE_MID, NOT_MID = {RunKind.EASY, RunKind.MEDIUM_LONG}, {"ga", "general aerobic"}
RACES = {RunKind.RACE, RunKind.TUNEUP}


def name_long_runs(runs: Sequence[DatedRun], week_starts: str) -> Iterable[DatedRun]:
    """Name long and medium-long runs that no words name; what is stated stays.

    The longest run of a week is the long run if it stands out: a little on a weekend, on the
    weekday that most weeks have their longest run on, or under a name that long runs mostly have;
    by far on any other, or where a shorter one on another day is called long; that one is then a
    medium-long run. A week that the plan
    begins or ends within has none if that weekday is missing; and where most weeks call theirs so,
    one of less than half of those is none.
    """
    weeks = {
        number: list(week)
        for number, week in groupby(runs, key=lambda dated: week_of(dated.date, week_starts))
    }
    longest = Counter(
        max(ran, key=_length).date.weekday()
        for week in weeks.values()
        if (ran := [dated for dated in week if _length(dated)])
    )
    usual = min(longest, key=lambda day: (-longest[day], -day), default=6)
    named = [
        max(long, key=_length)
        for week in weeks.values()
        if (long := [dated for dated in week if dated.run.kind is RunKind.LONG])
    ]
    far = median(map(_length, named)) if named else 0
    fewest = min(FAR_M, HALF_AS_LONG * far) if 2 * len(named) > len(weeks) else 0
    called = [_length(dated) for dated in runs if dated.run.kind is RunKind.MEDIUM_LONG]
    mid = min(called) if len(called) >= FEWEST_CALLED else 0
    mid = max(mid, round(STANDS_OUT * _usual_easy(weeks.values())))
    for number, week in weeks.items():
        start = WEEKDAYS.index(week_starts)
        day = 7 * number + start + 1 + (usual - start) % 7
        whole = runs[0].date.toordinal() <= day <= runs[-1].date.toordinal()
        days = {*WEEKEND, usual}
        chosen = _long_run(week, days) if whole else None
        chosen = chosen if chosen and _length(chosen) >= fewest else None
        yield from _named(week, chosen, days, mid)


def _usual_easy(weeks: Iterable[Sequence[DatedRun]]) -> float:
    """Return the length of the usual easy day, without the longest of each week; 0 of few."""
    days: dict[date, int] = {}
    for week in weeks:
        longest = max(week, key=_length)
        for dated in week:
            if dated is not longest and dated.run.kind is RunKind.EASY and _length(dated):
                days[dated.date] = max(days.get(dated.date, 0), _length(dated))
    return median(days.values()) if len(days) >= FEWEST_USUAL else 0


def _named(
    week: list[DatedRun], chosen: DatedRun | None, days: set[int], mid: int
) -> Iterator[DatedRun]:
    """Name the runs of a week; where the plan calls some medium-long, none shorter is.

    Nor is one that is little longer than the usual easy run of the plan, much shorter than another
    of its week, or called general aerobic. In the week of the race none is long by its column only.
    """
    easy = [_length(one) for one in week if one is not chosen and one.run.kind in MAY_BE_MID]
    mid = max(mid, round(CALLED_LESS * max(easy, default=0)))
    of_race = any(one.run.kind is RunKind.RACE for one in week)
    for dated in week:
        in_midweek = dated.date.weekday() not in days
        by_title = dated.words and dated.words in spelling(dated.run.title)
        if dated is chosen:
            yield dated.with_kind(RunKind.LONG, "the longest run of the week")
        elif of_race and _open(dated) and dated.run.kind is RunKind.LONG and not by_title:
            yield dated.with_kind(RunKind.EASY, "the race is in this week")
        elif chosen and in_midweek and _open(dated) and dated.run.kind is RunKind.LONG:
            yield dated.with_kind(RunKind.MEDIUM_LONG, "another run of the week is longer")
        elif (
            _open(dated)
            and dated.run.kind is RunKind.EASY
            and _is_far(dated)
            and _length(dated) >= mid
            and dated.words not in NOT_MID
        ):
            yield dated.with_kind(RunKind.MEDIUM_LONG, "16 km or 80 min and more")
        else:
            yield dated


def _long_run(week: list[DatedRun], days: set[int]) -> DatedRun | None:
    """Return the run that is the week's long one though nothing says so."""
    ran = [dated for dated in week if dated.run.kind not in NOT_RUNNING]
    able = [dated for dated in ran if _open(dated) and dated.run.kind in MAY_BE_LONG]
    if not able:
        return None
    longest = max(able, key=lambda dated: (_as_long(dated), dated.date.weekday() in days))
    length = _length(longest)
    called = any_of(CODES, "longer").search(spelling(longest.run.title))
    likely = called or longest.date.weekday() in days
    races = [dated for dated in ran if dated.run.kind in RACES
             and not is_short_race(dated.run.title, dated.run.distance_m)]  # fmt: skip
    # Beside a shorter race, that isn't the race, only by its name or its day.
    shorter = max((FAR_M, *map(_length, races))) <= length
    shorter = shorter and RunKind.RACE not in {one.run.kind for one in races}
    less = longest.run.kind is RunKind.MEDIUM_LONG and not called
    if races and (less or not (likely and shorter)):
        return None
    is_workout = longest.run.kind is RunKind.WORKOUT
    # "7 mi with a magic mile", but not "Magic mile, 5 mi in all".
    tested = is_short_race(longest.run.title, None) and not any_of(CODES, "short_race").match(
        spelling(longest.run.title)
    )
    inferred = longest.provenance is Provenance.INFERRED
    if is_workout and inferred and length < FAR_M and not tested:
        return None
    # "MP 16 w/ 10 @ MP" is longer than the middle of its week.
    unknown = (one for one in ran if one.run.kind is RunKind.WORKOUT and not _length(one))
    if not likely and any(one.date.weekday() in days for one in unknown):
        return None
    rest = [dated for dated in ran if dated is not longest]
    named = [dated for dated in rest if dated.run.kind is RunKind.LONG]
    if named:
        elsewhere = days.isdisjoint(dated.date.weekday() for dated in named)
        usual = elsewhere and longest.date.weekday() in days
        times = STANDS_OUT if usual else BY_FAR
        return longest if length >= times * max(map(_length, named)) > 0 else None
    others = [_length(dated) for dated in rest if _length(dated)]
    easier = [_as_long(dated) for dated in rest if dated.run.kind is not RunKind.WORKOUT]
    times = STANDS_OUT if likely else BY_FAR
    stands_out = length >= (times * median(others) if others else FAR_M)
    return longest if stands_out and length > max(easier, default=0) else None


def _as_long(dated: DatedRun) -> float:
    """Return the length, less of what is called medium-long."""
    return _length(dated) * (CALLED_LESS if dated.run.kind is RunKind.MEDIUM_LONG else 1)


def _is_far(dated: DatedRun) -> bool:
    timed = not dated.run.distance_m and (dated.run.minutes or 0) >= FAR_MINUTES
    return timed or _length(dated) >= FAR_M


def _open(dated: DatedRun) -> bool:
    return dated.provenance is not Provenance.STATED and not dated.by_position


def _length(dated: DatedRun) -> int:
    """Return metres, or what the minutes come to; 0 where nothing is known."""
    if dated.run.kind in NOT_RUNNING:
        return 0
    if dated.run.distance_m or dated.run.minutes:
        return dated.run.distance_m or METRES_A_MINUTE * (dated.run.minutes or 0)
    return round(1000 * dated.number)


def week_of(day: date, week_starts: str) -> int:
    """Return the number of a date's week, counted from long ago."""
    # The ordinal 1 is a Monday.
    return (day.toordinal() - 1 - WEEKDAYS.index(week_starts)) // 7
