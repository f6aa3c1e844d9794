"""What a hard rule is: its sentence, its constraint and its check in one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.registered import Registered
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession, OnDay, Violation
from runtall.rules._words import kind_words


class Rule(Registered, Protocol):
    """A rule that every plan keeps.

    The class docstring holds the sentence, the formula and the place in the guide.

    Attributes
    ----------
    can_be_off
        Whether a scenario may switch it off.
    sentence
        What it asks for, with ``{week}``, ``{day}`` and ``{kind}`` of the place it speaks of;
        a rule whose sentence depends on more has a `say` of its own.
    """

    can_be_off: bool = False
    sentence: str = ""

    def post(self, problem: Problem, variables: Variables) -> None:
        """Say the rule to the solver; nothing where it decides nothing that the rule is about."""
        return

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield places of a finished plan and what they have wrong; empty words are no fault."""
        raise NotImplementedError

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Test the rule on a finished plan, without the solver."""
        for where, found in self.faults(problem, plan):
            if found:
                yield Violation(self.id, where, found)

    def say(self, problem: Problem, where: Any) -> str:
        """Return the rule's sentence for a place that ``post`` or ``check`` names."""
        day = problem.days[where.day].label if isinstance(where, OnDay) else ""
        kind = kind_words(where.kind) if isinstance(where, InSession) else ""
        return self.sentence.format(week=where.week, day=day, kind=kind)
