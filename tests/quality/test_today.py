"""What a card says of today is true of the doses of today and last time, and leaves out nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from runtall import app
from runtall.derivation.available_loads import level_of
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Session
from runtall.domain.problem import Day
from runtall.domain.run_plan import KEY_KINDS
from runtall.exporters.card_item import CardItem
from runtall.exporters.card_text import TODAY, change_words, today_words
from runtall.exporters.session_card import SessionCard, session_cards
from runtall.progression.exposures import exposures, loads_at
from runtall.progression.texts import say
from tests.solve import shipped

CHANGE = re.compile(r"([a-z][a-z ]*?) \(([^)]*)\)(?: than (last time|on [0-9]+ [A-Z][a-z]+))?")
LIGHT = {SessionKind.LIGHT, SessionKind.VERY_LIGHT}
GREW = {"more reps", "farther", "longer", "more weight", "more sets", "a step up"}
SHRANK = {"fewer reps", "less far", "shorter", "less weight", "fewer sets", "a step easier"}


@pytest.fixture(params=shipped.NAMES)
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> app.Solved:
    return shipped.solved(request.param, tmp_path_factory)


def told(card: SessionCard) -> dict[str, set[str]]:
    """What the line of a card says of each label."""
    assert today_words(card).startswith(f"{TODAY}{change_words(card)}.")
    # Each comparison is a sentence.
    line = re.sub(r"\. ([A-Z])", lambda begins: f", {begins[1].lower()}", change_words(card))
    labels = [item.label for item in card.items]
    found: dict[str, set[str]] = {label: set() for label in labels}
    line = line.removeprefix(card.same)
    # Nothing of the line is left unread.
    assert CHANGE.sub("", line).strip(" ,") == "", line
    for words, about, _ in CHANGE.findall(line):
        for label in labels if about == "all" else about.split(", "):
            found[label].add(words)
    return found


def earlier(
    answer: app.Solved, session: Session, key: str, *, alike: bool = False
) -> list[tuple[int, SessionKind, Entry]]:
    """What was done of an exercise before, with its weeks; pull and push day look at their own.

    What another session had in the same week is none of it.
    """
    problem, today = answer.problem, answer.problem.days[session.day]
    every = [
        (problem.days[other.day].week, other.kind, entry)
        for other in answer.plan.sessions
        for entry in other.entries
        if other.day < session.day and entry.exercise == key
    ]
    every = [one for one in every if one[0] < today.week or one[1] is session.kind]
    others = {SessionKind.D1, SessionKind.D2} - {session.kind}
    apart = others if len(others) == 1 else set()
    own = [one for one in every if one[1] not in apart] or every
    # Among them those of its kind, where there are any.
    return [one for one in own if not alike or one[1] is session.kind] or own


def meant(answer: app.Solved, card: SessionCard, item: CardItem) -> list[Entry]:
    """The earlier doses that a card may speak of: those of the week whose date it names.

    Where it names none, the last one, or one that only easier ones lie behind.
    """
    key = item.entry.exercise
    than = {c.than for c, labels in card.changes if item.label in labels and not c.again}
    weeks = {day.week for day in answer.problem.days if f"than on {day.short_date}" in than}
    found = []
    for alike in (True, False):
        before = earlier(answer, card.session, key, alike=alike)
        if weeks:
            found += [entry for week, _, entry in before if week in weeks]
        elif say("than_last") in than:
            found += [entry for _, _, entry in before[-1:]]
        else:
            for index, (_, _, then) in reversed([*enumerate(before)]):
                behind = (later for _, _, later in before[index + 1 :])
                if all({*changed(answer, card.session, late, then)} <= SHRANK for late in behind):
                    found.append(then)
    return found


def changed(answer: app.Solved, session: Session, now: Entry, before: Entry) -> Iterator[str]:
    """What changed, as the numbers printed tell it."""
    if now.sets != before.sets:
        yield "more sets" if now.sets > before.sets else "fewer sets"
    if (now.load_g is None) != (before.load_g is None):
        yield "other equipment"
    elif now.load_g != before.load_g:
        yield "more weight" if (now.load_g or 0) > (before.load_g or 0) else "less weight"
    elif now.load != before.load:
        exercise = answer.problem.exercises[now.exercise]
        loads = loads_at(answer.problem, exercise, answer.problem.equipment(session.day))
        levels = [level_of(entry, loads) for entry in (before, now)]
        assert all(levels)
        yield "a step up" if loads.index(levels[1]) > loads.index(levels[0]) else "a step easier"
    else:
        for names, old, new in (
            (("fewer reps", "more reps"), before.reps, now.reps),
            (("less far", "farther"), before.distance_m, now.distance_m),
            (("shorter", "longer"), before.hold_s, now.hold_s),
        ):
            if (old or 0) != (new or 0):
                yield names[(new or 0) > (old or 0)]


def rise(answer: app.Solved, session: Session, now: Entry) -> bool:
    """Whether it has more sets than last time, if that was such a session."""
    before = earlier(answer, session, now.exercise)
    return bool(before) and before[-1][1] is session.kind and now.sets > before[-1][2].sets


def alike(answer: app.Solved, session: Session, key: str) -> list[Entry]:
    """What sessions of this kind had of an exercise before; in the taper light ones are one kind.

    What one in base was, for want of another day, is no measure for them.
    """
    kinds = LIGHT if session.kind in LIGHT else {*SessionKind} - LIGHT
    # `earlier` leaves out what pull and push day have apart.
    weeks = {week.number for week in answer.problem.phase_weeks(Phase.TAPER)}
    return [
        entry
        for week, kind, entry in earlier(answer, session, key)
        if kind in kinds and (week in weeks or session.kind not in LIGHT)
    ]


def test_today_is_true_of_the_doses(answer: app.Solved) -> None:
    for card in session_cards(answer.problem, answer.plan, "metric"):
        base = answer.problem.days[card.session.day].phase is Phase.BASE
        said = told(card)
        found: dict[str, set[str]] = {}
        again: dict[str, set[str]] = {}
        for item in card.items:
            key = item.entry.exercise
            before = meant(answer, card, item) if base else alike(answer, card.session, key)[-1:]
            ways = [set(changed(answer, card.session, item.entry, then)) for then in before]
            if not base:
                # Nothing grows in peak and taper, and other sessions are no measure.
                ways = [some & SHRANK for some in ways] or [set()]
            if not earlier(answer, card.session, item.entry.exercise):
                # Of the other session of this week nothing can have grown.
                day = card.session.day
                days = {
                    s.day for s in answer.plan.sessions if key in {e.exercise for e in s.entries}
                }
                ways = [set[str]() if min(days) < day else {"first time"}]
            again[item.label] = {
                c.words for c, labels in card.changes if c.again and item.label in labels
            } & {"more sets"}
            words = said[item.label] - again[item.label]
            assert ways, (card.headline, item.label)
            # Of several doses that it may mean, the one that fits best.
            found[item.label] = min(
                ways, key=lambda some: (some != words, not (some and some <= SHRANK))
            )
            assert found[item.label] <= GREW | SHRANK | {"other equipment", "first time"}
        if not base and "easier (all)" in change_words(card):
            # Less than last time, whatever that was, and more of nothing.
            for item in card.items:
                *_, (_, _, last) = earlier(answer, card.session, item.entry.exercise)
                own = alike(answer, card.session, item.entry.exercise)
                if any("than on" in change.than for change, _ in card.changes):
                    own = meant(answer, card, item)
                ways = {*changed(answer, card.session, item.entry, (own or [last])[-1])}
                assert ways & SHRANK, today_words(card)
                assert own or ways <= SHRANK, today_words(card)
            continue
        # Where all exercises shrink, one word says it, unless each does in the same way.
        small = all(ways and ways <= SHRANK for ways in found.values())
        for item in card.items:
            ways, words = found[item.label], said[item.label] - again[item.label]
            assert not again[item.label] or (base and rise(answer, card.session, item.entry))
            easier = ways <= SHRANK and (len(ways) > 1 or small)
            exact = words == ways and len(words) < 2 + (not easier)
            where = (card.headline, today_words(card), item.label, ways)
            assert exact or (easier and words == {"easier"}), where


def test_sets_more_than_last_time_are_told(answer: app.Solved) -> None:
    """After an easier week, too; but not in peak and taper, where nothing grows."""
    for card in session_cards(answer.problem, answer.plan, "metric"):
        base = answer.problem.days[card.session.day].phase is Phase.BASE
        for item in card.items:
            more = base and rise(answer, card.session, item.entry)
            every = [change.words for change, labels in card.changes if item.label in labels]
            assert not more or "more sets" in every, (card.headline, today_words(card))


def test_nothing_grows_on_a_card_of_peak_or_taper(answer: app.Solved) -> None:
    for card in session_cards(answer.problem, answer.plan, "metric"):
        if answer.problem.days[card.session.day].phase is not Phase.BASE:
            assert not set().union(*told(card).values()) & GREW, today_words(card)


def test_after_an_easier_week_a_card_speaks_of_the_last_one_that_grew(answer: app.Solved) -> None:
    """So that what is more than there is what grows."""
    easier = {week.number for week in answer.problem.weeks if week.deload and not week.away}
    for card in session_cards(answer.problem, answer.plan, "metric"):
        day = answer.problem.days[card.session.day]
        if day.phase is Phase.BASE and card.session.kind.heavy and day.week - 1 in easier:
            than = {change.than for change, _ in card.changes if not change.again}
            assert "than last time" not in than, today_words(card)


def test_nothing_is_the_same_again_and_more_on_one_card(answer: app.Solved) -> None:
    """Today and the note speak of one session; else the note names the day that had the same."""
    problem, plan = answer.problem, answer.plan
    for card in session_cards(problem, plan, "metric"):
        new = {label for _, labels in card.changes for label in labels}
        for words, labels in card.notes:
            assert not (words.startswith("The same again") and new & set(labels)), card.headline
            match = re.match("No more than on ([0-9]+ [A-Z][a-z]+):", words)
            for item in card.items:
                if item.label in labels and match:
                    (then,) = [
                        entry
                        for s in plan.sessions
                        for entry in s.entries
                        if problem.days[s.day].short_date == match[1]
                        if entry.exercise == item.entry.exercise
                    ]
                    assert not [*changed(answer, card.session, item.entry, then)], card.headline


def test_one_more_set_is_one_more_than_today_compares_with(answer: app.Solved) -> None:
    for card in session_cards(answer.problem, answer.plan, "metric"):
        for words, labels in card.notes:
            if words.startswith("One more set"):
                assert all("more sets" in told(card)[label] for label in labels), card.headline


def test_a_date_is_named_where_another_week_lies_between(answer: app.Solved) -> None:
    """\"Than last time\" is the last week with the exercise."""
    weeks = {s.day: answer.problem.days[s.day].week for s in answer.plan.sessions}
    dates = {f"than on {day.short_date}": day.week for day in answer.problem.days}
    for card in session_cards(answer.problem, answer.plan, "metric"):
        for change, labels in card.changes:
            then = dates.get(change.than)
            for item in card.items:
                if item.label in labels and then:
                    done = [
                        (weeks[s.day], s.kind)
                        for s in answer.plan.sessions
                        for entry in s.entries
                        if s.day < card.session.day and entry.exercise == item.entry.exercise
                    ]
                    kinds = {kind for week, kind in done if week == then}
                    every = exposures(answer.problem, answer.plan)[item.entry.exercise]
                    counted = {e.kind for e in every if e.counts and e.day.index < card.session.day}
                    base = answer.problem.days[card.session.day].phase is Phase.BASE
                    assert kinds
                    assert card.session.kind in kinds or not (base and card.session.kind in counted)
                    assert any(week > then for week, _ in done)


