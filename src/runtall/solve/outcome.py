"""What a solve can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from runtall.domain.plan import Plan
from runtall.domain.report import Report
from runtall.domain.where import Where


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan; `Report.status` says whether every stage is proven."""

    plan: Plan
    report: Report


@dataclass(frozen=True, slots=True)
class Claim:
    """One part of a conflict: a rule, a place, and the rule's sentence for it."""

    rule: str
    where: Where
    sentence: str


@dataclass(frozen=True, slots=True)
class Impossible:
    """No plan exists.

    Parameters
    ----------
    conflict
        Parts that cannot all hold; without any one of them they can.
    likewise
        Weeks that are in conflict like the conflict's own, each by itself.
    limits
        Why these weeks cannot all be given up; empty where no relaxation helps at all.
    way_out
        What the scenario may say to have a plan: it was tried; empty: nothing is known.
    """

    conflict: tuple[Claim, ...]
    likewise: tuple[int, ...] = ()
    limits: tuple[Claim, ...] = ()
    way_out: str = ""

    @property
    def advice(self) -> str:
        """The way out as a sentence; empty without one."""
        return f"With one session a week there is a plan: {self.way_out}" if self.way_out else ""


@dataclass(frozen=True, slots=True)
class OutOfTime:
    """The limits were reached before any plan was found."""

    words: ClassVar[str] = "No plan was found within the limits. Give solver.effort more."


Outcome = Planned | Impossible | OutOfTime


class Defect(Exception):
    """The solver's answer fails our own check: never shown as a plan."""
