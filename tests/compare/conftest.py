"""Solved plans to compare: those that tables are made of."""

from __future__ import annotations

from tests.frames.conftest import plans, sample

__all__ = ["plans", "sample"]
