"""The session card as data: all that the runner is told about one session."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple, TypeVar

from runtall.domain.mobility import BANDS, MobilityItem, mobility_items
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Day, Problem
from runtall.domain.session_ids import identified_sessions
from runtall.errors.words import counted, gathered
from runtall.exporters.card_advice import advice
from runtall.exporters.card_changes import CHANGE, EASIER, Change, changes, unchanged
from runtall.exporters.card_clauses import easy_text, left_out, more_left, stays, stays_next
from runtall.exporters.card_item import CardItem, card_item, labelled, reserve_words
from runtall.exporters.card_way_back import as_before, sets_before
from runtall.progression.mobility import block_minutes, block_rounds
from runtall.progression.texts import KIND_WORDS, say
from runtall.progression.urgency import SENTENCE_END, urgency
from runtall.progression.why_today import after_words

STRENGTH = "Strength"
# The text of a session that has fewer sets than before a break.
BEHIND = "easy_back_sets"
# The texts of sessions of which something else says why they are small.
UNSAID = {"", BEHIND, "easy_back_first"}
# In the reason why a session lies on its day, the runs around it.
AROUND = re.compile(r"(?<=\.) ((?:Tomorrow|Yesterday|Next|Last): .+)")
WEEKDAY = re.compile("[A-Z][a-z]+day ")
# Words, and the labels of the exercises that they are about.
Grouped = tuple[tuple[str, tuple[str, ...]], ...]
Said = TypeVar("Said", bound=Hashable)


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
    changes
        For each way to grow or shrink since the last such session, the labels of the exercises
        that do.
    same
        What it is, where none of them does.
    clauses
        What this week is, where it is no growing one.
    notes
        What there is to say of exercises, each with their labels.
    why, neighbours
        Why it lies on its day, and the key runs around it.
    advice, bare_advice
        How to go on from here; and what to write of it where there is no room for the notes.
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
    changes: tuple[tuple[Change, tuple[str, ...]], ...]
    same: str
    clauses: tuple[str, ...]
    notes: Grouped
    why: str
    neighbours: str
    advice: str
    bare_advice: str
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
    more = {e.rir for e in session.entries if more_left(problem, plan, session, e)}
    items = tuple(
        card_item(problem, session, entry, label, units)._replace(
            reserve=reserve_words(entry, more=entry.rir in more)
        )
        for label, entry in labelled(session.entries)
    )
    why, around = split_note(session.note, _place(problem, day))
    rounds, length = block_rounds(problem, session), block_minutes(problem, session)
    block = rounds > 0
    easy = easy_text(problem, plan, session)
    alone = problem.request.base_sessions == 1
    stay, rests = stays(problem, plan, session), stays_next(problem, plan, session)
    changed, same = _changes(problem, plan, session, items), unchanged(problem, plan, session)
    clause = "" if easy in UNSAID else say(easy)
    if easy == BEHIND:
        before = sets_before(problem, plan, session)
        same = say(BEHIND, sets=f"{session.n_sets}", before=f"{before}")
    elif whole := as_before(problem, plan, session):
        same, changed = whole, ()
    return SessionCard(
        session=session,
        title=session_title(session, mobility=block),
        headline=_headline(problem, day, session, mobility=block),
        items=items,
        warm_up=_warm_up(day),
        changes=changed,
        same=same,
        clauses=tuple(filter(None, [clause, left_out(problem, plan, session)])),
        notes=_notes(items),
        why=why,
        neighbours=around,
        advice=advice(problem, plan, session, easy=stay, rests=rests),
        bare_advice=advice(problem, plan, session, easy=stay, rests=rests, bare=True),
        safety=say("safety"),
        mobility=mobility_items(problem.request.athlete, day.items) if block else (),
        mobility_words=say(f"mobility_block_{rounds}", minutes=f"{length}") if block else "",
        closing=say("closing_one" if alone else "closing") if last else "",
    )


def _changes(
    problem: Problem, plan: Plan, session: Session, items: Sequence[CardItem]
) -> tuple[tuple[Change, tuple[str, ...]], ...]:
    """Return the labels of each way to grow or shrink; in one word where each exercise shrinks.

    One that has more sets than last time is easier than in a week before, if that is named.
    """
    found = [tuple(changes(problem, plan, session, item.entry)) for item in items]
    less = {say(f"{CHANGE}{name}") for name in (*EASIER, "easier")}
    shrunk = [[change for change in own if not change.again] for own in found]
    every = {change for own in shrunk for change in own}
    small = all(shrunk) and all(change.words in less for change in every)
    small &= len(every) > 1 or all(change.words == say(f"{CHANGE}easier") for change in every)
    than = {change.than for change in every}
    week = len(than) == 1 and than != {say("than_last")}
    if small and (week or shrunk == list(map(list, found))):
        easier = Change(say(f"{CHANGE}easier"), than.pop() if week else "")
        found = [(easier, *(c for c in own if c.again)) for own in found]
    pairs = zip(items, found, strict=True)
    return _grouped((change, item.label) for item, own in pairs for change in own)


def session_title(session: Session, *, mobility: bool = False) -> str:
    """Return the title of a session: ``Strength: pull day, 32 min``."""
    return f"{STRENGTH}: {_name(session, mobility=mobility)}, {session.minutes} min"


def _name(session: Session, *, mobility: bool) -> str:
    return KIND_WORDS[session.kind] + (" and mobility" if mobility else "")


def split_note(note: str, place: str) -> tuple[str, str]:
    """Return why a session lies on its day, and the runs around it.

    Its place beside the day's running is no more said where there is more to say of the day.
    """
    around = runs_around(note)
    why = note.removesuffix(around).rstrip()
    why = in_line(why)
    more = why.removeprefix(place)
    # What only goes on with the place, as "or on its own should you rest", can't stand without it;
    # and a sentence behind it is about the week, unless it says why on this weekday.
    of_week = more.startswith(". ") and not WEEKDAY.match(more[2:])
    kept = more.startswith(", or ") or of_week
    return (why if kept else in_line(more.lstrip("., ")) or why), around


def in_line(sentence: str) -> str:
    """Return a sentence that goes on in a line, without its capital if that is no weekday's."""
    return sentence if WEEKDAY.match(sentence) else f"{sentence[:1].lower()}{sentence[1:]}"


