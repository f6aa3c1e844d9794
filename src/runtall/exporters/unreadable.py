"""A plan file that can't be understood."""

from __future__ import annotations


class UnreadablePlan(ValueError):
    """A file is no plan: something in it has no meaning, whatever the rules say.

    Parameters
    ----------
    faults
        Every fault that was found, each with its place.
    """

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
