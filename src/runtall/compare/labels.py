"""Short names for the files that are compared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

USUAL = "plan"
"""Stem of every plan file; what tells plans apart is the folder."""


def labels(paths: Sequence[Path]) -> list[str]:
    """Name files by their stems, plans by their folders; by whole paths where those are the same.

    Returns
    -------
    list of str
        One name for each file, all different: a file given twice is numbered.
    """
    short = [_short(path) for path in paths]
    twice = {name for name, times in Counter(short).items() if times > 1}
    names = [str(path) if name in twice else name for path, name in zip(paths, short, strict=True)]
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return result


def _short(path: Path) -> str:
    return path.parent.name or path.stem if path.stem == USUAL else path.stem
