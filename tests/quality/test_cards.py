"""A card is read on a phone, between two sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from runtall import app
from runtall.domain.athlete import Athlete, Experience
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.run_plan import RunKind
from runtall.exporters.card_fitting import (
    BIG,
    FEW_CHARACTERS,
    FIRST_SET,
    MOST_CHARACTERS,
    ONLY,
    PAST,
    SHORTER,
    UP_IN,
    card_texts,
    is_guessed,
)
from runtall.exporters.card_text import needed
from runtall.exporters.how_it_works import how_it_works
from runtall.exporters.session_card import SessionCard, session_cards
from runtall.progression.dose import prescribe
from runtall.progression.texts import say
from runtall.progression.urgency import CONDITION, MINOR, PAUSES, REFUSAL, SENTENCE_END, urgency
from runtall.progression.why_today import one_session_peak
from runtall.scenario import read_text
from tests.problems import problem
from tests.solve import shipped
from tests.solve.proven import proven_plan

NUMBERED = re.compile(r"([0-9]+)([ab]?)\. ")
CODES = re.compile(r"\b(D1|D2|merged|RIR|very_light|option)\b")


@pytest.fixture(params=shipped.NAMES)
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> app.Solved:
    return shipped.solved(request.param, tmp_path_factory)


def cards(answer: app.Solved) -> Iterator[tuple[SessionCard, str]]:
    units = answer.scenario.publication.units
    for card in session_cards(answer.problem, answer.plan, units):
        yield card, card_texts(card)[0]


def test_it_fits_and_begins_with_the_exercises(answer: app.Solved) -> None:
    for card, text in cards(answer):
        lines = text.splitlines()
        assert len(text) <= MOST_CHARACTERS, text
        assert f"{card.session.minutes} min" in lines[0]
        numbers = [NUMBERED.match(line) for line in lines[1 : len(card.items) + 1]]
        labels = [match[1] + match[2] for match in numbers if match]
        assert len(labels) == len(card.items)
        assert labels[0] in {"1", "1a"}
        assert {int(match[1]) for match in numbers if match} == set(
            range(1, len({label.strip("ab") for label in labels}) + 1)
        )
        assert lines[len(card.items) + 1].startswith("Warm-up")
        ways = ["; else " in line or say("way_out") in line for line in lines[1:]][: len(labels)]
        assert all(ways), text


def test_most_cards_are_read_at_a_glance(answer: app.Solved) -> None:
    """A runner stands in the gym with it: the usual card is a good deal shorter than the limit."""
    lengths = sorted(len(text) for _, text in cards(answer))
    assert lengths[len(lengths) // 2] <= FEW_CHARACTERS + 60
    assert sum(length > FEW_CHARACTERS + 150 for length in lengths) <= len(lengths) / 8


def test_every_card_says_why_today_and_no_place_twice(answer: app.Solved) -> None:
    for card, text in cards(answer):
        (why,) = [line for line in text.splitlines() if line.startswith("Why today: ")]
        place = card.headline.rpartition(" min, ")[2]
        goes_on = f"Why today: {place}, or "
        # What is said of the week is no reason for the day: the place stands before it.
        whole = rf"Why today: {place}\.( (This week|Small|Back after) .*)?"
        assert place not in why or re.fullmatch(whole, why) or why.startswith(goes_on), text
        assert not re.match("Why today: (this week|small|still small)", why), text


def test_what_a_weekday_is_for_is_told_once(answer: app.Solved) -> None:
    """Why a session lies on another weekday than usual, where the same holds week after week."""
    told = [re.search(r"[A-Z][a-z]+day this week: [^.]*", card.why) for card, _ in cards(answer)]
    assert len(reasons := [found[0] for found in told if found]) == len(set(reasons))


def test_it_speaks_the_runners_language(answer: app.Solved) -> None:
    problem = answer.problem
    race = problem.days[problem.request.calendar.race_day]
    length = next((run.distance_m for run in race.runs if run.kind is RunKind.RACE), None)
    # Titles of runs are the runner's own.
    texts = [text.replace(card.neighbours, "") for card, text in cards(answer)]
    for text in (*texts, how_it_works(problem, answer.plan, "metric")):
        assert not CODES.search(text), text
        assert length or "marathon" not in text


def test_no_band_where_there_is_none(answer: app.Solved) -> None:
    for card, text in cards(answer):
        if "bands" not in answer.problem.days[card.session.day].items:
            assert "band" not in text.lower().replace("band row: no band", ""), text


EASY = re.compile("Nothing (?:heavier|harder) (?:this week|than before)\\.")


def test_no_weight_is_promised_for_a_session_in_which_nothing_gets_heavier(
    answer: app.Solved,
) -> None:
    every = list(cards(answer))
    for number, (card, text) in enumerate(every):
        done = {item.entry.exercise for item in card.items}
        following = (
            later
            for other, later in every[number + 1 :]
            if not done.isdisjoint(item.entry.exercise for item in other.items)
        )
        if EASY.search(next(following, "")):
            assert "left: next time" not in text


def test_growing_is_told_once_and_never_in_an_easier_week(answer: app.Solved) -> None:
    for card, text in cards(answer):
        told = len(
            re.findall(
                r"All sets at the top with 2 left|The \w+ is next: nothing|Nothing gets", text
            )
        )
        told += text.count(say("step_none"))
        easy = len(EASY.findall(text))
        assert told + easy == 1
        if told == 0:
            assert all(entry.method != "load" for entry in card.session.entries)


def test_a_condition_is_never_left_out(answer: app.Solved) -> None:
    for card, text in cards(answer):
        for note, _ in card.notes:
            assert CONDITION not in note or note in text


def test_what_changes_a_set_stays_on_the_card(answer: app.Solved) -> None:
    """A pause in place of growth, and reps under their range."""
    for card, text in cards(answer):
        for note, _ in card.notes:
            assert note in text or not (note in PAUSES or "nder the range" in note), (note, text)


def test_the_key_runs_around_it_are_named(answer: app.Solved) -> None:
    for card, text in cards(answer):
        day = answer.problem.days[card.session.day]
        assert card.neighbours in text
        assert re.search(r"Next: |Tomorrow: ", card.neighbours)
        assert ("Tomorrow: " in card.neighbours) == (
            day.next_kind in {RunKind.WORKOUT, RunKind.LONG, RunKind.TUNEUP, RunKind.RACE}
        )


def test_reps_out_of_their_range_have_a_reason(answer: app.Solved) -> None:
    for card, text in cards(answer):
        for item in card.items:
            entry, exercise = item.entry, item.exercise
            amount = entry.reps or entry.distance_m or entry.hold_s or 0
            if not exercise.low <= amount <= exercise.high:
                why = (
                    "range|The same again|No more than on|No (heavier|step up) today|the new weight"
                )
                assert re.search(why, entry.note), text


def test_the_sample_week_comes_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    answer = shipped.solved("sample-week", tmp_path_factory)
    found = [
        (card.headline.split(" - ")[0], answer.problem.days[card.session.day].weekday)
        for card, _ in cards(answer)
    ]
    assert found[:26] == [("Pull day", "mon"), ("Push day", "thu")] * 13
    assert {words for words, _ in found[26:]} == {"Light and mobility", "Very light and mobility"}


def test_it_says_once_that_nothing_gets_heavier(answer: app.Solved) -> None:
    for _, text in cards(answer):
        told = re.findall(r"nothing [a-z ]*(?:heavier|harder|grows)", text, re.IGNORECASE)
        assert len(told) <= 1, text


def test_no_letter_stands_for_a_kind_of_day(answer: app.Solved) -> None:
    first = how_it_works(answer.problem, answer.plan, "metric")
    assert not re.search(r"\boption [ABC]\b", first, re.IGNORECASE)


def test_the_first_card_has_every_way_out_and_what_to_do_after_the_first_set(
    answer: app.Solved,
) -> None:
    """All first weights are guesses then, and nobody knows yet what is taken or sore."""
    card, text = next(cards(answer))
    assert all("; else " in line or say("way_out") in line for line in doses(card, text))
    assert card.advice in text


def test_a_load_that_does_not_grow_keeps_its_reason(answer: app.Solved) -> None:
    """All sets at the top earn the next load, unless the card says otherwise: when, or why not."""
    for card, text in cards(answer):
        growing, _, first_set = card.advice.partition(FIRST_SET)
        assert growing in text
        # What to do after it repeats itself where each weight is that of last time.
        most = MOST_CHARACTERS if is_guessed(card) else FEW_CHARACTERS
        assert first_set in text or len(f"{text}{FIRST_SET}{first_set}") > most
        told = noted(text)
        for note, _ in needed(card):
            if REFUSAL.search(note):
                when = UP_IN.search(note)
                reason = note.partition(": ")[0 if PAST in note else 2]
                reasons = [when[0] if when else reason]
                reasons += [long.sub(short, reasons[0]) for long, short in SHORTER]
                words = [reason[1:].removesuffix(".") for reason in reasons]
                if note.endswith(f"{BIG}: {PAST}{ONLY}"):
                    words += [f"T{BIG}: reps{ONLY}"]
                assert any(some in line for line in told for some in words), (note, text)
                assert not re.search(r"(No heavier|No step|The same again)[a-z' ,]*\.", text), text


def test_a_long_easy_card_says_no_more_why_reps_above_the_range_stand() -> None:
    """Nothing gets heavier there at all."""
    kit = Equipment(dumbbells_g=(6_000, 12_000))
    changes = {7 * 8 + 6: "tuneup=10"}
    athlete = Athlete(Experience.SOME, body_mass_g=70_000)
    week = "easy easy workout easy rest easy long"
    some = problem(week, athlete=athlete, equipment=kit, changes=changes)
    entries = tuple(Entry(n, key, 3) for n, key in ((1, "one_arm_db_row"), (4, "suitcase_carry")))
    sessions = tuple(Session(7 * week, SessionKind.D1, entries) for week in range(10))
    every = session_cards(some, prescribe(some, Plan(sessions)), "metric")
    card = every[8]._replace(warm_up="." * 500)
    assert "Nothing heavier" in card.advice
    assert "The same again: too big a step." in card.items[0].entry.note
    assert not re.search("No heavier|too big", card_texts(card)[0])


def test_of_an_exercise_one_reason_is_enough_why_it_stays() -> None:
    some = problem("easy easy workout easy rest easy long")
    rows = tuple(Entry(n, key, 3) for n, key in ((1, "one_arm_db_row"), (2, "lat_pulldown")))
    sessions = (Session(0, SessionKind.D1, rows), Session(7, SessionKind.D1, rows))
    card = session_cards(some, prescribe(some, Plan(sessions)), "metric")[0]
    items = tuple(
        item._replace(entry=replace(item.entry, reps=item.exercise.high)) for item in card.items
    )
    card = card._replace(items=items)
    notes = (
        ("The same again: you pull less this week, so presses wait.", ("1", "2")),
        ("No step up next time: too near the peak.", ("2",)),
    )
    text = card_texts(card._replace(notes=notes, warm_up="." * 500))[0]
    assert [line for line in text.splitlines() if "No step up" in line] == [
        "1: No step up: you pull less this week, so presses wait.",
        "2: No step up: too near the peak.",
    ]


def test_where_nothing_gets_heavier_no_exercise_says_why_it_does_not(answer: app.Solved) -> None:
    for _, text in cards(answer):
        if re.search("^Nothing (heavier|harder) ", text, re.MULTILINE):
            assert not re.search(": (No heavier|No step|The same|No more than)", text), text


def test_why_other_days_are_no_better_is_told_once(answer: app.Solved) -> None:
    """Of each weekday: later cards have the same answer. The only session of a peak asks anew."""
    told = []
    for card, _ in cards(answer):
        if found := re.search(r" - ((?:no |the )?other .*?)\.", card.neighbours):
            day = answer.problem.days[card.session.day]
            single = one_session_peak(answer.problem, answer.plan, day.week)
            told.append((day.weekday, single, found[1]))
    assert len(told) == len(set(told))


def test_only_small_notes_are_left_out(answer: app.Solved) -> None:
    """More than one word of a first guess, or of a weight that is near to it, is for tables."""
    for card, text in cards(answer):
        for note, _ in card.notes:
            # Where a told weight goes, the first event says, too.
            if not (REFUSAL.search(note) or MINOR.match(note) or note == say("far_add")):
                assert any(long.sub(short, note) in text for long, short in SHORTER), text


def test_the_first_card_says_which_loads_are_guesses(answer: app.Solved) -> None:
    card, text = next(cards(answer))
    guessed = [item.label for item in card.items if say("load_guess") in item.entry.note]
    told = [labels for labels, words in lined(text) if say("load_guess") in words]
    assert guessed == [label for labels in told for label in all_of(card, labels)]


def test_where_little_fits_that_loads_are_guesses_goes_last(answer: app.Solved) -> None:
    """Of what may go at all: the card's last line says what to do with them."""
    card, _ = next(cards(answer))
    labels, guess, other = tuple(item.label for item in card.items), say("load_guess"), "x" * 60
    card = card._replace(notes=((other, labels[:1]), (guess, labels)))
    texts = [card_texts(card._replace(warm_up="." * more))[0] for more in range(0, 800, 20)]
    told = [(guess in text, other in text) for text in texts]
    assert (True, False) in told
    assert (False, True) not in told


