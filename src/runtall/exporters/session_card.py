"""The session card as data: all that the runner is told about one session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from runtall.derivation.available_loads import CHOICE, level_of, weighted
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import LIGHT_KINDS, Exercise, Measure, SessionKind
from runtall.domain.mobility import BANDS, MobilityItem, mobility_items
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.session_ids import identified_sessions
from runtall.domain.units import distance_words, height_words, load_words
from runtall.exporters.way_out import way_out
from runtall.progression.coming_back import back_at
from runtall.progression.exposures import Exposure, exposures, loads_at
from runtall.progression.improvised import improvised
from runtall.progression.mobility import block_minutes, block_rounds
from runtall.progression.notes import KIND_WORDS
from runtall.progression.substitution import in_sentence
from runtall.progression.texts import say, texts
from runtall.progression.why_today import after_words

STRENGTH = "Strength"
EACH_HAND = " in each hand"
IN_A_BAG = " in a bag"
# Behind a weight that no dumbbell at hand has.
BELL, BELLS = " with a kettlebell", " with kettlebells"
# Begins the texts that say what grew; end those of loads that are no weights, and of more sets
# than in the last such session, or in one session for two.
METHOD, LEVEL, SUCH, AT_ONCE = "method_", "_level", "_such", "_once"
SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z])")
# In the reason why a session lies on its day, the runs around it.
AROUND = re.compile(r"(?<=\.) ((?:Tomorrow|Yesterday|Next|Last): .+)")
# What of an entry is told as a change.
DOSE = ("sets", "reps", "distance_m", "hold_s", "load_g", "load", "rir")
OR_MORE = " or more"
# Words, and the labels of the exercises that they are about.
Grouped = tuple[tuple[str, tuple[str, ...]], ...]

# What is left to say of a day where the headline names its runs.
OPTION_WORDS = {
    "A": "option A, the best kind of day.",
    "B": "option B: stop well short of failure.",
}
# A run that is long for an easy one is no such day.
MIDDLING = "option A."


class CardItem(NamedTuple):
    """One exercise of a session in the runner's units; what does not apply is empty.

    Parameters
    ----------
    label
        Its number on the card: ``1``, or ``2a`` and ``2b`` for two that take turns.
    amount
        Of each set, with its range: ``8 (8-12) per side``, ``20 m (20-40 m)``, ``30 s (20-40 s)``.
    load
        As printed; may be anybody's words.
    reserve
        ``with 2 in reserve``.
    way_out
        What to do instead where it can't be done.
    """

    entry: Entry
    exercise: Exercise
    label: str
    amount: str
    load: str
    reserve: str
    way_out: str


class SessionCard(NamedTuple):
    """One session as a runner reads it.

    Parameters
    ----------
    session
        With its length and that day's running.
    title
        Of its event.
    headline
        What it is, and how long it takes.
    items
        Exercises as they are done: pairs side by side.
    reserves, rests
        Effort and rest of each set, each with the labels of its exercises.
    changes
        For each way to grow or shrink, the labels of the exercises that do.
    clauses
        What this week is, where it is no growing one.
    notes
        What there is to say of exercises, each with their labels.
    why, neighbours
        Why it lies on its day, and the key runs around it.
    advice
        How to go on from here.
    mobility
        Items of the mobility block; none in most sessions.
    mobility_words
        How long it takes, and how often it is gone through.
    closing
        What to keep in mind, in the last session of all.
    """

    session: Session
    title: str
    headline: str
    items: tuple[CardItem, ...]
    warm_up: str
    reserves: Grouped
    rests: Grouped
    changes: Grouped
    clauses: tuple[str, ...]
    notes: Grouped
    why: str
    neighbours: str
    advice: str
    safety: str
    mobility: tuple[MobilityItem, ...]
    mobility_words: str
    closing: str


def session_cards(problem: Problem, plan: Plan, units: str) -> list[SessionCard]:
    """Return the cards of a plan by day."""
    found = [session for _, session in identified_sessions(plan)]
    return [
        session_card(problem, plan, session, units, last=session is found[-1]) for session in found
    ]


def session_card(
    problem: Problem, plan: Plan, session: Session, units: str, *, last: bool = False
) -> SessionCard:
    """Return the card of a session.

    Parameters
    ----------
    units
        ``metric`` or ``imperial``.
    last
        Whether it is the plan's last session.
    """
    day = problem.days[session.day]
    more = {e.rir for e in session.entries if _more_left(problem, plan, session, e)}
    items = tuple(
        card_item(problem, session, entry, label, units)._replace(
            reserve=_reserve(entry, more=entry.rir in more)
        )
        for label, entry in labelled(session.entries)
    )
    why, around = split_note(day, session.note)
    rounds, length = block_rounds(problem, session), block_minutes(problem, session)
    block = rounds > 0
    easy = _easy(problem, plan, session)
    alone = problem.request.base_sessions == 1
    return SessionCard(
        session=session,
        title=session_title(session, mobility=block),
        headline=_headline(day, session, mobility=block),
        items=items,
        warm_up=_warm_up(day),
        reserves=_grouped((item.reserve, item.label) for item in items),
        rests=_grouped((rest_words(item.entry), item.label) for item in items),
        changes=_grouped(
            (words, item.label)
            for item in items
            for words in _changes(problem, plan, session, item.entry, easy=bool(easy))
        ),
        clauses=tuple(filter(None, [say(easy) if easy else _left_out(problem, plan, session)])),
        notes=_notes(items),
        why=why,
        neighbours=around,
        advice=_advice(problem, session, easy=bool(easy)),
        safety=say("safety"),
        mobility=mobility_items(problem.request.athlete, day.items) if block else (),
        mobility_words=say(f"mobility_block_{rounds}", minutes=f"{length}") if block else "",
        closing=say("closing_one" if alone else "closing") if last else "",
    )


def session_title(session: Session, *, mobility: bool = False) -> str:
    """Return the title of a session: ``Strength: pull day, 32 min``."""
    return f"{STRENGTH}: {_name(session, mobility=mobility)}, {session.minutes} min"


def _name(session: Session, *, mobility: bool) -> str:
    return KIND_WORDS[session.kind] + (" and mobility" if mobility else "")


def split_note(day: Day, note: str) -> tuple[str, str]:
    """Return why a session lies on its day, and the runs around it.

    What the headline says of the day's run is left out: ``option A.``
    """
    around = runs_around(note)
    why = note.removesuffix(around).rstrip()
    long = f"Option {day.option}: {after_words(day)}."
    middling = day.kind is RunKind.MEDIUM_LONG
    short = MIDDLING if middling else OPTION_WORDS.get(day.option)
    return (why if short is None or "," in long else why.replace(long, short, 1)), around


def runs_around(note: str) -> str:
    """Return the runs around a session, which tell its day from others of its week."""
    found = AROUND.search(note)
    return found[1] if found else ""


def labelled(entries: Sequence[Entry]) -> list[tuple[str, Entry]]:
    """Return the exercises as they are done, numbered: 1, 2, 3, and pairs as 2a and 2b."""
    ordered = sorted(entries, key=lambda entry: entry.position)
    found: list[tuple[str, Entry]] = []
    number = 0
    while ordered:
        entry = ordered.pop(0)
        number += 1
        other = next((late for late in ordered if are_pair(entry, late)), None)
        if other is None:
            found.append((str(number), entry))
        else:
            ordered.remove(other)
            found += [(f"{number}a", entry), (f"{number}b", other)]
    return found


def are_pair(entry: Entry, other: Entry) -> bool:
    """Return whether two exercises take turns."""
    return (entry.pair, other.pair) == (other.position, entry.position)


def card_item(problem: Problem, session: Session, entry: Entry, label: str, units: str) -> CardItem:
    """Return what a card says of one exercise."""
    exercise = problem.exercises[entry.exercise]
    load = height_words(entry.load, units)
    if not load and entry.load_g is not None:
        load = load_words(entry.load_g, units) + (EACH_HAND if exercise.two_hands else "")
        equipment = problem.equipment(session.day)
        if improvised(exercise, equipment, loads_at(problem, exercise, equipment)):
            load += IN_A_BAG
        elif _is_bell(exercise, equipment, entry.load_g):
            load += BELLS if exercise.two_hands else BELL
    return CardItem(
        entry,
        exercise,
        label=label,
        amount=_amount(entry, exercise, units) + (" per side" if entry.per_side else ""),
        load=load,
        reserve=_reserve(entry),
        way_out=way_out(problem, session, entry),
    )


def _is_bell(exercise: Exercise, equipment: Equipment, load_g: int) -> bool:
    """Return whether a weight is a kettlebell's where dumbbells would do as well."""
    items = {item for need in exercise.needs for item in need}
    both = items >= {"dumbbell", "kettlebell"} or items >= {"dumbbell_pair", "kettlebell_pair"}
    return both and load_g in equipment.kettlebells_g and load_g not in equipment.dumbbells_g


