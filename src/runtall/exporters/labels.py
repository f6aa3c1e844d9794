"""The twin of writing: what a plan file says, held against what follows from its decisions.

A plan holds decisions and what follows from them. Of a file that was read the decisions count;
the file that they lead to is written again, and the two are compared field by field. Labels that
still follow an earlier day, or earlier sets and doses, tell of an edit by hand; one that follows
nothing is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY, mobility_keys, session_keys
from runtall.exporters.parts import Difference, Key, Parts, differences
from runtall.progression.dose import prescribe
from runtall.progression.follow import follow
from runtall.progression.mobility import block_minutes
from runtall.progression.session_time import minutes, planned_s
from runtall.progression.why_today import why_today

# Most sets of an exercise that a label may still speak of.
MOST_SETS = 6
DOSE = ("sets", "reps", "distance_m", "hold_s", "load_g", "rir")
# Fields that hold the identity of a session or an add-on.
IDS = frozenset({"session_id", "UID"})
# A session or add-on, by day and kind; the whole plan is no day's.
Group = tuple[int, str]
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
    """Decisions before somebody edited them: days of sessions and add-ons, and sets.

    Sessions and add-ons are known by their place in the plan that was read.
    """

    days: tuple[int, ...]
    mobility: tuple[int, ...]
    sets: Mapping[tuple[int, int], int] = field(default_factory=dict)


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
    """

    plan: Plan
    origin: Sequence[Session]
    wrong: Sequence[Difference]
    stale: Mapping[Group, frozenset[str]]
    differing: Mapping[Group, frozenset[str]]


