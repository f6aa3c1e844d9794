"""The use case of a new scenario: a few answers in, a file that can be solved out."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from runtall.app.run_plans import expect_run_plan
from runtall.documents.files import named_from
from runtall.domain.calendar import MOST_WEEKS, Calendar
from runtall.domain.scenario import Scenario
from runtall.exporters.files import CannotWrite, naming, write_all
from runtall.importers import RunPlanFaults, load_runs
from runtall.scenario import read_text
from runtall.scenario.template import USUAL_WEEKS, scenario_text, weeks_between, weeks_left

if TYPE_CHECKING:
    from runtall.importers import RunFile
    from runtall.scenario.answers import Answers


class Block(NamedTuple):
    """The weeks of a new plan.

    Parameters
    ----------
    first
        First day of week 1.
    begun
        Some of its days are past, and its race isn't.
    """

    weeks: int
    first: date
    begun: bool


def expect_new(path: Path) -> None:
    """Check that a scenario would take the place of no other file.

    Raises
    ------
    CannotWrite
        If there is something of that name, or its folder can't be looked into.
    """
    with naming(path), suppress(FileNotFoundError, NotADirectoryError):
        path.lstat()
        raise CannotWrite(path, "is there already and would be lost; give another name")


def new(answers: Answers, path: Path) -> Scenario:
    """Write a commented scenario, after reading it like any other.

    Raises
    ------
    FileFaults
        The run plan is a plan that runtall wrote.
    ScenarioFaults
        The answers make no scenario, or the run plan file is no good; nothing is written.
    CannotWrite
        There is such a file already, or it could not be written.
    """
    file = None
    if isinstance(answers.runs, str):
        runs = named_from(path.parent, answers.runs)
        expect_run_plan(runs)
        try:
            file = load_runs(
                runs,
                race_date=answers.race_date,
                timezone=answers.timezone or None,
            )
        except RunPlanFaults:  # told when the scenario is read
            file = None
    weeks = block(answers.race_date, file, date.today()).weeks
    miles = file is not None and file.unit == "mi"
    text = scenario_text(answers, path.stem, weeks, miles=miles)
    scenario = read_text(text, path)
    expect_new(path)
    write_all(path.parent, {path.name: text.encode()})
    return scenario


def block(race_date: date, file: RunFile | None, today: date) -> Block:
    """Return the weeks of a plan: those of a run plan file that has begun, else the last 16.

    Parameters
    ----------
    file
        The run plan; None: a usual week, of which only the weeks left are planned.
    """
    weeks = weeks_left(race_date, today)
    runs = file.runs if file else ()
    if before := [dated.date for dated in runs if dated.date < race_date]:
        whole = min(weeks_between(min(before), race_date), MOST_WEEKS)
        last = min(whole, USUAL_WEEKS)
        # The numbers of its weeks are those that the runner knows.
        weeks = whole if Calendar(race_date, last).first_date < today <= race_date else last
    first = Calendar(race_date, weeks).first_date
    return Block(weeks, first, begun=first < today <= race_date)
