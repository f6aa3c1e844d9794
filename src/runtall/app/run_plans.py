"""A run plan in the place of a scenario: whether a file is one, and which scenario is made of it.

What reads run plans is imported only for those: most files that are solved are scenarios.
"""

from __future__ import annotations

from pathlib import Path

from runtall.documents.files import YAML, unusable
from runtall.documents.yaml import read_yaml
from runtall.errors import FileFaults
from runtall.exporters.records import RECORDS
from runtall.scenario.file_text import file_text
from runtall.scenario.read import EXAMPLE, RUN_PLANS

# Keys of run plans in YAML and JSON, and one that every scenario has.
KEYS, RACE = (b"schedule", b'"events"'), b"race_date"


def is_run_plan(path: Path) -> bool:
    """Return whether a file holds a run plan; whoever reads it as a scenario says what else.

    Raises
    ------
    FileFaults
        It is a plan that runtall wrote, or can't be read.
    """
    suffix = path.suffix.lower()
    if not path.is_file() or suffix in YAML:
        return path.is_file() and _has_weeks(path)
    from runtall.importers.file_text import decoded, file_bytes
    from runtall.importers.looks_like import sniff

    expect_run_plan(path)
    raw = file_bytes(path)
    if suffix in RUN_PLANS:
        return True
    if RACE in raw:
        return False
    if raw.lstrip().startswith(b"{"):
        return any(key in raw for key in KEYS)
    return bool(sniff(decoded(raw)[0]))


def expect_run_plan(path: Path) -> None:
    """Check that a file is no plan of ours.

    Raises
    ------
    FileFaults
        It is a plan that runtall wrote, or can't be read.
    """
    from runtall.importers.file_text import file_bytes

    record = RECORDS.get(path.suffix.lower())
    if record and path.is_file() and record.owns(file_bytes(path)):
        raise unusable(path, "a plan that runtall wrote; name its scenario, or your run plan")


def _has_weeks(path: Path) -> bool:
    """Return whether YAML is a plan file of calendar-hack."""
    try:
        text = file_text(path)
    except FileFaults:
        return False
    return "\nschedule:" in f"\n{text}" and "\nrace_date:" not in f"\n{text}"


def scenario_beside(runs: Path) -> Path:
    """Return where the scenario of a run plan lies if nobody gives it a name."""
    path = runs.with_suffix(".yaml")
    return path if path != runs else runs.with_name(f"{runs.stem}-strength.yaml")


def is_made_of(path: Path, runs: Path) -> bool:
    """Return whether a file is a scenario that names a run plan."""
    try:
        named = read_yaml(str(path), file_text(path), EXAMPLE).data.get("runs")
    except FileFaults:
        return False
    file = named.get("file") if isinstance(named, dict) else None
    return isinstance(file, str) and (path.parent / file).resolve() == runs.resolve()
