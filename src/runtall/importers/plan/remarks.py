"""What a note beside a run says of it: that it is cancelled, on another day, or something else."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from runtall.importers.words.languages import CODES, any_of, joining, language, own, worded
from runtall.importers.words.titles import spelling

# Words of a note that is about nothing else.
MOST_WORDS = 5
# What parts the sentences of a note, and how one begins that says what is done in some case.
SENTENCES = re.compile("(?<=[.!;])\\s+|(?<=[\u3002\uff01\uff1b])|\n")
IN_CASE = r"\W*«if|in_case»(?:(?<=[\u3400-\u9fff])|\b)"
# "As usual, 6 x 800", where the same word begins a condition as well.
AS_USUAL = r"\W*«like»\b.*\d"


@lru_cache(maxsize=1024)
def cancels(text: str, languages: tuple[str, ...]) -> bool:
    """Return whether a short note says that there is no run: "cancelled (ill)"."""
    return any(any_of(own(languages), "cancelled").match(note) for note in _notes(text))


@lru_cache(maxsize=1024)
def moves(text: str) -> bool:
    """Return whether a short note says that the run is on another day: "moved to Thu"."""
    return any(map(_moved().match, _notes(text)))


@lru_cache(maxsize=1024)
def without_conditions(text: str, languages: tuple[str, ...]) -> str:
    """Return a note without its sentences about some case: "If it hurts, take the bike"."""
    codes = own(languages)

    def is_condition(sentence: str) -> bool:
        plain = sentence.lower()
        as_usual = worded(AS_USUAL, *codes).match(plain)
        return bool(worded(IN_CASE, *codes).match(plain)) and not as_usual

    if not any(map(is_condition, SENTENCES.split(text))):
        return text
    return "\n".join(one for one in SENTENCES.split(text) if not is_condition(one))


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
