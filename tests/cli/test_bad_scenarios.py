"""Scenarios that can't be used: one line per fault with its place, exit code 2, nothing else.

What each fault says is told in ``tests/scenario``; here it is the whole way to the terminal.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import RUNS, Write
from tests.cli.run import Ran, runtall

PLACE = re.compile(r"scenario\.yaml:[0-9]+:[0-9]+: \S")
EXPLODING = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)
WRONG = {
    "wrong types": (
        "weeks: many\nathlete: [1]\nstrength: {minutes: [40]}\n",
        ["weeks: ", "athlete: ", "strength.minutes: "],
    ),
    "unknown keys": (
        "atlete: {}\nstrength: {minuts: 40}\n",
        ['did you mean "athlete"?', 'did you mean "minutes"?'],
    ),
    "impossible dates": (
        "availability: {off: [2027-02-30, 2027-13-01]}\n",
        ["2027-02-30", "2027-13-01"],
    ),
    "impossible values": (
        "availability: {tue: {minutes: 400}}\nathlete: {signs: {torso_twists: 9}}\n",
        ["availability.tue.minutes: 400 is more than", "athlete.signs.torso_twists: 9"],
    ),
    "keys given twice": ("weeks: 9\nweeks: 10\n", ["weeks: given twice"]),
    "contradicting wishes": (
        "strength: {fix: [{session: D1, day: tue}], ban: [{day: tue}]}\n",
        ["D1 on tue is ruled out"],
    ),
    "a rule that is never off": (
        "rules: {rest-before-long-run: off, R999: off}\n",
        ["rest-before-long-run", "R999"],
    ),
    "times without a zone": ("availability: {mon: {from: '18:00'}}\n", ["timezone"]),
}
RUN_FAULTS = {
    "a run outside the plan": ("days: {2020-01-01: easy}", ["2020-01-01"]),
    "another race": ("days: {2027-04-18: race}", ["race"]),
    "no race on race day": ("days: {2027-04-25: easy}", ["2027-04-25"]),
    "an unknown kind": ("days: {2027-04-18: marzipan}", ["marzipan"]),
    "a week and a file": ("file: nowhere.csv", ["runs.file: given beside week"]),
}
WHOLE = "race_date: 2027-09-26\nruns:\n  week: {tue: easy, thu: workout, sun: long}\n"
NO_SCENARIO = {
    "nothing": (b"", "the file is empty"),
    "binary": (bytes(range(256)) * 40, "is not UTF-8"),
    "ten megabytes of junk": (b"x: y\n" * 2_000_000, "larger than 1 MB"),
    "exploding aliases": (EXPLODING.encode(), "once aliases are expanded"),
    "a list": (b"- race_date\n", "the file holds a list"),
    "not YAML": (b"a: [1\nb: 2\n", "this is not YAML"),
    "UTF-16": ("race_date: 2027-04-25".encode("utf-16"), "save it as UTF-8"),
    "whole, in UTF-16": (WHOLE.encode("utf-16"), "save it as UTF-8"),
    "whole, in UTF-16 that doesn't say so": (WHOLE.encode("utf-16-be"), "save it as UTF-8"),
}
USES = (
    ["solve", "scenario.yaml"],
    ["solve", "scenario.yaml", "--json"],
    ["rules", "scenario.yaml"],
)


def assert_only_faults(ran: Ran, words: list[str]) -> None:
    """One line for each fault, each with its place, and nothing else anywhere; so for machines."""
    assert ran.code == 2
    lines = ran.err.splitlines()
    if ran.out:
        machine = json.loads(ran.out)
        assert machine["status"] == "INVALID"
        for fault, line in zip(machine["faults"], lines, strict=True):
            words_there = "{file}:{line}:{column}: {key}: {message}".format_map(fault)
            hint = f'; did you mean "{fault["suggestion"]}"?' if fault["suggestion"] else ""
            assert f"{words_there}{hint}".startswith(line.removesuffix("..."))
    assert all(PLACE.match(line) for line in lines), ran.err
    for word in words:
        assert any(word in line for line in lines), (word, ran.err)
    assert len(lines) == len(words), ran.err
    assert not Path("plans").exists()
    assert not Path("out").exists()


@pytest.mark.parametrize("use", USES, ids=" ".join)
@pytest.mark.parametrize("wrong", WRONG)
def test_every_fault_has_its_line(wrong: str, use: list[str], write: Write) -> None:
    text, words = WRONG[wrong]
    write()
    Path("scenario.yaml").write_text(RUNS + text, encoding="utf-8")
    ran = runtall(*use)
    assert_only_faults(ran, words)
    assert bool(ran.out) == ("--json" in use)


@pytest.mark.parametrize("wrong", RUN_FAULTS)
def test_every_fault_of_the_runs_has_its_line(wrong: str, write: Write) -> None:
    more, words = RUN_FAULTS[wrong]
    write()
    Path("scenario.yaml").write_text(f"{RUNS}  {more}\n", encoding="utf-8")
    assert_only_faults(runtall("solve", "scenario.yaml"), words)


@pytest.mark.parametrize("wrong", NO_SCENARIO)
def test_what_is_no_scenario_at_all(wrong: str, write: Write) -> None:
    data, words = NO_SCENARIO[wrong]
    write()
    Path("scenario.yaml").write_bytes(data)
    assert_only_faults(runtall("solve", "scenario.yaml", "-o", "out"), [words])


def test_a_missing_file_and_a_folder(write: Write) -> None:
    ran = runtall("solve", "scenario.yaml")
    assert_only_faults(ran, ["there is no such file"])
    Path("scenario.yaml").mkdir()
    assert_only_faults(runtall("solve", "scenario.yaml"), ["this is a folder"])


def test_check_complains_about_the_scenario_too(write: Write) -> None:
    write("weeks: many")
    ran = runtall("check", "nowhere.csv", "scenario.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert all(PLACE.match(line) for line in ran.err.splitlines())


def test_a_bad_setting_of_the_environment(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = write()
    for value in ("yesterday", "1e9", "99999999999999999", "-99999999999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
        ran = runtall("solve", scenario, "-o", "out")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "SOURCE_DATE_EPOCH: is no number of seconds since 1970\n"
        assert not Path("out").exists()
