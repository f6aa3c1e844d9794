"""What a runner may say that a title of the run plan is."""

from __future__ import annotations

from typing import NamedTuple

from runtall.documents.values import BadValue
from runtall.domain.run_plan import IGNORE, STRENGTH, RunKind
from runtall.errors.words import choose, shown
from runtall.scenario.run_words import RUN_WORDS, read_run_word


class TitleWord(NamedTuple):
    """A kind of run, `STRENGTH` or `IGNORE`, and whether it may be left out."""

    kind: str
    optional: bool


# Words for what is no run: it keeps its day from our sessions, or is no training at all.
OTHERS = (STRENGTH, IGNORE)
TITLE_WORDS = (*RUN_WORDS, *OTHERS)


def read_title_word(value: object) -> TitleWord:
    """Read what a title is."""
    if isinstance(value, str) and value in OTHERS:
        return TitleWord(value, optional=False)
    try:
        return TitleWord(*read_run_word(value))
    except BadValue:
        word = value.rstrip("?") if isinstance(value, str) else ""
        if word in {*RunKind}:
            raise
        raise BadValue(
            f"{shown(value)} is not a kind of run{choose(word, [*RunKind, *OTHERS])}"
        ) from None
