"""Solved plans to change: the shipped scenarios and one with wishes of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from runtall import app
from tests.solve import shipped

SHORT = """\
race_date: 2027-04-25
weeks: 7
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
  own: {2027-03-31: "Gym: upper body"}
availability: {mon: {minutes: 40}, ill: 2027-04-04}
strength:
  fix: [{session: D1, day: mon}]
  ban: [{session: D2, day: wed}]
  exercises: {avoid: [dead_bug]}
"""
"""Under eight weeks, with a fixed day, one that is ruled out, an avoided exercise, a session of the
runner's own on Wednesday of week 4, an illness on the Sunday of that week, and 40 minutes on
Mondays for everything."""


TIGHT = """\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: workout, wed: rest, thu: easy, fri: easy, sat: long, sun: recovery}
athlete: {body_mass_kg: 57, signs: {neck_tight: 3}}
"""
"""A neck that is always tight: its carries grow in metres."""

OWN = {"short": SHORT, "tight": TIGHT}


def scenario_path(name: str, factory: pytest.TempPathFactory) -> Path:
    if name not in OWN:
        return shipped.path_of(name)
    path = factory.getbasetemp() / f"{name}.yaml"
    path.write_text(OWN[name], encoding="utf-8")
    return path


def solved(name: str, factory: pytest.TempPathFactory) -> app.Solved:
    """The solved scenario; each is solved once in a test session."""
    if name not in OWN:
        return shipped.solved(name, factory)
    return _solved(scenario_path(name, factory))


@cache
def _solved(path: Path) -> app.Solved:
    answer = app.solve(path, path.with_suffix(""))
    assert isinstance(answer, app.Solved), answer
    return answer
