"""Days that the run plan needs for strength work of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.scenario.schema.availability import DateRange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from runtall.scenario.schema import ScenarioFile


def without_days(model: ScenarioFile, days: Sequence[date]) -> ScenarioFile:
    """The scenario as if the runner had given these days off."""
    if not days:
        return model
    off = [DateRange.model_validate({"from": str(day), "to": str(day)}) for day in days]
    availability = model.availability.model_copy(update={"off": [*model.availability.off, *off]})
    return model.model_copy(update={"availability": availability})
