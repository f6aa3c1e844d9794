"""The command line: parse, call `runtall.app`, print, exit code. Nothing else.

Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from runtall.cli.commands import main

__all__ = ["main"]
