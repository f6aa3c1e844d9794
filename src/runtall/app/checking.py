"""The use case of checking a plan file: its decisions against the rules, its labels against both.

Nothing of it needs the solver.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from runtall.app.scenarios import Source
from runtall.app.scenarios import scenario as read
from runtall.app.standing import only_plan, own_scenario
from runtall.check.violations import tested_rules, violations
from runtall.documents.files import YAML, not_there
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.scenario import Scenario
from runtall.domain.where import Violation
from runtall.errors import UserError
from runtall.exporters.files import ICS
from runtall.exporters.folder import (
    FILES,
    is_folder,
    is_mixed,
    record_of,
    unfinished,
)
from runtall.exporters.reading_back import holds_sessions, labels_of
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
    """

    problem: Problem
    plan: Plan
    violations: tuple[Violation, ...]
    checked: int
    labels: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def check(plan_path: Path | str, source: Source) -> Checked:
    """Re-read a plan, test every rule and compare every label, without the solver.

    Parameters
    ----------
    plan_path
        One of its files, or its folder: then all that are there.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        One of the files is no good.
    """
    path = Path(plan_path)
    if not is_folder(path):
        return _check(path, read(source))
    scenario = read(source)
    files = [path / name for name in FILES if os.path.lexists(path / name)]
    if not files:
        record_of(path, "plan.json")
        raise UnreadablePlan(f"{path}: holds no plan: neither {' nor '.join(FILES)}")
    every = {
        file.name: _check(file, scenario)
        for file in files
        if holds_sessions(file, scenario) or len(files) == 1
    }
    first = next(iter(every.values()))
    return replace(
        first,
        violations=tuple(dict.fromkeys(v for found in every.values() for v in found.violations)),
        labels=tuple(_told({name: found.labels for name, found in every.items()})),
        remarks=(
            *_unlike(every, scenario),
            *_told({name: found.remarks for name, found in every.items()}),
        ),
    )


def _check(path: Path, scenario: Scenario) -> Checked:
    problem = scenario.problem
    labels = labels_of(path, scenario)
    if not holds_sessions(path, scenario) and not labels.plan.sessions:
        raise UnreadablePlan(f"{path}: output.include keeps the sessions out of the calendar")
    broken = violations(problem, labels.plan)
    rules = len(tested_rules(problem))
    remarks = (*labels.edited, *[MIXED] * is_mixed(unfinished(path.parent)))
    return Checked(problem, labels.plan, broken, rules, labels.wrong, remarks)


def _unlike(every: Mapping[str, Checked], scenario: Scenario) -> Iterator[str]:
    """Say which files of a folder hold other sessions than its document."""
    whole = every.get("plan.json")
    for name, found in every.items():
        if whole is None:
            return
        same = scenario.publication.in_calendar(whole.plan) if name == ICS else whole.plan
        if found.plan != same:
            yield f"{name} holds another plan than plan.json: edited since, or of another solve"


def _told(every: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Say what there is to know of each file, and of all of them once."""
    for line in dict.fromkeys(line for lines in every.values() for line in lines):
        names = [name for name, lines in every.items() if line in lines]
        yield line if len(names) == len(every) else f"{', '.join(names)}, {line}"


def in_order(plan: Path | None, scenario: Path | None) -> tuple[Path, Path]:
    """Return a plan and its scenario, whichever was named first, or the plan alone, or nothing.

    Raises
    ------
    UserError
        One of them is missing.
    """
    plan = plan or only_plan()
    if scenario is not None:
        turned = _is_scenario(plan) and not _is_scenario(scenario)
        return (scenario, plan) if turned else (plan, scenario)
    if not os.path.lexists(plan):
        raise UnreadablePlan(f"{plan}: {not_there(plan)}")
    if _is_scenario(plan):
        raise UserError(f"name its plan, too: runtall check {Path('plans', plan.stem)} {plan}")
    own = own_scenario(plan if is_folder(plan) else plan.parent)
    if own is None:
        raise UserError(f"name its scenario, too: runtall check {plan} SCENARIO")
    return plan, own


def _is_scenario(path: Path) -> bool:
    return path.suffix.lower() in YAML and not is_folder(path)
