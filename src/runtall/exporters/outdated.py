"""A plan that answers an earlier scenario: kept, under names that say so."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from runtall.exporters.files import ICS, naming, previous, remove
from runtall.exporters.records import RECORDS

# Ends the names of its files: nobody imports such a one by mistake.
OUTDATED = ".outdated"


def previous_calendar(folder: Path) -> bytes | None:
    """Return the calendar before, even if outdated: what was imported from it is followed.

    Raises
    ------
    CannotWrite
        If there is one that can't be read.
    """
    return previous(folder / ICS) or previous(folder / f"{ICS}{OUTDATED}")


def set_aside(folder: Path) -> None:
    """Rename a plan of ours that answers an earlier scenario, so that its names say so.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for suffix, record in RECORDS.items():
        path = folder / f"plan{suffix}"
        data = previous(path)
        if data is not None and record.owns(data):
            with naming(path), suppress(FileNotFoundError):
                path.replace(f"{path}{OUTDATED}")


def forget_outdated(folder: Path) -> None:
    """Remove the outdated plan.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for suffix in RECORDS:
        remove(folder / f"plan{suffix}{OUTDATED}")
