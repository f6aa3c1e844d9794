"""Light sessions have light loads."""

from __future__ import annotations

from runtall.derivation.available_loads import CHOICE, step_percent
from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import InSession
from runtall.progression.reduced_dose import SHARE
from runtall.rules._doses import AboutSteps, Dosed, compared
from runtall.rules._words import session_words


class LightLoads(AboutSteps):
    """Weights of a light session are 80 % of the working load at most, of a very light one 60 %.

    For every weight of such a session, against the last exposure that counts::

        weight <= 0.8 * working weight    (light)        weight <= 0.6 * working weight

    or it is the lightest that there is. Bands and body weight are free.
    Guide: taper, light and easy.
    """

    title = "light sessions have light weights"
    source = "guide: phases"
    steps = staticmethod(compared)

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return a weight that is too heavy for a light session."""
        working, level, kind = before.level, now.level, now.exposure.kind
        if kind not in LIGHT_KINDS or level is None or working is None:
            return ""
        if CHOICE in {working, level} or level.load_g is None or working.load_g is None:
            return ""
        if 100 * level.force <= SHARE[kind] * working.force or level == now.exposure.loads[0]:
            return ""
        percent = 100 + step_percent(working, level)
        return f"{percent} % of the working load, at most {SHARE[kind]} % allowed"

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 14, light session: weights are 80 % of the working load at most.``."""
        share = SHARE.get(where.kind, 80)
        return f"{session_words(where)}: weights are {share} % of the working load at most."