def in_words(entry: Entry) -> bool:
    """Return whether the reserve of an exercise is no number: nobody counts reps of a carry."""
    return entry.distance_m is not None or entry.hold_s is not None


def _reserve(entry: Entry, *, more: bool = False) -> str:
    if entry.rir is None:
        return ""
    return say("spare") if in_words(entry) else f"with {entry.rir}{OR_MORE * more} in reserve"


def _more_left(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether more is left than asked for: an easier session with the same weight."""
    day = problem.days[session.day]
    grows = day.phase is Phase.BASE and session.kind.heavy and not problem.week(day.week).reduced
    before = [other.entry for other in _before(problem, plan, session, entry) if other.in_base]
    if grows or not before or entry.reps is None or entry.rir is None:
        return False
    last = before[-1]
    lighter = (entry.load_g or 0) <= (last.load_g or 0) and entry.load == last.load
    return lighter and (last.reps or 0) + (last.rir or 0) - entry.reps > entry.rir


def _before(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Sequence[Exposure]:
    """Return all that was done of an exercise before a session."""
    found = exposures(problem, plan).get(entry.exercise, ())
    return [other for other in found if other.day.index < session.day]


def _changes(
    problem: Problem, plan: Plan, session: Session, entry: Entry, *, easy: bool
) -> Iterator[str]:
    """Yield in words what grew or shrank; nothing where all is as it was last time."""
    before = _before(problem, plan, session, entry)
    last = before[-1].entry if before else entry
    if entry.method == "less" or (entry.method == "sets" and easy):
        changed = [name for name in DOSE if getattr(last, name) != getattr(entry, name)]
        if entry.method == "sets":
            # Weeks share their sets out anew as they have fewer: more of them are no growth.
            changed = [name for name in changed if _of(last, name) > _of(entry, name)]
        if changed:
            yield say(f"{METHOD}{'less' if easy or changed != ['sets'] else 'fewer_sets'}")
        if session.kind is SessionKind.MERGED and last.sets < entry.sets:
            yield say(f"{METHOD}sets{AT_ONCE}")
        return
    kind = LEVEL if entry.method == "load" and entry.load_g is None else ""
    if entry.method == "sets":
        kind = _sets_of(session, entry, before)
    yield texts().get(f"{METHOD}{entry.method}{kind}", "")
    same = [other.entry.sets for other in before if other.counts and other.kind is session.kind]
    if not easy and same and same[-1] > entry.sets:
        yield say(f"{METHOD}fewer_sets")


def _of(entry: Entry, name: str) -> int:
    """Return a number of a dose; 0 for what is none."""
    value = getattr(entry, name)
    return value if isinstance(value, int) else 0


def _left_out(problem: Problem, plan: Plan, session: Session) -> str:
    """Name the exercises of the last such session that this week has no more."""
    week = problem.days[session.day].week
    before = [
        other
        for other in plan.sessions
        if other.day < session.day
        and other.kind is session.kind
        and not problem.week(problem.days[other.day].week).reduced
    ]
    here = {entry.position for entry in session.entries}
    done = {entry.exercise for other in plan.in_week(week) for entry in other.entries}
    names = [
        in_sentence(problem.exercises[entry.exercise].name)
        for other in sorted(before, key=lambda other: other.day)[-1:]
        for entry in other.entries
        if entry.position not in here and entry.exercise not in done
    ]
    return say("left_out", names=", ".join(names)) if names else ""


def _sets_of(session: Session, entry: Entry, before: Sequence[Exposure]) -> str:
    """Return how the words for more sets end: sets are compared with the last session of a kind.

    Nothing where that was the last time; else that it was the last such session, or that one
    session has what two had.
    """
    if not before or before[-1].kind is session.kind:
        return ""
    if before[-1].entry.sets >= entry.sets:
        return SUCH
    return AT_ONCE if session.kind is SessionKind.MERGED else ""


def rest_words(entry: Entry) -> str:
    """Write the rest after a set: ``90 s``; empty if it is unknown."""
    return "" if entry.rest_s is None else f"{entry.rest_s} s"


def _amount(entry: Entry, exercise: Exercise, units: str) -> str:
    if entry.distance_m is not None:
        low, high = (distance_words(amount, units) for amount in (exercise.low, exercise.high))
        now = distance_words(entry.distance_m, units)
        return f"{now} ({low.partition(' ')[0]}-{high})" if _has(exercise, Measure.METRES) else now
    unit, amount = ("", entry.reps) if entry.hold_s is None else (" s", entry.hold_s)
    now = "?" if amount is None else f"{amount}{unit}"
    measure = Measure.SECONDS if unit else Measure.REPS
    known = amount is not None and _has(exercise, measure)
    return f"{now} ({exercise.low}-{exercise.high}{unit})" if known else now


def _has(exercise: Exercise, measure: Measure) -> bool:
    return exercise.measure is measure and exercise.low < exercise.high


def _headline(day: Day, session: Session, *, mobility: bool) -> str:
    words = _name(session, mobility=mobility)
    number = len(session.entries)
    exercises = f"{number} exercise{'' if number == 1 else 's'}"
    after = after_words(day).partition(",")[0]
    return f"{words[0].upper()}{words[1:]} - {exercises}, {session.minutes} min, {after}"


def _warm_up(day: Day) -> str:
    run = " (the run counts)" if day.option in {"A", "C"} else ""
    last = say("warm_up_band" if BANDS in day.items else "warm_up_no_band")
    return say("warm_up", run=run, last=last)


def _easy(problem: Problem, plan: Plan, session: Session) -> str:
    """Return the text that says why nothing gets heavier; empty in a session that may grow."""
    day = problem.days[session.day]
    week = problem.week(day.week)
    if any(entry.method == "load" for entry in session.entries):
        return ""
    if day.phase is Phase.TAPER:
        return "easy_taper"
    if day.phase is Phase.PEAK:
        return "easy_peak"
    if session.kind in LIGHT_KINDS:
        return "easy_light"
    if week.deload:
        return "easy_deload"
    if day.after_race:
        return "easy_after_race"
    if day.before_race:
        return "easy_before_race"
    back = back_at(problem, plan, session.day) is not None
    return "easy_reduced" if back or week.reduced or week.cutback else ""


def _advice(problem: Problem, session: Session, *, easy: bool) -> str:
    """Return how to go on: of weights only where one has a heavier one, of levels the same."""
    equipment = problem.equipment(session.day)
    more = set()
    for entry in session.entries:
        exercise = problem.exercises[entry.exercise]
        loads = loads_at(problem, exercise, equipment)
        level = level_of(entry, loads)
        if level is CHOICE or (level and loads[-1].force > level.force):
            weights = weighted(loads) and not improvised(exercise, equipment, loads)
            more.add("weight" if weights else "level")
    if easy:
        return say("nothing_heavier" if "weight" in more else "nothing_harder")
    return say(next((f"step_{kind}" for kind in ("weight", "level") if kind in more), "step_none"))


def _notes(items: Sequence[CardItem]) -> Grouped:
    """Return what there is to say of exercises: what is said of several, once."""
    noted = [(item.entry.note, item.label) for item in items if item.entry.note]
    split = [(SENTENCE_END.split(note), label) for note, label in noted]
    found = dict(_grouped((words, label) for sentences, label in split for words in sentences))
    # In an order in which each note stands as it is. Where there is none, none is taken apart.
    order = TopologicalSorter(dict.fromkeys(found, ()))
    for sentences, _ in split:
        for before, after in pairwise(sentences):
            order.add(after, before)
    try:
        ordered = tuple((words, found[words]) for words in order.static_order())
    except CycleError:
        return _grouped(noted)
    twice = any(len(set(sentences)) < len(sentences) for sentences, _ in split)
    return _grouped(noted) if twice else ordered


def _grouped(pairs: Iterable[tuple[str, str]]) -> Grouped:
    """Return the labels of each word or note, in the order in which these first come."""
    found: dict[str, list[str]] = {}
    for words, label in pairs:
        found.setdefault(words, []).append(label)
    return tuple((words, tuple(labels)) for words, labels in found.items())
