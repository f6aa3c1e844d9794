"""Files that are no scenario at all: one clear line each, quickly, and never a traceback."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path

import pytest

from runtall.scenario import ScenarioFaults, read_scenario

HEAD = "race_date: 2027-04-25\nruns: {week: {mon: easy, sat: long}}\n"
NO_KEYS = "; wanted are keys and values, such as race_date: 2027-04-25"
EMPTY = f"1:1: the file is empty{NO_KEYS}"
DEEP = "nested more than 12 levels deep"
MANY = "more than 30000 keys and values"

COLUMN = "; what belongs together begins in one column"
NO_SCENARIOS = [
    (b"", EMPTY),
    (b"\xef\xbb\xbf", EMPTY),
    (b"# only a comment\n", EMPTY),
    (b"---\n", EMPTY),
    (b"null\n", f"1:1: the file holds a single value{NO_KEYS}"),
    (b"hello\n", f"1:1: the file holds a single value{NO_KEYS}"),
    (b"- a\n", f"1:1: the file holds a list{NO_KEYS}"),
    (b"a: 1\n---\nb: 2\n", "2:1: a second document begins here; a file holds one"),
    (b"race_date:\n\tx: 1\n", "2:1: a tab can't indent YAML; use spaces"),
    (b"a: [1, 2\nb: 3\n", "2:2: this is not YAML: expected ',' or ']', but got ':'"),
    (b"a: b: c\n", "1:5: a second colon in one line; put the value into quotes, or its keys "
     "below it"),
    (b"race_date 2027-04-25\nruns:\n  week: {mon: easy}\n",
     '1:1: no colon in this line; did you mean "race_date: 2027-04-25"?'),
    (b"name: x\n\nrace_date 2027-04-25\n# runs\nruns: y\n",
     '3:1: no colon in this line; did you mean "race_date: 2027-04-25"?'),
    (b"race_date: 2027-04-25\nruns\n  week: {mon: easy}\n",
     '2:1: no colon in this line; did you mean "runs:"?'),
    (b"runs:\n  week: {mon: easy}\n  file x.csv\nname: x\n",
     '3:3: no colon in this line; did you mean "file: x.csv"?'),
    (b"weeks:16\nname: x\n", '1:1: no blank behind the colon; did you mean "weeks: 16"?'),
    (b"a:\n  off: [1]\n   mon: 30\n", f"3:4: indented by 3, the line above by 2{COLUMN}"),
    (b"a:\n    b: 1\n  c: 2\n", f"3:3: indented by 2, the line above by 4{COLUMN}"),
    (b"a: 1\n\n  b: 2\n", f"3:3: indented by 2, the line above by 0{COLUMN}"),
    (b" a: 1\nb: 2\n", f"2:1: indented by 0, the line above by 1{COLUMN}"),
    (b"x:\n  - a\n  b: 1\n", "3:3: an item of a list and a key stand below each other; "
     "indent what belongs to the other"),
    (b'a: "x\n', "2:1: this is not YAML: found unexpected end of stream"),
    (b"a: *x\n", "1:4: this is not YAML: found undefined alias 'x'"),
    (b"name: \xff\n", "1:7: the byte 0xff is not UTF-8; save it as UTF-8"),
    (b"weeks: 9\nname: caf\xe9\n", "2:10: the byte 0xe9 is not UTF-8; save it as UTF-8"),
    (b"\xff\xfea\x00", "1:1: the file is UTF-16 text; save it as UTF-8"),
    (b"a\x00:\x00 \x001\x00", "1:1: the file is UTF-16 text; save it as UTF-8"),
    (b"a: \x00\n", "1:4: the character U+0000 has no place in a text file"),
    (b"weeks: 9\nname: a\x07\n", "2:8: the character U+0007 has no place in a text file"),
    (bytes(range(1, 32)), "1:1: the character U+0001 has no place in a text file"),
    (b"[" * 50_000, f"1:13: {DEEP}"),
    (b"{a: " * 20_000, f"1:46: {DEEP}"),
    (b"- " * 40_000, f"1:25: {DEEP}"),
    (HEAD.encode() + b"name: [" + b"a," * 40_000 + b"]", f"3:59982: {MANY}"),
    (b"x" * 1_000_001, "1:1: larger than 1 MB, the most that is read here"),
    (b"a: " + b"x" * 100_000, "1:1: the line is longer than 100000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), NO_SCENARIOS)
def test_one_line(complaints, content, expected):
    start = time.process_time()
    assert complaints(content) == [f"scenario.yaml:{expected}"]
    assert time.process_time() - start < 10


def test_no_file(tmp_path):
    for path, message in {
        tmp_path / "nix.yaml": "there is no such file",
        tmp_path: "this is a folder; name a file in it",
        Path("nul\0byte.yaml"): "can't be read: embedded null byte",
    }.items():
        with pytest.raises(ScenarioFaults) as caught:
            read_scenario(path)
        assert caught.value.faults[0].message == message
        assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "locked.yaml"
    path.write_text(HEAD)
    path.chmod(0)
    with pytest.raises(ScenarioFaults, match="can't be read: Permission denied"):
        read_scenario(path)


def test_aliases_and_merge_keys_work(read):
    scenario = read("""\
