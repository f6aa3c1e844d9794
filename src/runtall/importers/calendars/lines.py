"""The lines of a calendar before it is parsed: those that are none must not cost the others."""

from __future__ import annotations

import re

from runtall.errors.words import shown
from runtall.importers.base import Notes

# How a line begins: a name, perhaps with parameters, and a colon.
CONTENT = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?:;[^\r\n]*?)?:")
KNOWN = re.compile(
    r"(?i)(?:X-[\w-]+|BEGIN|END|VERSION|PRODID|METHOD|CALSCALE|UID|DTSTAMP|DTSTART|DTEND|DUE"
    r"|DURATION|SUMMARY|DESCRIPTION|LOCATION|GEO|STATUS|SEQUENCE|RRULE|RDATE|EXDATE|EXRULE|CLASS"
    r"|RECURRENCE-ID|CATEGORIES|COMMENT|CONTACT|CREATED|LAST-MODIFIED|TRANSP|PRIORITY|URL|ATTACH"
    r"|ATTENDEE|ORGANIZER|RELATED-TO|RESOURCES|REQUEST-STATUS|PERCENT-COMPLETE|COMPLETED|ACTION"
    r"|TRIGGER|REPEAT|TZ[\w-]+|FREEBUSY|COLOR|IMAGE|CONFERENCE|NAME|REFRESH-INTERVAL|SOURCE"
    r"|STRUCTURED-DATA|STYLED-DESCRIPTION|ACKNOWLEDGED|PROXIMITY)[;:]"
)
EVENT = "VEVENT"
# Properties whose text may have been broken into lines without a mark.
TEXTS = re.compile(r"(?i)(?:SUMMARY|DESCRIPTION|COMMENT)[;:]")


def without_stray(text: str, notes: Notes) -> tuple[str, list[int]]:
    """Return the lines of a calendar without those that belong to none of its properties.

    A line within an event that goes on with a title or a description is put behind it.

    Returns
    -------
    text, numbers
        The number that each line had, from 1.
    """
    kept: list[str] = []
    numbers: list[int] = []
    in_text = False
    for number, line in enumerate(text.split("\n"), start=1):
        plain = line.rstrip("\r")
        if not plain.strip():
            continue
        if plain[0] in " \t":
            if kept:
                kept.append(plain)
                numbers.append(number)
            continue
        if KNOWN.match(plain) or (CONTENT.match(plain) and not in_text):
            in_text = bool(TEXTS.match(plain))
            kept.append(plain)
            numbers.append(number)
            continue
        example = f"line {number}: {shown(plain[:40])}"
        if in_text:
            notes.warn("lines of a text without a mark put behind it", example)
            escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
            kept.append(f" \\n{escaped}")
            numbers.append(number)
        else:
            notes.warn("lines that are no part of a calendar left out", example)
    return _ended(kept, numbers, notes)


def _ended(lines: list[str], numbers: list[int], notes: Notes) -> tuple[str, list[int]]:
    """Return the lines with an end for each part that has none, where the next shows it."""
    kept: list[str] = []
    places: list[int] = []
    still: list[str] = []  # parts that have begun
    for line, number in [*zip(lines, numbers, strict=True), ("", numbers[-1] if numbers else 0)]:
        what, _, name = line.strip().upper().partition(":")
        last = 0 if not line else len(still)
        if (what, name) == ("BEGIN", EVENT) and EVENT in still:
            last = still.index(EVENT)
        elif what == "END" and name in still:
            last = len(still) - still[::-1].index(name)
        for missing in reversed(still[last:]):
            kept.append(f"END:{missing}")
            places.append(number)
            if missing in {EVENT, "VCALENDAR"}:
                notes.warn(f"lines END:{missing} are missing", f"in front of line {number}")
        del still[last:]
        if what == "BEGIN":
            still.append(name)
        elif what == "END" and name in still:
            still.pop()
        kept.append(line)
        places.append(number)
    return "\r\n".join(kept), places
