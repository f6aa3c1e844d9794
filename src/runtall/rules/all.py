"""The register: every hard rule, in the order of the requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.rules.rest_before_long_run import RestBeforeLongRun
from runtall.rules.weekly_growth import WeeklyGrowth
from runtall.rules.weekly_sessions import WeeklySessions

if TYPE_CHECKING:
    from runtall.rules.base import Rule

RULES: tuple[Rule, ...] = (
    WeeklySessions(),
    RestBeforeLongRun(),
    WeeklyGrowth(),
)
