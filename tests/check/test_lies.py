"""Every field of every record: a lie that stands alone is found, whatever field is added.

The fields come from the files themselves: a new column, key or property is tested the day it is
written. What is free is what the README of the exporters says.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from runtall.check.violations import violations
from runtall.domain.scenario import Scenario
from runtall.exporters.columns import COLUMNS
from runtall.exporters.plan_json_parts import SOLVERS
from runtall.exporters.records import RECORDS, compared
from runtall.exporters.unreadable import UnreadablePlan
from tests.check.plans import solved
from tests.readmes import ROOT

NAME = "only-tuesday-friday"
FREE = {column.name for column in COLUMNS if column.by_hand}
# What calendar programs write themselves, or a runner chooses there.
PROGRAMS = {
    "PRODID", "COLOR", "CREATED", "DTSTAMP", "LAST-MODIFIED", "X-WR-CALNAME", "X-WR-CALDESC",
    "BEGIN", "END", "TZID", "RRULE", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "X-RUNTALL-NOTES",
}  # fmt: skip
Lie = tuple[str, bytes]


def wrong(text: str) -> list[str]:
    """Values that no edit of a free field would leave there."""
    if text in {"true", "false"}:
        return [{"true": "false", "false": "true"}[text]]
    if re.fullmatch(r"[0-9.]+", text):
        return ["0" if text != "0" else "3", f"{text}9"]
    return [f"{text} x".strip(), "zz"]


def csv_lies(data: bytes) -> Iterator[Lie]:
    head, *rows = csv.reader(io.StringIO(data.decode()))
    for place, name in enumerate(head):
        full = next((number for number, row in enumerate(rows) if row[place]), 0)
        for value in () if name in FREE else wrong(rows[full][place]):
            table = [head, *(list(row) for row in rows)]
            table[full + 1][place] = value
            text = io.StringIO()
            csv.writer(text).writerows(table)
            yield name, text.getvalue().encode()


def paths(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from paths(inner, (*path, key))
    elif isinstance(node, list) and node:
        yield from paths(node[0], (*path, 0))
    else:
        yield path


def json_lies(data: bytes) -> Iterator[Lie]:
    for path in paths(json.loads(data)):
        name = path[-1] if isinstance(path[-1], str) else path[-2]
        if path[0] in SOLVERS or (path[0] in {"sessions", "mobility"} and name in FREE - {"note"}):
            continue
        if path[-3:-1] == ("entries", 0) and name == "note":
            continue
        document = json.loads(data)
        node = document
        for key in path[:-1]:
            node = node[key]
        values = wrong(json.dumps(node[path[-1]]).strip('"'))
        for value in values[:1] if path[0] in {"scenario", "texts", "mobility_items"} else values:
            node[path[-1]] = int(value) if value.isdecimal() else value
            yield ".".join(map(str, path)), json.dumps(document).encode()


def ics_lies(data: bytes) -> Iterator[Lie]:
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    seen: Counter[str] = Counter()
    for number, line in enumerate(lines):
        name, _, value = line.partition(":")
        name = name.partition(";")[0]
        seen[name] += 1
        if name in PROGRAMS or not value or seen[name] > 4:
            continue
        for text in ["-1"] if name == "SEQUENCE" else wrong(value):
            changed = [*lines[:number], line.replace(f":{value}", f":{text}"), *lines[number + 1 :]]
            yield name, "\r\n".join(changed).encode()


LIES = {".csv": csv_lies, ".json": json_lies, ".ics": ics_lies}


def found(suffix: str, data: bytes, scenario: Scenario) -> bool:
    try:
        labels = compared(RECORDS[suffix], data, scenario)
    except UnreadablePlan:
        return True
    return bool(labels.wrong or violations(scenario.problem, labels.plan))


@pytest.mark.parametrize("suffix", RECORDS)
def test_a_lone_lie_is_found_in_every_field(
    suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answer = solved(NAME, tmp_path_factory)
    data = next(path for path in answer.paths if path.suffix == suffix).read_bytes()
    assert not found(suffix, data, answer.scenario)
    told: Counter[str] = Counter()
    missed: list[str] = []
    for name, lie in LIES[suffix](data):
        told[name] += 1
        if not found(suffix, lie, answer.scenario):
            missed.append(name)
    share = 100 - 100 * len(missed) / told.total()
    print(f"{suffix}: {share:.1f} % of {told.total()} lies in {len(told)} fields found")
    assert missed == []


def test_the_readme_says_what_is_free() -> None:
    text = (ROOT / "src/runtall/exporters/README.md").read_text("utf-8")
    rows = re.findall(r"^\| (`[a-z_`, 0-9]+`) \|.*\| (.*?) \|$", text, re.MULTILINE)
    told = {
        name: "free" in by_hand for names, by_hand in rows for name in re.findall(r"[a-z_]+", names)
    }
    assert {column.name: bool(column.by_hand) for column in COLUMNS} == told