race_date: 2027-04-25
runs:
  week: &usual
    mon: &jog {kind: easy, km: 8}
    tue: *jog
    sat: long
  weeks:
    9: {<<: *usual, sat: easy}
    10: {<<: [{mon: rest}, *usual], tue: rest}
""")
    runs, calendar = scenario.request.runs, scenario.request.calendar
    monday, tuesday, *_, saturday, _ = calendar.days(9)
    assert runs[monday] == runs[tuesday] != runs[saturday]
    assert runs[saturday][0].kind == "easy"
    assert [runs[day] for day in calendar.days(10)][:2] == [(), ()]


BOMBS = [
    ("a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(['*' + old] * 10)}]\n" for old, new in pairwise("abcdefg")),
     f"{MANY} once aliases are expanded"),
    ("a: &a {x: 1}\n" + "".join(
        f"{new}: &{new} {{<<: [{', '.join(['*' + old] * 10)}]}}\n"
        for old, new in pairwise("abcdefg")),
     f"{MANY} once aliases are expanded"),
    ("strength: &a {fix: [*a]}\n", DEEP),
    ("strength: &a {<<: [*a, *a, *a, *a]}\n", f"{MANY} once aliases are expanded"),
    ("strength: &a [*a, *a]\n", DEEP),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "message"), BOMBS)
def test_aliases_that_explode(complaints, tail, message):
    start = time.process_time()
    lines = complaints(HEAD + tail)
    assert lines[-1].endswith(f": {message}")
    assert time.process_time() - start < 10


ODD_KEYS = [
    ("weeks: 9\nweeks: 10\n", "4:1: weeks: given twice; the first stands in line 3"),
    ("name: !!python/object:os.system x\n",
     '3:7: name: the tag "tag:yaml.org,2002:python/object:os.system" means nothing here'),
    ("name: !secret x\n", '3:7: name: the tag "!secret" means nothing here'),
    ("athlete: !x {}\n", '3:10: athlete: the tag "!x" means nothing here'),
    ("? [a, b]\n: 3\n", "3:3: a key is a word or a date, not a list or a mapping"),
    ("athlete: {<<: 3}\n", "3:11: athlete: << merges a mapping, or a list of mappings, by an "
     "alias"),
    (f"{'k' * 100}: 1\n", f"3:1: {'k' * 57}...: there is no such key; allowed: name, race_date, "
     "weeks, starts, week_starts, timezone, id, units, runs, phases, availability, athlete, "
     "equipment, strength, rules, output, solver"),
    ('"a\\nb": 1\n', "3:1: a\\u000ab: there is no such key; allowed: name, race_date, weeks, "
     "starts, week_starts, timezone, id, units, runs, phases, availability, athlete, "
     "equipment, strength, rules, output, solver"),
]  # fmt: skip


@pytest.mark.parametrize(("tail", "expected"), ODD_KEYS)
def test_odd_keys_and_tags(complaints, tail, expected):
    lines = complaints(HEAD + tail)
    assert lines == [f"scenario.yaml:{expected}"]


def test_yaml_1_2_words_and_what_1_1_made_of_them(read):
    for text in (HEAD, "%YAML 1.1\n---\n" + HEAD):
        scenario = read(text + "availability: {mon: off, off: [2027-04-13]}\nname: on\n")
        assert scenario.publication.name == "on"
        free = [access.free for access in scenario.request.access]
        assert free[-14:-7] == [False, False, True, True, True, True, True]


def test_a_bom_and_windows_line_ends_are_fine(read):
    plain = read(HEAD)
    assert read(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode()).sha256 == plain.sha256


def test_a_key_without_a_value_counts_as_left_out(read):
    text = HEAD + "athlete:\nstrength:\n  minutes:\nname: ~\navailability: {mon: }\n"
    assert read(text).sha256 == read(HEAD).sha256


@pytest.mark.parametrize("name", ["plan.ics", "plan.CSV", "plan.xlsx", "feed"])
def test_a_run_plan_in_place_of_a_scenario_says_what_to_type(tmp_path, name):
    path = tmp_path / name
    path.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    with pytest.raises(ScenarioFaults) as caught:
        read_scenario(path)
    (fault,) = caught.value.faults
    assert "this is no scenario" in fault.message
    assert f"runtall new --runs {path}, then: runtall solve runtall.yaml" in fault.message


def test_a_file_that_is_not_there_is_no_run_plan(tmp_path):
    with pytest.raises(ScenarioFaults, match="there is no such file"):
        read_scenario(tmp_path / "plan.csv")
