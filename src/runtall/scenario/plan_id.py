"""The identity of a plan in calendars."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def plan_id(name: str, race_date: date) -> str:
    """Return name and race date as one word: ``spring-marathon-2027-04-25``."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    words = re.sub(r"[\W_]+", "-", plain).strip("-")
    return f"{words or 'plan'}-{race_date}"
