"""The twin of writing: what a plan file says, held against what follows from its decisions.

A plan holds decisions and what follows from them. Of a file that was read the decisions count;
the file that they lead to is written again, and the two are compared field by field. Labels that
still follow an earlier day, or earlier sets and doses, tell of an edit by hand; one that follows
nothing is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from runtall.check.violations import violations
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY, mobility_keys, session_keys
from runtall.exporters.parts import (
    ALL_DAY,
    PLAN,
    TIMES,
    Difference,
    Key,
    Part,
    Parts,
    capped,
    differences,
    numbered,
    top,
)
from runtall.exporters.session_card import runs_around
from runtall.progression.dose import prescribe
from runtall.progression.follow import follow
from runtall.progression.mobility import block_minutes
from runtall.progression.session_time import minutes, planned_s
from runtall.progression.why_today import why_today

# Most sets of an exercise that a label may still speak of.
MOST_SETS = 6
# Most days that a session is tried on, and weeks that they are away.
MOST_DAYS, MOST_WEEKS = 4, 4
# Most sessions that are written again in search of an edit: nobody makes so many by hand.
MOST_WRITTEN = 1_000
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
# All names of fields that say themselves when a session is; only calendars have them.
MOMENTS = frozenset({*TIMES, *(f"{name}{ALL_DAY}" for name in TIMES)})
# Names the day as the date does: who corrects the one by hand corrects the other, too.
WEEKDAY = "weekday"
# What a document says of the plan as it was solved, and the hash that knows whether it still is.
DIGEST = "table_sha256"
CLAIMS = frozenset({"status", "stages", "costs", DIGEST})
Writer = Callable[[Plan], Parts]
T = TypeVar("T")


class Labels(NamedTuple):
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
    """

    sessions: Sequence[Session]
    mobility: Sequence[int]
    unclear: Set[int] = frozenset()

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
        self._may_write = MOST_WRITTEN

    def labels(self) -> Labels:
        """Compare the file with what follows from it, and with what followed before an edit."""
        before = Before(self._plan.sessions, self._plan.mobility)
        found = self._explained(before)
        for search in (self._earlier_days, self._earlier_sets):
            if found.wrong:
                before, found = search(before, found)
        wrong = [self._twice(each) for each in found.wrong if not self._keeps_id(each)]
        own = (each._replace(field="") for each in found.added)
        told = [*self._told(before, found), *capped(own)]
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
        self._may_write -= len(self._plan.sessions)
        origin = self._prescribed(before)
        left = [
            replace(was, entries=tuple(entry for entry in was.entries if entry.position in places))
            for was, session in zip(origin, self._plan.sessions, strict=True)
            for places in [{entry.position for entry in session.entries}]
        ]
        in_calendar = any(part.fields.keys() & MOMENTS for part in self._found.values())
        plan = follow(self._problem, left, self._plan, starts_stay=in_calendar)
        now = self._write(self._timed(plan, left) if in_calendar else plan)
        apart = {(each.key, each.field): each for each in differences(self._found, now)}
        as_solved = self._found[PLAN].fields.get(DIGEST) if PLAN in self._found else None
        if not apart or (as_solved and (PLAN, DIGEST) not in apart):
            # No edit can explain what differs: the hash of the plan as it was solved fits.
            return Explained(plan, left, list(apart.values()))
        old = self._write(self._in_order(origin, before.mobility))
        back = dict(zip(self._groups(self._days), self._groups(before.days), strict=True))
        stale, differing, fresh = (defaultdict[Key, set[str]](set) for _ in range(3))
        explained = set()
        for key, part in now.items():
            group = _group(key)
            place = back.get(group, group)
            earlier = old.get(place._replace(item=key.item))
            was, here = (f"{self._problem.days[each.day].date}" for each in (place, group))
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
        explained = {each for each in explained if each.field in stale[_group(each.key)]}
        others = [each for each in apart.values() if each not in explained]
        wrong, added = ([each for each in others if each.free is free] for free in (False, True))
        return Explained(plan, left, wrong, stale, differing, added)

    def _timed(self, plan: Plan, earlier: Iterable[Session]) -> Plan:
        """Return a plan whose sessions have a time where we would give one, or where it is wrong.

        So an event that a person gave a time, or that lost it, says nothing of it that differs.
        """
        sessions = []
        for session, was, read in zip(plan.sessions, earlier, self._plan.sessions, strict=True):
            usual = was.start or self._problem.days[session.day].start
            told = usual or session.start != read.start
            sessions.append(replace(session, start=session.start or usual if told else None))
        return replace(plan, sessions=tuple(sessions))

    def _prescribed(self, before: Before) -> Sequence[Session]:
        """Return earlier sessions with all that follows, in the order of those that were read."""
        whole = replace(self._plan, sessions=tuple(before.sessions))
        return _back(before.days[: len(before.sessions)], prescribe(self._problem, whole).sessions)

    def _in_order(self, sessions: Iterable[Session], mobility: Iterable[int]) -> Plan:
        in_order = tuple(sorted(sessions, key=attrgetter("day")))
        return Plan(in_order, tuple(sorted(mobility)), self._plan.relaxed)

    @property
    def _days(self) -> list[int]:
        """Days of the sessions that were read, and behind them of the add-ons."""
        return Before(self._plan.sessions, self._plan.mobility).days

    def _groups(self, days: Sequence[int]) -> Sequence[Key]:
        """Return the keys of sessions and add-ons that lie on these days."""
        kinds = [session.kind.value for session in self._plan.sessions]
        kinds += [MOBILITY] * len(self._plan.mobility)
        keys = sorted(map(Key, days, kinds), key=attrgetter("day"))
        return _back(days, list(numbered((key, None) for key in keys)))

    def _earlier_days(self, before: Before, found: Explained) -> tuple[Before, Explained]:
        """Put sessions and add-ons back to the day that all of their labels still follow."""
        groups = self._groups(self._days)
        days = [self._told_day(index, group, found) for index, group in enumerate(groups)]
        while days != self._days and self._may_write > 0:
            again = self._explained(moved := before.on(days))
            doubtful = [
                index
                for index, group in enumerate(groups)
                if days[index] != group.day and not _follows(again, group)
            ]
            if not doubtful:
                before, found = moved, again
                break
            for index in doubtful:
                days[index] = groups[index].day
        # Of the days that fit a reason another one may be meant; or its weekday was corrected.
        for index, group in enumerate(groups[: len(self._plan.sessions)]):
            if _is_wrong(found, group):
                for day in islice(self._likely_days(index, found), MOST_DAYS):
                    if self._may_write <= 0:
                        break
                    days = before.days
                    days[index] = day
                    again = self._explained(moved := before.on(days))
                    if len(again.wrong) < len(found.wrong) and (
                        _follows(again, group) or self._moved_with_weekday(moved, again, group)
                    ):
                        before, found = moved, again
                        break
        return before, found

    def _moved_with_weekday(self, before: Before, found: Explained, group: Key) -> bool:
        """Return whether all labels but the weekday follow an earlier day that was allowed.

        One label alone may be a lie; on a day that breaks a rule no session was.
        """
        stale, differing = (of.get(group, set()) for of in (found.stale, found.differing))
        if _is_wrong(found, group) or stale != differing - MOMENTS - {WEEKDAY}:
            return False
        return not violations(
            self._problem, self._in_order(self._prescribed(before), before.mobility)
        )

    def _likely_days(self, index: int, found: Explained) -> Iterator[int]:
        """Yield days that lie between the runs that a session names, those of its week first."""
        session = self._plan.sessions[index]
        if session.note == runs_around(found.plan.sessions[index].note):
            return
        others = [other for number, other in enumerate(self._plan.sessions) if number != index]
        here = self._problem.days[session.day]
        near = (day for day in self._problem.days if abs(day.week - here.week) <= MOST_WEEKS)
        for day in sorted(
            near, key=lambda day: (day.week != here.week, abs(day.index - here.index))
        ):
            there = sorted([*others, replace(session, day=day.index)], key=attrgetter("day"))
            plan = replace(self._plan, sessions=tuple(there))
            around = runs_around(why_today(self._problem, plan, day.index))
            if day is not here and around == session.note:
                yield day.index

    def _told_day(self, index: int, group: Key, found: Explained) -> int:
        """Return the day that weekday and week of a session name; where none are told, its reason.

        Else the day that it is on.
        """
        parts = [part.fields for key, part in self._found.items() if _group(key) == group]
        # What is said of a single exercise may name none.
        named = {(f[WEEKDAY].strip(QUOTE), f.get("week", "")) for f in parts if WEEKDAY in f}
        if not named and group.kind != MOBILITY:
            return next(self._likely_days(index, found), group.day)
        days = {(day.weekday, str(day.week)): day.index for day in self._problem.days}
        return days.get(named.pop(), group.day) if len(named) == 1 else group.day

    def _earlier_sets(self, before: Before, found: Explained) -> tuple[Before, Explained]:
        """Find the sets, or the exercise, that give a session the length that it still has."""
        others = before
        for index, session in enumerate(found.plan.sessions):
            if self._plan.sessions[index].minutes == session.minutes:
                continue
            if self._may_write <= 0:
                # Of many sessions that were changed, any change will do that gives the length.
                likely = next(self._as_long(others, index, session), others)
                others = likely._replace(unclear={*others.unclear, index})
                continue
            tries = [
                (tried, self._explained(tried)) for tried in self._as_long(before, index, session)
            ]
            ranked = defaultdict[tuple[int, int], list[tuple[Before, Explained]]](list)
            for each in [(before, found), *tries]:
                ranked[len(each[1].wrong), self._apart(each[1])].append(each)
            best = ranked[min(ranked)]
            before, found = best[0]
            edits = {self._changed(*each, index) for each in best}
            if len(edits) > 1 and all(edits):
                before = before._replace(unclear={*before.unclear, index})
            others = before
        if others is not before:
            again = self._explained(others)
            if len(again.wrong) < len(found.wrong):
                return others, again
        return before, found

    def _apart(self, found: Explained) -> int:
        """Return how many numbers of doses differ between the plan and the earlier one."""
        both = zip(found.earlier, found.plan.sessions, strict=True)
        return sum(len(words) for was, session in both for _, words in _edited(was, session))

    def _as_long(self, before: Before, index: int, session: Session) -> Iterator[Before]:
        """Yield what may have been before: one exercise had other sets, or one is gone."""
        printed = self._plan.sessions[index].minutes
        was = before.sessions[index].entries
        for number, entry in enumerate(session.entries):
            for sets in range(1, MOST_SETS + 1):
                entries = list(session.entries)
                entries[number] = replace(entry, sets=sets)
                length = minutes(planned_s(entries, self._problem.exercises))
                other = replace(session, entries=tuple(entries))
                if length + block_minutes(self._problem, other) == printed:
                    changed = replace(was[number], sets=sets)
                    yield before.with_session(index, [*was[:number], changed, *was[number + 1 :]])
        if self._problem.optional_slots:
            return  # nothing tells whether a place was ever filled
        here = {entry.position for entry in session.entries}
        possible = self._problem.days[before.days[index]].possible
        for slot in self._problem.slots[session.kind]:
            for key in slot.alternatives if slot.position not in here else ():
                for sets in range(1, slot.most + 1) if key in possible else ():
                    tried = before.with_session(index, [*was, Entry(slot.position, key, sets)])
                    if self._prescribed(tried)[index].minutes == printed:
                        yield tried

    def _told(self, before: Before, found: Explained) -> Iterator[str]:
        """Say of each session with labels of an earlier plan what was changed."""
        ids = [*session_keys(self._plan), *mobility_keys(self._plan)]
        groups = zip(ids, self._groups(self._days), before.days, strict=True)
        for index, (key, group, old) in enumerate(groups):
            stale = len(found.stale.get(group, ()))
            if not stale:
                continue
            labels = _still(stale)
            was, here = self._problem.days[old], self._problem.days[group.day]
            if was is not here:
                says = f"{'says' if stale == 1 else 'say'} {was.date:%A}"
                yield f"{key}: moved from {was.label} to {here.label}; {labels} {says}"
                continue
            changed = self._changed(before, found, index) if group.kind != MOBILITY else ""
            if changed:
                verb = "follows" if stale == 1 else "follow"
                yield f"{key}: {changed}; {labels} {verb} what it was"

    def _changed(self, before: Before, found: Explained, index: int) -> str:
        """Say what was changed in a session: ``sets of Dead bug changed by hand``.

        Where the length fits other exercises as well, none is named.
        """
        session = found.plan.sessions[index]
        kept = {entry.position for entry in session.entries}
        gone = [entry for entry in before.sessions[index].entries if entry.position not in kept]
        if index in before.unclear:
            return "an exercise was deleted" if gone else "sets changed by hand"
        names = {key: exercise.name for key, exercise in self._problem.exercises.items()}
        parts = [f"{names[entry.exercise]} was deleted" for entry in gone]
        parts += [
            f"{' and '.join(words)} of {names[entry.exercise]} changed by hand"
            for entry, words in _edited(found.earlier[index], session)
            if words
        ]
        return ", ".join(parts)


