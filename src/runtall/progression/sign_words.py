"""What a card says of the sets that a sign asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import SPLIT, Exposure
from runtall.progression.texts import listed, say

# Places in the line of a sign that are worth a word; those behind would grow as early without it.
WORTH_A_WORD = 2


def unserved(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield the signs that no set of a plan is for, and why: ``no set is for the hills, ...``."""
    done = {
        (slot.name, entry.exercise)
        for session in plan.sessions
        if session.kind.heavy
        for entry in session.entries
        for slot in problem.slots[session.kind]
        if slot.position == entry.position and entry.sets
    }
    for sign in problem.request.athlete.shown if done else ():
        serves = any(
            slot in sign.grows and (slot != sign.instead_of or exercise == sign.exercise)
            for slot, exercise in done
        )
        if not serves:
            more = say("sign_mobility") if sign.mobility else ""
            why = say("cause_time" if problem.optional_slots else "cause_room")
            yield say("sign_unserved", cause=sign.cause, why=why, more=more)


def sign_words(problem: Problem, exposure: Exposure, before: Sequence[Exposure]) -> str:
    """Say for whom a set is added: one that comes first, or one over the template.

    Where an exercise is what some signs ask for, it is for these alone, whatever its place is for.

    Parameters
    ----------
    before
        What it must have more sets than: the last exposure that counts, unless that is on the other
        day of two, and the one that the card compares it with.
    """
    gained = [
        exposure.entry.sets - other.entry.sets
        for other in before
        # A pull day and a push day with the same exercise each have sets of their own.
        if other.kind is exposure.kind or not {other.kind, exposure.kind} <= SPLIT
    ]
    # None is added where there were as many before, and several only come back.
    added = min(gained, default=1) == 1
    first = exposure.day.week == problem.first_week
    if not (exposure.more_sets and exposure.in_base and added) or first:
        return ""
    shown = problem.request.athlete.shown
    for slot in problem.slots[exposure.kind]:
        focus = problem.focus.get(slot.name)
        if slot.position != exposure.entry.position or focus is None:
            continue
        over = exposure.entry.sets > slot.full
        if over or focus.place < WORTH_A_WORD:
            own = [s.cause for s in shown if s.exercise == exposure.entry.exercise]
            causes = [cause for cause in focus.causes if cause in own] or focus.causes
            return say("sign_set", cause=listed(causes)) if causes else ""
    return ""
