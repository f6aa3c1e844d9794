"""The text of a run plan file, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.domain.special_files import WORDS, may_wait

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 20_000_000
"""Bytes of a run plan file; nothing beyond them is read."""
ARCHIVES = {
    b"PK\x03\x04": "a ZIP archive (or a spreadsheet); unpack it, or save it as .csv",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\x1f\x8b": "compressed; unpack it first",
    b"BZh": "compressed; unpack it first",
    b"\xfd7zXZ": "compressed; unpack it first",
    b"%PDF": "a PDF; runtall reads .csv, .ics, .yaml and .json",
    b"\xff\xfe": "UTF-16 text; save it as UTF-8",
    b"\xfe\xff": "UTF-16 text; save it as UTF-8",
}
"""First bytes of what is no plain text."""


class NoTextError(ValueError):
    """A file without a text; the message says why."""


def file_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Read a text file, at most `LARGEST` bytes of it.

    Returns
    -------
    text, warnings

    Raises
    ------
    NoTextError
        If it is missing, unreadable, too large or no text.
    """
    raw = _bytes(path)
    for start, what in ARCHIVES.items():
        if raw.startswith(start):
            raise NoTextError(f"this is {what}")
    if b"\0" in raw:
        raise NoTextError("this is no text file")
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        warning = f"line {line} is not UTF-8; the file is read as Windows-1252 (Latin-1)"
        return raw.decode("cp1252", errors="replace"), (warning,)


def _bytes(path: Path) -> bytes:
    try:
        if may_wait(path):
            raise NoTextError(f"this {WORDS}; save what it gives in a file")
        size = path.stat().st_size
        if size > LARGEST:
            raise NoTextError(_too_large(f"{size / 1e6:.0f} MB"))
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NoTextError("there is no such file") from None
    except IsADirectoryError:
        raise NoTextError("this is a folder") from None
    except NoTextError:
        raise
    except (OSError, ValueError) as error:
        raise NoTextError(f"can't be read: {getattr(error, 'strerror', None) or error}") from None
    if len(raw) > LARGEST:  # what has no size of its own, such as a pipe
        raise NoTextError(_too_large("more"))
    return raw


def _too_large(size: str) -> str:
    return f"{size} is more than the {LARGEST // 1_000_000} MB that a run plan file may have"
