"""The command line inside the test's own process: arguments in, exit code and output out."""

from __future__ import annotations

import io
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from runtall.cli import main

COMMAND = (sys.executable, "-c", "from runtall.cli import main; main()")
"""The command line as a process of its own."""


def hear_ctrl_c() -> None:
    """Undo what a shell does to commands in the background: they inherit a deaf ear."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
