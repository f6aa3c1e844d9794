"""Reading scenario files, with all that a scenario may name: run plans and rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runtall.importers import load_runs
from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES
from runtall.scenario.read import read_scenario
from runtall.scenario.rule_info import RuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from runtall.domain.scenario import Scenario
    from runtall.scenario.changes import Change


def open_scenario(path: Path | str, changes: Iterable[Change] = ()) -> Scenario:
    """Read a scenario file.

    Parameters
    ----------
    changes
        Values that are set in place of the file's own.

    Raises
    ------
    ScenarioFaults
        With every fault found and its place.
    """
    return read_scenario(Path(path), load_runs, rule_infos(), changes)


def rule_infos() -> dict[str, RuleInfo]:
    """What a scenario may say about each rule, by id."""
    hard = {rule.id: RuleInfo(soft=False, can_be_off=rule.can_be_off) for rule in RULES}
    soft = {objective.id: RuleInfo(soft=True, can_be_off=True) for objective in OBJECTIVES}
    return {**hard, **soft}
