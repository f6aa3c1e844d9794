"""Stopped at any solution at all, a plan is one that can be published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runtall.app.publishing import publish
from runtall.domain.problem import Problem
from runtall.domain.view import PlanView
from runtall.exporters.export import stamp_time
from runtall.model import cp_sat
from runtall.progression.dose import prescribe
from runtall.scenario import read_text
from runtall.solve.outcome import OutOfTime, Planned
from runtall.solve.planner import solve
from runtall.solve.run import Answer, Budget

WEEK = "mon: easy, tue: workout, wed: rest, thu: workout, fri: easy, sat: recovery, sun: long"
BUSY = f"""\
race_date: 2027-04-25
weeks: 6
runs: {{week: {{{WEEK}}}}}
availability:
  mon: {{minutes: 35}}
  tue: {{minutes: 25}}
  wed: off
  thu: {{minutes: 20}}
  sat: {{minutes: 25}}
  away: [{{from: 2027-04-05, to: 2027-04-11, equipment: {{bands: true}}}}]
"""
SHORT = (
    BUSY.replace("minutes: 25", "minutes: 15")
    .replace("minutes: 20", "minutes: 15")
    .replace("weeks: 6", "weeks: 8")
)
"""So short that a session may leave out slots of its template."""


class Stopper:
    """Ends everything at the n-th solution of the models that know sets."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.stopped = False

    def patched(self, whole: Callable[..., Answer]) -> Callable[..., Answer]:
        stopper = self

        class AtSolution(cp_sat.SolutionCallback):
            def OnSolutionCallback(self) -> None:
                stopper.left -= 1
                if stopper.left <= 0:
                    stopper.stopped = True
                    self.StopSearch()

        def solve_model(self: Budget, model: Any, *settings: Any, **limits: Any) -> Answer:
            knows_sets = any(name.startswith("reaches/") for name in names(model))
            if knows_sets:
                limits["on_solution"] = AtSolution()
            answer = whole(self, model, *settings, **limits)
            if stopper.stopped:
                self._effort = 0.0
            return answer

        return solve_model


def names(model: Any) -> list[str]:
    return [variable.name for variable in model.proto.variables]


@pytest.mark.parametrize("text", [BUSY, SHORT], ids=["busy", "short"])
def test_stopped_at_every_solution(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = read_text(text, tmp_path / "busy.yaml")
    problem: Problem = scenario.problem
    whole = Budget.solve
    published = 0
    for at in range(1, 60):
        stopper = Stopper(at)
        monkeypatch.setattr(Budget, "solve", stopper.patched(whole))
        outcome = solve(problem, scenario.solver)
        if isinstance(outcome, OutOfTime):
            continue
        assert isinstance(outcome, Planned)
        plan = prescribe(problem, outcome.plan)
        assert all(session.n_sets for session in plan.sessions)
        publish(tmp_path / str(at), PlanView(scenario, plan, outcome.report), stamp_time())
        published += 1
        if not stopper.stopped:
            assert outcome.report.status == "OPTIMAL"
            break
    assert published >= 3
