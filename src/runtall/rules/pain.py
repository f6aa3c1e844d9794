"""Pain is a stop sign."""

from __future__ import annotations

from collections.abc import Set

from runtall.domain.problem import Problem
from runtall.rules._never_done import NeverDone


class Pain(NeverDone):
    """No exercise that hurts, and no overhead press where it irritates the shoulders.

    For every week w, kind k and slot s, and every painful exercise e of its alternatives::

        does[w, k, s, e] = 0

    Guide: "Pushing exercises", "Ignoring shoulder comfort".
    """

    title = "nothing that hurts"
    source = "guide: pushing exercises, shoulder comfort"
    reason = "what hurts"

    def never(self, problem: Problem) -> Set[str]:
        """Return the painful exercises."""
        return problem.request.athlete.hurting
