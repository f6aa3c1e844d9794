"""The use cases: what the command line and the notebooks call; here those for one plan."""

from __future__ import annotations

import itertools
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from runtall.check.violations import violations
from runtall.compare.records import previous_calendar, settle
from runtall.domain.derive import derive
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.exporters import (
    FORMATS,
    CannotWrite,
    Export,
    UnreadablePlan,
    expect_own,
    export_all,
    export_time,
    plan_remarks,
    read_document,
    read_plan,
    read_whole,
    to_runs_csv,
    write_all,
)
from runtall.exporters import read_scenario as read_plan_scenario
from runtall.importers import load_runs, summarise
from runtall.objectives.all import OBJECTIVES
from runtall.objectives.base import Tier
from runtall.progression.dose import prescribe
from runtall.rules.all import RULES
from runtall.scenario.faults import Fault, ScenarioFaults
from runtall.scenario.normalise import sha256
from runtall.scenario.read import read_normalised, read_scenario
from runtall.scenario.rule_info import RuleInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from ortools.sat.python.cp_model import CpModel

    from runtall.app.fronts import Front
    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.report import Report
    from runtall.domain.where import Violation
    from runtall.importers import RunFile, Summary
    from runtall.scenario.changes import Change
    from runtall.solve.goals import Export as ModelExport
    from runtall.solve.outcome import Impossible, OutOfTime

T = TypeVar("T")
FILES = ("plan.ics", "plan.csv", "plan.json")


class BadSetting(Exception):
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


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a plan file found; empty for a good plan.

    ``remarks`` break no rule: what whoever made or edited the file should know.
    """

    problem: Problem
    plan: Plan
    violations: tuple[Violation, ...]
    checked: int
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadRuns:
    """A run plan file as it was read, and what it comes to."""

    file: RunFile
    summary: Summary


def open_scenario(path: Path, changes: Iterable[Change] = ()) -> Scenario:
    """Read a scenario file.

    Parameters
    ----------
    changes
        Values that are set in place of the file's own.

    Raises
    ------
    ScenarioFaults
        With every fault found and its place.
    """
    return read_scenario(path, load_runs, rule_infos(), changes)


def rule_infos() -> dict[str, RuleInfo]:
    """What a scenario may say about each rule, by id."""
    hard = {rule.id: RuleInfo(soft=False, can_be_off=rule.can_be_off) for rule in RULES}
    soft = {objective.id: RuleInfo(soft=True, can_be_off=True) for objective in OBJECTIVES}
    return {**hard, **soft}


def _silent(_: str) -> None:
    """Say nothing."""


def solve(
    path: Path,
    output: Path | None = None,
    models: Path | None = None,
    warn: Callable[[str], None] = _silent,
) -> Solved | Impossible | OutOfTime:
    """Solve a scenario file, write the plan, and check what was written.

    Parameters
    ----------
    path
        The scenario.
    output
        Folder for the files; default ``plans/<scenario stem>``.
    models
        Folder into which each stage's model is written as ``stage-<n>.pb``.
    warn
        Called with each warning of the scenario before it is solved, whatever that comes to.

    Raises
    ------
    ScenarioFaults
        The scenario is no good.
    BadSetting, CannotWrite
        A file could not be written; nothing was changed.
    Defect
        The plan or a file fails our own check; nothing was changed.
    """
    folder = output if output is not None else Path("plans") / path.stem
    return solve_into(folder, open_scenario(path), stamp_time(), models, warn)


def solve_into(
    folder: Path,
    scenario: Scenario,
    now: datetime,
    models: Path | None = None,
    warn: Callable[[str], None] = _silent,
) -> Solved | Impossible | OutOfTime:
    """Solve a scenario that was read already; see `solve`.

    Parameters
    ----------
    now
        Time of fresh stamps in the calendar.
    """
    # All that would stop the plan from being written stops it before the long work.
    for place in (folder, models):
        expect_folder(place)
    expect_own(folder)
    for warning in scenario.warnings:
        warn(warning)
    view = solve_view(scenario, models)
    if not isinstance(view, PlanView):
        return view
    return publish(folder, scenario, view, now)


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
    return Solved(scenario, problem, plan, report, paths, tested, _rules_on(problem))


def solve_view(scenario: Scenario, models: Path | None = None) -> PlanView | Impossible | OutOfTime:
    """Solve a scenario in memory; nothing is written."""
    from runtall.solve.outcome import Planned
    from runtall.solve.planner import solve as solve_problem

    problem = derive(scenario.request)
    outcome = _beside(lambda: solve_problem(problem, scenario.solver, _exporter(models)))
    if not isinstance(outcome, Planned):
        return outcome
    return PlanView(problem, prescribe(problem, outcome.plan), outcome.report)


def view(path: Path) -> PlanView | Impossible | OutOfTime:
    """Look at a plan: that of a ``plan.json``, or of a scenario, which is solved in memory.

    A ``plan.json`` holds its scenario; no other file is needed.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    opened = open_file(path)
    return solve_view(opened) if isinstance(opened, Scenario) else opened


