"""What a reader of run plan files takes and gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from runtall.domain.run_plan import Run, RunKind

if TYPE_CHECKING:
    from datetime import date

Correct = Callable[[str], tuple[RunKind, bool] | None]
"""What the runner says a title is: its kind and whether it is optional; None: nothing."""


@dataclass(frozen=True, slots=True)
class DatedRun:
    """A run of the file, its day, and the line that it stands in (from 1)."""

    date: date
    run: Run
    line: int


@dataclass(frozen=True, slots=True)
class RunFileFault:
    """Something wrong in the file.

    Parameters
    ----------
    line, column
        Where, from 1; line 0 where the whole file is meant.
    field
        Name of the file's column or key; empty where none is meant.
    message
        What is wrong and what is allowed.
    """

    line: int
    column: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class RunFile:
    """A run plan file as it was read.

    Parameters
    ----------
    runs
        By date; those of one day by time, else as the file has them.
    faults
        All that is wrong; with faults, ``runs`` is incomplete.
    warnings
        What the runner should know though it is no fault.
    """

    runs: tuple[DatedRun, ...] = ()
    faults: tuple[RunFileFault, ...] = ()
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads the text of one format."""

    def __call__(self, text: str, correct: Correct) -> RunFile:
        """Read the runs in a text.

        Parameters
        ----------
        correct
            The runner's own reading of titles, which wins over the file.
        """


def whole_file(message: str) -> RunFile:
    """A file that can't be read at all."""
    return RunFile(faults=(RunFileFault(0, 1, "", message),))
