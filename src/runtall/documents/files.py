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
# A folder's name has no ending that is alike anyway; plans lie here.
ALIKE_BARE, PLANS = 0.75, Path("plans")


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
        raise unusable(path, not_there(path)) from None
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


def not_there(path: Path) -> str:
    """Say that there is no such file or folder, and which one is probably meant."""
    noun = "file" if path.suffix else "file or folder"
    bare = not path.suffix and path.name == str(path)
    places = [PLANS, path.parent] if bare else [path.parent]
    close = next(filter(None, (_meant(place, path) for place in places)), "")
    return f"there is no such {noun}" + (f"; did you mean {shown(close)}?" if close else "")


def _meant(folder: Path, path: Path) -> str:
    """Return which name in a folder is probably meant; empty: none."""
    try:
        names = [other.name for other in islice(folder.iterdir(), MOST_NAMES)]
    except (OSError, ValueError):
        return ""
    same = [name for name in names if Path(name).stem.lower() == path.stem.lower()]
    alike = ALIKE if path.suffix else ALIKE_BARE
    close = sorted(same) or get_close_matches(path.name, names, n=1, cutoff=alike)
    here = folder == path.parent
    return (close[0] if here else str(folder / close[0])) if close else ""


def _too_large(path: Path, largest: int) -> FileFaults:
    return unusable(path, f"larger than {largest / 1e6:g} MB, the most that is read here")


def unusable(path: Path | str, message: str) -> FileFaults:
    """Return the fault of a file as a whole."""
    return FileFaults(Fault(str(path), 0, 1, "", message))
