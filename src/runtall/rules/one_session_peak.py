"""The one session of a peak week."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.after_gaps import follows_gap, gaps_before, is_small_back, small_back
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, exercise_cost_s, set_cost_s
from runtall.domain.variables import Expression, Literal, Variables
from runtall.domain.where import Fault, InWeek
from runtall.errors.words import counted
from runtall.progression.session_time import cap_s
from runtall.rules._weeks import TWO, merged_peak_weeks
from runtall.rules.base import Rule

FEWEST, MOST = 11, 13


class OneSessionPeak(Rule):
    """Where a peak week has one session and base weeks have two, it is a whole one.

    For every such peak week w with its merged session on day d, v each peak week before it, and L
    the sets of the largest session of all base weeks::

        sets[w, merged] <= min(13, L)
        sets[w, merged] >= 11               where L is that large
        sets[w, merged] <= total[v]         unless v is skipped, or small on a way back

    After a peak week with a session of the runner's own w is small as well: nothing grows, and 11
    aren't asked for.

    The total falls to about half that way, by more than peak-cut asks of two sessions: both can't
    be had, and a session that is cut as well would be too small. Where d is too short for 11 sets,
    lacks equipment or follows a speed workout, or w follows a gap, only the upper bounds count.
    A third set of what is no pull isn't asked for: one-session-peak-thirds may forbid it.
    Guide: "Adjust for marathon training phases"; the numbers are ours.
    """

    title = "the one session of a peak week has 11 to 13 sets"
    source = "guide: phases; numbers ours"
    can_be_off = True
    reach = Reach.TOTALS

    def _bases(self, problem: Problem) -> list[Week]:
        """Return the base weeks from the plan's start on."""
        return [week for week in problem.phase_weeks(Phase.BASE) if not week.early]

    def _before(self, problem: Problem, week: Week) -> list[int]:
        """Return the numbers of the peak weeks before that have a session."""
        weeks = problem.phase_weeks(Phase.PEAK)
        return [other.number for other in weeks if other.n_sessions and other.number < week.number]

    def _after_own(self, problem: Problem, week: Week) -> bool:
        """Return whether a peak week before it has a session of the runner's own."""
        peak = problem.phase_weeks(Phase.PEAK)
        return any(other.own for other in peak if other.number < week.number)

    def _fewest(self, problem: Problem, day: Day) -> int:
        """Return the fewest sets that a whole session has on a day; 0 where none fits."""
        slots = problem.slots[SessionKind.MERGED]
        possible = [
            (slot.most, [problem.exercises[key] for key in slot.alternatives])
            for slot in slots
            if day.possible & set(slot.alternatives)
        ]
        seconds = WARM_UP_S + RAMP_UP_S
        for most, exercises in possible:
            seconds += max(exercise_cost_s(e) + most * set_cost_s(e) for e in exercises)
        short = seconds > cap_s(day, SessionKind.MERGED) or day.option == "C"
        certain = sum(
            slot.most if slot.pattern is Pattern.PULL else min(TWO, slot.most)
            for slot in slots
            if day.possible & set(slot.alternatives)
        )
        return 0 if short else min(FEWEST, certain)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the session of each week that has one, or may have one."""
        weeks = merged_peak_weeks(problem)
        weeks = [week for week in weeks if SessionKind.MERGED in variables.kinds(week.number)]
        sessions = [
            (week, kind) for week in self._bases(problem) for kind in variables.kinds(week.number)
        ]
        if not weeks or not sessions:
            return
        sets = [variables.session_sets(week.number, kind) for week, kind in sessions]
        largest = variables.maximum(f"{self.id}/largest", sets)
        most = max(variables.room(week.number, kind) for week, kind in sessions)
        variables.define(largest <= most)
        large = self._large(variables, largest, most)
        for week in weeks:
            where, one = InWeek(week.number), self._when(variables, week)
            sets = variables.session_sets(week.number, SessionKind.MERGED)
            variables.require(self.id, where, sets <= MOST, when=one)
            variables.require(self.id, where, sets <= largest, when=one)
            fewest = sum(
                self._fewest(problem, problem.days[day])
                * variables.session(day, SessionKind.MERGED)
                for day in week.days
            )
            spared = FEWEST * gaps_before(problem, variables, week.number)
            spared += FEWEST * self._after_own(problem, week)
            variables.require(self.id, where, sets + spared >= fewest, when=[*one, large])
            for before in self._before(problem, week):
                none = variables.relaxed(Relaxation.SKIP, before)
                none += small_back(variables, problem, before)
                claim = sets <= variables.total(before) + MOST * none
                variables.require(self.id, where, claim, when=one)

    def _large(self, variables: Variables, largest: Expression, most: int) -> Literal:
        """Return a decision that is 1 where some base session has 11 sets, of so many at most."""
        if most < FEWEST:
            return 0
        large = variables.bool_var(f"{self.id}/large")
        variables.define(largest <= FEWEST - 1 + (most - FEWEST + 1) * large)
        return large

    def _when(self, variables: Variables, week: Week) -> list[Literal]:
        """Return when the claims count: always, or where the week gives up a session."""
        return [variables.relaxed(Relaxation.SINGLE, week.number)] if week.n_sessions == TWO else []

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each such week whose session is too small or too large."""
        base = [week.number for week in self._bases(problem)]
        if not base:
            return
        largest = max((s.n_sets for week in base for s in plan.in_week(week)), default=0)
        for week in merged_peak_weeks(problem):
            merged = [s for s in plan.in_week(week.number) if s.kind is SessionKind.MERGED]
            single = plan.uses(Relaxation.SINGLE, week.number)
            if not (merged if week.n_sessions == 1 else single):
                continue
            sets, most = sum(session.n_sets for session in merged), min(MOST, largest)
            for before in self._before(problem, week):
                skipped = plan.uses(Relaxation.SKIP, before)
                if not skipped and not is_small_back(problem, plan, before):
                    most = min(most, plan.total(before))
            days = (problem.days[session.day] for session in merged)
            spared = largest < FEWEST or follows_gap(problem, plan, week.number)
            spared |= self._after_own(problem, week)
            fewest = 0 if spared else sum(self._fewest(problem, day) for day in days)
            if not fewest <= sets <= most:
                yield InWeek(week.number), f"{counted(sets, 'set')}, {fewest} to {most} allowed"

    def say(self, problem: Problem, where: InWeek) -> str:
        """Say ``Week 12 (peak), if it has one session: 11 to 13 sets, no more than ...``."""
        return (
            f"Week {where.week} (peak), if it has one session: {FEWEST} to {MOST} sets, no more "
            "than the largest base session, nor than any peak week before it."
        )
