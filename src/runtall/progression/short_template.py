"""What a session holds at best where its day has no room for the whole template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from runtall.domain.athlete import Experience
from runtall.domain.exercise import HEAVY_KINDS, Pattern, SessionKind, Slot
from runtall.domain.memo import kept_by_problem
from runtall.domain.problem import Day, Problem
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S
from runtall.progression.room import fewest_s
from runtall.progression.session_time import cap_s

# What a sign that shows often makes a set of its slot worth: less than the first set of anything
# that every session has. One of core over the template is worth as much where a sign asks for it
# before all else, and less by its place in the line; a third pull comes after rows and pulldowns,
# and the carries that a plan begins with.
ASKED = 4
ASKED_OVER = 1
# Slots of rows, and what the third set is worth more where such a sign asks for it: it comes
# before second sets of carries and core, and after their first ones.
ROWS = {"row", "cable_row"}
THIRD, ASKED_ROW = 2, 3
# Sets of an exercise in the plan's first week.
FIRST_SETS = 2


def few_at_first(problem: Problem) -> bool:
    """Return whether no exercise has more than ``FIRST_SETS`` in the plan's first week."""
    return problem.request.athlete.experience is not Experience.TRAINED


def full_sets(problem: Problem, slot: Slot) -> int:
    """Return the sets of a slot at full volume: its template's, and what a sign adds."""
    focus = problem.focus.get(slot.name)
    return min(slot.most, slot.full + (focus.extra if focus else 0))


def set_values(problem: Problem, slot: Slot) -> tuple[int, ...]:
    """Return what each set of a slot is worth in a short session, from the first on.

    Every set counts 1 for itself, and besides what the data file of templates says; more where a
    sign that shows often asks for the slot.
    """
    focus = problem.focus.get(slot.name)
    full = full_sets(problem, slot)
    worth = (*slot.short_cuts, *(0,) * full)[:full]
    asked = (0,) * full
    if focus is not None and focus.often:
        over = ASKED - focus.place if slot.pattern is Pattern.CORE else ASKED_OVER
        asked = (*(ASKED,) * slot.full, *(over,) * full)[:full]
    values = [1 + max(both) for both in zip(worth, asked, strict=True)]
    if any(asked) and slot.name in ROWS:
        values[THIRD:] = [value + ASKED_ROW for value in values[THIRD:]]
    return tuple(values)


def goes_first(problem: Problem, slot: Slot) -> bool:
    """Return whether nothing but the week's dose asks for a slot in a short session."""
    return set_values(problem, slot)[0] == 1


def is_short(problem: Problem, day: Day, kind: SessionKind) -> bool:
    """Return whether a day has no room for the whole template of a heavy session."""
    return kind.heavy and _whole_s(problem, (kind, day.possible)) > cap_s(day, kind)


@kept_by_problem
def _whole_s(problem: Problem, session: tuple[SessionKind, frozenset[str]]) -> int:
    """Return the seconds of a session with the whole template, by what is possible."""
    kind, possible = session
    slots = problem.slots[kind]
    full = (fewest_s(_here(slot, possible))[full_sets(problem, slot)] for slot in slots)
    return WARM_UP_S + RAMP_UP_S + sum(full)


@kept_by_problem
def short_templates(
    problem: Problem, number: int
) -> Mapping[tuple[int, SessionKind], tuple[int, ...]]:
    """Return the sets of each slot in the best heavy session that fits a short day of a week.

    Sets come one by one, always in the same order: no minute more takes one away. Of its pulls none
    has more sets than the one before it, unless a sign asks for it, and one that always shows has
    its third set of a pull before others have theirs. What goes first when time is
    short, bench and face pull, waits for all rows and pulldowns and a set of everything else, and,
    as second sets of core and third ones of carries do, for the second carry; a third set waits for
    the first ones of all others, and a second one of what is no pull for a second row. Where a pull
    day goes without a pull, a push day of that length has one press. In the plan's first week all
    but a trained lifter have two sets of an exercise at most.

    Returns
    -------
    mapping of tuple to tuple of int
        By day and kind, in the order of the slots; without the days that have room for every set
        of the template.
    """
    week = problem.week(number)
    starts = week in problem.growing_weeks()[:1] and few_at_first(problem)
    found = {}
    for kind in sorted(HEAVY_KINDS):
        slots = problem.slots[kind]
        for day in problem.open_days(week):
            if is_short(problem, day, kind):
                best = _best_of(problem, (kind, cap_s(day, kind), day.possible))
                if kind is SessionKind.D2 and _lacks_pull(problem, day):
                    best = tuple(
                        0 if later else sets
                        for sets, later in zip(best, _second_presses(slots), strict=True)
                    )
                if starts:
                    best = tuple(min(FIRST_SETS, sets) for sets in best)
                found[day.index, kind] = best
    return found


