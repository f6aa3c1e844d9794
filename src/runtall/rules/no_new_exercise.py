"""Nothing new from shortly before the peak on but what a trip asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.stand_in import last_weeks, spare, stands_in
from runtall.domain.variables import Literal, Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._words import exercise_words
from runtall.rules.base import Rule


class NoNewExercise(Rule):
    """An exercise that no base week has is not done in peak or taper weeks.

    For every peak or taper week w and every exercise e of a slot s of kind k::

        does[w, k, s, e] <= known[e] + sum of session[d, k] over the days d of w
                            that lack all of s before e, if anything stands there
        known[e] <= sum of does[., ., ., e] over the base weeks

    Push-ups that the runner tells of on the floor are known, too: easy ones stay in the taper,
    though another press leads in base. A swap to something already done is allowed, and a
    substitute on a trip: a few easy sets of it harm less than base weeks without the usual
    exercise. Without base weeks the rule is silent.
    From the last two growing weeks of base on, a new substitute is left out where the session has
    the usual exercise of another slot of its pattern, no smaller one: there the sum is over the
    days without it, and e is known from the weeks before these.
    Guide: "Letting lifting ruin key run workouts".
    """

    title = "no new exercise in peak and taper, nor a spare one shortly before"
    source = "guide: key run workouts"

    def _late(self, problem: Problem) -> list[Week]:
        """Return peak and taper weeks, where a base week with sessions comes before them."""
        known = any(week.n_sessions for week in problem.phase_weeks(Phase.BASE))
        return [week for week in problem.weeks if known and week.phase is not Phase.BASE]

    def _known(self, problem: Problem, variables: Variables, before: int) -> dict[str, Literal]:
        """Return a literal for each exercise of earlier base weeks: 1 only if it is done there."""
        uses: dict[str, list[Literal]] = defaultdict(list)
        base = (week for week in problem.phase_weeks(Phase.BASE) if week.number < before)
        for where, slot in slots_of(variables, *base):
            for key in slot.alternatives:
                uses[key].append(variables.does(where.week, where.kind, slot, key))
        known: dict[str, Literal] = dict.fromkeys(problem.request.athlete.floor_push_ups, 1)
        for key, literals in uses.items():
            if key in known:
                continue
            if any(isinstance(literal, int) and literal for literal in literals):
                known[key] = 1
            else:
                known[key] = variables.bool_var(f"{self.id}/known/w{before:02}/{key}")
                variables.define(known[key] <= sum(literals))
        return known

    def post(self, problem: Problem, variables: Variables) -> None:
        """Allow only known exercises after the base phase, and substitutes on trips."""
        self._post_spare(problem, variables)
        late = self._late(problem)
        known = self._known(problem, variables, len(problem.weeks)) if late else {}
        for where, slot in slots_of(variables, *late):
            days = [problem.days[d] for d in problem.week(where.week).days]
            for rank, key in enumerate(slot.alternatives):
                does = variables.does(where.week, where.kind, slot, key)
                away = [day.index for day in days if stands_in(day, slot, rank)]
                there = sum(variables.session(d, where.kind) for d in away)
                variables.require(self.id, where, does <= known.get(key, 0) + there)

    def _post_spare(self, problem: Problem, variables: Variables) -> None:
        """Allow late in base no substitute that is new and can be left out."""
        last = last_weeks(problem)
        spared = [
            (where, slot, key, days)
            for where, slot in slots_of(variables, *last)
            for rank, key in enumerate(slot.alternatives)
            if (
                days := [
                    d
                    for d in problem.week(where.week).days
                    if spare(problem, problem.days[d], where.kind, slot, rank)
                ]
            )
        ]
        known = self._known(problem, variables, last[0].number) if spared else {}
        for where, slot, key, days in spared:
            does = variables.does(where.week, where.kind, slot, key)
            there = sum(variables.session(day, where.kind) for day in days)
            variables.require(self.id, where, does + there <= 1 + known.get(key, 0))

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each slot with an exercise that no base week has, or a new one to leave out."""
        late = {week.number for week in self._late(problem)}
        last = [week.number for week in last_weeks(problem)]
        done = list(done_entries(problem, plan))
        base = {week.number for week in problem.phase_weeks(Phase.BASE)}
        told = problem.request.athlete.floor_push_ups
        known = told | {entry.exercise for where, _, entry in done if where.week in base}
        base -= {number for number in base if last and number >= last[0]}
        earlier = told | {entry.exercise for where, _, entry in done if where.week in base}
        for where, session, entry in done:
            day = problem.days[session.day]
            places = [
                (slot, slot.alternatives.index(entry.exercise))
                for slot in problem.slots[session.kind]
                if slot.position == entry.position and entry.exercise in slot.alternatives
            ]
            if where.week in late:
                new = entry.exercise not in known
                new &= not any(stands_in(day, *place) for place in places)
            else:
                new = where.week in last and entry.exercise not in earlier
                new &= any(spare(problem, day, session.kind, *place) for place in places)
            if new:
                yield where, f"{exercise_words(problem, entry.exercise)} for the first time"

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 12 (peak) has no exercise that was not done in base weeks.``."""
        week = problem.week(where.week)
        if week.phase is Phase.BASE:
            return f"Week {week.number} leaves out what would be new in the place of the usual."
        return f"Week {week.number} ({week.phase}) has no exercise that was not done in base weeks."
