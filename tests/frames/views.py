"""Views of solved scenarios, each solved once in a test session."""

from __future__ import annotations

import pytest

from runtall.frames import PlanView
from tests.solve import shipped

NAMES = ("sample-week", "travel-weeks", "doubles", "only-tuesday-friday", "tune-up-race", "signs")
"""Scenarios that differ in what tables show: relaxations, distances, start times, signs."""


def views(factory: pytest.TempPathFactory) -> dict[str, PlanView]:
    return {name: shipped.solved(name, factory) for name in NAMES}
