"""The text of a scenario file."""

from __future__ import annotations

import re
from pathlib import Path

from runtall.documents.files import read_bytes, unusable
from runtall.errors import Fault, FileFaults

# Bytes; a scenario has a few thousand.
LARGEST = 1_000_000
# Characters; YAML takes too long over longer ones.
LONGEST_LINE = 100_000
# How UTF-16 begins: with a mark, or with a letter of which one byte is zero.
UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|\0[\n\r -~]|[\n\r -~]\0")
# Characters that YAML leaves no place for.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")


def file_text(path: Path) -> str:
    """Read a UTF-8 file.

    Raises
    ------
    FileFaults
        If it is missing, unreadable, too large or no text.
    """
    raw = read_bytes(path, LARGEST)
    if UTF_16.match(raw):
        raise unusable(path, "the file is UTF-16 text; save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8; save it as UTF-8"
        raise _behind(path, before, message) from None
    if found := FORBIDDEN.search(text):
        message = f"the character U+{ord(found.group()):04X} has no place in a text file"
        raise _behind(path, text[: found.start()], message)
    for line, content in enumerate(text.split("\n"), start=1):
        if len(content) > LONGEST_LINE:
            message = f"the line is longer than {LONGEST_LINE} characters"
            raise FileFaults(Fault(str(path), line, 1, "", message))
    return text


def looked_at(raw: bytes) -> str:
    """Return the beginning of a file as text, however it was saved, to see what it may hold."""
    text = raw.decode("utf-8", "replace")
    return text.replace("\0", "").lstrip("\ufffd") if UTF_16.match(raw) else text


def _behind(path: Path, before: str, message: str) -> FileFaults:
    """Return the fault of what follows a text."""
    lines = re.split("\r\n|\r|\n", before)
    return FileFaults(Fault(str(path), len(lines), len(lines[-1]) + 1, "", message))
