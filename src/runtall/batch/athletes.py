"""The scenarios of many athletes: what keeps them from having a folder each."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from runtall.documents.files import YAML, not_there
from runtall.domain.special_files import is_open_here
from runtall.errors.words import gathered


def scenarios_in(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """Return scenarios, with those of a folder in its place, and folders that have none."""
    found: list[Path] = []
    faults = []
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - raises nothing, whatever the name
            found.append(path)
            continue
        try:
            held = sorted(file for file in path.iterdir() if file.suffix.lower() in YAML)
        except OSError as error:
            faults.append(f"{path}: can't be read: {error.strerror}")
            continue
        if not held:
            faults.append(f"{path}: there is no scenario in this folder, no .yaml file")
        found += held
    return found, faults


def athletes_faults(paths: Sequence[Path]) -> list[str]:
    """Say which scenarios would share a folder, or have none; or that there is no file at all."""
    faults = [*open_here_only(paths), *_bad_names(paths)]
    if not any(map(is_there, paths)):
        faults += [f"{path}: {not_there(path)}" for path in paths]
    return faults


def open_here_only(paths: Iterable[Path]) -> list[str]:
    """Say which scenarios no other process could open."""
    return [
        f"{path}: can't be opened by the processes that solve; save it in a file"
        for path in paths
        if is_open_here(path)
    ]


def _bad_names(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        if path.stem in {"", ".", ".."}:
            yield f"{path}: names no athlete; give the file another name"
    for same in gathered((path.stem.casefold(), path) for path in paths).values():
        files = {path.absolute(): str(path) for path in same}
        if len(files) < len(same):
            yield f"{same[0]}: given twice"
        if len(files) > 1:
            yield f"{' and '.join(files.values())}: would share a folder; rename all but one"


def is_there(path: Path) -> bool:
    """Return whether there is such a file, perhaps one that can't be read: who reads it says so."""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):  # such as of a name that is too long
        return False
    return True
