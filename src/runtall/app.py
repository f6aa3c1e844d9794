"""The use cases: what the command line and the notebooks call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runtall.check.violations import violations
from runtall.domain.derive import derive
from runtall.exporters import (
    Export,
    export_all,
    export_time,
    previous_ics,
    read_plan,
    write_all,
)
from runtall.importers import load_runs
from runtall.objectives.all import OBJECTIVES
from runtall.progression.dose import prescribe
from runtall.rules.all import RULES
from runtall.scenario.read import read_scenario
from runtall.scenario.rule_info import RuleInfo

if TYPE_CHECKING:
    from pathlib import Path

    from ortools.sat.python.cp_model import CpModel

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.report import Report
    from runtall.domain.scenario import Scenario
    from runtall.domain.where import Violation
    from runtall.solve.outcome import Impossible, OutOfTime
    from runtall.solve.stages import Export as ModelExport

FILES = ("plan.ics", "plan.csv", "plan.json")


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan that is written and checked.

    Parameters
    ----------
    paths
        The files, in the order of `FILES`.
    checked
        Number of rules that each file was tested against.
    """

    scenario: Scenario
    problem: Problem
    plan: Plan
    report: Report
    paths: tuple[Path, ...]
    checked: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a plan file found; empty for a good plan."""

    problem: Problem
    plan: Plan
    violations: tuple[Violation, ...]
    checked: int


def open_scenario(path: Path) -> Scenario:
    """Read a scenario file.

    Raises
    ------
    ScenarioFaults
        With every fault found and its place.
    """
    return read_scenario(path, load_runs, rule_infos())


def rule_infos() -> dict[str, RuleInfo]:
    """What a scenario may say about each rule, by id."""
    hard = {rule.id: RuleInfo(soft=False, can_be_off=rule.can_be_off) for rule in RULES}
    soft = {objective.id: RuleInfo(soft=True, can_be_off=True) for objective in OBJECTIVES}
    return {**hard, **soft}


def solve(
    path: Path, output: Path | None = None, models: Path | None = None
) -> Solved | Impossible | OutOfTime:
    """Solve a scenario file, write the plan, and check what was written.

    Parameters
    ----------
    path
        The scenario.
    output
        Folder for the files; default ``plans/<scenario stem>``.
    models
        Folder into which each stage's model is written as ``stage-<n>.pb``.

    Raises
    ------
    ScenarioFaults
        The scenario is no good.
    CannotWrite
        A file could not be written; nothing was changed.
    Defect
        The plan or a file fails our own check; nothing was changed.
    """
    from runtall.solve.outcome import Planned
    from runtall.solve.planner import solve as solve_problem

    scenario = open_scenario(path)
    problem = derive(scenario.request)
    outcome = solve_problem(problem, scenario.solver, _exporter(models))
    if not isinstance(outcome, Planned):
        return outcome
    plan = prescribe(problem, outcome.plan)
    folder = output if output is not None else _default_folder(path)
    paths = _publish(scenario, problem, plan, outcome.report, folder)
    return Solved(scenario, problem, plan, outcome.report, paths, _rules_on(problem))


def check(plan_path: Path, scenario_path: Path) -> Checked:
    """Re-read a plan file and test every rule, without the solver.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        One of the files is no good.
    """
    problem = derive(open_scenario(scenario_path).request)
    plan = read_plan(plan_path, problem)
    return Checked(problem, plan, violations(problem, plan), _rules_on(problem))


def rules(scenario_path: Path | None = None) -> list[dict[str, Any]]:
    """Every rule as a row: id, kind, tier, weight, title, source, on or off.

    With a scenario, weights and switches are that scenario's.
    """
    request = open_scenario(scenario_path).request if scenario_path else None
    off = request.off if request else frozenset()
    weights = request.weights if request else {}
    hard = [
        {
            "id": rule.id,
            "kind": "hard",
            "tier": None,
            "weight": None,
            "title": rule.title,
            "source": rule.source,
            "can_be_off": rule.can_be_off,
            "on": rule.id not in off,
        }
        for rule in RULES
    ]
    soft = [
        {
            "id": objective.id,
            "kind": "soft",
            "tier": objective.tier.words,
            "weight": weights.get(objective.id, objective.weight),
            "title": objective.title,
            "source": objective.source,
            "can_be_off": True,
            "on": objective.id not in off,
        }
        for objective in OBJECTIVES
    ]
    return hard + soft


def _rules_on(problem: Problem) -> int:
    return sum(problem.on(rule.id) for rule in RULES)


def _default_folder(path: Path) -> Path:
    return type(path)("plans") / path.stem


def _publish(
    scenario: Scenario, problem: Problem, plan: Plan, report: Report, folder: Path
) -> tuple[Path, ...]:
    """Write the files and test them as they lie there."""
    from runtall.solve.outcome import Defect

    export = Export(problem, plan, scenario, report, export_time(), previous_ics(folder))
    write_all(folder, export_all(export))
    paths = tuple(folder / name for name in FILES)
    for path in paths:
        broken = violations(problem, read_plan(path, problem))
        if broken:
            raise Defect(f"{path}: {broken[0].rule} {broken[0].where}: {broken[0].found}")
    return paths


def _exporter(folder: Path | None) -> ModelExport | None:
    if folder is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)

    def export(number: int, model: CpModel) -> None:
        model.export_to_file(str(folder / f"stage-{number}.pb"))

    return export
