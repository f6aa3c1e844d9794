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
    minutes
        What the shortest days have, and how much would do: it was tried; None: that isn't it.
    """

    conflict: tuple[Claim, ...]
    likewise: tuple[int, ...] = ()
    limits: tuple[Claim, ...] = ()
    way_out: str = ""
    minutes: tuple[int, int] | None = None

    @property
    def goes_through_weeks(self) -> bool:
        """Whether it is about more than one week."""
        return bool(self.likewise) or len({claim.where.week for claim in self.conflict}) > 1

    @property
    def advice(self) -> str:
        """The way out as a sentence; empty without one."""
        if self.minutes is not None:
            few, enough = self.minutes
            unit = "minute is" if few == 1 else "minutes are"
            return (
                f"{few} {unit} too little for the warm-up and what a session has to hold:"
                f" {enough} work"
            )
        return f"With one session a week there is a plan: {self.way_out}" if self.way_out else ""


@dataclass(frozen=True, slots=True)
class OutOfTime:
    """The limits were reached before any plan was found."""

    words: ClassVar[str] = "No plan was found within the limits. Give solver.effort more."


Outcome = Planned | Impossible | OutOfTime


class Defect(Exception):
    """The solver's answer fails our own check: never shown as a plan."""
