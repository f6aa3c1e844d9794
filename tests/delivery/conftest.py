"""A plan's folder, written without a solver, and servers to put it on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest

from runtall.delivery.account import PASSWORD as PASSWORD_VARIABLE
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.scenario import Publication
from runtall.exporters.files import previous
from tests.delivery.servers import PASSWORD, SERVERS, Door, serving
from tests.exporters.formats import to_ics
from tests.exporters.samples import LATER, NOW, build, decide, moved, without

PUBLICATION = Publication(
    "Strength \u2014 London", "spring", "Europe/London", include=("strength",), reminder_minutes=60
)


@pytest.fixture(scope="session")
def problem() -> Problem:
    return build(at=time(18, 30), weeks=8)


@pytest.fixture(scope="session")
def plan(problem: Problem) -> Plan:
    """Its first sessions: what is handed over need not be whole."""
    whole = decide(problem)
    return replace(whole, sessions=whole.sessions[:6])


@pytest.fixture(scope="session")
def other_plan(plan: Plan) -> Plan:
    """The plan with one session fewer and one on another day."""
    fewer = without(plan, week=2, kind=SessionKind.D2)
    return moved(fewer, week=3, kind=SessionKind.D2, days=-1)


class Folder:
    """A plan's folder with a calendar in it."""

    def __init__(self, path: Path, problem: Problem) -> None:
        self.path, self.problem = path, problem
        self.ics = path / "plan.ics"

    def write(self, plan: Plan, now: datetime = NOW, **different: str) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        publication = replace(PUBLICATION, **different)
        data = to_ics(self.problem, plan, publication, previous(self.ics), now)
        self.ics.write_bytes(data)


@pytest.fixture
def folder(tmp_path: Path, problem: Problem, plan: Plan) -> Folder:
    made = Folder(tmp_path / "plan", problem)
    made.write(plan)
    return made


@pytest.fixture
def replanned(folder: Folder, other_plan: Plan) -> Folder:
    """The same folder after another plan was written into it."""
    folder.write(other_plan, LATER)
    return folder


@pytest.fixture(params=SERVERS)
def door(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Door]:
    """Each of the servers, empty, and the right password in the environment."""
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    storage = tmp_path / "storage"
    storage.mkdir()
    with serving(SERVERS[request.param](storage)) as opened:
        yield opened
