"""A Dask cluster on this machine: the same files, also when a worker dies."""

from __future__ import annotations

import gc
import os
import signal
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from ruamel.yaml import YAML

from runtall.app import batches
from runtall.app.executor import exposed
from runtall.batch.cluster import NoCluster, cluster
from runtall.batch.executors import TRIES, here, unordered
from tests.batch import work
from tests.batch.athletes import impossible, write_athletes
from tests.batch.written import EPOCH, files
from tests.readmes import ROOT, Page

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")  # what Dask and its servers warn of is theirs


def local_cluster(n_workers: int) -> distributed.LocalCluster:
    return distributed.LocalCluster(
        n_workers=n_workers, threads_per_worker=1, dashboard_address=":0"
    )


def kill_a_worker(address: str) -> None:
    """Kill one of the workers; the local cluster starts another, as others on one's own do."""
    with distributed.Client(address) as client:
        first = sorted(client.scheduler_info()["workers"])[0]
        (process,) = client.run(os.getpid, workers=[first]).values()
    os.kill(process, signal.SIGKILL)


@pytest.fixture(scope="class")
def dask_cluster() -> Iterator[distributed.LocalCluster]:
    with local_cluster(2) as started:
        yield started


class TestOfTwoWorkers:
    """Tests that share a cluster."""

    @pytest.mark.parametrize(
        "count", [6, pytest.param(200, marks=pytest.mark.sweep)], ids=["few", "many"]
    )
    def test_all_plans_arrive_though_a_worker_dies(
        self,
        dask_cluster: distributed.LocalCluster,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        count: int,
    ) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        paths = write_athletes(Path("athletes"), count, weeks=6)
        never = Path("athletes/never.yaml")
        never.write_text(impossible(), "utf-8")
        rows = []

        def report(row: object) -> None:
            rows.append(row)
            if len(rows) == count // 2:
                kill_a_worker(dask_cluster.scheduler_address)

        there = batches.run(
            batches.cohort_tasks([*paths, never], Path("there")),
            Path("there/cohort.csv"),
            partial(cluster, dask_cluster.scheduler_address),
            report,
        )
        alone = batches.run(
            batches.cohort_tasks([*paths, never], Path("here")),
            Path("here/cohort.csv"),
            here,
            lambda _: None,
        )
        assert [row.cells for row in there.rows] == [row.cells for row in alone.rows]
        assert files(Path("there")) == files(Path("here"))

    def test_a_worker_is_no_scheduler(self, dask_cluster: distributed.LocalCluster) -> None:
        assert "(a Worker does)" in refused(next(iter(dask_cluster.scheduler_info["workers"])))

    def test_workers_of_another_version(
        self, dask_cluster: distributed.LocalCluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("runtall.batch.cluster.__version__", "9.9")
        assert "has runtall 0.1.0; install 9.9 there" in refused(dask_cluster.scheduler_address)


def test_a_task_that_kills_every_worker_is_lost() -> None:
    # A worker that dies while it starts is not always started again. So there are more than die
    # here: one of all tasks together, and one at each try alone.
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        local_cluster(TRIES + 2) as started,
    ):
        where = partial(cluster, started.scheduler_address)
        results = unordered(where, work.die_of_seven, range(5, 9), work.lost_number)
        assert sorted(filter(None, results)) == [-7, 10, 12, 16]


def test_without_workers_the_work_waits_and_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runtall.batch.cluster.PATIENCE_S", 1)
    monkeypatch.setattr("runtall.batch.executors.BEAT_S", 0.1)
    told: list[str] = []
    workers = []
    turns = 0
    with local_cluster(1) as started:
        address = started.scheduler_address
        where = partial(cluster, address, told.append)
        for worker in unordered(where, work.own_id, range(40), work.lost_number):
            if worker is None:
                turns += 1
                if told and turns > 20:
                    started.scale(1)
            else:
                if not workers:
                    started.scale(0)
                workers.append(worker)
    assert len(workers) == 40
    assert len(set(workers)) == 2
    assert told == [
        f"--scheduler {address}: no worker is left, and the work waits for one: start it"
        f" with dask worker {address}"
    ]


