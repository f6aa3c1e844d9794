"""How many sessions a week has, also beside those of the run plan."""

from __future__ import annotations

from collections.abc import Sequence

from runtall.domain.phase import Phase
from runtall.domain.problem import Day, Week
from runtall.domain.request import Request
from runtall.domain.run_plan import KEY_KINDS

# From this many key runs on, a peak week takes its fewest sessions.
PEAK_KEY_RUNS = 3
# The run plan's own sessions beside which there is room for none of ours.
ENOUGH = 2
# Days that the last session keeps from the race, at least.
LAST_SESSION = 4


def sessions_of(
    request: Request, phase: Phase, days: Sequence[Day], before: Sequence[Week], *, few: bool
) -> int:
    """Return the sessions of a week in which the plan has begun.

    Parameters
    ----------
    before
        All weeks before it.
    few
        Whether it is an easier week, or one of few growing weeks of ours alone before the peak or
        before the runner's own come again: nothing new comes there, and where one session was
        enough, it stays.
    """
    number = _beside_own(request, phase, days)
    # Nothing grows in the peak: no second one of ours where one of the runner's own was.
    one_in_peak = phase is Phase.PEAK and any(w.own and w.phase is phase for w in before)
    stays = phase is not Phase.TAPER and few and _only_beside_own(before)
    return min(number, 1) if one_in_peak or stays else number


def _beside_own(request: Request, phase: Phase, days: Sequence[Day]) -> int:
    """Return the sessions of a week; beside an own one there is one, if it has a good day."""
    usual = _usual_sessions(request, phase, days)
    if not (own := own_sessions(days)):
        return usual
    near_race = phase is Phase.TAPER or days[0].to_race < len(days)
    has_day = any(day.trainable and not day.eve_of_long_run for day in days)
    return min(usual, 1) if own < ENOUGH and has_day and not near_race else 0


def _usual_sessions(request: Request, phase: Phase, days: Sequence[Day]) -> int:
    if days[0].to_race < LAST_SESSION:
        # A race early in its week: the last session belongs to the week before.
        return 0
    if phase is Phase.BASE:
        return request.base_sessions
    if phase is Phase.TAPER:
        return request.taper_sessions
    fewest, most = request.peak_sessions
    key_runs = sum(day.kind in KEY_KINDS for day in days)
    # Without D1 and D2 in base weeks they would be new in the peak.
    return min(fewest if key_runs >= PEAK_KEY_RUNS else most, request.base_sessions)


def _only_beside_own(weeks: Sequence[Week]) -> bool:
    """Return whether ours were never two a week, for sessions of the runner's own."""
    return any(week.own for week in weeks) and all(week.n_sessions < ENOUGH for week in weeks)


def own_sessions(days: Sequence[Day]) -> int:
    """Return the run plan's own sessions for the upper body."""
    return sum(session.counts for day in days for session in day.own)
