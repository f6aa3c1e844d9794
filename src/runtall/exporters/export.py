"""What every record and rendering of a plan is written from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from runtall.domain.view import PlanView
from runtall.errors import UserError
from runtall.errors.words import date_words
from runtall.exporters.clean import one_line
from runtall.exporters.plan_csv import table_rows
from runtall.exporters.session_card import SessionCard, session_cards


class BadSetting(UserError):
    """An environment variable that can't be used."""


@dataclass(frozen=True, repr=False)
class Export(PlanView):
    """A plan with all that some file of it says; what several files say is worked out once.

    Parameters
    ----------
    now
        Time of fresh stamps in the calendar.
    previous
        The calendar that lies where this one will be written, if any.
    origin
        Where the scenario's file lies, seen from the plan's folder; empty: it is not known.
    """

    now: datetime
    previous: bytes | None = None
    origin: str = ""

    @property
    def title(self) -> str:
        """Heading of the plan; may be anybody's words."""
        return one_line(self.scenario.publication.name) or "Strength plan"

    @property
    def ends(self) -> tuple[str, str]:
        """Its first day and race day in words."""
        calendar = self.problem.request.calendar
        return date_words(calendar.first_date), date_words(calendar.race_date)

    @cached_property
    def cards(self) -> list[SessionCard]:
        """What the runner is told of each session, by day."""
        return session_cards(self.problem, self.plan, self.units)

    @cached_property
    def table(self) -> list[dict[str, str]]:
        """Rows of ``plan.csv``."""
        return table_rows(self)


def stamp_time() -> datetime:
    """Return the time of fresh stamps: ``SOURCE_DATE_EPOCH`` where it is set, else now.

    Raises
    ------
    BadSetting
        If ``SOURCE_DATE_EPOCH`` is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise BadSetting("SOURCE_DATE_EPOCH: is no number of seconds since 1970") from error
    return moment.replace(microsecond=0)
