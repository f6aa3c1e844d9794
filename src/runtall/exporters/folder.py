"""A plan's folder: it holds a plan, or why there is none, never both."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from runtall.check.violations import violations
from runtall.documents.files import YAML
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.errors.words import first_few
from runtall.exporters.failure import FAILURE, forget_failure
from runtall.exporters.files import (
    FILLED,
    ICS,
    CannotWrite,
    abandoned,
    naming,
    previous,
    remove,
)
from runtall.exporters.outdated import TABLE, forget_outdated, is_ours, owner_of
from runtall.exporters.reading_back import read_decisions, read_file
from runtall.exporters.records import RECORDS
from runtall.exporters.unreadable import UnreadablePlan
from runtall.progression.follow import followed
from runtall.version import __version__

# The records.
FILES = tuple(f"plan{suffix}" for suffix in RECORDS)
# Folders of plans that are looked at.
MOST_INNER = 100
# What files are called while they are written.
TEMPORARY = re.compile(r"\.(?P<name>.+)\.[a-z0-9_]{8}\.(tmp|old)")


def expect_folder(folder: Path | None) -> None:
    """Check that a folder is there or can be made, and written to; nothing is left there.

    Raises
    ------
    CannotWrite
        Naming the file that is in the way, or the folder that takes no file.
    """
    for path in (folder, *folder.parents) if folder is not None else ():
        with naming(path):
            if path.exists():
                if not path.is_dir():
                    raise FileExistsError
                # Only writing tells: rights are not all that may be in the way.
                with TemporaryFile(dir=path) as probe:
                    probe.write(b"probe")
                return


def expect_own(folder: Path, names: Iterable[str] = FILES) -> None:
    """Check that a plan would take the place of nobody else's file.

    Parameters
    ----------
    names
        Of the records and renderings that will be written.

    Raises
    ------
    CannotWrite
        If a file of one of our names holds something that runtall did not write.
    """
    for name in names:
        data = previous(folder / name)
        if data and data.strip() and not is_ours(name, data):
            raise CannotWrite.loses(folder / name, otherwise="another folder with -o")


def is_folder(path: Path) -> bool:
    """Return whether there is such a folder; raise nothing, whatever the name."""
    return os.path.isdir(path)  # noqa: PTH112


def record_of(plan: Path, name: str) -> Path:
    """Return where a record of a plan lies that is named by its folder, or by a file in it.

    Raises
    ------
    UnreadablePlan
        That is a scenario, or a folder without a plan.
    """
    if is_folder(plan):
        if not os.path.lexists(plan / name) and (words := _instead(plan)):
            raise UnreadablePlan(f"{plan}: holds no plan{words}")
        return plan / name
    if plan.suffix.lower() in YAML:
        way_out = f"name the folder of its plan, such as {Path('plans', plan.stem)}"
        raise UnreadablePlan(f"{plan}: a scenario, not a plan; {way_out}")
    own = plan.suffix.lower() == Path(name).suffix or not os.path.lexists(plan)
    return plan if own else plan.with_name(name)


def _instead(folder: Path) -> str:
    """Say what is in a folder in the place of a plan; empty: nothing is known."""
    if os.path.lexists(folder / FAILURE):
        return f"; {FAILURE} in it says why"
    inner = sorted(path.parent for path in islice(folder.glob("*/plan.json"), MOST_INNER))
    return f"; name a folder in it: {first_few(map(str, inner))}" if inner else ""


def finished_plan(folder: Path, scenario: Scenario) -> PlanView | None:
    """Return the plan that lies in a folder, if it answers this very scenario.

    It does if it was made by this version of runtall for the same normalised scenario, if all of
    its files can be read and say the same, and if it breaks no rule.
    """
    from runtall.exporters.plan_json_models import DocumentModel

    problem = scenario.problem
    try:
        document = DocumentModel.of(read_file(folder / "plan.json"), problem)
        table, calendar = (read_decisions(folder / name, problem) for name in (TABLE, ICS))
    except UnreadablePlan:
        return None
    decided, made_by = document.plan, document.report.versions.get("runtall")
    if (document.scenario_sha256, made_by) != (scenario.sha256, __version__):
        return None
    same = table == decided and calendar == scenario.publication.in_calendar(decided)
    plan = followed(problem, decided)
    if not same or violations(problem, plan):
        return None
    return PlanView(scenario, plan, document.report)


def forget_earlier(folder: Path) -> None:
    """Remove what was true before there was this plan: the failure, and the outdated plan.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    forget_failure(folder)
    forget_outdated(folder)


def unfinished(folder: Path, names: Collection[str] = ()) -> dict[Path, str]:
    """Return what a run that was killed left half written, and the name that it was meant for.

    Another run may be at work there now: its files aren't among them.

    Parameters
    ----------
    names
        Files that were being written beside a plan's own.
    """
    left = {}
    for path in sorted(folder.glob(".*")):
        with suppress(OSError):  # gone by now
            found = TEMPORARY.fullmatch(path.name)
            if found and (found["name"] in names or _is_of_plan(found["name"])) and abandoned(path):
                left[path] = found["name"]
    return left


def is_mixed(left: Collection[Path]) -> bool:
    """Return whether some files were replaced and others not, by what is left of a run."""
    return {path.suffix for path in left} == {".old", ".tmp"}


def tidy(folder: Path, names: Collection[str] = ()) -> list[str]:
    """Remove what a run that was killed left half written, and put back what it had replaced.

    Returns
    -------
    list of str
        What was done, in lines.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    left = unfinished(folder, names)
    back = {}
    if is_mixed(left):
        old = [(path, name, previous(path)) for path, name in left.items() if path.suffix == ".old"]
        back = {path: folder / name for path, name, data in old if data and is_ours(name, data)}
    for path, target in back.items():
        with naming(path):
            path.replace(target)
    for path in left.keys() - back.keys():
        remove(path)
    lines = []
    if names := ", ".join(path.name for path in back.values()):
        lines.append(f"{folder}: files of two plans, as a run was killed: put back {names}")
    if gone := sorted(path.name for path in left.keys() - back.keys()):
        lines.append(f"{folder}: removed what a run that was killed left: {', '.join(gone)}")
    return lines


def _is_of_plan(name: str) -> bool:
    whole = name == FAILURE or name.startswith(f"{TABLE}{FILLED}")
    return whole or owner_of(name) is not None
