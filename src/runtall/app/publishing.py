"""Writing a plan: nothing is left in a folder that was not read back and tested before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from runtall.check.violations import tested_rules, violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.exporters.export import Export
from runtall.exporters.files import write_all
from runtall.exporters.folder import expect_folder, expect_own, forget_earlier
from runtall.exporters.outdated import TABLE, filled_in, ours, previous_calendar, set_aside
from runtall.exporters.parts import differences
from runtall.exporters.records import RECORDS, holds_sessions
from runtall.exporters.renderings import write_renderings
from runtall.exporters.unreadable import UnreadablePlan
from runtall.progression.follow import follow
from runtall.solve.outcome import Defect


@dataclass(frozen=True, slots=True)
class Solved:
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
    """

    scenario: Scenario
    problem: Problem
    plan: Plan
    report: Report
    paths: tuple[Path, ...]
    tested: tuple[Path, ...]
    checked: int
    kept: Path | None = None


def publish(
    folder: Path, scenario: Scenario, view: PlanView, now: datetime, also: Sequence[str] = ()
) -> Solved:
    """Write a plan of a scenario, and check what was written.

    Parameters
    ----------
    now
        Time of fresh stamps in the calendar.
    also
        Names of renderings to write beside the records.

    Raises
    ------
    CannotWrite
        A file could not be written; nothing was changed.
    Defect
        A file fails our own check; nothing was changed.
    """
    expect_folder(folder)
    problem, plan, report = view.problem, view.plan, view.report
    export = Export(problem, plan, scenario, report, now, previous_calendar(folder))
    records, tested = {}, []
    passed: Plan | None = None
    for suffix, record in RECORDS.items():
        name, draft = f"plan{suffix}", record.draft(export)
        records[name] = record.encode(draft)
        if holds_sessions(Path(name), scenario):
            tested.append(name)
            passed = _test(export, name, records[name], draft, passed)
    files = records | write_renderings(export, also)
    expect_own(folder, files)
    others = write_renderings(export, [name for name, _ in ours(folder) if name not in files])
    kept = filled_in(folder, files[TABLE])
    filled = {kept: (folder / TABLE).read_bytes()} if kept else {}
    paths = write_all(folder, filled | files)[len(filled) :]
    forget_earlier(folder)
    # A rendering of an earlier plan that nobody asks for now.
    set_aside(folder, files | others)
    rules = len(tested_rules(problem))
    return Solved(
        scenario,
        problem,
        plan,
        report,
        paths,
        tested=tuple(folder / name for name in tested),
        checked=rules,
        kept=folder / kept if kept else None,
    )


def _test(export: Export, name: str, data: bytes, draft: Any, tested: Plan | None) -> Plan:
    """Read a file back as a stranger would, test every rule on it and compare every label.

    What says the same as a file that was tested before is not tested again.
    """
    problem, record = export.problem, RECORDS[Path(name).suffix]
    try:
        found = record.decode(data, problem)
        plan = record.read(found, problem).plan
        wrong = next(differences(record.parts(found, export), record.parts(draft, export)), None)
    except UnreadablePlan as error:
        raise Defect(f"{name}: {error}") from error
    if wrong is not None:
        raise Defect(f"{name}: {wrong}")
    if plan == tested:
        return plan
    for violation in violations(problem, plan):
        raise Defect(f"{name}: {violation.rule} {violation.where}: {violation.found}")
    for here, own in zip(plan.sessions, follow(problem, plan.sessions, plan).sessions, strict=True):
        if here != own:
            where = problem.days[here.day].label
            raise Defect(f"{name}: {where}: what is printed doesn't follow from the session")
    return plan
