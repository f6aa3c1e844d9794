"""How much of a base week a week has."""

from __future__ import annotations

from runtall.domain.after_gaps import follows_gap
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.progression.texts import say

# What the guide leaves of base in a peak week, at least.
PEAK_LEAST = 3 / 5
SHARES = {
    "a fifth": 1 / 5,
    "a quarter": 1 / 4,
    "a third": 1 / 3,
    "two fifths": 2 / 5,
    "half": 1 / 2,
    "three fifths": 3 / 5,
    "two thirds": 2 / 3,
    "three quarters": 3 / 4,
    "four fifths": 4 / 5,
    "all": 1,
}


def one_session_peak(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a peak week has one session where base weeks have two."""
    week = problem.week(number)
    one = len(plan.in_week(number)) == 1 and not plan.uses(Relaxation.CUT_SHORT, number)
    peak = week.phase is Phase.PEAK and one
    return peak and problem.twice and not week.own


def share_of_base(problem: Problem, plan: Plan, number: int) -> str:
    """Return the share of a base week's sets that a week has: ``half``.

    Of the last full one; of the one with most where each gives up something.
    """
    totals = {week: plan.total(week.number) for week in problem.growing_weeks()}
    whole = [total for week, total in totals.items() if is_full(problem, plan, week) and total]
    full = whole[-1] if whole else max(totals.values(), default=0)
    share = plan.total(number) / full if full else 1
    return min(SHARES, key=lambda words: abs(SHARES[words] - share))


def less_than_usual(share: str) -> str:
    """Say that one session leaves less than the peak's cut does elsewhere, where it does."""
    return say("one_session_cut") if SHARES[share] < PEAK_LEAST else ""


def is_full(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether a week has all of its sessions whole, and is on the way back from no gap."""
    whole = {session.kind for session in plan.in_week(week.number)} == set(week.kinds)
    return whole and not follows_gap(problem, plan, week.number)
