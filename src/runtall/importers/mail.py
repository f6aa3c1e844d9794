"""Mails as programs save them: their text, whatever it was wrapped into."""

from __future__ import annotations

import re
from html import escape

# A mail begins with lines such as "Subject: My plan", one of which says how it is wrapped.
WRAPPED = re.compile(
    r"\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*content-(?:transfer-encoding|type): *"
    r"(?:quoted-printable|base64|multipart|text/html)",
    re.IGNORECASE,
)
# Of the lines above, those that may tell the race, or the year.
TOLD = ("From", "To", "Subject", "Date")


def unwrapped(text: str, raw: bytes) -> str:
    """Return what a mail says below who sent it and when; any other text as it is."""
    if not WRAPPED.match(text[:20_000]):
        return text
    from email import message_from_bytes  # a library that takes its time to import
    from email.policy import default

    mail = message_from_bytes(raw, policy=default)
    body = mail.get_body(("plain", "html"))
    if body is None:
        return text
    try:
        said = body.get_content()
    except LookupError:  # nobody knows its encoding
        return text
    head = [f"{name}: {mail[name]}" for name in TOLD if mail[name]]
    if body.get_content_subtype() == "html":
        head = ["<html>", *(f"<p>{escape(line)}</p>" for line in head)]
    return "\n".join([*head, "", said.replace("\r\n", "\n")])
