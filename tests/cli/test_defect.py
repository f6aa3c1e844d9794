"""A defect of ours: exit code 1, one sentence, and no traceback unless it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall import app
from runtall.app import publishing, solving
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.exporters.unreadable import UnreadablePlan
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
        return Plan(plan.sessions[:-1], plan.mobility, plan.relaxed)

    monkeypatch.setattr(solving, "prescribe", careless)
    ran = runtall("solve", write(), "-o", "out")
    assert (ran.code, ran.out) == (1, "")
    assert "Defect: plan.ics: weekly-sessions w08: no session" in ran.err
    assert not Path("out").exists()


def test_a_file_that_cannot_be_read_back_is_never_written(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Riddle:
        def read(self, data: bytes, problem: Problem) -> Plan:
            raise UnreadablePlan("line 7: what?")

    monkeypatch.setattr(publishing, "RECORDS", {**publishing.RECORDS, ".csv": Riddle()})
    ran = runtall("solve", write(), "-o", "out")
    assert ran.code == 1
    assert "Defect: plan.csv: line 7: what?" in ran.err
    assert not Path("out").exists()
