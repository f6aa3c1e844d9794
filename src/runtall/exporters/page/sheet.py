"""A page as a whole: its head, its style, its few lines of script, and what it may load."""

from __future__ import annotations

import base64
import hashlib

import htpy as h
from markupsafe import Markup

from runtall.domain.library import data_text
from runtall.exporters.clean import one_line


def sheet(mark: str, name: str, script: str, body: h.Node) -> bytes:
    """Return a page.

    Nothing is loaded from anywhere, and no script runs but the one given: a browser refuses all
    that the policy in the head doesn't name by its digest.

    Parameters
    ----------
    mark
        A comment by which we know our own files.
    name
        Title of the page; may be anybody's words.
    script
        Name of a data file; empty: none.
    """
    style, code = data_text("page.css"), script and data_text(script)
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(code)}; "
        "base-uri 'none'; form-action 'none'"
    )
    page = h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta({"http-equiv": "Content-Security-Policy"}, content=policy),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(name="color-scheme", content="light dark"),
            h.meta(name="referrer", content="no-referrer"),
            h.title[one_line(name)],
            h.style[Markup(style)],
        ],
        h.body[body, code and h.script[Markup(code)]],
    ]
    doctype, _, rest = str(page).partition(">")
    return f"{doctype}>\n{mark}\n{rest}\n".encode("utf-8", "replace")


def hidden(words: str) -> h.Element:
    """Return words that are only heard: what the eye takes from the place."""
    return h.span(".v")[words]


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
