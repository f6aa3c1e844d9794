"""What there is to do for many scenarios: a task for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from runtall.app.club import CLUB, expect_club
from runtall.batch.athletes import athletes_faults, open_here_only, scenarios_in
from runtall.batch.combinations import combinations, folder_name, how_many
from runtall.batch.tasks import Task
from runtall.domain.scenario import Change
from runtall.errors import Fault, UserError
from runtall.exporters.export import stamp_time
from runtall.exporters.renderings import expect_renderings
from runtall.scenario import ScenarioFaults, read_scenario
from runtall.scenario.changes import BadChange, change, conflicts, parse_values, unknown

# Combinations of one sweep: at a second each they take hours, and a folder holds them all.
MOST = 10_000


class BadBatch(UserError):
    """Many scenarios that can't be asked for so."""


def sweep_tasks(path: Path, sets: Sequence[str], folder: Path) -> list[Task]:
    """Say what a sweep has to do: a task for each combination of the values.

    Parameters
    ----------
    sets
        ``key=v1,v2`` each, keys dotted, values in YAML.

    Raises
    ------
    BadBatch
        With everything that is wrong with the settings and with the scenario itself.
    """
    if faults := open_here_only([path]):
        raise BadBatch(*faults)
    parsed = []
    for text in sets:
        try:
            parsed.append(parse_values(text))
        except BadChange as error:
            faults.append(str(error))
    faults += conflicts([key for key, _ in parsed])
    values = dict(parsed)
    if (number := how_many(values)) > MOST:
        faults.append(f"--set: {number} combinations; allowed: {MOST} at most; give fewer values")
    faults += _faults_of(path, [change(key, first) for key, (first, *_) in parsed])
    if faults:
        raise BadBatch(*faults)
    to_do = [
        (path, folder_name(shown), {**shown, "folder": folder_name(shown)}, changes)
        for shown, changes in combinations(values)
    ]
    return _tasks(to_do, folder)


def _faults_of(path: Path, changes: Sequence[Change]) -> list[str]:
    """Return what is wrong with a scenario whatever its keys are set to, or else with the keys."""
    own = _faults_with(path, ())
    if own and changes:
        # What goes with other values is no fault of the scenario: each combination sets them.
        still = _faults_with(path, changes)
        own = tuple(fault for fault in own if fault in still)
    return [str(fault) for fault in own] or unknown(path, changes)


def _faults_with(path: Path, changes: Sequence[Change]) -> tuple[Fault, ...]:
    try:
        read_scenario(path, changes)
    except ScenarioFaults as error:
        return error.faults
    return ()


def cohort_tasks(paths: Sequence[Path], folder: Path, also: Sequence[str] = ()) -> list[Task]:
    """Say what a cohort has to do: a task for each athlete's scenario.

    Parameters
    ----------
    paths
        Scenarios, and folders of scenarios.
    also
        Names of renderings to write beside each plan; ``club.html`` is none of these.

    Raises
    ------
    BadBatch
        Scenarios would have the same folder, or none of their own; or there is no file at all.
    NoRendering
        Nothing is written under such a name.
    """
    own = tuple(name for name in also if name != CLUB)
    expect_renderings(own)
    if CLUB in also:
        expect_club(folder)
    paths, faults = scenarios_in(paths)
    if faults := [*faults, *athletes_faults(paths)]:
        raise BadBatch(*faults)
    return _tasks(
        [(path, path.stem, {"athlete": path.stem, "scenario": str(path)}, ()) for path in paths],
        folder,
        own,
    )


def _tasks(
    to_do: Iterable[tuple[Path, str, dict[str, str], tuple[Change, ...]]],
    folder: Path,
    also: tuple[str, ...] = (),
) -> list[Task]:
    """Make a numbered task of each scenario, with its folder's name, labels and changes."""
    root, now = Path.cwd(), stamp_time()
    return [
        Task(number, labels, path.absolute(), folder.absolute() / name, root, now, changes, also)
        for number, (path, name, labels, changes) in enumerate(to_do)
    ]
