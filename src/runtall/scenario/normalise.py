"""A scenario with nothing left to defaults: what is hashed, and what plan.json holds.

It is a scenario file itself: reading it gives the same request again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.choices import CONTENTS
from runtall.domain.equipment import Equipment
from runtall.domain.request import Ban, Fix, Request
from runtall.domain.run_plan import Run
from runtall.domain.scenario import Publication
from runtall.domain.units import thousands
from runtall.scenario.to_equipment import AWAY, FLAGS, WEIGHTS, equipment

if TYPE_CHECKING:
    from runtall.scenario.schema import ScenarioFile

ANY_TIME = {"minutes": None, "from": None, "to": None}


def normalise(model: ScenarioFile, request: Request, publication: Publication) -> dict[str, Any]:
    """Return the scenario as JSON would hold it, every key in order and every default filled in.

    What may be written in several ways is written in one: days and equipment one by one, weights
    in kilograms, lists without an order of their own sorted.
    """
    plain = model.model_dump(mode="json", by_alias=True, exclude={"runs", "equipment"})
    days = {
        str(request.calendar.date(day)): [_run(run) for run in runs]
        for day, runs in enumerate((*request.before, *request.runs), -len(request.before))
    }
    plain |= {
        "name": publication.name,
        "id": publication.plan_id,
        "starts": str(request.calendar.date(request.starts)) if request.starts else None,
        "runs": {
            "days": days,
            "own": {
                str(request.calendar.date(day)): [session.title for session in sessions]
                for day, sessions in enumerate(request.own)
                if sessions
            },
            "own_strength": model.runs.own_strength,
        },
        "equipment": _equipment(request.equipment),
    }
    plain["availability"] |= _availability(model, plain["availability"])
    del plain["athlete"]["body_mass_lb"]
    plain["athlete"] |= _athlete(request)
    plain["strength"] |= _strength(request)
    plain["strength"]["sessions"]["peak"] = request.peak_sessions
    plain["output"]["include"] = [content for content in CONTENTS if content in publication.include]
    ordered: dict[str, Any] = json.loads(json.dumps(plain, sort_keys=True))
    return ordered


def sha256(normalised: Mapping[str, Any]) -> str:
    """Return the hash of the canonical JSON text, in hexadecimal."""
    text = json.dumps(normalised, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _run(run: Run) -> dict[str, Any]:
    return {
        "kind": run.kind,
        "title": run.title or None,
        "km": thousands(run.distance_m),
        "min": run.minutes,
        "at": f"{run.at:%H:%M}" if run.at else None,
        "optional": run.optional,
    }


def _availability(model: ScenarioFile, plain: Mapping[str, Any]) -> dict[str, Any]:
    usual = AWAY[model.units]
    away = sorted(
        zip(model.availability.away, plain["away"], strict=True), key=lambda both: both[1]["from"]
    )
    return {
        **{day: ANY_TIME for day in WEEKDAYS if plain[day] in (None, "on")},
        "days": {day: ANY_TIME if left == "on" else left for day, left in plain["days"].items()},
        "off": [
            {"from": first, "to": last}
            for first, last in sorted({(days["from"], days["to"]) for days in plain["off"]})
        ],
        "away": [
            {**days, "equipment": _equipment(equipment(section.equipment, usual))}
            for section, days in away
        ],
    }


# Keys of equipment that are neither weights nor there or not.
PLAIN = ("carry_lane_m", "heights_cm")


def _equipment(has: Equipment) -> dict[str, Any]:
    weights = {
        f"{item}_kg": [grams / 1000 for grams in getattr(has, f"{item}_g")] for item in WEIGHTS
    }
    return weights | {key: getattr(has, key) for key in (*FLAGS, *PLAIN)}


def _athlete(request: Request) -> dict[str, Any]:
    athlete = request.athlete
    return {
        "body_mass_kg": thousands(athlete.body_mass_g),
        "painful": sorted(athlete.painful),
        "loads": {
            key: {"kg": load.load_g / 1000, "reps": load.reps, "rir": load.rir}
            for key, load in athlete.loads.items()
        },
    }


def _strength(request: Request) -> dict[str, Any]:
    return {
        "fix": [_where(fix) for fix in request.fixes],
        "ban": [_where(ban) for ban in request.bans],
        "exercises": {"avoid": sorted(request.avoid), "prefer": request.prefer},
    }


def _where(entry: Fix | Ban) -> dict[str, Any]:
    return {"session": entry.kind, "day": entry.weekday, "week": entry.week}
