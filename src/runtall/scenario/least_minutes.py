"""Time limits under which no session is possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.phase import Phase
from runtall.progression.texts import say
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
        given = f"{model.strength.minutes}"
        message = say("least_minutes", given=given, where=where, more=with_mobility, most=f"{most}")
        yield Finding(("strength", "minutes"), message)
    fewest = min(least.values())
    for weekday in WEEKDAYS:
        choice = getattr(model.availability, weekday)
        if isinstance(choice, DayAccess) and choice.minutes and choice.minutes < fewest:
            given = f"{choice.minutes}"
            message = say("least_minutes_day", given=given, fewest=f"{fewest}", weekday=weekday)
            yield Finding(("availability", weekday, "minutes"), message)
