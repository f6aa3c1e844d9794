"""What the plan says to the runner, read from the data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from runtall.domain.library import data_text


@cache
def texts() -> Mapping[str, str]:
    """Return every text by id, in the file's order."""
    rows = tomllib.loads(data_text("texts.toml"))["text"]
    return MappingProxyType({row["id"]: row["text"].strip() for row in rows})


def say(text_id: str) -> str:
    """Return the words of one text.

    Raises
    ------
    KeyError
        If there is no such text.
    """
    return texts()[text_id]
