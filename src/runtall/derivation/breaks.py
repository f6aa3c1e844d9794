"""Weeks and days that a plan's start, days off, illnesses and trips take."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from runtall.domain.phase import Phase
from runtall.domain.problem import Day
from runtall.domain.request import Request

# Options of days on which a plan can start.
GENTLE = ("A", "B")
# Days off in a week from which on it is a break.
MOST_DAYS = 4
# Days from one session to the next, at least.
SPACING = 2


def weeks_back(days: Sequence[Day]) -> set[int]:
    """Return the weeks of the first days after an illness on which a session is right."""
    ends = [day.index for day, after in pairwise(days) if day.ill and not after.ill]
    right = (
        next((d for d in days[end:] if d.trainable and d.is_open and d.option in GENTLE), None)
        for end in ends
    )
    return {day.week for day in right if day}


def early_weeks(request: Request, days: Sequence[Day]) -> int:
    """Return the weeks before the plan starts: with a day for a first session it has begun.

    That is an easy day or one without a run, and not the eve of a long run; where the week is a
    whole one, it counts however its days are.
    """
    early = request.starts // 7
    rest = days[request.starts : 7 * (early + 1)]
    good = any(d.trainable and d.option in GENTLE and not d.eve_of_long_run for d in rest)
    has_begun = good or len(rest) == len(request.calendar.days(1))
    return early if has_begun or early + 1 == request.calendar.weeks else early + 1


def away(request: Request, days: Sequence[Day], n_sessions: int) -> bool:
    """Return whether days with other equipment leave no room for its sessions on good days.

    Good ones aren't beside a long run. Where these have no room for the sessions anywhere, others
    do.
    """
    possible = [day for day in days if day.is_open]
    gentle = [day for day in possible if day.option in GENTLE and not day.eve_of_long_run]
    best = [day for day in gentle if not day.beside_long_run]
    good = next((some for some in (best, gentle) if _has_room(some, n_sessions)), possible)
    usual = [day for day in good if day.items == request.equipment.items]
    return _has_room(good, n_sessions) and not _has_room(usual, n_sessions)


def _has_room(days: Sequence[Day], n_sessions: int) -> bool:
    """Return whether days of a week are enough for its sessions, and far enough apart."""
    apart = (n_sessions - 1) * SPACING
    return not n_sessions or (bool(days) and days[-1].index - days[0].index >= apart)


def missed(days: Sequence[Day], sessions: int) -> set[int]:
    """Return weeks that are a break: most of their days are off, or none can have a session.

    Weekdays that are off in most weeks are none of a break, nor are weeks with a session of the
    runner's own, or with good days for all sessions.
    """
    weeks = {day.week for day in days}
    own = {day.week for day in days if day.own or day.near_own}
    closed = [day for day in days if not day.free or day.recovering]
    usual = Counter(day.weekday for day in closed)
    off = Counter(day.week for day in closed if 2 * usual[day.weekday] <= len(weeks))
    good: dict[int, list[int]] = {}
    for day in days:
        if day.trainable and day.option in GENTLE and not day.eve_of_long_run:
            good.setdefault(day.week, []).append(day.index)
    whole = {w for w, of in good.items() if sessions == 1 or of[-1] - of[0] >= SPACING}
    few = {week for week in weeks if off[week] >= MOST_DAYS} - own - whole
    return few | weeks - own - {day.week for day in days if day.trainable}


def lost(days: Sequence[Day]) -> Mapping[int, set[str]]:
    """Return by week the weekdays before the taper that can't have a session but usually can."""
    possible = [
        day
        for day in days
        if day.option and day.phase is not Phase.TAPER and not day.own and not day.near_own
    ]
    score = Counter[str]()
    for day in possible:
        score[day.weekday] += 1 if day.trainable else -1
    # The eve of a long run that waits after an illness could have held little.
    closed = (d for d in possible if not (d.trainable or (d.waits and d.eve_of_long_run)))
    found = defaultdict[int, set[str]](set)
    for day in closed:
        if score[day.weekday] > 0:
            found[day.week].add(day.weekday)
    return found
