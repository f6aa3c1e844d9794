"""Work on the machines of a Dask cluster."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from runtall.batch.executors import Workers
from runtall.errors import UserError
from runtall.version import __version__

# Seconds to wait for a scheduler, for its first worker, and without any before that is told.
PATIENCE_S = 10
ADDRESSES = "tcp://host:8786 or tls://host:8786"
# Who tells on standard error, and at length, what is told here in a line.
LOGGERS = ("distributed", "distributed.client", "tornado.application")


class NoCluster(UserError):
    """The cluster can't be used; the message says why."""


@contextmanager
def cluster(address: str, warn: Callable[[str], object] = lambda _: None) -> Iterator[Workers]:
    """Open the workers of a Dask scheduler.

    The scheduler hands the work of a worker that died to another one, a few times at most.

    Parameters
    ----------
    address
        Of the scheduler, as ``tcp://host:8786`` or ``tls://host:8786``.
    warn
        Called with a line when no worker is left; the work then waits for one.

    Raises
    ------
    NoCluster
        If Dask is not installed, nobody answers, no worker has this version of runtall, or the
        scheduler goes away.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise NoCluster('a scheduler needs Dask: pip install "runtall[cluster]"') from None
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _expect_scheduler(address)
    try:
        with Client(address, timeout=PATIENCE_S) as client:
            _expect_workers(client, address)
            count = _counter(client, address, warn)
            yield Workers(client.get_executor(pure=False), count, KilledWorker)
    except (CancelledError, OSError) as error:
        raise NoCluster(
            f"--scheduler {address}: the scheduler went away; start again to go on"
        ) from error


def _counter(client: Any, address: str, warn: Callable[[str], object]) -> Callable[[], int]:
    """Count how many tasks the workers do at once; tell once when there is none for some time."""
    seen_at = time.monotonic()

    def count() -> int:
        nonlocal seen_at
        cores: int = sum(client.ncores().values())
        if cores:
            seen_at = time.monotonic()
        elif time.monotonic() - seen_at > PATIENCE_S:
            seen_at = math.inf  # told
            warn(
                f"--scheduler {address}: no worker is left, and the work waits for one: start it"
                f" with dask worker {address}"
            )
        return cores

    return count


def _expect_scheduler(address: str) -> None:
    """Ask who answers: a client waits for whoever is silent, and chokes on what others say."""
    from distributed import Security
    from distributed.comm.addressing import get_address_host_port
    from distributed.utils import LoopRunner

    try:
        # Read before any client is made: one that fails on its address stays open, and may block
        # the next for good when Python collects it (its end asks for a lock that the next holds).
        get_address_host_port(address)
    except ValueError:
        raise NoCluster(f"--scheduler {address}: allowed: {ADDRESSES}") from None
    try:
        arguments = Security().get_connection_args("client")
        # A little longer than connecting may take: that has more to say of what went wrong.
        kind = LoopRunner().run_sync(_kind, address, arguments, callback_timeout=1.1 * PATIENCE_S)
        instead = f"a {kind} does"
    except TimeoutError:
        kind, instead = "", f"only silence for {PATIENCE_S} s"
    except (OSError, TypeError) as error:  # also of certificates that are missing
        kind, instead = "", str(error)
    # What others send may be taken for anything, such as the length of a message of exabytes.
    except Exception:
        kind, instead = "", "something else does"
    if kind != "Scheduler":
        raise NoCluster(
            f"--scheduler {address}: no scheduler answers there ({instead}); allowed: {ADDRESSES}"
            " where both sides have certificates, and not the port of Dask's dashboard"
        )


async def _kind(address: str, arguments: dict[str, Any]) -> str:
    """Return what answers at an address, as Dask calls it: ``Scheduler``, ``Worker``, ``Nanny``."""
    from distributed import rpc

    async with rpc(address, timeout=PATIENCE_S, connection_args=arguments) as there:
        return str((await there.identity())["type"])


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
    for machine, there in found.items():
        if there != __version__:
            has = f"has runtall {there}" if isinstance(there, str) else "has no runtall"
            raise NoCluster(f"--scheduler {address}: {machine} {has}; install {__version__} there")
