"""Work on the machines of a Dask cluster."""

from __future__ import annotations

import logging
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING, Any

from runtall import __version__
from runtall.compare.executor import AHEAD, R, T

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PATIENCE_S = 10
"""Seconds to wait for a scheduler, and for its first worker."""
LOGGERS = ("distributed", "distributed.client", "tornado.application")
"""Who tells on standard error, and at length, what is told here in a line."""


class NoCluster(Exception):
    """The cluster can't be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Dask scheduler.

    Parameters
    ----------
    address
        Of the scheduler, as ``tcp://host:8786``.
    """

    address: str

    def map_unordered(
        self, function: Callable[[T], R], tasks: Iterable[T], lost: Callable[[T], R]
    ) -> Iterator[R]:
        """Give the results as they come; see `runtall.compare.executor.Executor`.

        The scheduler hands the work of a worker that died to another one, a few times at most.

        Raises
        ------
        NoCluster
            If Dask is not installed, nobody answers, no worker has this version of runtall, or the
            scheduler goes away.
        """
        try:
            from distributed import KilledWorker, as_completed
        except ImportError:
            raise NoCluster('a scheduler needs Dask: pip install "runtall[cluster]"') from None
        waiting = iter(tasks)
        out: dict[Any, T] = {}
        with _client(self.address) as client, _told_in_a_line(self.address):
            _expect_workers(client, self.address)
            suspects: list[T] = []
            done = as_completed()
            while True:
                room = AHEAD * max(1, sum(client.ncores().values())) - len(out)
                for task in islice(waiting, max(0, room)):
                    future = client.submit(function, task, pure=False)
                    out[future.key] = task
                    done.add(future)
                if not out:
                    break
                future = next(done)
                task = out.pop(future.key)
                try:
                    result = future.result()
                except KilledWorker:
                    suspects.append(task)
                    continue
                future.release()
                yield result
            # Dask blames all that waited for a worker that died: alone, none is blamed wrongly.
            for task in suspects:
                try:
                    yield client.submit(function, task, pure=False).result()
                except KilledWorker:
                    yield lost(task)


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
