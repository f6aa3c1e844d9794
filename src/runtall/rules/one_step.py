"""One step of load in a session."""

from __future__ import annotations

from runtall.domain.problem import Problem
from runtall.rules._doses import AboutLoadSteps, LoadStep


class OneStep(AboutLoadSteps):
    """At most one exercise of a session takes a step of load; pulls first, the others wait.

    For every session, over its exercises e with loads L before and M now::

        sum of [M[e] > L[e]] <= 1

    Guide: "Pick one progress method at a time".
    """

    title = "one step of load in a session"
    source = "guide: progress methods"
    can_be_off = True
    asks = "at most one exercise takes a step of load"

    def step_fault(self, problem: Problem, taken: LoadStep) -> str:
        """Return a step beside another one."""
        return "more load, beside another exercise" if taken.chance.taken else ""
