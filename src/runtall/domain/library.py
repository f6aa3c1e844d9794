"""The exercise library and the templates, read from the data files."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from runtall.domain.exercise import Area, Exercise, Measure, Pattern, SessionKind, Slot, Template

if TYPE_CHECKING:
    from collections.abc import Mapping


def records(name: str) -> list[dict[str, str]]:
    """Rows of the data file ``name`` as mappings from column to text."""
    return list(csv.DictReader(data_text(name).splitlines()))


def data_text(name: str) -> str:
    """Text of the data file ``name``."""
    return resources.files("runtall.data").joinpath(name).read_text(encoding="utf-8")


def _needs(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(need.split("+")) for need in text.split("|")) if text else ()


def _exercise(row: dict[str, str]) -> Exercise:
    return Exercise(
        key=row["key"],
        name=row["name"],
        pattern=Pattern(row["pattern"]),
        areas=MappingProxyType({area: int(row[area]) for area in Area if int(row[area])}),
        needs=_needs(row["needs"]),
        measure=Measure(row["measure"]),
        low=int(row["low"]),
        high=int(row["high"]),
        per_side=row["per_side"] == "true",
        tenths_per_rep=int(row["tenths_per_rep"]),
        lowering_tenths=int(row["lowering_tenths"]),
        rest_s=int(row["rest_s"]),
        ladder=row["ladder"],
        benefits=tuple(row["benefits"].split("+")),
        cue=row["cue"],
        working=row["working"] == "true",
        estimates_max=row["estimates_max"] == "true",
        source=row["source"],
    )


@cache
def exercises() -> Mapping[str, Exercise]:
    """Every exercise by key, in the guide's order."""
    return MappingProxyType({row["key"]: _exercise(row) for row in records("exercises.csv")})


@cache
def templates() -> Mapping[SessionKind, Template]:
    """The template of every session kind."""
    slots: dict[SessionKind, list[Slot]] = {kind: [] for kind in SessionKind}
    titles: dict[SessionKind, str] = {}
    for row in records("templates.csv"):
        kind = SessionKind(row["session"])
        titles[kind] = row["title"]
        slots[kind].append(
            Slot(
                position=int(row["position"]),
                name=row["slot"],
                pattern=Pattern(row["pattern"]),
                ladder=tuple(row["ladder"].split("+")),
                full=int(row["full"]),
                most=int(row["most"]),
                first_cut=int(row["first_cut"]),
                next_cuts=int(row["next_cuts"]),
            )
        )
    return MappingProxyType(
        {kind: Template(kind, tuple(slots[kind]), titles[kind]) for kind in SessionKind}
    )
