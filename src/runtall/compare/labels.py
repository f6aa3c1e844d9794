"""Short names for the files that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

from runtall.compare.measures import COLUMNS
from runtall.exporters.folder import is_folder

# Stem of every plan file; what tells plans apart is the folder.
USUAL = "plan"


def labels(paths: Sequence[Path]) -> list[str]:
    """Name files by their stems, plans by their folders; by whole paths where that won't do.

    It won't where two are the same, or where one is called as a column of the table of measures.

    Returns
    -------
    list of str
        One name for each file, all different: a file given twice is numbered.
    """
    short = [_short(path) for path in paths]
    times = Counter([*short, *COLUMNS])
    names = [
        str(path) if times[name] > 1 else name for path, name in zip(paths, short, strict=True)
    ]
    result: list[str] = []
    for name in names:
        numbered = (f"{name} ({number})" for number in count(2))
        free = chain([name], (label for label in numbered if label not in names))
        result.append(next(label for label in free if label not in {*result, *COLUMNS}))
    return result


def _short(path: Path) -> str:
    # Resolved: the folder of ../plan.json has a name, too.
    if is_folder(path):
        return path.resolve().name
    return path.resolve().parent.name or path.stem if path.stem == USUAL else path.stem