def test_what_changes_the_next_set_comes_first(answer: app.Solved) -> None:
    """Conditions, then pauses, then what is new, then why something stays, then guesses."""
    for _, text in cards(answer):
        places = [urgency(SENTENCE_END.split(words)[0]) for _, words in lined(text)]
        assert places == sorted(places), text


def test_a_reason_of_several_exercises_is_told_once_beside_their_pauses(
    answer: app.Solved,
) -> None:
    for _, text in cards(answer):
        told = [words for _, words in lined(text)]
        assert len(told) == len(set(told)), text
        assert not any(p in words[1:] for words in told for p in PAUSES), text


def test_what_is_said_of_the_same_exercises_stands_in_one_line(answer: app.Solved) -> None:
    """Unless a line between is of one of them, too: each keeps its order."""
    for _, text in cards(answer):
        every = [labels for labels, _ in lined(text)]
        for first, labels in enumerate(every):
            for last in range(first + 1, len(every)):
                between = ", ".join(every[first + 1 : last]).split(", ")
                apart = "All" in between or {*between} & {*labels.split(", ")}
                assert every[last] != labels or apart, text


def test_why_today_goes_on_in_its_line(answer: app.Solved) -> None:
    for _, text in cards(answer):
        why = text.partition("Why today: ")[2]
        assert why[0].islower() or re.match("[A-Z][a-z]+day ", why), text


