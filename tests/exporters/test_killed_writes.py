"""Runs that are killed while they write: nothing is lost, and the next run leaves nothing."""

from __future__ import annotations

import itertools
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from runtall.exporters import files
from runtall.exporters.files import alone_in, write_all
from runtall.exporters.folder import is_mixed, tidy, unfinished
from tests.exporters.killed import KILLED, NEW

OLD = {name: data.replace(b"new", b"old") for name, data in NEW.items() if name != "plan.md"}
POINTS = 90

pytestmark = pytest.mark.skipif(files.fcntl is None, reason="no such locks here")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(("before", "least"), [(OLD, 50), ({}, 30)], ids=["again", "at first"])
def test_wherever_a_write_ends_the_next_run_finds_one_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, bytes], least: int
) -> None:
    monkeypatch.setattr(files.os, "fsync", lambda handle: None)
    folders = [tmp_path / str(point) for point in range(POINTS)]
    for folder in folders:
        folder.mkdir()
        for name, data in before.items():
            (folder / name).write_bytes(data)
    command = [sys.executable, "-m", "tests.exporters.killed", tmp_path]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    ends = dict(line.split() for line in ran.stdout.splitlines())
    assert sum(int(code) == KILLED for code in ends.values()) >= least
    mixed_ones = 0
    for folder in folders:
        assert ends[folder.name] in {"0", str(KILLED)}
        mixed = is_mixed(unfinished(folder))
        mixed_ones += mixed
        assert mixed == any("two plans" in line for line in tidy(folder))
        found = contents(folder)
        assert not [name for name in found if name.startswith(".")]
        records = {name: data for name, data in found.items() if name in OLD}
        assert records.keys() >= before.keys()
        if before:
            assert len({data[-3:] for data in records.values()}) == 1
        write_all(folder, NEW)
        assert contents(folder) == NEW
    assert bool(mixed_ones) == bool(before)


def test_what_others_left_stays(tmp_path: Path) -> None:
    names = [".plan.ics.swp", ".notes.doc.abcdefgh.tmp", ".plan.ics.abcdefgh.tmp2", "plan.ics.tmp"]
    for name in names:
        (tmp_path / name).write_text("mine")
    mine = tmp_path / ".plan.csv.abcdefgh.tmp"
    mine.write_text("left")
    assert tidy(tmp_path) == [
        f"{tmp_path}: removed what a run that was killed left: .plan.csv.abcdefgh.tmp"
    ]
    assert sorted(contents(tmp_path)) == sorted(names)
    assert tidy(tmp_path) == []


def test_only_one_writes_into_a_folder_at_a_time(tmp_path: Path) -> None:
    folder, spans = tmp_path / "plans" / "jo", []

    def write() -> None:
        with alone_in(folder):
            begin = time.monotonic()
            time.sleep(0.05)
            write_all(folder, NEW)
            spans.append((begin, time.monotonic()))

    threads = [Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spans.sort()
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert contents(folder) == NEW


def test_a_folder_that_was_made_for_nothing_goes_again(tmp_path: Path) -> None:
    def fails() -> None:
        with alone_in(tmp_path / "plans" / "jo"):
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    assert not list(tmp_path.iterdir())