def runs_around(note: str) -> str:
    """Return the runs around a session, which tell its day from others of its week."""
    found = AROUND.search(note)
    return found[1] if found else ""


def _headline(problem: Problem, day: Day, session: Session, *, mobility: bool) -> str:
    words = _name(session, mobility=mobility)
    exercises = counted(len(session.entries), "exercise")
    what = f"{words[0].upper()}{words[1:]} - {exercises}, {session.minutes} min"
    return f"{what}, {_place(problem, day)}"


def _place(problem: Problem, day: Day) -> str:
    """Return where a session stands beside the day's running, in few words."""
    return after_words(problem, day).partition(",")[0]


def _warm_up(day: Day) -> str:
    run = " or the run" if day.option in {"A", "C"} else ""
    last = say("warm_up_band" if BANDS in day.items else "warm_up_no_band")
    return say("warm_up", run=run, last=last)


def _notes(items: Sequence[CardItem]) -> Grouped:
    """Return what there is to say of exercises, urgent first: what is said of several, once."""
    noted = [(item.entry.note, item.label) for item in items if item.entry.note]
    split = [(SENTENCE_END.split(note), label) for note, label in noted]
    found = dict(_grouped((words, label) for sentences, label in split for words in sentences))
    # In an order in which each note stands as it is. Where there is none, none is taken apart.
    order = TopologicalSorter(dict.fromkeys(found, ()))
    for sentences, _ in split:
        for before, after in pairwise(sentences):
            order.add(after, before)
    twice = any(len(set(sentences)) < len(sentences) for sentences, _ in split)
    try:
        order.prepare()
    except CycleError:
        twice = True
    if twice:
        return _grouped(noted)
    ready, ordered = list[str](), list[str]()
    while order.is_active():
        ready = sorted([*ready, *order.get_ready()], key=urgency)
        ordered.append(ready.pop(0))
        order.done(ordered[-1])
    return tuple((words, found[words]) for words in ordered)


def _grouped(pairs: Iterable[tuple[Said, str]]) -> tuple[tuple[Said, tuple[str, ...]], ...]:
    """Return the labels of each change or note, in the order in which these first come."""
    return tuple((words, tuple(labels)) for words, labels in gathered(pairs).items())
