"""The reference page: every example is run, every name is there, every function has an example."""

from __future__ import annotations

import doctest
import re
import shutil
from ast import literal_eval
from contextlib import chdir
from pathlib import Path
from unittest.mock import patch

import pytest

pytest.importorskip("matplotlib")

import runtall as rt
from tests.readmes import ROOT, Page
from tests.solve.once import solve_once

PAGE = Page(ROOT / "notebooks" / "reference.md")
EXAMPLES = "".join(block.text for block in PAGE.blocks if block.language == "pycon")
FUNCTIONS = [name for name in rt.__all__ if name.islower() and name not in {"frames", "plots"}]
CALLS = [
    *(f"rt.{name}(" for name in FUNCTIONS),
    *(f"rt.frames.{name}(" for name in rt.frames.__all__ if name.islower()),
    *(f"rt.plots.{name}(" for name in rt.plots.__all__),
    *(".with_(", ".table(", ".sessions("),
]
KEYS = dict(re.findall(r"^\| `(\w+)` \| [^|]* \| `([^`]*)`", PAGE.text, re.MULTILINE))
"""The first example of each key of a scenario."""


def test_examples_give_what_they_show(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scenarios", tmp_path / "scenarios")
    test = doctest.DocTestParser().get_doctest(PAGE.text, {}, PAGE.name, str(PAGE.path), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    with chdir(tmp_path), patch("runtall.solve.planner.solve", solve_once):
        failed, tried = runner.run(test, out=told.append)
    assert not failed, "".join(told)
    assert tried > len(CALLS)


@pytest.mark.parametrize(("key", "example"), KEYS.items())
def test_examples_of_keys_are_allowed(key: str, example: str) -> None:
    week = {"mon": "easy", "tue": "workout", "wed": "easy", "thu": "easy", "sat": "long"}
    least = {"race_date": "2027-04-25", "runs": {"week": week, "weeks": {8: {"sat": "rest"}}}}
    value = literal_eval(example.replace("{...}", repr(week)))
    assert rt.scenario(least | {"weeks": 8, key: value})


@pytest.mark.parametrize("call", CALLS)
def test_every_function_has_an_example(call: str) -> None:
    assert call in EXAMPLES


@pytest.mark.parametrize("name", rt.__all__)
def test_every_name_is_told(name: str) -> None:
    assert re.search(rf"\b{name}\b", PAGE.prose), name
