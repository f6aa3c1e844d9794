"""``scenarios/README.md``: up to date, complete, and everything in it can be used."""

from __future__ import annotations

import re
import shlex

import pytest

from runtall.documents.yaml import read_yaml
from runtall.scenario import json_schema
from tests.cli.run import runtall
from tests.scenario import reference

TEXT = reference.PAGE.read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
FILE = next(text for _, name, text in BLOCKS if name == "my-runs.csv")


def test_it_is_up_to_date():
    """Else: ``python -m tests.scenario.reference``."""
    assert reference.page(TEXT) == TEXT


def test_every_key_of_the_schema_is_in_it():
    schema = json_schema()
    parts = [schema, *schema["$defs"].values()]
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|$", TEXT.partition(reference.BEGIN)[2], re.MULTILINE)
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
    assert read(example, **{"my-runs_csv": FILE}).problem


@pytest.mark.parametrize("text", [text for kind, _, text in BLOCKS if kind == "yaml"])
def test_snippets_are_parts_of_scenarios(read, text):
    given = read_yaml("snippet", text, "").data
    head = "" if "race_date" in given else "race_date: 2027-04-25\n"
    assert read(head + text, **{"my-runs_csv": FILE}).problem


def test_links_lead_to_headings():
    headings = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) <= set(anchors)


@pytest.mark.parametrize(
    "command", [line for kind, _, text in BLOCKS if kind == "sh" for line in text.splitlines()]
)
def test_commands_run(tmp_path, monkeypatch, command):
    (tmp_path / "my-runs.csv").write_text(FILE)
    (tmp_path / "scenarios").symlink_to(reference.PAGE.parent)
    monkeypatch.chdir(tmp_path)
    assert runtall(*shlex.split(command)[1:]).code == 0
