"""Files of an earlier plan that is no longer true: kept, under names that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from runtall.exporters.files import ICS, naming, previous, remove
from runtall.exporters.records import RECORDS, Record
from runtall.exporters.renderings import Rendering, rendering_of

# Ends the names of such files: nobody imports one by mistake.
OUTDATED = ".outdated"


def previous_calendar(folder: Path) -> bytes | None:
    """Return the calendar before, even if outdated: what was imported from it is followed.

    Raises
    ------
    CannotWrite
        If there is one that can't be read.
    """
    return previous(folder / ICS) or previous(folder / f"{ICS}{OUTDATED}")


def owner_of(name: str) -> Record | Rendering | None:
    """Return what writes files of a name beside a plan, if anything does."""
    path = Path(name)
    return (RECORDS.get(path.suffix) if path.stem == "plan" else None) or rendering_of(name)


def ours(folder: Path, ending: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the records and renderings in a folder that runtall wrote, and what they hold.

    Parameters
    ----------
    ending
        What their names have behind them, which is left out.

    Raises
    ------
    CannotWrite
        If one of them can't be read.
    """
    for path in sorted(folder.glob(f"*{ending}")):
        name = path.name.removesuffix(ending)
        owner = owner_of(name)
        data = previous(path) if owner and path.is_file() else None
        if owner and data is not None and owner.owns(data):
            yield name, data


def set_aside(folder: Path, current: Mapping[str, bytes] | None = None) -> None:
    """Rename what runtall wrote and is no longer true, so that its name says so.

    Parameters
    ----------
    current
        What is true now, by name; None: nothing is.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for name, data in ours(folder):
        path = folder / name
        if data != (current or {}).get(name):
            with naming(path), suppress(FileNotFoundError):
                path.replace(f"{path}{OUTDATED}")


def forget_outdated(folder: Path) -> None:
    """Remove what was set aside.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for name, _ in ours(folder, OUTDATED):
        remove(folder / f"{name}{OUTDATED}")
