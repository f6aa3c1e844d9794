"""What a solve can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from runtall.domain.html import paragraph, table
from runtall.domain.plan import Plan
from runtall.domain.report import Report
from runtall.domain.where import Where
from runtall.errors.words import weeks_words

# Sentences of one rule in a conflict that are told one by one.
MOST_ALIKE = 4
NO_PLAN = "No plan exists under these rules. These cannot all hold:"


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


@dataclass(frozen=True, slots=True, repr=False)
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

    @property
    def lines(self) -> tuple[str, ...]:
        """The conflict in words; of a rule that speaks of many weeks the first sentences."""
        lines = []
        for part in self.conflict:
            alike = [other for other in self.conflict if other.rule == part.rule]
            if part in alike[:MOST_ALIKE]:
                lines.append(f"{part.rule}: {part.sentence}")
            elif part == alike[MOST_ALIKE]:
                weeks = sorted({other.where.key[0] for other in alike[MOST_ALIKE:]})
                lines.append(f"{part.rule}: The same in {weeks_words(weeks)}.")
        if self.likewise:
            also = weeks_words(self.likewise)
            lines.append(f"The same goes for {also}. Not all of these can be given up:")
            lines.extend(f"{part.rule}: {part.sentence}" for part in self.limits)
        return tuple(lines)

    @property
    def words(self) -> str:
        """The whole answer in a paragraph."""
        return " ".join(filter(None, [NO_PLAN, *self.lines, self.advice]))

    def __repr__(self) -> str:
        return f"<{self.words}>"

    def _repr_html_(self) -> str:
        rows = ([line] for line in filter(None, [*self.lines, self.advice]))
        return table([NO_PLAN], rows)


@dataclass(frozen=True, slots=True, repr=False)
class OutOfTime:
    """The limits were reached before any plan was found."""

    words: ClassVar[str] = "No plan was found within the limits. Give solver.effort more."

    def __repr__(self) -> str:
        return f"<{self.words}>"

    def _repr_html_(self) -> str:
        return paragraph(self.words)


Outcome = Planned | Impossible | OutOfTime


class Defect(Exception):
    """The solver's answer fails our own check: never shown as a plan."""
