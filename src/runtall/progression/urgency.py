"""What the notes on an exercise are for, and which a runner reads first."""

from __future__ import annotations

import re

from runtall.progression.texts import say

# The urgency of what changes what is done today.
TO_DO_FIRST = 1
SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z])")
# What only a note on a condition has in it.
CONDITION = "; if not, "
# Begins a note that nothing steps up; what only a note has in it that says so, or when it does.
STAYS = re.compile("No (?:heavier|step up|more than|more today)|The same again|As earlier")
REFUSAL = re.compile(
    rf"{STAYS.pattern}|up on [0-9]|above the range|Above the range: |: reps only\."
)
# What is done instead of growing.
PAUSES = frozenset(say(f"instead_{kind}") for kind in ("pull", "push", "carry", "core", "hold"))
# What only a note has in it that the first event says, too, or another line of the card, or that
# changes nothing today.
MINOR = re.compile(
    r"In place of the |"
    r"Your nearest weight is |It is on the light side|Worked out from "
)
# Begins notes that change what is done today.
TO_DO = re.compile("Carry a packed bag|Too easy|Find the weight|.*(are enough here|nder the range)")
# Says when a far heavier weight may be taken at once.
TAKE = re.compile("Far too easy, good for [0-9]+")
# Says where to stand with a band that is a step up.
STAND = re.compile("Stand so that ")
# What only a note has in it that the next load is far heavier or harder.
FAR = re.compile(f"{TAKE.pattern}|{say('far')}|{say('far_metres')}| is a long way: ")
# What spares a sore spot.
SPARED = frozenset({say("spared"), say("spared_overhead")})
GUESS = say("load_guess")


def urgency(note: str) -> int:
    """Return how early a note is read, 0 first: what changes the next set, then what explains it.

    Conditions and what spares a sore spot come before all, why nothing steps up behind what is
    new, and last what the runner needn't know for this session.
    """
    order = (
        CONDITION in note or note in SPARED,
        note in PAUSES or TO_DO.match(note) or TAKE.match(note),
        not (REFUSAL.search(note) or MINOR.match(note) or note == GUESS),
        not (MINOR.match(note) or note == GUESS),
    )
    return next((place for place, holds in enumerate(order) if holds), len(order))
