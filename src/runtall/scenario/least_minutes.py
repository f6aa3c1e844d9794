"""Time limits under which no session is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.phase import Phase
from runtall.scenario.faults import Finding
from runtall.scenario.schema.availability import DayAccess

if TYPE_CHECKING:
    from runtall.domain.problem import Problem
    from runtall.scenario.schema import ScenarioFile


def least_minutes(model: ScenarioFile, problem: Problem) -> Iterator[Finding]:
    """Yield limits in minutes that are too short, with what is the least that works here.

    A limit for all sessions has to hold the longest of the shortest sessions of all phases; one
    for a weekday only the shortest of them, as other days may do for the rest.
    """
    least = {
        (week.phase, kind): -(-problem.least_s[week.phase, kind] // 60)
        for week in problem.weeks
        for kind in week.kinds
    }
    if not least:
        return
    (phase, _), most = max(least.items(), key=lambda item: item[1])
    if model.strength.minutes < most:
        where = f"in the {phase.value}" if phase is Phase.TAPER else f"in {phase.value} weeks"
        with_mobility = " with its mobility" if phase is Phase.TAPER else ""
        yield Finding(
            ("strength", "minutes"),
            f"{model.strength.minutes} hold no session {where}: the shortest that the rules allow"
            f" takes {most} minutes{with_mobility}; allowed: {most} to 40",
        )
    fewest = min(least.values())
    for weekday in WEEKDAYS:
        choice = getattr(model.availability, weekday)
        if isinstance(choice, DayAccess) and choice.minutes and choice.minutes < fewest:
            yield Finding(
                ("availability", weekday, "minutes"),
                f"{choice.minutes} hold no session: the shortest that the rules allow takes"
                f" {fewest} minutes; write {weekday}: off, or {fewest} to 40",
            )
