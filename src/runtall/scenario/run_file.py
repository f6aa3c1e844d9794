"""What a scenario needs from the reader of its run plan file, whoever that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from runtall.domain.run_plan import Run, RunKind
from runtall.scenario.values import RunWord, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

LONGEST_TITLE = 200
"""Longer titles are not matched: regular expressions can take very long."""


class FileRun(Protocol):
    """A run of the file and the line that it stands in."""

    @property
    def date(self) -> date:
        """Its day."""

    @property
    def run(self) -> Run:
        """What is run."""

    @property
    def line(self) -> int:
        """Line of the file, from 1."""

    @property
    def provenance(self) -> str:
        """Where its kind comes from: ``stated``, ``inferred`` or ``assumed``."""


class OwnSession(Protocol):
    """Strength, yoga or gym work that the run plan has of its own."""

    @property
    def date(self) -> date:
        """Its day."""

    @property
    def title(self) -> str:
        """The run plan's words."""


class FileFault(Protocol):
    """What is wrong with the file; line 0: with all of it."""

    @property
    def line(self) -> int:
        """Line, from 1; 0 where the whole file is meant."""

    @property
    def column(self) -> int:
        """Column, from 1."""

    @property
    def field(self) -> str:
        """Name of the file's column or key, or empty."""

    @property
    def message(self) -> str:
        """What is wrong and what is allowed."""


class RunFile(Protocol):
    """A run plan file as it was read."""

    @property
    def runs(self) -> Sequence[FileRun]:
        """The runs by date."""

    @property
    def occupied(self) -> Sequence[OwnSession]:
        """The days that belong to the run plan's own strength work."""

    @property
    def feed(self) -> bool:
        """Whether the file may go on before and after the plan."""

    @property
    def faults(self) -> Sequence[FileFault]:
        """All that is wrong."""

    @property
    def warnings(self) -> Sequence[str]:
        """What the runner should know."""


Correct = Callable[[str], tuple[RunKind, bool] | None]
"""The kind that a title is corrected to, and whether the run is optional; None: as it was."""


class LoadRuns(Protocol):
    """Reader of run plan files."""

    def __call__(
        self,
        path: Path,
        correct: Correct,
        *,
        race_date: date | None,
        timezone: str | None,
        week_starts: str,
        form: str,
    ) -> RunFile:
        """Read a file.

        Parameters
        ----------
        correct
            What the runner says of titles.
        race_date, timezone, week_starts
            As the scenario has them.
        form
            The name of its format, or ``auto``.
        """


def corrections(kinds: Mapping[str, RunWord]) -> Correct:
    """Make the function that corrects the kind of a title, by the first pattern that is in it."""
    patterns = [(compile_pattern(text), word) for text, word in kinds.items()]

    def correct(title: str) -> tuple[RunKind, bool] | None:
        if not title or len(title) > LONGEST_TITLE:
            return None
        return next((word for pattern, word in patterns if pattern.search(title)), None)

    return correct
