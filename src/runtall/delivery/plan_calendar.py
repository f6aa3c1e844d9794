"""The calendar of a plan, from its folder or any of its files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from icalendar import Calendar

from runtall.exporters.files import ICS, contents
from runtall.exporters.folder import record_of
from runtall.exporters.identity import PRODUCT
from runtall.exporters.plan_ics_reading import read_calendar
from runtall.exporters.unreadable import UnreadablePlan, faults_of


class PlanCalendar(NamedTuple):
    """A ``plan.ics``: where it lies, its bytes, and what is in it."""

    path: Path
    data: bytes
    calendar: Calendar

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self.calendar.get("X-WR-CALNAME", "")) or self.path.stem


def read_plan_calendar(plan: Path) -> PlanCalendar:
    """Read the calendar of a plan.

    Parameters
    ----------
    plan
        Its folder, its calendar, or a file that lies beside that.

    Raises
    ------
    UnreadablePlan
        If there is no calendar, or it is none that runtall wrote.
    """
    path = record_of(plan, ICS)
    with faults_of(path):
        data = contents(path)
        calendar = read_calendar(data)
        if str(calendar.get("PRODID", "")) != PRODUCT:
            raise UnreadablePlan("is no calendar that runtall wrote")
    return PlanCalendar(path, data, calendar)