class Comparison:
    """A file, and the files that its decisions or those before an edit lead to.

    Parameters
    ----------
    plan
        As it was read.
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
        told = tuple(self._told(before, found))
        wrong = [str(each) for each in found.wrong if not self._keeps_id(each)]
        return Labels(found.plan, tuple(wrong), told)

    def _keeps_id(self, found: Difference) -> bool:
        """Return whether an add-on has an id that is its week's and no other's."""
        if found.key.kind != MOBILITY or found.field not in IDS:
            return False
        others = {
            key.day for key, part in self._found.items() if part.fields.get(found.field) == found.there
        }
        return len(others) == 1 and found.there in self._add_on_ids(found.key.day)

    def _explained(self, before: Before) -> Explained:
        """Hold the file against what follows now, and what followed before."""
        origin = self._origin(before)
        plan = follow(self._problem, origin, self._plan)
        now = self._write(plan)
        apart = list(differences(self._found, now))
        if not apart:
            return Explained(plan, origin, (), {}, {})
        by_day = sorted(origin, key=lambda session: session.day)
        old = self._write(Plan(tuple(by_day), tuple(sorted(before.mobility)), self._plan.relaxed))
        back = self._days_before(before)
        wrong, stale, differing, fresh = [], _Fields(), _Fields(), _Fields()
        unlike = {(each.key, each.field): each for each in apart}
        for key, part in now.items():
            group = Group((key.day, key.kind))
            earlier = old.get(key._replace(day=back.get(group, key.day)))
            for name, text in part.fields.items():
                if earlier is None or earlier.fields.get(name) == text:
                    continue
                differing[group].add(name)
                apart_here = unlike.get((key, name))
                if apart_here is None:
                    fresh[group].add(name)
                elif apart_here.there == earlier.fields.get(name):
                    stale[group].add(name)
                    del unlike[key, name]
        # A label that some rows of a session have and others don't isn't what an edit leaves.
        wrong = [
            each for each in apart
            if (each.key, each.field) in unlike
            or each.field in fresh[Group((each.key.day, each.key.kind))]
        ]
        return Explained(plan, origin, wrong, _frozen(stale, fresh), _frozen(differing))

    def _origin(self, before: Before) -> Sequence[Session]:
        """Return the sessions as they were prescribed, in the order of those that were read."""
        sessions = [
            replace(
                session,
                day=day,
                entries=tuple(
                    replace(entry, sets=before.sets.get((index, number), entry.sets))
                    for number, entry in enumerate(session.entries)
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

    def _days_before(self, before: Before) -> dict[Group, int]:
        """Return the earlier day of each session and add-on."""
        days = {
            Group((session.day, session.kind.value)): day
            for session, day in zip(self._plan.sessions, before.days, strict=True)
        }
        both = zip(self._plan.mobility, before.mobility, strict=True)
        return days | {Group((day, MOBILITY)): old for day, old in both}

    def _earlier_days(self, before: Before, found: Explained) -> tuple[Before, Explained]:
        """Put sessions and add-ons back to the day that all of their labels still follow."""
        days = list(before.days)
        for index, session in enumerate(self._plan.sessions):
            if session.note != found.plan.sessions[index].note:
                days[index] = self._earlier_day(index, session)
        mobility = [self._named_day(day, MOBILITY) or day for day in before.mobility]
        moved = replace(before, days=tuple(days), mobility=tuple(mobility))
        while moved != before:
            again = self._explained(moved)
            doubtful = {
                group
                for group, old in self._days_before(moved).items()
                if old != group[0] and not _follows(again, group)
            }
            if not doubtful:
                return moved, again
            kept = [
                session.day if (session.day, session.kind.value) in doubtful else old
                for session, old in zip(self._plan.sessions, moved.days, strict=True)
            ]
            add_ons = [
                day if (day, MOBILITY) in doubtful else old
                for day, old in zip(self._plan.mobility, moved.mobility, strict=True)
            ]
            moved = replace(before, days=tuple(kept), mobility=tuple(add_ons))
        return before, found

    def _earlier_day(self, index: int, session: Session) -> int:
        """Return the nearest day on which a session would lie for the reason that it gives."""
        named = self._named_day(session.day, session.kind.value)
        others = [other for number, other in enumerate(self._plan.sessions) if number != index]
        for day in sorted(self._problem.days, key=lambda day: (
            day.index != named, abs(day.index - session.day)
        )):
            if day.index != session.day and day.option == session.option:
                there = sorted([*others, replace(session, day=day.index)], key=_day)
                plan = replace(self._plan, sessions=tuple(there))
                if why_today(self._problem, plan, day.index) == session.note:
                    return day.index
        return session.day

    def _named_day(self, day: int, kind: str) -> int | None:
        """Return the day that weekday and week of a session's parts name, if they name one."""
        parts = [p.fields for key, p in self._found.items() if (key.day, key.kind) == (day, kind)]
        named = {(fields.get("weekday"), fields.get("week")) for fields in parts}
        if len(named) != 1:
            return None
        weekday, week = named.pop()
        return next(
            (d.index for d in self._problem.days if (d.weekday, str(d.week)) == (weekday, week)),
            None,
        )

    def _earlier_sets(self, before: Before, found: Explained) -> tuple[Before, Explained]:
        """Find the sets that give a session the length that it still has."""
        for index, session in enumerate(found.plan.sessions):
            if self._plan.sessions[index].minutes != session.minutes:
                group = Group((session.day, session.kind.value))
                for place, sets in self._other_sets(index, session):
                    tried = replace(before, sets={**before.sets, place: sets})
                    again = self._explained(tried)
                    if len(again.wrong) < len(found.wrong) and not any(
                        (each.key.day, each.key.kind) == group for each in again.wrong
                    ):
                        before, found = tried, again
                        break
        return before, found

    def _other_sets(self, index: int, session: Session) -> Iterator[tuple[tuple[int, int], int]]:
        """Yield one exercise's other number of sets that would take as long as is printed."""
        printed = self._plan.sessions[index].minutes
        for number, entry in enumerate(session.entries):
            for sets in range(1, MOST_SETS + 1):
                entries = list(session.entries)
                entries[number] = replace(entry, sets=sets)
                length = minutes(planned_s(entries, self._problem.exercises))
                other = replace(session, entries=tuple(entries))
                if length + block_minutes(self._problem, other) == printed:
                    yield (index, number), sets

    def _told(self, before: Before, found: Explained) -> Iterator[str]:
        """Say of each session with labels of an earlier plan what was changed."""
        ids = [*session_keys(self._plan), *mobility_keys(self._plan)]
        groups = [Group((s.day, s.kind.value)) for s in self._plan.sessions]
        groups += [Group((day, MOBILITY)) for day in self._plan.mobility]
        olds = [*before.days, *before.mobility]
        for key, group, old, index in zip(ids, groups, olds, range(len(ids)), strict=True):
            stale = len(found.stale.get(group, ()))
            if not stale:
                continue
            labels = f"{stale} label{'' if stale == 1 else 's'} still"
            was, here = self._problem.days[old], self._problem.days[group[0]]
            if old != group[0]:
                yield f"{key}: moved from {was.label} to {here.label}; {labels} say {was.date:%A}"
                continue
            entries = zip(found.origin[index].entries, found.plan.sessions[index].entries, strict=True)
            changed = ", ".join(filter(None, (self._changed(*both) for both in entries)))
            yield f"{key}: {changed or 'an earlier session changed'}; {labels} follow the old ones"

    def _changed(self, old: Entry, new: Entry) -> str:
        apart = [name for name in DOSE if getattr(old, name) != getattr(new, name)]
        name = self._problem.exercises[new.exercise].name
        return f"{' and '.join(apart)} of {name} changed" if apart else ""


class _Fields(defaultdict[Group, set[str]]):
    """Names of fields by group."""

    def __init__(self) -> None:
        super().__init__(set)


def _frozen(found: Mapping[Group, set[str]], but: Mapping[Group, set[str]] | None = None) -> dict[Group, frozenset[str]]:
    return {group: frozenset(names - (but or {}).get(group, set())) for group, names in found.items()}


def _follows(found: Explained, group: Group) -> bool:
    """Return whether the labels of a group follow its earlier day: no one stands alone."""
    stale, differing = found.stale.get(group, frozenset()), found.differing.get(group)
    if any((each.key.day, each.key.kind) == group for each in found.wrong):
        return False
    return len(stale) > 1 or stale == differing


def _day(session: Session) -> int:
    return session.day
