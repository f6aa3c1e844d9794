"""Solved plans to make tables of."""

from __future__ import annotations

import pytest

from runtall.frames import PlanView
from tests.frames.views import views


@pytest.fixture(scope="session")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlanView]:
    return views(tmp_path_factory)


@pytest.fixture(scope="session")
def sample(plans: dict[str, PlanView]) -> PlanView:
    return plans["sample-week"]
