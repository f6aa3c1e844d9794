"""What rules and objectives have in common."""

from __future__ import annotations

from typing import Protocol

from runtall.domain.reach import Reach


class Registered(Protocol):
    """A rule or an objective: a file of its own, by whose name it is known.

    Attributes
    ----------
    id
        Name of its file as a slug: what scenarios, reports and messages call it.
    title
        A few words for the list of rules.
    source
        Section of the guide, a published source, or ``ours``.
    reach
        The deepest part of a plan that it looks at, if that isn't all that the solver decides.
        The solver leaves deeper parts out of a model whose rules see none of them.
    ties_weeks
        Whether what it says of one week can depend on what another week holds; so does a rule
        of two days in a row, which may lie in two weeks. What ties none is judged, and solved,
        week by week. A wrong declaration makes a bound wrong: ``tests/test_reach.py`` holds
        both against random plans.
    """

    id: str = ""
    title: str
    source: str
    reach: Reach = Reach.SETS
    ties_weeks: bool = True

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.id = vars(cls).get("id") or cls.__module__.rpartition(".")[2].replace("_", "-")
