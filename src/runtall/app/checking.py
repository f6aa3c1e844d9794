"""The use case of checking a plan file: every rule is tested, without the solver."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runtall.check.violations import tested_rules, violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import Violation
from runtall.exporters.folder import is_mixed, unfinished
from runtall.exporters.records import examine_plan, holds_sessions
from runtall.exporters.unreadable import UnreadablePlan
from runtall.scenario import read_scenario

MIXED = "beside it are files of another plan, as a run was killed: solve again"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a plan file found; empty for a good plan.

    ``remarks`` break no rule: what whoever made or edited the file should know.
    """

    problem: Problem
    plan: Plan
    violations: tuple[Violation, ...]
    checked: int
    remarks: tuple[str, ...] = ()


def check(plan_path: Path | str, scenario_path: Path | str) -> Checked:
    """Re-read a plan file and test every rule, without the solver.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        One of the files is no good.
    """
    plan_path = Path(plan_path)
    scenario = read_scenario(scenario_path)
    problem = scenario.problem
    plan, remarks, _ = examine_plan(plan_path, problem, scenario.publication)
    if not holds_sessions(plan_path, scenario) and not plan.sessions:
        raise UnreadablePlan(f"{plan_path}: output.include keeps the sessions out of the calendar")
    broken = violations(problem, plan)
    if is_mixed(unfinished(plan_path.parent)):
        remarks = [*remarks, MIXED]
    return Checked(problem, plan, broken, len(tested_rules(problem)), tuple(remarks))
