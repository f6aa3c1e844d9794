"""A run in words, in the runner's units."""

from __future__ import annotations

from runtall.domain.run_plan import Run
from runtall.domain.units import run_distance_words
from runtall.exporters.clean import calendar_line
from runtall.progression.nearness import RUN_WORDS


def run_title(run: Run, units: str) -> str:
    """Return its title or kind, and its distance: ``Easy run, 8 km``."""
    words = calendar_line(run.title) or RUN_WORDS[run.kind].capitalize()
    distance = run_distance_words(run.distance_m, units) if run.distance_m else ""
    return words if distance in words else f"{words}, {distance}"


def run_text(run: Run, units: str) -> str:
    """Return all that is known of it: ``Long run, 30 km, 170 min, at 09:00``."""
    parts = [
        RUN_WORDS[run.kind].capitalize(),
        "may be left out" if run.optional else "",
        run_distance_words(run.distance_m, units) if run.distance_m else "",
        f"{run.minutes} min" if run.minutes else "",
        f"at {run.at:%H:%M}" if run.at else "",
    ]
    return ", ".join(filter(None, parts))
