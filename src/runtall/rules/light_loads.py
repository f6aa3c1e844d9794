"""Light sessions have light loads."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.where import InSession
from runtall.progression.easing import SHARE
from runtall.progression.exposures import Exposure
from runtall.progression.rack import CHOICE, step_percent
from runtall.rules._doses import AboutDoses, compared, doses
from runtall.rules._words import session_words


class LightLoads(AboutDoses):
    """Weights of a light session are 80 % of the working load at most, of a very light one 60 %.

    For every weight of such a session, against the last exposure that counts::

        weight <= 0.8 * working weight    (light)        weight <= 0.6 * working weight

    or it is the lightest that there is. Bands and body weight are free.
    Guide: taper, light and easy.
    """

    title = "light sessions have light weights"
    source = "guide: phases"
    ties_weeks = True

    def faults(self, problem: Problem, plan: Plan) -> Iterator[tuple[Exposure, str]]:
        """Yield each weight that is too heavy for a light session."""
        for found in doses(problem, plan).values():
            for before, now in compared(found):
                working, level = before.level, now.level
                if now.exposure.kind not in LIGHT_KINDS or level is None or working is None:
                    continue
                if CHOICE in {working, level} or level.load_g is None or working.load_g is None:
                    continue
                share = SHARE[now.exposure.kind]
                if 100 * level.force > share * working.force and level != now.exposure.rack[0]:
                    percent = 100 + step_percent(working, level)
                    yield (
                        now.exposure,
                        f"{percent} % of the working load, at most {share} % allowed",
                    )

    def say(self, problem: Problem, where: InSession) -> str:
        """``Week 14, light session: weights are 80 % of the working load at most.``."""
        share = SHARE.get(where.kind, 80)
        return f"{session_words(where)}: weights are {share} % of the working load at most."