def open_file(path: Path) -> Scenario | PlanView:
    """Read what can be looked at: the plan of a ``plan.json``, or a scenario.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    suffix = path.suffix.lower()
    if suffix != ".json":
        if suffix in FORMATS:
            raise UnreadablePlan(f"{path}: holds no scenario; name the plan.json beside it")
        return open_scenario(path)
    normalised, digest = read_whole(path, read_plan_scenario)
    problem = derive(read_normalised(normalised, path, rule_infos()).request)
    if digest != sha256(normalised):
        raise UnreadablePlan(f"{path}: scenario_sha256: the scenario within was changed")
    return open_view(path, problem)


def open_view(path: Path, problem: Problem) -> PlanView:
    """Read a ``plan.json`` that answers a problem which is known already.

    Raises
    ------
    UnreadablePlan
        The file is no good.
    """
    document = read_whole(path, lambda text: read_document(text, problem))
    return PlanView(problem, document.plan, document.report)


def front(
    path: Path,
    across: Tier = Tier.PLACEMENT,
    up: Tier = Tier.DOSE,
    points: int | None = 7,
    jobs: int | None = None,
) -> Front | Impossible | OutOfTime:
    """Find plans between the best in one tier and the best in another (epsilon-constraint).

    At each point `across` has a limit, within which `up` costs as little as can be, and `across`
    no more than that takes. Both are proven, unless four times ``solver.time_limit_s`` of the
    scenario (for pairs other than the usual: once), which each point has for itself, is too
    short; the stages of its plan tell.

    The usual pair asks what fresher legs cost in sets: any week may give up strength within
    the limits of rule S4.3 (a light session, a merged one, or none), and use what other
    relaxations the usual plan uses in it. Tiers behind the pair are then the best for the weeks
    that give way, without a bound for other weeks. Other pairs: see
    `runtall.solve.pareto.trade.Trade`.

    Parameters
    ----------
    path
        The scenario.
    across, up
        The two tiers, in either order.
    points
        How many, two or more, evenly spread; None: every point there is.
    jobs
        Processes; None: one for each core; 1: this one. Points that are proven in time are the
        same with any number.

    Raises
    ------
    ScenarioFaults
        The scenario is no good.
    ValueError
        The two tiers can't be weighed, or less than two points are wanted.
    NoProcess
        No process could be started.
    """
    from runtall.app.fronts import find_front

    return find_front(path, across, up, points, jobs)


def check(plan_path: Path, scenario_path: Path) -> Checked:
    """Re-read a plan file and test every rule, without the solver.

    Raises
    ------
    ScenarioFaults, UnreadablePlan
        One of the files is no good.
    """
    scenario = open_scenario(scenario_path)
    problem = derive(scenario.request)
    plan = read_plan(plan_path, problem)
    if not _holds_sessions(plan_path, scenario) and not plan.sessions:
        raise UnreadablePlan(f"{plan_path}: output.include keeps the sessions out of the calendar")
    remarks = plan_remarks(plan_path, problem, scenario.publication)
    return Checked(problem, plan, violations(problem, plan), _rules_on(problem), remarks)


def runs(
    path: Path,
    *,
    race_date: date | None = None,
    form: str = "auto",
    timezone: str | None = None,
    week_starts: str = "mon",
    csv: Path | None = None,
) -> ReadRuns:
    """Read a run plan file and say what each of its days was taken for.

    Parameters
    ----------
    race_date
        The day of the race; left out: the file's own race, else its last day.
    csv
        Where the run plan is written to as a table, to be corrected by hand.

    Raises
    ------
    ScenarioFaults
        With every fault of the file and its place.
    CannotWrite
        The table could not be written.
    """
    file = load_runs(
        path, race_date=race_date, timezone=timezone, week_starts=week_starts, form=form
    )
    if file.faults:
        raise ScenarioFaults(
            Fault(str(path), one.line or 1, one.column, one.field, one.message)
            for one in file.faults
        )
    if csv is not None:
        table = to_runs_csv(
            ((one.date, one.run) for one in file.runs),
            ((one.date, one.title) for one in file.occupied),
        )
        write_all(csv.parent, {csv.name: table.encode()})
    return ReadRuns(file, summarise(file, race_date, week_starts))


def rules(scenario_path: Path | None = None) -> list[dict[str, Any]]:
    """Every rule as a row: id, kind, tier, weight, title, source, on or off.

    With a scenario, weights and switches are that scenario's.
    """
    request = open_scenario(scenario_path).request if scenario_path else None
    off = request.off if request else frozenset()
    weights = request.weights if request else {}
    hard = [
        {
            "id": rule.id,
            "kind": "hard",
            "tier": None,
            "weight": None,
            "title": rule.title,
            "source": rule.source,
            "can_be_off": rule.can_be_off,
            "on": rule.id not in off,
        }
        for rule in RULES
    ]
    soft = [
        {
            "id": objective.id,
            "kind": "soft",
            "tier": objective.tier.words,
            "weight": weights.get(objective.id, objective.weight),
            "title": objective.title,
            "source": objective.source,
            "can_be_off": True,
            "on": objective.id not in off,
        }
        for objective in OBJECTIVES
    ]
    return hard + soft


def _rules_on(problem: Problem) -> int:
    return sum(problem.on(rule.id) for rule in RULES)


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
    """Complain where a folder is wanted and a file is in the way.

    Raises
    ------
    CannotWrite
        Naming the file.
    """
    for place in (folder, *folder.parents) if folder is not None else ():
        try:
            if place.exists():
                if not place.is_dir():
                    raise CannotWrite(place, "is a file, not a folder")
                return
        except OSError as error:
            raise CannotWrite(place, (error.strerror or str(error)).lower()) from error


def _holds_sessions(path: Path, scenario: Scenario) -> bool:
    return path.suffix.lower() != ".ics" or "strength" in scenario.publication.include


def _publish(export: Export, folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Read each file back as a stranger would, test it, and only then write them all.

    Returns
    -------
    paths, tested
        All files, and those of them that hold sessions to test.
    """
    files = export_all(export)
    tested = [name for name in files if _holds_sessions(Path(name), export.scenario)]
    same: Plan | None = None
    for name in tested:
        same = _test(export.problem, name, files[name], same)
    return write_all(folder, files), tuple(folder / name for name in tested)


