"""The reference of every key in ``scenarios/README.md``: up to date and complete.

That its commands run and its snippets are read, ``tests/test_readme.py`` shows as of every README.
"""

from __future__ import annotations

import re

import pytest

from runtall.scenario.schema import json_schema
from tests.readmes import page
from tests.scenario import reference

PAGE = page("scenarios/README.md")
FILE = next(block.text for block in PAGE.blocks if block.name == "my-runs.csv")


def test_it_is_up_to_date():
    """Else: ``python -m tests.scenario.reference``."""
    assert reference.page(PAGE.text) == PAGE.text


def test_every_key_of_the_schema_is_in_it():
    schema = json_schema()
    parts = [schema, *schema["$defs"].values()]
    text = PAGE.text.partition(reference.BEGIN)[2]
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|$", text, re.MULTILINE)
    assert sorted(key for key, _ in rows) == sorted(
        key for part in parts for key in part["properties"]
    )
    for key, cells in rows:
        meaning, allowed, _, example = cells.split(" | ")
        assert meaning.strip(), key
        assert allowed, key
        assert example.strip(), key


@pytest.mark.parametrize("example", [reference.METRIC, reference.IMPERIAL])
def test_the_examples_are_scenarios(read, example):
    busy = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n"
    assert read(example, **{"my-runs_csv": FILE, "work_ics": busy}).problem
