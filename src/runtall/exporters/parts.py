"""What a record says, part by part: for comparing a file with the one that would be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from runtall.errors.words import gathered

T = TypeVar("T")
# Most differences of a kind that are told one by one.
MOST_ALIKE = 3
# Stand for a day: what is of the whole plan, and events that have none, of whomever.
WHOLE, OTHERS = -1, -2
# Fields that say themselves when a session is: they move with it.
TIMES = ("DTSTART", "DTEND")
# Ends the names of all that tells when a session is, where it has no time of day. Who gives it one
# in a calendar, or takes it away, has the program change them all, and each does so in its way.
ALL_DAY = ", all day"


class Key(NamedTuple):
    """What part of a plan it is, known by decisions: so a file with wrong labels has it, too.

    Parameters
    ----------
    day
        Index of the day, `WHOLE` or `OTHERS`.
    kind
        Kind of the session, ``mobility``, or what else is in the calendar.
    item
        Which exercise; empty for the session itself.
    number
        Place among those that share all this.
    """

    day: int
    kind: str
    item: str = ""
    number: int = 0


class Part(NamedTuple):
    """A row of a table, an event of a calendar, an object of a document.

    Parameters
    ----------
    where
        Its place in the file, in words.
    fields
        What it says by name, as text.
    needed
        Beginnings of the names that it can't do without; None: it needs all.
    own
        How names begin that anybody may add, which is told. What else is there besides is passed
        over; where all is needed, nothing else may be there.
    name
        What it is, in words, for a file in which it has no place.
    """

    where: str
    fields: Mapping[str, str]
    needed: tuple[str, ...] | None = None
    own: str | None = None
    name: str = ""

    def needs(self, name: str) -> bool:
        """Return whether it can't do without a field."""
        return self.needed is None or name.startswith(self.needed)

    def unlike(self, other: Part) -> list[str]:
        """Return the names of the fields in which two parts differ."""
        names = {**self.fields, **other.fields}
        return [name for name in names if self.fields.get(name) != other.fields.get(name)]


Parts = Mapping[Key, Part]
PLAN = Key(WHOLE, "")


def numbered(found: Iterable[tuple[Key, T]]) -> dict[Key, T]:
    """Return things by their keys, of those that are alike all but the first with a number."""
    seen: Counter[Key] = Counter()
    by_key = {}
    for key, thing in found:
        by_key[key._replace(number=seen[key])] = thing
        seen[key] += 1
    return by_key


class Difference(NamedTuple):
    """A field that isn't what follows: what stands there, and what would.

    ``there`` is None where the file lacks the field; ``follows`` where it has one too many, which
    may be ``free``. ``note`` says what comes of it.
    """

    key: Key
    where: str
    field: str
    there: str | None
    follows: str | None
    free: bool = False
    note: str = ""

    def __str__(self) -> str:
        place = ", ".join(filter(None, [self.where, self.field]))
        if self.there is None:
            return f"{place}: is missing" + (f"; {self.follows!r} follows" if self.follows else "")
        if self.free:
            return f"{self.where}: a line of your own, {self.there!r}"
        if self.follows is None:
            return f"{place}: {self.there} follows from nothing in the plan"
        return f"{place}: {self.there!r} stands there, {self.follows!r} follows{self.note}"


def differences(found: Parts, follows: Parts) -> Iterator[Difference]:
    """Yield what a file says otherwise than the file that would be written."""
    for key, part in follows.items():
        there = found.get(key)
        if there is None:
            yield Difference(key, part.name or part.where, "", None, "")
            continue
        if there.fields == part.fields:
            continue
        for name, text in part.fields.items():
            own = there.fields.get(name)
            if own != text and (own is not None or there.needs(name)):
                yield Difference(key, there.where, name, own, text)
        for name, text in there.fields.items():
            free = there.own is not None and name.startswith(there.own)
            if name not in part.fields and (free or there.needed is None):
                yield Difference(key, there.where, name, text, None, free)
    for key, part in found.items():
        if key not in follows and (key.day != OTHERS or key._replace(number=0) in follows):
            yield Difference(key, part.where, "", f"{key.kind} {key.item}".strip(), None)


def capped(wrong: Iterable[Difference]) -> Iterator[str]:
    """Yield what is wrong in words; of those that are of a kind, the first few."""
    for lines in gathered((top(each.field), str(each)) for each in wrong).values():
        yield from lines[:MOST_ALIKE]
        if len(lines) > MOST_ALIKE:
            yield f"and {len(lines) - MOST_ALIKE} more of this kind"


def top(name: str) -> str:
    """Return the outermost key of a path: ``stages`` of ``stages[0].value``."""
    return name.partition(".")[0].partition("[")[0]
