"""The weeks of a plan, and what some of them say only by others: ``ditto``, ``as week 3``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from runtall.importers.base import NO_DATE, Entry
from runtall.importers.days.dates import A_WORD
from runtall.importers.days.day_lines import DayLine
from runtall.importers.days.names import weekdays_of
from runtall.importers.weeks.calendar_weeks import Numbers
from runtall.importers.weeks.in_turn import in_turn
from runtall.importers.weeks.prose import as_another, is_meant
from runtall.importers.weeks.repeats import but
from runtall.importers.words.languages import CODES, any_of
from runtall.importers.words.titles import spelling


@dataclass(slots=True)
class Week:
    """A week of a table.

    Parameters
    ----------
    number
        As the table has it; None: it has none.
    first
        The date of its first day, where the table gives it.
    days
        Entries by days from the first one.
    alike
        Weeks that are as this one, from its number on.
    counted
        Whether its number may be that of the calendar.
    """

    line: int
    number: int | None = None
    first: date | None = None
    days: dict[int, list[Entry]] = field(default_factory=dict)
    alike: int = 1
    counted: Numbers = Numbers.OF_PLAN

    def each(self) -> Iterator[Week]:
        """Yield the weeks that are as this one, each with its own of what they have in turn."""
        for step in range(self.alike):
            number = None if self.number is None else self.number + step
            first = self.first + timedelta(days=7 * step) if self.first else None
            days = {
                offset: [replace(one, title=in_turn(one.title, step, self.alike)) for one in of_day]
                for offset, of_day in self.days.items()
            }
            yield replace(
                self,
                number=number,
                first=first,
                days=days if self.alike > 1 else self.days,
                alike=1,
            )


@cache
def _same() -> re.Pattern[str]:
    """Find a cell that means what stands in the one above, or on another weekday."""
    same = any_of(CODES, "same", '["\u201d\u3003]+', "''").pattern
    return re.compile(rf"(?:{same})(?: (?P<day>{A_WORD}))?[ .!]*$")


def written_out(weeks: Sequence[Week], start: int | None) -> list[Week]:
    """Return the weeks with what "ditto", "same as Tuesday" and "as week 3" stand for.

    Ditto is the same weekday of the week before.
    """
    found: list[Week] = []
    for week in weeks:
        days = _as_another(week, found, start or 0) or dict(week.days)
        for offset, of_day in days.items():
            same = _same().match(spelling(of_day[0].title)) if of_day else None
            if not same:
                continue
            other = found[-1].days.get(offset) if found and not same["day"] else None
            if (
                same["day"]
                and start is not None
                and (day := weekdays_of([same["day"]])[0]) is not None
            ):
                other = days.get((day - start) % 7)
            if other:
                days[offset] = [
                    replace(one, line=of_day[0].line, date=of_day[0].date) for one in other
                ]
        found.append(replace(week, days=days))
    return found


def _as_another(week: Week, before: Sequence[Week], start: int) -> dict[int, list[Entry]]:
    """Return the days of a week of which nothing is told but which other it is as."""
    told = [(offset, entry) for offset, of_day in week.days.items() for entry in of_day]
    same = as_another(told[0][1].title) if len(told) == 1 else None
    if not same or same.start():
        return {}
    offset, entry = told[0]
    others = [one for one in before if is_meant(same, one.number, f"{one.first or ''}")]
    lines = [
        DayLine(entry.line, (at + start) % 7, "", one.title)
        for at, of_day in (others[-1].days.items() if others else ())
        for one in of_day
    ]
    days: dict[int, list[Entry]] = {}
    for line in but(lines, same["but"] or "", entry.line) if lines else ():
        at = ((line.weekday or 0) - start) % 7
        day = entry.date if entry.date == NO_DATE else entry.date + timedelta(at - offset)
        days.setdefault(at, []).append(replace(entry, title=line.title, date=day))
    return days
