"""Exit codes, as the outside world may rely on them."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes of every command."""

    DONE = 0
    DEFECT = 1
    BAD_INPUT = 2
    IMPOSSIBLE = 3
    OUT_OF_TIME = 4
    VIOLATED = 5
    # A server or a phone didn't answer, or refused.
    NO_ANSWER = 6
    # The terminal was closed in the midst of many plans: 128 + SIGHUP.
    HUNG_UP = 129
    # Ctrl-C: as a shell counts it, 128 + SIGINT.
    INTERRUPTED = 130
    # Nobody reads the output any more (``| head``): as a shell counts it, 128 + SIGPIPE.
    READER_GONE = 141
    # Ended from outside in the midst of many plans, as on shutdown: 128 + SIGTERM.
    TERMINATED = 143
