"""Run plan files that can't be read at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtall.importers import load_runs
from runtall.importers.long_csv import read_long_csv

GIVE = "give a .csv with the columns date, kind, title, km, mi, min, at, optional"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ics", b"x", f"reading .ics run plans comes with a later version; {GIVE}"),
        ("a.yaml", b"x", f"reading .yaml run plans comes with a later version; {GIVE}"),
        ("a.YML", b"x", f"reading .yml run plans comes with a later version; {GIVE}"),
        ("a.json", b"x", f"reading .json run plans comes with a later version; {GIVE}"),
        ("a.xlsx", b"x", f".xlsx is no known kind of run plan file; {GIVE}"),
        ("a", b"x", f"a name without an ending is no known kind of run plan file; {GIVE}"),
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b"\n \n", "the file is empty"),
        ("a.csv", b"date,kind\n", "there are no runs below the header"),
        ("a.csv", b"date,kind\n2027-03-01,\xff\n", "line 2 is not UTF-8; save the file as UTF-8"),
        ("a.csv", b"\xff\xfed\x00", "this is UTF-16 text; save it as UTF-8"),
        ("a.csv", b"date\0kind\n", "this is no text file"),
        ("a.csv", b"x" * 5_000_001, "larger than 5 MB; a run plan has a few thousand bytes"),
        ("a.csv", b'date,"' + b"x" * 200_000 + b'"\n',
         "this is not a table: field larger than field limit (131072)"),
    ],
)  # fmt: skip
def test_one_fault_for_the_whole_file(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    loaded = load_runs(tmp_path / name)
    assert [(one.line, one.message) for one in loaded.faults] == [(0, message)]
    assert loaded.runs == ()


def test_no_file(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    for name, message in {
        "nix.csv": "there is no such file",
        "folder.csv": "this is a folder",
        "nul\0.csv": "can't be read: embedded null byte",
    }.items():
        assert [one.message for one in load_runs(tmp_path / name).faults] == [message]


def test_a_huge_table_ends_soon():
    start = time.monotonic()
    loaded = read_long_csv("date,kind\n" + "2027-03-01,esy\n" * 300_000, lambda title: None)
    assert loaded.faults[-1].message == "more than 5000 rows; this is no run plan"
    assert len(loaded.faults) == 5_001
    assert time.monotonic() - start < 10


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='daetkinm,;\t|"\n\r 2027-031:?x\u2028', max_size=150))
def test_any_table(text):
    for table in (text, "date,kind,km,at\n2027-03-01," + text):
        loaded = read_long_csv(table, lambda title: None)
        assert loaded.runs or loaded.faults
        assert all(one.line >= 0 and one.column >= 1 for one in loaded.faults)
