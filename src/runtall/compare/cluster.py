"""Work on the machines of a Dask cluster."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from runtall.compare.executor import AHEAD, R, T

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PATIENCE_S = 10


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
            If Dask is not installed, or nobody answers.
        """
        try:
            from distributed import KilledWorker, as_completed
        except ImportError:
            raise NoCluster('a scheduler needs Dask: pip install "runtall[cluster]"') from None
        waiting = iter(tasks)
        out: dict[Any, T] = {}
        with _client(self.address) as client:
            done = as_completed()
            while True:
                room = AHEAD * max(1, sum(client.ncores().values())) - len(out)
                for task in islice(waiting, max(0, room)):
                    future = client.submit(function, task, pure=False)
                    out[future.key] = task
                    done.add(future)
                if not out:
                    return
                future = next(done)
                task = out.pop(future.key)
                try:
                    result = future.result()
                except KilledWorker:
                    result = lost(task)
                future.release()
                yield result


def _client(address: str) -> Any:
    from distributed import Client

    try:
        return Client(address, timeout=PATIENCE_S)
    except (OSError, ValueError) as error:
        raise NoCluster(f"--scheduler {address}: no scheduler answers there ({error})") from None
