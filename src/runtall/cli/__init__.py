"""The command line: parse, call `runtall.app`, print, exit code. Nothing else.

Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

import os
import sys
from contextlib import suppress

from runtall.cli.exits import Exit
from runtall.cli.signals import Ended

__all__ = ["main"]


def main() -> None:
    """Run the command line; Ctrl-C ends it at any moment, in one line and without a traceback."""
    try:
        from runtall.cli.commands import main as run

        run()
    except KeyboardInterrupt as error:
        with suppress(OSError):  # such as of a terminal that was closed
            sys.stderr.write(f"{' '.join(['interrupted', *error.args])}\n")
            sys.stderr.flush()
        # Not by SystemExit: that would tidy up under the feet of a solver that still runs.
        os._exit(error.exit_code if isinstance(error, Ended) else Exit.INTERRUPTED)
