"""What is wrong with a run plan file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runtall.errors import Fault, FileFaults
from runtall.importers import load_runs


def faults(path: Path, **how: Any) -> tuple[Fault, ...]:
    """The faults of a file."""
    return faults_of(lambda: load_runs(path, **how))


def faults_of(read: Callable[[], object]) -> tuple[Fault, ...]:
    """The faults that reading ends with."""
    with pytest.raises(FileFaults) as caught:
        read()
    return caught.value.faults
