"""The twin of writing: what a plan file says, held against what follows from its decisions.

A plan holds decisions and what follows from them. Of a file that was read the decisions count;
the file that they lead to is written again, and the two are compared field by field. Labels that
still follow an earlier day, or earlier sets and doses, tell of an edit by hand; one that follows
nothing is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import islice

from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY, mobility_keys, session_keys
from runtall.exporters.parts import PLAN, Difference, Key, Parts, capped, differences, numbered, top
from runtall.exporters.session_card import runs_around
from runtall.progression.dose import prescribe
from runtall.progression.follow import follow
from runtall.progression.mobility import block_minutes
from runtall.progression.session_time import minutes, planned_s
from runtall.progression.why_today import why_today

# Most sets of an exercise that a label may still speak of.
MOST_SETS = 6
# Most days that a session is tried on.
MOST_DAYS = 4
# Stands around texts in documents.
QUOTE = '"'
# What a dose is made of, in words.
WORDS = {
    "sets": "sets",
    "reps": "reps",
    "distance_m": "distance",
    "hold_s": "seconds",
    "load_g": "load",
    "rir": "reserve",
}
# Fields that hold the identity of a session or an add-on.
IDS = frozenset({"session_id", "UID"})
# What a document says of the plan as it was solved, and the hash that knows whether it still is.
DIGEST = "table_sha256"
CLAIMS = frozenset({"status", "stages", "costs", DIGEST})
# A session or add-on, by day, kind and place among those that share both; the plan is no day's.
Group = tuple[int, str, int]
Writer = Callable[[Plan], Parts]


@dataclass(frozen=True, slots=True)
class Labels:
    """What a file says beside its decisions.

    Parameters
    ----------
    plan
        The decisions, with what follows from them.
    wrong
        Each label that follows from nothing, in a line.
    edited
        Each session whose labels follow what it was before somebody changed it, in a line.
    """

    plan: Plan
    wrong: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()


@dataclass(frozen=True)
class Before:
    """Decisions before somebody edited them: days of sessions and add-ons, sets, exercises.

    Sessions and add-ons are known by their place in the plan that was read.

    Parameters
    ----------
    deleted
        An exercise that a session had besides.
    """

    days: tuple[int, ...]
    mobility: tuple[int, ...]
    sets: Mapping[tuple[int, int], int] = field(default_factory=dict)
    deleted: Mapping[int, Entry] = field(default_factory=dict)


@dataclass(frozen=True)
class Explained:
    """Labels that don't follow from the plan, as far as an earlier plan explains them.

    Parameters
    ----------
    plan
        What follows from the decisions.
    origin
        The earlier plan's sessions, in the order of the edited one's.
    wrong
        What neither plan has.
    stale
        Fields of each group that the earlier plan has.
    differing
        All fields of each group in which the two plans differ.
    added
        What the file says besides, where that is free.
    """

    plan: Plan
    origin: Sequence[Session]
    wrong: Sequence[Difference] = ()
    stale: Mapping[Group, Set[str]] = field(default_factory=dict)
    differing: Mapping[Group, Set[str]] = field(default_factory=dict)
    added: Sequence[Difference] = ()


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
    add_on_ids
        Returns every id that an add-on of a day may have: they stay when it moves, or others go.
    """

    def __init__(
        self,
        problem: Problem,
        plan: Plan,
        found: Parts,
        write: Writer,
        add_on_ids: Callable[[int], Collection[str]],
    ) -> None:
        self._problem, self._plan, self._found = problem, plan, found
        self._write, self._add_on_ids = write, add_on_ids

    def labels(self) -> Labels:
        """Compare the file with what follows from it, and with what followed before an edit."""
        before = Before(tuple(s.day for s in self._plan.sessions), self._plan.mobility)
        found = self._explained(before)
        for search in (self._earlier_days, self._earlier_sets):
            if found.wrong:
                before, found = search(before, found)
        wrong = [self._twice(each) for each in found.wrong if not self._keeps_id(each)]
        told = [*self._told(before, found), *map(str, found.added)]
        claims = [each for each in wrong if each.key == PLAN and top(each.field) in CLAIMS]
        if len(claims) > 1 and DIGEST in {each.field for each in claims}:
            # What was solved is no more: an add-on was deleted, or much was changed.
            wrong = [each for each in wrong if each not in claims]
            told.append(f"edited since it was solved; {_still(len(claims))} follow what it was")
        return Labels(found.plan, tuple(capped(wrong)), tuple(told))

    def _keeps_id(self, found: Difference) -> bool:
        """Return whether an add-on has an id that is its week's and no other's."""
        if found.key.kind != MOBILITY or found.field not in IDS or found.there is None:
            return False
        others = {
            _group(key)
            for key, part in self._found.items()
            if part.fields.get(found.field) == found.there
        }
        return len(others) == 1 and found.there.strip(QUOTE) in self._add_on_ids(found.key.day)

    def _twice(self, found: Difference) -> Difference:
        """Add what an id of another event does to a calendar."""
        if found.field != "UID" or found.there is None:
            return found
        others = [
            part.where
            for part in self._found.values()
            if part.fields.get("UID") == found.there and part.where != found.where
        ]
        if not others:
            return found
        words = f"; it is that of {others[0]}, and a phone keeps only one of the two"
        return found._replace(note=words)

    def _explained(self, before: Before) -> Explained:
        """Hold the file against what follows now, and what followed before."""
        origin = self._origin(before)
        plan = follow(self._problem, self._left(before, origin), self._plan)
        now = self._write(plan)
        apart = {(each.key, each.field): each for each in differences(self._found, now)}
        as_solved = self._found[PLAN].fields.get(DIGEST) if PLAN in self._found else None
        if not apart or (as_solved and (PLAN, DIGEST) not in apart):
            # No edit can explain what differs: the hash of the plan as it was solved fits.
            return Explained(plan, origin, list(apart.values()))
        by_day = sorted(origin, key=_day)
        old = self._write(Plan(tuple(by_day), tuple(sorted(before.mobility)), self._plan.relaxed))
        back = dict(zip(self._groups(), self._groups(before), strict=True))
        stale, differing, fresh = (defaultdict[Group, set[str]](set) for _ in range(3))
        explained = set()
        for key, part in now.items():
            group = _group(key)
            day, _, number = back.get(group, group)
            earlier = old.get(key._replace(day=day, number=number))
            for name in part.unlike(earlier) if earlier else ():
                differing[group].add(name)
                each = apart.get((key, name))
                if each is None:
                    fresh[group].add(name)
                elif earlier and each.there == earlier.fields.get(name):
                    stale[group].add(name)
                    explained.add(each)
        # A label that some rows of a session have and others don't isn't what an edit leaves.
        for group, names in fresh.items():
            stale[group] -= names
        left = [
            each
            for each in apart.values()
            if each not in explained or each.field in fresh[_group(each.key)]
        ]
        wrong = [each for each in left if not each.free]
        added = [each for each in left if each.free]
        return Explained(plan, origin, wrong, stale, differing, added)

    def _origin(self, before: Before) -> Sequence[Session]:
        """Return the sessions as they were prescribed, in the order of those that were read."""
        sessions = [
            replace(
                session,
                day=day,
                entries=_with_entry(
                    [
                        replace(entry, sets=before.sets.get((index, number), entry.sets))
                        for number, entry in enumerate(session.entries)
                    ],
                    before.deleted.get(index),
                ),
            )
            for index, (session, day) in enumerate(
                zip(self._plan.sessions, before.days, strict=True)
            )
        ]
        order = sorted(range(len(sessions)), key=lambda index: before.days[index])
        filled = prescribe(self._problem, replace(self._plan, sessions=tuple(sessions))).sessions
        found = dict(zip(order, filled, strict=True))
        return [found[index] for index in range(len(sessions))]

    def _left(self, before: Before, origin: Sequence[Session]) -> Sequence[Session]:
        """Return the earlier sessions without what was deleted of them."""
        return [
            replace(session, entries=tuple(e for e in session.entries if not _is(e, gone)))
            for index, session in enumerate(origin)
            for gone in [before.deleted.get(index)]
        ]

    def _groups(self, before: Before | None = None) -> list[Group]:
        """Return the sessions and behind them the add-ons, on their days or on earlier ones."""
        kinds = [session.kind.value for session in self._plan.sessions]
        kinds += [MOBILITY] * len(self._plan.mobility)
        days = [session.day for session in self._plan.sessions] + [*self._plan.mobility]
        if before is not None:
            days = [*before.days, *before.mobility]
        order = sorted(range(len(days)), key=lambda index: days[index])
        keys = numbered(Key(days[index], kinds[index]) for index in order)
        return [key for _, key in sorted(zip(order, map(_group, keys), strict=True))]

    def _earlier_days(self, before: Before, found: Explained) -> tuple[Before, Explained]:
        """Put sessions and add-ons back to the day that all of their labels still follow."""
        groups = self._groups()
        days = [self._named_day(group) for group in groups]
        while days != [group[0] for group in groups]:
            moved = self._on_days(before, days)
            again = self._explained(moved)
            doubtful = [
                index
                for index, group in enumerate(groups)
                if days[index] != group[0] and not _follows(again, group)
            ]
            if not doubtful:
                before, found = moved, again
                break
            for index in doubtful:
                days[index] = groups[index][0]
        # Where no weekday is told, the reason tells the day.
        for index, session in enumerate(self._plan.sessions):
            wrong = {_group(each.key) for each in found.wrong}
            around = runs_around(found.plan.sessions[index].note)
            if groups[index] in wrong and session.note != around:
                for day in islice(self._likely_days(index, session), MOST_DAYS):
                    days = [*before.days, *before.mobility]
                    days[index] = day
                    moved = self._on_days(before, days)
                    again = self._explained(moved)
                    if len(again.wrong) < len(found.wrong) and _follows(again, groups[index]):
                        before, found = moved, again
                        break
        return before, found

    def _on_days(self, before: Before, days: Sequence[int]) -> Before:
        count = len(before.days)
        return replace(before, days=tuple(days[:count]), mobility=tuple(days[count:]))

    def _likely_days(self, index: int, session: Session) -> Iterator[int]:
        """Yield days that lie between the runs that a session names, those of its week first."""
        others = [other for number, other in enumerate(self._plan.sessions) if number != index]
        here = self._problem.days[session.day]
        for day in sorted(
            self._problem.days, key=lambda day: (day.week != here.week, abs(day.index - here.index))
        ):
            there = sorted([*others, replace(session, day=day.index)], key=_day)
            plan = replace(self._plan, sessions=tuple(there))
            around = runs_around(why_today(self._problem, plan, day.index))
            if day is not here and around == session.note:
                yield day.index

    def _named_day(self, group: Group) -> int:
        """Return the day that weekday and week of a session name; else the one that it is on."""
        parts = [part.fields for key, part in self._found.items() if _group(key) == group]
        named = {(f.get("weekday", "").strip(QUOTE), f.get("week", "")) for f in parts}
        days = {(day.weekday, str(day.week)): day.index for day in self._problem.days}
        return days.get(named.pop(), group[0]) if len(named) == 1 else group[0]

    def _earlier_sets(self, before: Before, found: Explained) -> tuple[Before, Explained]:
        """Find the sets, or the exercise, that give a session the length that it still has."""
        for index, session in enumerate(found.plan.sessions):
            if self._plan.sessions[index].minutes != session.minutes:
                tries = [
                    (tried, self._explained(tried))
                    for tried in self._as_long(before, index, session)
                ]
                before, found = min(
                    [(before, found), *tries],
                    key=lambda each: (len(each[1].wrong), self._apart(*each)),
                )
        return before, found

    def _apart(self, before: Before, found: Explained) -> int:
        """Return how many numbers of doses differ between the plan and the earlier one."""
        return sum(
            getattr(old, name) != getattr(new, name)
            for left, session in zip(
                self._left(before, found.origin), found.plan.sessions, strict=True
            )
            for old, new in zip(left.entries, session.entries, strict=True)
            for name in WORDS
        )

    def _as_long(self, before: Before, index: int, session: Session) -> Iterator[Before]:
        """Yield what may have been before: one exercise had other sets, or one is gone."""
        printed = self._plan.sessions[index].minutes
        for number, entry in enumerate(session.entries):
            for sets in range(1, MOST_SETS + 1):
                entries = list(session.entries)
                entries[number] = replace(entry, sets=sets)
                length = minutes(planned_s(entries, self._problem.exercises))
                other = replace(session, entries=tuple(entries))
                if length + block_minutes(self._problem, other) == printed:
                    yield replace(before, sets={**before.sets, (index, number): sets})
        if self._problem.optional_slots:
            return  # nothing tells whether a place was ever filled
        here = {entry.position for entry in session.entries}
        possible = self._problem.days[before.days[index]].possible
        for slot in self._problem.slots[session.kind]:
            for key in slot.alternatives if slot.position not in here else ():
                for sets in range(1, slot.most + 1) if key in possible else ():
                    gone = Entry(slot.position, key, sets)
                    tried = replace(before, deleted={**before.deleted, index: gone})
                    if self._origin(tried)[index].minutes == printed:
                        yield tried

    def _told(self, before: Before, found: Explained) -> Iterator[str]:
        """Say of each session with labels of an earlier plan what was changed."""
        ids = [*session_keys(self._plan), *mobility_keys(self._plan)]
        days = zip(self._groups(), (*before.days, *before.mobility), strict=True)
        for index, (key, (group, old)) in enumerate(zip(ids, days, strict=True)):
            stale = len(found.stale.get(group, ()))
            if not stale:
                continue
            labels = _still(stale)
            was, here = self._problem.days[old], self._problem.days[group[0]]
            if old != group[0]:
                says = f"{'says' if stale == 1 else 'say'} {was.date:%A}"
                yield f"{key}: moved from {was.label} to {here.label}; {labels} {says}"
                continue
            changed = self._changed(before, found, index) if group[1] != MOBILITY else ""
            if changed:
                verb = "follows" if stale == 1 else "follow"
                yield f"{key}: {changed}; {labels} {verb} what it was"

    def _changed(self, before: Before, found: Explained, index: int) -> str:
        """Say what was changed in a session: ``sets of Dead bug changed by hand``."""
        parts = []
        if gone := before.deleted.get(index):
            parts.append(f"{self._problem.exercises[gone.exercise].name} was deleted")
        old = self._left(before, found.origin)[index].entries
        for earlier, entry in zip(old, found.plan.sessions[index].entries, strict=True):
            apart = [
                WORDS[name] for name in WORDS if getattr(earlier, name) != getattr(entry, name)
            ]
            if apart:
                name = self._problem.exercises[entry.exercise].name
                parts.append(f"{' and '.join(apart)} of {name} changed by hand")
        return ", ".join(parts)


def _with_entry(entries: Sequence[Entry], more: Entry | None) -> tuple[Entry, ...]:
    """Return the exercises of a session with one more in its place."""
    every = entries if more is None else [*entries, more]
    return tuple(sorted(every, key=lambda entry: entry.position))


def _is(entry: Entry, gone: Entry | None) -> bool:
    return gone is not None and entry.position == gone.position


def _follows(found: Explained, group: Group) -> bool:
    """Return whether the labels of a group follow its earlier day: no one stands alone."""
    stale, differing = found.stale.get(group, set()), found.differing.get(group)
    if any(_group(each.key) == group for each in found.wrong):
        return False
    return len(stale) > 1 or stale == differing


def _still(count: int) -> str:
    return f"{count} label{'' if count == 1 else 's'} still"


def _group(key: Key) -> Group:
    return key.day, key.kind, key.number


def _day(session: Session) -> int:
    return session.day