def lined(text: str) -> list[tuple[str, str]]:
    """The notes of a card: the labels of each, and its words."""
    return re.findall(r"^(All|[0-9]+[ab]?(?:, [0-9]+[ab]?)*): (.*)", text, re.MULTILINE)


def all_of(card: SessionCard, labels: str) -> list[str]:
    """The labels of exercises that a note is about."""
    return [item.label for item in card.items] if labels == "All" else labels.split(", ")


def doses(card: SessionCard, text: str) -> list[str]:
    return text.splitlines()[1 : len(card.items) + 1]


def noted(text: str) -> list[str]:
    return [words for _, words in lined(text)]


LONG = """
race_date: 2027-05-16
weeks: {weeks}
runs: {{week: {{mon: {mon}, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: rest}}}}
athlete: {{experience: trained, sex: {sex}, body_mass_kg: {mass}, push_ups: 22}}
equipment: {{{kit}}}
"""
GYM = "dumbbells_kg: {from: 1, to: 26, step: 1}, cable_kg: {from: 2.5, to: 70, step: 2.5}"
BANDS_TOO = "dumbbells_kg: {from: 2, to: 20, step: 2}, cable_kg: false, bands: true"


@pytest.mark.parametrize(
    ("weeks", "mon", "sex", "mass", "kit"),
    [(28, "easy", "m", 66, GYM), (24, "rest", "f", 52, BANDS_TOO), (20, "rest", "m", 66, GYM)],
)
def test_what_stands_still_says_why(weeks: int, mon: str, sex: str, mass: int, kit: str) -> None:
    """Beside what is done instead, however little room there is."""
    text = LONG.format(weeks=weeks, mon=mon, sex=sex, mass=mass, kit=kit)
    problem, plan = proven_plan(read_text(text, Path("long.yaml")))
    still = 0
    for card in session_cards(problem, plan, "metric"):
        text = card_texts(card)[0]
        own = lined(text)
        for item in card.items:
            if PAUSES & set(SENTENCE_END.split(item.entry.note)):
                told = " ".join(
                    words for labels, words in own if item.label in all_of(card, labels)
                )
                still += 1
                assert len(SENTENCE_END.split(told)) > 1, text
                assert not re.search(r"up on [0-9]+ \w+\.", told), text
    assert still > 5