@kept_by_problem
def _best_of(problem: Problem, room: tuple[SessionKind, int, frozenset[str]]) -> tuple[int, ...]:
    """Return the sets of each slot in the best session of a kind that fits a day's seconds.

    What isn't done there, but on other days, such as those of a trip, gives and takes no time.
    """
    kind, seconds_left, possible = room
    slots = problem.slots[kind]
    focus = [problem.focus.get(slot.name) for slot in slots]
    unasked = [asked is None or not asked.often for asked in focus]
    pulls = [index for index, slot in enumerate(slots) if slot.pattern is Pattern.PULL]
    in_order = [index for index in pulls if unasked[index]]
    values = tuple(set_values(problem, slot) for slot in slots)
    seconds = tuple(fewest_s(_here(slot, possible)) for slot in slots)
    last = (index for index, slot in enumerate(slots) if goes_first(problem, slot))
    asked_over = (i for i in pulls if full_sets(problem, slots[i]) > slots[i].full)
    turns = _turns(values, tuple(pulls[:1]), tuple(in_order), tuple(last), tuple(asked_over))
    sets = [0] * len(slots)
    left = seconds_left - WARM_UP_S - RAMP_UP_S
    for slot in turns:
        left -= seconds[slot][sets[slot] + 1] - seconds[slot][sets[slot]]
        if left < 0:
            break
        sets[slot] += 1
    return tuple(sets)


def _here(slot: Slot, possible: frozenset[str]) -> Slot:
    """Return a slot with its first exercise that is possible, if any is: others are no choice."""
    there = [key for key in slot.alternatives if key in possible]
    return replace(slot, alternatives=tuple(there[:1]) or slot.alternatives)


def _lacks_pull(problem: Problem, day: Day) -> bool:
    """Return whether the best pull day of a day's minutes goes without one of its pulls."""
    pulls = [slot.pattern is Pattern.PULL for slot in problem.slots[SessionKind.D1]]
    kind = SessionKind.D1
    best = _best_of(problem, (kind, cap_s(day, kind), day.possible))
    return any(pull and not sets for pull, sets in zip(pulls, best, strict=True))


def _second_presses(slots: Sequence[Slot]) -> list[bool]:
    """Return of each slot whether it is a press behind another one."""
    presses = [slot.pattern is Pattern.PUSH for slot in slots]
    return [press and any(presses[:index]) for index, press in enumerate(presses)]


@cache
def _turns(
    values: Sequence[Sequence[int]],
    lead: Sequence[int],
    in_order: Sequence[int],
    last: Sequence[int],
    asked_over: Sequence[int],
) -> tuple[int, ...]:
    """Return whose turn it is for one more set: what is worth most, the first slots' among equals.

    But for a pull that a sign always asks for: its third set comes before that of another.

    The order is the same for all lengths: what fits in some minutes is part of what fits in more.

    Parameters
    ----------
    lead
        The first pull: its second set comes before those of what is no pull.
    in_order
        Slots none of which has more sets than the one before it.
    last
        Slots that wait for all pulls and for a set of all others.
    asked_over
        Pulls that a sign brings a set over their template.
    """
    first = [index for index in range(len(values)) if index not in last]
    pulls = [index for index in in_order if index not in last]

    def is_in_turn(sets: Sequence[int]) -> bool:
        all_begun = all(sets[index] for index in first)
        if any(sets[ahead] < sets[then] for ahead, then in pairwise(in_order)):
            return False
        if any(sets[index] for index in last):
            return all_begun and all(sets[index] == len(values[index]) for index in pulls)
        if any(sets[index] > FIRST_SETS for index in first) and not all_begun:
            return False
        second = any(sets[index] > 1 for index in first if index not in {*lead, *pulls})
        return not second or all(sets[index] > 1 for index in lead)

    sets = [0] * len(values)
    turns: list[int] = []
    while True:
        left = [index for index, worth in enumerate(values) if sets[index] < len(worth)]
        open_to = [i for i in left if is_in_turn([n + (i == at) for at, n in enumerate(sets)])]
        if not open_to:
            return tuple(turns)
        turns.append(
            max(
                open_to,
                key=lambda i: (values[i][sets[i]], i in asked_over and sets[i] > 1, -i),
            )
        )
        sets[turns[-1]] += 1
