"""Writing a plan: nothing is left in a folder that was not read back and tested before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from runtall.check.violations import tested_rules, violations
from runtall.compare.records import previous_calendar, settle
from runtall.errors import UserError
from runtall.exporters import (
    FORMATS,
    CannotWrite,
    Export,
    UnreadablePlan,
    expect_own,
    export_all,
    export_time,
    write_all,
)
from runtall.solve.outcome import Defect

if TYPE_CHECKING:
    from datetime import datetime

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.report import Report
    from runtall.domain.scenario import Scenario
    from runtall.domain.view import PlanView

FILES = ("plan.ics", "plan.csv", "plan.json")


class BadSetting(UserError):
    """An environment variable that can't be used."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A plan that is written and checked.

    Parameters
    ----------
    paths
        The files, in the order of `FILES`.
    tested
        Those of them that hold the sessions, and were tested.
    checked
        Number of rules that each of these was tested against.
    """

    scenario: Scenario
    problem: Problem
    plan: Plan
    report: Report
    paths: tuple[Path, ...]
    tested: tuple[Path, ...]
    checked: int


def publish(folder: Path, scenario: Scenario, view: PlanView, now: datetime) -> Solved:
    """Write a plan of a scenario, and check what was written.

    Parameters
    ----------
    now
        Time of fresh stamps in the calendar.

    Raises
    ------
    CannotWrite
        A file could not be written; nothing was changed.
    Defect
        A file fails our own check; nothing was changed.
    """
    expect_folder(folder)
    expect_own(folder)
    problem, plan, report = view.problem, view.plan, view.report
    export = Export(problem, plan, scenario, report, now, previous_calendar(folder))
    paths, tested = _publish(export, folder)
    settle(folder)
    return Solved(scenario, problem, plan, report, paths, tested, len(tested_rules(problem)))


def _publish(export: Export, folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Read each file back as a stranger would, test it, and only then write them all.

    Returns
    -------
    paths, tested
        All files, and those of them that hold sessions to test.
    """
    files = export_all(export)
    tested = [name for name in files if holds_sessions(Path(name), export.scenario)]
    same: Plan | None = None
    for name in tested:
        same = _test(export.problem, name, files[name], same)
    return write_all(folder, files), tuple(folder / name for name in tested)


def _test(problem: Problem, name: str, data: bytes, tested: Plan | None) -> Plan:
    """Read a file back and test every rule on it, unless it says what was tested before."""
    try:
        plan = FORMATS[Path(name).suffix].read(data, problem)
    except UnreadablePlan as error:
        raise Defect(f"{name}: {error}") from error
    broken = () if plan == tested else violations(problem, plan)
    if broken:
        raise Defect(f"{name}: {broken[0].rule} {broken[0].where}: {broken[0].found}")
    return plan


def stamp_time() -> datetime:
    """Time of fresh stamps in calendars: now, or what SOURCE_DATE_EPOCH says.

    Raises
    ------
    BadSetting
        If that is no time.
    """
    try:
        return export_time()
    except (ValueError, OverflowError, OSError) as error:
        raise BadSetting("SOURCE_DATE_EPOCH: is no number of seconds since 1970") from error


def expect_folder(folder: Path | None) -> None:
    """Complain where a folder is wanted that can't be made or written to; nothing is left there.

    Raises
    ------
    CannotWrite
        Naming the file that is in the way, or the folder that takes no file.
    """
    for place in (folder, *folder.parents) if folder is not None else ():
        try:
            if place.exists():
                if not place.is_dir():
                    raise CannotWrite(place, "is a file, not a folder")
                # Only writing tells: rights are not all that may be in the way.
                with TemporaryFile(dir=place) as probe:
                    probe.write(b"probe")
                return
        except OSError as error:
            raise CannotWrite(place, (error.strerror or str(error)).lower()) from error


def holds_sessions(path: Path, scenario: Scenario) -> bool:
    """Whether a file of a scenario's plan has the sessions in it: a calendar need not."""
    return path.suffix.lower() != ".ics" or "strength" in scenario.publication.include
