"""What a record says, part by part: for comparing a file with the one that would be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

# Fields that a missing text stands for: the file doesn't have them.
MISSING = None


class Key(NamedTuple):
    """What part of a plan it is, known by decisions: so a file with wrong labels has it, too.

    Parameters
    ----------
    day
        Index of the day; -1 for what is about the whole plan.
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


@dataclass(frozen=True, slots=True)
class Part:
    """A row of a table, an event of a calendar, an object of a document.

    Parameters
    ----------
    where
        Its place in the file, in words.
    fields
        What it says by name, as text.
    needed
        Beginnings of the names that it can't do without; None: it needs all.
    """

    where: str
    fields: Mapping[str, str]
    needed: tuple[str, ...] | None = None


Parts = Mapping[Key, Part]


def numbered(keys: Iterable[Key]) -> Iterator[Key]:
    """Yield keys, of those that are alike all but the first with a number."""
    seen: Counter[Key] = Counter()
    for key in keys:
        yield key._replace(number=seen[key])
        seen[key] += 1


class Difference(NamedTuple):
    """A field that isn't what follows: what stands there, and what would.

    ``there`` is None where the file lacks the field; ``follows`` where it has a part too many.
    """

    key: Key
    where: str
    field: str
    there: str | None
    follows: str | None

    def __str__(self) -> str:
        place = ", ".join(filter(None, [self.where, self.field]))
        if self.there is None:
            return f"{place}: is missing" + (f"; {self.follows!r} follows" if self.follows else "")
        if self.follows is None:
            return f"{place}: {self.there} follows from nothing in the plan"
        return f"{place}: {self.there!r} stands there, {self.follows!r} follows"


def differences(found: Parts, follows: Parts) -> Iterator[Difference]:
    """Yield what a file says otherwise than the file that would be written."""
    lacking: Counter[str] = Counter()
    having: Counter[str] = Counter()
    for key, part in follows.items():
        there = found.get(key)
        for name in part.fields if there else ():
            having[name] += 1
            having[_top(name)] += 1
            if there and name not in there.fields and there.needed is None:
                lacking[name] += 1
                lacking[_top(name)] += 1
    everywhere = {name for name, count in lacking.items() if count == having[name]}
    for name in having:
        if name in everywhere and (_top(name) == name or _top(name) not in everywhere):
            yield Difference(Key(-1, ""), "", name, MISSING, "")
    for key, part in follows.items():
        there = found.get(key)
        if there is None:
            yield Difference(key, part.where, "", MISSING, "")
            continue
        for name, text in part.fields.items():
            own = there.fields.get(name)
            dropped = own is None and (name in everywhere or not _needs(there, name))
            if own != text and not dropped:
                yield Difference(key, there.where, name, own, text)
        if key.day == -1:
            for name in there.fields.keys() - part.fields.keys():
                yield Difference(key, there.where, name, there.fields[name], None)
    for key, part in found.items():
        if key not in follows:
            yield Difference(key, part.where, "", f"{key.kind} {key.item}".strip(), None)


def _needs(part: Part, name: str) -> bool:
    return part.needed is None or name.startswith(part.needed)


def _top(name: str) -> str:
    """Return the outermost key of a path: ``stages`` of ``stages[0].value``."""
    return name.partition(".")[0].partition("[")[0]
