"""The text of a scenario file, or why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from runtall.domain.special_files import WORDS, may_wait
from runtall.errors import Fault
from runtall.scenario.faults import ScenarioFaults

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1_000_000
"""Bytes; a scenario has a few thousand."""
LONGEST_LINE = 100_000
"""Characters; YAML takes too long over longer ones."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that YAML leaves no place for."""


def file_text(path: Path) -> str:
    """Read a UTF-8 file.

    Raises
    ------
    ScenarioFaults
        If it is missing, unreadable, too large or no text.
    """
    raw = _bytes(path)
    if raw.startswith(UTF_16):
        raise _fault(path, 1, 1, "the file is UTF-16 text; save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(raw[: error.start].decode("utf-8", "replace"))
        raise _fault(
            path, line, column, f"the byte 0x{raw[error.start]:02x} is not UTF-8; save it as UTF-8"
        ) from None
    found = FORBIDDEN.search(text)
    if found:
        line, column = _place(text[: found.start()])
        code = f"U+{ord(found.group()):04X}"
        raise _fault(path, line, column, f"the character {code} has no place in a text file")
    for line, content in enumerate(text.split("\n"), start=1):
        if len(content) > LONGEST_LINE:
            raise _fault(path, line, 1, f"the line is longer than {LONGEST_LINE} characters")
    return text


def _bytes(path: Path) -> bytes:
    try:
        if may_wait(path):
            raise _fault(path, 1, 1, f"this {WORDS}; save what it gives in a file")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise _fault(path, 1, 1, "there is no such file") from None
    except IsADirectoryError:
        raise _fault(path, 1, 1, "this is a folder; name the scenario file in it") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise _fault(path, 1, 1, f"the file can't be read: {why}") from None
    if len(raw) > LARGEST:
        raise _fault(
            path, 1, 1, "the file is larger than 1 MB; a scenario has a few thousand bytes"
        )
    return raw


def _place(before: str) -> tuple[int, int]:
    """Line and column of what follows this text."""
    lines = re.split("\r\n|\r|\n", before)
    return len(lines), len(lines[-1]) + 1


def _fault(path: Path, line: int, column: int, message: str) -> ScenarioFaults:
    return ScenarioFaults(Fault(str(path), line, column, "", message))
