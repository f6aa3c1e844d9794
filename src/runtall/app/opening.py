"""The use case of a plan that is there."""

from __future__ import annotations

import shlex
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from runtall.app.standing import own_scenario
from runtall.check.claims import recomputed
from runtall.check.violations import violations
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.errors import UserError
from runtall.errors.words import counted
from runtall.exporters.folder import is_folder, record_of
from runtall.exporters.reading_back import labels_of, read_file
from runtall.exporters.records import RECORDS
from runtall.exporters.unreadable import UnreadablePlan, faults_of
from runtall.progression.follow import followed
from runtall.scenario import read_normalised, read_scenario, sha256

PLAN = "plan.json"
CHANGED = "was changed since this plan was made; to bring it up to date:"


def plan(path: Path | str, warn: Callable[[str], object] = warnings.warn) -> PlanView:
    """Read the plan of a ``plan.json``: it holds its scenario, so no other file is needed.

    Parameters
    ----------
    path
        That file, or its folder.
    warn
        Called with each rule that it breaks, and each label that doesn't follow from its decisions.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good, or it holds no plan.
    """
    opened = open_file(Path(path))
    if isinstance(opened, Scenario):
        raise UnreadablePlan(f"{path}: is a scenario, not a plan; solve it, or name a plan.json")
    for remark in remarks(opened, Path(path)):
        warn(f"{path}: {remark}")
    return opened


def is_current(plan: Path, scenario: Path) -> bool:
    """Return whether a plan was made for what a scenario says now; True: there is no plan.

    Raises
    ------
    ScenarioFaults
        The scenario is no good by now.
    """
    from runtall.exporters.plan_json_models import ScenarioModel

    try:
        made_for = ScenarioModel.of(read_file(record_of(plan, PLAN)))
    except UnreadablePlan:
        return True
    return made_for.scenario_sha256 == read_scenario(scenario).sha256


def out_of_date(plan: Path) -> str:
    """Return what to know of a plan whose scenario says something else by now; empty: nothing."""
    scenario = own_scenario(plan if is_folder(plan) else plan.parent)
    try:
        current = scenario is None or is_current(plan, scenario)
    except UserError:
        current = False
    return (
        "" if current else f"{scenario} {CHANGED} {shlex.join(['runtall', 'solve', f'{scenario}'])}"
    )


def remarks(opened: Scenario | PlanView, path: Path) -> Iterator[str]:
    """Yield what to know: warnings of a scenario; of a plan what `runtall check` has against it."""
    if isinstance(opened, Scenario):
        yield from opened.warnings
        return
    labels = labels_of(record_of(path, PLAN), opened.scenario)
    if rules := sorted({broken.rule for broken in violations(opened.problem, labels.plan)}):
        words = "`runtall check` with its scenario tells where"
        yield f"breaks {counted(len(rules), 'rule')} ({', '.join(rules)}); {words}"
    yield from (*labels.wrong, *labels.edited)


def open_file(path: Path) -> Scenario | PlanView:
    """Read what can be looked at: the plan of a folder or of its ``plan.json``, or a scenario.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    if is_folder(path):
        path = record_of(path, PLAN)
    suffix = path.suffix.lower()
    if suffix != ".json":
        if suffix in RECORDS:
            raise UnreadablePlan(f"{path}: holds no scenario; name the plan.json beside it")
        return read_scenario(path)
    return read_plan_json(path)


def read_plan_json(path: Path) -> PlanView:
    """Read a ``plan.json``: the plan with the scenario in it, costs worked out again.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    from runtall.exporters.plan_json_models import DocumentModel, ScenarioModel

    file = read_file(path)
    with faults_of(path):
        made_for = ScenarioModel.of(file)
    scenario = read_normalised(made_for.scenario, path)
    problem = scenario.problem
    with faults_of(path):
        if made_for.scenario_sha256 != sha256(made_for.scenario):
            raise UnreadablePlan("scenario_sha256: the scenario within was changed")
        document = DocumentModel.of(file, problem)
        plan = followed(problem, document.plan)
    return PlanView(scenario, plan, recomputed(problem, plan, document.report))
