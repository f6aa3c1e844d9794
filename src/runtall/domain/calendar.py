"""Days and weeks, counted back from the race."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# Weeks of a plan.
MOST_WEEKS = 53
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The whole weeks that end with the race week.

    Parameters
    ----------
    race_date
        The day of the race; it lies in the last week.
    weeks
        Number of weeks, race week included.
    week_starts
        First weekday of a week: ``mon``, ``sun`` or ``sat``.
    """

    race_date: dt.date
    weeks: int = 16
    week_starts: str = "mon"

    @property
    def first_date(self) -> dt.date:
        """The first day of week 1."""
        into_week = (self.race_date.weekday() - WEEKDAYS.index(self.week_starts)) % 7
        return self.race_date - dt.timedelta(days=into_week + 7 * (self.weeks - 1))

    @property
    def last_date(self) -> dt.date:
        """The last day of the race week."""
        return self.date(self.n_days - 1)

    @property
    def n_days(self) -> int:
        """Number of days, the ones after the race included."""
        return 7 * self.weeks

    @property
    def race_day(self) -> int:
        """Index of the race day."""
        return (self.race_date - self.first_date).days

    def date(self, day: int) -> dt.date:
        """Return the date of a day index (0 is the first day of week 1)."""
        return self.first_date + dt.timedelta(days=day)

    def weekday(self, day: int) -> str:
        """Return ``mon`` .. ``sun``."""
        return WEEKDAYS[self.date(day).weekday()]

    def index(self, day: dt.date) -> int | None:
        """Return the index of a date, or None outside the calendar."""
        index = (day - self.first_date).days
        return index if 0 <= index < self.n_days else None

    def week(self, day: int) -> int:
        """Return the number, from 1, of the week of a day index."""
        return day // 7 + 1

    def days(self, week: int) -> range:
        """Return the day indices of a week."""
        return range(7 * (week - 1), 7 * week)
