"""Wrong values for every field of every record, made from the files themselves.

A new column, key, property or line is covered the day it is written.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from runtall.exporters.card_reading import NOTE
from runtall.exporters.columns import COLUMNS
from runtall.exporters.plan_ics import FACTS
from runtall.exporters.plan_ics_parts import BEGINNING
from runtall.exporters.plan_json_parts import SOLVERS

# What anybody may write: the README of the exporters lists the same.
FREE = frozenset(column.name for column in COLUMNS if column.by_hand)
# What calendar programs write themselves, and what only they look at.
PROGRAMS = frozenset(
    {
        "BEGIN", "END", "PRODID", "COLOR", "CREATED", "DTSTAMP", "LAST-MODIFIED", "X-WR-CALNAME",
        "X-WR-CALDESC", "X-RUNTALL-NOTES", "TZID", "TZNAME", "ACTION", "TRIGGER",
    }
)  # fmt: skip
# Without these no event is what it was; all others may be dropped. A day is as long without an end.
NEEDED = frozenset({"UID", "SUMMARY", "DTSTART", "DTEND"})
START = re.compile("DTSTART;TZID=([^:]*):([0-9T]*)")
# A field, and the file with a lie in it.
Lie = tuple[str, Callable[[], bytes]]


def wrong(text: str, others: Sequence[str]) -> list[str]:
    """Values that aren't this one: odd ones, a near one, and one that stands elsewhere."""
    if text in {"true", "false"}:
        return [{"true": "false", "false": "true"}[text]]
    elsewhere = [next((other for other in others if other not in {text, ""}), "zz")]
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        return [*elsewhere, f"9{text}", "0" if float(text) else "3"]
    return [*elsewhere, f"{text} x".strip()]


def spread(places: Sequence[Any], most: int) -> Sequence[Any]:
    """The first, and some more in equal steps."""
    return places[:: max(1, -(-len(places) // most))][:most]


def csv_lies(data: bytes, most: int) -> Iterator[Lie]:
    head, *rows = csv.reader(io.StringIO(data.decode()))

    def table(row: int, place: int, value: str) -> bytes:
        text = io.StringIO()
        changed = [list(each) for each in rows]
        changed[row][place] = value
        csv.writer(text).writerows([head, *changed])
        return text.getvalue().encode()

    for place, name in enumerate(head):
        column = [row[place] for row in rows]
        full = [number for number, text in enumerate(column) if text] or [0]
        for row in () if name in FREE else spread(full, most):
            erased = [""] * bool(column[row])
            for value in [*wrong(column[row], column), *erased]:
                yield name, partial(table, row, place, value)


def json_lies(data: bytes, most: int) -> Iterator[Lie]:
    whole = json.loads(data)
    fields = defaultdict[str, list[tuple[Sequence[Any], Any]]](list)
    for path, value in _leaves(whole, ()):
        if not _is_free(path):
            fields[_generic(path)].append((path, value))

    def document(path: Sequence[Any], value: Any) -> bytes:
        changed = json.loads(data)
        node = changed
        for key in path[:-1]:
            node = node[key]
        if value is None:
            del node[path[-1]]
        else:
            node[path[-1]] = value
        return json.dumps(changed).encode()

    for name, found in fields.items():
        others = [json.dumps(value).strip('"') for _, value in found]
        for path, value in spread(found, most):
            for text in wrong(json.dumps(value).strip('"'), others):
                number = not isinstance(value, str) and re.fullmatch(r"true|false|[0-9.]+", text)
                yield name, partial(document, path, json.loads(text) if number else text)
            if isinstance(path[-1], str):
                yield name, partial(document, path, None)


def _leaves(node: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(node, dict | list) and node:
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _leaves(inner, (*path, key))
    else:
        yield path, node


def _generic(path: Sequence[Any]) -> str:
    """The path without places in lists, weeks and days."""
    return ".".join(key for key in path if not re.fullmatch("[0-9-]+", f"{key}"))


def _is_free(path: Sequence[Any]) -> bool:
    if path[0] in {"sessions", "mobility"} and path[-1] in FREE:
        return "entries" in path or path[-1] != "note"
    return path[0] in SOLVERS


def ics_lies(data: bytes, most: int) -> Iterator[Lie]:
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    fields = defaultdict[str, list[tuple[int, str]]](list)
    inside = ""
    for number, line in enumerate(lines):
        name, _, value = line.partition(":")
        name = name.partition(";")[0]
        inside = value if name in {"BEGIN", "END"} else inside
        if name not in PROGRAMS and value and inside != "VALARM":
            fields[name].append((number, value))

    def calendar(number: int, old: str, new: str) -> bytes:
        changed = [line for line in lines if line]
        changed[number] = changed[number].replace(f":{old}", f":{new}") if new else "X-GONE:1"
        return "\r\n".join([*changed, ""]).encode()

    for name, found in fields.items():
        others = [value for _, value in found]
        if name == "DESCRIPTION":
            yield from _text_lies(found, calendar)
            continue
        for number, value in spread(found, most):
            values = ["-1"] if name == "SEQUENCE" else wrong(value, others)
            # To have the day of another session is no lie: so it is moved.
            values = values[name == "DTSTART" :]
            values = [text for text in values if not _is_harmless(name, value, text, lines)]
            all_day = name == "DTEND" and "VALUE=DATE:" in lines[number]
            needed = name in NEEDED and number > lines.index("BEGIN:VEVENT") and not all_day
            for text in [*values, *([""] * needed)]:
                yield name, partial(calendar, number, value, text)


def _is_harmless(name: str, old: str, new: str, lines: Sequence[str]) -> bool:
    """Whether a value moves nothing that anybody sees, or only what anybody may write.

    When a clock was set before, and an offset that no event has, move no event; the reserve of a
    carry is a dose that the card has in words.
    """
    if name == FACTS:
        return re.sub("/[0-9]+", "", old) == re.sub("/[0-9]+", "", new)
    if name not in {"TZOFFSETFROM", "TZOFFSETTO"} or not re.fullmatch("[+-][0-9]{4}", new):
        return False
    starts = [START.fullmatch(line) for line in lines]
    met = {
        f"{datetime.fromisoformat(start[2]).replace(tzinfo=ZoneInfo(start[1])):%z}"
        for start in starts
        if start
    }
    return name == "TZOFFSETFROM" or old not in met


def _text_lies(
    found: Sequence[tuple[int, str]], calendar: Callable[[int, str, str], bytes]
) -> Iterator[Lie]:
    """A line of a text that says something else, or isn't there; one of each beginning."""
    seen = set[str]()
    for number, value in found:
        texts = value.split("\\n")
        for place, escaped in enumerate(texts):
            text = escaped.replace("\\", "")
            known = BEGINNING.match(text)
            name = f"DESCRIPTION {known[0].strip(' .') if known else text[:12]}".rstrip()
            if text and name not in seen and not NOTE.fullmatch(text):
                seen.add(name)
                for new in ([f"{escaped} x"], [])[: len(texts)]:
                    changed = "\\n".join([*texts[:place], *new, *texts[place + 1 :]])
                    yield name, partial(calendar, number, value, changed)


LIES: Mapping[str, Callable[[bytes, int], Iterator[Lie]]] = MappingProxyType(
    {".csv": csv_lies, ".json": json_lies, ".ics": ics_lies}
)
