"""Work on the machines of a Dask cluster."""

from __future__ import annotations

import logging
import time
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any

from runtall import __version__
from runtall.compare.executor import AHEAD, BEAT_S, R, T
from runtall.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

PATIENCE_S = 10
"""Seconds to wait for a scheduler, for its first worker, and without any before that is told."""
LOOK_EVERY_S = 0.02
"""Seconds between two looks at whether a result has come."""
LOGGERS = ("distributed", "distributed.client", "tornado.application")
"""Who tells on standard error, and at length, what is told here in a line."""


class NoCluster(UserError):
    """The cluster can't be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Dask scheduler.

    Parameters
    ----------
    address
        Of the scheduler, as ``tcp://host:8786``.
    warn
        Called with a line when no worker is left; the work then waits for one.
    """

    address: str
    warn: Callable[[str], object] = lambda _: None

    def map_unordered(
        self,
        function: Callable[[T], R],
        tasks: Iterable[T],
        lost: Callable[[T], R],
        idle: Callable[[], object] = lambda: None,
    ) -> Iterator[R]:
        """Give the results as they come; see `runtall.compare.executor.Executor`.

        The scheduler hands the work of a worker that died to another one, a few times at most.

        Raises
        ------
        NoCluster
            If Dask is not installed, nobody answers, no worker has this version of runtall, or the
            scheduler goes away.
        """
        if find_spec("distributed") is None:
            raise NoCluster('a scheduler needs Dask: pip install "runtall[cluster]"')
        with _client(self.address) as client, _told_in_a_line(self.address):
            _expect_workers(client, self.address)
            crew = _Crew(client, self)
            # Dask blames all that waited for a worker that died: alone, none is blamed wrongly.
            for task in (yield from _run(crew, function, tasks, idle)):
                if (yield from _run(crew, function, [task], idle)):
                    yield lost(task)


def _run(
    crew: _Crew, function: Callable[[T], R], tasks: Iterable[T], idle: Callable[[], object]
) -> Generator[R, None, list[T]]:
    """Give results until all is done.

    Returns
    -------
    list
        Tasks with which worker after worker died.
    """
    from distributed import KilledWorker, as_completed

    waiting = iter(tasks)
    out: dict[Any, T] = {}
    suspects: list[T] = []
    done = as_completed(loop=crew.client.loop)
    while True:
        room = AHEAD * max(1, crew.cores()) - len(out)
        for task in islice(waiting, max(0, room)):
            future = crew.client.submit(function, task, pure=False)
            out[future.key] = task
            done.add(future)
        if not out:
            return suspects
        if not _comes(done):
            idle()
            continue
        future = next(done)
        try:
            result = future.result(timeout=PATIENCE_S)
        except KilledWorker:
            suspects.append(out.pop(future.key))
            continue
        except TimeoutError:
            if future.status == "error":
                raise
            # The worker that had it died before it was fetched: another one does it again.
            done.add(future)
            continue
        del out[future.key]
        future.release()
        yield result


def _comes(done: Any) -> bool:
    """Wait a moment for one that is done; that moment is all that Ctrl-C has to wait for."""
    end = time.monotonic() + BEAT_S
    while not done.has_ready() and time.monotonic() < end:
        time.sleep(LOOK_EVERY_S)
    return bool(done.has_ready())


class _Crew:
    """The workers that there are; tells once when there is none for some time."""

    def __init__(self, client: Any, cluster: Cluster) -> None:
        self.client = client
        self._cluster = cluster
        self._seen_at = time.monotonic()
        self._told = False

    def cores(self) -> int:
        """How many tasks they do at once."""
        cores: int = sum(self.client.ncores().values())
        if cores:
            self._seen_at, self._told = time.monotonic(), False
        elif not self._told and time.monotonic() - self._seen_at > PATIENCE_S:
            self._told = True
            address = self._cluster.address
            self._cluster.warn(
                f"--scheduler {address}: no worker is left, and the work waits for one: start it"
                f" with dask worker {address}"
            )
        return cores


def _client(address: str) -> Any:
    from distributed import Client, Security
    from distributed.comm.addressing import get_address_host_port

    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        # Read before any client is made: one that fails on its address stays open, and may block
        # the next for good when Python collects it (its end asks for a lock that the next holds).
        get_address_host_port(address)
    except ValueError:
        raise NoCluster(f"--scheduler {address}: allowed: tcp://host:8786") from None
    try:
        arguments = Security().get_connection_args("client")
    except (OSError, ValueError) as error:
        raise NoCluster(
            f"--scheduler {address}: Dask's configuration can't be used ({error})"
        ) from None
    if address.startswith("tls://") and not arguments.get("ssl_context"):
        raise NoCluster(f"--scheduler {address}: Dask's configuration names no certificates")
    _expect_scheduler(address, arguments)
    try:
        return Client(address, timeout=PATIENCE_S)
    except OSError as error:
        raise _nobody(address, str(error)) from None


def _expect_scheduler(address: str, arguments: dict[str, Any]) -> None:
    """Ask who answers: a client waits for whoever is silent, and chokes on what others say."""
    from distributed.utils import LoopRunner

    try:
        # A little longer than connecting may take: that has more to say of what went wrong.
        kind = LoopRunner().run_sync(_kind, address, arguments, callback_timeout=1.1 * PATIENCE_S)
    except TimeoutError:
        raise _nobody(address, f"only silence for {PATIENCE_S} s") from None
    except OSError as error:
        raise _nobody(address, str(error)) from None
    # What others send may be taken for anything, such as the length of a message of exabytes.
    except Exception:
        raise _nobody(address, "something else does") from None
    if kind != "Scheduler":
        raise _nobody(address, f"a {kind} does")


async def _kind(address: str, arguments: dict[str, Any]) -> str:
    """What answers at an address, as Dask calls it: ``Scheduler``, ``Worker``, ``Nanny``."""
    from distributed import connect

    comm = await connect(address, timeout=PATIENCE_S, **arguments)
    try:
        await comm.write({"op": "identity"})
        return str((await comm.read())["type"])
    finally:
        await comm.close()


def _nobody(address: str, instead: str) -> NoCluster:
    return NoCluster(
        f"--scheduler {address}: no scheduler answers there ({instead});"
        " allowed: tcp://host:8786, and not the port of Dask's dashboard"
    )


def _expect_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError:
        raise NoCluster(
            f"--scheduler {address}: no worker has joined: start one with dask worker {address}"
        ) from None
    # A function of the standard library: nothing of ours would arrive where runtall lacks.
    found = client.run(version, "runtall", on_error="return")
    found[address] = client.run_on_scheduler(version, "runtall")
    for place, there in found.items():
        if there != __version__:
            has = f"has runtall {there}" if isinstance(there, str) else "has no runtall"
            raise NoCluster(f"--scheduler {address}: {place} {has}; install {__version__} there")


@contextmanager
def _told_in_a_line(address: str) -> Iterator[None]:
    """Say in a line that the scheduler went away, however Dask came to notice."""
    try:
        yield
    except (CancelledError, OSError) as error:
        raise NoCluster(
            f"--scheduler {address}: the scheduler went away; start again to go on"
        ) from error
