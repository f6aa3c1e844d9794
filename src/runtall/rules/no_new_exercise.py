"""Nothing new in peak and taper but what a trip asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Literal, Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._stand_in import stands_in
from runtall.rules._words import exercise_words
from runtall.rules.base import Rule


class NoNewExercise(Rule):
    """An exercise that no base week has is not done in peak or taper weeks.

    For every peak or taper week w and every exercise e of a slot s of kind k::

        does[w, k, s, e] <= known[e] + sum of session[d, k] over the days d of w
                            that lack all of s before e, if anything stands there
        known[e] <= sum of does[., ., ., e] over the base weeks

    A swap to something already done is allowed, and a substitute on a trip: a few easy sets of it
    harm less than base weeks without the usual exercise. Without base weeks the rule is silent.
    Guide: "Letting lifting ruin key run workouts".
    """

    title = "no new exercise in peak and taper"
    source = "guide: key run workouts"

    def _late(self, problem: Problem) -> list[Week]:
        """Return peak and taper weeks, where a base week with sessions comes before them."""
        known = any(week.n_sessions for week in problem.phase_weeks(Phase.BASE))
        return [week for week in problem.weeks if known and week.phase is not Phase.BASE]

    def _known(self, problem: Problem, variables: Variables) -> dict[str, Literal]:
        """Return a literal for each exercise of a base week: 1 only if it is done there."""
        uses: dict[str, list[Literal]] = defaultdict(list)
        for where, slot in slots_of(variables, *problem.phase_weeks(Phase.BASE)):
            for key in slot.alternatives:
                uses[key].append(variables.does(where.week, where.kind, slot, key))
        known: dict[str, Literal] = {}
        for key, literals in uses.items():
            if any(isinstance(literal, int) and literal for literal in literals):
                known[key] = 1
            else:
                known[key] = variables.bool_var(f"{self.id}/known/{key}")
                variables.define(known[key] <= sum(literals))
        return known

    def post(self, problem: Problem, variables: Variables) -> None:
        """Allow only known exercises after the base phase, and substitutes on trips."""
        late = self._late(problem)
        known = self._known(problem, variables) if late else {}
        for where, slot in slots_of(variables, *late):
            days = [problem.days[d] for d in problem.week(where.week).days]
            for rank, key in enumerate(slot.alternatives):
                does = variables.does(where.week, where.kind, slot, key)
                away = [day.index for day in days if stands_in(day, slot, rank)]
                there = sum(variables.session(d, where.kind) for d in away)
                variables.require(self.id, where, does <= known.get(key, 0) + there)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each slot with an exercise that no base week has."""
        base = {week.number for week in problem.phase_weeks(Phase.BASE)}
        late = {week.number for week in self._late(problem)}
        done = list(done_entries(problem, plan))
        known = {entry.exercise for where, _, entry in done if where.week in base}
        for where, session, entry in done:
            new = where.week in late and entry.exercise not in known
            if new and not self._stands_in(problem, session, entry):
                words = exercise_words(problem, entry.exercise)
                yield where, f"{words} for the first time"

    def _stands_in(self, problem: Problem, session: Session, entry: Entry) -> bool:
        """Return whether an entry is a substitute that its day calls for."""
        day = problem.days[session.day]
        return any(
            stands_in(day, slot, slot.alternatives.index(entry.exercise))
            for slot in problem.slots[session.kind]
            if slot.position == entry.position and entry.exercise in slot.alternatives
        )

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 12 (peak) has no exercise that was not done in base weeks.``."""
        week = problem.week(where.week)
        return f"Week {week.number} ({week.phase}) has no exercise that was not done in base weeks."
