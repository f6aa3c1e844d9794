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
BEAT_S = 1.0
"""Seconds without a result after which an executor lets others have their turn."""


class Executor(Protocol):
    """Calls a function on many tasks, several at a time."""

    def map_unordered(
        self,
        function: Callable[[T], R],
        tasks: Iterable[T],
        lost: Callable[[T], R],
        idle: Callable[[], object] = lambda: None,
    ) -> Iterator[R]:
        """Give the results as they come.

        Parameters
        ----------
        function, tasks
            Both can be sent to other processes. A task whose worker dies is done again.
        lost
            Gives the result of a task with which worker after worker died.
        idle
            Called every second or so in which nothing comes.
        """


class InTurn:
    """Here, in this process, one task after the other."""

    def map_unordered(
        self,
        function: Callable[[T], R],
        tasks: Iterable[T],
        lost: Callable[[T], R],
        idle: Callable[[], object] = lambda: None,
    ) -> Iterator[R]:
        """Give the results as they come; nothing is ever lost, and nobody idle."""
        yield from map(function, tasks)
