"""What a note beside a run says of it: that it is cancelled, or on another day."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from runtall.importers.words.languages import CODES, any_of, joining, language, own
from runtall.importers.words.titles import spelling

# Words of a note that is about nothing else.
MOST_WORDS = 5


@lru_cache(maxsize=1024)
def cancels(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a short note says that there is no run: "cancelled (ill)"."""
    return any(any_of(own(languages), "cancelled").match(note) for note in _notes(text))


@lru_cache(maxsize=1024)
def moves(text: str) -> bool:
    """Return whether a short note says that the run is on another day: "moved to Thu"."""
    return any(map(_moved().match, _notes(text)))


@cache
def _moved() -> re.Pattern[str]:
    days = "|".join(re.escape(day) for code in CODES for day in language(code).weekdays)
    return re.compile(
        rf"(?:[^\W\d]+ )?(?:{joining('move')})(?:\b|(?<=[\u3400-\u9fff])) ?(?:[^\W\d]+ )?"
        rf"(?:\d|(?:{joining('tomorrow')}|{days})(?![^\W\d]))"
    )


def _notes(text: str) -> list[str]:
    lines = map(spelling, text.splitlines())
    return [line.strip(" .!()") for line in lines if 0 < len(line.split()) <= MOST_WORDS]
