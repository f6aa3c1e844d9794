"""The use case of a new scenario: a few answers in, a file that can be solved out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from runtall.domain.scenario import Scenario
from runtall.exporters.files import CannotWrite, write_all
from runtall.importers import RunPlanFaults, load_runs
from runtall.scenario import read_text
from runtall.scenario.template import scenario_text, weeks_between, weeks_left

if TYPE_CHECKING:
    from runtall.scenario.answers import Answers


def expect_new(path: Path) -> None:
    """Check that a scenario would take the place of no other file.

    Raises
    ------
    CannotWrite
        If there is something of that name, or its folder can't be looked into.
    """
    try:
        taken = bool(path.lstat())
    except (FileNotFoundError, NotADirectoryError):
        taken = False
    except OSError as error:
        raise CannotWrite(path, (error.strerror or str(error)).lower()) from error
    if taken:
        raise CannotWrite(path, "is there already and would be lost; give another name")


def new(answers: Answers, path: Path) -> Scenario:
    """Write a commented scenario, after reading it like any other.

    Raises
    ------
    ScenarioFaults
        The answers make no scenario, or the run plan file is no good; nothing is written.
    CannotWrite
        There is such a file already, or it could not be written.
    """
    text = scenario_text(answers, path.stem, _weeks(answers, path.parent))
    scenario = read_text(text, path)
    expect_new(path)
    write_all(path.parent, {path.name: text.encode()})
    return scenario


def _weeks(answers: Answers, folder: Path) -> int:
    """Return how long the plan is: at most the time that is left, and the run plan file."""
    usual = weeks_left(answers.race_date, date.today())
    if not isinstance(answers.runs, str):
        return usual
    try:
        file = load_runs(
            folder / answers.runs, race_date=answers.race_date, timezone=answers.timezone or None
        )
    except RunPlanFaults:  # told when the scenario is read
        return usual
    before = [dated.date for dated in file.runs if dated.date < answers.race_date]
    return min(usual, weeks_between(min(before), answers.race_date)) if before else usual
