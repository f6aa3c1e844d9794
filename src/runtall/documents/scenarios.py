"""What a text that holds a scenario looks like, without reading it."""

from __future__ import annotations

import re

# A scenario begins with a key, perhaps below comments, or with a brace.
KEYS_FIRST = re.compile(
    r"\A\ufeff?(?:---[ \t]*\n)?(?:[ \t]*(?:#.*)?\n)*(?:\{|[\"']?\w+[\"']?[ \t]*:)"
)
# Its first key may have a blank or a dash too many: "race date".
NEARLY_KEYS_FIRST = re.compile(KEYS_FIRST.pattern.replace(r"\w+", r"\w+(?:[ -]\w+)?"))
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
# It has runs, perhaps misspelt, by keys that are no lists in it: in documents of other programs
# they are. Their weekdays may lack the key above them, and a week of them the one above that.
RUNS = re.compile(
    r"(?:^|[{,]\s*)[\"']?r[uns]{2,3}[\"']?[ \t]*:\s*(?:#.*\n\s*)*(?:\{\s*)?"
    rf"[\"']?(?:week|weeks|days|file|{_WEEKDAY})[\"']?[ \t]*:(?!\s*(?:\[|-\s))"
    rf"|^week:\s*(?:\{{\s*|\n[ \t]+){_WEEKDAY}:[ \t]*\w",
    re.MULTILINE | re.IGNORECASE,
)
# What it says of its runner, of which one key may be another document's.
PARTS = re.compile(
    r"^(?:runs|availability|athlete|equipment|strength|phases|rules)[ \t]*:"
    r"[ \t]*(?:#.*)?(?:\{|\n[ \t]+[\"']?\w+[\"']?:)",
    re.MULTILINE | re.IGNORECASE,
)
# Keys that a scenario has, as documents of other programs may.
KEYS = re.compile(
    r"^(?:\{\s*)?\"?(?:race_date|phases|availability|athlete|equipment|strength|rules)\"?[ \t]*:",
    re.MULTILINE,
)


def is_scenario(text: str) -> bool:
    """Return whether a text is a scenario, perhaps one with faults."""
    if not NEARLY_KEYS_FIRST.match(text):
        return False
    return bool(RUNS.search(text)) or len(PARTS.findall(text)) > 1


def may_be_scenario(text: str) -> bool:
    """Return whether a text has keys of a scenario, though it may be something else."""
    return bool(KEYS_FIRST.match(text) and KEYS.search(text))
