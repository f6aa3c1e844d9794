"""plan.json: the whole record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report, Stage
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.scenario import Publication, Scenario, SolverSettings
from runtall.domain.tier import Tier
from runtall.exporters.plan_json import document_in
from runtall.exporters.plan_json_models import DocumentModel
from runtall.exporters.unreadable import UnreadablePlan
from tests.exporters.formats import decided, from_json, to_json
from tests.exporters.samples import timed_problem

REPORT = Report("FEASIBLE", (Stage(Tier.PLACEMENT, 3, 1, "FEASIBLE", 0.5),), {}, {}, {}, 1.0)


def scenario_of(problem: Problem) -> Scenario:
    publication = Publication("x", "x")
    return Scenario(problem, publication, SolverSettings(), {"weeks": 16}, "ab")


@pytest.fixture(scope="module")
def text(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> str:
    return to_json(problem, plan, scenario, report)


def test_the_plan_comes_back_equal(problem: Problem, plan: Plan, text: str) -> None:
    assert from_json(text, problem) == decided(plan)


def test_the_whole_document_comes_back(
    problem: Problem, plan: Plan, scenario: Scenario, report: Report, text: str
) -> None:
    document = DocumentModel.of(document_in(text.encode()), problem)
    assert document.plan == decided(plan)
    assert document.report == report
    assert document.scenario == scenario.normalised
    assert document.scenario_sha256 == scenario.sha256


def test_only_the_run_key_differs_between_two_solves(
    problem: Problem, plan: Plan, scenario: Scenario, report: Report
) -> None:
    slower = replace(
        report,
        seconds=9.0,
        stages=tuple(replace(stage, seconds=stage.seconds + 1) for stage in report.stages),
    )
    one = json.loads(to_json(problem, plan, scenario, report))
    other = json.loads(to_json(problem, plan, scenario, slower))
    assert one.pop("run") != other.pop("run")
    assert one == other
    assert to_json(problem, plan, scenario, report) == to_json(problem, plan, scenario, report)


def test_the_run_plan_is_in_it_untouched(scenario: Scenario, report: Report) -> None:
    problem = timed_problem()
    runs = list(problem.request.runs)
    odd = Run(RunKind.EASY, "\u26f0 =1+1\nBEGIN:VEVENT", 12_345, 61, time(7, 5), optional=True)
    days = tuple(
        replace(day, runs=(odd, Run(RunKind.CROSS))) if day.index == 9 else day
        for day in problem.days
    )
    text = to_json(replace(problem, days=days), Plan(()), scenario, report)
    listed = [
        tuple(
            Run(
                RunKind(run["kind"]),
                run["title"],
                run["distance_m"],
                run["minutes"],
                time.fromisoformat(run["at"]) if run["at"] else None,
                run["optional"],
            )
            for run in day["runs"]
        )
        for day in json.loads(text)["days"]
    ]
    runs[9] = (odd, Run(RunKind.CROSS))
    assert listed == runs


def test_texts_and_further_reading_are_in_it(
    problem: Problem, plan: Plan, scenario: Scenario, report: Report
) -> None:
    document = json.loads(to_json(problem, plan, scenario, report))
    assert {"introduction", "closing", "recovery"} <= set(document["texts"])
    assert "limits" not in document["texts"]
    athlete = replace(problem.request.athlete, signs={"torso_twists": 2})
    signed = replace(problem, request=replace(problem.request, athlete=athlete))
    assert "limits" in json.loads(to_json(signed, plan, scenario, report))["texts"]
    assert len(document["further_reading"]) == 6


NOT_A_NUMBER = float("nan")
ENDLESS = float("inf")


def broken(text: str, path: list[Any], value: Any) -> str:
    document = json.loads(text)
    node = document
    for key in path[:-1]:
        node = node[key]
    if value is KeyError:
        del node[path[-1]]
    else:
        node[path[-1]] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (["format"], "x", "no plan: 'format' is not 'runtall-plan'"),
        (["format_version"], 3, "format_version is 3; only 2"),
        (["format_version"], 1, "format_version is 1: made by an earlier version: solve again"),
        (["sessions"], {}, "sessions: {} should be a valid list"),
        (["sessions"], KeyError, "sessions: is missing"),
        (["sessions", 0], 7, "sessions[0]: 7 should be a valid object"),
        (["sessions", 0, "session"], "D7", "sessions[0].session: 'D7' is no kind of session"),
        (["sessions", 0, "date"], "2020-01-01", "sessions[0].date: 2020-01-01 is outside"),
        (["sessions", 0, "date"], 5, "sessions[0].date: 5 should be a valid string"),
        (["sessions", 0, "start"], "noon", 'sessions[0].start: "noon" is not a time'),
        (["sessions", 0, "minutes"], True, "sessions[0].minutes: True should be a valid integer"),
        (["sessions", 0, "entries", 1, "sets"], "3", "sessions[0].entries[1].sets: '3' should"),
        (["sessions", 0, "entries", 1, "sets"], -3, "entries[1].sets: -3 should be greater"),
        (["sessions", 0, "entries", 1, "exercise"], "x", "entries[1].exercise: 'x' is no exercise"),
        (["mobility", 0, "date"], "x", 'mobility[0].date: "x" is not a date'),
        (["relaxed"], ["skip@w99"], "relaxed[0]: 'skip@w99'"),
    ],
)
def test_what_is_said_about_a_broken_document(
    problem: Problem, text: str, path: list[Any], value: Any, fault: str
) -> None:
    text = broken(text, path, value)
    with pytest.raises(UnreadablePlan) as caught:
        from_json(text, problem)
    assert any(fault in line for line in caught.value.faults), caught.value.faults


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (["status"], "=1+1", "status: '=1+1' should be 'OPTIMAL' or 'FEASIBLE'"),
        (
            ["stages", 0, "tier"],
            "doze",
            "stages[0].tier: 'doze' is no tier; did you mean 'dose'",
        ),
        (["costs", "next-day"], "many", "costs.next-day: 'many' should be a valid integer"),
        (["costs", "next-day"], 10**30, f"costs.next-day: {10**30} should be less than"),
        (["stages", 1, "value"], -(10**30), f"stages[1].value: -{10**30} should be greater than"),
        (["stages"], [], "run: stage_seconds has not one number for each stage"),
        (["run", "stage_seconds", 1], "1", "run.stage_seconds[1]: '1' should be a valid number"),
        (["run", "stage_seconds", 1], 10**400, "run.stage_seconds[1]: 1000"),
        (["run", "seconds"], NOT_A_NUMBER, "run.seconds: nan should be a finite number"),
        (["sessions", 0, "minutes"], 10**30, "sessions[0].minutes: 1000"),
        (
            ["sessions", 0, "entries", 1, "load_kg"],
            NOT_A_NUMBER,
            "load_kg: nan should be a finite number",
        ),
        (
            ["sessions", 0, "entries", 1, "load_kg"],
            ENDLESS,
            "load_kg: inf should be a finite number",
        ),
        (
            ["sessions", 0, "entries", 1, "load_kg"],
            -1,
            "load_kg: -1 should be greater than or equal to 0",
        ),
    ],
)
def test_numbers_that_no_table_can_hold(
    problem: Problem, text: str, path: list[Any], value: Any, fault: str
) -> None:
    text = broken(text, path, value)
    with pytest.raises(UnreadablePlan) as caught:
        DocumentModel.of(document_in(text.encode()), problem)
    (line,) = caught.value.faults
    assert fault in line


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_no_document_at_all(problem: Problem, text: str) -> None:
    with pytest.raises(UnreadablePlan):
        from_json(text, problem)


def test_all_faults_are_named_at_once(
    problem: Problem, plan: Plan, scenario: Scenario, report: Report
) -> None:
    text = broken(to_json(problem, plan, scenario, report), ["sessions", 0, "session"], "x")
    text = broken(text, ["stages", 0, "value"], 1.5)
    with pytest.raises(UnreadablePlan) as caught:
        DocumentModel.of(document_in(text.encode()), problem)
    assert len(caught.value.faults) == 2


def test_blocks_and_estimated_maxima(
    problem: Problem, plan: Plan, scenario: Scenario, report: Report
) -> None:
    lifted = Entry(1, "one_arm_db_row", 3, reps=8, load_g=12_000, rir=2)
    easy = Entry(2, "lat_pulldown", 3, reps=10, load_g=30_000, rir=3)
    odd = Plan((replace(plan.sessions[0], entries=(lifted, easy)),))
    session = json.loads(to_json(problem, odd, scenario, report))["sessions"][0]
    assert session["block"] == "sets"
    assert [entry["estimated_max_kg"] for entry in session["entries"]] == [16.0, None]
