"""The use case of checking a plan file: its decisions against the rules, its labels against both.

Nothing of it needs the solver.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from runtall.app.scenarios import Source
from runtall.app.scenarios import scenario as read
from runtall.check.violations import tested_rules, violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import Violation
from runtall.exporters.folder import is_mixed, unfinished
from runtall.exporters.records import holds_sessions, labels_of
from runtall.exporters.unreadable import UnreadablePlan

MIXED = "beside it are files of another plan, as a run was killed: solve again"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a plan file found; empty for a good plan.

    Parameters
    ----------
    plan
        Its decisions, with what follows from them.
    labels
        What the file says that doesn't follow from its decisions.
    remarks
        No faults: what whoever made or edited the file should know.
    other
        Whether the file was made for another scenario.
    """

    problem: Problem
    plan: Plan
    violations: tuple[Violation, ...]
    checked: int
    labels: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    other: bool = False


def check(plan_path: Path | str, source: Source) -> Checked:
    """Re-read a plan file, test every rule and compare every label, without the solver.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        One of the files is no good.
    """
    plan_path = Path(plan_path)
    scenario = read(source)
    problem = scenario.problem
    labels = labels_of(plan_path, scenario)
    if not holds_sessions(plan_path, scenario) and not labels.plan.sessions:
        raise UnreadablePlan(f"{plan_path}: output.include keeps the sessions out of the calendar")
    broken = violations(problem, labels.plan)
    rules = len(tested_rules(problem))
    mixed = (MIXED,) if is_mixed(unfinished(plan_path.parent)) else ()
    return Checked(problem, labels.plan, broken, rules, labels.wrong, (*labels.edited, *mixed))
