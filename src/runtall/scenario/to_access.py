"""When and with what the runner can train on each day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.request import Access
from runtall.scenario.schema.availability import DayAccess
from runtall.scenario.to_equipment import AWAY, equipment

if TYPE_CHECKING:
    from datetime import date

    from runtall.domain.calendar import Calendar
    from runtall.scenario.schema.availability import Availability, DateRange, Illness

# Days after an illness, and after one with fever, without training: general guidance. The first
# is 48 hours, counted as those between two sessions: an illness until Tuesday leaves Thursday.
AFTER_ILLNESS, AFTER_FEVER = 1, 5


def access(availability: Availability, calendar: Calendar, units: str) -> tuple[Access, ...]:
    """Return one record for each day of the calendar."""
    dates = map(calendar.date, range(calendar.n_days))
    return tuple(_on(availability, date, units) for date in dates)


def _on(availability: Availability, date: date, units: str) -> Access:
    ill = any(covers(days, date) for days in availability.ill)
    window = window_on(availability, date, well=True)
    if window is None:
        dated = date in availability.days or any(covers(days, date) for days in availability.off)
        return Access(free=False, ill=ill, dated=dated)
    away = next((days for days in availability.away if covers(days, date)), None)
    return Access(
        minutes=window.minutes,
        opens=window.opens,
        closes=window.closes,
        ill=ill,
        recovering=not ill and any(_soon_after(days, date) for days in availability.ill),
        equipment=equipment(away.equipment, AWAY[units]) if away else None,
        after_fever=max(
            filter(None, (_after_fever(days, date) for days in availability.ill)), default=None
        ),
    )


def window_on(availability: Availability, date: date, *, well: bool = False) -> DayAccess | None:
    """Return when there is time on a date, by what is said of it, or else of its weekday.

    None: it is off, or, unless the runner were well, an illness takes it.
    """
    usual = getattr(availability, WEEKDAYS[date.weekday()])
    choice = availability.days.get(date, usual)
    taken = (*availability.off, *(() if well else availability.ill))
    if choice == "off" or any(covers(days, date) for days in taken):
        return None
    return choice if isinstance(choice, DayAccess) else DayAccess.model_construct()


def _soon_after(days: Illness, date: date) -> bool:
    """Return whether it is too soon after an illness to train."""
    return (
        days.end < date <= days.end + timedelta(days=AFTER_FEVER if days.fever else AFTER_ILLNESS)
    )


def _after_fever(days: Illness, date: date) -> date | None:
    """Return when one could train again had an illness of which nobody has said it a fever."""
    first = days.end + timedelta(days=AFTER_FEVER + 1)
    return first if days.fever is None and days.end < date < first else None


def covers(days: DateRange, date: date) -> bool:
    """Return whether a range of days holds a date."""
    return days.start <= date <= days.end
