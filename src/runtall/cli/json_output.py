"""Results for machines."""

from __future__ import annotations

import io
import json
import sys
from datetime import time
from typing import Any


def print_json(document: Any) -> None:
    """Print a document as JSON, two spaces indented; dates and places as text."""
    print_utf8(json.dumps(document, indent=2, ensure_ascii=False, default=_text) + "\n")


def _text(value: object) -> str:
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def print_utf8(text: str) -> None:
    """Print as UTF-8, as JSON is, whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    sys.stdout.write(text)
