"""The use case of a scenario: from a file, from a mapping or keywords, or from another one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from runtall.domain.scenario import Scenario
from runtall.scenario import read_mapping, read_scenario

Source = Scenario | Path | str | Mapping[str, Any]


def scenario(source: Source | None = None, /, **keys: Any) -> Scenario:
    """Read and validate a scenario.

    Parameters
    ----------
    source
        The name of a file; or its keys as a mapping; or a scenario that was read before.
    keys
        Values that are set in place of the source's own, by key; dotted for one that lies
        deeper, as in ``**{"strength.minutes": 20}``. Without a source they are all there is.

    Raises
    ------
    TypeError
        The source is something else.
    ScenarioFaults
        With everything that is wrong, each with its place.
    """
    if isinstance(source, Scenario):
        return source.with_(**keys) if keys else source
    changes = [(tuple(key.split(".")), value) for key, value in keys.items()]
    if source is None or isinstance(source, Mapping):
        return read_mapping(source or {}, changes)
    if not isinstance(source, str | Path):
        wanted = "the name of a file, a mapping of keys, or a scenario"
        raise TypeError(f"wanted is {wanted}; got {type(source).__name__}")
    return read_scenario(source, changes)
