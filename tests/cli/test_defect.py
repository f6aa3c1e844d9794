"""A defect of ours: exit code 1, one sentence, and no traceback unless it is asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from runtall import app
from runtall.app import publishing, solving
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.exporters.csv_rows import Rows
from runtall.exporters.records import Table
from runtall.exporters.unreadable import UnreadablePlan
from runtall.progression.dose import prescribe
from tests.cli.conftest import Write
from tests.cli.run import runtall


def broken(*_: object) -> None:
    raise ZeroDivisionError("a\nb")


def test_no_traceback(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "solve", broken)
    ran = runtall("solve", write())
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "runtall: a defect of ours, not of your files: ZeroDivisionError: a b\n"
        "Set RUNTALL_DEBUG=1 to see where it happened.\n"
    )
    machine = json.loads(runtall("solve", write(), "--json").out)
    assert (machine["status"], machine["faults"][0]["kind"]) == ("DEFECT", "ZeroDivisionError")


def test_the_traceback_is_there_for_the_asking(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "rules", broken)
    scenario = write()
    monkeypatch.setenv("RUNTALL_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        runtall("rules", scenario)


def test_a_file_that_fails_the_check_is_never_written(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(problem: Problem, plan: Plan) -> Plan:
        whole = prescribe(problem, plan)
        return Plan(whole.sessions[:-1], whole.mobility, whole.relaxed)

    monkeypatch.setattr(solving, "prescribe", careless)
    ran = runtall("solve", write(), "-o", "out")
    assert (ran.code, ran.out) == (1, "")
    assert "Defect: plan.ics: weekly-sessions w08: no session" in ran.err
    assert not Path("out").exists()


def test_a_file_that_cannot_be_read_back_is_never_written(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Riddle(Table):
        def decode(self, data: bytes, problem: Problem) -> Rows:
            raise UnreadablePlan("line 7: what?")

    monkeypatch.setattr(publishing, "RECORDS", {**publishing.RECORDS, ".csv": Riddle()})
    ran = runtall("solve", write(), "-o", "out")
    assert ran.code == 1
    assert "Defect: plan.csv: line 7: what?" in ran.err
    assert not Path("out").exists()


def test_a_file_with_a_wrong_label_is_never_written(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Careless(Table):
        def encode(self, draft: Rows) -> bytes:
            return super().encode(draft).replace(b",base,", b",taper,", 1)

    monkeypatch.setattr(publishing, "RECORDS", {**publishing.RECORDS, ".csv": Careless()})
    ran = runtall("solve", write(), "-o", "out")
    assert ran.code == 1
    assert "Defect: plan.csv: line 2, phase: 'taper' stands there, 'base' follows" in ran.err
    assert not Path("out").exists()


def test_a_plan_with_a_wrong_label_is_never_written(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(problem: Problem, plan: Plan) -> Plan:
        good = prescribe(problem, plan)
        first = replace(good.sessions[0], note="Because.")
        return replace(good, sessions=(first, *good.sessions[1:]))

    monkeypatch.setattr(solving, "prescribe", careless)
    ran = runtall("solve", write(), "-o", "out")
    assert ran.code == 1
    assert "what is printed doesn't follow from the session" in ran.err
    assert not Path("out").exists()
