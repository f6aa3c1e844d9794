"""The use case of a plan that is there."""

from __future__ import annotations

import shlex
import warnings
from collections.abc import Callable
from pathlib import Path

from runtall.app.standing import own_scenario
from runtall.check.claims import false_claims
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.errors import UserError
from runtall.exporters.folder import is_folder, record_of
from runtall.exporters.plan_json_reading import days_changed, read_document
from runtall.exporters.plan_json_reading import read_scenario as read_plan_scenario
from runtall.exporters.records import RECORDS, read_whole
from runtall.exporters.unreadable import UnreadablePlan
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
        Called with each thing that it claims and that isn't so.

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
    try:
        _, digest = read_whole(record_of(plan, PLAN), read_plan_scenario)
    except UnreadablePlan:
        return True
    return digest == read_scenario(scenario).sha256


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


def remarks(opened: Scenario | PlanView, path: Path) -> tuple[str, ...]:
    """Return what to know about a plan: warnings of its scenario, false claims of its document."""
    if isinstance(opened, Scenario):
        return opened.warnings
    path = record_of(path, PLAN)
    changed = read_whole(path, lambda text: days_changed(text, opened.problem))
    days = ("gives days that aren't those of its scenario",) if changed else ()
    return (*false_claims(opened), *days)


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
    """Read a ``plan.json``: the plan, with the scenario in it.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    normalised, digest = read_whole(path, read_plan_scenario)
    scenario = read_normalised(normalised, path)
    if digest != sha256(normalised):
        raise UnreadablePlan(f"{path}: scenario_sha256: the scenario within was changed")
    document = read_whole(path, lambda text: read_document(text, scenario.problem))
    return PlanView(scenario, document.plan, document.report)
