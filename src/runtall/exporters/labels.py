"""The twin of writing: what a plan file says, held against what follows from its decisions.

A plan holds decisions and what follows from them. Of a file that was read the decisions count;
the file that they lead to is written again, and the two are compared field by field. Labels that
still follow an earlier day, or earlier sets and doses, tell of an edit by hand; one that follows
nothing is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from runtall.domain.plan import Plan
from runtall.domain.session_ids import MOBILITY, mobility_keys, session_keys
from runtall.errors.words import counted
from runtall.exporters.comparison import DIGEST, Before, Comparison, Explained, group_of
from runtall.exporters.earlier_days import QUOTE, earlier_days
from runtall.exporters.earlier_sets import apart, changed_words, earlier_sets
from runtall.exporters.parts import PLAN, Difference, capped, top

# Fields that hold the identity of a session or an add-on.
IDS = frozenset({"session_id", "UID"})
# What a document says of the plan as it was solved.
CLAIMS = frozenset({"status", "stages", "costs", DIGEST})


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


def labels(comparison: Comparison, add_on_ids: Callable[[int], Collection[str]]) -> Labels:
    """Compare a file with what follows from it, and with what followed before an edit.

    Parameters
    ----------
    add_on_ids
        Returns every id that an add-on of a day may have: they stay when it moves, or others go.
    """
    before = Before(comparison.plan.sessions, comparison.plan.mobility)
    found = comparison.explain(before)
    if comparison.cancelled:
        # What comes after a session that was called off was planned with it, or solved again since.
        whole = before._replace(cancelled=comparison.cancelled)
        with_it = comparison.explain(whole)
        if (len(with_it.wrong), apart(with_it)) < (len(found.wrong), apart(found)):
            before, found = whole, with_it
    for search in (earlier_days, earlier_sets):
        if found.wrong:
            before, found = search(comparison, before, found)
    wrong = [
        _twice(comparison, each)
        for each in found.wrong
        if not _keeps_id(comparison, each, add_on_ids)
    ]
    own = (each._replace(field="") for each in found.added)
    told = [*_told(comparison, before, found), *capped(own)]
    claims = [each for each in wrong if each.key == PLAN and top(each.field) in CLAIMS]
    if len(claims) > 1 and DIGEST in {each.field for each in claims}:
        # What was solved is no more: an add-on was deleted, or much was changed.
        wrong = [each for each in wrong if each not in claims]
        told.append(f"edited since it was solved; {_still(len(claims))} follow what it was")
    return Labels(found.plan, tuple(capped(wrong)), tuple(told))


def _keeps_id(
    comparison: Comparison, found: Difference, add_on_ids: Callable[[int], Collection[str]]
) -> bool:
    """Return whether an add-on has an id that is its week's and no other's."""
    if found.key.kind != MOBILITY or found.field not in IDS or found.there is None:
        return False
    others = {
        group_of(key)
        for key, part in comparison.found.items()
        if part.fields.get(found.field) == found.there
    }
    return len(others) == 1 and found.there.strip(QUOTE) in add_on_ids(found.key.day)


def _twice(comparison: Comparison, found: Difference) -> Difference:
    """Add what an id of another event does to a calendar."""
    if found.field != "UID" or found.there is None:
        return found
    others = [
        part.where
        for part in comparison.found.values()
        if part.fields.get("UID") == found.there and part.where != found.where
    ]
    if not others:
        return found
    words = f"; it is that of {others[0]}, and a phone keeps only one of the two"
    return found._replace(note=words)


def _told(comparison: Comparison, before: Before, found: Explained) -> Iterator[str]:
    """Say of each session with labels of an earlier plan what was changed."""
    ids = [*session_keys(comparison.plan), *mobility_keys(comparison.plan)]
    groups = zip(ids, comparison.groups(comparison.days), before.days, strict=True)
    for index, (key, group, old) in enumerate(groups):
        stale = len(found.stale.get(group, ()))
        if not stale:
            continue
        labels = _still(stale)
        was, here = comparison.problem.days[old], comparison.problem.days[group.day]
        if was is not here:
            says = f"{'says' if stale == 1 else 'say'} {was.date:%A}"
            yield f"{key}: moved from {was.label} to {here.label}; {labels} {says}"
            continue
        changed = changed_words(comparison, before, found, index) if group.kind != MOBILITY else ""
        if changed:
            verb = "follows" if stale == 1 else "follow"
            yield f"{key}: {changed}; {labels} {verb} what it was"


def _still(count: int) -> str:
    return f"{counted(count, 'label')} still"
