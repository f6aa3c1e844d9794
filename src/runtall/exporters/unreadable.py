"""A plan file that can't be understood."""

from __future__ import annotations

from runtall.errors import UserError


class UnreadablePlan(UserError):
    """A file is no plan: something in it has no meaning, whatever the rules say."""

    faults: tuple[str, ...]
