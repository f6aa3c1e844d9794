"""What the services call their trainings."""

from __future__ import annotations

import re

from runtall.domain.library import records

# Entries that are no training: notes and the like.
NO_TRAINING = "none"
# Kinds by the types of training in tables and calendars, in lower case; empty: ask the title.
TRAINING_TYPES = {row["type"]: row["kind"] for row in records("training_types.csv")}
# A type before a title: ``Strength: hips``.
PREFIX = re.compile(
    rf"(?i)^\s*(?:optional\b:?\s*)?({'|'.join(sorted(TRAINING_TYPES, key=len, reverse=True))})\s*:"
)
# Words within the UIDs of Runna's events, and what they say; the first that is there counts.
RUNNA = tuple((row["word"], row["kind"]) for row in records("runna_words.csv"))
