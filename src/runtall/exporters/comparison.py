"""A file that was read, held against the files that its decisions or earlier ones lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.parts import (
    ALL_DAY,
    PLAN,
    TIMES,
    Difference,
    Key,
    Part,
    Parts,
    differences,
    numbered,
)
from runtall.progression.dose import prescribe
from runtall.progression.follow import follow

# Most sessions that are written again in search of an edit: nobody makes so many by hand.
MOST_WRITTEN = 1_000
# All names of fields that say themselves when a session is; only calendars have them.
MOMENTS = frozenset({*TIMES, *(f"{name}{ALL_DAY}" for name in TIMES)})
# What a document says of the plan as it was solved: the hash that knows whether it still is.
DIGEST = "table_sha256"
T = TypeVar("T")


class Before(NamedTuple):
    """Decisions before somebody edited them, in the order in which the plan was read.

    Parameters
    ----------
    sessions
        On their earlier days, with the sets that they had, and with an exercise that is gone.
    mobility
        Days of the add-ons.
    unclear
        Places of the sessions that other decisions explain as well as these.
    cancelled
        Sessions that were called off since, and are read no more.
    """

    sessions: Sequence[Session]
    mobility: Sequence[int]
    unclear: Set[int] = frozenset()
    cancelled: Sequence[Session] = ()

    @property
    def days(self) -> list[int]:
        """Days of the sessions, and behind them of the add-ons."""
        return [*(session.day for session in self.sessions), *self.mobility]

    def on(self, days: Sequence[int]) -> Before:
        """Return the same on other days."""
        both = zip(self.sessions, days, strict=False)
        sessions = [replace(session, day=day) for session, day in both]
        return self._replace(sessions=sessions, mobility=days[len(sessions) :])

    def with_session(self, index: int, entries: Iterable[Entry]) -> Before:
        """Return the same with other exercises in one session."""
        sessions = [*self.sessions]
        in_order = sorted(entries, key=attrgetter("position"))
        sessions[index] = replace(sessions[index], entries=tuple(in_order))
        return self._replace(sessions=sessions)


class Explained(NamedTuple):
    """Labels that don't follow from the plan, as far as an earlier plan explains them.

    Parameters
    ----------
    plan
        What follows from the decisions.
    earlier
        Its sessions as they were prescribed, without what was deleted of them since.
    wrong
        What neither plan has.
    stale
        Fields of each session or add-on that the earlier plan has.
    differing
        All fields of each in which the two plans differ.
    added
        What the file says besides, where that is free.
    """

    plan: Plan
    earlier: Sequence[Session]
    wrong: Sequence[Difference]
    stale: Mapping[Key, Set[str]] = MappingProxyType({})
    differing: Mapping[Key, Set[str]] = MappingProxyType({})
    added: Sequence[Difference] = ()


@dataclass(eq=False)
class Comparison:
    """A file, and the files that its decisions or those before an edit lead to.

    Parameters
    ----------
    plan
        Its decisions, as they were read.
    found
        What the file says.
    write
        Returns what the file of a plan says.
    cancelled
        Sessions that the file has, too, but that were called off.
    solved
        Returns the decisions as they were solved, if a document beside the file knows them.
    """

    problem: Problem
    plan: Plan
    found: Parts
    write: Callable[[Plan], Parts]
    cancelled: Sequence[Session] = ()
    solved: Callable[[], Plan | None] = lambda: None
    _may_write: int = field(default=MOST_WRITTEN, init=False)

    @property
    def may_go_on(self) -> bool:
        """Whether the search for an edit may write more sessions."""
        return self._may_write > 0

    @property
    def days(self) -> list[int]:
        """Days of the sessions that were read, and behind them of the add-ons."""
        return Before(self.plan.sessions, self.plan.mobility).days

    @cached_property
    def unchanged(self) -> Set[int]:
        """Places of the sessions, and behind them of the add-ons, that are known as solved."""
        if (solved := self.solved()) is None:
            return frozenset()
        known = [*map(_decisions, solved.sessions), *solved.mobility]
        read = [*map(_decisions, self.plan.sessions), *self.plan.mobility]
        return {index for index, each in enumerate(read) if each in known}

    def explain(self, before: Before) -> Explained:
        """Hold the file against what follows now, and what followed before."""
        self._may_write -= len(self.plan.sessions)
        origin = self.prescribed(before)
        kept = len(before.sessions)
        left = [
            replace(was, entries=tuple(entry for entry in was.entries if entry.position in places))
            for was, session in zip(origin[:kept], self.plan.sessions, strict=True)
            for places in [{entry.position for entry in session.entries}]
        ]
        in_calendar = any(part.fields.keys() & MOMENTS for part in self.found.values())
        plan = follow(self.problem, left, self.plan, starts_stay=in_calendar)
        now = self.write(self._timed(plan, left) if in_calendar else plan)
        apart = {(each.key, each.field): each for each in differences(self.found, now)}
        as_solved = self.found[PLAN].fields.get(DIGEST) if PLAN in self.found else None
        if not apart or (as_solved and (PLAN, DIGEST) not in apart):
            # No edit can explain what differs: the hash of the plan as it was solved fits.
            return Explained(plan, left, list(apart.values()))
        old = self.write(in_order(self.plan, origin, before.mobility))
        back = dict(zip(self.groups(self.days), self.groups(before.days), strict=True))
        stale, differing, fresh = (defaultdict[Key, set[str]](set) for _ in range(3))
        explained = set()
        for key, part in now.items():
            group = group_of(key)
            place = back.get(group, group)
            earlier = old.get(place._replace(item=key.item))
            was, here = (f"{self.problem.days[each.day].date}" for each in (place, group))
            for name in part.unlike(earlier) if earlier else ():
                differing[group].add(name)
                each = apart.get((key, name))
                if each is None:
                    fresh[group].add(name)
                elif earlier and _is_of(earlier, each, was, here):
                    stale[group].add(name)
                    explained.add(each)
        # A label that some rows of a session have and others don't isn't what an edit leaves.
        for group, names in fresh.items():
            stale[group] -= names
        explained = {each for each in explained if each.field in stale[group_of(each.key)]}
        others = [each for each in apart.values() if each not in explained]
        wrong, added = ([each for each in others if each.free is free] for free in (False, True))
        return Explained(plan, left, wrong, stale, differing, added)

    def _timed(self, plan: Plan, earlier: Iterable[Session]) -> Plan:
        """Return a plan whose sessions have a time where we would give one, or where it is wrong.

        So an event that a person gave a time, or that lost it, says nothing of it that differs.
        """
        sessions = []
        for session, was, read in zip(plan.sessions, earlier, self.plan.sessions, strict=True):
            usual = was.start or self.problem.days[session.day].start
            told = usual or session.start != read.start
            sessions.append(replace(session, start=session.start or usual if told else None))
        return replace(plan, sessions=tuple(sessions))

    def prescribed(self, before: Before) -> Sequence[Session]:
        """Return earlier sessions with all that follows, in the order of those that were read.

        Behind them those that were called off.
        """
        every = (*before.sessions, *before.cancelled)
        whole = replace(self.plan, sessions=every)
        days = [session.day for session in every]
        return _back(days, prescribe(self.problem, whole).sessions)

    def groups(self, days: Sequence[int]) -> Sequence[Key]:
        """Return the keys of sessions and add-ons that lie on these days."""
        kinds = [session.kind.value for session in self.plan.sessions]
        kinds += [MOBILITY] * len(self.plan.mobility)
        keys = sorted(map(Key, days, kinds), key=attrgetter("day"))
        return _back(days, list(numbered((key, None) for key in keys)))


def _decisions(session: Session) -> tuple[object, ...]:
    return session.day, session.kind, session.entries


def in_order(plan: Plan, sessions: Iterable[Session], mobility: Iterable[int]) -> Plan:
    """Return a plan of these sessions and add-ons by day, with what the first gave up."""
    by_day = tuple(sorted(sessions, key=attrgetter("day")))
    return Plan(by_day, tuple(sorted(mobility)), plan.relaxed)


def _back(days: Sequence[int], in_order: Sequence[T]) -> Sequence[T]:
    """Return what was sorted by day in the order of the days."""
    order = sorted(range(len(days)), key=lambda index: days[index])
    found = dict(zip(order, in_order, strict=True))
    return [found[index] for index in range(len(days))]


def _is_of(earlier: Part, found: Difference, was: str, here: str) -> bool:
    """Return whether an earlier plan has a label, or the time of an event that was moved along."""
    text = earlier.fields.get(found.field)
    along = text.replace(was, here) if text and found.field in MOMENTS else text
    return found.there in {text, along}


def follows(found: Explained, group: Key) -> bool:
    """Return whether the labels of a group follow its earlier day: no one stands alone."""
    stale, differing = found.stale.get(group, set()), found.differing.get(group, set()) - MOMENTS
    if is_wrong(found, group):
        return False
    return len(stale) > 1 or stale == differing


def is_wrong(found: Explained, group: Key) -> bool:
    """Return whether a session or add-on has a label that neither plan explains."""
    return any(group_of(each.key) == group for each in found.wrong)


def group_of(key: Key) -> Key:
    """Return the key of the session or add-on that something is part of."""
    return key._replace(item="")