BESIDE = """
race_date: 2027-05-16
weeks: {weeks}
runs: {{week: {{mon: easy, tue: workout, wed: rest, thu: easy, fri: easy, sat: long, sun: rest}}}}
athlete: {{experience: {experience}, sex: m, body_mass_kg: 68, push_ups: 12}}
equipment: {{dumbbells_kg: {{from: 2.5, to: 30, step: 2.5}}, {kit}}}
{more}
"""
HOME = "bands: true, cable_kg: false, pulldown_kg: false"
STACKS = "cable_kg: {from: 5, to: 90, step: 5}, pulldown_kg: {from: 5, to: 90, step: 5}"
ILL = "availability: {ill: [{from: 2027-03-15, to: 2027-03-21}]}"


@pytest.mark.parametrize(
    ("weeks", "experience", "kit", "more"),
    [
        (16, "some", HOME, "strength: {sessions: {base: 1}}"),
        (16, "new", STACKS, ""),
        (16, "some", STACKS, ILL),
        (9, "new", HOME, "availability: {ill: [{from: 2027-04-05, to: 2027-04-10}]}"),
    ],
)
def test_a_row_beside_its_range_says_so(weeks: int, experience: str, kit: str, more: str) -> None:
    """In a few words behind its number, that it is beside its range, and why."""
    text = BESIDE.format(weeks=weeks, experience=experience, kit=kit, more=more)
    problem, plan = proven_plan(read_text(text, Path("beside.yaml")))
    beside = 0
    for card in session_cards(problem, plan, "metric"):
        lines = card_texts(card)[0].splitlines()
        for item in card.items:
            amount = item.entry.reps or item.entry.distance_m or item.entry.hold_s or 0
            if not item.exercise.low <= amount <= item.exercise.high:
                beside += 1
                own = [line for line in lines if item.label in line.partition(": ")[0].split(", ")]
                why = "range|reps only[.]|The same again: |No more than on .*: |[Ss]teps? "
                assert re.search(why, " ".join(own)), (item.exercise.name, lines)
    assert beside