def _back(days: Sequence[int], in_order: Sequence[T]) -> Sequence[T]:
    """Return what was sorted by day in the order of the days."""
    order = sorted(range(len(days)), key=lambda index: days[index])
    found = dict(zip(order, in_order, strict=True))
    return [found[index] for index in range(len(days))]


def _edited(was: Session, session: Session) -> Iterator[tuple[Entry, list[str]]]:
    """Yield each exercise, and which numbers of its dose aren't what they were."""
    for old, new in zip(was.entries, session.entries, strict=True):
        yield new, [WORDS[name] for name in WORDS if getattr(old, name) != getattr(new, name)]


def _is_of(earlier: Part, found: Difference, was: str, here: str) -> bool:
    """Return whether an earlier plan has a label, or the time of an event that was moved along."""
    text = earlier.fields.get(found.field)
    along = text.replace(was, here) if text and found.field in MOMENTS else text
    return found.there in {text, along}


def _follows(found: Explained, group: Key) -> bool:
    """Return whether the labels of a group follow its earlier day: no one stands alone."""
    stale, differing = found.stale.get(group, set()), found.differing.get(group, set()) - MOMENTS
    if _is_wrong(found, group):
        return False
    return len(stale) > 1 or stale == differing


def _is_wrong(found: Explained, group: Key) -> bool:
    return any(_group(each.key) == group for each in found.wrong)


def _still(count: int) -> str:
    return f"{count} label{'' if count == 1 else 's'} still"


def _group(key: Key) -> Key:
    """Return the key of the session or add-on that something is part of."""
    return key._replace(item="")
