"""What the plan says to the runner: texts and further reading, read from the data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from runtall.domain.library import data_text, read_record, records

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Text:
    """One record of ``data/texts.toml``: a text and its source."""

    id: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One record of ``data/further_reading.csv``."""

    topic: str
    organisation: str
    url: str
    source: str


@cache
def texts() -> Mapping[str, Text]:
    """Every text by id, in the file's order."""
    rows = tomllib.loads(data_text("texts.toml"))["text"]
    return MappingProxyType(
        {row["id"]: Text(row["id"], row["text"].strip(), row["source"]) for row in rows}
    )


def say(text_id: str) -> str:
    """The words of one text.

    Raises
    ------
    KeyError
        If there is no such text.
    """
    return texts()[text_id].text


@cache
def further_reading() -> tuple[Reading, ...]:
    """Where to read on, by topic."""
    return tuple(read_record(Reading, row) for row in records("further_reading.csv"))
