"""When new exercises come in."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slots_of
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Literal, Variables
from runtall.objectives._weighted import Weighted

Uses = list[tuple[SessionKind, Literal]]


class Introductions(Weighted):
    """After the first week, one new exercise a session at most, and none close to a long run.

    For every week w after the one in which the plan starts, new[w] the exercises first used in w::

        weight * max(0, |new[w]| - sessions of w)
        weight for each of new[w] in each session of w that has a long run, race or tune-up
        within two days

    Only exercises of slots with a choice count: the others come in when their session does.
    Guide: soreness comes from new work.
    """

    title = "new exercises one by one, away from long runs"
    source = "guide: soreness"
    tier = Tier.PROGRESSION
    weight = 3

    def _choices(self, problem: Problem) -> tuple[str, ...]:
        """Return the exercises of slots with a choice."""
        choices = [slot.alternatives for kind in SessionKind for slot in problem.slots[kind]]
        return tuple(dict.fromkeys(key for keys in choices if len(keys) > 1 for key in keys))

    def _near(self, problem: Problem, week: Week) -> list[int]:
        return [day.index for day in problem.open_days(week) if day.near_key_run]

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the introductions too many, and those near a key run.

        ``known[w] <= known[w - 1] + uses in w`` says what was done by week w; a low cost
        wants it high.
        """
        known: dict[str, Expression] = dict.fromkeys(self._choices(problem), 0)
        for week in problem.weeks:
            near = self._near(problem, week)
            sessions = variables.sessions(week.number)
            can_be_many = not isinstance(sessions, int) or sessions < len(known)
            firsts = []
            for exercise, before in known.items():
                uses = self._uses(variables, week, exercise)
                if not uses or _is_one(before):
                    continue
                name = f"{self.id}/w{week.number:02}/{exercise}"
                if week.number > problem.first_week and can_be_many:
                    first = variables.bool_var(f"{name}/first")
                    for _, does in uses:
                        variables.define(first >= does - before)
                    firsts.append(first)
                for kind in dict.fromkeys(kind for kind, _ in uses):
                    if week.number <= problem.first_week or not near:
                        break
                    soon = variables.bool_var(f"{name}/{kind}/soon")
                    close = sum(variables.session(day, kind) for day in near)
                    for other, does in uses:
                        if other is kind:
                            variables.define(soon >= does - before + close - 1)
                    yield soon
                known[exercise] = self._learnt(variables, name, uses, before)
            if firsts:
                many = sum(firsts) - sessions
                yield variables.positive_part(f"{self.id}/w{week.number:02}", many)

    def _uses(self, variables: Variables, week: Week, exercise: str) -> Uses:
        return [
            (where.kind, variables.does(week.number, where.kind, slot, exercise))
            for where, slot in slots_of(variables, week)
            if exercise in slot.alternatives
        ]

    def _learnt(self, variables: Variables, name: str, uses: Uses, before: Literal) -> Literal:
        if any(_is_one(does) for _, does in uses):
            return 1
        learnt = variables.bool_var(f"{name}/known")
        variables.define(learnt <= before + sum(does for _, does in uses))
        return learnt

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        choices = set(self._choices(problem))
        known: set[str] = set()
        for week in problem.weeks:
            near = self._near(problem, week)
            used = [
                (session.day, {entry.exercise for entry in session.entries if entry.sets} & choices)
                for session in plan.in_week(week.number)
            ]
            new = {exercise for _, exercises in used for exercise in exercises} - known
            if week.number > problem.first_week:
                yield max(0, len(new) - len(used))
                yield sum(len(new & exercises) for day, exercises in used if day in near)
            known |= new


def _is_one(decision: Literal) -> bool:
    """Return whether it is certain."""
    return isinstance(decision, int) and decision == 1
