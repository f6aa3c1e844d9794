"""The sets and exercises that sessions had before somebody changed them, by their lengths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Session
from runtall.exporters.comparison import Before, Comparison, Explained
from runtall.progression.mobility import block_minutes
from runtall.progression.session_time import minutes, planned_s

# Most sets of an exercise that a label may still speak of.
MOST_SETS = 6
# Sessions of a kind from which on one change of all of them is looked for first.
MANY = 4
# What a dose is made of, in words.
WORDS = {
    "sets": "sets",
    "reps": "reps",
    "distance_m": "distance",
    "hold_s": "seconds",
    "load_g": "load",
    "rir": "reserve",
}


def earlier_sets(
    comparison: Comparison, before: Before, found: Explained
) -> tuple[Before, Explained]:
    """Find the sets, or the exercise, that give a session the length that it still has."""
    for kind in SessionKind:
        before, found = _all_alike(comparison, before, found, kind)
    if not found.wrong:
        return before, found
    others = before
    for index, session in enumerate(found.plan.sessions):
        if not _has_other_length(comparison, index, session):
            continue
        if not comparison.may_go_on:
            # Of many sessions that were changed, any change will do that gives the length.
            likely = next(_as_long(comparison, others, index, session), others)
            others = likely._replace(unclear={*others.unclear, index})
            continue
        tries = [
            (tried, comparison.explain(tried))
            for tried in _as_long(comparison, before, index, session)
        ]
        ranked = defaultdict[tuple[int, int], list[tuple[Before, Explained]]](list)
        for each in [(before, found), *tries]:
            ranked[len(each[1].wrong), apart(each[1])].append(each)
        best = ranked[min(ranked)]
        before, found = best[0]
        edits = {changed_words(comparison, *each, index) for each in best}
        if len(edits) > 1 and all(edits):
            before = before._replace(unclear={*before.unclear, index})
        others = before
    if others is not before:
        again = comparison.explain(others)
        if len(again.wrong) < len(found.wrong):
            return others, again
    return before, found


def _has_other_length(comparison: Comparison, index: int, session: Session) -> bool:
    """Return whether a session says another length than it has, and may have had other sets."""
    printed = comparison.plan.sessions[index].minutes
    return printed != session.minutes and index not in comparison.unchanged


def _all_alike(
    comparison: Comparison, before: Before, found: Explained, kind: SessionKind
) -> tuple[Before, Explained]:
    """Find the place that was changed in many sessions of a kind: who adds a set adds it in all."""
    changed = {
        index: session
        for index, session in enumerate(found.plan.sessions)
        if session.kind is kind and _has_other_length(comparison, index, session)
    }
    if len(changed) < MANY:
        return before, found
    tries: dict[int | None, Before] = {}
    for index, session in changed.items():
        for guess in _as_long(comparison, before, index, session):
            place = _changed(before, guess, index)
            same = tries.get(place, before)
            tries[place] = same.with_session(index, guess.sessions[index].entries)
    explained = [(tried, comparison.explain(tried)) for tried in tries.values()]
    fewest = min((len(each[1].wrong) for each in explained), default=len(found.wrong))
    if fewest >= len(found.wrong):
        return before, found
    best, *others = [each for each in explained if len(each[1].wrong) == fewest]
    unclear = {*before.unclear, *(changed if others else ())}
    return best[0]._replace(unclear=unclear), best[1]


def _changed(before: Before, other: Before, index: int) -> int | None:
    """Return the place in a session that another guess has other sets of, if one has."""
    both = zip(before.sessions[index].entries, other.sessions[index].entries, strict=False)
    return next((was.position for was, now in both if was.sets != now.sets), None)


def apart(found: Explained) -> int:
    """Return how many numbers of doses differ between the plan and the earlier one."""
    both = zip(found.earlier, found.plan.sessions, strict=True)
    return sum(len(words) for was, session in both for _, words in _edited(was, session))


def _as_long(
    comparison: Comparison, before: Before, index: int, session: Session
) -> Iterator[Before]:
    """Yield what may have been before: one exercise had other sets, or one is gone."""
    printed = comparison.plan.sessions[index].minutes
    was = before.sessions[index].entries
    for number, entry in enumerate(session.entries):
        for sets in range(1, MOST_SETS + 1):
            entries = list(session.entries)
            entries[number] = replace(entry, sets=sets)
            length = minutes(planned_s(entries, comparison.problem.exercises))
            other = replace(session, entries=tuple(entries))
            if length + block_minutes(comparison.problem, other) == printed:
                changed = replace(was[number], sets=sets)
                yield before.with_session(index, [*was[:number], changed, *was[number + 1 :]])
    if comparison.problem.optional_slots:
        return  # nothing tells whether a place was ever filled
    here = {entry.position for entry in session.entries}
    possible = comparison.problem.days[before.days[index]].possible
    for slot in comparison.problem.slots[session.kind]:
        for key in slot.alternatives if slot.position not in here else ():
            for sets in range(1, slot.most + 1) if key in possible else ():
                tried = before.with_session(index, [*was, Entry(slot.position, key, sets)])
                if comparison.prescribed(tried)[index].minutes == printed:
                    yield tried


def changed_words(comparison: Comparison, before: Before, found: Explained, index: int) -> str:
    """Say what was changed in a session: ``sets of Dead bug changed by hand``.

    Where the length fits other exercises as well, none is named.
    """
    session = found.plan.sessions[index]
    kept = {entry.position for entry in session.entries}
    gone = [entry for entry in before.sessions[index].entries if entry.position not in kept]
    if index in before.unclear:
        return "an exercise was deleted" if gone else "sets changed by hand"
    names = {key: exercise.name for key, exercise in comparison.problem.exercises.items()}
    parts = [f"{names[entry.exercise]} was deleted" for entry in gone]
    parts += [
        f"{' and '.join(words)} of {names[entry.exercise]} changed by hand"
        for entry, words in _edited(found.earlier[index], session)
        if words
    ]
    return ", ".join(parts)


def _edited(was: Session, session: Session) -> Iterator[tuple[Entry, list[str]]]:
    """Yield each exercise, and which numbers of its dose aren't what they were."""
    for old, new in zip(was.entries, session.entries, strict=True):
        yield new, [WORDS[name] for name in WORDS if getattr(old, name) != getattr(new, name)]
