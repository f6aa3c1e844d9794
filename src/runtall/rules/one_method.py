"""One way to progress at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.progression.exposures import Exposure
from runtall.rules._doses import AboutDoses, Dosed, at_full, doses, step


def grown(before: Dosed, now: Dosed) -> list[str]:
    """Return what grew between two doses that count: load, amount, sets."""
    changes = {
        "load": step(before, now),
        # More reps with less weight are no growth.
        now.exercise.measure.value: now.amount - before.amount if step(before, now) >= 0 else 0,
        "sets": now.exposure.added_sets,
    }
    return [what for what, more in changes.items() if more > 0]


class OneMethod(AboutDoses):
    """An exercise grows by one thing at a time: reps, metres, seconds, load or a set.

    For every exercise and week, against the last exposure that was no deload::

        [reps grew] + [load grew] + [sets grew] + [metres grew] <= 1

    Guide: "Pick one progress method at a time".
    """

    title = "one progress method at a time"
    source = "guide: progress methods"
    can_be_off = True
    asks = "an exercise grows by one thing at a time"
    ties_weeks = True

    def dose_faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each entry with a second method."""
        for found in doses(problem, plan).values():
            weeks: dict[int, list[str]] = defaultdict(list)
            for before, now in at_full(found):
                more, week = grown(before, now), weeks[now.exposure.day.week]
                week += more
                # A set more in each of two sessions is one method, however often it is done.
                if len(more) > 1:
                    yield now.exposure, f"{' and '.join(more)} grew"
                elif more and len(week) > 1 and {*week} != {"sets"}:
                    yield now.exposure, f"{more[0]} grew, for a second time in the week"