def _test(problem: Problem, name: str, data: bytes, tested: Plan | None) -> Plan:
    """Read a file back and test every rule on it, unless it says what was tested before."""
    from runtall.solve.outcome import Defect

    try:
        plan = FORMATS[Path(name).suffix].read(data, problem)
    except UnreadablePlan as error:
        raise Defect(f"{name}: {error}") from error
    broken = () if plan == tested else violations(problem, plan)
    if broken:
        raise Defect(f"{name}: {broken[0].rule} {broken[0].where}: {broken[0].found}")
    return plan


def _beside(work: Callable[[], T]) -> T:
    """Do long work in a second thread, so that this one hears Ctrl-C at once.

    Python can't raise `KeyboardInterrupt` as long as its main thread is inside the solver.
    """
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    while not done.done():
        # On Windows Ctrl-C is heard only between two waits.
        wait([done], timeout=0.2)
    return done.result()


def _exporter(folder: Path | None) -> ModelExport | None:
    if folder is None:
        return None

    numbers = itertools.count(1)

    def export(model: CpModel) -> None:
        name = f"stage-{next(numbers)}.pb"
        with TemporaryDirectory() as scratch:
            written = Path(scratch) / name
            model.export_to_file(str(written))
            write_all(folder, {name: written.read_bytes()})

    return export
