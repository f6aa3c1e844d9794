"""The command line: parse, call `runtall.app`, print, exit code. Nothing else.

Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

import atexit
import gc
import os
import sys
from contextlib import suppress

from runtall.cli.exits import Exit
from runtall.cli.signals import Ended

__all__ = ["main"]

# Objects that are made before Python looks for garbage.
FEWER_COLLECTIONS = 500_000


def main() -> None:
    """Run the command line; Ctrl-C ends it at any moment, in one line and without a traceback."""
    # Imports make much that stays: to look for garbage among it so often takes its time.
    gc.set_threshold(FEWER_COLLECTIONS)
    atexit.register(gc.freeze)  # and what is left at the end goes with the process
    # pydantic would look into every installed package for plug-ins of its own.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    try:
        from runtall.cli.run import main as run

        run()
    except KeyboardInterrupt as error:
        with suppress(OSError):  # such as of a terminal that was closed
            sys.stderr.write(f"{' '.join(['interrupted', *error.args])}\n")
            sys.stderr.flush()
        # Not by SystemExit: that would tidy up under the feet of a solver that still runs.
        os._exit(error.exit_code if isinstance(error, Ended) else Exit.INTERRUPTED)
