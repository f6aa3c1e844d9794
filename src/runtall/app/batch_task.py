"""One task of a batch: what the folder holds already, a new plan, or why there is none."""

from __future__ import annotations

import os
from dataclasses import replace

from runtall.app.publishing import add_renderings, expect_same_scenario
from runtall.app.solving import solve_into
from runtall.batch.athletes import is_there
from runtall.batch.tasks import Row, Task
from runtall.compare.measures import measured
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.exporters.failure import (
    PROVEN,
    Failure,
    finished_failure,
    forget_failure,
    write_failure,
)
from runtall.exporters.files import CannotWrite, alone_in
from runtall.exporters.folder import expect_folder, finished_plan, forget_earlier, tidy
from runtall.exporters.outdated import set_aside
from runtall.scenario import ScenarioFaults, read_scenario
from runtall.scenario.changes import in_words
from runtall.solve.outcome import Impossible, OutOfTime


def solve_task(task: Task) -> Row:
    """Do one task, wherever it is sent; every way out is a row."""
    try:
        return _solve_task(task)
    except CannotWrite as error:
        return _row(task, Failure("UNWRITTEN", (_short(task, str(error)),)))
    except Exception as error:
        reason = _short(task, f"{type(error).__name__}: {error}")
        return _row(task, Failure("DEFECT", (reason,)))


def _solve_task(task: Task) -> Row:
    tidy(task.folder)
    expect_same_scenario(task.folder, task.scenario)
    try:
        scenario = read_scenario(task.scenario, task.changes)
    except ScenarioFaults as error:
        reasons = tuple(_short(task, in_words(fault, task.changes)) for fault in error.faults)
        failure = Failure("INVALID", reasons)
        # A name that was mistyped, or a pattern that met no file, gets no folder.
        if is_there(task.scenario):
            write_failure(task.folder, None, failure)
        return _row(task, failure)
    plan = finished_plan(task.folder, scenario)
    if plan is not None:
        add_renderings(task.folder, plan, task.now, task.also)
        forget_earlier(task.folder)
        return _row(task, plan, scenario)
    proven = finished_failure(task.folder, scenario)
    if proven is not None:
        set_aside(task.folder)
        return _row(task, proven, scenario)
    return _row(task, _solve(task, scenario), scenario, solved=True)


def _solve(task: Task, scenario: Scenario) -> PlanView | Failure:
    """Solve into the task's folder, or leave there why that can't be done."""
    expect_folder(task.folder)
    # Before the long work: whatever ends it, no answer to an earlier scenario is left behind.
    with alone_in(task.folder):
        forget_failure(task.folder)
        set_aside(task.folder)
    answer = solve_into(task.folder, scenario, task.now, also=task.also)
    if isinstance(answer, Impossible):
        reasons = tuple(f"{part.rule}: {part.sentence}" for part in answer.conflict)
        failure = Failure(PROVEN, (*reasons, *filter(None, [answer.advice])))
    elif isinstance(answer, OutOfTime):
        failure = Failure("UNKNOWN", (answer.words,))
    else:
        return answer
    write_failure(task.folder, scenario, failure)
    return failure


def _row(
    task: Task, found: PlanView | Failure, scenario: Scenario | None = None, *, solved: bool = False
) -> Row:
    warnings = scenario.warnings if scenario else ()
    row = Row(task.number, task.labels, "", warnings=warnings, solved=solved)
    if isinstance(found, Failure):
        return replace(row, status=found.status, reasons=found.reasons)
    return replace(row, status=found.report.status, measures=measured(found))


def _short(task: Task, message: str) -> str:
    """Return a message without the folder in which everything was started, the same everywhere."""
    return message.replace(f"{task.root}{os.sep}", "")
