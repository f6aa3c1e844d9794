"""What a hard rule is: its sentence, its constraint and its check in one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import Violation


class Rule(Protocol):
    """A rule that every plan keeps.

    The class docstring holds the sentence, the formula and the place in the guide.

    Attributes
    ----------
    id
        Name of its file as a slug: what scenarios, reports and messages call it.
    title
        A few words for the list of rules.
    source
        Section of the guide, a published source, or ``ours``.
    can_be_off
        Whether a scenario may switch it off.
    reach
        The deepest part of a plan that it looks at. The solver leaves deeper parts out of a
        model whose rules see none of them.
    ties_weeks
        Whether what it says of one week can depend on what another week holds; so does a rule
        of two days in a row, which may lie in two weeks. What ties none is judged, and solved,
        week by week. A wrong declaration makes a bound wrong: ``tests/test_reach.py`` holds
        both against random plans.
    """

    id: str
    title: str
    source: str
    can_be_off: bool
    reach: Reach
    ties_weeks: bool

    def post(self, problem: Problem, variables: Variables) -> None:
        """Say the rule to the solver."""

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Test the rule on a finished plan, without the solver."""

    def say(self, problem: Problem, where: Any) -> str:
        """Return the rule's sentence for a place that ``post`` or ``check`` names."""
