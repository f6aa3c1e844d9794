"""Text from other people's files, made harmless."""

from __future__ import annotations

import re

# Control characters, lone surrogates, line and paragraph ends.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
COMPONENT = re.compile(r"\b(BEGIN|END):(?=V)", re.IGNORECASE)


def one_line(text: str) -> str:
    """Put a space where a control character or a line end is."""
    return (text if text.isprintable() else UNSAFE.sub(" ", text)).strip()


def lines(text: str) -> str:
    """Drop control characters and keep line ends, as bare line feeds."""
    return "\n".join(one_line(line) for line in text.splitlines())


def calendar_line(text: str) -> str:
    """Write one line so that careless calendar programs take it for text, too.

    Some look for ``BEGIN:VEVENT`` in the middle of a line, or take an escaped backslash before
    an ``n`` for a line end.
    """
    return COMPONENT.sub(r"\1 ", one_line(text)).replace("\\", "/")
