"""Answers to the few questions of ``runtall new``, in the words that people use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from runtall.domain.athlete import Experience
from runtall.domain.calendar import WEEKDAYS
from runtall.scenario.answers.body import Mass
from runtall.scenario.answers.week import Week

__all__ = ["Answers", "Mass", "Week"]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a scenario is made from.

    Parameters
    ----------
    runs
        A run plan file, relative to the scenario, or the usual week.
    days
        Weekdays with time for strength.
    shoulder
        Whether pressing overhead hurts it.
    equipment
        One of `runtall.scenario.answers.body.PRESETS`.
    timezone
        IANA name; empty where no time of day is known.
    starts
        Nothing is planned before it; None: from the first week on.
    """

    race_date: date
    runs: str | Week
    days: tuple[str, ...] = WEEKDAYS
    minutes: int = 40
    equipment: str = "gym"
    experience: Experience = Experience.NEW
    body_mass: Mass | None = None
    signs: Mapping[str, int] = field(default_factory=dict)
    shoulder: bool = False
    timezone: str = ""
    starts: date | None = None
