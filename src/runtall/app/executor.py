"""Where the work on many scenarios is done: processes here, or the workers of a cluster."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import partial

from runtall.batch.executors import Where
from runtall.progression.texts import say

# Names of this machine.
HERE = {"localhost", "::1", ""}


def executor(
    jobs: int | None = None,
    scheduler: str | None = None,
    warn: Callable[[str], object] = lambda _: None,
) -> Where:
    """Say where the work is done.

    Parameters
    ----------
    jobs
        Processes on this machine; None: one for each core.
    scheduler
        Address of a Dask scheduler, whose workers do the work instead.
    warn
        Called with a line when none of these is left.

    Raises
    ------
    ValueError
        If there would be no process.
    """
    if jobs is not None and (not isinstance(jobs, int) or jobs < 1):
        raise ValueError(f"jobs: {jobs!r}; allowed: 1 or more, or None")
    # What can start processes takes its time to import, and other use cases do without.
    if scheduler is not None:
        from runtall.batch.cluster import cluster

        return partial(cluster, scheduler, warn)
    from runtall.batch.processes import processes

    # Cores that this process may use, where the system tells.
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return partial(processes, jobs or cores)


def exposed(scheduler: str) -> str:
    """Return what to know of a scheduler that others may read and use; empty: nothing.

    Whoever reaches one without TLS can run any code on its workers, and read what goes to them.
    """
    kind, _, where = scheduler.rpartition("://")
    host = re.sub(r":\d*$", "", where).strip("[]").lower()
    no_address = not kind and host == where.lower()
    is_here = host in HERE or host.startswith("127.")
    if no_address or is_here or kind.lower() in {"tls", "wss", "inproc"}:
        return ""
    return f"--scheduler {scheduler}: {say('exposed')}"
