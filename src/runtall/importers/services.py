"""What the services call their trainings."""

from __future__ import annotations

import re

from runtall.domain.run_plan import RunKind
from runtall.importers.base import STRENGTH

NO_TRAINING = "none"
"""Entries that are no training: notes and the like."""
TRAINING_TYPES = {
    "run": "",  # the title says what kind
    "running": "",
    "other": "",
    "swim": RunKind.CROSS.value,
    "bike": RunKind.CROSS.value,
    "cycling": RunKind.CROSS.value,
    "mountain bike": RunKind.CROSS.value,
    "mtb": RunKind.CROSS.value,
    "crosstrain": RunKind.CROSS.value,
    "cross train": RunKind.CROSS.value,
    "x-train": RunKind.CROSS.value,
    "xc-ski": RunKind.CROSS.value,
    "rowing": RunKind.CROSS.value,
    "walk": RunKind.CROSS.value,
    "brick": RunKind.WORKOUT.value,  # a ride and a run at once
    "race": RunKind.RACE.value,
    "day off": RunKind.REST.value,
    "rest": RunKind.REST.value,
    "rest day": RunKind.REST.value,
    "strength": STRENGTH,
    "yoga": STRENGTH,
    "custom": NO_TRAINING,
    "note": NO_TRAINING,
}
"""Types of training in the tables and calendars of several services, in lower case."""
PREFIX = re.compile(
    rf"^\s*(?:optional\b:?\s*)?({'|'.join(sorted(TRAINING_TYPES, key=len, reverse=True))})\s*:",
    re.IGNORECASE,
)
"""A type before a title: ``Strength: hips``."""
RUNNA = (
    ("LEGS_AND_CORE", STRENGTH),
    ("STRENGTH", STRENGTH),
    ("YOGA", STRENGTH),
    ("PILATES", STRENGTH),
    ("WALK_RUN", RunKind.EASY.value),
    ("EASY_RUN", RunKind.EASY.value),
    ("RECOVERY_RUN", RunKind.RECOVERY.value),
    ("LONG_RUN", RunKind.LONG.value),
    ("TEMPO", RunKind.WORKOUT.value),
    ("INTERVALS", RunKind.WORKOUT.value),
    ("HILLS", RunKind.WORKOUT.value),
    ("RACE", RunKind.RACE.value),
)
"""Words within the UIDs of Runna's events."""
