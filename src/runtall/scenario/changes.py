"""Values set in place of a scenario's own: ``strength.minutes=20,30``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from typing import Any

from runtall.documents.yaml import read_yaml
from runtall.domain.scenario import Change
from runtall.errors import Fault, FileFaults, UserError
from runtall.errors.words import printable
from runtall.scenario.file_text import file_text


class BadChange(UserError):
    """Text that sets no values; the message says what it should look like."""


def parse_values(text: str) -> tuple[str, tuple[Any, ...]]:
    """Read ``key=v1,v2``: a dotted key and the values that it takes, in YAML.

    Raises
    ------
    BadChange
        If it is none.
    """
    key, equals, values = text.partition("=")
    if not equals or not all(key.split(".")):
        raise BadChange(f"--set {text}: allowed: key=value,value, as strength.minutes=20,30")
    try:
        return key, _read(values)
    except BadChange as error:
        raise BadChange(f"--set {text}: {error}") from None


def _read(values: str) -> tuple[Any, ...]:
    try:
        source = read_yaml("", f"values: [{values}]", "key=value")
    except FileFaults as error:
        raise BadChange(error.faults[0].message) from None
    if source.faults:
        raise BadChange(source.faults[0].message)
    found = source.data.get("values")
    if not isinstance(found, list) or len(source.data) > 1:
        raise BadChange("a bracket is closed that was not opened")
    if not found:
        raise BadChange("give at least one value behind the =")
    return tuple(found)


def in_yaml(value: Any) -> str:
    """Write a value in YAML; no other value, nor another type, is written so."""
    if isinstance(value, str):
        with suppress(BadChange):
            if _read(value) == (value,):
                return value
    return json.dumps(value, ensure_ascii=False)


def change(key: str, value: Any) -> Change:
    """Say which value is set at a dotted key."""
    return tuple(key.split(".")), value


def conflicts(keys: Sequence[str]) -> list[str]:
    """Say which keys are given twice, and which hold others: one would undo the other."""
    twice = [
        f"--set {key}: given {times} times; give all its values in one"
        for key, times in Counter(keys).items()
        if times > 1
    ]
    return twice + [
        f"--set {part}: is a part of {whole}, which is set, too; set one of them only"
        for whole, part in permutations(dict.fromkeys(keys), 2)
        if part.startswith(f"{whole}.")
    ]


def unknown(path: Path, changes: Iterable[Change]) -> list[str]:
    """Say which keys no scenario has, and which go on where there are none; values don't matter."""
    from runtall.scenario.validate import unknown_keys

    text = file_text(path)
    faults = []
    for change in changes:
        source = read_yaml(str(path), text, "")
        source.put(*change)
        unknown, no_mappings = unknown_keys(source)
        faults += [in_words(fault, [change]) for fault in unknown]
        faults += [
            printable(f"{_setting(change)}: {_no_keys(fault.key)}")
            for fault in no_mappings
            if ".".join(change[0]).startswith(f"{fault.key}.")
        ]
    return faults


def _setting(change: Change) -> str:
    path, value = change
    return f"--set {'.'.join(path)}={in_yaml(value)}"


def _no_keys(key: str) -> str:
    return (
        f"{key} has no keys, and what is in a list can't be set by itself;"
        f" set all of it, as in --set '{key}=[...]'"
    )


def in_words(fault: Fault, changes: Iterable[Change]) -> str:
    """Write a fault; of a value that was set, the setting stands for the place in the file."""
    for change in changes:
        key = ".".join(change[0])
        below = fault.key.removeprefix(key)
        if below != fault.key and (not below or below[0] in ".["):
            inner = f"{below.removeprefix('.')}: " if below else ""
            return printable(f"{_setting(change)}: {inner}{fault.message}")
    return str(fault)
