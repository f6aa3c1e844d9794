"""Days on which the first session after a break waits for a better one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runtall.domain.phase import Phase
from runtall.domain.problem import Day
from runtall.domain.request import Request

# Days without any possible session that are a week off, and those that a first session waits for.
WEEK_OFF, WAITING_DAYS = 7, 3
# Days from one session to the next, at least.
SPACING = 2


def with_needed(request: Request, days: Sequence[Day]) -> tuple[Day, ...]:
    """Return the days, those marked that follow a long run and that most weeks can't do without.

    The rest of such a week has room for one session, but not for two that are 48 hours apart; with
    it, it has. Beside a session of the runner's own there is one of ours, so none is needed. Where
    a long run has moved for once, the weekday behind it is none that the runner is used to.
    """
    needed = {day.index for day in days if _is_needed(request, days, day)}
    usual = [d for d in days if d.phase is Phase.BASE and d.trainable and d.since_long is not None]
    score = Counter[str]()
    for day in usual:
        score[day.weekday] += 1 if day.index in needed else -1
    return tuple(
        replace(day, needed=day.index in needed and score[day.weekday] > 0) for day in days
    )


def _is_needed(request: Request, days: Sequence[Day], day: Day) -> bool:
    """Return whether a week has two sessions with the day after a long run, and one without it.

    It is no day with a workout, and the other one comes later in the week.
    """
    week = [
        other for other in days[max(0, day.index - 6) : day.index + 7] if other.week == day.week
    ]
    once = request.base_sessions == 1 or any(other.own for other in week)
    if day.since_long != 1 or day.option == "C" or once:
        return False
    others = [
        other.index
        for other in week
        if other.option != "C" and _is_better(request, other)
        if not _is_before_sunday(other)
    ]
    return bool(others) and others[-1] - others[0] < SPACING <= others[-1] - day.index


def _is_before_sunday(day: Day) -> bool:
    """Return whether a day is the Friday before a long run on a Sunday."""
    return day.to_long == SPACING and day.weekday == "fri"


def with_waiting(request: Request, days: Sequence[Day]) -> Iterator[Day]:
    """Yield the days, those marked on which a first session waits for a better day.

    These are days beside a long run on which nothing has been possible since an illness, or for a
    week, where a day that isn't comes within three days, but not those that most weeks need; days
    after an illness before the first easy run, where a day with one does; and the eve of a long run
    within a week after an illness, whatever else there is.
    """
    closed, ill, begun, ran = 0, False, False, True
    ended = -WEEK_OFF
    for day in days:
        soon = days[day.index + 1 : day.index + 1 + WAITING_DAYS]
        better = [other for other in soon if _is_better(request, other)]
        back = begun and (ill or closed >= WEEK_OFF)
        ended = day.index if day.ill else ended
        ran = not day.ill and (ran or day.for_mobility)
        eve = begun and day.is_open and day.eve_of_long_run and day.index - ended < WEEK_OFF
        run_first = back and day.is_open and not ran and any(other.for_mobility for other in better)
        beside = day.beside_long_run and not day.needed
        waits = eve or run_first or (back and beside and bool(better))
        if day.is_open and not waits:
            closed, ill, begun = 0, False, True
        else:
            closed, ill = closed + 1, ill or day.ill or day.recovering
        yield replace(day, waits=waits, trainable=day.trainable and not waits)


def _is_better(request: Request, day: Day) -> bool:
    """Return whether a session is possible on a day that isn't beside a long run."""
    bans = (ban for ban in request.bans if ban.kind is None and ban.weekday == day.weekday)
    banned = any(ban.week in {None, day.week} for ban in bans)
    return day.is_open and day.trainable and not (day.beside_long_run or banned)
