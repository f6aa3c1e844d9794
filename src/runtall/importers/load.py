"""Choosing the reader of a run plan file, and getting the file's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.importers.base import RunFile, whole_file
from runtall.importers.long_csv import COLUMNS, read_long_csv

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from runtall.importers.base import Correct, Reader

LARGEST = 5_000_000
"""Bytes of a run plan file."""
READERS: Mapping[str, Reader] = {".csv": read_long_csv}
LATER = (".ics", ".yaml", ".yml", ".json")
GIVE_CSV = f"give a .csv with the columns {', '.join(COLUMNS)}"


def _as_it_is(title: str) -> None:
    """Correct nothing."""


def load_runs(path: Path, correct: Correct = _as_it_is) -> RunFile:
    """Read a run plan file.

    Parameters
    ----------
    correct
        The runner's own reading of titles, which wins over the file.

    Returns
    -------
    RunFile
        With the runs, or with every fault found; nothing is raised for a bad file.
    """
    suffix = path.suffix.lower()
    if suffix in LATER:
        return whole_file(f"reading {suffix} run plans comes with a later version; {GIVE_CSV}")
    if suffix not in READERS:
        kind = f"{suffix} is" if suffix else "a name without an ending is"
        return whole_file(f"{kind} no known kind of run plan file; {GIVE_CSV}")
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        return whole_file("there is no such file")
    except IsADirectoryError:
        return whole_file("this is a folder")
    except (OSError, ValueError) as error:
        return whole_file(f"can't be read: {getattr(error, 'strerror', None) or error}")
    if len(raw) > LARGEST:
        return whole_file("larger than 5 MB; a run plan has a few thousand bytes")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return whole_file("this is UTF-16 text; save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return whole_file(f"line {line} is not UTF-8; save the file as UTF-8")
    if "\0" in text:
        return whole_file("this is no text file")
    return READERS[suffix](text, correct)
