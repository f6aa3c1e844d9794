"""Few moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from runtall.domain.counts import slots_of
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Literal, Variables
from runtall.domain.where import Fault, InSession, InWeek
from runtall.rules._words import exercise_words, session_of_week, too_many
from runtall.rules.base import Rule

MOST_IN_SESSION = 5
MOST_IN_WEEK = 10
MOST_PRESSES = 2


def is_press(problem: Problem, key: str) -> bool:
    """Return whether an exercise is known as one that pushes."""
    return key in problem.exercises and problem.exercises[key].pattern is Pattern.PUSH


class DistinctExercises(Rule):
    """Five exercises a session and ten a week at most, two of them presses, none twice a session.

    For every week w, its kinds k, slots s and exercises e::

        sum over s and e of does[w, k, s, e] <= 5       sum over s of does[w, k, s, e] <= 1
        used[w, e] >= does[w, k, s, e]
        sum over e of used[w, e] <= 10       sum over presses e of used[w, e] <= 2

    Only what the templates leave open is posted.
    Guide: "The best upper body exercises", "Pushing exercises".
    """

    title = "few exercises: five a session, ten a week, two presses"
    source = "guide: exercises"
    can_be_off = True
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Count what the alternatives leave open."""
        for week in problem.weeks:
            uses: dict[str, list[Literal]] = defaultdict(list)
            for kind in variables.kinds(week.number):
                for key, literals in self._post_session(variables, week.number, kind).items():
                    uses[key] += literals
            presses = [key for key in uses if is_press(problem, key)]
            limits = ((MOST_IN_WEEK, list(uses)), (MOST_PRESSES, presses))
            exceeded = [
                (most, keys)
                for most, keys in limits
                if min(len(keys), _n_slots(variables, week, keys)) > most
            ]
            used = {
                key: self._used(variables, week, key, literals)
                for key, literals in uses.items()
                if any(key in keys for _, keys in exceeded)
            }
            for most, keys in exceeded:
                count = sum(used[key] for key in keys)
                variables.require(self.id, InWeek(week.number), count <= most)

    def _post_session(
        self, variables: Variables, week: int, kind: SessionKind
    ) -> dict[str, list[Literal]]:
        where, slots = InSession(week, kind), variables.slots(kind)
        uses: dict[str, list[Literal]] = defaultdict(list)
        for slot in slots:
            for key in slot.alternatives:
                uses[key].append(variables.does(week, kind, slot, key))
        for literals in uses.values():
            if len(literals) > 1:
                variables.require(self.id, where, sum(literals) <= 1)
        if len(slots) > MOST_IN_SESSION:
            every = sum(literal for literals in uses.values() for literal in literals)
            variables.require(self.id, where, every <= MOST_IN_SESSION)
        return uses

    def _used(self, variables: Variables, week: Week, key: str, literals: list[Literal]) -> Literal:
        if len(literals) == 1:
            return literals[0]
        used = variables.bool_var(f"{self.id}/used/w{week.number:02}/{key}")
        for literal in literals:
            variables.define(used >= literal)
        return used

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each session and each week with too many exercises or one twice."""
        for week in problem.weeks:
            in_week: set[str] = set()
            for session in plan.in_week(week.number):
                keys = [entry.exercise for entry in session.done]
                in_week.update(keys)
                twice = sorted({key for key in keys if keys.count(key) > 1})
                faults = [f"{exercise_words(problem, key)} twice" for key in twice]
                faults.append(too_many(len(keys), MOST_IN_SESSION, "exercises"))
                yield InSession(week.number, session.kind), "; ".join(filter(None, faults))
            presses = sum(is_press(problem, key) for key in in_week)
            faults = [too_many(len(in_week), MOST_IN_WEEK, "exercises")]
            faults.append(too_many(presses, MOST_PRESSES, "press exercises"))
            yield InWeek(week.number), "; ".join(filter(None, faults))

    def say(self, problem: Problem, where: InSession | InWeek) -> str:
        """Say ``Week 3 has ten exercises at most, and two presses among them.``."""
        if isinstance(where, InWeek):
            return f"Week {where.week} has ten exercises at most, and two presses among them."
        return f"{session_of_week(where)} has five exercises at most, and none twice."


def _n_slots(variables: Variables, week: Week, keys: list[str]) -> int:
    """Return the number of slots of a week that one of these exercises may fill."""
    return sum(not set(keys).isdisjoint(slot.alternatives) for _, slot in slots_of(variables, week))
