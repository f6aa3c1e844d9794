"""Work in processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.spawn import get_executable
from threading import Thread
from typing import TYPE_CHECKING

from runtall.compare.executor import AHEAD, BEAT_S, R, T
from runtall.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection


TRIES = 2
"""How often a task that may have killed a process is tried alone."""


class NoProcess(UserError):
    """No process could be started; the message says why, a note what a script may lack."""


@dataclass(frozen=True, slots=True)
class Processes:
    """A pool of processes that live as long as there is work.

    Parameters
    ----------
    jobs
        How many.
    """

    jobs: int

    def map_unordered(
        self,
        function: Callable[[T], R],
        tasks: Iterable[T],
        lost: Callable[[T], R],
        idle: Callable[[], object] = lambda: None,
    ) -> Iterator[R]:
        """Give the results as they come; see `runtall.compare.executor.Executor`.

        When a process dies, nobody knows which task it died of: all that were handed out are
        done again, each alone in a new process.

        Raises
        ------
        NoProcess
            If none can be started, or they die before they begin to work.
        """
        waiting = iter(tasks)
        while suspects := (yield from _run(function, waiting, self.jobs, idle)):
            for task in suspects:
                if not (yield from _alone(function, task, idle)):
                    yield lost(task)


def _alone(
    function: Callable[[T], R], task: T, idle: Callable[[], object]
) -> Generator[R, None, bool]:
    """Give the result of a task that may kill its process; tell whether there was one."""
    for _ in range(TRIES):
        if not (yield from _run(function, iter([task]), 1, idle)):
            return True
    return False


def _run(
    function: Callable[[T], R], tasks: Iterator[T], jobs: int, idle: Callable[[], object]
) -> Generator[R, None, list[T]]:
    """Give results until all is done or a process dies.

    Returns
    -------
    list
        Tasks that were handed out when a process died.
    """
    numbered = enumerate(tasks)
    out = dict(islice(numbered, AHEAD * jobs))
    with suppress(BrokenProcessPool), _pool(min(jobs, len(out)) or 1) as pool:
        running = {_submit(pool, function, task): number for number, task in out.items()}
        while running:
            done, _ = wait(running, BEAT_S, FIRST_COMPLETED)
            if not done:
                idle()
            for future in done:
                result = future.result()
                del out[running.pop(future)]
                yield result
                for number, task in islice(numbered, 1):
                    out[number] = task
                    running[_submit(pool, function, task)] = number
    return list(out.values())


def _submit(pool: ProcessPoolExecutor, function: Callable[[T], R], task: T) -> Future[R]:
    """Hand out a task, for which a process may be started."""
    with _told_in_a_line(), _unheard():
        return pool.submit(function, task)


@contextmanager
def _told_in_a_line() -> Iterator[None]:
    """Say what kept the system from starting a process; a pipe breaks where it ended at once."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NoProcess(
            f"no process could be started: {reason}; start again, perhaps with fewer jobs"
        ) from error


@contextmanager
def _unheard() -> Iterator[None]:
    """Let processes that are started here never hear Ctrl-C, nor that a terminal was closed.

    They would, as a terminal tells all processes, and long before they could look away
    themselves. Here both are heard right after. Besides the workers this is about the process in
    which Python keeps a list of semaphores: should it die, that is told at length.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    # Not forked: other threads of this process may hold locks that a copy would wait for forever.
    context = multiprocessing.get_context("spawn")
    _expect_python()
    with _told_in_a_line(), _unheard():
        line, end = context.Pipe(duplex=False)
        heard, begun = context.Pipe(duplex=False)
        pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(line, begun))
    try:
        yield pool
    except BrokenProcessPool:
        end.close()
        if not heard.poll():
            error = NoProcess("every process died before it began; start again to go on")
            error.add_note('A script calls this under if __name__ == "__main__": only.')
            raise error from None
        raise
    except BaseException:
        end.close()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        for connection in (end, line, heard, begun):
            connection.close()


def _expect_python() -> None:
    """Complain where there is nothing to start: how processes end would say little of it."""
    python = os.fsdecode(get_executable())
    if not os.access(python, os.X_OK):
        raise NoProcess(f"{python}: can't be run, so that no process could be started; mend it")


def _begin(line: Connection, begun: Connection) -> None:
    """Make a worker ready: the solver is imported once, and Ctrl-C is for the parent to hear."""
    begun.send_bytes(b"1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(line,), daemon=True).start()
    import runtall.solve.planner  # noqa: F401


def _end_with(line: Connection) -> None:
    """End this process, whatever it does, as soon as the parent hangs up or is no more."""
    with suppress(EOFError, OSError):
        line.recv_bytes()
    os._exit(1)
