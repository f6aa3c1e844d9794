"""A new substitute begins with two sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from runtall.domain.counts import done_entries, slots_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.variables import Expression, Literal, Variables
from runtall.domain.where import Fault, InSession
from runtall.rules._words import exercise_words, session_words, too_many
from runtall.rules.base import Rule

MOST = 2


class NewSubstitutes(Rule):
    """A substitute has two sets at most in each session of the first week in which it is done.

    And in an easier week right after that one: nothing grows there.

    For every week w after the one in which the plan starts, and every alternative e but the first
    of a slot s of kind k::

        sets[w, k, s, e] <= 2 + (most[s] - 2) * known[w, e]
        known[w, e]      <= sum of does[v, ., ., e] over the weeks v before w
                            where w is a deload or tune-up week, before the week before w

    A trip has few days to get used to what is there, and a run on each of them.
    Guide: "Keep soreness low", it comes from new work and from too much of it.
    """

    title = "two sets of a substitute that is new"
    source = "guide: soreness"
    can_be_off = True

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the sets of each substitute that may be new."""
        before: dict[str, list[Literal]] = defaultdict(list)
        last: dict[str, list[Literal]] = {}
        for week in problem.weeks:
            here = list(slots_of(variables, week))
            uses = last if week.easier else before
            for where, slot in here if week.number > problem.first_week else ():
                for key in slot.alternatives[1:]:
                    sets = variables.sets_of(week.number, where.kind, slot, key)
                    if variables.bounds(sets)[1] <= MOST:
                        continue
                    known = self._known(variables, week.number, key, uses.get(key, []))
                    claim = sets <= MOST + (slot.most - MOST) * known
                    variables.require(self.id, where, claim)
            last = {key: [*done] for key, done in before.items()}
            for where, slot in here:
                for key in slot.alternatives:
                    before[key].append(variables.does(week.number, where.kind, slot, key))

    def _known(self, variables: Variables, week: int, key: str, uses: list[Literal]) -> Expression:
        """Return what is 1 only if an exercise was done before a week."""
        if any(isinstance(does, int) and does for does in uses):
            return 1
        name = f"{self.id}/known/w{week:02}/{key}"

        def literal() -> Expression:
            known = variables.bool_var(name)
            variables.define(known <= sum(uses))
            return known

        return variables.once(name, literal) if variables.bounds(sum(uses))[1] else 0

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each new substitute with more than two sets."""
        first: dict[str, int] = {}
        for where, session, entry in done_entries(problem, plan):
            first.setdefault(entry.exercise, where.week)
            slots = [
                slot for slot in problem.slots[session.kind] if slot.position == entry.position
            ]
            usual = any(entry.exercise == slot.alternatives[0] for slot in slots)
            new = first[entry.exercise] >= where.week - problem.week(where.week).easier
            if new and not usual and where.week > problem.first_week:
                name = exercise_words(problem, entry.exercise)
                yield where, too_many(entry.sets, MOST, f"sets of the {name}, which is new")

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3, D1 session: two sets of a substitute that is new.``."""
        return f"{session_words(where)}: two sets of a substitute that is new."
