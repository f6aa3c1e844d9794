"""A run plan in the place of a scenario: whether a file is one, and which scenario is made of it.

What reads run plans is imported only for those: most files that are solved are scenarios.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from runtall.documents.files import YAML, unusable
from runtall.documents.scenarios import is_scenario, may_be_scenario
from runtall.documents.yaml import read_yaml
from runtall.errors import FileFaults
from runtall.exporters.records import RECORDS
from runtall.exporters.renderings import RENDERINGS
from runtall.scenario.file_text import file_text, looked_at
from runtall.scenario.read import EXAMPLE, RUN_PLANS

# Of a file, what is looked at for a scenario.
BEGINNING = 1_000_000
# Endings of files that may hold a scenario though nothing in them looks like one.
SCENARIOS = (*YAML, ".json")


def is_run_plan(path: Path) -> bool:
    """Return whether a file holds a run plan; whoever reads it as a scenario says what else.

    Raises
    ------
    FileFaults
        It is a plan that runtall wrote, or can't be read.
    """
    suffix = path.suffix.lower()
    if not path.is_file():
        return False
    expect_run_plan(path)
    if suffix in RUN_PLANS:
        return True
    try:
        with path.open("rb") as file:
            text = looked_at(file.read(BEGINNING))
    except OSError:
        return False
    if is_scenario(text):
        return False
    from runtall.importers import RunPlanFaults, load_runs
    from runtall.importers.load import is_document

    if not may_be_scenario(text) and (suffix not in SCENARIOS or is_document(path)):
        return True
    try:
        load_runs(path)
    except RunPlanFaults:
        return False
    return True


def expect_run_plan(path: Path) -> None:
    """Check that a file is no plan of ours.

    Raises
    ------
    FileFaults
        It is a plan that runtall wrote, or can't be read.
    """
    suffix = path.suffix.lower()
    record = RECORDS.get(suffix) or RENDERINGS.get(suffix)
    if record is None or not path.is_file():
        return
    from runtall.importers.file_text import file_bytes

    if record.owns(file_bytes(path)):
        raise unusable(path, "a plan that runtall wrote; name its scenario, or your run plan")


def scenario_beside(runs: Path) -> Path:
    """Return where the scenario of a run plan lies if nobody gives it a name."""
    path = runs.with_suffix(".yaml")
    return path if path != runs else runs.with_name(f"{runs.stem}-strength.yaml")


def is_made_of(path: Path, runs: Path) -> bool:
    """Return whether a file is a scenario that names a run plan."""
    named = _keys(path).get("runs")
    file = named.get("file") if isinstance(named, dict) else None
    return isinstance(file, str) and (path.parent / file).resolve() == runs.resolve()


def race_said(path: Path) -> str:
    """Return the day of the race as a scenario says it; empty: it says none."""
    return str(_keys(path).get("race_date") or "")


def _keys(path: Path) -> dict[str, Any]:
    """Return the keys of a scenario; none where it can't be read."""
    try:
        return read_yaml(str(path), file_text(path), EXAMPLE).data
    except FileFaults:
        return {}
