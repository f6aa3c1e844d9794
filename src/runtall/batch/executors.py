"""Work that is handed out, and its results as they come, whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Tasks that are handed out for each worker: one at work, one at hand. Others wait here, so that
# memory doesn't grow with their number.
AHEAD = 2
# Seconds without a result after which whoever waits for one has a turn.
BEAT_S = 1.0
# How often a task whose worker may have died of it is tried alone.
TRIES = 2


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work.

    Parameters
    ----------
    executor
        Does what it is given; processes get it as pickles.
    count
        How many tasks are done at once just now.
    died
        The exception of a task whose worker died, of this or of another task.
    """

    executor: Executor
    count: Callable[[], int]
    died: type[Exception]


# Opens a place where work is done; when it is closed nothing goes on there.
Where = Callable[[], AbstractContextManager[Workers]]


def unordered(
    where: Where, function: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]
) -> Iterator[R | None]:
    """Call a function on many tasks, several at a time, and yield the results as they come.

    When a worker dies, nobody knows which task it died of: all that suffered from it are done
    again, each alone.

    Parameters
    ----------
    lost
        Gives the result of a task with which worker after worker died.

    Yields
    ------
    R or None
        None for every second or so in which nothing comes.
    """
    with where() as workers:
        waiting = iter(tasks)
        while suspects := (yield from _until_one_dies(workers, function, waiting)):
            for task in suspects:
                for _ in range(TRIES):
                    if not (yield from _until_one_dies(workers, function, iter([task]))):
                        break
                else:
                    yield lost(task)


def _until_one_dies(
    workers: Workers, function: Callable[[T], R], tasks: Iterator[T]
) -> Generator[R | None, None, list[T]]:
    """Yield results until all is done, or until a worker dies.

    Returns
    -------
    list
        Tasks whose worker died; after that no other one was begun.
    """
    running: dict[Future[R], T] = {}
    suspects: list[T] = []
    while True:
        room = 0 if suspects else AHEAD * max(1, workers.count()) - len(running)
        for task in islice(tasks, max(0, room)):
            running[workers.executor.submit(function, task)] = task
        if not running:
            return suspects
        done, _ = wait(running, BEAT_S, FIRST_COMPLETED)
        if not done:
            yield None
        for future in done:
            task = running.pop(future)
            if isinstance(future.exception(), workers.died):
                suspects.append(task)
            else:
                yield future.result()


class _InTurn(Executor):
    """Does each task as it is handed out."""

    def submit(self, function: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(function(*args, **kwargs))
        return future


@contextmanager
def here() -> Iterator[Workers]:
    """Open this process: one task after the other."""
    yield Workers(_InTurn(), lambda: 1, BrokenExecutor)
