"""What the bare numbers of a table count: kilometres or miles."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Each begins with its letter, so that a search passes quickly over all others.
# "8k", "24k"; 5k, 10k and shorter ones are paces, races and repetitions in miles, too.
KM = re.compile(
    r"k(?<![^\W\d]k)(?:ms?|ilomet\w+)\b|公里"
    r"|k(?:(?<=[^\d.][6-9]k)|(?<=[^\d.:][1-4]\dk)(?<!10k))\b"
)
MI = re.compile(r"m(?:(?<=\dm)|(?<=\d m))(?:i|iles?)\b|m(?<!\wm)(?:iles?|ileage|in/mi|ph)\b|英里")
# Lengths of races as bare numbers, in each unit.
RACES = {
    "km": re.compile(r"[24](?<![\d.:].)(?:(?<=4)2\.[12]|(?<=2)1\.(?:1|097))\d*(?![\d:])"),
    "mi": re.compile(r"[12](?<![\d.:].)(?:(?<=2)6\.2|(?<=1)3\.1)\d*(?![\d:])"),
}


# A unit that counts nothing: "Km unless stated", "distances in miles", "k's, not miles".
BARE = r"(?<![\d/])(?<!\d )(?<!per )(?<!not )\b"
SAID = {
    "km": re.compile(BARE + r"(?:kms?|k['\u2019]?s|kilomet\w+)\b|公里"),
    "mi": re.compile(BARE + r"miles?\b|英里"),
}


def unit_said(lines: Iterable[str]) -> str:
    """Return ``km`` or ``mi`` where words about a plan name one of them and no number."""
    text = "\n".join(line[:200] for line in lines).lower()
    units = [unit for unit, pattern in SAID.items() if pattern.search(text)]
    return units[0] if len(units) == 1 else ""


def unit_of(cells: Iterable[str]) -> str:
    """Return ``km`` or ``mi`` where the words of a table say it, else by its race; else empty."""
    text = "\n".join(cell[:200] for cell in cells if cell).lower().replace(",", ".")
    counts = {"km": len(KM.findall(text)), "mi": len(MI.findall(text))}
    if counts["km"] != counts["mi"]:
        return max(counts, key=lambda unit: counts[unit])
    races = {unit: len(pattern.findall(text)) for unit, pattern in RACES.items()}
    if races["km"] != races["mi"]:
        return max(races, key=lambda unit: races[unit])
    return ""