REASON = re.compile(r"(\w+) this week: (\w+) is (too near|nearer to) ([a-z ]+)\\.")


def test_no_reason_for_a_day_is_disproved_by_other_weeks(answer: app.Solved) -> None:
    """What a weekday is too near to in one week keeps no session from it in another."""
    days = [answer.problem.days[session.day] for session in answer.plan.sessions]
    for session in answer.plan.sessions:
        today = answer.problem.days[session.day]
        for _, weekday, how, what in REASON.findall(session.note):
            others = [d for d in days if f"{d.date:%A}" == weekday and d.week != today.week]
            missed = [answer.problem.days[i] for i in answer.problem.week(today.week).days]
            (usual,) = (day for day in missed if f"{day.date:%A}" == weekday)
            for other in others:
                assert not as_near(other, usual, how, what), (today.label, other.label, what)


def as_near(day: Day, than: Day, how: str, what: str) -> bool:
    """Whether a day is at least as near to something as another one."""
    if how == "too near":
        return near(day) == what
    if what == "the last long run":
        return (day.since_long or 0) <= (than.since_long or 0)
    if what == "the race":
        return day.to_race <= than.to_race
    return (day.to_long or 0) <= (than.to_long or 0)


def near(day: Day) -> str:
    """What a day is near to, if it isn't just another session."""
    if min(day.to_race, 9 if day.to_tuneup is None else day.to_tuneup) <= 2:
        return "a race"
    if day.since_long == 1 or day.near_key_run:
        return "the long run"
    return "a workout" if day.option == "C" or day.next_kind in KEY_KINDS else ""


def test_what_goes_is_named_once(answer: app.Solved) -> None:
    """No exercise leaves the pull or push day for good without a word."""
    every = session_cards(answer.problem, answer.plan, "metric")
    said = " ".join(words for card in every for words in card.clauses)
    for kind in ("D1", "D2"):
        sessions = [s for s in answer.plan.sessions if s.kind == kind]
        for before, now in pairwise(sessions):
            here = {entry.position for entry in now.entries}
            later = {
                e.exercise for s in answer.plan.sessions if s.day >= now.day for e in s.entries
            }
            for entry in before.entries:
                if entry.position not in here and entry.exercise not in later:
                    name = answer.problem.exercises[entry.exercise].name
                    assert name.lower() in said.lower()
