"""Each format on its way there and back, in one call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Publication, Scenario, SolverSettings
from runtall.exporters.export import Export
from runtall.exporters.plan_csv import rows_text
from runtall.exporters.plan_ics import calendar_of
from runtall.exporters.plan_json import document, json_text
from runtall.exporters.reading_back import read_decisions
from runtall.exporters.record import NO_REPORT, Record
from runtall.exporters.records import RECORDS
from runtall.exporters.session_card import runs_around
from runtall.progression.follow import followed


def to_ics(
    problem: Problem, plan: Plan, publication: Publication, previous: bytes | None, now: datetime
) -> bytes:
    return bytes(calendar_of(_export(problem, plan, publication, now, previous)).to_ical())


def to_csv(problem: Problem, plan: Plan, publication: Publication) -> str:
    return rows_text(_export(problem, plan, publication, datetime.now(UTC)).table)


def _export(
    problem: Problem,
    plan: Plan,
    publication: Publication,
    now: datetime,
    previous: bytes | None = None,
) -> Export:
    scenario = Scenario(problem, publication, SolverSettings(), {}, "")
    return Export(scenario, plan, NO_REPORT, now, previous)


def to_json(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> str:
    export = Export(replace(scenario, problem=problem), plan, report, datetime.now(UTC))
    return json_text(document(export))


def read_plan(path: Path, problem: Problem) -> Plan:
    """The plan of a file: its decisions, and what follows from them."""
    return followed(problem, read_decisions(path, problem))


def decided(plan: Plan) -> Plan:
    """What every record gives back of a plan; the rest follows."""
    own = {"per_side": False, "load": "", "rest_s": None, "method": "", "pair": None}
    sessions = (
        replace(
            session,
            option="",
            run="",
            note=runs_around(session.note),
            entries=tuple(replace(entry, **own) for entry in session.entries),
        )
        for session in plan.sessions
    )
    return replace(plan, sessions=tuple(sessions))


def from_ics(data: bytes, problem: Problem) -> Plan:
    return _decided_in(RECORDS[".ics"], data, problem)


def from_csv(text: str, problem: Problem) -> Plan:
    return _decided_in(RECORDS[".csv"], text.encode(), problem)


def from_json(text: str, problem: Problem) -> Plan:
    return _decided_in(RECORDS[".json"], text.encode(), problem)


def _decided_in(record: Record[Any], data: bytes, problem: Problem) -> Plan:
    return record.read(record.decode(data, problem), problem).plan


def write_records(export: Export) -> dict[str, bytes]:
    return {
        f"plan{suffix}": record.encode(record.draft(export)) for suffix, record in RECORDS.items()
    }
