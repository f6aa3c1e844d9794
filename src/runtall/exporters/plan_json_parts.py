"""What a ``plan.json`` says, object by object, for comparing it with the one that would be."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.columns import FREE
from runtall.exporters.fields import day_of
from runtall.exporters.parts import PLAN, Key, Part, Parts, numbered
from runtall.exporters.plan_json import MOST_PARTS

# The solver's word, of which only the form is checked.
SOLVERS = ("parameters", "versions", "run")


def json_parts(document: Mapping[str, Any], problem: Problem) -> Parts:
    """Return the objects of a document that was read, without what is anybody's to write."""
    return numbered(_objects(document, problem))


def _objects(document: Mapping[str, Any], problem: Problem) -> Iterator[tuple[Key, Part]]:
    lists = ("sessions", MOBILITY)
    whole = {name: value for name, value in document.items() if name not in (*lists, *SOLVERS)}
    yield PLAN, Part("", Flat(whole))
    for place, session in enumerate(document["sessions"]):
        day, kind = day_of(session["date"], problem), session["session"]
        where = f"sessions[{place}]"
        own = {name: value for name, value in session.items() if name not in ("date", "entries")}
        yield Key(day, kind), Part(where, Flat(own))
        for number, entry in enumerate(session["entries"]):
            own = {name: value for name, value in entry.items() if name not in FREE}
            item = f"{entry['position']} {entry['exercise']}"
            yield Key(day, kind, item), Part(f"{where}.entries[{number}]", Flat(own))
    for place, add_on in enumerate(document[MOBILITY]):
        own = {name: value for name, value in add_on.items() if name != "date"}
        key = Key(day_of(add_on["date"], problem), MOBILITY)
        yield key, Part(f"{MOBILITY}[{place}]", Flat(own))


class Flat(Mapping[str, str]):
    """What an object says by path, as text; worked out only where something differs."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Flat) and self._value == other._value

    @cached_property
    def _texts(self) -> dict[str, str]:
        return dict(_flat("", self._value))

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each value with its path; an empty list or object is a value, too."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _flat(f"{path}.{name}".removeprefix("."), inner)
    elif isinstance(value, list) and value:
        for place, inner in enumerate(value[:MOST_PARTS]):
            yield from _flat(f"{path}[{place}]", inner)
        if len(value) > MOST_PARTS:
            yield f"{path}[{MOST_PARTS}]", "more than any plan has"
    else:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        yield path, json.dumps(value, ensure_ascii=False)
