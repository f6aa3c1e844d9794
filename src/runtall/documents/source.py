"""Plain data that remembers where each part of it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import PurePath
from typing import Any

from runtall.errors import Fault

# Keys and list indices from the top of the file.
Path = tuple[str | int, ...]


@dataclass(slots=True)
class Source:
    """A file as data.

    Parameters
    ----------
    file
        Its name in messages.
    data
        Mappings with text keys, lists, texts, numbers, true, false and None.
    positions
        Line and column, from 1, of each key and each list entry.
    faults
        What was wrong on the way: keys given twice, strange keys and tags.
    kept
        Of lists that lost entries, the first indices of those that are left.
    start
        Where its first line and column are; zeros: it has none.
    """

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    positions: dict[Path, tuple[int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    kept: dict[Path, list[int]] = field(default_factory=dict)
    start: tuple[int, int] = (1, 1)

    @classmethod
    def of(cls, file: str, data: Mapping[str, Any], start: tuple[int, int] = (1, 1)) -> Source:
        """Make a source of data that was read already: its parts have paths, but no lines."""
        copied: dict[str, Any] = plain(data)
        return cls(file, copied, dict.fromkeys(_paths(copied, ()), start), start=start)

    def put(self, path: tuple[str, ...], value: Any) -> None:
        """Set the value at a path of keys; it stands where the nearest known key does."""
        position = self.positions.get(self.known(path), self.start)
        data = self.data
        for step in path[:-1]:
            if not isinstance(data.get(step), dict):
                data[step] = {}
            data = data[step]
        for old in [known for known in self.positions if known[: len(path)] == path]:
            del self.positions[old]
        value = data[path[-1]] = plain(value)
        for depth in range(1, len(path)):
            self.positions.setdefault(path[:depth], position)
        self.positions |= dict.fromkeys([path, *_paths(value, path)], position)

    def known(self, path: Path) -> Path:
        """Return the part of a path that stands in the file; steps that don't are left out."""
        result: Path = ()
        for step in path:
            if isinstance(step, int) and result in self.kept:
                step = self.kept[result][step]
            if (*result, step) in self.positions:
                result = (*result, step)
        return result

    def cut(self, path: Path) -> None:
        """Take the value at a path of the file out of the data."""
        data: Any = self.data
        for depth, step in enumerate(path):
            index = step
            if isinstance(step, int):
                left = self.kept.setdefault(path[:depth], list(range(len(data))))
                if step not in left:
                    return
                index = left.index(step)
            elif step not in data:
                return
            if depth == len(path) - 1:
                del data[index]
                if isinstance(step, int):
                    self.kept[path[:depth]].remove(step)
            else:
                data = data[index]

    def fault(self, path: Path, message: str, missing: str = "") -> Fault:
        """Return the fault at a path, or as near to it as the file goes."""
        known = self.known(path)
        line, column = self.positions.get(known, self.start)
        name = key_path((*known, missing) if missing else known)
        return Fault(self.file, line, column, name, message)


def plain(value: Any) -> Any:
    """Copy data that was made in Python as a file would hold it: dates and times are texts."""
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, datetime) and value.time() == time():  # such as a timestamp of pandas
        return str(value.date())
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if hasattr(value, "tolist"):  # numbers and arrays of numpy
        return plain(value.tolist())
    return str(value) if isinstance(value, date | PurePath | str) else value


def _paths(value: Any, path: Path) -> Iterator[Path]:
    """Yield the paths of everything within a value."""
    parts = enumerate(value) if isinstance(value, list) else ()
    for step, part in value.items() if isinstance(value, dict) else parts:
        yield (*path, step)
        yield from _paths(part, (*path, step))


def key_path(path: Path) -> str:
    """Write a path as people do: ``runs.week.mon[1].km``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            shown = step if len(step) <= 60 else step[:57] + "..."
            text += f".{shown}" if text else shown
    return text
