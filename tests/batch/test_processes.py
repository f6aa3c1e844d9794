"""Work in processes: nothing gets lost, nobody stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from runtall.batch.executors import AHEAD, Where, unordered
from runtall.batch.processes import processes
from tests.batch import work
from tests.cli.run import hear_ctrl_c

PARENT = """\
import sys
from functools import partial
from pathlib import Path
from runtall.batch.executors import unordered
from runtall.batch.processes import processes
from tests.batch import work
if __name__ == "__main__":
    folders = [Path(sys.argv[1])] * 2
    list(unordered(partial(processes, 2), work.write_id_and_sleep, folders, work.lost_path))
"""


def done_by(where: Where, function: Any, tasks: Iterable[Any], lost: Any) -> list[Any]:
    return [one for one in unordered(where, function, tasks, lost) if one is not None]


ROOT = str(Path(__file__).parents[2])
ENVIRONMENT = os.environ | {
    "PYTHONPATH": os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH")]))
}
"""With the tests within reach of a script."""


def alive(process: int) -> bool:
    """Whether a process still does anything; a dead one may wait for its parent to notice."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def eventually(true: object, seconds: float = 30.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


def test_every_task_is_done_once() -> None:
    results = done_by(partial(processes, 2), work.double, range(50), work.lost_number)
    assert sorted(results) == [2 * number for number in range(50)]


def test_no_tasks_no_processes() -> None:
    assert done_by(partial(processes, 2), work.double, [], work.lost_number) == []


def test_workers_stay_and_do_one_after_the_other() -> None:
    ids = done_by(partial(processes, 2), work.own_id, range(20), work.lost_number)
    assert len(set(ids)) <= 2
    assert os.getpid() not in ids


def test_tasks_are_taken_only_when_there_is_room() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(1, 41):
            taken += 1
            yield number

    for got, _ in enumerate(
        unordered(partial(processes, 1), work.double, tasks(), work.lost_number)
    ):
        assert taken <= got + 1 + AHEAD


def test_while_nothing_comes_others_have_their_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runtall.batch.executors.BEAT_S", 0.05)
    path = tmp_path / "here"
    results = unordered(partial(processes, 1), work.wait_for, [path], work.lost_path)
    assert next(results) is None
    path.touch()
    assert [*filter(None, results)] == ["here"]


def test_a_task_that_kills_its_worker_is_lost_and_no_other() -> None:
    results = done_by(partial(processes, 2), work.die_of_seven, range(15), work.lost_number)
    assert sorted(results) == sorted(-7 if number == 7 else 2 * number for number in range(15))


def test_a_task_whose_worker_died_is_done_again(tmp_path: Path) -> None:
    paths = [tmp_path / str(number) for number in range(3)]
    results = done_by(partial(processes, 2), work.die_once, paths, work.lost_path)
    assert sorted(results) == ["0", "1", "2"]


def test_closing_ends_the_workers_in_the_middle_of_their_work(tmp_path: Path) -> None:
    results = unordered(partial(processes, 2), work.own_id, range(1000), work.lost_number)
    worker = next(filter(None, results))
    assert alive(worker)
    results.close()  # type: ignore[attr-defined]
    assert eventually(lambda: not alive(worker))


def test_a_script_without_a_guard_is_told(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.replace('if __name__ == "__main__":', "if True:"), "utf-8")
    ran = subprocess.run(
        [sys.executable, script, tmp_path], env=ENVIRONMENT, capture_output=True, check=False
    )
    assert ran.returncode == 1
    # Python may add a word about what the processes that died left open.
    assert (
        "NoProcess: every process died before it began; start again to go on\n"
        'A script calls this under if __name__ == "__main__": only.\n'
    ) in ran.stderr.decode()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_nobody_outlives_the_parent(tmp_path: Path, number: int) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, "utf-8")
    folder = tmp_path / "ids"
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, script, folder],
        env=ENVIRONMENT,
        stderr=subprocess.DEVNULL,
        preexec_fn=hear_ctrl_c,
    ) as parent:
        assert eventually(lambda: len(list(folder.iterdir())) == 2)
        workers = [int(path.name) for path in folder.iterdir()]
        assert all(map(alive, workers))
        parent.send_signal(number)
        parent.wait(30)
    assert parent.returncode != 0
    assert eventually(lambda: not any(map(alive, workers)))
