"""Running the command line: every way out has an exit code and no traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable

from runtall.cli.commands import app
from runtall.cli.exits import Exit
from runtall.cli.json_output import faults_document, print_json
from runtall.errors import Fault, NoAnswer, UserError

# Characters of one fault that are printed.
LONGEST = 1000


def main() -> None:
    """Run the command that was asked for."""
    # Streams that were closed (>&-) are None here.
    sys.stdin = sys.stdin or os.fdopen(_nowhere(os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(_nowhere(), "w")
    sys.stderr = sys.stderr or os.fdopen(_nowhere(), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name may hold what a terminal can't show
    try:
        _run()
    except BrokenPipeError:
        _close_stdout()
        raise SystemExit(Exit.READER_GONE) from None
    except Exception as error:
        if interrupt := _ctrl_c_behind(error):
            raise interrupt from None
        # Of files that can't be written, `CannotWrite` tells.
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            _close_stdout()
            error = UserError("standard output: no space left on device")
        raise SystemExit(_fault(error)) from None


def _close_stdout() -> None:
    """Drop what can't be printed: Python would complain again when it flushes on exit."""
    os.dup2(_nowhere(), sys.stdout.fileno())


def _nowhere(mode: int = os.O_WRONLY) -> int:
    return os.open(os.devnull, mode)


def _run() -> None:
    try:
        app()
    except SystemExit as end:
        # Typer's own way out of a broken pipe is 1, which means a defect here.
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        # And of Ctrl-C a silent exit code.
        if end.code == Exit.INTERRUPTED:
            raise (_ctrl_c_behind(end) or KeyboardInterrupt()) from None
        # What Typer has against the usage, it said itself.
        if words := getattr(end.__context__, "format_message", None):
            _tell_machines(Exit.BAD_INPUT, "Usage", [words()])
        sys.stdout.flush()
        raise


def _ctrl_c_behind(error: BaseException | None) -> KeyboardInterrupt | None:
    """Return the Ctrl-C behind an exception: compiled modules turn it into an `ImportError`."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error


def _fault(error: Exception) -> Exit:
    """Tell the user what went wrong, one line per fault."""
    if os.environ.get("RUNTALL_DEBUG"):
        raise error
    kind = type(error).__name__
    if not isinstance(error, UserError):
        what = _one_line(str(error))
        sys.stderr.write(
            f"runtall: a defect of ours, not of your files: {kind}: {what}\n"
            "Set RUNTALL_DEBUG=1 to see where it happened.\n"
        )
        return _tell_machines(Exit.DEFECT, kind, [what])
    for fault in error.faults:
        sys.stderr.write(f"{_one_line(str(fault))}\n")
    code = Exit.NO_ANSWER if isinstance(error, NoAnswer) else Exit.BAD_INPUT
    return _tell_machines(code, kind, error.faults)


def _tell_machines(code: Exit, kind: str, faults: Iterable[Fault | str]) -> Exit:
    """Print what went wrong as JSON where that was asked for, and return the exit code."""
    if "--json" in sys.argv:
        status = "INVALID" if code is Exit.BAD_INPUT else code.name
        try:
            print_json(faults_document(status, kind, faults))
            sys.stdout.flush()
        except OSError:  # nobody reads it, or it is full
            _close_stdout()
    return code


def _one_line(text: str) -> str:
    """Return a fault without what is harmful or too long in it: it may repeat a strange file."""
    plain = "".join(char if char.isprintable() else " " for char in text[: LONGEST + 1])
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}..."
