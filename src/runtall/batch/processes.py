"""Work in processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.spawn import get_executable
from threading import Thread
from typing import Any, TypeVar

from runtall.batch.executors import Workers
from runtall.errors import UserError

R = TypeVar("R")


class NoProcess(UserError):
    """No process could be started; the message says why, a note what a script may lack."""


@contextmanager
def processes(jobs: int) -> Iterator[Workers]:
    """Open so many processes of this machine, which end with what they are opened for.

    Raises
    ------
    NoProcess
        If none can be started, or they die before they begin to work.
    """
    python = os.fsdecode(get_executable())
    if not os.access(python, os.X_OK):
        # How processes end would say little of it.
        raise NoProcess(f"{python}: can't be run, so that no process could be started; mend it")
    with _Processes(jobs) as executor:
        yield Workers(executor, lambda: jobs, BrokenProcessPool)


class _Processes(Executor):
    """A pool of processes, and another one when one of them has died."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._open()

    def _open(self) -> None:
        # Not forked: other threads of this process may hold locks that a copy would wait for.
        context = multiprocessing.get_context("spawn")
        with _quietly():
            # Workers say on this line that they began, and hear on it when the parent is no more.
            self._line, self._far_end = context.Pipe()
            self._pool = ProcessPoolExecutor(self._jobs, context, _begin, (self._far_end,))

    def submit(self, function: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Hand out a task, for which a process may be started."""
        try:
            with _quietly():
                return self._pool.submit(function, *args, **kwargs)
        except BrokenProcessPool:
            if not self._line.poll():
                error = NoProcess("every process died before it began; start again to go on")
                error.add_note('A script calls this under if __name__ == "__main__": only.')
                raise error from None
            self.shutdown()
            self._open()
            return self.submit(function, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """End all processes, whatever they do."""
        self._line.close()
        self._pool.shutdown(wait, cancel_futures=cancel_futures)
        self._far_end.close()


@contextmanager
def _quietly() -> Iterator[None]:
    """Start processes that never hear Ctrl-C, nor that a terminal was closed.

    They would, as a terminal tells all processes, and long before they could look away
    themselves. Here both are heard right after. Besides the workers this is about the process in
    which Python keeps a list of semaphores: should it die, that is told at length.

    Raises
    ------
    NoProcess
        If the system starts none; a pipe breaks where one ended at once.
    """
    windows = sys.platform == "win32"
    try:
        if not windows:
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NoProcess(
            f"no process could be started: {reason}; start again, perhaps with fewer jobs"
        ) from error
    finally:
        if not windows:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(line: Connection) -> None:
    """Make a worker ready: the solver is imported once, and Ctrl-C is for the parent to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_exit_with_parent, args=(line,), daemon=True).start()
    import runtall.solve.planner  # noqa: F401


def _exit_with_parent(line: Connection) -> None:
    """Say that this process began, and end it, whatever it does, as soon as the parent hangs up."""
    with suppress(EOFError, OSError):
        line.send_bytes(b"1")
        line.recv_bytes()
    os._exit(1)
