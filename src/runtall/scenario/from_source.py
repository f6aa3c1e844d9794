"""From a scenario's data to the scenario: validated, put on the calendar, derived."""

from __future__ import annotations

from pathlib import Path

from runtall.derivation.derive import derive
from runtall.documents.source import Source
from runtall.domain.calendar import Calendar
from runtall.domain.scenario import Scenario, SolverSettings
from runtall.errors import Fault
from runtall.scenario.busy import with_busy
from runtall.scenario.contradictions import NEEDS_TIMEZONE, contradictions
from runtall.scenario.faults import Finding, ScenarioFaults
from runtall.scenario.least_minutes import least_minutes
from runtall.scenario.normalise import normalise, sha256
from runtall.scenario.own_strength import own_sessions, own_warnings
from runtall.scenario.run_days import run_days
from runtall.scenario.to_request import to_publication, to_request
from runtall.scenario.validate import validate
from runtall.scenario.warnings import warnings


def from_source(source: Source, folder: Path | None) -> Scenario:
    """Make a scenario of its data.

    Parameters
    ----------
    folder
        Where the name of a run plan file begins; None: there may be none.

    Raises
    ------
    ScenarioFaults
        With everything that is wrong.
    """
    model, faults = validate(source)
    faults += source.faults
    if model is None:
        raise ScenarioFaults(*sorted(faults, key=_position))
    calendar = Calendar(model.race_date, model.weeks, model.week_starts)
    plan = run_days(model.runs, calendar, folder, model.timezone)
    findings = [*plan.findings, *contradictions(model, calendar, source)]
    if plan.file_times and model.timezone is None and plan.file_timezone:
        model = model.model_copy(update={"timezone": plan.file_timezone})
    busy = with_busy(model, calendar, plan.days, folder)
    model = busy.model
    findings += busy.findings
    if plan.file_times and model.timezone is None:
        message = f"{model.runs.file} gives times: {NEEDS_TIMEZONE}"
        findings.append(Finding(("runs", "file"), message))
    own = own_sessions(plan.own, calendar.n_days, model.runs.own_strength)
    request = to_request(model, calendar, plan.days, plan.week_before, own)
    problem = derive(request)
    findings += least_minutes(model, problem)
    faults += [source.fault(finding.path, finding.message) for finding in findings]
    if faults or plan.file_faults:
        raise ScenarioFaults(*sorted(faults, key=_position), *plan.file_faults)
    remarks = (
        *warnings(model, problem, plan.days),
        *plan.warnings,
        *busy.warnings,
        *own_warnings(problem, model.runs.own_strength),
    )
    publication = to_publication(model, Path(source.file).stem)
    normalised = normalise(model, request, publication)
    return Scenario(
        problem=problem,
        publication=publication,
        solver=SolverSettings(**model.solver.model_dump()),
        normalised=normalised,
        sha256=sha256(normalised),
        warnings=remarks,
    )


def _position(fault: Fault) -> tuple[int, int]:
    return fault.line, fault.column
