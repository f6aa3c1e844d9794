"""Folders that can't be written: exit code 2, and everything stays as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from runtall.exporters import files, folder
from runtall.exporters.folder import FILES
from tests.cli.conftest import Write
from tests.cli.run import Ran, runtall

OLD = {
    "plan.ics": b"BEGIN:VCALENDAR\r\nPRODID:-//runtall//strength plan//EN\r\nEND:VCALENDAR\r\n",
    "plan.csv": b"\xef\xbb\xbfsession_id;date;session;exercise;sets\r\n",
    "plan.json": b'{"format": "runtall-plan", "format_version": 0}',
}
"""What an older version, or a spreadsheet, may have left of a plan."""
FOREIGN = {
    "plan.ics": b"BEGIN:VCALENDAR\r\nPRODID:-//a coach//EN\r\nEND:VCALENDAR\r\n",
    "plan.csv": b"date,session,exercise,sets\n2027-01-04,evening,bench press,3\n",
    "plan.json": b'{"format": "business-plan"}',
}
FILE = "is a file, not a folder"


@pytest.fixture
def scenario(write: Write) -> Path:
    return write()


@pytest.fixture
def old_plan(scenario: Path) -> Path:
    """A folder in which a plan lies already."""
    folder = Path("old")
    folder.mkdir()
    for name, data in OLD.items():
        (folder / name).write_bytes(data)
    return folder


def assert_refused(ran: Ran, complaint: str) -> None:
    assert (ran.code, ran.out, ran.err) == (2, "", f"{complaint}\n")


def assert_untouched(folder: Path) -> None:
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == OLD


def test_a_file_where_the_folder_should_be(scenario: Path) -> None:
    Path("taken").write_bytes(b"taken")
    assert_refused(runtall("solve", scenario, "-o", "taken"), f"taken: {FILE}")
    assert_refused(runtall("solve", scenario, "-o", "taken/deeper/still"), f"taken: {FILE}")
    assert Path("taken").read_bytes() == b"taken"


def test_the_default_folder_may_be_taken_too(scenario: Path) -> None:
    Path("plans").write_bytes(b"taken")
    assert_refused(runtall("solve", scenario), f"plans: {FILE}")


def test_it_is_found_out_before_the_long_work(
    scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runtall.solve.planner.solve", lambda *_: pytest.fail("solved"))
    Path("taken").write_bytes(b"taken")
    assert_refused(runtall("solve", scenario, "-o", "taken"), f"taken: {FILE}")


def test_a_folder_that_is_there_is_not_said_to_be_missing(
    scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some folders of a system take no files, and say that there are none."""

    def probe(**_: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(folder, "TemporaryFile", probe)
    Path("system").mkdir()
    assert_refused(runtall("solve", scenario, "-o", "system/plan"), "system: takes no files")


@pytest.mark.parametrize("place", ["taken", "taken/deeper"])
def test_models_into_a_file(scenario: Path, old_plan: Path, place: str) -> None:
    Path("taken").write_bytes(b"taken")
    ran = runtall("solve", scenario, "-o", old_plan, "--export-model", place)
    assert_refused(ran, f"taken: {FILE}")
    assert Path("taken").read_bytes() == b"taken"
    assert_untouched(old_plan)


def test_a_folder_where_a_model_should_be(scenario: Path, old_plan: Path) -> None:
    Path("models/stage-1.pb").mkdir(parents=True)
    ran = runtall("solve", scenario, "-o", old_plan, "--export-model", "models")
    assert_refused(ran, "models/stage-1.pb: is a folder, not a file")
    assert_untouched(old_plan)


@pytest.mark.parametrize("name", FILES)
def test_a_folder_where_a_file_should_be(scenario: Path, old_plan: Path, name: str) -> None:
    (old_plan / name).unlink()
    (old_plan / name).mkdir()
    ran = runtall("solve", scenario, "-o", old_plan)
    assert_refused(ran, f"old/{name}: is a folder, not a file")
    others = [path for path in old_plan.iterdir() if path.name != name]
    assert len(others) == 2
    assert all(path.read_bytes() == OLD[path.name] for path in others)


def test_a_disk_that_is_full(
    scenario: Path, old_plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def sync(handle: int) -> None:
        written.append(handle)
        # The table that was there is kept, then three records are written.
        if len(written) == 4:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", sync)
    ran = runtall("solve", scenario, "-o", old_plan)
    assert_refused(ran, "old/plan.csv: no space left on device")
    assert_untouched(old_plan)


def test_a_name_that_is_too_long(scenario: Path) -> None:
    ran = runtall("solve", scenario, "-o", "x" * 300)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("too long\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do anything")
def test_a_folder_that_is_read_only(scenario: Path, old_plan: Path) -> None:
    old_plan.chmod(0o500)
    try:
        ran = runtall("solve", scenario, "-o", old_plan)
        assert (ran.code, ran.out) == (2, "")
        assert_untouched(old_plan)
    finally:
        old_plan.chmod(0o700)


@pytest.mark.parametrize(
    "fault",
    ["weeks: many", "strength: {fix: [{session: D2, day: fri}]}"],
    ids=["bad", "impossible"],
)
def test_an_older_plan_outlives_a_bad_scenario(old_plan: Path, write: Write, fault: str) -> None:
    ran = runtall("solve", write(fault), "-o", old_plan)
    assert ran.code in {2, 3}
    assert_untouched(old_plan)


def test_a_good_scenario_replaces_an_older_plan(scenario: Path, old_plan: Path) -> None:
    (old_plan / "plan.csv").write_bytes(b"")
    assert runtall("solve", scenario, "-o", old_plan, "-q").code == 0
    assert runtall("check", old_plan / "plan.ics", scenario).code == 0
    assert sorted(path.name for path in old_plan.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("data", [None, b"what I plan", b"\xff\xfe\x00"])
def test_files_of_others_are_left_alone(
    scenario: Path, name: str, data: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runtall.solve.planner.solve", lambda *_: pytest.fail("solved"))
    (theirs := Path("theirs")).mkdir()
    (theirs / name).write_bytes(data or FOREIGN[name])
    ran = runtall("solve", scenario, "-o", theirs)
    complaint = "was not written by runtall and would be lost; move it away, or choose another"
    assert_refused(ran, f"theirs/{name}: {complaint} folder with -o")
    assert [path.read_bytes() for path in theirs.iterdir()] == [data or FOREIGN[name]]


@pytest.mark.parametrize("option", ["--output", "--export-model"])
@pytest.mark.parametrize("nothing", ["", " "])
def test_a_folder_has_a_name(scenario: Path, option: str, nothing: str) -> None:
    ran = runtall("solve", scenario, option, nothing)
    assert (ran.code, ran.out) == (2, "")
    assert "a folder has a name; this one, where you are, is ." in ran.err
    assert [path.name for path in Path.cwd().iterdir()] == [scenario.name]
