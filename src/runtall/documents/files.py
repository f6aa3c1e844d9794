"""The bytes of a file that somebody named."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from runtall.domain.special_files import WORDS, may_wait
from runtall.errors import Fault, FileFaults
from runtall.errors.words import shown

# Names what is pasted or piped in place of a file.
STANDARD_INPUT = "-"
# How names of scenarios end.
YAML = (".yaml", ".yml")
# Names in a folder that are looked at for the one that was meant, and how alike it must be.
MOST_NAMES, ALIKE = 500, 0.8


def read_bytes(path: Path, largest: int) -> bytes:
    """Read a file, unless it has more than so many bytes.

    Raises
    ------
    FileFaults
        If it is missing, unreadable or too large.
    """
    if str(path) == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(largest + 1)
        if len(raw) > largest:
            raise _too_large(path, largest)
        return raw
    if any("\ud800" <= char <= "\udfff" for char in path.name):  # bytes that are no characters
        raise unusable(path, "the name of this file is not UTF-8; rename it")
    try:
        if may_wait(path):
            raise unusable(path, f"this {WORDS}; save what it gives in a file")
        size = path.stat().st_size
        with path.open("rb") as file:
            # What has no size of its own, such as a pipe, may still have too much.
            raw = file.read(largest + 1) if size <= largest else b""
    except FileNotFoundError:
        raise unusable(path, f"there is no such file{_meant(path)}") from None
    except IsADirectoryError:
        raise unusable(path, "this is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise unusable(path, f"can't be read: {why}") from None
    if max(size, len(raw)) > largest:
        raise _too_large(path, largest)
    return raw


def named_from(folder: Path, name: str) -> Path:
    """Return the path of a file that is named from a folder, which need not be there yet."""
    path = folder / name
    # A system looks for a folder even where the name leads out of it again.
    return path if folder.exists() else path.resolve()


def _meant(path: Path) -> str:
    """Return which file is probably meant by a name that none has."""
    try:
        names = [other.name for other in islice(path.parent.iterdir(), MOST_NAMES)]
    except (OSError, ValueError):
        return ""
    same = [name for name in names if Path(name).stem.lower() == path.stem.lower()]
    close = sorted(same) or get_close_matches(path.name, names, n=1, cutoff=ALIKE)
    return f"; did you mean {shown(close[0])}?" if close else ""


def _too_large(path: Path, largest: int) -> FileFaults:
    return unusable(path, f"larger than {largest / 1e6:g} MB, the most that is read here")


def unusable(path: Path | str, message: str) -> FileFaults:
    """Return the fault of a file as a whole."""
    return FileFaults(Fault(str(path), 0, 1, "", message))
