"""What a solve can come to."""

from __future__ import annotations

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class WayOut:
    """What the scenario may say to have a plan: it was tried.

    Parameters
    ----------
    write
        Keys and values, as they are written.
    can_you
        What the runner has to be able to do for it to be true; empty: nothing to know.
    """

    write: str
    can_you: str = ""


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
    ways_out
        What the scenario may say to have a plan, what asks least of the runner first; none:
        nothing is known.
    minutes
        What the shortest days have, and how much would do: it was tried; None: that isn't it.
    """

    conflict: tuple[Claim, ...]
    likewise: tuple[int, ...] = ()
    limits: tuple[Claim, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    minutes: tuple[int, int] | None = None

    @property
    def goes_through_weeks(self) -> bool:
        """Whether it is about more than one week."""
        return bool(self.likewise) or len({claim.where.week for claim in self.conflict}) > 1

    @property
    def advice(self) -> str:
        """The ways out in sentences; empty without one."""
        if self.minutes is not None:
            few, enough = self.minutes
            unit = "minute is" if few == 1 else "minutes are"
            return (
                f"{few} {unit} too little for the warm-up and what a session has to hold:"
                f" {enough} work"
            )
        sentences: list[str] = []
        for way in self.ways_out:
            asked = f"Can you do {way.can_you}? " if way.can_you else ""
            begins = "Or write this" if sentences else f"{'Then w' if asked else 'W'}rite this"
            sentences.append(f"{asked}{begins}, and there is a plan: {way.write}")
        return " ".join(sentences)

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

    def in_short(self, room: int) -> tuple[str, ...]:
        """Return a conflict of many weeks in so many lines: one for a rule, the last together."""
        rules: dict[str, list[Claim]] = {}
        for part in self.conflict:
            rules.setdefault(part.rule, []).append(part)
        words = [_alike(rule, parts) for rule, parts in rules.items()]
        also = []
        if self.likewise:
            limits = " ".join(part.sentence for part in self.limits[:1])
            weeks = weeks_words(self.likewise)
            also = [f"The same goes for {weeks}: not all can be given up. {limits}"]
        most = room - len(also)
        if len(words) > most:
            words[most - 1 :] = [" ".join(words[most - 1 :])]
        return (*words, *also)

    @property
    def words(self) -> str:
        """The whole answer in a paragraph."""
        return " ".join(filter(None, [NO_PLAN, *self.lines, self.advice]))

    def __repr__(self) -> str:
        return f"<{self.words}>"

    def _repr_html_(self) -> str:
        rows = ([line] for line in filter(None, [*self.lines, self.advice]))
        return table([NO_PLAN], rows)


def _alike(rule: str, parts: Sequence[Claim]) -> str:
    """Write what a rule says of several places: the first, and for how many more it goes."""
    others = len({part.where for part in parts}) - 1
    more = f" And {others} more like it" if others else ""
    weeks = sorted({part.where.week for part in parts[1:] if part.where.week})
    where = f" in {weeks_words(weeks)}" if others and len(weeks) > 1 else ""
    return f"{rule}: {parts[0].sentence}{more}{where}{'.' if more else ''}"


@dataclass(frozen=True, slots=True, repr=False)
class OutOfTime:
    """The limits were reached before any plan was found."""

    words: ClassVar[str] = (
        "No plan was found within the limits. Give solver.effort more, or solver.time_limit_s where"
        " it is set."
    )

    def __repr__(self) -> str:
        return f"<{self.words}>"

    def _repr_html_(self) -> str:
        return paragraph(self.words)


Outcome = Planned | Impossible | OutOfTime


class Defect(Exception):
    """The solver's answer fails our own check: never shown as a plan."""
