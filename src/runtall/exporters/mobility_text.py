"""The mobility add-on in words."""

from __future__ import annotations

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import Measure
from runtall.domain.mobility import MobilityItem, mobility_items, mobility_minutes
from runtall.domain.problem import Problem
from runtall.progression.texts import say


def mobility_title(problem: Problem) -> str:
    """Write the title of the mobility add-on: ``Mobility, 9 min``."""
    return f"Mobility, {mobility_minutes(problem.request.athlete)} min"


def mobility_text(athlete: Athlete, items: frozenset[str]) -> str:
    """Write the mobility add-on of a day with this equipment."""
    lines = map(mobility_line, mobility_items(athlete, items))
    return "\n".join([say("mobility_now"), *lines, "", say("mobility"), say("recovery")])


def mobility_line(item: MobilityItem) -> str:
    """Write one item of the add-on: ``- Doorway pec stretch: 30-45 s per side. ...``."""
    return f"{mobility_dose(item)}. {item.cue}"


def mobility_dose(item: MobilityItem) -> str:
    """Write one item without what to think of: ``- Doorway pec stretch: 30-45 s per side``."""
    amount = str(item.low) if item.low == item.high else f"{item.low}-{item.high}"
    amount = f"{amount} s" if item.measure is Measure.SECONDS else f"{amount} reps"
    sets = f"{item.sets} x " if item.sets > 1 else ""
    side = " per side" if item.per_side else ""
    return f"- {item.name}: {sets}{amount}{side}"
