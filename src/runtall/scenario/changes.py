"""Values set in place of a scenario's own: ``strength.minutes=20,30``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runtall.scenario.faults import ScenarioFaults
from runtall.scenario.file_text import file_text
from runtall.scenario.validate import unknown_keys
from runtall.scenario.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Change = tuple[tuple[str, ...], Any]
"""A path of keys, and the value that is set there."""


class BadChange(ValueError):
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
        source = read_yaml("", f"values: [{values}]")
    except ScenarioFaults as error:
        raise BadChange(f"--set {text}: {error.faults[0].message}") from None
    if source.faults:
        raise BadChange(f"--set {text}: {source.faults[0].message}")
    found = source.data.get("values")
    if not isinstance(found, list) or len(source.data) > 1:
        raise BadChange(f"--set {text}: a bracket is closed that was not opened")
    if not found:
        raise BadChange(f"--set {text}: give at least one value behind the =")
    return key, tuple(found)


def change(key: str, value: Any) -> Change:
    """Say which value is set at a dotted key."""
    return tuple(key.split(".")), value


def expect_known(path: Path, changes: Iterable[Change]) -> None:
    """Complain about keys that no scenario has.

    Raises
    ------
    ScenarioFaults
        With each of them; values are not looked at.
    """
    text = file_text(path)
    faults = []
    for key, value in changes:
        source = read_yaml(str(path), text)
        source.put(key, value)
        faults += unknown_keys(source)
    if faults:
        raise ScenarioFaults(faults)
