"""Where plans without dates lie: on their weekdays, with the race on its day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import inf

from runtall.domain.calendar import MOST_WEEKS, WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import counted, shown
from runtall.importers.base import NO_DATE, Context, Entry, Notes, no_run_plan
from runtall.importers.days.dates import dates_within, years_in
from runtall.importers.days.own_race import days_of, race_named
from runtall.importers.days.own_start import LONGEST, start_named
from runtall.importers.kinds.classify import classify
from runtall.importers.weeks.calendar_weeks import Numbers, days_without_race, first_days
from runtall.importers.weeks.weeks import Week, written_out
from runtall.importers.words.languages import CODES, spoken
from runtall.importers.words.lengths import bare_number, distance, minutes
from runtall.importers.words.race_lengths import SHORT_RACE_M, is_short_race, race_distance
from runtall.importers.words.titles import spelling, title_of
from runtall.importers.words.units import Units, units_in

NEEDS_RACE = "the plan has no dates; give the day of the race (--race-date 2027-04-25)"
NO_RACE = "the plan has no race in its last week; it is laid out to end on the eve"
# From here on a race is at least half a marathon, and a whole one.
HALF_M, MARATHON_M = 20_000, 42_000
# Metres that a race's length may be rounded by, and how many times as long as any other run it is.
RACES_M, ROUNDED_M, BY_FAR = (21_097, 42_195), 400, 1.15
# The longest run of a plan for half a marathon, and for a shorter race, in lengths of the race.
LONGEST_TO_HALF, LONGEST_TO_SHORT = 1.3, 2.0
# Metres of a minute, to compare runs.
A_MINUTE = 160
# Days by which a race may lie beside the weekday that its plan has it on.
MOST_SHIFT = 3


def lay_out(
    weeks: Sequence[Week],
    start: int | None,
    context: Context,
    notes: Notes,
    usual_start: int | None = None,
    near: date | None = None,
) -> list[Entry]:
    """Give each day its date.

    Weeks lie where the table's own dates are, else so that its race falls on the race date;
    weeks behind the race are allowed. Columns of weekdays fall on their weekdays: if the race
    is on another one than in the table, only the race moves.

    Parameters
    ----------
    start
        Weekday of the first day of a week, 0 for Monday; None: days are only numbered.
    usual_start
        The weekday that weeks are thought to begin with where the table doesn't say it.
    near
        When the plan was sent.
    """
    weeks = written_out([*_oldest_first([each for week in weeks for each in week.each()])], start)
    if len(weeks) > MOST_WEEKS * 2:
        raise no_run_plan(f"{len(weeks)} weeks are more than {MOST_WEEKS * 2}")
    indices = _indices(weeks)
    if any(week.first for week in weeks):
        return _by_dates(weeks, indices, notes)
    in_cells = [one.title for week in weeks[-1:] for day in week.days.values() for one in day]
    race = context.race_date or race_named(context.heading) or race_named(in_cells)
    numbers = [week.number for week in weeks]
    named = (week.counted for week in weeks if week.number is not None)
    sure = min(named, default=Numbers.OF_PLAN)
    if race is None:
        years = years_in(context.heading)
        if firsts := days_without_race(numbers, sure, start or 0, years, near):
            return _by_calendar(weeks, indices, firsts, notes)
        first = _first_day(weeks, start, context)
        notes.warn(f"week 1 begins on {first} by the words above the plan")
        number_one = next((at for at, week in enumerate(weeks) if week.number == 1), 0)
        days = (first + timedelta(7 * (at - indices[number_one])) for at in indices)
        weeks = [replace(week, first=day) for week, day in zip(weeks, days, strict=True)]
        return _by_dates(weeks, indices, notes)
    firsts = first_days(numbers, sure, start or 0, race)
    if firsts:
        indices = [(day - firsts[0]).days // 7 for day in firsts]
    if context.race_date is None:
        place = "above the plan" if race_named(context.heading) else "of its last week"
        notes.warn(f"the race is on {race} by the words {place}")
    at = [
        (7 * index + offset, entry)
        for week, index in zip(weeks, indices, strict=True)
        for offset, of_day in sorted(week.days.items())
        for entry in of_day
    ]
    if not at:
        return []
    last = max(position for position, _ in at)
    languages = spoken(entry.title for _, entry in at)
    to_go = _weeks_to_go(weeks, indices)
    goal = _said_to_begin(at, max(indices), start, race, context) or _goal(
        at, last, languages, to_go
    )
    told = goal is None or (sure is Numbers.OF_CALENDAR and not _is_in_week(race, goal, firsts))
    if firsts and told:
        return _by_calendar(weeks, indices, firsts, notes)
    left = min(to_go.values(), default=0)
    in_its_week = 7 * max(indices) + (race.weekday() - (start or 0)) % 7
    runs_long = any(
        position == in_its_week and classify(entry.title, languages).kind == RunKind.LONG
        for position, entry in at
    )
    # The week of the race by what is left to it, or only the first part of such a plan.
    counts = goal is None and start is not None and bool(to_go)
    cut = counts and (left > 0 if runs_long else left != 1)
    anchor = goal if goal is not None else _end(at, start, max(indices), languages)
    if cut:
        anchor = in_its_week + 7 * left
    if cut and left:
        notes.warn(
            f"the plan ends with {counted(left, 'week')} to go; the week of {race} has none to go"
        )
    if race.toordinal() <= anchor + 7:
        raise no_run_plan(f"{anchor} days do not fit before {race}")
    first = race - timedelta(days=anchor)
    shift = 0
    if start is not None and not cut:
        shift = _shift(first, start, at, anchor, languages, known=goal is not None)
        first -= timedelta(days=shift)
    ends = start is not None and shift == 0 and anchor == last
    if goal is None and not cut and not (ends and _may_be_race(at, anchor, languages)):
        notes.warn(NO_RACE if start is None else f"{NO_RACE} or in the week of {race}")
    if start is None and usual_start is not None and first.weekday() != usual_start:
        notes.warn(
            f"the plan's weeks begin on {WEEKDAYS[usual_start]}; laid out back from the race,"
            f" on a {WEEKDAYS[race.weekday()]}, they begin on {WEEKDAYS[first.weekday()]}"
        )
    dated = [replace(entry, date=first + timedelta(days=day)) for day, entry in at]
    if goal is None or not shift:
        return dated
    return _move_race(dated, first + timedelta(days=goal), race, languages, notes)


def _by_calendar(
    weeks: Sequence[Week], indices: Sequence[int], firsts: Sequence[date], notes: Notes
) -> list[Entry]:
    """Lay weeks out by their numbers in the calendar."""
    notes.warn(f"the weeks have the numbers of the calendar; the first begins on {firsts[0]}")
    weeks = [replace(week, first=day) for week, day in zip(weeks, firsts, strict=True)]
    return _by_dates(weeks, indices, notes)


def _oldest_first(weeks: Sequence[Week]) -> Sequence[Week]:
    """Return weeks in turn where they stand upside down: the race is in that of most weeks.

    It alone may have a title that nothing explains. What counts the weeks to go needs no race.
    """
    numbers = [week.number or 0 for week in weeks]
    falling = len(weeks) > 1 and all(later < one for one, later in pairwise(numbers))
    races = [any(_may_be_called_race(one) for of_day in week.days.values() for one in of_day)
             for week in weeks if falling]  # fmt: skip
    at_top = numbers[-1:] > [0] and races == [True, *[False] * (len(weeks) - 1)]
    return weeks[::-1] if falling and (numbers[-1] < 0 or at_top) else weeks


def _may_be_called_race(one: Entry) -> bool:
    """Return whether an entry is a race, none of a usual week, or a name that nothing explains."""
    named = classify(one.title).kind == "" and not (one.kind or re.search(r"\d", one.title))
    short = is_short_race(spelling(one.title), race_distance(one.title))
    return named or (is_race(one) and not short)


def _is_in_week(race: date, goal: int, firsts: Sequence[date] | None) -> bool:
    """Return whether the day of a race in a plan is in that race's week of the calendar."""
    return not firsts or (race - firsts[0]).days // 7 == goal // 7


