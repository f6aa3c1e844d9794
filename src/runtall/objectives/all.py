"""The register: every objective, tier by tier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.objectives.next_day import NextDay

if TYPE_CHECKING:
    from runtall.objectives.base import Objective

OBJECTIVES: tuple[Objective, ...] = (NextDay(),)
