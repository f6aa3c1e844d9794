"""Each format on its way there and back, in one call."""

from __future__ import annotations

from datetime import datetime

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Publication, Scenario
from runtall.exporters.export import Export
from runtall.exporters.plan_ics import calendar_of
from runtall.exporters.plan_json import document_of, json_text
from runtall.exporters.records import RECORDS, plan_in


def to_ics(
    problem: Problem, plan: Plan, publication: Publication, previous: bytes | None, now: datetime
) -> bytes:
    return bytes(calendar_of(problem, plan, publication, previous, now).to_ical())


def to_json(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> str:
    return json_text(document_of(problem, plan, scenario, report))


def from_ics(data: bytes, problem: Problem) -> Plan:
    return plan_in(RECORDS[".ics"], data, problem)


def from_csv(text: str, problem: Problem) -> Plan:
    return plan_in(RECORDS[".csv"], text.encode(), problem)


def from_json(text: str, problem: Problem) -> Plan:
    return plan_in(RECORDS[".json"], text.encode(), problem)


def write_records(export: Export) -> dict[str, bytes]:
    return {
        f"plan{suffix}": record.encode(record.draft(export)) for suffix, record in RECORDS.items()
    }
