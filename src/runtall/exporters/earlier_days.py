"""The days on which sessions and add-ons were before somebody moved them, by their labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from operator import attrgetter

from runtall.check.violations import violations
from runtall.domain.session_ids import MOBILITY
from runtall.exporters.comparison import (
    MOMENTS,
    Before,
    Comparison,
    Explained,
    follows,
    group_of,
    in_order,
    is_wrong,
)
from runtall.exporters.parts import Key
from runtall.exporters.session_card import runs_around
from runtall.progression.why_today import why_today

# Most days that a session is tried on, and weeks that they are away.
MOST_DAYS, MOST_WEEKS = 4, 4
# Stands around texts in documents.
QUOTE = '"'
# Names the day as the date does: who corrects the one by hand corrects the other, too.
WEEKDAY = "weekday"


def earlier_days(
    comparison: Comparison, before: Before, found: Explained
) -> tuple[Before, Explained]:
    """Put sessions and add-ons back to the day that all of their labels still follow."""
    groups = comparison.groups(comparison.days)
    days = [
        group.day if index in comparison.unchanged else _told_day(comparison, index, group, found)
        for index, group in enumerate(groups)
    ]
    while days != comparison.days and comparison.may_go_on:
        again = comparison.explain(moved := before.on(days))
        doubtful = [
            index
            for index, group in enumerate(groups)
            if days[index] != group.day and not follows(again, group)
        ]
        if not doubtful:
            before, found = moved, again
            break
        for index in doubtful:
            days[index] = groups[index].day
    # Of the days that fit a reason another one may be meant; or its weekday was corrected.
    for index, group in enumerate(groups[: len(comparison.plan.sessions)]):
        if index not in comparison.unchanged and is_wrong(found, group):
            for day in islice(_likely_days(comparison, index, found), MOST_DAYS):
                if not comparison.may_go_on:
                    break
                days = before.days
                days[index] = day
                again = comparison.explain(moved := before.on(days))
                if len(again.wrong) < len(found.wrong) and (
                    follows(again, group) or _moved_with_weekday(comparison, moved, again, group)
                ):
                    before, found = moved, again
                    break
    return before, found


def _moved_with_weekday(
    comparison: Comparison, before: Before, found: Explained, group: Key
) -> bool:
    """Return whether all labels but the weekday follow an earlier day that was allowed.

    One label alone may be a lie; on a day that breaks a rule no session was.
    """
    stale, differing = (of.get(group, set()) for of in (found.stale, found.differing))
    if is_wrong(found, group) or stale != differing - MOMENTS - {WEEKDAY}:
        return False
    return not violations(
        comparison.problem,
        in_order(comparison.plan, comparison.prescribed(before), before.mobility),
    )


def _likely_days(comparison: Comparison, index: int, found: Explained) -> Iterator[int]:
    """Yield days that lie between the runs that a session names, those of its week first."""
    session = comparison.plan.sessions[index]
    if session.note == runs_around(found.plan.sessions[index].note):
        return
    others = [other for number, other in enumerate(comparison.plan.sessions) if number != index]
    here = comparison.problem.days[session.day]
    near = (day for day in comparison.problem.days if abs(day.week - here.week) <= MOST_WEEKS)
    for day in sorted(near, key=lambda day: (day.week != here.week, abs(day.index - here.index))):
        there = sorted([*others, replace(session, day=day.index)], key=attrgetter("day"))
        plan = replace(comparison.plan, sessions=tuple(there))
        around = runs_around(why_today(comparison.problem, plan, day.index))
        if day is not here and around == session.note:
            yield day.index


def _told_day(comparison: Comparison, index: int, group: Key, found: Explained) -> int:
    """Return the day that weekday and week of a session name; where none are told, its reason.

    Else the day that it is on.
    """
    parts = [part.fields for key, part in comparison.found.items() if group_of(key) == group]
    # What is said of a single exercise may name none.
    named = {(f[WEEKDAY].strip(QUOTE), f.get("week", "")) for f in parts if WEEKDAY in f}
    if not named and group.kind != MOBILITY:
        return next(_likely_days(comparison, index, found), group.day)
    days = {(day.weekday, str(day.week)): day.index for day in comparison.problem.days}
    return days.get(named.pop(), group.day) if len(named) == 1 else group.day
