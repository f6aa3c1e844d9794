"""Light sessions have light loads."""

from __future__ import annotations

from runtall.derivation.available_loads import CHOICE, height_cm, step_percent
from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import InSession
from runtall.progression.reduced_dose import light_level, most_force, share
from runtall.rules._doses import AboutSteps, Dosed, compared
from runtall.rules._words import session_words


class LightLoads(AboutSteps):
    """Loads of a light session are 80 % of the working load at most, of a very light one 60 %.

    For every weight or band of such a session, against the last exposure that counts::

        load <= 0.8 * working load    (light, and all in the taper)
        load <= 0.6 * working load    (very light, in base and peak)

    or it is the lightest that there is, or the lightest of more than half, as a coarse rack may
    have none between, before the taper if it is lighter than the working load. In push-ups the
    feet are on the floor.
    Guide: taper, light and easy.
    """

    title = "light sessions have light loads"
    source = "guide: phases"
    steps = staticmethod(compared)

    def fault(self, problem: Problem, plan: Plan, before: Dosed, now: Dosed) -> str:
        """Return a load that is too heavy for a light session."""
        working, level, kind = before.level, now.level, now.exposure.kind
        if kind not in LIGHT_KINDS or level is None or working is None:
            return ""
        if CHOICE in {working, level} or (level.load_g is None) != (working.load_g is None):
            return ""
        most = share(kind, now.exposure.day.phase)
        if level.force <= most_force(working, most) or level == now.exposure.loads[0]:
            return ""
        if level == now.exposure.loads[light_level(now.exposure, working)]:
            return ""
        if height_cm(level) is not None:
            return "the feet are up"
        percent = 100 + step_percent(working, level)
        return f"{percent} % of the working load, at most {most} % allowed"

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 14, light session: loads are 80 % of the working load at most, ...``."""
        most = share(where.kind, problem.week(where.week).phase)
        return (
            f"{session_words(where)}: loads are {most} % of the working load at most, or the next "
            "weight of a coarse rack, feet down."
        )
