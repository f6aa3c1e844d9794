"""All formats through one door."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Publication, Scenario
from runtall.exporters.export import Export
from runtall.exporters.files import ICS, previous, write_all
from runtall.exporters.unreadable import UnreadablePlan
from tests.exporters.formats import (
    decided,
    from_csv,
    from_ics,
    from_json,
    read_plan,
    to_csv,
    to_ics,
    to_json,
    write_records,
)
from tests.exporters.samples import LATER, NOW, UNHURRIED, plans


def ordered(plan: Plan) -> list[object]:
    """What a calendar keeps of a plan: of two sessions on one day, no one comes first."""
    sessions = [replace(session, entries=()) for session in plan.sessions]
    work = [session.entries for session in plan.sessions]
    return [sorted(sessions, key=repr), sorted(work, key=repr), plan.mobility, plan.relaxed]


@UNHURRIED
@given(some=plans())
def test_the_decisions_of_any_plan_come_back_from_every_record(
    some: Plan, problem: Problem, scenario: Scenario, report: Report
) -> None:
    wanted = decided(some)
    calendar = to_ics(problem, some, Publication("x", "x", "Europe/London"), None, NOW)
    assert ordered(from_ics(calendar, problem)) == ordered(wanted)
    for units in ("metric", "imperial"):
        table = to_csv(problem, some, Publication("x", "x", units=units))
        assert from_csv(table, problem) == wanted
    assert from_json(to_json(problem, some, scenario, report), problem) == wanted


@pytest.fixture
def export(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> Export:
    return Export(scenario, plan, report, NOW)


def test_every_file_leads_back_to_the_same_plan(export: Export, tmp_path: Path) -> None:
    paths = write_all(tmp_path, write_records(export))
    assert [path.name for path in paths] == ["plan.ics", "plan.csv", "plan.json"]
    for path in paths:
        assert read_plan(path, export.problem) == export.plan


def test_a_second_export_changes_no_byte(export: Export, tmp_path: Path) -> None:
    write_all(tmp_path, write_records(export))
    again = Export(export.scenario, export.plan, export.report, LATER, previous(tmp_path / ICS))
    assert write_records(again) == write_records(export)


def test_suffixes_are_read_however_written(export: Export, tmp_path: Path) -> None:
    path = tmp_path / "PLAN.CSV"
    path.write_bytes(write_records(export)["plan.csv"])
    assert read_plan(path, export.problem) == export.plan


@pytest.mark.parametrize("name", ["plan.txt", "plan", "plan.xlsx"])
def test_other_suffixes(problem: Problem, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    with pytest.raises(UnreadablePlan, match=r"ends in \.ics, \.csv, \.json"):
        read_plan(path, problem)
    path.unlink()
    with pytest.raises(UnreadablePlan, match="there is no such file"):
        read_plan(path, problem)


@pytest.mark.parametrize("suffix", [".ics", ".csv", ".json"])
def test_missing_file_folder_and_other_bytes(problem: Problem, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plan{suffix}"
    with pytest.raises(UnreadablePlan, match="no such file"):
        read_plan(path, problem)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadablePlan) as caught:
        read_plan(path, problem)
    assert all(str(fault).startswith(f"{path}: ") for fault in caught.value.faults)
    path.unlink()
    path.mkdir()
    with pytest.raises(UnreadablePlan, match="is a directory"):
        read_plan(path, problem)
