"""What a scenario may do to a rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What reading a scenario has to know of a rule.

    Parameters
    ----------
    soft
        It has a weight; a hard rule has none.
    can_be_off
        A scenario may switch it off.
    """

    soft: bool
    can_be_off: bool
