"""A plan file that can't be understood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runtall.errors import UserError
from runtall.exporters.fields import gathered
from runtall.exporters.files import words_of


class UnreadablePlan(UserError):
    """A file is no plan: something in it has no meaning, whatever the rules say."""

    faults: tuple[str, ...]


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Let every fault of a plan file begin with its path.

    Raises
    ------
    UnreadablePlan
        If it can't be read, or is no plan.
    """
    try:
        yield
    except OSError as error:
        raise UnreadablePlan(f"{path}: {words_of(error)}") from error
    except UnreadablePlan as error:
        raise UnreadablePlan(*(f"{path}: {fault}" for fault in gathered(error.faults))) from error
