"""The text of a run plan file."""

from __future__ import annotations

from pathlib import Path

from runtall.documents.files import read_bytes
from runtall.importers.base import no_run_plan

# Bytes of a run plan file; nothing beyond them is read.
LARGEST = 20_000_000
# First bytes of what is no plain text.
ARCHIVES = {
    b"PK\x03\x04": "a ZIP archive (or a spreadsheet); unpack it, or save it as .csv",
    b"PK\x05\x06": "an empty ZIP archive",
    **dict.fromkeys((b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), "compressed; unpack it first"),
    b"%PDF": "a PDF; runtall reads .csv, .ics, .yaml and .json",
    **dict.fromkeys((b"\xff\xfe", b"\xfe\xff"), "UTF-16 text; save it as UTF-8"),
}


def file_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Read a text file, at most `LARGEST` bytes of it.

    Returns
    -------
    text, warnings

    Raises
    ------
    FileFaults
        If it is missing, unreadable, too large or no text.
    """
    raw = read_bytes(path, LARGEST)
    for start, what in ARCHIVES.items():
        if raw.startswith(start):
            raise no_run_plan(f"this is {what}")
    if b"\0" in raw:
        raise no_run_plan("this is no text file")
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        warning = f"line {line} is not UTF-8; the file is read as Windows-1252 (Latin-1)"
        return raw.decode("cp1252", errors="replace"), (warning,)
