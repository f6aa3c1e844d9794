"""``python -m runtall``: the command line."""

from runtall.cli import main

main()
