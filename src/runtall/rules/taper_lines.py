"""No exercise of the taper has more sets than in the last week before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import LIGHT_KINDS, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Variables
from runtall.domain.where import InWeek
from runtall.rules._weeks import AboutWeeks
from runtall.rules._words import exercise_words


class TaperLines(AboutWeeks):
    """No exercise of a taper week has more sets than in any session of the last week before it.

    For every taper week w, with v the last week before the taper that asks for sessions, every slot
    s of a light kind k and every n from 2 to its most, over the slots t of the kinds j that share
    an exercise with s::

        (sets[w, k, s] >= n) <= sum of (sets[v, j, t] >= n) + relaxed[skip, v]

    One set is always possible.
    Guide: "Adjust for marathon training phases": lighter means no more of anything.
    """

    title = "no exercise of the taper has more sets than in the week before it"
    source = "guide: phases"

    def _last(self, problem: Problem) -> int:
        """Return the number of the last week with sessions before the taper; 0: there is none."""
        weeks = (week for week in problem.weeks if week.phase is not Phase.TAPER)
        return max((week.number for week in weeks if week.n_sessions), default=0)

    def _kin(self, problem: Problem, slot: Slot) -> list[tuple[SessionKind, Slot]]:
        """Return the slots that share an exercise with one."""
        return [
            (kind, other)
            for kind, slots in problem.slots.items()
            for other in slots
            if set(slot.alternatives) & set(other.alternatives)
        ]

    def weeks(self, problem: Problem) -> Sequence[Week]:
        """Return the taper weeks, where a week with sessions comes before them."""
        return problem.phase_weeks(Phase.TAPER) if self._last(problem) else ()

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Open each set of a slot by one in the last week before."""
        last = self._last(problem)
        skipped, held = variables.relaxed(Relaxation.SKIP, last), variables.kinds(last)
        for kind in LIGHT_KINDS & {*variables.kinds(week.number)}:
            for slot in variables.slots(kind):
                kin = self._kin(problem, slot)
                before = [variables.reaches(last, j, t) for j, t in kin if j in held]
                for number, reaches in enumerate(variables.reaches(week.number, kind, slot)):
                    if number:
                        yield reaches <= skipped + sum(sum(r[number : number + 1]) for r in before)

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the exercises of a taper week that have more."""
        last, faults = self._last(problem), []
        if plan.uses(Relaxation.SKIP, last):
            return ""
        for session in plan.in_week(week.number):
            for slot in problem.slots[session.kind] if session.kind in LIGHT_KINDS else ():
                sets = slot_sets([session], slot)
                most = max(
                    (
                        slot_sets([other], same)
                        for other in plan.in_week(last)
                        for kind, same in self._kin(problem, slot)
                        if kind is other.kind
                    ),
                    default=0,
                )
                if sets > max(1, most):
                    words = exercise_words(problem, slot.alternatives[0])
                    faults.append(f"{words}: {sets} sets; week {last} has {most}")
        return "; ".join(faults)

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 14 (taper) has no more sets of any exercise than week 13.``."""
        last = self._last(problem)
        return f"Week {where.week} (taper) has no more sets of any exercise than week {last}."