def _first_day(weeks: Sequence[Week], start: int | None, context: Context) -> date:
    """Return the first day of week 1, which words above the plan have to name."""
    titles = (one.title for week in weeks for day in week.days.values() for one in day)
    begins = start_named(context.heading, start or 0, spoken(titles)[0])
    if begins is None:
        raise no_run_plan(NEEDS_RACE)
    return begins if start is None else begins - timedelta((begins.weekday() - start) % 7)


def _indices(weeks: Sequence[Week]) -> list[int]:
    """Return how many weeks each lies behind the first: by its number, else by its place.

    A number that is missing is a week without runs; weeks above the first number lie before it.
    """
    numbers = [week.number for week in weeks if week.number is not None]
    rising = all(a <= b for a, b in pairwise(numbers))
    if not numbers or not rising or numbers[-1] - numbers[0] > MOST_WEEKS * 2:
        return list(range(len(weeks)))
    before = next(index for index, week in enumerate(weeks) if week.number is not None)
    found: list[int] = []
    for position, week in enumerate(weeks):
        if week.number is not None:
            found.append(before + week.number - numbers[0])
        else:
            found.append(found[-1] + 1 if found else position)
    return found


def _weeks_to_go(weeks: Sequence[Week], indices: Sequence[int]) -> dict[int, int]:
    """Return how many weeks are left to the race, by places of the weeks, where some say it.

    One without a number, "race week", lies behind those above it.
    """
    numbers = {
        index: -week.number
        for week, index in zip(weeks, indices, strict=True)
        if week.number is not None
    }
    if not any(left > 0 for left in numbers.values()):
        return {}
    for index in indices:
        if index - 1 in numbers:
            numbers.setdefault(index, max(0, numbers[index - 1] - 1))
    return numbers


