"""Loads and reps of the first weeks after a gap."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.available_loads import CHOICE, difference, share_of
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.way_back import ALL
from runtall.progression.coming_back import SAME_LEVEL, too_short
from runtall.progression.exposures import Exposure
from runtall.progression.strength import STEP, fewest
from runtall.rules._doses import AboutDoses, Dosed, doses


class ReturnLoads(AboutDoses):
    """After ten days without strength, or 15 without it, a load is lower, or a set is shorter.

    For every exposure in the first week after such a gap (two weeks from 17 days on), and in the
    first week with an exercise after 15 days without it, against the last one before the gap that
    counts, with load L, amount a and the gap's share f::

        L' <= f * L        or        L' <= L and a' <= a - 2 steps

    with f = 95 % from 10 days on, 90 % from 17 and 85 % from 28. Where two steps less are fewer
    than the fewest, the first is asked for, if there is such a load; else, and of core, the fewest
    are enough. In the peak an exercise that comes back alone stays in its range. A height or a
    band keeps its level at 95 %, if that leaves two reps less to do; else, and below that, it is
    an easier one, if there is any.
    Ours, after the guide: "Doing too much, too soon".
    """

    title = "lighter, or fewer reps, after days without strength"
    source = "ours; guide: too much too soon"
    asks = "after ten days or more without strength, or 15 without it, less load or two reps less"
    ties_weeks = True

    def _fault(self, before: Dosed, now: Dosed, percent: int) -> str:
        if before.level is None or now.level is None or CHOICE in {before.level, now.level}:
            return ""
        more = difference(before.level, now.level)
        if percent == ALL or before.exposure.loads != now.exposure.loads:
            return ""
        weights = before.level.load_g is not None
        most = share_of(before.level.force, 10 * percent)
        lower = now.level.force <= most if weights else more < 0
        steps = 2 * STEP[now.exercise.measure]
        in_peak = now.exposure.lapsed and now.exposure.day.phase is Phase.PEAK
        least = now.exercise.low if in_peak else fewest(now.exercise)
        shorter = now.amount <= max(least, before.amount - steps)
        loads = now.exposure.loads
        easier = not weights and percent < SAME_LEVEL and before.level != loads[0]
        easier |= too_short(now.exercise, loads, before.level, percent, before.amount - steps)
        if lower or (more <= 0 and shorter and not easier):
            return ""
        load = "more load" if more > 0 else "hardly less load" if more < 0 else "the same load"
        return f"{load}, {before.amount} -> {now.amount} {now.exercise.measure}"

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each dose after a gap that isn't eased."""
        for found in doses(problem, plan).values():
            for now in found:
                back = now.exposure.ease
                if back is None:
                    continue
                counted = [
                    dosed
                    for dosed in found
                    if dosed.exposure.counts and dosed.exposure.day.index < back.found.day
                ]
                if counted:
                    yield now.exposure, self._fault(counted[-1], now, back.load)
