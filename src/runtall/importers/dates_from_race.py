"""Plans without dates: counted back from the race."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from runtall.domain.calendar import MOST_WEEKS, WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.importers.base import Entries, Entry, no_run_plan
from runtall.importers.classify import classify

NEEDS_RACE = "the plan has no dates; give the day of the race (--race-date 2027-04-25)"


def dates_from_race(
    days: Sequence[Entry], race_date: date | None, first_weekday: str, form: str
) -> Entries:
    """Give each day its date, so that the plan's race falls on the race date.

    The race is the last one of the last seven days. A plan without one ends on the eve of the
    race: none of its days is lost.

    Parameters
    ----------
    days
        Every day of whole weeks, of no date yet; an empty title: nothing.
    first_weekday
        The weekday that the plan's weeks begin with.
    form
        What the file was taken for.
    """
    if race_date is None:
        raise no_run_plan(NEEDS_RACE)
    if len(days) > 7 * MOST_WEEKS:
        raise no_run_plan(f"{len(days) // 7} weeks are more than {MOST_WEEKS}")
    last_week = range(max(0, len(days) - 7), len(days))
    races = [day for day in last_week if classify(days[day].title).kind == RunKind.RACE]
    anchor = races[-1] if races else len(days)
    if race_date.toordinal() <= anchor:
        raise no_run_plan(f"{len(days)} days do not fit before {race_date}")
    first = race_date - timedelta(days=anchor)
    no_race = "the plan has no race in its last week; it is laid out to end on the eve"
    warnings = [] if races else [no_race]
    shift = WEEKDAYS[first.weekday()]
    if shift != first_weekday:
        warnings.append(
            f"the plan's weeks begin on {first_weekday}; laid out back from the race, on a"
            f" {WEEKDAYS[race_date.weekday()]}, they begin on {shift}"
        )
    return Entries(
        entries=tuple(
            replace(day, date=first + timedelta(days=index))
            for index, day in enumerate(days)
            if day.title
        ),
        format=form,
        warnings=tuple(warnings),
    )