def refused(address: str) -> str:
    with pytest.raises(NoCluster) as caught:
        list(unordered(partial(cluster, address), work.double, [1], work.lost_number))
    return str(caught.value)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runtall.batch.cluster.PATIENCE_S", 0.2)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("tcp://127.0.0.1:9", "no scheduler answers there"),
        ("nonsense", "allowed: tcp://host:8786"),
        ("tcp://", "allowed: tcp://host:8786"),
        ("tcp://127.0.0.1", "allowed: tcp://host:8786"),
        ("tcp://127.0.0.1:here", "allowed: tcp://host:8786"),
        ("tcp://127.0.0.1:99999", "99999"),
        ("foo://here:1", "allowed: tcp://host:8786"),
        ("tls://127.0.0.1:9", "perhaps check your TLS configuration"),
    ],
)
def test_where_no_scheduler_is(address: str, words: str) -> None:
    assert words in refused(address)


def test_certificates_that_are_not_there() -> None:
    settings = {f"distributed.comm.tls.client.{part}": "nowhere.pem" for part in ("key", "cert")}
    with dask.config.set({"distributed.comm.tls.ca-file": "nowhere.pem", **settings}):
        assert "([Errno 2]" in refused("tls://127.0.0.1:9")


def client_states() -> set[str]:
    return {found.status for found in gc.get_objects() if isinstance(found, distributed.Client)}


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "tls://127.0.0.1:9"])
def test_no_client_stays_open(address: str) -> None:
    """Collected while another starts, an open one would block it for good."""
    refused(address)
    assert client_states() <= {"closed"}


@contextmanager
def somebody(says: bytes) -> Iterator[str]:
    """Give the address of a server that says so much to whoever comes, and nothing more.

    It ends only when all who came have hung up.
    """

    class Guest(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.sendall(says)
            with suppress(ConnectionError):
                while self.request.recv(1000):
                    pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Guest) as server:
        threading.Thread(target=server.serve_forever).start()
        yield f"tcp://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("says", "words"),
    [
        (b"", "only silence for 0.2 s"),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "something else does"),
        (bytes([40, *bytes(7)]) + b"x" * 40, "something else does"),
    ],
    ids=["silent, as the dashboard", "a length of exabytes", "a message of another kind"],
)
def test_somebody_else_answers(says: bytes, words: str) -> None:
    with somebody(says) as address:
        message = refused(address)
    assert message.startswith(f"--scheduler {address}: no scheduler answers there ({words});")
    assert "not the port of Dask's dashboard" in message
    assert client_states() <= {"closed"}
    assert not any(thread.name == "IO loop" for thread in threading.enumerate())


@pytest.mark.usefixtures("impatient")
def test_a_scheduler_without_workers() -> None:
    with local_cluster(0) as started:
        assert "no worker has joined: start one with dask worker" in refused(
            started.scheduler_address
        )


def test_a_scheduler_that_goes_away() -> None:
    with local_cluster(1) as started:
        where = partial(cluster, started.scheduler_address)
        results = unordered(where, work.own_id, range(1000), work.lost_number)
        next(filter(None, results))
    with pytest.raises(NoCluster, match="went away; start again to go on"):
        list(results)


@pytest.mark.skipif(which("openssl") is None, reason="no openssl here")
def test_certificates_as_the_readme_makes_them(tmp_path: Path) -> None:
    blocks = {block.name: block.text for block in Page(ROOT / "notebooks/README.md").blocks}
    here = {name: text.replace("/etc/club", f"{tmp_path}") for name, text in blocks.items()}
    run(["sh", "-e", "-c", here["certificates.sh"]], check=True, capture_output=True)
    settings = YAML(typ="safe").load(here["tls.yaml"])
    with dask.config.set(dask.config.merge(dask.config.config, settings)):
        security = distributed.Security()
        with distributed.LocalCluster(
            n_workers=1,
            processes=False,
            protocol="tls://",
            security=security,
            dashboard_address=":0",
        ) as started:
            address = started.scheduler_address
            assert address.startswith("tls://")
            where = partial(cluster, address)
            assert sorted(unordered(where, work.double, range(3), work.lost_number)) == [0, 2, 4]
        assert not exposed(address)
    assert "TLS configuration" in refused(address)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tcp://10.0.0.5:8786", True),
        ("club.example.org:8786", True),
        ("ws://[2001:db8::1]:8786", True),
        ("tls://10.0.0.5:8786", False),
        ("tcp://127.0.0.1:8786", False),
        ("localhost:8786", False),
        ("tcp://[::1]:8786", False),
    ],
)
def test_a_scheduler_that_others_can_use_is_told(address: str, told: bool) -> None:
    assert bool(exposed(address)) == told
