"""How to go on from a session, and what to do after its first sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from runtall.derivation.available_loads import (
    CHOICE,
    Level,
    Loads,
    difference,
    level_of,
    step_percent,
    weighted,
)
from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Day, Problem
from runtall.exporters.card_changes import exposures_before, last_exposure
from runtall.exporters.card_item import labelled
from runtall.progression.exposures import exposures, loads_at, weeks_to_step
from runtall.progression.improvised import improvised
from runtall.progression.load_step import FAR_PERCENT, is_far
from runtall.progression.texts import say
from runtall.progression.urgency import FAR, REFUSAL

# Ends the texts that nothing gets heavier where a load does, that was there before.
AGAIN = "_again"
# Ends the words of a band that is pulled from farther away.
FARTHER = " a long step farther"


def advice(
    problem: Problem,
    plan: Plan,
    session: Session,
    *,
    easy: bool,
    rests: Day | None = None,
    bare: bool = False,
) -> str:
    """Return how to go on: only where there is a harder step for one.

    And what to do after the first set, by what there is: above it, and below it for what is
    counted. In an easy session only of what is done for the first time, or in its first week; and
    above it only that a band may be pulled from farther away. What is never done again with what
    there is on a day elsewhere gets nothing next time. Nobody is asked up to a load that is
    too far: what has no other is named, unless its note says so, or that it doesn't go up; and at
    once nobody is, though the plan goes there.

    Parameters
    ----------
    easy
        Whether nothing gets heavier here.
    rests
        The day of the next session, where nothing gets heavier in that.
    bare
        Whether the card has no room for its notes: what one keeps from going up is named as well.
    """
    steps = {_step(problem, session, entry) for entry in session.entries}
    easy = easy or not any(_comes_again(problem, plan, session, e) for e in session.entries)
    counted = _counted(problem, plan, session, easy=easy)
    lighter = [_has_lighter(problem, session, entry) for entry in counted]
    share = "all" if all(lighter) else "some" if any(lighter) else "none"
    kinds = {_step(problem, session, entry) for entry in counted} - {""}
    what = "weight" if kinds == {"weight"} else "step"
    down = say(f"down_{share}", what=what)
    if easy:
        again = AGAIN * any(_rises(problem, plan, session, entry) for entry in session.entries)
        words = say(f"nothing_{'heavier' if 'weight' in steps else 'harder'}{again}")
        farther = any(_goes_farther(problem, session, entry) for entry in counted)
        first = say("first_set_guessed" if farther else "first_set_easy", down=down)
        return f"{words} {first}" if counted else words
    far = [
        label
        for label, entry in labelled(session.entries)
        if (bare if REFUSAL.search(entry.note) else _next_is_far(problem, plan, session, entry))
    ]
    near = [entry for label, entry in labelled(session.entries) if label not in far]
    noted = {label for label, entry in labelled(session.entries) if FAR.search(entry.note)}
    far = [label for label in far if bare or label not in noted]
    each = [_step(problem, session, e) * _comes_again(problem, plan, session, e) for e in near]
    but = f" {say('step_not', labels=', '.join(far))}" if far else ""
    if not any(each):
        return say("step_none")
    where = f" {say('step_where')}" if "" in each else ""
    kind = "weight" if "weight" in each else "level"
    if rests and rests.phase is not Phase.BASE:
        return say(f"step_over_{kind}", phase=f"{rests.phase}")
    later = any(_rises_later(problem, plan, session, entry) for entry in near)
    over = not (later or weeks_to_step(problem, session.day))
    if over:
        words = say(f"step_last_{kind}")
    else:
        raced = rests and rests.near_race and not problem.week(rests.week).easier
        light = _is_light_next(plan, session)
        when = "after_race" if raced else "after" if rests else "full" if light else "next"
        words = say("step_up", when=say(f"step_{when}"), where=f"{where}{but}")
    rises = [
        (n, e) for n, e in labelled(session.entries) if e in counted and _step(problem, session, e)
    ]
    far = [label for label, entry in rises if _is_far(problem, session, entry)]
    new = _counted(problem, plan, session, easy=True)
    if len(far) == len(rises) or (over and not new):
        return f"{words} {say('first_set_easy', down=down)}" if counted else words
    but = f" {say('step_not', labels=', '.join(far))}" if far else ""
    return f"{words} {say('first_set', down=down, what=what, but=but)}"


def first_sets() -> Iterator[str]:
    """Yield, as expressions, all that a card may say of what to do after the first set."""
    labels = "LABELS"
    buts = ("", f" {say('step_not', labels=labels)}")
    for what, share in product(("weight", "step"), ("all", "some", "none")):
        down = say(f"down_{share}", what=what)
        texts = [say(text, down=down) for text in ("first_set_easy", "first_set_guessed")]
        texts += [say("first_set", down=down, what=what, but=but) for but in buts]
        yield from (f" {re.escape(text).replace(labels, '[0-9ab, ]+')}" for text in texts)


def _level(problem: Problem, session: Session, entry: Entry) -> tuple[Level | None, Loads]:
    """Return what an exercise is done with, and all that there is for it on that day."""
    loads = loads_at(problem, problem.exercises[entry.exercise], problem.equipment(session.day))
    return level_of(entry, loads), loads


def _step(problem: Problem, session: Session, entry: Entry) -> str:
    """Return what an exercise gets next, a ``weight`` or a ``level``; empty: it has the highest."""
    level, loads = _level(problem, session, entry)
    if level is None or (level is not CHOICE and loads[-1].force <= level.force):
        return ""
    exercise, equipment = problem.exercises[entry.exercise], problem.equipment(session.day)
    plain = weighted(loads) and not improvised(exercise, equipment, loads)
    return "weight" if plain else "level"


def _comes_again(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether a later week has an exercise with what there is for it on a day elsewhere."""
    if problem.equipment(session.day) == problem.request.equipment:
        return True
    _, loads = _level(problem, session, entry)
    every = exposures(problem, plan).get(entry.exercise, ())
    week = problem.days[session.day].week
    return any(other.day.week > week and other.loads == loads for other in every)


