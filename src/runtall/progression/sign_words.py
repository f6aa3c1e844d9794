"""What a card says of the sets that a sign asks for."""

from __future__ import annotations

from collections.abc import Sequence

from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.progression.texts import say

# Places in the line of a sign that are worth a word; those behind would grow as early without it.
WORTH_A_WORD = 2


def sign_words(problem: Problem, exposure: Exposure, before: Sequence[Exposure]) -> str:
    """Say for whom a set is added: one that comes first, or one over the template.

    Parameters
    ----------
    before
        What it must have more sets than: the last exposure that counts, in whatever kind of
        session, and the one that the card compares it with.
    """
    as_many = any(other.entry.sets >= exposure.entry.sets for other in before)
    if not (exposure.more_sets and exposure.in_base) or as_many:
        return ""
    for slot in problem.slots[exposure.kind]:
        focus = problem.focus.get(slot.name)
        if slot.position != exposure.entry.position or focus is None:
            continue
        over = exposure.entry.sets > slot.full
        if over or focus.place < WORTH_A_WORD:
            return say("sign_set").format(cause=" and ".join(focus.causes))
    return ""
