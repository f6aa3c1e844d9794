"""Files of an earlier plan that is no longer true: kept, under names that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from runtall.exporters.files import FILLED, OUTDATED, naming, previous, remove
from runtall.exporters.identity import document_of
from runtall.exporters.plan_csv import cells_digest
from runtall.exporters.records import RECORDS

TABLE = "plan.csv"


def last(folder: Path, name: str) -> bytes | None:
    """Return the file of a name that was written last, even if it is outdated by now.

    Raises
    ------
    CannotWrite
        If there is one that can't be read.
    """
    return previous(folder / name) or previous(folder / f"{name}{OUTDATED}")


def owner_of(name: str) -> Callable[[bytes], bool] | None:
    """Return what tells whether runtall wrote a file of a name; None: it writes none of that name.

    Renderings are imported only where a file is met that may be one.
    """
    path = Path(name)
    if path.stem == "plan" and path.suffix in RECORDS:
        return RECORDS[path.suffix].owns
    from runtall.exporters.renderings import rendering_of

    rendering = rendering_of(name)
    return rendering.owns if rendering else None


def is_ours(name: str, data: bytes) -> bool:
    """Return whether runtall wrote a file of this name."""
    owns = owner_of(name)
    return owns is not None and owns(data)


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
        data = previous(path) if owner_of(name) and path.is_file() else None
        if data is not None and is_ours(name, data):
            yield name, data


def set_aside(folder: Path, current: Mapping[str, bytes] | None = None) -> list[Path]:
    """Rename what runtall wrote and is no longer true, so that its name says so.

    Parameters
    ----------
    current
        What is true now, by name; None: nothing is.

    Returns
    -------
    list of pathlib.Path
        Where it is now.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    renamed = []
    for name, data in ours(folder):
        path = folder / name
        if data != (current or {}).get(name):
            kept = filled_in(folder) if name == TABLE else ""
            with naming(path), suppress(FileNotFoundError):
                renamed.append(path.replace(folder / (kept or f"{name}{OUTDATED}")))
    return renamed


def forget_outdated(folder: Path) -> None:
    """Remove what was set aside.

    Raises
    ------
    CannotWrite
        If the folder can't be used.
    """
    for name, _ in ours(folder, OUTDATED):
        remove(folder / f"{name}{OUTDATED}")


def filled_in(folder: Path, new: bytes | None = None) -> str:
    """Return the name under which a table that somebody changed by hand is kept.

    Parameters
    ----------
    new
        The table that will take its place.

    Returns
    -------
    str
        ``plan.csv.filled``, or the first such name with a number that is free; empty where
        there is no such table: none at all, one that its ``plan.json`` knows cell by cell, or
        one with the cells of the new one.

    Raises
    ------
    CannotWrite
        If there is one that can't be read.
    """
    data = previous(folder / TABLE)
    if data is None or not RECORDS[".csv"].owns(data):
        return ""
    document = document_of(previous(folder / "plan.json"))
    if cells_digest(data) in {document.get("table_sha256"), new and cells_digest(new)}:
        return ""
    names = (f"{TABLE}{FILLED}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in names if not (folder / name).exists())
