"""What the folder of a task holds: a plan, or why there is none, never both."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from runtall import __version__
from runtall.check.violations import violations
from runtall.domain.view import PlanView
from runtall.exporters import (
    FORMATS,
    ICS,
    CannotWrite,
    UnreadablePlan,
    abandoned,
    contents,
    previous,
    read_document,
    read_plan,
    read_whole,
    write_all,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.scenario import Publication, Scenario

FAILURE = "failure.json"
FORMAT = "runtall-failure"
PROVEN = "INFEASIBLE"
"""The failure that another run need not look for again."""
OUTDATED = ".outdated"
"""Ends the names of an earlier scenario's plan: nobody imports such a file by mistake."""
WRITTEN = (*(f"plan{suffix}" for suffix in FORMATS), FAILURE)
"""Files that the folder of a task may get."""
TEMPORARY = re.compile(r"\.(?P<name>.+)\.[a-z0-9_]{8}\.(tmp|old)")
"""What they are called while they are written."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a scenario has no plan.

    Parameters
    ----------
    status
        As in `runtall.batch.tasks.Row`.
    reasons
        Each a sentence.
    """

    status: str
    reasons: tuple[str, ...]


def finished_plan(folder: Path, scenario: Scenario, problem: Problem) -> PlanView | None:
    """The plan that lies in a folder, if it answers this very scenario.

    It does if it was made by this version of runtall for the same normalised scenario, if all of
    its files can be read and say the same, and if it breaks no rule.
    """
    try:
        document = read_whole(folder / "plan.json", lambda text: read_document(text, problem))
        made_by = document.report.versions.get("runtall")
        if (document.scenario_sha256, made_by) != (scenario.sha256, __version__):
            return None
        plan = document.plan
        same = read_plan(folder / "plan.csv", problem) == plan and read_plan(
            folder / ICS, problem
        ) == _in_calendar(plan, scenario.publication)
    except UnreadablePlan:
        return None
    if not same or violations(problem, plan):
        return None
    return PlanView(problem, plan, document.report)


def _in_calendar(plan: Plan, publication: Publication) -> Plan:
    """What the calendar holds of a plan."""
    return replace(
        plan,
        sessions=plan.sessions if "strength" in publication.include else (),
        mobility=plan.mobility if "mobility" in publication.include else (),
    )


def finished_failure(folder: Path, scenario: Scenario) -> Failure | None:
    """The failure that lies in a folder, if it is proven, and of this very scenario."""
    document = _failure_in(folder) or {}
    expected = _header(scenario) | {"status": PROVEN}
    if any(document.get(key) != value for key, value in expected.items()):
        return None
    reasons = document.get("reasons")
    return Failure(PROVEN, tuple(map(str, reasons))) if isinstance(reasons, list) else None


def write_failure(folder: Path, scenario: Scenario | None, failure: Failure) -> None:
    """Write down why there is no plan; of a scenario that can't be read, None.

    Raises
    ------
    CannotWrite
        If the folder can't be used, or such a file is there that runtall did not write.
    """
    if _failure_in(folder) is None and previous(folder / FAILURE):
        raise CannotWrite(
            folder / FAILURE, "was not written by runtall and would be lost; move it away"
        )
    set_aside(folder)
    document = _header(scenario) | {"status": failure.status, "reasons": failure.reasons}
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    write_all(folder, {FAILURE: text.encode("utf-8", "replace")})


def set_aside(folder: Path) -> None:
    """Give a plan of ours that answers an earlier scenario names that say so.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for suffix, format_ in FORMATS.items():
        path = folder / f"plan{suffix}"
        data = previous(path)
        if data is not None and format_.owns(data):
            with _changing(path):
                path.replace(f"{path}{OUTDATED}")


def previous_calendar(folder: Path) -> bytes | None:
    """The calendar before, even if it is outdated: what was imported from it is to be followed.

    Raises
    ------
    CannotWrite
        If there is one that can't be read.
    """
    return previous(folder / ICS) or previous(folder / f"{ICS}{OUTDATED}")


def settle(folder: Path) -> None:
    """Remove what was true before there was this plan: the failure, and the outdated plan.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    forget_failure(folder)
    for suffix in FORMATS:
        _remove(folder / f"plan{suffix}{OUTDATED}")


def forget_failure(folder: Path) -> None:
    """Remove the failure of an earlier run, if it is ours.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    if _failure_in(folder) is not None:
        _remove(folder / FAILURE)


def tidy(folder: Path, names: Collection[str] = WRITTEN) -> None:
    """Remove what a run that was killed left half written; another may be at work there now.

    Parameters
    ----------
    names
        The files that were being written.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for path in folder.glob(".*"):
        with suppress(FileNotFoundError):
            found = TEMPORARY.fullmatch(path.name)
            if found and found["name"] in names and abandoned(path):
                _remove(path)


def _remove(path: Path) -> None:
    with _changing(path):
        path.unlink()


@contextmanager
def _changing(path: Path) -> Iterator[None]:
    """Let faults name the path; another run may have done the same before us."""
    try:
        yield
    except FileNotFoundError:
        pass
    except OSError as error:
        raise CannotWrite(path, (error.strerror or str(error)).lower()) from error


def _failure_in(folder: Path) -> dict[str, Any] | None:
    """The failure that lies in a folder, of whatever scenario; None if there is none of ours."""
    try:
        document = json.loads(contents(folder / FAILURE))
    except (OSError, ValueError, RecursionError):
        return None
    ours = isinstance(document, dict) and document.get("format") == FORMAT
    return document if ours else None


def _header(scenario: Scenario | None) -> dict[str, object]:
    return {
        "format": FORMAT,
        "format_version": 1,
        "scenario_sha256": scenario.sha256 if scenario else None,
        "versions": {"runtall": __version__},
    }
