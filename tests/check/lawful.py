"""Edits that anybody may make by hand, by what they change: what the README lists as free."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from types import MappingProxyType
from typing import Any

from tests.check.lies import Lie, spread

# A change of what stands in a free field.
NUMBERS: Mapping[str, float] = MappingProxyType(
    {"sets": 1, "reps": -1, "distance_m": 5, "hold_s": 5, "load_kg": 2, "rir": 1}
)
WORDS = ("note", "done_sets", "done_reps", "done_load", "done_rir", "done_note")


def csv_edits(data: bytes, most: int) -> Iterator[Lie]:
    head, *rows = (
        csv.DictReader(io.StringIO(data.decode())).fieldnames or [],
        *csv.DictReader(io.StringIO(data.decode())),
    )

    def table(change: Callable[[dict[str, str]], dict[str, str] | None]) -> bytes:
        text = io.StringIO()
        writer = csv.DictWriter(text, head)
        writer.writeheader()
        writer.writerows(filter(None, (change(dict(row)) for row in rows)))
        return text.getvalue().encode()

    def cell(row: dict[str, str], name: str, text: str) -> bytes:
        return table(lambda each: each | {name: text} if each == row else each)

    def moved(key: str, days: int) -> bytes:
        return table(
            lambda r: r | {"date": later(r["date"], days)} if r["session_id"] == key else r
        )

    def started(key: str, at: str) -> bytes:
        return table(lambda row: row | {"start": at} if row["session_id"] == key else row)

    sessions = [row for row in rows if row["session"] != "mobility"]
    for name, more in NUMBERS.items():
        for row in spread([row for row in sessions if row[name]], most):
            yield name, partial(cell, row, name, f"{float(row[name]) + more:g}")
    for name in WORDS:
        for row in spread(sessions, most):
            yield name, partial(cell, row, name, "my own word")
    keys = [row["session_id"] for row in rows if "w02" < row["session_id"] < "w15"]
    for key in spread(list(dict.fromkeys(keys)), most):
        for days in (-1, 1):
            yield "date", partial(moved, key, days)
    for row in spread(sessions, most):
        hour = row["start"][:3] or "18:"
        yield "start", partial(started, row["session_id"], f"{hour}50")
    for key in spread([key for key in dict.fromkeys(keys) if "mobility" in key], most):
        yield "deleted", partial(table, lambda row, key=key: row["session_id"] != key and row)


def json_edits(data: bytes, most: int) -> Iterator[Lie]:
    whole = json.loads(data)

    def document(change: Callable[[dict[str, Any]], object]) -> bytes:
        changed = json.loads(data)
        change(changed)
        return json.dumps(changed).encode()

    def entry(place: int, name: str, value: object) -> bytes:
        return document(lambda d: d["sessions"][place]["entries"][0].update({name: value}))

    def moved(kind: str, place: int, days: int) -> bytes:
        there = whole[kind][place]["date"]
        return document(lambda d: d[kind][place].update({"date": later(there, days)}))

    places = range(len(whole["sessions"]))
    for name, more in NUMBERS.items():
        held = [p for p in places if whole["sessions"][p]["entries"][0][name] is not None]
        for place in spread(held, most):
            old = whole["sessions"][place]["entries"][0][name]
            yield name, partial(entry, place, name, old + more)
    for place in spread(places, most):
        yield "note", partial(entry, place, "note", "my own word")
    for kind in ("sessions", "mobility"):
        for place in spread(range(3, len(whole[kind]) - 3), most):
            for days in (-1, 1):
                yield f"{kind}.date", partial(moved, kind, place, days)
    for place in spread(range(len(whole["mobility"])), most):
        yield "deleted", partial(document, lambda d, place=place: d["mobility"].pop(place))


def ics_edits(data: bytes, most: int) -> Iterator[Lie]:
    text = data.decode().replace("\r\n ", "")
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n"
    programs = {
        "stamps": text.replace("\r\nDTSTAMP:20", "\r\nDTSTAMP:19"),
        "sequence": re.sub("\r\nSEQUENCE:[0-9]+", "\r\nSEQUENCE:7", text),
        "method": text.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH"),
        "alarms": text.replace("END:VEVENT", f"{alarm}END:VEVENT"),
        "x-": text.replace("END:VEVENT", "X-APPLE-TRAVEL:AUTO\r\nEND:VEVENT"),
        "line": text.replace("\\nWarm-up", "\\nBring the shoes\\nWarm-up", 1),
        "sets": re.sub(r"\\n1\. ([^:]*): 2 x", r"\\n1. \1: 3 x", text, count=1),
        "reps": re.sub(r"\\n1\. ([^:]*): ([0-9]) x 8 ", r"\\n1. \1: \2 x 9 ", text, count=1),
    }
    for name, changed in programs.items():
        assert changed != text, name
        yield name, partial(changed.encode)
    starts = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", text, re.DOTALL)
    ours = [event for event in starts if re.search("SUMMARY:(Strength|Mobility)", event)][3:-3]
    for event in spread(ours, most):
        yield "when", partial(text.replace(event, _dragged(event)).encode)
        for days in (-1, 1):
            there = re.sub(
                r"(?<=[:])(20[0-9]{6})(?=\r|T[0-9]{6}\r)",
                lambda found, days=days: later(found[1], days).replace("-", ""),
                event.partition("DTSTAMP")[0],
            )
            moved = there + event[len(event.partition("DTSTAMP")[0]) :]
            yield "date", partial(text.replace(event, moved).encode)


def _dragged(event: str) -> str:
    """An all-day event that was given a time of day in a calendar program, or the reverse."""
    (day,) = re.findall("DTSTART[^:]*:([0-9]{8})", event)
    begin, end, transparent, free = f":{day}T210000Z", f":{day}T220000Z", ":OPAQUE", ":BUSY"
    if "DTSTART;VALUE=DATE" not in event:
        begin, end = f";VALUE=DATE:{day}", f";VALUE=DATE:{later(day, 1)}".replace("-", "")
        transparent, free = ":TRANSPARENT", ":FREE"
    values = (begin, end, transparent, free)
    for name, value in zip(("DTSTART", "DTEND", "TRANSP", "BUSYSTATUS"), values, strict=True):
        event = re.sub(f"{name}[;:][^\r]*", f"{name}{value}", event)
    return event


def later(day: str, days: int) -> str:
    return f"{date.fromisoformat(day) + timedelta(days=days)}"


EDITS: Mapping[str, Callable[[bytes, int], Iterator[Lie]]] = MappingProxyType(
    {".csv": csv_edits, ".json": json_edits, ".ics": ics_edits}
)
