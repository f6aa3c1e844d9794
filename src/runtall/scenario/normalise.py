"""A scenario with nothing left to defaults: what is hashed, and what plan.json holds.

It is a scenario file itself: reading it gives the same request again.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from runtall.domain.calendar import WEEKDAYS
from runtall.scenario.schema.availability import DayAccess
from runtall.scenario.schema.output import CONTENTS
from runtall.scenario.to_equipment import AWAY, equipment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

    from runtall.domain.equipment import Equipment
    from runtall.domain.request import Request
    from runtall.domain.run_plan import Run
    from runtall.domain.scenario import Publication, SolverSettings
    from runtall.scenario.schema import ScenarioFile
    from runtall.scenario.schema.availability import Availability


def normalise(
    model: ScenarioFile, request: Request, publication: Publication, solver: SolverSettings
) -> dict[str, Any]:
    """The scenario as JSON would hold it, every key in order and every default filled in."""
    calendar = request.calendar
    result = {
        "name": publication.name,
        "race_date": str(calendar.race_date),
        "weeks": calendar.weeks,
        "week_starts": calendar.week_starts,
        "timezone": publication.timezone,
        "id": publication.plan_id,
        "units": publication.units,
        "runs": {
            "days": {
                str(calendar.date(day)): [_run(run) for run in runs]
                for day, runs in enumerate(request.runs)
            }
        },
        "phases": _phases(request),
        "availability": _availability(model.availability, model.units),
        "athlete": _athlete(request),
        "equipment": _equipment(request.equipment),
        "strength": _strength(request),
        "rules": {
            **dict.fromkeys(request.off, "off"),
            **{rule: {"weight": weight} for rule, weight in request.weights.items()},
        },
        "output": {
            "include": [one for one in CONTENTS if one in publication.include],
            "reminder_minutes": publication.reminder_minutes,
            "start": {"after_run_minutes": request.after_run_minutes},
            "link": publication.link or None,
        },
        "solver": {
            "effort": solver.effort,
            "time_limit_s": solver.time_limit_s,
            "seed": solver.seed,
            "workers": solver.workers,
        },
    }
    ordered: dict[str, Any] = json.loads(json.dumps(result, sort_keys=True))
    return ordered


def sha256(normalised: Mapping[str, Any]) -> str:
    """Hash of the canonical JSON text, in hexadecimal."""
    text = json.dumps(normalised, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _clock(moment: time | None) -> str | None:
    return f"{moment:%H:%M}" if moment else None


def _thousandths(value: int | None) -> float | None:
    """Kilograms from grams, or kilometres from metres."""
    return None if value is None else value / 1000


def _run(run: Run) -> dict[str, Any]:
    return {
        "kind": run.kind.value,
        "title": run.title or None,
        "km": _thousandths(run.distance_m),
        "min": run.minutes,
        "at": _clock(run.at),
        "optional": run.optional,
    }


def _phases(request: Request) -> str | dict[str, int]:
    if request.phases is None:
        return "auto"
    peak, taper = request.phases
    return {"peak": peak, "taper": taper}


def _availability(availability: Availability, units: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for weekday in WEEKDAYS:
        choice = getattr(availability, weekday)
        window = choice if isinstance(choice, DayAccess) else DayAccess()
        result[weekday] = (
            choice
            if choice == "off"
            else {
                "minutes": window.minutes,
                "from": _clock(window.opens),
                "to": _clock(window.closes),
            }
        )
    days = sorted((str(one.start), str(one.end)) for one in availability.off)
    result["off"] = [{"from": start, "to": end} for start, end in dict.fromkeys(days)]
    result["away"] = [
        {
            "from": str(one.start),
            "to": str(one.end),
            "equipment": _equipment(equipment(one.equipment, AWAY[units])),
        }
        for one in sorted(availability.away, key=lambda one: one.start)
    ]
    return result


def _equipment(has: Equipment) -> dict[str, Any]:
    return {
        "dumbbells_kg": [_thousandths(one) for one in has.dumbbells_g],
        "kettlebells_kg": [_thousandths(one) for one in has.kettlebells_g],
        "bands": has.bands,
        "cable_kg": [_thousandths(one) for one in has.cable_g],
        "pulldown_kg": [_thousandths(one) for one in has.pulldown_g],
        "pull_up_bar": has.pull_up_bar,
        "bench": has.bench,
        "incline_bench": has.incline_bench,
        "barbell_landmine": has.barbell_landmine,
        "plates_kg": [_thousandths(one) for one in has.plates_g],
        "carry_lane_m": has.carry_lane_m,
    }


def _athlete(request: Request) -> dict[str, Any]:
    athlete = request.athlete
    return {
        "experience": athlete.experience.value,
        "body_mass_kg": _thousandths(athlete.body_mass_g),
        "signs": dict(athlete.signs),
        "posture_sags": athlete.posture_sags,
        "overhead_irritates": athlete.overhead_irritates,
        "painful": sorted(athlete.painful),
        "push_ups": athlete.push_ups,
        "loads": {
            key: {"kg": _thousandths(load.load_g), "reps": load.reps, "rir": load.rir}
            for key, load in athlete.loads.items()
        },
    }


def _strength(request: Request) -> dict[str, Any]:
    fixes = [
        {"session": one.kind.value, "day": one.weekday, "week": one.week} for one in request.fixes
    ]
    bans = [
        {"day": one.weekday, "session": one.kind and one.kind.value, "week": one.week}
        for one in request.bans
    ]
    return {
        "sessions": {
            "base": request.base_sessions,
            "peak": list(request.peak_sessions),
            "taper": request.taper_sessions,
        },
        "minutes": request.minutes,
        "fix": fixes,
        "ban": bans,
        "exercises": {"avoid": sorted(request.avoid), "prefer": list(request.prefer)},
        "mobility_per_week": request.mobility_per_week,
    }
