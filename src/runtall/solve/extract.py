"""From the solver's numbers to the decided plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.relaxation import Relaxation, Relaxed

if TYPE_CHECKING:
    from runtall.model.variables import CpVariables


def extract(variables: CpVariables, solution: Sequence[int]) -> Plan:
    """Read the plan off a solution.

    Returns
    -------
    Plan
        Days, kinds, exercises and sets; doses and minutes are `runtall.progression`'s.
    """
    problem = variables.problem
    value = partial(variables.value, solution=solution)

    sessions = []
    for day in problem.days:
        for kind in variables.kinds(day.week):
            if value(variables.session(day.index, kind)):
                entries = tuple(
                    Entry(slot.position, exercise, sets)
                    for slot in problem.slots[kind]
                    for exercise in slot.alternatives
                    if (sets := value(variables.sets_of(day.week, kind, slot, exercise)))
                )
                sessions.append(Session(day.index, kind, entries))
    return Plan(
        sessions=tuple(sessions),
        mobility=tuple(day.index for day in problem.days if value(variables.mobility(day.index))),
        relaxed=tuple(
            sorted(
                Relaxed(week.number, step)
                for week in problem.weeks
                for step in Relaxation
                if value(variables.relaxed(step, week.number))
            )
        ),
    )
