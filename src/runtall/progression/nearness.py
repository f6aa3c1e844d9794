"""What a day is near to: the run, or the other session, that makes it a worse one."""

from __future__ import annotations

import re
from collections.abc import Collection

from runtall.domain.day import NEAR_DAYS, Day
from runtall.domain.library import records
from runtall.domain.run_plan import KEY_KINDS, RunKind

RUN_WORDS = {RunKind(row["kind"]): row["words"] for row in records("run_kinds.csv")}
# A title short and plain enough to stand inside a sentence.
PLAIN = re.compile(r"[\w ,.'()/+-]{1,30}")
# What other free days are near to, the dearest first.
LONG_RUN, RACE, WORKOUT = "the long run", "a race", "a workout"
SESSION = "the other session"
PRICED = (LONG_RUN, RACE, WORKOUT, SESSION)
PRICES = {RunKind.LONG: LONG_RUN, RunKind.RACE: RACE, RunKind.TUNEUP: RACE}
# Days from one session to the next that a week keeps.
SPACING = 2


def price(day: Day, taken: Collection[int]) -> str:
    """Return the dearest thing that a day is near to; empty where it is free of all."""
    if day.to_race <= NEAR_DAYS or (day.to_tuneup is not None and day.to_tuneup <= NEAR_DAYS):
        return RACE
    if day.since_long == 1 or day.near_key_run:
        return LONG_RUN
    if day.option == "C" or day.next_kind in KEY_KINDS:
        return WORKOUT
    return SESSION if any(abs(day.index - other) < SPACING for other in taken) else ""


def run_name(day: Day) -> str:
    """Return a key run by its own title where that fits into a sentence: ``Intervals``."""
    title = next((run.title for run in day.runs if run.kind is day.kind), "").strip()
    return title if PLAIN.fullmatch(title) else f"the {RUN_WORDS[day.kind]}"
