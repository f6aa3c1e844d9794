"""The distances that calendar-hack writes into titles: ``{5}``, ``{10:16}``, ``{8-9:13-14}``."""

from __future__ import annotations

import re

MARK = re.compile(
    r"\{(?P<low>\d{1,6}(?:\.\d+)?)(?:-(?P<high>\d{1,6}(?:\.\d+)?))?(?::[\d.]+(?:-[\d.]+)?)?\}"
)


def expand(text: str, units: str) -> str:
    """Write the distances of a title in the plan's own units.

    The first number is the plan's, the one behind the colon the same in the other unit; the
    plan's is kept, as the other is often rounded far away.
    """

    def words(match: re.Match[str]) -> str:
        high = f"-{match['high']}" if match["high"] else ""
        return f"{_short(match['low'])}{high} {units}"

    return MARK.sub(words, text)


def _short(number: str) -> str:
    return number.removesuffix(".0")
