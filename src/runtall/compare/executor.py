"""Where work is done: on this machine or on others, through one interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Tasks that are handed out for each worker: one at work, one at hand. Others wait here, so that
memory doesn't grow with their number."""


class Executor(Protocol):
    """Calls a function on many tasks, several at a time."""

    def map_unordered(
        self, function: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]
    ) -> Iterator[R]:
        """Give the results as they come.

        Parameters
        ----------
        function, tasks
            Both can be sent to other processes. A task whose worker dies is done again.
        lost
            Gives the result of a task with which worker after worker died.
        """


class InTurn:
    """Here, in this process, one task after the other."""

    def map_unordered(
        self, function: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]
    ) -> Iterator[R]:
        """Give the results as they come; nothing is ever lost."""
        yield from map(function, tasks)
