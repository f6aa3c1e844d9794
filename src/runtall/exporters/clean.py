"""Text from other people's files, made harmless."""

from __future__ import annotations

import unicodedata

UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories of control characters, lone surrogates, line and paragraph ends."""


def one_line(text: str) -> str:
    """Put a space where a control character or a line end is."""
    return "".join(" " if unicodedata.category(char) in UNSAFE else char for char in text).strip()


def lines(text: str) -> str:
    """Drop control characters and keep line ends, as bare line feeds."""
    return "\n".join(one_line(line) for line in text.splitlines())
