"""What the folder of a task holds: a plan, or why there is none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall import __version__
from runtall.domain.view import PlanView
from runtall.exporters import (
    FORMATS,
    CannotWrite,
    UnreadablePlan,
    read_document,
    read_whole,
    write_all,
)

if TYPE_CHECKING:
    from pathlib import Path

    from runtall.domain.problem import Problem
    from runtall.domain.scenario import Scenario

FAILURE = "failure.json"
FORMAT = "runtall-failure"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a scenario has no plan.

    Parameters
    ----------
    status
        As in `runtall.compare.batch.Row`.
    reasons
        Each a sentence.
    """

    status: str
    reasons: tuple[str, ...]


def finished_plan(folder: Path, scenario: Scenario, problem: Problem) -> PlanView | None:
    """The plan that lies in a folder, if it answers this very scenario.

    It does if it was made by this version of runtall for the same normalised scenario, and if all
    of its files are there.
    """
    if not all((folder / f"plan{suffix}").is_file() for suffix in FORMATS):
        return None
    try:
        document = read_whole(folder / "plan.json", lambda text: read_document(text, problem))
    except UnreadablePlan:
        return None
    made_by = document.report.versions.get("runtall")
    if (document.scenario_sha256, made_by) != (scenario.sha256, __version__):
        return None
    return PlanView(problem, document.plan, document.report)


def finished_failure(folder: Path, scenario: Scenario) -> Failure | None:
    """The failure that lies in a folder, if it is of this very scenario."""
    try:
        document = json.loads((folder / FAILURE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    expected = _header(scenario)
    if not isinstance(document, dict) or any(
        document.get(key) != value for key, value in expected.items()
    ):
        return None
    status, reasons = document.get("status"), document.get("reasons")
    if not isinstance(status, str) or not isinstance(reasons, list):
        return None
    return Failure(status, tuple(map(str, reasons)))


def write_failure(folder: Path, scenario: Scenario | None, failure: Failure) -> None:
    """Write down why there is no plan; of a scenario that can't be read, None.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    document = _header(scenario) | {"status": failure.status, "reasons": failure.reasons}
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_all(folder, {FAILURE: text.encode("utf-8", "replace")})


def tidy(folder: Path) -> None:
    """Remove what a run that was killed left half written, and an earlier failure.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for path in [folder / FAILURE, *folder.glob(".plan.*"), *folder.glob(f".{FAILURE}.*")]:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(path, (error.strerror or str(error)).lower()) from error


def _header(scenario: Scenario | None) -> dict[str, object]:
    return {
        "format": FORMAT,
        "format_version": 1,
        "scenario_sha256": scenario.sha256 if scenario else None,
        "versions": {"runtall": __version__},
    }
