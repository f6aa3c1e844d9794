"""What a hard rule is: its sentence, its constraint and its check in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runtall.domain.plan import Plan
    from runtall.domain.problem import Problem
    from runtall.domain.variables import Variables
    from runtall.domain.where import Violation, Where


class Rule(Protocol):
    """A rule that every plan keeps.

    The class docstring holds the sentence, the formula and the place in the guide.
    """

    id: str
    """Name of its file as a slug: what scenarios, reports and messages call it."""
    title: str
    """A few words for the list of rules."""
    source: str
    """Section of the guide, a published source, or ``ours``."""
    can_be_off: bool
    """Whether a scenario may switch it off."""

    def post(self, problem: Problem, variables: Variables) -> None:
        """Say the rule to the solver."""

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Test the rule on a finished plan, without the solver."""

    def say(self, problem: Problem, where: Where) -> str:
        """The rule's sentence for one place."""
