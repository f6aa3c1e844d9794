"""What is new in a session against those before it, and how to go on from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from runtall.derivation.available_loads import CHOICE, difference, level_of, weighted
from runtall.domain.exercise import LIGHT_KINDS, Measure, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem, Week
from runtall.progression.coming_back import back_at
from runtall.progression.exposures import (
    SPLIT,
    Exposure,
    compared_with,
    exposures,
    last_time,
    loads_at,
)
from runtall.progression.improvised import improvised
from runtall.progression.method import GROWTH, amounts
from runtall.progression.substitution import in_sentence
from runtall.progression.texts import say
from runtall.progression.why_today import one_session_peak

# Begins the texts that say how a dose differs from the last one.
CHANGE = "change_"
# Changes that no "than" follows.
STEPS = frozenset({"level_more", "level_less"})
# Names of changes that make a session smaller.
EASIER = tuple(f"{name}_less" for name in ("sets", "load", "level", "reps", "distance", "time"))
# Ends the texts that nothing gets heavier where a load does, that was there before.
AGAIN = "_again"
AMOUNTS = {Measure.REPS: "reps", Measure.METRES: "distance", Measure.SECONDS: "time"}


class Change(NamedTuple):
    """How an exercise differs from the last time it was done in such a session.

    Parameters
    ----------
    words
        What grew or shrank.
    than
        What it is compared with, if with anything: last time, or a date where others lie between.
    again
        Whether it is about sets that last time had fewer of, though what it is compared with has
        them.
    """

    words: str
    than: str = ""
    again: bool = False


def changes(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Iterator[Change]:
    """Yield what grew or shrank since what it is compared with, and sets more than last time.

    Nothing where all is as it was; of another weight the reps are its own, and aren't compared.
    Nothing grows in peak and taper: what is more there than in base is only another share, and
    of sets more than last time only their number is told.
    """
    reference = _reference(problem, plan, session, entry)
    if reference is None:
        yield Change(say(f"{CHANGE}first"))
        return
    last, between = reference
    base = problem.days[session.day].phase is Phase.BASE
    fewer = _last_time(problem, plan, session, entry).entry.sets
    more_sets = entry.sets > fewer
    signs = _signs(problem, last, session, entry)
    if not base:
        signs = {name: min(sign, 0) for name, sign in signs.items() if name != "other"}
    found = [f"{name}_{'less' if sign < 0 else 'more'}" for name, sign in signs.items() if sign]
    if len(found) > 1 and max(signs.values()) <= 0:
        found = ["easier"]
    than = say("than_on", date=last.day.short_date) if between else say("than_last")
    for name in found:
        yield Change(say(f"{CHANGE}{name}"), "" if name in STEPS else than)
    if more_sets and not base:
        words = say(f"{CHANGE}sets_now", sets=f"{entry.sets}", before=f"{fewer}")
        yield Change(words, again=True)
    elif more_sets and signs["sets"] <= 0:
        yield Change(say(f"{CHANGE}sets_more"), say("than_last"), again=True)


def unchanged(problem: Problem, plan: Plan, session: Session) -> str:
    """Say what a session is of which no change is told: as last time, as on a date, nothing new."""
    told = set()
    for entry in session.entries:
        last, between = _reference(problem, plan, session, entry) or (None, False)
        if last is None or any(_signs(problem, last, session, entry).values()):
            return say("nothing_new")
        told.add(say("same_as_on", date=last.day.short_date) if between else say("same_as_last"))
    return told.pop() if len(told) == 1 else say("nothing_new")


def _reference(
    problem: Problem, plan: Plan, session: Session, entry: Entry
) -> tuple[Exposure, bool] | None:
    """Return what an exercise is compared with, and whether a week with it lies between.

    In peak and taper that is last time, unless reps or load are more today: then base.
    """
    before = _before(problem, plan, session, entry)
    every = exposures(problem, plan).get(entry.exercise, ())
    now = next((other for other in every if other.entry is entry), None)
    last = compared_with(problem, before, now) if now else None
    if last is None:
        return None
    day = problem.days[session.day]
    if day.phase is not Phase.BASE:
        newest = _last_time(problem, plan, session, entry)
        signs = _signs(problem, newest, session, entry)
        more = any(sign > 0 for name, sign in signs.items() if name != "sets")
        last = last if more else newest
    return last, any(last.day.week < other.day.week < day.week for other in before)


def _last_time(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Exposure:
    """Return the last session with an exercise; of pull and push day each looks at its own."""
    return last_time(_before(problem, plan, session, entry), session.kind)


def _signs(problem: Problem, last: Exposure, session: Session, entry: Entry) -> dict[str, int]:
    """Return what of a dose is more (1) or less (-1) than it was; loads that compare come alone."""
    exercise = problem.exercises[entry.exercise]
    there = loads_at(problem, exercise, problem.equipment(session.day))
    level, before = level_of(entry, there), level_of(last.entry, last.loads)
    sets = _sign(entry.sets - last.entry.sets)
    if level is None or before is None:
        return {"sets": sets}
    load = _sign(difference(before, level))
    if load:
        return {"load" if level.load_g is not None else "level": load, "sets": sets}
    if level != before:
        # Weights and bands can't be compared.
        return {"other": 1, "sets": sets}
    now, then = amounts(entry)[exercise.measure], amounts(last.entry)[exercise.measure]
    return {AMOUNTS[exercise.measure]: _sign((now or 0) - (then or 0)), "sets": sets}


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def easy_text(problem: Problem, plan: Plan, session: Session) -> str:
    """Return the text that says why nothing gets heavier; empty in a session that may grow."""
    day = problem.days[session.day]
    week = problem.week(day.week)
    back = back_at(problem, plan, session.day)
    # Of a short race no rule asks for fewer sets: without them nobody is the fresher for it.
    before_race = "before_race" if week.easier or _fewer(plan, session) else "race_ahead"
    if any(entry.method == "load" for entry in session.entries):
        return ""
    grows = any(entry.method in GROWTH.values() for entry in session.entries)
    # The first that holds.
    causes = {
        "taper": day.phase is Phase.TAPER,
        "peak" if _fewer_told(problem, plan, week) else "peak_small": day.phase is Phase.PEAK,
        "light": session.kind in LIGHT_KINDS,
        "deload": week.deload and not week.away,
        "after_race": day.after_race,
        before_race: day.before_race,
        "reduced": week.easier,
        "back_small": back and back.small,
        "back": back,
        "away_other" if _any_change(problem, plan, session) else "away": week.away and not grows,
        "resuming": week.resumes,
        "cutback": week.cutback,
    }
    return next((f"easy_{cause}" for cause, holds in causes.items() if holds), "")


def _fewer_told(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether a week has fewer sets than the last growing week of base.

    Of one session for two, why it lies on its day says how many.
    """
    base = (plan.total(other.number) for other in reversed(problem.growing_weeks()))
    fewer = plan.total(week.number) < next(filter(None, base), 0)
    return fewer and not one_session_peak(problem, plan, week.number)


