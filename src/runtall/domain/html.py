"""Bits of HTML, for objects that show themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Html(str):
    """A text that is HTML already."""

    __slots__ = ()


def styled(text: object, style: str = "") -> Html:
    """Return a text with a style of its own."""
    return Html(f'<span style="{style}">{escape(str(text))}</span>' if style else escape(str(text)))


def paragraph(text: object) -> str:
    """Return a paragraph."""
    return f"<p>{_inner(text)}</p>"


def table(header: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """Return a table; cells are texts, or what `styled` made."""
    body = "".join(_row("td", row) for row in rows)
    return f"<table><thead>{_row('th', header)}</thead><tbody>{body}</tbody></table>"


def _row(tag: str, cells: Iterable[object]) -> str:
    style = ' style="text-align:left;vertical-align:top"'
    return f"<tr>{''.join(f'<{tag}{style}>{_inner(cell)}</{tag}>' for cell in cells)}</tr>"


def _inner(value: object) -> str:
    return value if isinstance(value, Html) else escape("-" if value is None else str(value))
