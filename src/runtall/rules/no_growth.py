"""Weeks in which nothing grows."""

from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.progression.exposures.holding import after_missed, after_speed
from runtall.rules._doses import AboutSteps, Dosed, compared, step


class NoGrowth(AboutSteps):
    """Nothing grows in peak and taper, reduced weeks, and after a race, a gap or a missed week.

    For every exposure in such a week, a run cutback or a week after two easier ones, in the seven
    days after a tune-up race or before one in the same week, right after a speed workout in a
    disturbed week, or in the first week after a gap (two weeks from 17 days on), against the last
    one that counts, in the peak also one that came back after weeks without it (and then up to the
    bottom of the range, if that was reached), with load L and amount a; a week with a session of
    the runner's own isn't missed::

        L' <= L, or the lightest there is        a' <= a  where L' = L

    Guide: "How to progress without overdoing it", too much progress wrecks runs.
    """

    title = "no growth in peak, taper, deload and after a missed week"
    source = "guide: progress, phases"
    can_be_off = True
    steps = staticmethod(compared)
    asks = "no rep, metre or weight more than last time in such a week"

    def _held(self, problem: Problem, plan: Plan, exposure: Exposure) -> bool:
        day = exposure.day
        if day.phase is not Phase.BASE or day.near_race or not exposure.counts or exposure.back:
            return True
        if after_speed(problem, day):
            return True
        return problem.week(day.week).holds or after_missed(problem, plan, day.week)

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return growth where nothing may grow."""
        if not self._held(problem, plan, now.exposure):
            return ""
        if step(before, now) > 0 and now.level != now.exposure.loads[0]:
            return "more load"
        if before.level == now.level and now.amount > before.amount:
            return f"{before.amount} -> {now.amount} {now.exercise.measure}"
        return ""