def _any_change(problem: Problem, plan: Plan, session: Session) -> bool:
    return any(any(changes(problem, plan, session, entry)) for entry in session.entries)


def _fewer(plan: Plan, session: Session) -> bool:
    """Return whether a session has fewer sets than the last one of its kind."""
    alike = [s for s in plan.sessions if s.kind is session.kind and s.day < session.day]
    return bool(alike) and session.n_sets < alike[-1].n_sets


def more_left(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether more is left than asked for: an easier session with the same weight."""
    day = problem.days[session.day]
    grows = day.phase is Phase.BASE and session.kind.heavy and not problem.week(day.week).reduced
    before = [other.entry for other in _before(problem, plan, session, entry) if other.in_base]
    if grows or not before or entry.reps is None or entry.rir is None:
        return False
    last = before[-1]
    lighter = (entry.load_g or 0) <= (last.load_g or 0) and entry.load == last.load
    return lighter and (last.reps or 0) + (last.rir or 0) - entry.reps > entry.rir


def left_out(problem: Problem, plan: Plan, session: Session) -> str:
    """Name the exercises of the last such session that this week has no more.

    That one session for two leaves some out goes without saying, but in base for good; light ones
    are held against light ones only.
    """
    week = problem.days[session.day].week
    before = [other for other in plan.sessions if other.day < session.day]
    before = [other for other in before if not problem.week(problem.days[other.day].week).away]
    alike = LIGHT_KINDS if session.kind in LIGHT_KINDS else {session.kind}
    merged = session.kind is SessionKind.MERGED
    joins = merged and {other.kind for other in before[-1:]} <= SPLIT
    if joins:
        before = before[-2:] if problem.days[session.day].phase is Phase.BASE else []
    else:
        before = [o for o in (before[-1:] if merged else before) if o.kind in alike][-1:]
    here = {(session.kind, entry.position) for entry in session.entries}
    done = {entry.exercise for other in plan.in_week(week) for entry in other.entries}
    gone = [
        entry.exercise
        for other in before
        for entry in other.entries
        if entry.exercise not in done and (other.kind, entry.position) not in here
    ]
    later = [other for other in plan.sessions if other.day > session.day]
    again = {entry.exercise for other in later for entry in other.entries}
    told = []
    for text, keys in (
        ("left_out", [key for key in gone if key in again and not joins]),
        ("left_out_for_good", [key for key in gone if key not in again]),
    ):
        names = [in_sentence(problem.exercises[key].name) for key in dict.fromkeys(keys)]
        told += [say(text, names=", ".join(names))] if names else []
    return " ".join(told)


def advice(problem: Problem, plan: Plan, session: Session, *, easy: bool) -> str:
    """Return how to go on: of weights only where one has a heavier one, of levels the same.

    And what to do after the first set, by what there is: above it, and below it for what is
    counted. In an easy session only of what is done for the first time, or in its first week.
    """
    equipment = problem.equipment(session.day)
    week = [entry for other in plan.in_week(session.day // 7 + 1) for entry in other.entries]
    new = {entry.exercise for entry in week if entry.method == "start" and entry.load_g}
    more, highest, rises = set(), False, False
    lighter = []
    for entry in session.entries:
        exercise = problem.exercises[entry.exercise]
        loads = loads_at(problem, exercise, equipment)
        level = level_of(entry, loads)
        last = _before(problem, plan, session, entry) and _last_time(problem, plan, session, entry)
        before = level_of(last.entry, last.loads) if last else None
        if level is CHOICE or (level and loads[-1].force > level.force):
            weights = weighted(loads) and not improvised(exercise, equipment, loads)
            more.add("weight" if weights else "level")
        else:
            highest = True
        rises |= bool(level and before and difference(before, level) > 0)
        if entry.reps is not None and not (easy and last and entry.exercise not in new):
            lighter.append(level is CHOICE or bool(level and loads[0].force < level.force))
    share = "all" if all(lighter) else "some" if any(lighter) else "none"
    down = say(f"down_{share}")
    if easy:
        words = say(f"nothing_{'heavier' if 'weight' in more else 'harder'}{AGAIN * rises}")
        return f"{words} {say('first_set_easy', down=down)}" if lighter else words
    for kind in ("weight", "level"):
        if kind in more:
            words = say(f"step_{kind}", where=f" {say('step_where')}" if highest else "")
            return f"{words} {say('first_set', down=down)}"
    return say("step_none")


def first_sets() -> Iterator[str]:
    """Yield all that a card may say of what to do after the first set."""
    for text in ("first_set", "first_set_easy"):
        for share in ("all", "some", "none"):
            yield f" {say(text, down=say(f'down_{share}'))}"


def _before(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Sequence[Exposure]:
    """Return all that was done of an exercise before a session.

    What another kind of session had in the same week is none of it: nothing can have grown.
    """
    found = exposures(problem, plan).get(entry.exercise, ())
    before = [other for other in found if other.day.index < session.day]
    week = problem.days[session.day].week
    return [one for one in before if one.day.week < week or one.kind is session.kind]
