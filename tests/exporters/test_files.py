"""Files are written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from runtall.exporters import files as files_module
from runtall.exporters.files import CannotWrite, previous, write_all

try:
    import resource
except ImportError:  # Windows
    resource = None

NEW = {"plan.ics": b"new ics", "plan.csv": b"new csv", "plan.json": b"new json"}
OLD = {"plan.ics": b"old ics", "plan.csv": b"old csv"}


def contents(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "plans" / "spring"
    assert write_all(target, NEW) == tuple(target / name for name in NEW)
    assert contents(target) == dict(sorted(NEW.items()))


def test_old_files_are_replaced(folder: Path) -> None:
    write_all(folder, NEW)
    assert contents(folder) == dict(sorted(NEW.items()))


def test_rights_are_the_usual_ones_or_those_of_the_old_file(folder: Path) -> None:
    (folder / "plan.ics").chmod(0o640)
    mask = os.umask(0o022)
    try:
        write_all(folder, NEW)
    finally:
        os.umask(mask)
    assert (folder / "plan.ics").stat().st_mode & 0o777 == 0o640
    assert (folder / "plan.json").stat().st_mode & 0o777 == 0o644


def test_a_link_stays_a_link(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("synced") / "calendar.ics"
    elsewhere.write_bytes(b"old")
    (folder / "plan.ics").unlink()
    (folder / "plan.ics").symlink_to(elsewhere)
    write_all(folder, NEW)
    assert (folder / "plan.ics").is_symlink()
    assert elsewhere.read_bytes() == b"new ics"


@pytest.mark.parametrize("failing", range(3))
def test_a_failure_while_moving_puts_everything_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    real = Path.replace
    calls = iter(range(99))

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".tmp" and next(calls) == failing:
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CannotWrite, match="input/output error"):
        write_all(folder, NEW)
    assert contents(folder) == dict(sorted(OLD.items()))


@pytest.mark.parametrize("failing", range(3))
def test_a_full_disk_leaves_the_old_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    calls = iter(range(99))

    def fsync(handle: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(files_module.os, "fsync", fsync)
    with pytest.raises(CannotWrite) as caught:
        write_all(folder, NEW)
    assert str(caught.value) == f"{folder / list(NEW)[failing]}: no space left on device"
    assert contents(folder) == dict(sorted(OLD.items()))


@pytest.mark.skipif(resource is None, reason="no such limits here")
@pytest.mark.parametrize("size", [150, 20_000, 200_000])
def test_a_file_that_could_be_written_in_part_only_is_gone(folder: Path, size: int) -> None:
    """The buffer fails once more when the file is closed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(CannotWrite, match=r"plan\.csv: file too large"):
            write_all(folder, {"plan.ics": b"new", "plan.csv": b"x" * size})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert contents(folder) == dict(sorted(OLD.items()))


def test_an_interruption_leaves_the_old_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files_module.os, "fsync", fsync)
    with pytest.raises(KeyboardInterrupt):
        write_all(folder, NEW)
    assert contents(folder) == dict(sorted(OLD.items()))


def test_a_folder_in_the_way(folder: Path) -> None:
    (folder / "plan.json").mkdir()
    with pytest.raises(CannotWrite, match=r"plan\.json: is a folder, not a file"):
        write_all(folder, NEW)
    (folder / "plan.json").rmdir()
    assert contents(folder) == dict(sorted(OLD.items()))


def test_a_file_where_the_folder_should_be(folder: Path) -> None:
    with pytest.raises(CannotWrite, match=r"plan\.csv: is a file, not a folder"):
        write_all(folder / "plan.csv", NEW)
    with pytest.raises(CannotWrite):
        write_all(folder / "plan.csv" / "deeper", NEW)
    assert contents(folder) == dict(sorted(OLD.items()))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        with pytest.raises(CannotWrite, match="permission denied"):
            write_all(folder, NEW)
    finally:
        folder.chmod(0o755)
    assert contents(folder) == dict(sorted(OLD.items()))


def test_what_was_there_before(folder: Path) -> None:
    assert previous(folder / "plan.ics") == b"old ics"
    assert previous(folder / "nowhere" / "plan.ics") is None
    assert previous(folder / "plan.csv" / "plan.ics") is None
    (folder / "odd" / "plan.ics").mkdir(parents=True)
    with pytest.raises(CannotWrite, match="is a folder"):
        previous(folder / "odd" / "plan.ics")


WRITER = """
import os, signal, sys
from pathlib import Path
from runtall.exporters import files

def stop(handle):
    print("writing", flush=True)
    signal.pause()

files.os.fsync = stop
files.write_all(Path(sys.argv[1]), {"plan.csv": b"half"})
"""


def test_a_temporary_file_is_abandoned_as_soon_as_its_writer_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        (temporary,) = tmp_path.iterdir()
        assert not files_module.abandoned(temporary)
        writer.kill()
    assert files_module.abandoned(temporary)
