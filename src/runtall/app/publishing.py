"""Writing a plan: nothing is left in a folder that was not read back and tested before."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from runtall.check.violations import tested_rules, violations
from runtall.domain.plan import Plan
from runtall.domain.view import PlanView, named
from runtall.exporters.export import Export, stamp_time
from runtall.exporters.files import ICS, CannotWrite, alone_in, write_all
from runtall.exporters.folder import expect_folder, expect_own, forget_earlier
from runtall.exporters.identity import document_of
from runtall.exporters.outdated import TABLE, filled_in, last, ours, set_aside
from runtall.exporters.parts import differences
from runtall.exporters.reading_back import holds_sessions
from runtall.exporters.records import RECORDS
from runtall.exporters.renderings import expect_renderings, write_renderings
from runtall.exporters.unreadable import UnreadablePlan
from runtall.progression.follow import follow
from runtall.solve.outcome import Defect

DOCUMENT = "plan.json"


@dataclass(frozen=True, slots=True, repr=False)
class Solved(PlanView):
    """A plan that is written and checked.

    Parameters
    ----------
    paths
        The files, records first, in the order of `runtall.exporters.folder.FILES`.
    tested
        Those of them that hold the sessions, and were tested.
    checked
        Number of rules that each of these was tested against.
    kept
        Where the table is that somebody had filled in, if one was in the way.
    outdated
        Where renderings of an earlier plan are that nobody asked for now.
    """

    paths: tuple[Path, ...]
    tested: tuple[Path, ...]
    checked: int
    kept: Path | None = None
    outdated: tuple[Path, ...] = ()


def export(plan: PlanView, folder: Path | str, also: Sequence[str] = ()) -> Solved:
    """Write a plan as ``plan.ics``, ``plan.csv`` and ``plan.json``, and check what was written.

    Parameters
    ----------
    also
        Names of renderings to write beside them, such as ``plan.md``.

    Raises
    ------
    TypeError
        That is no plan.
    NoRendering
        Nothing is written under such a name.
    BadSetting, CannotWrite
        A file could not be written; nothing was changed.
    Defect
        A file fails our own check; nothing was changed.
    """
    named({"": plan})  # an outcome without a plan says why there is none
    expect_renderings(also)
    return publish(Path(folder), plan, stamp_time(), also)


def publish(folder: Path, view: PlanView, now: datetime, also: Sequence[str] = ()) -> Solved:
    """Write a plan, and check what was written; see `export`.

    Parameters
    ----------
    now
        Time of fresh stamps in the calendar.
    also
        Names of renderings to write beside the records.
    """
    expect_folder(folder)
    with alone_in(folder):
        return _publish(folder, view, now, also)


def _publish(folder: Path, view: PlanView, now: datetime, also: Sequence[str]) -> Solved:
    scenario = view.scenario
    origin = expect_same_scenario(folder, scenario.file, scenario.publication.plan_id)
    content = Export(scenario, view.plan, view.report, now, last(folder, ICS), origin)
    records, tested = {}, []
    passed: Plan | None = None
    for suffix, record in RECORDS.items():
        name, draft = f"plan{suffix}", record.draft(content)
        records[name] = record.encode(draft)
        if holds_sessions(Path(name), scenario):
            tested.append(name)
            passed = _test(content, name, records[name], draft, passed)
    files = records | write_renderings(content, also)
    expect_own(folder, files)
    others = write_renderings(content, [name for name, _ in ours(folder) if name not in files])
    kept = filled_in(folder, files[TABLE])
    # What somebody filled in is safe before anything takes its place; then the document comes,
    # which knows the table of its plan from others.
    first = {kept: (folder / TABLE).read_bytes()} if kept else {}
    first[DOCUMENT] = files[DOCUMENT]
    write_all(folder, first | files)
    forget_earlier(folder)
    # A rendering of an earlier plan that nobody asks for now.
    outdated = set_aside(folder, files | others)
    return Solved(
        scenario,
        view.plan,
        view.report,
        tuple(folder / name for name in files),
        tested=tuple(folder / name for name in tested),
        checked=len(tested_rules(view.problem)),
        kept=folder / kept if kept else None,
        outdated=tuple(outdated),
    )


def expect_same_scenario(folder: Path, file: str | Path | None, plan_id: str = "") -> str:
    """Check that a folder holds no plan of another scenario: its events would be called off.

    It is another one if it was made of another file that is still there.

    Parameters
    ----------
    file
        Of the scenario; None for one that was made in a program, which is known by its `plan_id`.

    Returns
    -------
    str
        Where the scenario's file lies, seen from the folder; empty: it is not known.

    Raises
    ------
    CannotWrite
        Naming the other scenario, and what to do.
    """
    document = document_of(last(folder, DOCUMENT))
    run = document.get("run")
    told = run.get("scenario") if isinstance(run, dict) else None
    told = told if isinstance(told, str) else ""
    before = os.path.realpath(folder / told)
    if file is None:
        origin, other = told, plan_id != document.get("plan_id")
    else:
        real = os.path.realpath(file)
        origin, other = _seen_from(os.path.realpath(folder), real), real != before
    if other and told and os.path.isfile(before):  # noqa: PTH113 - raises nothing
        name = os.path.normpath(folder / told)
        raise CannotWrite(
            folder,
            f"holds the plan of {name}, which would be lost, and its events called off; choose"
            f" another folder with -o, or move {name} away if this one is in its place",
        )
    return origin


def _seen_from(folder: str, file: str) -> str:
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # on another drive of Windows
        return file


def add_renderings(folder: Path, view: PlanView, now: datetime, also: Sequence[str]) -> None:
    """Write renderings beside a plan that is there already.

    Raises
    ------
    CannotWrite
        A file could not be written; nothing was changed.
    """
    export = Export(view.scenario, view.plan, view.report, now)
    files = write_renderings(export, also)
    expect_own(folder, files)
    write_all(folder, files)


def _test(export: Export, name: str, data: bytes, draft: Any, tested: Plan | None) -> Plan:
    """Read a file back as a stranger would, test every rule on it and compare every label.

    What says the same as a file that was tested before is not tested again.
    """
    problem, record = export.problem, RECORDS[Path(name).suffix]
    try:
        found = record.decode(data, problem)
        read = record.read(found, problem).plan
        wrong = next(differences(record.parts(found, export), record.parts(draft, export)), None)
    except UnreadablePlan as error:
        raise Defect(f"{name}: {error}") from error
    if wrong is not None:
        raise Defect(f"{name}: {wrong}")
    if read == tested:
        return read
    # Days, exercises and sets are those that the plan was prescribed for, as nothing differs.
    plan = follow(problem, export.plan.sessions, read)
    if plan == export.plan:
        plan = export.plan  # which knows what was worked out about it
    for violation in violations(problem, plan):
        raise Defect(f"{name}: {violation.rule} {violation.where}: {violation.found}")
    for here, own in zip(export.plan.sessions, plan.sessions, strict=True):
        if here != own:
            where = problem.days[here.day].label
            raise Defect(f"{name}: {where}: what is printed doesn't follow from the session")
    return read