def _by_dates(weeks: Sequence[Week], indices: Sequence[int], notes: Notes) -> list[Entry]:
    """Lay weeks out by the dates of a table; weeks without one by their neighbours."""
    known = [(index, week.first) for week, index in zip(weeks, indices, strict=True) if week.first]
    dated = []
    for week, index in zip(weeks, indices, strict=True):
        near, day = min(known, key=lambda one: (abs(one[0] - index), one[0]))
        first = week.first or day + timedelta(days=7 * (index - near))
        if week.first is None and week.days:
            notes.warn(
                "weeks without a date are counted from those that have one",
                f"line {week.line} from {first}",
            )
        dated += [
            replace(
                entry, date=entry.date if entry.date != NO_DATE else first + timedelta(days=offset)
            )
            for offset, of_day in sorted(week.days.items())
            for entry in of_day
        ]
    return dated


Placed = Sequence[tuple[int, Entry]]
# That of the plan first.
Languages = tuple[str, ...]


def _said_to_begin(
    at: Placed, last_week: int, start: int | None, race: date, context: Context
) -> int | None:
    """Return the day of the race in the last week, where words above give the first day, too."""
    if start is None:
        return None
    goal = 7 * last_week + (race.weekday() - start) % 7
    first = race - timedelta(goal)
    said = (day for line in context.heading for text in dates_within(line[:LONGEST])
            for day in days_of(text, {first.year}))  # fmt: skip
    return goal if first in said and any(position == goal for position, _ in at) else None


