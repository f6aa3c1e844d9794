"""What has a name like a file and is none: devices, pipes and sockets.

Whoever opens one may wait forever, and whoever replaces one breaks more than a plan.
"""

from __future__ import annotations

from pathlib import Path

WORDS = "is no regular file, but a device, a pipe or a socket"


def is_special(path: Path) -> bool:
    """Return whether there is something that is neither a file nor a folder; it isn't opened.

    Raises
    ------
    OSError
        If that can't be found out.
    """
    return path.exists() and not (path.is_file() or path.is_dir())


def may_wait(path: Path) -> bool:
    """Return whether reading may wait forever: not for a pipe that this process has open already.

    Raises
    ------
    OSError
        As `is_special`.
    """
    return is_special(path) and not (path.is_fifo() and is_open_here(path))


def is_open_here(path: Path) -> bool:
    """Return whether a name is this process's own: /dev/stdin, ``<(...)`` of a shell."""
    parts = path.absolute().parts
    return parts[1:2] == ("proc",) or parts[1:3] in {("dev", "fd"), ("dev", "stdin")}
