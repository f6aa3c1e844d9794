"""``plan.json``: the plan, the question it answers, and how it was found.

Everything outside the key ``run`` is the same each time the same scenario is solved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from runtall.domain.exercise import Measure
from runtall.domain.library import records
from runtall.domain.mobility import all_mobility_items, mobility_minutes
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Day, Problem
from runtall.domain.session_ids import identified_mobility, identified_sessions
from runtall.domain.units import thousands
from runtall.exporters.about import about
from runtall.exporters.columns import picked, values
from runtall.exporters.export import Export
from runtall.exporters.identity import FORMAT, relaxed_tokens
from runtall.exporters.plan_csv import cells_digest, rows_text
from runtall.exporters.unreadable import UnreadablePlan
from runtall.exporters.way_out import way_out
from runtall.progression.blocks import block_of
from runtall.progression.rep_max import estimate
from runtall.progression.texts import race_words, say

VERSION = 2
# Most sessions, exercises of one, and the like.
MOST_PARTS = 2_000


def json_text(document: Mapping[str, Any]) -> str:
    """Return a document as JSON, two spaces indented."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def document(export: Export) -> Mapping[str, Any]:
    """Return what a plan's document says."""
    problem, plan, report, scenario = export.problem, export.plan, export.report, export.scenario
    publication = scenario.publication
    return {
        "format": FORMAT,
        "format_version": VERSION,
        "name": publication.name,
        "plan_id": publication.plan_id,
        "status": report.status,
        "stages": [
            picked(stage, "tier", "name", "value", "bound", "status") for stage in report.stages
        ],
        "costs": dict(sorted(report.costs.items())),
        "relaxed": relaxed_tokens(plan.relaxed),
        "sessions": [_session(problem, key, session) for key, session in identified_sessions(plan)],
        "mobility": [_mobility(problem, day, key) for key, day in identified_mobility(plan)],
        "mobility_items": [
            {
                **picked(item, "key", "name", "sets"),
                "reps": [item.low, item.high] if item.measure is Measure.REPS else None,
                "hold_s": [item.low, item.high] if item.measure is Measure.SECONDS else None,
                **picked(item, "per_side", "cue"),
            }
            for item in all_mobility_items(problem.request.athlete)
        ],
        "days": [_day(day) for day in problem.days],
        "texts": plan_texts(problem),
        "further_reading": [
            {key: row[key] for key in ("topic", "organisation", "url")}
            for row in records("further_reading.csv")
        ],
        "scenario": scenario.normalised,
        "scenario_sha256": scenario.sha256,
        "table_sha256": cells_digest(rows_text(export.table).encode()),
        "parameters": dict(sorted(report.parameters.items())),
        "versions": dict(sorted(report.versions.items())),
        "run": {
            "seconds": report.seconds,
            "stage_seconds": [stage.seconds for stage in report.stages],
            **({"scenario": export.origin} if export.origin else {}),
        },
    }


def _session(problem: Problem, key: str, session: Session) -> dict[str, Any]:
    day = problem.days[session.day]
    return {"session_id": key, **values(day=day, session=session)} | {
        "block": block_of(problem, problem.week(day.week)),
        "note": session.note,
        "entries": [_entry(problem, session, entry) for entry in session.entries],
    }


def _entry(problem: Problem, session: Session, entry: Entry) -> dict[str, Any]:
    exercise = problem.exercises[entry.exercise]
    estimated = thousands(estimate(exercise, entry))
    known = values(entry=entry, exercise=exercise, about=about(exercise))
    return known | {"estimated_max_kg": estimated, "plan_b": way_out(problem, session, entry)}


def _mobility(problem: Problem, index: int, key: str) -> dict[str, Any]:
    day = problem.days[index]
    about = {"run": day.run_words, "minutes": mobility_minutes(problem.request.athlete)}
    return {"session_id": key} | values(day=day) | about


def _day(day: Day) -> dict[str, Any]:
    keys = ("kind", "title", "distance_m", "minutes", "at", "optional")
    return values(day=day) | {"runs": [picked(run, *keys) for run in day.runs]}


def plan_texts(problem: Problem) -> dict[str, str]:
    """Return what the plan as a whole says, by the id of each text."""
    ids = ["introduction", "trend", "pain_stop", "pinch", "pain_persists", "illness", "medical"]
    ids += ["mobility", "recovery"]
    if any(problem.request.athlete.signs.values()):
        ids.insert(1, "limits")
    race = race_words(problem)
    return {text_id: say(text_id, race=race) for text_id in [*ids, "recovery_numbers", "closing"]}


def document_in(data: bytes) -> dict[str, Any]:
    """Return the JSON document of a plan, of whatever it holds.

    Raises
    ------
    UnreadablePlan
        If it is none, or of another version.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise UnreadablePlan(f"line {error.lineno}: {error.msg}") from error
    except UnicodeDecodeError as error:
        raise UnreadablePlan("not UTF-8") from error
    except (RecursionError, ValueError) as error:
        raise UnreadablePlan(f"no JSON that can be read: {error}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadablePlan(f"no plan: 'format' is not {FORMAT!r}")
    version = document.get("format_version")
    found = f"format_version is {version!r}"
    if version in range(1, VERSION):
        raise UnreadablePlan(f"{found}: made by an earlier version: solve again")
    if version != VERSION:
        raise UnreadablePlan(f"{found}; only {VERSION} can be read here")
    return document
