"""What a runner's answers change next time: pure functions, one for each answer.

A run that dragged, a pull felt in the biceps only, a carry that leaned,
a first guess that was wrong, a shoulder that pinches or hurts.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from runtall.domain.library import records
from runtall.progression.strength import STEP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from runtall.domain.athlete import Athlete
    from runtall.domain.exercise import Exercise, Pattern
    from runtall.domain.plan import Entry, Session
    from runtall.progression.path import State

KEPT_PERCENT = 80
"""Sets that are left in the week after a dragged run."""
DRAGGED_WEEKS = 2
"""Flagged weeks in a row that cost a session a week."""
TOO_EASY, TOO_HARD = 4, 2
"""More reps left than this, or fewer, and a first guess was wrong."""
PERSISTS_SESSIONS, PERSISTS_DAYS = 2, 7


def after_drag(
    planned: Sequence[Session], last: Sequence[Session], library: Mapping[str, Exercise]
) -> tuple[Session, ...]:
    """Ease the week after a key run that dragged.

    Parameters
    ----------
    planned, last
        Sessions of the coming week and of the one that dragged.

    Returns
    -------
    tuple of Session
        The coming week with the doses of the last one and one rep more in reserve, nothing new
        in it, and 80 % of last week's sets at most; each pattern that it trained keeps one.
    """
    known = {entry.exercise: entry for session in last for entry in session.done}
    eased = [[_held(e, known[e.exercise]) for e in s.done if e.exercise in known] for s in planned]
    allowed = KEPT_PERCENT * sum(session.n_sets for session in last) // 100
    while sum(entry.sets for entries in eased for entry in entries) > allowed:
        spare = _sparable(eased, library)
        if spare is None:
            break
        session, place = spare
        entry = eased[session][place]
        eased[session][place] = replace(entry, sets=entry.sets - 1)
    return tuple(
        replace(session, entries=tuple(entry for entry in entries if entry.sets))
        for session, entries in zip(planned, eased, strict=True)
    )


def _held(planned: Entry, known: Entry) -> Entry:
    """The planned entry with the dose of the last one, and one rep more in reserve."""
    rir = None if known.rir is None else known.rir + 1
    return replace(
        known,
        position=planned.position,
        sets=min(planned.sets, known.sets),
        rir=rir,
        method="less",
        note=planned.note,
        pair=planned.pair,
    )


def _sparable(
    eased: Sequence[Sequence[Entry]], library: Mapping[str, Exercise]
) -> tuple[int, int] | None:
    """Where to take a set away: from the fullest entry, the last of them, sparing patterns."""
    left: dict[Pattern, int] = {}
    for entries in eased:
        for entry in entries:
            pattern = library[entry.exercise].pattern
            left[pattern] = left.get(pattern, 0) + entry.sets
    choices = [
        (entry.sets, session, place)
        for session, entries in enumerate(eased)
        for place, entry in enumerate(entries)
        if entry.sets and left[library[entry.exercise].pattern] > 1
    ]
    return max(choices)[1:] if choices else None


def sessions_after(dragged: Sequence[bool], usual: int) -> int:
    """Sessions of the coming week: one after two flagged weeks in a row, until a clean one.

    Parameters
    ----------
    dragged
        One flag for each week so far, the latest last.
    """
    latest = dragged[-DRAGGED_WEEKS:]
    return min(1, usual) if len(latest) == DRAGGED_WEEKS and all(latest) else usual


def lighter(state: State) -> State:
    """One step lighter, as after a pull that only the biceps felt."""
    return replace(state, level=max(0, state.level - 1))


def after_lean(exercise: Exercise, state: State) -> State:
    """Five metres less after a lean or a shrug, or one weight at the shortest distance."""
    step = STEP[exercise.measure]
    if state.amount - step >= exercise.low:
        return replace(state, amount=state.amount - step)
    return lighter(state)


def calibrated(state: State, n_levels: int, reserve: int) -> State:
    """Where to go on after a first guess that left so many reps in reserve."""
    if reserve < TOO_HARD:
        return lighter(state)
    if reserve > TOO_EASY:
        return replace(state, level=min(n_levels - 1, state.level + 1))
    return state


@cache
def shoulder_ladder() -> tuple[str, ...]:
    """What to try when a shoulder pinches, in this order."""
    return tuple(row["words"] for row in records("shoulder_ladder.csv"))


def next_comfort(tried: int) -> str | None:
    """Say what to try after so many steps of the ladder; None: stop, and treat it as pain."""
    ladder = shoulder_ladder()
    return ladder[tried] if tried < len(ladder) else None


def persists(sessions: int, days: int) -> bool:
    """Whether a pain has lasted so long that a clinician should see it."""
    return sessions >= PERSISTS_SESSIONS or days >= PERSISTS_DAYS


def without(athlete: Athlete, key: str) -> Athlete:
    """The runner without an exercise that hurts, from the next session on."""
    return replace(athlete, painful=athlete.painful | {key})
