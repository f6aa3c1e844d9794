"""Reading a scenario file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runtall.domain.calendar import Calendar
from runtall.domain.scenario import Scenario
from runtall.errors import Fault
from runtall.scenario.contradictions import contradictions, needs_timezone
from runtall.scenario.faults import Finding, ScenarioFaults
from runtall.scenario.file_text import file_text
from runtall.scenario.normalise import normalise, sha256
from runtall.scenario.occupied import without_days
from runtall.scenario.run_days import run_days
from runtall.scenario.to_request import to_publication, to_request, to_solver
from runtall.scenario.validate import validate
from runtall.scenario.warnings import warnings
from runtall.scenario.yaml_source import Source, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from runtall.scenario.changes import Change
    from runtall.scenario.rule_info import RuleInfo
    from runtall.scenario.run_file import Correct, LoadRuns, RunFile


def read_scenario(
    path: Path,
    load_runs: LoadRuns,
    rules: Mapping[str, RuleInfo],
    changes: Iterable[Change] = (),
) -> Scenario:
    """Read and validate a scenario file.

    Parameters
    ----------
    path
        The file, as the runner named it: faults repeat it so.
    load_runs
        Reader of run plan files, for ``runs.file``.
    rules
        The rules that the key ``rules`` may name.
    changes
        Values that are set in place of the file's own.

    Raises
    ------
    ScenarioFaults
        With everything that is wrong, each with file, line, column and key.
    """
    source = read_yaml(str(path), file_text(path))
    for key, value in changes:
        source.put(key, value)
    return _read(source, path, load_runs, rules)


def read_text(
    text: str, path: Path, load_runs: LoadRuns, rules: Mapping[str, RuleInfo]
) -> Scenario:
    """Read a scenario that isn't written yet.

    Parameters
    ----------
    path
        Where it will be written: faults name it, and its folder is where ``runs.file`` begins.

    Raises
    ------
    ScenarioFaults
        As `read_scenario`.
    """
    return _read(read_yaml(str(path), text), path, load_runs, rules)


def read_normalised(
    normalised: Mapping[str, Any], path: Path, rules: Mapping[str, RuleInfo]
) -> Scenario:
    """Read the normalised scenario that a plan holds; it needs no run plan file.

    Parameters
    ----------
    path
        The file of the plan, for faults.

    Raises
    ------
    ScenarioFaults
        With everything that is wrong; only the keys are told, not the lines.
    """
    return _read(Source.of(str(path), normalised), path, _no_run_file, rules)


def _no_run_file(path: Path, correct: Correct, **_: Any) -> RunFile:
    raise ScenarioFaults(Fault(str(path), 1, 1, "", "a plan holds its runs, not another file"))


def _read(
    source: Source, path: Path, load_runs: LoadRuns, rules: Mapping[str, RuleInfo]
) -> Scenario:
    model, faults = validate(source)
    faults += source.faults
    if model is None:
        raise ScenarioFaults(*sorted(faults, key=_place))
    calendar = Calendar(model.race_date, model.weeks, model.week_starts)
    plan = run_days(model.runs, calendar, path.parent, load_runs, model.timezone)
    findings = [*plan.findings, *contradictions(model, calendar, source, rules)]
    if plan.file_times and model.timezone is None:
        message = f"{model.runs.file} gives times: {needs_timezone()}"
        findings.append(Finding(("runs", "file"), message))
    faults += [source.fault(finding.path, finding.message) for finding in findings]
    if faults or plan.file_faults:
        raise ScenarioFaults(*sorted(faults, key=_place), *plan.file_faults)
    said = tuple(warnings(model, calendar, plan.days))
    model = without_days(model, plan.occupied)
    request = to_request(model, calendar, plan.days)
    publication, solver = to_publication(model, path.stem), to_solver(model)
    normalised = normalise(model, request, publication, solver)
    return Scenario(
        request=request,
        publication=publication,
        solver=solver,
        normalised=normalised,
        sha256=sha256(normalised),
        warnings=(*said, *plan.warnings),
    )


def _place(fault: Fault) -> tuple[int, int]:
    return fault.line, fault.column
