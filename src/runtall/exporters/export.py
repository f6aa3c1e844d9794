"""What every record and rendering of a plan is written from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.errors import UserError


class BadSetting(UserError):
    """An environment variable that can't be used."""


@dataclass(frozen=True, slots=True)
class Export:
    """Everything that some file of a plan says.

    Parameters
    ----------
    plan
        With amounts and notes filled in.
    now
        Time of fresh stamps in the calendar.
    previous
        The calendar that lies where this one will be written, if any.
    """

    problem: Problem
    plan: Plan
    scenario: Scenario
    report: Report
    now: datetime
    previous: bytes | None = None


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