def ever_longer(note: str, reps: int) -> Iterator[str]:
    """Cards with a note on a row, with ever less room for it."""
    some = problem("easy easy workout easy rest easy long")
    rows = (Entry(1, "one_arm_db_row", 3), Entry(2, "lat_pulldown", 3))
    sessions = tuple(Session(7 * week, SessionKind.D1, rows) for week in range(3))
    card = session_cards(some, prescribe(some, Plan(sessions)), "metric")[1]
    items = tuple(item._replace(entry=replace(item.entry, reps=reps)) for item in card.items)
    card = card._replace(items=items, notes=((note, ("1",)),))
    yield from (card_texts(card._replace(warm_up="." * more))[0] for more in range(0, 800, 10))


@pytest.mark.parametrize(("reps", "same"), [(9, True), (12, False)])
def test_what_is_the_same_under_its_top_is_called_so_where_there_is_little_room(
    reps: int, *, same: bool
) -> None:
    """Nobody expects more weight there."""
    texts = list(ever_longer("The same again: one more set on push day is enough.", reps))
    assert any("1: No step up: one more set" in text for text in texts) is not same
    assert all("The same again" in text for text in texts[:50]) is same


@pytest.mark.parametrize(
    ("note", "short"),
    [
        ("10 are enough here: with 2 left in each set, 12 kg next time.", "with 2 left, 12 kg"),
        (
            "No heavier: more is over 33 % of your weight in both hands.",
            "more is over 33 % of your",
        ),
        ("Stand so that 8 leave 2.",) * 2,
        ("Far too easy, good for 24? Then 8 kg for 8.",) * 2,
    ],
)
def test_where_it_lies_stays_until_all_is_said_in_few_words(note: str, short: str) -> None:
    """And what a note is for stays as long as that."""
    brief = 0
    for text in ever_longer(note, reps=9):
        placed = text.splitlines()[0].endswith(", after the easy run")
        assert placed or short == note or note not in text
        assert short in text or note in text or not placed
        brief += short in text
    assert brief
