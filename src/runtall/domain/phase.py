"""The three phases of a marathon block."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """What the run plan asks of a week."""

    BASE = "base"
    PEAK = "peak"
    TAPER = "taper"
