"""The weeks of a plan, and what some of them say only by others: ``ditto``, ``as week 3``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from runtall.importers.base import Entry
from runtall.importers.languages import CODES, any_of
from runtall.importers.tables.dates import A_WORD
from runtall.importers.tables.words import weekdays_of
from runtall.importers.titles import spelling


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
    """

    line: int
    number: int | None = None
    first: date | None = None
    days: dict[int, list[Entry]] = field(default_factory=dict)
    alike: int = 1

    def each(self) -> Iterator[Week]:
        """Yield the weeks that are as this one."""
        for step in range(self.alike):
            number = None if self.number is None else self.number + step
            first = self.first + timedelta(days=7 * step) if self.first else None
            yield replace(self, number=number, first=first)


@cache
def _same() -> re.Pattern[str]:
    """Find a cell that means what stands in the one above, or on another weekday."""
    same = any_of(CODES, "same", '["\u201d\u3003]+', "''").pattern
    return re.compile(rf"(?:{same})(?: (?P<day>{A_WORD}))?[ .!]*$")


def written_out(weeks: Sequence[Week], start: int | None) -> list[Week]:
    """Return the weeks with what "ditto" and "same as Tuesday" stand for.

    Ditto is the same weekday of the week before.
    """
    found: list[Week] = []
    for week in weeks:
        days = dict(week.days)
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
