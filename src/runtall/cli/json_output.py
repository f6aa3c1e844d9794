"""Results for machines."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable
from datetime import time
from typing import Any

from runtall.errors import Fault

HINT = "; did you mean "
# How a fault begins that is about an option, in our words or in those of Typer.
OPTION = re.compile(r"(?:Invalid value for ')?(?P<key>--[a-z-]+)'?(?: \S*)?: ")


def print_json(document: Any) -> None:
    """Print a document as JSON, two spaces indented; dates and places as text."""
    print_utf8(json.dumps(document, indent=2, ensure_ascii=False, default=_text) + "\n")


def faults_document(status: str, kind: str, faults: Iterable[Fault | str]) -> dict[str, Any]:
    """Return what went wrong, for a program that reads the result of a command that has none.

    Parameters
    ----------
    kind
        Name of the error, as Python has it.
    """
    return {"status": status, "faults": [_fault(kind, fault) for fault in faults]}


def _fault(kind: str, fault: Fault | str) -> dict[str, Any]:
    placed = fault if isinstance(fault, Fault) else _of_option(fault)
    message, _, hint = placed.message.partition(HINT)
    return {
        "kind": kind,
        "file": placed.file or None,
        "line": placed.line or None,
        "column": placed.column or None,
        "key": placed.key or None,
        "message": message,
        "suggestion": hint.rstrip("?").strip("\"'") or None,
    }


def _of_option(fault: str) -> Fault:
    """Place what is said of an option: ``--week: 99; allowed: 1 to 16``."""
    found = OPTION.match(fault)
    return Fault("", 0, 0, found["key"] if found else "", fault[found.end() if found else 0 :])


def _text(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def print_utf8(text: str) -> None:
    """Print as UTF-8, as JSON is, whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)