def _goal(at: Placed, last: int, languages: Languages, left: Mapping[int, int]) -> int | None:
    """Return the day of the race: the longest, the last of those; None if there is none.

    Where weeks tell how many are left to the race, it is in the last. One of a usual week, such as
    a parkrun, is it only if it comes once, at the end, and the plan has no longer run nor race.

    Parameters
    ----------
    left
        How many weeks are left to the race in weeks that say it, by their places.
    """
    units = units_in(languages)
    soonest = min(left.values(), default=0)
    races = [
        (position, entry.title, race_distance(entry.title, units) or
         distance(entry.title, entry.unit, units))
        for position, entry in at
        if is_race(entry, languages) and left.get(position // 7, soonest) == soonest < 2
    ]  # fmt: skip
    titles = [spelling(title) for _, title, _ in races]
    whole = [(position, far) for position, title, far in races if not is_short_race(title, far)]
    if not whole:
        once = [(position, far or SHORT_RACE_M) for position, title, far in races
                if last - position < 7 and titles.count(spelling(title)) == 1]  # fmt: skip
        whole = [one for one in once if not _is_tuneup(at, one[1], one[0])]
    # A race of unknown length may be a marathon, but is none before one.
    day, far = max(
        ((position, far or inf) for position, far in whole),
        key=lambda one: (min(one[1], MARATHON_M), one[0]),
        default=(None, inf),
    )
    if day is None:
        # What only its description calls a race is one at the end of a plan.
        ends = (replace(entry, title=entry.text) for position, entry in at if position == last)
        if any(is_race(entry, languages) for entry in ends):
            return last
        return _marathon(at, last, units)
    return None if last - day >= 7 and _is_tuneup(at, far, day) else day


def _marathon(at: Placed, last: int, units: Units) -> int | None:
    """Return the day of a run as long as a marathon, or half of one, that a plan ends with.

    It is by far the longest.
    """
    far = [(distance(entry.title, entry.unit, units) or 0, position) for position, entry in at]
    longest, day = max(far)
    others = max((length for length, position in far if position != day), default=0)
    is_one = any(abs(longest - race) < ROUNDED_M for race in RACES_M)
    return day if last - day < 7 and is_one and longest > BY_FAR * others else None


def _is_tuneup(at: Placed, far: float, race: int) -> bool:
    """Return whether a race with more weeks behind it is none that the plan is for.

    Those weeks have runs as long as before, or all runs are too long for such a race; a short one
    has a longer run behind it.
    """
    lengths = [(position, _length(entry)) for position, entry in at]
    after = max((length for position, length in lengths if position > race), default=0)
    before = max((length for position, length in lengths if position < race), default=0)
    usual = LONGEST_TO_HALF if far >= HALF_M else LONGEST_TO_SHORT
    if far <= SHORT_RACE_M and after > far:
        return True
    if far == inf:
        return after >= before > 0
    return far < 2 * HALF_M and (after >= before > 0 or before > usual * far)


def _length(entry: Entry) -> float:
    """Return about how far a run is: in metres, a number alone as kilometres."""
    by_time = A_MINUTE * (minutes(entry.title) or 0)
    return distance(entry.title, entry.unit) or by_time or 1_000 * bare_number(entry.title)


def is_race(entry: Entry, languages: Languages = CODES) -> bool:
    """Return whether an entry is a race by its words."""
    if entry.kind:
        return entry.kind == RunKind.RACE
    return classify(entry.title, languages).kind == RunKind.RACE


def _end(at: Placed, start: int | None, last_week: int, languages: Languages) -> int:
    """Return the day of the race in a plan without one."""
    if start is None:
        return 7 * last_week + 7
    active = [
        position for position, entry in at if classify(entry.title, languages).kind != RunKind.REST
    ]
    return max(active, default=max(position for position, _ in at))


def _shift(
    first: date, start: int, at: Placed, anchor: int, languages: Languages, *, known: bool
) -> int:
    """Return the days by which a plan has to move back so that its weekdays are right.

    The race comes as near to its own weekday as can be. What a plan without a race ends with
    isn't laid behind the race, unless it may be the race itself.
    """
    back = (first.weekday() - start) % 7
    if known:
        return back if back <= MOST_SHIFT else back - 7
    return back - 7 if _may_be_race(at, anchor, languages) and back > MOST_SHIFT else back


def _may_be_race(at: Placed, anchor: int, languages: Languages) -> bool:
    """Return whether nothing says that what a plan ends with is something else."""
    title = next((entry.title for position, entry in at if position == anchor), "")
    meaning = classify(title, languages)
    return not meaning.kind or meaning.weak


def _move_race(
    dated: list[Entry], planned: date, race: date, languages: Languages, notes: Notes
) -> list[Entry]:
    """Move the race to its day; what stands there in the plan is left out."""
    moved, left = [], []
    for entry in dated:
        if entry.date == planned and is_race(entry, languages):
            moved.append(replace(entry, date=race))
        elif entry.date == race:
            left.append(entry)
        else:
            moved.append(entry)
    names = "".join(f", in place of {shown(title_of(entry.title))}" for entry in left)
    notes.warn(
        f"the plan has its race on {WEEKDAYS[planned.weekday()]}; it is on {race}, a"
        f" {WEEKDAYS[race.weekday()]}: only the race moves{names}"
    )
    return moved
