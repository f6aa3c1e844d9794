"""What a card says of the sets that a sign asks for."""

from __future__ import annotations

from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.progression.texts import say

# Places in the line of a sign that are worth a word; those behind would grow as early without it.
WORTH_A_WORD = 2


def sign_words(problem: Problem, exposure: Exposure, before: Exposure | None) -> str:
    """Say for whom a set is added: one that comes first, or one over the template.

    Parameters
    ----------
    before
        The last exposure that counts, in whatever kind of session.
    """
    if not exposure.more_sets or (before and before.entry.sets >= exposure.entry.sets):
        return ""
    for slot in problem.slots[exposure.kind]:
        focus = problem.focus.get(slot.name)
        if slot.position != exposure.entry.position or focus is None:
            continue
        over = exposure.entry.sets > slot.full
        if over or focus.place < WORTH_A_WORD:
            return say("sign_set").format(cause=" and ".join(focus.causes))
    return ""
