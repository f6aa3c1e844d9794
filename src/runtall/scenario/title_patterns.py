"""Regular expressions of the runner's own, for titles of a run plan.

RE2 reads them: its time grows with the length of a title, whatever the expression. So it knows
nothing that looks ahead or back, and no references to groups.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from runtall.documents.values import BadValue
from runtall.errors.words import shown

# Characters of one, and steps of RE2's program for all together.
LONGEST = 200
MOST_STEPS = 8_000


def read_pattern(value: object) -> str:
    """Read a regular expression for titles."""
    import re2

    text = value if isinstance(value, str) else ""
    if len(text) > LONGEST:
        raise BadValue(f"{shown(text)} is longer than {LONGEST} characters")
    try:
        compile_pattern(text)
    except re2.error as error:
        what, _, part = error.args[0].decode("utf-8", "replace").partition(": ")
        where = f' at "{part}"' if part else ""
        raise BadValue(
            f"{shown(text)} can't be read as a regular expression{where}: {what}"
        ) from None
    except UnicodeEncodeError:  # half a character, of which the file's own fault tells
        raise BadValue(f"{shown(text)} can't be read as a regular expression") from None
    return text


def are_too_large(patterns: Iterable[str]) -> bool:
    """Return whether matching so many or such patterns would take too long."""
    steps: int = sum(compile_pattern(text).programsize for text in patterns)
    return steps > MOST_STEPS


@cache
def compile_pattern(text: str) -> Any:
    """Compile a title pattern; case doesn't matter."""
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    return re2.compile(text, options)
