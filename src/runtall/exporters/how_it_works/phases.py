"""What the weeks of each phase are for, and how many sessions they have."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import multimode

from runtall.domain.exercise import Pattern
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.errors.words import counted
from runtall.exporters.how_it_works.stronger import PUSH_UP
from runtall.progression.causes import NUMBERS
from runtall.progression.texts import listed, say
from runtall.progression.why_today.share import one_session_peak, share_of_base

# Weeks of the guide's plan.
GUIDE_WEEKS = range(8, 17)
# The usual number of sessions has at least this part of all weeks: three quarters.
USUAL_SHARE = 4 / 3
# Shares of a base week that are about half of it.
ABOUT_HALF = {"two fifths", "half", "three fifths"}


def phases(problem: Problem, plan: Plan) -> str:
    """Say what the weeks of the plan before its taper are for, and how many sessions they have."""
    counts = {
        phase: [n for week in problem.phase_weeks(phase) if (n := len(plan.in_week(week.number)))]
        for phase in (Phase.BASE, Phase.PEAK)
    }
    base, peak = counts.values()
    weeks = len(problem.planned_weeks)
    yours = say("how_weeks", weeks=counted(weeks, "week")) if weeks not in GUIDE_WEEKS else ""
    told = [say("how_phases", yours=yours)]
    usual = multimode(base)[0] if base else 0
    if base:
        # Where many weeks have another number, none is the one for all.
        mixed = USUAL_SHARE * base.count(usual) < len(problem.phase_weeks(Phase.BASE))
        numbers = " or ".join(NUMBERS[number] for number in sorted(set(base)))
        words = f"{numbers if mixed else NUMBERS[usual]} session{'s' * (max(base) > 1)}"
        own = any(week.own for week in problem.phase_weeks(Phase.BASE))
        told.append(say("how_base", sessions=words, own=f" {say('how_beside')}" if own else ""))
    if peak:
        single = [
            week.number
            for week in problem.phase_weeks(Phase.PEAK)
            if one_session_peak(problem, plan, week.number)
        ]
        shares = list(dict.fromkeys(share_of_base(problem, plan, week) for week in single))
        fewer = say("how_fewer")
        if len(single) == len(peak):
            fewer = say("how_share", share=" or ".join(shares))
        elif shares and ABOUT_HALF.issuperset(shares):
            fewer = f"{fewer} ({say('how_half')})"
        words = " or ".join(NUMBERS[number] for number in sorted(set(peak)))
        told.append(say("how_peak", sessions=words, fewer=fewer))
    return " ".join(told)


def taper(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield what the taper has: sessions of ours, or only those of the run plan."""
    taper = problem.phase_weeks(Phase.TAPER)
    light = [session for week in taper for session in plan.in_week(week.number)]
    own = any(week.own and not plan.in_week(week.number) for week in taper)
    if light:
        done = {entry.exercise for session in light for entry in session.entries}
        patterns = {problem.exercises[key].pattern for key in done}
        rows = any(key.endswith("_row") for key in done)
        words = {
            Pattern.PULL: "taper_rows" if rows else "taper_pulls",
            Pattern.PUSH: "taper_push_ups" if PUSH_UP in done else "taper_presses",
            Pattern.CARRY: "taper_carries",
        }
        what = listed([say(words[pattern]) for pattern in words if pattern in patterns])
        yield say("how_taper", own=f" {say('taper_own')}" if own else "", what=what)
    elif own:
        yield say("how_taper_own")
