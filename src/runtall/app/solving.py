"""The use case of a plan: solve a scenario, write the plan, check what was written."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar, overload

from runtall.app.publishing import Solved, expect_same_scenario, publish
from runtall.app.scenarios import Source
from runtall.app.scenarios import scenario as read
from runtall.domain import clock
from runtall.domain.scenario import Scenario
from runtall.domain.view import PlanView
from runtall.errors.words import counted, date_words, weeks_words
from runtall.exporters.export import stamp_time
from runtall.exporters.files import previous, write_all
from runtall.exporters.folder import FILES, expect_folder, expect_own, tidy
from runtall.exporters.identity import document_of
from runtall.exporters.renderings import expect_renderings
from runtall.progression.dose import prescribe
from runtall.progression.texts import say

if TYPE_CHECKING:
    from datetime import date

    from runtall.domain.problem import Problem
    from runtall.model.cp_sat import CpModel
    from runtall.solve.outcome import Impossible, OutOfTime
    from runtall.solve.stages import Export as ModelExport

T = TypeVar("T")
# What somebody did of an exercise, in ``plan.json``.
DOSE = ("exercise", "sets", "reps", "distance_m", "hold_s", "load_kg")


@overload
def solve(
    source: Source,
    output: None = None,
    models: Path | str | None = None,
    warn: Callable[[str], None] = ...,
    also: Sequence[str] = (),
) -> PlanView | Impossible | OutOfTime: ...


@overload
def solve(
    source: Source,
    output: Path | str,
    models: Path | str | None = None,
    warn: Callable[[str], None] = ...,
    also: Sequence[str] = (),
) -> Solved | Impossible | OutOfTime: ...


def solve(
    source: Source,
    output: Path | str | None = None,
    models: Path | str | None = None,
    warn: Callable[[str], None] = lambda _: None,
    also: Sequence[str] = (),
) -> PlanView | Impossible | OutOfTime:
    """Solve a scenario; with a folder, write the plan, and check what was written.

    Parameters
    ----------
    source
        The scenario, or what `runtall.app.scenario` makes one of.
    output
        Folder for the files; None: nothing is written.
    models
        Folder into which each stage's model is written as ``stage-<n>.pb``.
    warn
        Called with each warning of the scenario, a line that begins with its path, before it is
        solved, whatever that comes to.
    also
        Names of renderings to write beside the plan, such as ``plan.md``.

    Returns
    -------
    PlanView, Impossible or OutOfTime
        The first one with a folder is a `Solved`, which knows its files.

    Raises
    ------
    NoRendering
        Nothing is written under such a name.
    ScenarioFaults
        The scenario is no good.
    BadSetting, CannotWrite
        A file could not be written; nothing was changed.
    Defect
        The plan or a file fails our own check; nothing was changed.
    """
    models = None if models is None else Path(models)
    expect_renderings(also)
    scenario = read(source)
    name = source if isinstance(source, Path | str) else scenario.publication.name
    for line in _past(scenario.problem, clock.today(), output):
        warn(f"{name}: {line}")
    if output is not None:
        before = _done(Path(output))
        answer = solve_into(
            Path(output), scenario, stamp_time(), models, lambda line: warn(f"{name}: {line}"), also
        )
        if isinstance(answer, Solved):
            after = _done(Path(output))
            missed = {str(day.date) for day in scenario.problem.days if day.ill}
            done = {key: what for key, what in before.items() if what[0] not in missed}
            if apart := [key for key in done if done[key] != after.get(key)]:
                warn(f"{name}: {say('past_anew', sessions=counted(len(apart), 'session'))}")
        return answer
    for line in scenario.warnings:
        warn(f"{name}: {line}")
    return solve_view(scenario, models)


def _past(problem: Problem, today: date, output: Path | str | None) -> Iterator[str]:
    """Yield what of a block is over, in one line.

    Who solves a plan anew, into the folder that has it, knows in which week it is.
    """
    if (race := problem.request.calendar.race_date) < today:
        yield f"the race on {date_words(race)} is past"
        return
    known = output is not None and _has_plan(Path(output))
    if problem.days[0].date < today and not (known or problem.request.starts):
        yield f"{_begun(problem, today)}; starts: {today} leaves out what lies before today"


def _done(folder: Path) -> dict[str, tuple[str, list[Any]]]:
    """Return what a folder's plan has had before today, by session: its day and its doses."""
    data = previous(folder / "plan.json") if _has_plan(folder) else None
    today = str(clock.today())
    with suppress(KeyError, TypeError):  # of whoever edited it
        return {
            row["session_id"]: (
                row["date"],
                [[entry[key] for key in DOSE] for entry in row["entries"]],
            )
            for row in document_of(data).get("sessions", ())
            if row["date"] < today
        }
    return {}


def _has_plan(folder: Path) -> bool:
    try:
        return (folder / "plan.json").exists()
    except OSError:  # such as of a name that is too long
        return False


def _begun(problem: Problem, today: date) -> str:
    """Say which weeks are over; of the first one also that it has begun."""
    over = [w.number for w in problem.weeks if problem.days[w.days[-1]].date < today]
    if not over:
        return "week 1 has begun"
    return f"{weeks_words(over)} {'is' if len(over) == 1 else 'are'} over"


def solve_into(
    folder: Path,
    scenario: Scenario,
    now: datetime,
    models: Path | None = None,
    warn: Callable[[str], None] = lambda _: None,
    also: Sequence[str] = (),
) -> Solved | Impossible | OutOfTime:
    """Solve a scenario that was read already; see `solve`.

    Parameters
    ----------
    now
        Time of fresh stamps in the calendar.
    """
    # All that would stop the plan from being written stops it before the long work.
    for path in (folder, models):
        expect_folder(path)
    for line in tidy(folder):
        warn(line)
    expect_own(folder, (*FILES, *also))
    expect_same_scenario(folder, scenario.file, scenario.publication.plan_id)
    for warning in scenario.warnings:
        warn(warning)
    view = solve_view(scenario, models)
    if not isinstance(view, PlanView):
        return view
    return publish(folder, view, now, also)


def solve_view(scenario: Scenario, models: Path | None = None) -> PlanView | Impossible | OutOfTime:
    """Solve a scenario in memory; nothing is written."""
    from runtall.solve.outcome import Planned
    from runtall.solve.planner import solve as solve_problem

    problem = scenario.problem
    outcome = _beside(lambda: solve_problem(problem, scenario.solver, _exporter(models)))
    if not isinstance(outcome, Planned):
        return outcome
    return PlanView(scenario, prescribe(problem, outcome.plan), outcome.report)


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
