"""Reading a scenario.

What needs pydantic's models is imported where it is used: to build them takes longer than most
commands.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from runtall.documents.files import unusable
from runtall.documents.source import Source
from runtall.documents.yaml import read_yaml
from runtall.domain.scenario import Change, Scenario
from runtall.errors import FileFaults
from runtall.scenario.faults import ScenarioFaults
from runtall.scenario.file_text import file_text

# Endings of files that hold a run plan, or a plan of ours, and never a scenario.
RUN_PLANS = (".csv", ".tsv", ".ics", ".xlsx", ".xlsm", ".xls", ".ods")
EXAMPLE = "race_date: 2027-04-25"


def read_scenario(path: Path | str, changes: Iterable[Change] = ()) -> Scenario:
    """Read and validate a scenario file.

    Parameters
    ----------
    path
        The file, as the runner named it: faults repeat it so.
    changes
        Values that are set in place of the file's own.

    Raises
    ------
    ScenarioFaults
        With everything that is wrong, each with file, line, column and key.
    """
    path = Path(path)
    with _faults():
        if path.suffix.lower() in RUN_PLANS and path.is_file():
            raise unusable(path, no_scenario(path))
        text = file_text(path)
        if text.lstrip().upper().startswith("BEGIN:V"):
            raise unusable(path, no_scenario(path))
    return read_text(text, path, changes)


def no_scenario(path: Path) -> str:
    """Return what to type where a run plan stands in the place of a scenario."""
    return (
        "this is no scenario. If it is your run plan, make one of it with"
        f" {shlex.join(['runtall', 'new', '--runs', str(path)])}, then: runtall solve runtall.yaml"
    )


def read_text(text: str, path: Path, changes: Iterable[Change] = ()) -> Scenario:
    """Read a scenario that isn't written yet.

    Parameters
    ----------
    path
        Where it will be written: faults name it, and its folder is where ``runs.file`` begins.
    changes
        Values that are set in place of the text's own.

    Raises
    ------
    ScenarioFaults
        As `read_scenario`.
    """
    return replace(_scenario(partial(_parsed, path, text), path.parent, changes), file=path)


def _parsed(path: Path, text: str) -> Source:
    with _faults():
        return read_yaml(str(path), text, EXAMPLE)


def read_mapping(keys: Mapping[str, Any], changes: Iterable[Change] = ()) -> Scenario:
    """Read a scenario that was made in Python; the name of a run plan file begins where we are.

    Parameters
    ----------
    keys
        As a file has them; dates and times may be those of Python.
    changes
        Values that are set in place of its own.

    Raises
    ------
    ScenarioFaults
        As `read_scenario`; only the keys are told, not the lines.
    """
    return _scenario(partial(Source.of, "scenario", keys, (0, 0)), Path(), changes)


def read_normalised(normalised: Mapping[str, Any], path: Path) -> Scenario:
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
    return _scenario(partial(Source.of, str(path), normalised), None)


@contextmanager
def _faults() -> Iterator[None]:
    """Tell the faults of a file as those of a scenario."""
    try:
        yield
    except FileFaults as error:
        raise ScenarioFaults(*error.faults) from None


def _scenario(
    read: Callable[[], Source],
    folder: Path | None,
    changes: Iterable[Change] = (),
    more: Iterable[Change] = (),
) -> Scenario:
    from runtall.scenario.from_source import from_source

    changes = (*changes, *more)
    source = read()
    for key, value in changes:
        source.put(key, value)
    return replace(from_source(source, folder), reread=partial(_scenario, read, folder, changes))
