"""Each format on its way there and back, in one call."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Publication, Scenario, SolverSettings
from runtall.domain.view import PlanView
from runtall.exporters import plan_csv
from runtall.exporters.export import Export
from runtall.exporters.plan_ics import calendar_of
from runtall.exporters.plan_json import document, json_text
from runtall.exporters.records import NO_REPORT, RECORDS, Record, read_decisions
from runtall.exporters.session_card import runs_around
from runtall.progression.follow import followed


def to_ics(
    problem: Problem, plan: Plan, publication: Publication, previous: bytes | None, now: datetime
) -> bytes:
    export = Export(_scenario(problem, publication), plan, NO_REPORT, now, previous)
    return bytes(calendar_of(export).to_ical())


def to_csv(problem: Problem, plan: Plan, publication: Publication) -> str:
    return plan_csv.to_csv(PlanView(_scenario(problem, publication), plan, NO_REPORT))


def _scenario(problem: Problem, publication: Publication) -> Scenario:
    return Scenario(problem, publication, SolverSettings(), {}, "")


def to_json(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> str:
    return json_text(document(PlanView(replace(scenario, problem=problem), plan, report)))


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
