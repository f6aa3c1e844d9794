"""``failure.json``: why a scenario has no plan."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from runtall.domain.scenario import Scenario
from runtall.exporters.files import CannotWrite, alone_in, contents, previous, remove, write_all
from runtall.exporters.identity import document_of
from runtall.exporters.outdated import set_aside
from runtall.version import __version__

FAILURE = "failure.json"
FORMAT = "runtall-failure"
# The failure that another run need not look for again.
PROVEN = "INFEASIBLE"


class Failure(NamedTuple):
    """Why a scenario has no plan.

    Parameters
    ----------
    status
        ``INFEASIBLE``, ``UNKNOWN`` (a limit was reached), ``INVALID``, ``UNWRITTEN`` or ``DEFECT``.
    reasons
        Each a sentence.
    """

    status: str
    reasons: tuple[str, ...]


def finished_failure(folder: Path, scenario: Scenario) -> Failure | None:
    """Return the failure that lies in a folder, if it is proven, and of this very scenario."""
    document = _failure_in(folder)
    expected = _header(scenario) | {"status": PROVEN}
    if any(document.get(key) != value for key, value in expected.items()):
        return None
    reasons = document.get("reasons")
    return Failure(PROVEN, tuple(map(str, reasons))) if isinstance(reasons, list) else None


def write_failure(folder: Path, scenario: Scenario | None, failure: Failure) -> None:
    """Write down why there is no plan, and set aside one that answers another scenario.

    Parameters
    ----------
    scenario
        None for one that can't be read.

    Raises
    ------
    CannotWrite
        If the folder can't be used, or such a file is there that runtall did not write.
    """
    if not _failure_in(folder) and previous(folder / FAILURE):
        raise CannotWrite.loses(folder / FAILURE)
    document = _header(scenario) | {"status": failure.status, "reasons": failure.reasons}
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    with alone_in(folder):
        set_aside(folder)
        write_all(folder, {FAILURE: text.encode("utf-8", "replace")})


def forget_failure(folder: Path) -> None:
    """Remove the failure of an earlier run, if it is ours.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    if _failure_in(folder):
        remove(folder / FAILURE)


def _failure_in(folder: Path) -> dict[str, Any]:
    """Return the failure in a folder, of whatever scenario; empty if there is none of ours."""
    with suppress(OSError):
        return document_of(contents(folder / FAILURE), FORMAT)
    return {}


def _header(scenario: Scenario | None) -> dict[str, object]:
    return {
        "format": FORMAT,
        "format_version": 1,
        "scenario_sha256": scenario.sha256 if scenario else None,
        "versions": {"runtall": __version__},
    }