def _rises_later(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether an exercise has more weight, or a harder version, later in base."""
    level, _ = _level(problem, session, entry)
    every = exposures(problem, plan).get(entry.exercise, ())
    later = (level_of(o.entry, o.loads) for o in every if o.in_base and o.day.index > session.day)
    return any(level and other and difference(level, other) > 0 for other in later)


def _is_light_next(plan: Plan, session: Session) -> bool:
    """Return whether a light session comes before the next full one."""
    following = next((other for other in plan.sessions if other.day > session.day), session)
    return following.kind in LIGHT_KINDS


def _next_is_far(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether what comes next is too far, and the plan doesn't go there either."""
    level, _ = _level(problem, session, entry)
    if level is None or not _is_far(problem, session, entry):
        return False
    return not _rises_later(problem, plan, session, entry)


def _is_far(problem: Problem, session: Session, entry: Entry) -> bool:
    """Return whether what comes next is none to ask a runner up to at once."""
    level, loads = _level(problem, session, entry)
    heavier = next((other for other in loads if level and other.force > level.force), None)
    exercise, athlete = problem.exercises[entry.exercise], problem.request.athlete
    if level is None or heavier is None:
        return False
    hands = level.words.startswith("hands") and step_percent(level, heavier) > FAR_PERCENT
    return hands or is_far(exercise, athlete, level, heavier)


def _goes_farther(problem: Problem, session: Session, entry: Entry) -> bool:
    """Return whether an exercise has a band that may be pulled from farther away."""
    level, loads = _level(problem, session, entry)
    return bool(level and any(other.words == f"{level.words}{FARTHER}" for other in loads))


def _has_lighter(problem: Problem, session: Session, entry: Entry) -> bool:
    level, loads = _level(problem, session, entry)
    return level is CHOICE or bool(level and loads[0].force < level.force)


def _rises(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether an exercise is done with more weight than last time."""
    if not exposures_before(problem, plan, session, entry):
        return False
    last, (level, _) = last_exposure(problem, plan, session, entry), _level(problem, session, entry)
    before = level_of(last.entry, last.loads)
    return bool(level and before and difference(before, level) > 0)


def _counted(problem: Problem, plan: Plan, session: Session, *, easy: bool) -> list[Entry]:
    """Return the exercises whose reps tell after a set whether the load is right."""
    counted = [entry for entry in session.entries if entry.reps is not None]
    if not easy:
        return counted
    week = [entry for other in plan.in_week(session.day // 7 + 1) for entry in other.entries]
    new = {entry.exercise for entry in week if entry.method == "start" and entry.load_g}
    return [
        entry
        for entry in counted
        if entry.exercise in new or not exposures_before(problem, plan, session, entry)
    ]
