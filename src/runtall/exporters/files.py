"""Writing files: all of them whole, or none."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from runtall.domain.special_files import WORDS, is_special
from runtall.errors import Fault, UserError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

ICS = "plan.ics"
# End the names of a plan that is no longer true, and of a table that somebody had filled in.
OUTDATED, FILLED = ".outdated", ".filled"
# Bytes of a record or a rendering: of 53 weeks they are below a million.
LARGEST = 5_000_000
# Seconds to wait for another process that writes into the same folder.
PATIENCE_S = 30.0
# Age at which nobody is at work on a temporary file any more: writing one takes no second.
STALE_S = 600.0
# What an error means for whoever named a file or a folder.
IN_THE_WAY = {
    FileExistsError: "is a file, not a folder",
    IsADirectoryError: "is a folder, not a file",
}


class CannotWrite(UserError):
    """A file can't be written; everything is as it was before.

    Parameters
    ----------
    path
        What could not be written.
    reason
        Why, in words.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(Fault(str(path), 0, 0, "", reason))

    @classmethod
    def loses(cls, path: Path, writer: str = "runtall", otherwise: str = "") -> CannotWrite:
        """Say that a file is in the way that `writer` did not write, and what to do."""
        ways = f"move it away, or choose {otherwise}" if otherwise else "move it away"
        return cls(path, f"was not written by {writer} and would be lost; {ways}")


def write_all(directory: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a directory, which is made if need be.

    Every file is first written beside its place under another name; only when all are there
    do they take their places. A failure leaves earlier files as they were.

    Returns
    -------
    tuple of Path
        The files, in the order given.

    Raises
    ------
    CannotWrite
        If the directory or a file can't be written.
    """
    with naming(directory):
        directory.mkdir(parents=True, exist_ok=True)
    prepared: list[tuple[Path, Path, Path]] = []
    with ExitStack() as held:
        for name, data in files.items():
            path = directory / name
            with naming(path):
                # A linked file stays a link: what it points to is replaced.
                target = Path(os.path.realpath(path))
                if target.is_dir():
                    raise IsADirectoryError
                if is_special(path):
                    raise CannotWrite(path, f"{WORDS}; name a file")
                temporary = _temporary(target, data, held)
                temporary.chmod(_mode(target))
                prepared.append((path, temporary, target))
        _move_all(prepared, held)
    return tuple(directory / name for name in files)


def previous(path: Path) -> bytes | None:
    """Return what lies where a file will be written, if there is anything.

    Raises
    ------
    CannotWrite
        If there is a file that can't be read: replacing it blindly would lose what it holds.
    """
    with naming(path):
        try:
            return contents(path)
        except (FileNotFoundError, NotADirectoryError):
            return None


def contents(path: Path) -> bytes:
    """Read a file; what is no regular one isn't opened: a pipe to which nobody writes would hang.

    Raises
    ------
    OSError
        If there is none, or it can't be read.
    """
    if is_special(path):
        raise OSError(errno.EINVAL, f"{WORDS}; name a file")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        reason = f"larger than {LARGEST} bytes, which no file of a plan is"
        raise OSError(errno.EFBIG, reason)
    return data


def remove(path: Path) -> None:
    """Remove a file, if it is there.

    Raises
    ------
    CannotWrite
        If it can't be removed.
    """
    with naming(path):
        path.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes from writing a plan into a folder meanwhile; it is made if need be.

    Two that write at once would leave files of both. Nothing is left of the lock, and an end of
    this process ends it.

    Raises
    ------
    CannotWrite
        If the folder can't be made.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        if fcntl is not None:
            with naming(folder):
                handle = os.open(folder, os.O_RDONLY)
            held.callback(os.close, handle)
            _wait_for(handle)
        try:
            yield
        finally:
            with suppress(OSError):  # they hold something now
                for path in made:
                    path.rmdir()


def _wait_for(handle: int) -> None:
    """Lock an open folder, or give up: not every file system has locks, and writing is short."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.05)
        except OSError:
            return
        else:
            return


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let what the system refuses name the path.

    Raises
    ------
    CannotWrite
        If it refused something.
    """
    try:
        yield
    except OSError as error:
        # What is there and yet "no such file" is a folder of the system's own.
        closed = "takes no files" if isinstance(error, FileNotFoundError) and path.exists() else ""
        words = closed or IN_THE_WAY.get(type(error)) or words_of(error)
        raise CannotWrite(path, words) from error


def words_of(error: OSError) -> str:
    """Return what the system says is wrong."""
    return (error.strerror or str(error)).lower()


def _temporary(target: Path, data: bytes, held: ExitStack) -> Path:
    """Write a new file beside the target, locked and there only as long as it is held."""
    prefix = f".{target.name}."
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=".tmp")
    temporary = Path(name)
    held.callback(temporary.unlink, missing_ok=True)
    file = held.enter_context(os.fdopen(handle, "rb"))
    if fcntl is not None:
        with suppress(OSError):  # not every file system has locks
            fcntl.flock(file, fcntl.LOCK_EX)
    temporary.write_bytes(data)
    os.fsync(handle)
    if fcntl is None:
        file.close()  # an open file can't be moved there
    return temporary


def abandoned(temporary: Path) -> bool:
    """Return whether nobody is at work on a temporary file: its process ended, or it is old.

    What is no regular file is none of ours, and isn't opened.

    Raises
    ------
    OSError
        If it can't be looked at, or is gone.
    """
    found = temporary.stat()
    if not stat.S_ISREG(found.st_mode):
        return False
    stale = time.time() - found.st_mtime > STALE_S
    if stale or fcntl is None:
        return stale
    with temporary.open("rb") as file, suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return True
    return False


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _move_all(prepared: list[tuple[Path, Path, Path]], held: ExitStack) -> None:
    """Move every temporary file into place; on a failure put back what was there."""
    backups: list[Path] = []
    with ExitStack() as undo:
        for path, temporary, target in prepared:
            with naming(path):
                backup = None
                if target.exists():
                    made = _temporary(target, target.read_bytes(), held)
                    shutil.copystat(target, made)
                    # So called only now that it is whole: who finds it may rely on that.
                    backup = made.with_suffix(".old")
                    undo.callback(backup.unlink, missing_ok=True)
                    made.replace(backup)
                    backups.append(backup)
                undo.callback(_put_back, target, backup)
                temporary.replace(target)
        undo.pop_all()
    for backup in backups:
        with suppress(OSError):
            backup.unlink()


def _put_back(target: Path, backup: Path | None) -> None:
    with suppress(OSError):
        if backup is None:
            target.unlink(missing_ok=True)
        else:
            backup.replace(target)
