"""The command line: parse, call `runtall.app`, print, exit code. Nothing else.

Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

import os
import sys

from runtall.cli.exits import Exit

__all__ = ["main"]


def main() -> None:
    """Run the command line; Ctrl-C ends it at any moment, in one line and without a traceback."""
    try:
        from runtall.cli.commands import main as run

        run()
    except KeyboardInterrupt as error:
        sys.stderr.write(f"{' '.join(['interrupted', *error.args])}\n")
        sys.stderr.flush()
        # Not by SystemExit: that would tidy up under the feet of a solver that still runs.
        os._exit(Exit.INTERRUPTED)
