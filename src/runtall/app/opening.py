"""The use case of looking at a plan that is there, or at what a scenario comes to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from runtall.app.solving import solve_view
from runtall.check.claims import false_claims
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.exporters.plan_json_reading import days_changed, read_document
from runtall.exporters.plan_json_reading import read_scenario as read_plan_scenario
from runtall.exporters.records import RECORDS, read_whole
from runtall.exporters.unreadable import UnreadablePlan
from runtall.scenario import read_normalised, read_scenario, sha256

if TYPE_CHECKING:
    from runtall.solve.outcome import Impossible, OutOfTime


def view(
    path: Path | str, warn: Callable[[str], None] = lambda _: None
) -> PlanView | Impossible | OutOfTime:
    """Look at a plan: that of a ``plan.json``, or of a scenario, which is solved in memory.

    A ``plan.json`` holds its scenario; no other file is needed.

    Parameters
    ----------
    warn
        Called with each of the `remarks` before anything is solved.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    opened = open_file(Path(path))
    for remark in remarks(opened, Path(path)):
        warn(remark)
    return solve_view(opened) if isinstance(opened, Scenario) else opened


def remarks(opened: Scenario | PlanView, path: Path) -> tuple[str, ...]:
    """Return what to know about a plan: warnings of its scenario, false claims of its document."""
    if isinstance(opened, Scenario):
        return opened.warnings
    changed = read_whole(path, lambda text: days_changed(text, opened.problem))
    days = ("gives days that aren't those of its scenario",) if changed else ()
    return (*false_claims(opened), *days)


def open_file(path: Path) -> Scenario | PlanView:
    """Read what can be looked at: the plan of a ``plan.json``, or a scenario.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    if os.path.isdir(path):  # noqa: PTH112 - raises nothing, whatever the name
        raise UnreadablePlan(f"{path}: is a folder; name the plan.json or the scenario file in it")
    suffix = path.suffix.lower()
    if suffix != ".json":
        if suffix in RECORDS:
            raise UnreadablePlan(f"{path}: holds no scenario; name the plan.json beside it")
        return read_scenario(path)
    normalised, digest = read_whole(path, read_plan_scenario)
    problem = read_normalised(normalised, path).problem
    if digest != sha256(normalised):
        raise UnreadablePlan(f"{path}: scenario_sha256: the scenario within was changed")
    document = read_whole(path, lambda text: read_document(text, problem))
    return PlanView(problem, document.plan, document.report)
