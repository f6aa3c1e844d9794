"""Writing a plan: nothing is left in a folder that was not read back and tested before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from runtall.check.violations import tested_rules, violations
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.exporters.export import Export
from runtall.exporters.files import alone_in, write_all
from runtall.exporters.folder import expect_folder, expect_own, forget_earlier
from runtall.exporters.outdated import TABLE, filled_in, ours, previous_calendar, set_aside
from runtall.exporters.records import RECORDS, holds_sessions, write_records
from runtall.exporters.renderings import write_renderings
from runtall.exporters.unreadable import UnreadablePlan
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
    with alone_in(folder):
        return _publish(folder, scenario, view, now, also)


def _publish(
    folder: Path, scenario: Scenario, view: PlanView, now: datetime, also: Sequence[str]
) -> Solved:
    problem, plan, report = view.problem, view.plan, view.report
    export = Export(problem, plan, scenario, report, now, previous_calendar(folder))
    records = write_records(export)
    tested = [name for name in records if holds_sessions(Path(name), scenario)]
    passed: Plan | None = None
    for name in tested:
        passed = _test(problem, name, records[name], passed)
    files = records | write_renderings(export, also)
    expect_own(folder, files)
    others = write_renderings(export, [name for name, _ in ours(folder) if name not in files])
    kept = filled_in(folder, files[TABLE])
    # What somebody filled in is safe before anything takes its place; then the document comes,
    # which knows the table of its plan from others.
    first = {kept: (folder / TABLE).read_bytes()} if kept else {}
    first["plan.json"] = files["plan.json"]
    write_all(folder, first | files)
    forget_earlier(folder)
    # A rendering of an earlier plan that nobody asks for now.
    set_aside(folder, files | others)
    rules = len(tested_rules(problem))
    return Solved(
        scenario,
        problem,
        plan,
        report,
        tuple(folder / name for name in files),
        tested=tuple(folder / name for name in tested),
        checked=rules,
        kept=folder / kept if kept else None,
    )


def _test(problem: Problem, name: str, data: bytes, tested: Plan | None) -> Plan:
    """Read a file back as a stranger would, and test every rule on it.

    What says the same as a file that was tested before is not tested again.
    """
    try:
        plan = RECORDS[Path(name).suffix].read(data, problem).plan
    except UnreadablePlan as error:
        raise Defect(f"{name}: {error}") from error
    broken = () if plan == tested else violations(problem, plan)
    if broken:
        raise Defect(f"{name}: {broken[0].rule} {broken[0].where}: {broken[0].found}")
    return plan
