"""The command line as somebody whom rights stop: commands in, exit codes and output out.

One process takes all commands, each in a folder of its own: as root it is started without the
power to read and write anything, which can't be had back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.cli.run import Ran, runtall

TOP = Path(__file__).parents[2]


@dataclass(frozen=True)
class Powerless:
    """A process that takes commands."""

    process: subprocess.Popen[str]

    def __call__(self, *args: object) -> Ran:
        """Run ``runtall`` with these arguments, in the working folder of the test."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([str(Path.cwd()), *map(str, args)]) + "\n")
        self.process.stdin.flush()
        return Ran(**json.loads(self.process.stdout.readline()))


@contextmanager
def powerless(prefix: tuple[str, ...]) -> Iterator[Powerless]:
    """Start the process, by a command that begins with these words."""
    known = os.pathsep.join(filter(None, [str(TOP), os.environ.get("PYTHONPATH")]))
    with subprocess.Popen(
        [*prefix, sys.executable, "-m", "tests.cli.powerless"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": known},
        text=True,
    ) as process:
        yield Powerless(process)
        assert process.stdin is not None
        process.stdin.close()


def serve() -> None:
    """Run each command that comes in, until no more do."""
    for line in sys.stdin:
        folder, *args = json.loads(line)
        os.chdir(folder)
        print(json.dumps(asdict(runtall(*args))), flush=True)


if __name__ == "__main__":
    serve()
