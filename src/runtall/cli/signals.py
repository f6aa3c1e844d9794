"""Signals that ask a command to end, as Ctrl-C does."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from runtall.cli.exits import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Ended(KeyboardInterrupt):
    """Somebody other than Ctrl-C asks for an end; all goes the same way but for the exit code."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.exit_code = Exit(128 + number)


@contextmanager
def heard_as_ctrl_c() -> Iterator[None]:
    """Raise `Ended` on SIGTERM and SIGHUP, unless it is ignored, as behind ``nohup``.

    On Windows nothing changes.
    """
    if sys.platform == "win32":
        yield
        return
    numbers = [
        number
        for number in (signal.SIGTERM, signal.SIGHUP)
        if signal.getsignal(number) is signal.SIG_DFL
    ]

    def end(number: int, _: FrameType | None) -> None:
        # A terminal that closes tells twice, and some follow one signal with the other: what is
        # tidied up and written now is not to be disturbed.
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise Ended(number)

    for number in numbers:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in numbers:
            if signal.getsignal(number) is end:
                signal.signal(number, signal.SIG_DFL)
