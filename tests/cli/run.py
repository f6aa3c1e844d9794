"""The command line inside the test's own process: arguments in, exit code and output out."""

from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

import pytest

from runtall.cli import main

pytty = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
COMMAND = (
    sys.executable,
    "-c",
    "from datetime import date; from runtall.domain import clock;"
    " clock.today = lambda: date(2026, 11, 1); from runtall.cli import main; main()",
)
"""The command line as a process of its own."""


def hear_ctrl_c() -> None:
    """Undo what a shell and nohup do to commands in the background: they inherit a deaf ear."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


def runtall(*args: object, encoding: str = "utf-8") -> Ran:
    """Run ``runtall`` with these arguments, on a terminal of this encoding."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="") for _ in range(2))
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        patch.object(sys, "argv", ["runtall", *map(str, args)]),
    ):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        else:
            raise AssertionError("every way out is an exit code")
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode())
    return Ran(code, *texts)


def shown_on(terminal: int) -> bytes:
    """All that comes to this side of a terminal until the other is closed."""
    shown = b""
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        while True:
            try:
                part = stream.read(4096)
            except OSError:  # how Linux says that the other side is closed
                return shown
            if not part:
                return shown
            shown += part
