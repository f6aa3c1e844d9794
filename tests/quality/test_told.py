"""What is told of breaks, races, fewer sets and other people's sessions, on plans made by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import Measure, SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import WORDS, Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.exporters.card_changes import Change
from runtall.exporters.card_fitting import card_texts
from runtall.exporters.card_reading import read_lines
from runtall.exporters.card_text import change_words
from runtall.exporters.given_up import given_up
from runtall.exporters.how_it_works import how_it_works
from runtall.exporters.session_card import SessionCard, session_card
from runtall.exporters.week_words import week_words
from runtall.progression.causes import cause
from runtall.progression.dose import prescribe
from runtall.progression.texts import say
from runtall.progression.why_today import why_today
from runtall.progression.why_today.left_out import run_left_out, runs_left_out
from runtall.progression.why_today.share import one_session_peak, share_of_base
from tests.problems import problem

WEEK = "easy easy workout easy rest easy long"
ROW, BUG, PRESS = "one_arm_db_row", "dead_bug", "db_bench_press"
SPLIT = (SessionKind.D1, SessionKind.D2)
SINGLE = Relaxed(12, Relaxation.SINGLE)
Sets = dict[int, dict[str, int]]


def plan_of(some: Problem, kind: SessionKind, weeks: Sets) -> Plan:
    """A session of a kind on the first day of some weeks, and a row on the fourth."""
    first = [
        Session(
            7 * week - 7,
            kind,
            tuple(Entry(place, key, n) for place, (key, n) in enumerate(sets.items(), start=1)),
        )
        for week, sets in weeks.items()
    ]
    other = [Session(s.day + 3, SessionKind.D2, (Entry(3, "seated_cable_row", 2),)) for s in first]
    return prescribe(some, Plan((*first, *other)))


def cards(some: Problem, plan: Plan) -> dict[int, SessionCard]:
    """The cards of the first sessions of each week."""
    return {
        session.day // 7 + 1: session_card(some, plan, session, "metric")
        for session in plan.sessions
        if session.day % 7 == 0
    }


def notes(plan: Plan, key: str) -> dict[int, str]:
    """What is said of an exercise by week."""
    return {
        session.day // 7 + 1: entry.note
        for session in plan.sessions
        for entry in session.entries
        if entry.exercise == key
    }


def steady(weeks: Sequence[int], **sets: int) -> Sets:
    """The same sets in some weeks."""
    return {week: dict(sets) for week in weeks}


def test_fewer_sets_and_what_is_left_out_are_named_once() -> None:
    some = problem(WEEK)
    weeks = steady((1, 2, 3, 4), **{ROW: 2, "face_pull": 1, "suitcase_carry": 1})
    weeks[3] = weeks[4] = {ROW: 1, "face_pull": 1}
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    fewer = {week: change_words(card) for week, card in told.items() if "few" in change_words(card)}
    assert list(fewer) == [3]
    assert fewer[3].endswith("fewer sets (1)")
    gone = ("No suitcase carry from now on.",)
    assert [card.clauses for card in told.values()] == [(), (), gone, ()]


@pytest.mark.parametrize("merged", [False, True])
def test_what_the_peak_leaves_out_is_told_once_and_why(*, merged: bool) -> None:
    """Not by the one session for two before it, which leaves it out for another reason."""
    some = problem(WEEK)
    weeks = steady(range(1, 11), **{ROW: 3, "face_pull": 1}) | steady((11, 12), **{ROW: 2})
    plan = plan_of(some, SessionKind.D1, weeks)
    if merged:
        kept = [s for s in plan.sessions if s.day // 7 != 9]
        both = Session(63, SessionKind.MERGED, (Entry(1, ROW, 3),))
        plan = prescribe(some, Plan(tuple(sorted([*kept, both], key=lambda s: s.day))))
    told = [(n, words) for n, card in cards(some, plan).items() for words in card.clauses]
    face_pulls = [(week, words) for week, words in told if "face pull" in words]
    assert face_pulls == [(11, "No face pull in peak and taper: fewer sets.")]


def test_a_peak_week_after_a_small_one_is_nothing_new() -> None:
    """No more weight, and a number of sets that base had: it doesn't grow."""
    some = problem(WEEK)
    weeks = steady(range(1, 11), **{ROW: 3}) | steady((11,), **{ROW: 1}) | steady((12,), **{ROW: 2})
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    assert change_words(told[12]) == "nothing new: 2 sets, 1 on 15 Mar"
    assert {told[week].advice for week in (11, 12)} == {"Nothing heavier this week."}


def test_each_comparison_is_a_sentence() -> None:
    some = problem(WEEK)
    weeks = steady((*range(1, 8), 9), **{ROW: 2, BUG: 2}) | {8: {ROW: 2, BUG: 1}}
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    assert change_words(told[9]) == "the same as on 15 Feb. More sets (2) than last time"


def test_sets_more_than_last_time_are_said_once() -> None:
    """Whether or not what an exercise is compared with has them, too."""
    some = problem(WEEK)
    card = cards(some, plan_of(some, SessionKind.D1, steady((1, 2), **{ROW: 2, BUG: 1})))[2]
    more, than = say("change_sets_more"), say("than_last")
    both = ((Change(more, than, again=True), ("2",)), (Change(more, than), ("1",)))
    assert change_words(card._replace(changes=both)) == "more sets (all)"


def test_an_easier_week_with_the_same_weight_leaves_more_in_reserve() -> None:
    some = problem(WEEK, athlete=Athlete(body_mass_g=70_000, sex="m"))
    told = cards(some, plan_of(some, SessionKind.D1, steady(range(1, 12), **{"face_pull": 2})))
    reserves = {week: card.items[0].reserve for week, card in told.items()}
    deload = next(week.number for week in some.weeks if week.deload)
    assert reserves[deload] == "with 3 or more in reserve"
    assert reserves[deload - 1] == "with 2 in reserve"
    assert not any("more" in reserves[week] for week in range(1, deload))


def test_the_card_before_a_break_speaks_of_what_comes_and_not_of_what_was() -> None:
    some = problem(WEEK)
    told = notes(plan_of(some, SessionKind.D1, steady((1, 2, 3, 4, 5, 6, 9, 10), **{BUG: 1})), BUG)
    assert told[6] == "No step up next time: a break of 17 days comes first."
    assert not any(
        "range" in told[week] or "just back" in told[week] for week in (1, 2, 3, 4, 5, 9)
    )


# Four weeks of base are left, one of them easier.
EARNED_LATE = "The same again: it takes two good sessions, and then no week is left to learn it."


@pytest.mark.parametrize(
    ("ill", "told"),
    [
        ((37, 50), ""),
        ((57, 62), EARNED_LATE),
        # In the peak.
        ((80, 82), EARNED_LATE),
    ],
)
def test_the_card_before_an_illness_knows_nothing_of_it(ill: tuple[int, int], told: str) -> None:
    some = problem(WEEK, access=ill_days(*ill))
    weeks = [week for week in range(1, 12) if not ill[0] <= 7 * week - 7 <= ill[1]]
    easier = [week.number for week in some.weeks if week.deload]
    last = max(week for week in weeks if week < min([*easier, ill[0] // 7 + 2]))
    found = notes(plan_of(some, SessionKind.D1, steady(weeks, **{BUG: 1})), BUG)
    assert found[last] == told
    assert not any("break" in found[week] for week in weeks if week <= last)


def test_a_trip_before_an_illness_is_known() -> None:
    ill, bands = ill_days(49, 55), Equipment(dumbbells_g=(), cable_g=(), pulldown_g=())
    access = [Access(equipment=bands) if 42 <= n <= 48 else one for n, one in enumerate(ill)]
    access += [Access()] * 28
    some = problem(WEEK, weeks=20, access=tuple(access), athlete=Athlete(body_mass_g=70_000))
    weeks = steady((1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12), suitcase_carry=1)
    told = notes(plan_of(some, SessionKind.D1, weeks), "suitcase_carry")
    assert told[6] == "No heavier next time: you train elsewhere first."


def test_the_card_before_a_race_says_that_the_race_comes_first() -> None:
    some = problem(WEEK, weeks=20, changes={47: "tuneup=10"})
    told = notes(plan_of(some, SessionKind.D1, steady(range(1, 10), **{BUG: 1})), BUG)
    assert "the race comes first" in told[6]
    assert "less than a week ago" not in told[6]
    assert "this week's race comes first" in told[7]


def test_the_card_after_a_race_says_so() -> None:
    some = problem(WEEK, changes={40: "tuneup=10"})
    told = notes(plan_of(some, SessionKind.D1, steady(range(1, 10), **{BUG: 1})), BUG)
    assert "a race was less than a week ago" in told[7]


def test_a_step_that_never_comes_has_one_reason_to_the_end() -> None:
    """The next weight is a third heavier, so reps go on above the range."""
    coarse = Equipment(dumbbells_g=(6_000, 8_000, 12_000))
    athlete = Athlete(Experience.SOME, body_mass_g=70_000)
    some = problem(WEEK, weeks=25, athlete=athlete, equipment=coarse)
    found = plan_of(some, SessionKind.D2, steady(range(1, 19), **{PRESS: 1}))
    told = [note for week, note in notes(found, PRESS).items() if week > 3 and note]
    assert len(told) > 3
    once = "6 kg to 8 kg is too big a step."
    assert [note.partition(": ")[2] for note in told if " to 8 kg" in note] == [once]
    assert all("big a step" in note for note in told)
    # "Yet" promises it.
    assert not any("yet" in note for note in told)


def test_what_is_not_done_for_weeks_is_no_break() -> None:
    """Of the exercise alone: nothing is said of a break that nobody has."""
    some = problem(WEEK, weeks=20)
    weeks = steady(range(1, 13), **{ROW: 2, BUG: 2})
    for week in (7, 8, 9):
        weeks[week] = {ROW: 2}
    told = notes(plan_of(some, SessionKind.D1, weeks), BUG)
    assert told[6] == "No step up next time: weeks without it come first."


def test_what_comes_back_after_weeks_without_it_is_as_it_was_then() -> None:
    """Nobody is just back who has lifted all the time; and last time it was easier."""
    some = problem(WEEK, weeks=20)
    weeks = steady(range(1, 13), **{ROW: 2, BUG: 2})
    for week in (4, 5, 6):
        weeks[week] = {BUG: 2}
    told = notes(plan_of(some, SessionKind.D1, weeks), ROW)
    back = [text for text in told.values() if "it comes back after weeks without it" in text]
    assert all(text.startswith("No more than on ") for text in back)
    assert not any("just back" in text for text in told.values())


def test_the_heaviest_that_there_is_gets_no_other_reason() -> None:
    kit = Equipment(dumbbells_g=(5_000,))
    some = problem(WEEK, equipment=kit, athlete=Athlete(body_mass_g=52_000))
    weeks = {week: {ROW: 1 + (week > 6)} for week in range(1, 11)}
    told = notes(plan_of(some, SessionKind.D1, weeks), ROW)
    assert any("the heaviest you have" in text for text in told.values())
    assert not any("more set instead" in text for text in told.values())


@pytest.mark.parametrize("last", [35, 37])
def test_a_race_just_behind_takes_a_session_though_a_break_was_before_it(last: int) -> None:
    off = tuple(Access(free=not 28 <= day <= last) for day in range(112))
    some = problem(WEEK, changes={41: "tuneup=21"}, access=off)
    days = [*(day for week in range(4) for day in (7 * week, 7 * week + 3)), 38, 45]
    kinds = [*(SPLIT * 4), SessionKind.MERGED, SessionKind.MERGED]
    held = zip(days, kinds, strict=True)
    plan = Plan(tuple(Session(day, kind, (Entry(1, ROW, 2),)) for day, kind in held))
    told = [cause(some, plan, week, Relaxation.SINGLE) for week in (6, 7)]
    assert told == ["as days are off", "as a race is just behind"]


@pytest.mark.parametrize(("km", "what"), [(21, "Sunday's race"), (8, "the last long run")])
def test_a_race_as_long_as_a_long_run_is_called_a_race(km: int, what: str) -> None:
    week = "rest workout easy easy rest long rest"
    some = problem(week, base_sessions=1, changes={41: f"tuneup={km}"})
    days = (*range(0, 42, 7), 45, *range(49, 70, 7))
    plan = Plan(tuple(Session(day, SessionKind.MERGED, (Entry(1, ROW, 2),)) for day in days))
    assert f"farther from {what} than on Monday" in why_today(some, plan, 45)


def test_what_was_done_earlier_in_the_week_is_no_first_time() -> None:
    some = problem(WEEK)
    both = (Entry(1, "band_row", 2),), (Entry(1, "band_row", 2), Entry(2, "push_up", 2))
    kinds = zip((0, 3), SPLIT, both, strict=True)
    plan = prescribe(some, Plan(tuple(Session(*one) for one in kinds)))
    text, *_ = card_texts(session_card(some, plan, plan.sessions[1], "metric"))
    assert "Today: first time (2)." in text


def test_after_a_break_a_card_compares_with_last_time_alone() -> None:
    """Until what was small after it has grown: a week before it is too far back for a phone."""
    some = problem(WEEK, weeks=20)
    weeks = steady((1, 2, 3, 4, 5, 9, 10, 11, 12), **{ROW: 3, "face_pull": 2, BUG: 2})
    weeks[9] = {ROW: 2, "face_pull": 1, BUG: 1}
    weeks[10] = {ROW: 2, "face_pull": 2, BUG: 1}
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    grown = "on the way back: 5 sets, 7 before. More sets (2) than last time"
    assert change_words(told[10]) == grown
    assert not any("than on" in change_words(told[week]) for week in (9, 10, 11, 12))


def test_no_fewer_sets_are_told_where_the_week_has_as_many() -> None:
    some = problem(WEEK)
    few = steady(range(1, 11), **{ROW: 3, BUG: 2}) | steady((11, 12), **{ROW: 2, BUG: 2})
    many = few | steady((9, 10), **{ROW: 2, BUG: 2})
    for weeks, words in ((few, "Peak: fewer sets in all, the running first."), (many, None)):
        told = cards(some, plan_of(some, SessionKind.D1, weeks))
        assert told[11].clauses == (words or "Peak: the running first.",)


ONE, TWO = Equipment(dumbbells_g=(6_000,)), Equipment(dumbbells_g=(6_000, 7_500))
KILOS = Equipment(dumbbells_g=tuple(range(2_000, 10_001, 1_000)))


@pytest.mark.parametrize(
    ("kit", "sets", "up", "down"),
    [
        (KILOS, {ROW: 2, BUG: 2}, "one step up, unless", "one step down or two reps fewer."),
        (TWO, {ROW: 2}, "one step up, unless", "two reps fewer."),
        (ONE, {ROW: 2, BUG: 2}, "one step up where there is one, unless", "two reps fewer."),
    ],
)
def test_only_what_is_there_is_offered_after_the_first_set(
    kit: Equipment, sets: dict[str, int], up: str, down: str
) -> None:
    some = problem(WEEK, athlete=Athlete(body_mass_g=40_000, sex="f"), equipment=kit)
    told = cards(some, plan_of(some, SessionKind.D1, steady((1,), **sets)))
    assert f"next time {up} noted." in told[1].advice
    assert told[1].advice.endswith(f"under 2, {down}")


@pytest.mark.parametrize(
    ("kit", "key", "words"),
    [
        (Equipment(dumbbells_g=(4_000, 7_000)), PRESS, "far heavier: more reps first"),
        (
            Equipment(dumbbells_g=(6_000, 8_000)),
            ROW,
            "Far too easy, good for 24? Then 8 kg for 8. Add it",
        ),
        (Equipment(dumbbells_g=(4_000, 5_000)), PRESS, ""),
        (Equipment(cable_g=(10_000, 15_000)), "seated_cable_row", "far heavier: more reps first"),
        (
            Equipment(cable_g=(15_000, 20_000)),
            "seated_cable_row",
            "Far too easy, good for 26? Then 20",
        ),
        (Equipment(cable_g=(10_000, 12_500)), "seated_cable_row", ""),
        (Equipment(dumbbells_g=(4_000, 6_000)), "suitcase_carry", "far heavier: farther first"),
    ],
)
def test_nobody_is_asked_up_to_a_weight_that_is_far_heavier(
    kit: Equipment, key: str, words: str
) -> None:
    """A quarter more may be tried; beyond that only who can do so many in one go, as it says."""
    athlete = Athlete(body_mass_g=45_000, sex="f")
    some, far = problem(WEEK, athlete=athlete, equipment=kit), bool(words)
    told = cards(some, plan_of(some, SessionKind.D1, steady((1, 2), **{key: 2, BUG: 2})))
    note = told[1].items[0].entry.note
    assert words in note
    assert far or not re.search("good for|far heavier", note)
    if taken := re.search("good for ([0-9]+)[?] Then ([0-9]+) kg for ([0-9]+)", note):
        whole, kilos, reps = map(int, taken.groups())
        first = told[1].session.entries[0]
        before, after = first.load_g or 0, 1000 * kilos
        asked = after * (30 + reps + 2)
        assert before * (30 + whole - 1) < asked <= before * (30 + whole)
        # Added under athlete.loads, it is what the plan begins with.
        told_of = replace(athlete, loads={key: KnownLoad(after, reps, 2)})
        again = replace(some, request=replace(some.request, athlete=told_of))
        plan = plan_of(again, SessionKind.D1, steady((1, 2), **{key: 2, BUG: 2}))
        begun = plan.sessions[0].entries[0]
        assert (begun.load_g, begun.reps) == (after, reps)
    counted = some.exercises[key].measure is Measure.REPS
    for card in (told[1], told[2]):
        # Where the note says it, the last lines needn't.
        excluded = " (not 1)" * (far and card is not told[1])
        assert f"one step up{excluded}, unless noted" in card.advice
        assert f" left, one step up{' (not 1)' * (far and counted)}; under 2" in card.advice
        assert read_lines(*card_texts(card), some.exercises)


def test_what_comes_back_after_an_easier_week_is_no_more_than_before() -> None:
    """A row that landed under its range has one weight less in a deload, and that after a race."""
    plain = problem(WEEK, weeks=18)
    deload = next(week.number for week in plain.weeks if week.deload)
    kit = Equipment(dumbbells_g=tuple(range(2_000, 30_001, 1_000)))
    athlete, race = Athlete(body_mass_g=70_000), {7 * deload - 1: "tuneup=5"}
    some = problem(WEEK, weeks=18, athlete=athlete, equipment=kit, changes=race)
    weeks = {1: {ROW: 2}, **steady(range(2, deload + 5), **{ROW: 3})}
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    loads = [told[week].items[0].entry.load_g or 0 for week in (deload, deload + 1)]
    assert loads[0] < loads[1]
    assert told[deload].advice == "Nothing heavier this week."
    assert told[deload + 1].advice == "Nothing heavier than before."


def test_a_race_in_place_of_the_long_run_is_named() -> None:
    """Not that the day is free of runs: the race is two days off."""
    some = problem("rest easy rest workout rest rest long", changes={27: "tuneup=5"})
    usual, fourth = (0, 2), (1, 4)
    sessions = [
        Session(7 * week - 7 + day, kind, ())
        for week in range(1, 9)
        for day, kind in zip(fourth if week == 4 else usual, SPLIT, strict=True)
    ]
    note = why_today(some, Plan(tuple(sessions)), 25)
    assert "Friday this week: Sunday is a race, not a long run. " in note


@pytest.mark.parametrize(("sets", "told"), [((1, 2), True), ((2, 2), False)])
def test_one_more_set_is_told_where_it_is_one_more(sets: tuple[int, int], told: bool) -> None:
    some = problem(WEEK, athlete=Athlete(signs={"torso_twists": 3}))
    both = [
        Session(0, SessionKind.D2, (Entry(5, "pallof_press", sets[0]),)),
        Session(7, SessionKind.MERGED, (Entry(5, "pallof_press", 1),)),
        Session(14, SessionKind.D2, (Entry(5, "pallof_press", sets[0]),)),
        Session(21, SessionKind.D2, (Entry(5, "pallof_press", sets[1]),)),
    ]
    last = prescribe(some, Plan(tuple(both))).sessions[-1]
    assert ("One more set" in last.entries[0].note) == told


def test_no_set_is_one_more_that_came_with_the_session_before() -> None:
    """After weeks without the exercise it came back with two: the next two are none more."""
    some = problem(WEEK, athlete=Athlete(signs={"torso_twists": 3}))
    sets = {0: 1, 28: 2, 35: 2}
    every = [
        Session(
            day,
            SessionKind.D2,
            (Entry(1, PRESS, 1), *([Entry(5, "pallof_press", sets[day])] if day in sets else [])),
        )
        for day in range(0, 42, 7)
    ]
    told = notes(prescribe(some, Plan(tuple(every))), "pallof_press")
    assert "without it" in told[5]
    assert "One more set" not in told[6]


def test_sets_that_come_back_two_at_once_are_not_one_more() -> None:
    """A small week lies between; one set more than before it is one that was added."""
    some = problem(WEEK, athlete=Athlete(signs={"torso_twists": 3}))
    for sets, told in (((1, 3), False), ((2, 3), True)):
        done = zip((0, 7, 14), (sets[0], sets[0], sets[1]), strict=True)
        every = [Session(d, SessionKind.D2, (Entry(5, "pallof_press", n),)) for d, n in done]
        last = prescribe(some, Plan(tuple(every))).sessions[-1]
        assert ("One more set" in last.entries[0].note) == told


@pytest.mark.parametrize(("grams", "words"), [(8_000, "8 kg with a kettlebell"), (10_000, "10 kg")])
def test_a_weight_that_no_dumbbell_has_is_a_kettlebell(grams: int, words: str) -> None:
    kit = Equipment(dumbbells_g=(5_000, 10_000), kettlebells_g=(8_000,))
    some = problem(WEEK, equipment=kit)
    session = Session(0, SessionKind.D1, (Entry(1, ROW, 2, reps=8, load_g=grams),))
    assert session_card(some, Plan((session,)), session, "metric").items[0].load == words


def test_kettlebells_and_more_in_reserve_are_read_back() -> None:
    kit = Equipment(dumbbells_g=(5_000, 30_000), kettlebells_g=(8_000, 12_000, 12_000, 16_000))
    some = problem(WEEK, equipment=kit, athlete=Athlete(body_mass_g=90_000))
    weeks = steady(range(1, 10), **{ROW: 2, "farmer_carry": 2})
    every = cards(some, plan_of(some, SessionKind.D1, weeks)).values()
    told = "".join(card_texts(card)[0] for card in every)
    assert all(
        words in told for words in ("or more in reserve", "with a kettlebell", "hand with k")
    )
    for card in every:
        lines = read_lines(*card_texts(card), some.exercises)
        for line, item in zip(lines, card.items, strict=True):
            assert line.entry.load_g == item.entry.load_g
            assert item.entry.distance_m or line.entry.rir == item.entry.rir


def test_weeks_without_a_session_and_after_a_break_have_words_of_their_own() -> None:
    some = problem(WEEK)
    plan = plan_of(some, SessionKind.D1, steady((1, 2, 3, 4, 7, 8, 9), **{ROW: 2}))
    words = [week_words(some, plan, week) for week in some.weeks[:7]]
    assert words[0].startswith("sets come first")
    assert words[4:6] == ["no strength this week"] * 2
    assert words[6].startswith("coming back after the break")


def test_no_praise_for_a_medium_long_run() -> None:
    some = problem("easy medium_long workout easy rest easy long")
    both = plan_of(some, SessionKind.D1, steady((1,), **{ROW: 2})).sessions
    easy, middling = (
        replace(both[0], day=day, note=why_today(some, Plan(both), day)) for day in (0, 1)
    )
    # The headline has said that it is after the easy run.
    assert session_card(some, Plan(both), easy, "metric").why == "nothing hard tomorrow."
    assert session_card(some, Plan(both), middling, "metric").why == "after the medium-long run."


@pytest.mark.parametrize(
    ("own", "near", "words"),
    [
        ("Yoga", "", "Monday has your own session"),
        ("Gym: upper body", "", "Monday has your own session"),
        ("", "Gym: upper body", "Monday is too near your own session"),
    ],
)
def test_an_own_session_on_the_usual_day_is_on_it_and_not_near(
    own: str, near: str, words: str
) -> None:
    some = problem(WEEK)
    taken = (OwnSession(own, counts=False),) if own else ()
    days = tuple(replace(d, own=taken, near_own=near) if d.index == 14 else d for d in some.days)
    hers = replace(some, days=days)
    sessions = (*(Session(7 * week, SessionKind.D1, ()) for week in (0, 1, 3)),)
    plan = Plan((*sessions[:2], Session(15, SessionKind.D1, ()), sessions[2]))
    assert f"Tuesday this week: {words}." in why_today(hers, plan, 15)


def test_own_sessions_stand_for_ours_and_are_named() -> None:
    some = problem(WEEK)
    own = (OwnSession("Gym: upper body", counts=True),)
    days = tuple(replace(day, own=own) if day.index % 7 == 2 else day for day in some.days)
    weeks = tuple(replace(week, own=1, n_sessions=min(1, week.n_sessions)) for week in some.weeks)
    hers = replace(some, days=days, weeks=weeks)
    plan = Plan((Session(0, SessionKind.MERGED, ()), Session(77, SessionKind.MERGED, ())))
    assert why_today(hers, plan, 0).endswith("Your own: Gym (Wed).")
    assert one_session_peak(some, plan, 12)
    assert not one_session_peak(hers, plan, 12)
    assert week_words(hers, plan, hers.weeks[1]).startswith("your own strength session")
    assert "no session of ours" in how_it_works(hers, plan, "metric")
    light = Plan((Session(98, SessionKind.LIGHT, (Entry(1, "band_row", 1),)),))
    assert "one light session a week is left" in how_it_works(some, light, "metric")


def test_the_first_week_gives_up_a_session_because_the_plan_starts_late_in_it() -> None:
    some = problem(WEEK, starts=3)
    plan = Plan((), (), (Relaxed(1, Relaxation.SINGLE), Relaxed(4, Relaxation.SINGLE)))
    assert [line.partition(": ")[0] for line in given_up(some, plan)] == ["week 1", "week 4"]
    assert [line.endswith("as the plan starts on Thu 7 Jan") for line in given_up(some, plan)] == [
        True,
        False,
    ]


def test_more_mobility_than_usual_is_explained() -> None:
    tight = problem(WEEK, athlete=Athlete(signs={"neck_tight": 3}))
    assert "than usual" not in how_it_works(problem(WEEK), Plan(()), "metric")
    words = "You have mobility 3 times a week, once more than usual, for a neck that gets tight."
    for times in (2, 3):
        days = [d.index for week in tight.weeks for d in tight.mobility_days(week)[:times]]
        told = how_it_works(tight, Plan((), mobility=tuple(days)), "metric")
        assert (words in told) == (times == 3), "as often as it is planned"


@pytest.mark.parametrize(
    ("sign", "cause"),
    [("neck_tight", "a neck that gets tight"), ("shoulders_creep_up", "shoulders that creep up")],
)
def test_carries_stay_light_for_what_the_runner_named(sign: str, cause: str) -> None:
    some = problem(WEEK, athlete=Athlete(body_mass_g=70_000, signs={sign: 3}))
    told = notes(
        plan_of(some, SessionKind.D1, steady(range(1, 11), suitcase_carry=2)), "suitcase_carry"
    )
    said = [note for note in told.values() if "stay light" in note]
    assert said
    assert all(f"carries stay light and keep their sets, for {cause}." in note for note in said)
    # Whatever else comes first, or however near the peak is: no weight is promised.
    more = {week: {"suitcase_carry": 3 if week > 7 else 2} for week in range(1, 11)}
    grown = notes(plan_of(some, SessionKind.D1, more), "suitcase_carry")
    assert not [note for note in grown.values() if "one more set" in note or "too near" in note]


@pytest.mark.parametrize(
    ("athlete", "why"),
    [
        ({"painful": frozenset({"db_bench_press"})}, "another press hurts"),
        ({"overhead_irritates": True}, "it spares your shoulders"),
    ],
)
def test_a_press_that_is_spared_says_so_where_it_stays(athlete: dict[str, Any], why: str) -> None:
    """And names no weight: the next one is too far, and no rep comes above the range."""
    kit = Equipment(dumbbells_g=(8_000, 12_000))
    some = problem(WEEK, athlete=Athlete(body_mass_g=70_000, **athlete), equipment=kit)
    sets = steady(range(1, 11), db_floor_press=2)
    told = notes(plan_of(some, SessionKind.D2, sets), "db_floor_press")
    stays = [note for note in told.values() if re.search("No heavier|The same again", note)]
    assert stays
    assert all(f": {why}." in note for note in stays)


def test_a_week_after_own_sessions_says_why_it_has_one() -> None:
    gym = (OwnSession("Gym", counts=True),)
    own = tuple(gym if day % 7 == 2 and day < 70 else () for day in range(112))
    some = problem("rest easy rest rest easy rest long", own=own)
    later = some.after_own[0]
    day = next(day for day in later.days if some.days[day].trainable)
    plan = prescribe(some, Plan((Session(day, SessionKind.MERGED, (Entry(1, BUG, 2),)),)))
    assert "though there is none of your own: nothing new begins at once" in (
        why_today(some, plan, day)
    )


@pytest.mark.parametrize("answer", [1, 2])
def test_what_shows_now_and_then_keeps_no_carry_light(answer: int) -> None:
    some = problem(WEEK, athlete=Athlete(body_mass_g=70_000, signs={"neck_tight": answer}))
    told = notes(
        plan_of(some, SessionKind.D1, steady(range(1, 11), suitcase_carry=2)), "suitcase_carry"
    )
    assert not [note for note in told.values() if "stay light" in note]


def test_what_hurts_and_has_no_stand_in_is_told() -> None:
    hurting = Athlete(painful=frozenset({"push_up"}), overhead_irritates=True)
    some = problem(WEEK, athlete=hurting)
    told = how_it_works(some, Plan(()), "metric")
    assert told.count("Push-up: left out, as it hurts; nothing takes its place.") == 1
    assert "push-ups" not in told
    assert "left out" not in how_it_works(problem(WEEK), Plan(()), "metric")


@pytest.mark.parametrize(
    ("week", "closed", "why"),
    [
        (WEEK, {}, "as other days are too near hard runs or another session"),
        (WEEK, {"free": False}, "as days are off"),
        (WEEK, {"free": False, "ill": True}, "because of the illness"),
        (WEEK, {"recovering": True}, "because of the illness"),
        (WEEK, {"cap_s": 0}, "as days are short of time"),
        (WEEK, {"waits": True}, "as you come back after the break"),
        ("workout easy workout easy rest easy long", {}, "with three hard runs"),
    ],
)
def test_what_is_given_up_has_its_true_cause(
    week: str, closed: dict[str, bool | int], why: str
) -> None:
    some = problem(week)
    number = 12
    monday = 7 * number - 7
    if closed:
        days = tuple(
            replace(day, trainable=False, **closed) if day.index == monday else day
            for day in some.days
        )
        weeks = tuple(
            replace(w, lost=frozenset({"mon"} if w.number == number else ())) for w in some.weeks
        )
        some = replace(some, days=days, weeks=weeks)
    session = Session(monday + 3, SessionKind.MERGED, (Entry(1, ROW, 3),))
    usual = [Session(7 * n, SessionKind.D1, (Entry(1, ROW, 3),)) for n in range(number - 1)]
    usual.append(Session(monday - 4, SessionKind.D2, (Entry(1, ROW, 3),)))
    plan = Plan((*usual, session), (), (Relaxed(number, Relaxation.SINGLE),))
    (line,) = given_up(some, plan)
    assert line.startswith(f"week {number}: one session, 3 sets, ")
    assert line.endswith(why)
    told, one = "too near" not in why, WORDS[Relaxation.SINGLE]
    note = why_today(some, plan, monday + 3)
    # After an illness one reason is for all.
    back = "ill" in closed
    assert (f"This week {one}, {why}: 3 sets" in note) == (told and not back)
    assert (f"Small after the illness: {one}; 3 sets." in note) == back
    assert note.count(one) == 1


def single_peak(some: Problem, base: Plan) -> Plan:
    """A plan with one session in peak week 12."""
    merged = Session(80, SessionKind.MERGED, (Entry(1, ROW, 3),))
    return replace(base, sessions=(*base.sessions, merged), relaxed=(SINGLE,))


def test_days_that_base_weeks_use_are_no_reason_in_the_peak() -> None:
    """Base weeks have both sessions on days as near to hard runs."""
    some = problem(WEEK)
    kinds = (SessionKind.D1, SessionKind.D2)
    base = [
        Session(7 * w + 3 * i, kinds[i], (Entry(1, ROW, 3),)) for w in range(11) for i in (0, 1)
    ]
    for sessions, why in ((base, "to spare the hard runs of the peak"), ([], "too near hard runs")):
        (line, *_) = given_up(some, single_peak(some, Plan(tuple(sessions))))
        assert why in line
    asked = replace(some, request=replace(some.request, peak_sessions=(1, 1)))
    (line, *_) = given_up(asked, single_peak(asked, Plan(tuple(base))))
    assert line.endswith("as you asked")


def test_days_that_wait_after_an_illness_are_lost_to_it() -> None:
    some = problem(WEEK)
    closed = {76: {"ill": True}, 77: {"waits": True}}
    days = tuple(
        replace(d, trainable=False, **closed.get(d.index, {})) if d.index in closed else d
        for d in some.days
    )
    weeks = tuple(replace(w, lost=frozenset({"mon"} if w.number == 12 else ())) for w in some.weeks)
    some = replace(some, days=days, weeks=weeks)
    (line,) = given_up(some, single_peak(some, Plan(())))
    assert line.endswith("because of the illness")


@pytest.mark.parametrize(
    ("ill", "week", "why"),
    [
        (True, WEEK, "because of the illness"),
        (False, WEEK, "as you come back after the break"),
        (
            True,
            "workout easy workout easy rest easy long",
            "with three hard runs, and because of the illness",
        ),
    ],
)
def test_a_small_week_back_is_told_as_one(ill: bool, week: str, why: str) -> None:
    """Its own days are free: what makes it small lies before it."""
    some = problem(week)
    lost = range(70, 74)
    some = replace(some, days=tuple(replace(d, ill=ill and d.index in lost) for d in some.days))
    base = plan_of(some, SessionKind.D1, steady(range(1, 11), **{ROW: 2}))
    lines = list(given_up(some, single_peak(some, base)))
    assert lines[0].startswith("week 12: one session, 3 sets, ")
    assert lines[0].endswith(f"of a base week, {why}")


THREE = "workout easy workout easy rest easy long"


def peak_with(sets: dict[int, int], **closed: bool) -> tuple[Problem, Plan]:
    """Peak weeks with three hard runs and one session; Monday of week 12 is closed."""
    some = problem(THREE)
    days = tuple(
        replace(d, trainable=False, **closed) if closed and d.index == 77 else d for d in some.days
    )
    weeks = tuple(
        replace(w, lost=frozenset({"mon"} if closed and w.number == 12 else ())) for w in some.weeks
    )
    every = [Session(7 * n - 4, SessionKind.MERGED, (Entry(1, ROW, k),)) for n, k in sets.items()]
    return replace(some, days=days, weeks=weeks), Plan(tuple(every))


@pytest.mark.parametrize(
    ("sets", "ill"),
    [({12: 3, 13: 3}, {12, 13}), ({11: 5, 12: 5, 13: 5}, set()), ({11: 5, 12: 3, 13: 3}, {12, 13})],
)
def test_hard_runs_are_not_why_a_peak_week_is_smaller_than_another_with_as_many(
    sets: dict[int, int], ill: set[int]
) -> None:
    some, plan = peak_with(sets, free=False, ill=True)
    for number in sets:
        words = cause(some, plan, number)
        assert words.startswith("with three hard runs")
        assert words.endswith("because of the illness") == (number in ill)


def test_what_a_week_gives_up_beside_its_hard_runs_has_another_cause() -> None:
    """It has one session for them; that this one is light is the illness."""
    some, plan = peak_with({12: 3}, free=False, ill=True)
    plan = replace(plan, relaxed=(Relaxed(12, Relaxation.LIGHTER),))
    (line, _) = given_up(some, plan)
    assert line == "week 12: a light session in place of a full one, because of the illness"


def test_a_day_off_that_no_session_usually_has_is_no_cause() -> None:
    some = problem(WEEK)
    days = tuple(replace(d, free=d.index != 78, trainable=d.index != 78) for d in some.days)
    weeks = tuple(replace(w, lost=frozenset({"tue"} if w.number == 12 else ())) for w in some.weeks)
    some = replace(some, days=days, weeks=weeks)
    usual = [Session(day, kind, ()) for day, kind in ((0, SessionKind.D1), (3, SessionKind.D2))]
    session = Session(80, SessionKind.MERGED, (Entry(1, ROW, 3),))
    plan = Plan((*usual, session), (), (Relaxed(12, Relaxation.SINGLE),))
    assert "off" not in cause(some, plan, 12, Relaxation.SINGLE)


def test_what_the_same_weeks_give_up_for_one_cause_is_one_line() -> None:
    some = problem(WEEK)
    steps = (Relaxation.SPEED_DAY, Relaxation.LIGHTER)
    days = (replace(d, free=d.index not in {14, 15, 17, 18}) for d in some.days)
    days = tuple(replace(d, trainable=d.trainable and d.free) for d in days)
    weeks = tuple(replace(w, lost=frozenset({"mon"} if w.number == 3 else ())) for w in some.weeks)
    some = replace(some, days=days, weeks=weeks)
    relaxed = tuple(Relaxed(3, step) for step in steps)
    sessions = tuple(Session(day, SessionKind.D1, ()) for day in (0, 7, 16))
    (line,) = given_up(some, Plan(sessions, (), relaxed))
    words = "; ".join(WORDS[step] for step in WORDS if step in steps)
    assert line == f"week 3: {words}, as days are off"


@pytest.mark.parametrize("today", ["easy", "rest", "workout"])
def test_an_easy_run_comes_first_after_an_illness(today: str) -> None:
    """Ill from Sunday of week 4 to Monday of week 5, back on Tuesday, whatever is run on it."""
    some = problem(WEEK, changes={29: today}, access=ill_days(27, 28))
    base = [Session(7 * n, SessionKind.D1, (Entry(1, ROW, 2),)) for n in range(4)]
    plan = Plan((*base, Session(29, SessionKind.MERGED, (Entry(1, ROW, 1),))))
    assert "Small after the illness: 1 set. Only if an easy run since then went well." in why_today(
        some, plan, 29
    )


@pytest.mark.parametrize("unsaid", [True, False])
def test_the_first_card_back_says_when_it_would_be_after_a_fever(*, unsaid: bool) -> None:
    """Ill from Sunday of week 4 to Monday of week 5, and nobody says whether with a fever."""
    until = date(2027, 2, 7) if unsaid else None
    access = [replace(one, after_fever=until) for one in ill_days(27, 28)]
    some = problem(WEEK, access=access)
    base = [Session(7 * n, SessionKind.D1, (Entry(1, ROW, 2),)) for n in range(4)]
    plan = Plan((*base, Session(31, SessionKind.MERGED, (Entry(1, ROW, 1),))))
    only = "Only if an easy run since then went well"
    words = f"{only}; after a fever not before 7 Feb." if unsaid else f"{only}."
    assert words in why_today(some, plan, 31)
    (line,) = (o for o in how_it_works(some, plan, "metric").splitlines() if "Ill, " in o)
    assert line.endswith("; after a fever not before 7 Feb.") == unsaid


@pytest.mark.parametrize(("back", "left"), [(30, True), (37, False)])
def test_a_speed_workout_that_is_left_out_is_no_neighbour(back: int, *, left: bool) -> None:
    """Ill up to Monday of week 5: Wednesday's workout is too soon, the next one is not."""
    some = problem(WEEK, access=ill_days(27, 28))
    base = [Session(7 * n, SessionKind.D1, (Entry(1, ROW, 2),)) for n in range(4)]
    last = Session(back, SessionKind.MERGED, (Entry(1, ROW, 1),))
    step = Relaxed(back // 7 + 1, Relaxation.SPEED_DAY)
    plan = Plan((*base, last), relaxed=(step,))
    card = session_card(some, plan, last, "metric")
    place = "after an easy run in place of the speed workout"
    assert card.headline.endswith(place if left else "after the speed workout")
    words = WORDS[Relaxation.SPEED_DAY]
    told = [why_today(some, plan, back), *given_up(some, plan)]
    assert any(words in line for line in told) != left


def ill_days(first: int, last: int) -> tuple[Access, ...]:
    """What 16 weeks allow, with some days of illness."""
    ill = range(first, last + 1)
    return tuple(Access(free=d not in ill, ill=d in ill) for d in range(7 * 16))


def test_hard_runs_of_an_illness_are_left_out_and_count_as_not_run() -> None:
    """Ill from Sunday of week 4 to Sunday of week 5."""
    plan = Plan((Session(35, SessionKind.D1, ()),))
    well, some = problem(WEEK), problem(WEEK, access=ill_days(27, 34))
    assert not runs_left_out(well)
    left = ["the long run (Sun 31 Jan, Sun 7 Feb)", "the speed workout (Wed 3 Feb)"]
    assert runs_left_out(some) == left
    assert "Yesterday: the long run" in why_today(well, plan, 35)
    assert "Last: " not in why_today(some, plan, 35)


def test_only_a_last_hard_run_of_the_week_before_is_named() -> None:
    """Ill from Sunday of week 4 on; the long run of week 5 is a week away on the last Saturday."""
    easy = "easy easy easy easy rest easy long"
    plan = Plan(tuple(Session(day, SessionKind.D1, ()) for day in (33, 36)))
    some = problem(easy, changes={34: "easy"})
    assert "Last: the long run, 6 days ago." in why_today(some, plan, 33)
    assert "Last: " not in why_today(some, plan, 36)


def test_a_card_compares_with_the_last_time_though_that_was_one_session_for_both_days() -> None:
    some = problem(WEEK)
    weeks = steady((1, 2, 3, 5), **{ROW: 2, BUG: 2})
    found = plan_of(some, SessionKind.D1, weeks)
    both = Session(21, SessionKind.MERGED, (Entry(1, ROW, 3), Entry(5, BUG, 1)))
    plan = prescribe(some, Plan((*found.sessions, both)))
    told = cards(some, plan)
    assert "fewer sets (1)" in change_words(told[5])
    assert "than on" not in change_words(told[5])


def test_a_long_run_within_two_days_after_an_illness_is_left_out() -> None:
    """Ill on Thursday and Friday of week 5: the long run on Sunday is too soon."""
    some = problem(WEEK, access=ill_days(31, 32))
    assert runs_left_out(some) == ["the long run (Sun 7 Feb)"]
    words = why_today(some, Plan((Session(35, SessionKind.D1, ()),)), 35)
    assert "the long run, yesterday" not in words
    assert "Yesterday: the long run" not in words


def test_a_run_that_stands_in_the_plan_is_not_said_to_be_left_out() -> None:
    """A fever until Tuesday of week 5: days of rest with runs, and the long one behind them.

    Whether it was run, nobody knows, so no card calls one the last; that hard ones shouldn't be,
    the first event says. Easy ones tell whether the session may come.
    """
    rest = tuple(replace(one, recovering=29 < n < 34) for n, one in enumerate(ill_days(27, 29)))
    some = problem(WEEK, access=rest)
    plan = Plan((Session(36, SessionKind.D1, ()),))
    assert "Last: " not in why_today(some, plan, 36)
    told = how_it_works(some, plan, "metric")
    assert "the long run (Sun 31 Jan, Sun 7 Feb)" in told
    assert "the easy run (" not in told


@pytest.mark.parametrize(
    ("week", "left"),
    [
        # Friday is easy, but the day after the illness; the next easy run is Wednesday's.
        ("rest workout easy easy easy long rest", ["Sat 6 Feb", "Tue 9 Feb"]),
        ("rest workout easy easy rest long easy", ["Sat 6 Feb"]),
        ("easy workout easy easy rest long rest", ["Sat 6 Feb"]),
        ("rest workout rest workout easy long rest", ["Sat 6 Feb", "Tue 9 Feb", "Thu 11 Feb"]),
        ("rest workout rest easy easy medium_long rest", ["Sat 6 Feb", "Tue 9 Feb"]),
        # No run is easy: after a week it is enough.
        ("rest workout rest workout rest long rest", ["Sat 6 Feb", "Tue 9 Feb", "Thu 11 Feb"]),
    ],
)
def test_hard_runs_wait_for_an_easy_one_after_an_illness(week: str, left: list[str]) -> None:
    """Ill on the Thursday of week 5."""
    some = problem(week, access=ill_days(31, 31))
    named = [day.label for day in some.days if run_left_out(some, day)]
    assert [label for label in named if label != "Thu 4 Feb"] == left


def test_medium_long_runs_wait_only_after_an_illness() -> None:
    week = "easy medium_long easy easy rest long rest"
    assert not runs_left_out(problem(week))
    some = problem(week, access=ill_days(28, 28))
    assert runs_left_out(some) == ["the medium-long run (Tue 2 Feb)"]


def test_a_week_with_one_session_for_two_is_no_full_one() -> None:
    some = problem(WEEK)
    last = some.growing_weeks()[-1].number
    base = plan_of(some, SessionKind.D1, steady(range(1, last), **{ROW: 4}))
    merged = Session(7 * last - 4, SessionKind.MERGED, (Entry(1, ROW, 3),))
    plan = single_peak(some, replace(base, sessions=(*base.sessions, merged)))
    assert plan.total(last) == plan.total(12) == 3
    assert plan.total(last - 1) == 6
    assert share_of_base(some, plan, 12) == "half"


def test_where_no_week_is_full_the_one_with_most_is_the_usual_one() -> None:
    some = problem(WEEK)
    last = some.growing_weeks()[-1].number
    weeks = {last - 1: 6, last: 3}
    base = [Session(7 * w - 4, SessionKind.MERGED, (Entry(1, ROW, n),)) for w, n in weeks.items()]
    assert share_of_base(some, single_peak(some, Plan(tuple(base))), 12) == "half"


def test_base_without_an_easier_week_is_told_only_where_it_is_one() -> None:
    some = problem(WEEK, weeks=10)
    assert not any(week.reduced or week.cutback for week in some.phase_weeks(Phase.BASE))
    base = [week.number for week in some.growing_weeks()]
    words = "Base grows without an easier week"
    whole = plan_of(some, SessionKind.D1, steady(base, **{ROW: 2}))
    assert words in how_it_works(some, whole, "metric")
    gap = plan_of(some, SessionKind.D1, steady([base[0], *base[2:]], **{ROW: 2}))
    assert words not in how_it_works(some, gap, "metric")
    weeks = tuple(replace(week, cutback=week.number == base[2]) for week in some.weeks)
    assert words not in how_it_works(replace(some, weeks=weeks), whole, "metric")


@pytest.mark.parametrize(
    ("changes", "day", "why"),
    [
        ({}, 3, ""),
        ({}, 4, "Friday this week: with one session there is room farther from the last long run."),
        ({73: "workout"}, 4, "Friday this week: Thursday has too little time or equipment."),
        ({73: "tuneup=30"}, 4, "Friday this week: Thursday has the tune-up race."),
        ({73: "long"}, 4, "Friday this week: Thursday has the long run."),
        (
            {74: "workout"},
            1,
            "Tuesday this week: with one session there is room farther from the long run.",
        ),
    ],
)
def test_another_weekday_than_usual_says_why(changes: dict[int, str], day: int, why: str) -> None:
    some = problem(WEEK, changes=changes)
    closed = changes.get(73) == "workout"
    days = tuple(
        replace(d, trainable=d.trainable and not (closed and d.index == 73)) for d in some.days
    )
    some = replace(some, days=days)
    usual = [
        Session(7 * week + place, kind, ())
        for week in range(10)
        for place, kind in ((0, SessionKind.D1), (3, SessionKind.D2))
    ]
    kind = SessionKind.D1 if day < 2 else SessionKind.D2
    plan = Plan((*usual, Session(70 + day, kind, ())))
    words = why_today(some, plan, 70 + day)
    assert (why in words) if why else ("Thursday this week" not in words)


@pytest.mark.parametrize(("other", "told"), [(None, True), (66, True), (67, False)])
def test_what_one_session_gains_is_no_reason_where_another_alone_does_without(
    other: int | None, told: bool
) -> None:
    """Alone on Tuesday of week 11; before on Thursday, or on the usual Friday."""
    some = problem(WEEK, weeks=20)
    usual = [
        Session(7 * week + place, kind, ())
        for week in range(9)
        for place, kind in ((0, SessionKind.D1), (4, SessionKind.D2))
    ]
    alone = [Session(day, SessionKind.D2, ()) for day in (other, 71) if day]
    words = why_today(some, Plan((*usual, *alone)), 71)
    reason = "Tuesday this week: with one session there is room farther from the"
    assert (reason in words) == ("Tuesday this week" in words) == told


def test_another_weekday_is_told_of_the_one_session_of_a_week_too() -> None:
    some = problem(WEEK, base_sessions=1, peak_sessions=(1, 1))
    days = [*range(3, 70, 7), 74]
    plan = Plan(tuple(Session(day, SessionKind.MERGED, ()) for day in days))
    assert "Friday this week: it can lie farther from the" in why_today(some, plan, 74)
    assert "this week" not in why_today(some, plan, 66)


def test_the_one_session_of_a_week_has_no_reason_that_other_weeks_disprove() -> None:
    """Thursday and Friday in three weeks of four: in the fourth the Friday is left out."""
    some = problem("easy workout easy easy easy rest long", mobility_per_week=0)
    kinds = (SessionKind.MERGED, SessionKind.VERY_LIGHT)
    days = [(7 * week + 3 + n, kinds[n]) for week in range(4) for n in range(1 + (week > 0))]
    used = [Relaxed(week, Relaxation.BEFORE_SUNDAY) for week in (2, 3, 4)]
    sessions = tuple(Session(day, kind, (Entry(1, ROW, 2),)) for day, kind in days)
    plan = Plan(sessions, (), (Relaxed(1, Relaxation.SINGLE), *used))
    told = list(given_up(some, plan))
    assert any(line.endswith("to spare a bad day, as one week in four may") for line in told)
    assert any(line.startswith("weeks 2-4: a very light session") for line in told)


def test_what_most_weeks_give_up_is_not_for_a_break() -> None:
    """Very light before each long run, also in the week after ten days off."""
    some = problem("easy workout easy easy easy rest long")
    kinds = (SessionKind.MERGED, SessionKind.VERY_LIGHT)
    days = [(7 * n + 3 + k, kinds[k]) for n in (0, 1, 2, 3, 6, 7) for k in (0, 1)]
    used = tuple(Relaxed(n + 1, Relaxation.BEFORE_SUNDAY) for n in (0, 1, 2, 3, 6, 7))
    sessions = tuple(Session(day, kind, (Entry(1, ROW, 2),)) for day, kind in days)
    for steps, broken in ((used, False), (used[4:5], True)):
        why = cause(some, Plan(sessions, (), steps), 7, Relaxation.BEFORE_SUNDAY)
        assert (why == "as you come back after the break") == broken


def test_a_press_that_waits_for_fewer_pulls_says_so() -> None:
    """Pulls are fewer in week 4: a press that grew so far stands, for a reason that it tells."""
    some = problem(WEEK)
    weeks = steady(range(1, 9), **{ROW: 3, "push_up": 2})
    weeks[4][ROW] = 1
    plan = plan_of(some, SessionKind.MERGED, weeks)
    reps = {
        s.day // 7 + 1: e.reps for s in plan.sessions for e in s.entries if e.exercise == "push_up"
    }
    assert reps[4] == reps[3]
    assert "presses wait" in notes(plan, "push_up")[4]


@pytest.mark.parametrize(
    ("step", "closed", "crowded"),
    [
        (Relaxation.SPEED_DAY, (), False),
        (Relaxation.SPEED_DAY, (71, 73, 74), True),
        # Monday is the day after the long run, Tuesday before a workout, the others near Thursday.
        (Relaxation.LIGHTER, (), True),
    ],
)
def test_days_near_hard_runs_are_the_reason_only_where_no_other_is_free(
    step: Relaxation, closed: tuple[int, ...], crowded: bool
) -> None:
    """In place of a session on Wednesday, after speed work, Tuesday is free: the day before it."""
    some = problem(WEEK, weeks=20, changes=dict.fromkeys(closed, "long"))
    day = 72 if step is Relaxation.SPEED_DAY else 73
    plan = Plan((Session(day, SessionKind.D1, ()),), (), (Relaxed(11, step),))
    why = "as other days are too near hard runs or another session"
    assert cause(some, plan, 11, step) == why * crowded
    (line,) = given_up(some, plan)
    assert line.removeprefix("week 11: ") == WORDS[step] + f", {why}" * crowded


def test_a_week_whose_sessions_both_moved_says_what_it_gains() -> None:
    some = problem(WEEK)
    pairs = [(7 * week, 7 * week + 3) for week in range(10)] + [(72, 76)]
    kinds = (SessionKind.D1, SessionKind.D2)
    sessions = [
        Session(day, kind, ()) for pair in pairs for day, kind in zip(pair, kinds, strict=True)
    ]
    words = why_today(some, Plan(tuple(sessions)), 72)
    assert "Wednesday this week: it can lie farther from the long run than on Monday." in words


def test_an_illness_in_the_taper_is_named_for_what_it_takes() -> None:
    """Not the hard runs that the other days are near to."""
    some = problem(WEEK)
    week = some.weeks[-1]
    ill = set(week.days[:3])
    days = (replace(d, ill=d.index in ill, free=d.index not in ill) for d in some.days)
    some = replace(some, days=tuple(replace(d, trainable=d.trainable and d.free) for d in days))
    plan = Plan((), relaxed=(Relaxed(week.number, Relaxation.SKIP),))
    (line,) = given_up(some, plan)
    assert line.endswith("no strength session, because of the illness")


@pytest.mark.parametrize(
    ("grams", "eased"), [((10_000,), True), ((10_000, 15_000), True), ((5_000, 12_500), False)]
)
@pytest.mark.parametrize("first", [3, 5])
def test_weeks_with_a_lighter_weight_ease_the_one_at_home(
    grams: tuple[int, ...], first: int, eased: bool
) -> None:
    """A far heavier one beside it says nothing: it is left alone."""
    trip = Equipment(dumbbells_g=grams, cable_g=(), pulldown_g=(), bands=False)
    home = Equipment(dumbbells_g=tuple(range(2_500, 30_001, 2_500)))
    away = problem(
        WEEK,
        access=tuple(
            Access(equipment=trip if 7 * first <= day + 7 < 7 * first + 14 else None)
            for day in range(112)
        ),
        equipment=home,
        athlete=Athlete(Experience.SOME, 80_000, sex="m"),
    )
    plan = plan_of(away, SessionKind.D1, steady(range(1, 9), one_arm_db_row=2))
    told = notes(plan, "one_arm_db_row")[first + 2]
    doses = [(e.reps, e.load_g, e.rir) for s in plan.sessions for e in s.entries[:1] if e.per_side]
    before, after = doses[first - 2], doses[first + 1]
    assert (told == "Easier after 3 weeks with other equipment.") == eased
    assert before != after or not eased


def test_weeks_with_other_equipment_are_not_weeks_without_it() -> None:
    """A band pulled last week is no week without the exercise."""
    bands = Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bands=True)
    some = problem(WEEK)
    access = tuple(
        Access(equipment=bands if 7 <= index < 28 else None) for index in range(len(some.days))
    )
    away = problem(WEEK, access=access)
    weeks = steady((1, 2, 3, 4, 5), pallof_press=1)
    told = notes(plan_of(away, SessionKind.D1, weeks), "pallof_press")
    # It is as it was in the first week.
    assert told[5] == ""
    without = notes(plan_of(some, SessionKind.D1, steady((1, 5), pallof_press=1)), "pallof_press")
    assert "other equipment" not in without[5]


def test_the_next_height_is_named_where_the_plan_stays() -> None:
    some = problem(WEEK, athlete=Athlete(push_ups=0))
    told = notes(plan_of(some, SessionKind.D2, steady(range(1, 11), push_up=2)), "push_up")
    loads = [text for text in told.values() if "Too easy? Hands on" in text]
    assert told[1] in loads


@pytest.mark.parametrize(
    ("heights", "words"),
    [
        ((30, 45, 60, 75), "Too easy? Hands on 45 cm; too hard? hands on 75 cm."),
        (
            (45, 75, 90),
            "Too easy? Hands on 45 cm is a long way: more reps first, or a height in "
            "between; too hard? hands on 90 cm.",
        ),
        ((30, 45), "Too easy? Hands on 30 cm."),
        ((15, 60, 90), "or a height in between; too hard? hands on 90 cm."),
    ],
)
def test_both_heights_next_to_a_first_guess_are_named(heights: tuple[int, ...], words: str) -> None:
    kit = replace(problem(WEEK).request.equipment, heights_cm=heights)
    some = problem(WEEK, athlete=Athlete(push_ups=2), equipment=kit)
    plan = plan_of(some, SessionKind.D2, steady(range(1, 11), push_up=2))
    note = notes(plan, "push_up")[1]
    assert words in note
    # What to do after the first set is the same in the last lines of the card.
    assert (" left, one step up;" in cards(some, plan)[1].advice) == ("a long way" not in note)


@pytest.mark.parametrize(
    ("kit", "words"),
    [
        (Equipment(dumbbells_g=(4_000, 6_000)), "the heaviest you have"),
        (Equipment(dumbbells_g=(6_000, 8_000)), "6 kg to 8 kg is too big a step"),
        (KILOS, "too near the peak"),
    ],
)
def test_what_lasts_is_the_reason_at_the_end_of_base_too(kit: Equipment, words: str) -> None:
    """Nearness of the peak keeps away only what there would be a load for."""
    some = problem(WEEK, athlete=Athlete(Experience.SOME, 50_000, sex="f"), equipment=kit)
    told = notes(plan_of(some, SessionKind.D1, steady(range(6, 11), **{ROW: 2, BUG: 2})), ROW)
    assert words in told[10], told


@pytest.mark.parametrize("painful", [{"push_up"}, {"dead_bug"}, {"suitcase_carry"}])
def test_what_has_a_stand_in_is_not_told_to_have_none(painful: set[str]) -> None:
    some = problem(WEEK, athlete=Athlete(painful=frozenset(painful), body_mass_g=60_000))
    sessions = [
        Session(
            week.days[3 * place],
            kind,
            tuple(Entry(slot.position, slot.alternatives[0], 1) for slot in some.slots[kind]),
        )
        for week in some.weeks[:4]
        for place, kind in enumerate(SPLIT)
    ]
    plan = prescribe(some, Plan(tuple(sessions)))
    how = how_it_works(some, plan, "metric")
    name = some.exercises[min(painful)].name
    stands = f"n place of the {name[0].lower()}{name[1:]}, which hurts" in how
    gone = f"- {name}: left out, as it hurts; nothing takes its place." in how
    assert stands is not gone, how


@pytest.mark.parametrize("painful", ["push_up", "db_bench_press"])
def test_a_set_for_a_press_that_hurts_names_no_joint(painful: str) -> None:
    """It may be a wrist."""
    some = problem(WEEK, athlete=Athlete(painful=frozenset({painful}), body_mass_g=60_000))
    causes = {cause for focus in some.focus.values() for cause in focus.causes}
    assert causes == {"in place of the press that hurts"}


def test_a_week_without_a_session_has_a_reason() -> None:
    """Away where nothing is possible, or right before the race."""
    hotel = Access(equipment=replace(NOTHING, bands=True))
    access = [hotel if 28 <= d < 35 else Access() for d in range(112)]
    some = problem(WEEK, access=access)
    gone = tuple(Relaxed(week, Relaxation.SKIP) for week in (5, 16))
    weeks = steady([week for week in range(1, 16) if week != 5], **{ROW: 2, BUG: 2})
    told = list(given_up(some, replace(plan_of(some, SessionKind.D1, weeks), relaxed=gone)))
    for words in (
        "week 5: no strength session, as you are away from your equipment",
        "week 16: no strength session, as the race is too near",
    ):
        assert words in told, told


def test_an_exercise_without_its_help_is_named_so_where_it_is_left_out() -> None:
    kit = Equipment(pull_up_bar=True, bands=True)
    some = problem(WEEK, equipment=kit)
    weeks = steady(range(1, 8), dead_bug=1, assisted_pull_up=2) | {6: {BUG: 1}}
    plan = plan_of(some, SessionKind.D1, weeks)
    for load, name in (("no band", "pull-up"), ("heavy band", "assisted pull-up")):
        sessions = [
            replace(
                s,
                entries=tuple(
                    replace(e, load=load) if e.exercise == "assisted_pull_up" else e
                    for e in s.entries
                ),
            )
            for s in plan.sessions
        ]
        changed = replace(plan, sessions=tuple(sessions))
        clauses = cards(some, changed)[6].clauses
        assert any(f"Not this week: {name}." in words for words in clauses), clauses


def test_a_height_that_is_a_long_way_down_asks_for_reps_first() -> None:
    """From a worktop to two stairs is no step for somebody who can do two push-ups."""
    kit = replace(problem(WEEK).request.equipment, heights_cm=(30, 90))
    some = problem(WEEK, athlete=Athlete(push_ups=0), equipment=kit)
    plan = plan_of(some, SessionKind.D2, steady(range(1, 11), push_up=2))
    first = notes(plan, "push_up")[1]
    assert "Too easy? Hands on 30 cm is a long way: more reps first" in first
    assert "over 4 left" not in cards(some, plan)[1].advice


def test_after_a_break_a_session_is_held_against_its_own_kind() -> None:
    """Not against the small one for both that came first: half a session is no measure."""
    some = problem(WEEK)
    weeks = steady((1, 2, 3, 4, 5, 7, 8), **{ROW: 3, BUG: 2})
    plan = plan_of(some, SessionKind.D1, weeks)
    # Two weeks later: one session for both, and pull days again.
    kept = [s for s in plan.sessions if s.day not in {31, 42, 45}]
    small = Session(44, SessionKind.MERGED, (Entry(1, ROW, 1), Entry(2, BUG, 1)))
    done = prescribe(some, Plan(tuple(sorted([*kept, small], key=lambda s: s.day))))
    told = cards(some, done)[8]
    assert "more" not in change_words(told)


def test_a_card_says_why_its_week_gives_something_up() -> None:
    some = problem(WEEK)
    days = (replace(d, free=d.index != 24) for d in some.days)
    days = tuple(replace(d, trainable=d.trainable and d.free) for d in days)
    weeks = tuple(replace(w, lost=frozenset({"mon"} if w.number == 4 else ())) for w in some.weeks)
    some = replace(some, days=days, weeks=weeks)
    session = Session(21, SessionKind.D1, (Entry(1, ROW, 3),))
    plan = Plan((session,), (), (Relaxed(4, Relaxation.CUT_SHORT),))
    words = why_today(some, plan, 21)
    assert f"This week has {WORDS[Relaxation.CUT_SHORT]}, as days are off." in words


def test_the_first_session_after_a_break_is_told_once_to_be_small() -> None:
    some = problem(WEEK)
    plan = plan_of(some, SessionKind.D1, steady((1, 2, 3, 4, 7, 8), **{ROW: 3, BUG: 2}))
    text = card_texts(cards(some, plan)[7])[0]
    assert text.count("break") == text.count("mall") == 1
    assert "Small after a break of 17 days: 5 sets." in text
    less = {7: {ROW: 2, BUG: 1}, 8: {ROW: 2, BUG: 2}}
    plan = plan_of(some, SessionKind.D1, steady((1, 2, 3, 4), **{ROW: 3, BUG: 2}) | less)
    assert ": 3 sets, 5 before." in card_texts(cards(some, plan)[7])[0]


def test_what_is_still_smaller_than_before_a_break_says_so_before_what_is_more() -> None:
    some = problem(WEEK, weeks=20)
    weeks = steady((1, 2, 3, 4, 5, 9, 10, 11), **{ROW: 3, BUG: 3})
    weeks[9], weeks[10] = {ROW: 1, BUG: 1}, {ROW: 2, BUG: 2}
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    grown = "on the way back: 4 sets, 6 before. More sets (all) than last time"
    assert change_words(told[10]) == grown
    assert told[10].clauses == ()
    assert "on the way back" not in change_words(told[11])


@pytest.mark.parametrize(
    ("ill", "small", "sets", "words"),
    [
        (True, (5, 6), 3, "as before the break, on 21 Dec"),
        (False, (6,), 3, "no more than before the break, on 21 Dec"),
        (True, (5, 6), 4, ""),
    ],
)
def test_what_is_whole_again_after_a_break_is_no_growth(
    small: tuple[int, ...], sets: int, words: str, *, ill: bool
) -> None:
    """Ill for a week, or off for two: after the longer break reps are fewer, too."""
    some = problem(WEEK, weeks=20, access=(*ill_days(21, 27), *[Access()] * 28) if ill else ())
    weeks = steady((1, 2, 3), **{ROW: 3, BUG: 3}) | steady(small, **{ROW: 1, BUG: 1})
    weeks |= {7: {ROW: 3, BUG: sets}}
    told = change_words(cards(some, plan_of(some, SessionKind.D1, weeks))[7])
    assert told == words or ("before the break" not in told and not words)


def test_a_peak_week_that_a_break_before_it_makes_smaller_is_on_the_way_back() -> None:
    """Ill for ten days late in base: the weeks after it aim at more than twice as much."""
    some = problem(WEEK, access=ill_days(53, 61))
    weeks = steady(range(1, 9), **{ROW: 6, BUG: 6}) | steady((10, 11, 12), **{ROW: 3})
    plan = plan_of(some, SessionKind.D1, weeks)
    told = cards(some, plan)
    assert change_words(told[11]).startswith("on the way back: 3 sets, 12 before")
    assert "Smaller after a break: 8 Mar to 28 Mar." in how_it_works(some, plan, "metric")


@pytest.mark.parametrize(("sets", "own"), [(4, True), (3, True), (2, False)])
def test_a_peak_week_with_the_peaks_own_sets_is_on_no_way_back(sets: int, *, own: bool) -> None:
    """Three fifths of the last full week and more are what a peak has anyway, break or none."""
    some = problem(WEEK, access=ill_days(53, 61))
    weeks = steady(range(1, 9), **{ROW: 5, BUG: 3}) | steady((10, 11, 12), **{ROW: sets, BUG: 1})
    plan = plan_of(some, SessionKind.D1, weeks)
    told = cards(some, plan)[12]
    assert any(words.startswith("Peak: ") for words in told.clauses) is own
    assert change_words(told).startswith("on the way back") is not own
    how = how_it_works(some, plan, "metric")
    assert ("Smaller after a break: 8 Mar to 14 Mar." in how) is own


@pytest.mark.parametrize("sets", [2, 3])
def test_only_what_is_as_before_is_said_to_be_after_a_short_break(sets: int) -> None:
    """Nine days without strength: what has a set more isn't as before."""
    some = problem(WEEK, access=[Access(free=d not in range(27, 35)) for d in range(112)])
    whole = plan_of(some, SessionKind.D1, steady((1, 2, 3), **{ROW: 2, BUG: 2}))
    more = [
        Session(day, SessionKind.D1, (Entry(1, ROW, count), Entry(2, BUG, 2)))
        for day, count in ((26, 2), (35, sets))
    ]
    plan = prescribe(some, replace(whole, sessions=(*whole.sessions, *more)))
    told = session_card(some, plan, plan.sessions[-1], "metric")
    text = " ".join((told.why, *told.clauses))
    assert ("as before, nothing grows yet" in text) is (told.changes == ())


@pytest.mark.parametrize("key", [ROW, "face_pull", "lat_pulldown"])
def test_after_a_break_a_session_is_held_against_none_of_an_easier_week(key: str) -> None:
    """The deload lies right before the illness: half of what was done before that is no growth."""
    plain = problem(WEEK, weeks=18)
    deload = next(week.number for week in plain.weeks if week.deload)
    access = (*ill_days(7 * deload, 7 * deload + 9), *[Access()] * 14)
    some = problem(WEEK, weeks=18, access=access)
    weeks = steady(range(1, deload), **{key: 3, BUG: 2}) | {deload: {key: 2, BUG: 2}}
    weeks |= steady((deload + 3,), **{key: 1, BUG: 1})
    told = cards(some, plan_of(some, SessionKind.D1, weeks))[deload + 3]
    before = some.days[7 * (deload - 2)].short_date
    assert change_words(told) == f"easier (all) than on {before}"


def test_a_peak_week_is_held_against_the_last_one_though_that_followed_a_break() -> None:
    """Two weeks off: what has as much as a week ago is the same."""
    some = problem(WEEK, access=[Access(free=d not in range(63, 77)) for d in range(112)])
    weeks = steady(range(1, 10), **{ROW: 24}) | steady((12, 13), **{ROW: 16})
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    assert change_words(told[13]) == "the same as last time"


def test_why_a_week_after_an_illness_is_small_is_said_once() -> None:
    """Ill from Thursday to Tuesday of a peak with three hard runs: one light session is left."""
    some = problem(THREE, access=ill_days(73, 78))
    base = [
        Session(7 * week + place, kind, (Entry(1, ROW, 3),))
        for week in range(10)
        for place, kind in ((0, SessionKind.D1), (3, SessionKind.D2))
    ]
    light = Session(81, SessionKind.VERY_LIGHT, (Entry(1, ROW, 2), Entry(4, "suitcase_carry", 1)))
    plan = Plan((*base, light), (), (Relaxed(12, Relaxation.LONG_RUN_EVE),))
    words = why_today(some, plan, 81)
    what = f"{WORDS[Relaxation.LONG_RUN_EVE]}; 3 sets"
    assert f"Small after the illness: {what}. " in words
    assert "This week" not in words
    assert words.count("illness") == 1


def test_a_card_before_an_illness_gives_nothing_up_for_it() -> None:
    """Ill on the push day, or on the day before the pull day, when it is known."""
    for ill, day in ((24, 21), (21, 24)):
        some = problem(WEEK, access=ill_days(ill, ill))
        weeks = tuple(
            replace(w, lost=frozenset({"mon"} if w.number == 4 else ())) for w in some.weeks
        )
        some = replace(some, weeks=weeks)
        base = [Session(7 * n, SessionKind.D1, (Entry(1, ROW, 2),)) for n in range(3)]
        session = Session(day, SessionKind.D1, (Entry(1, ROW, 1),))
        plan = Plan((*base, session), (), (Relaxed(4, Relaxation.CUT_SHORT),))
        told = WORDS[Relaxation.CUT_SHORT] in why_today(some, plan, day)
        assert told == (ill < day)


def test_nothing_is_less_than_before_where_nothing_is() -> None:
    """Ill on one day after the first session of all: the push day comes for the first time."""
    some = problem(WEEK, access=ill_days(2, 2))
    entries = (Entry(1, "push_up", 2), Entry(3, "seated_cable_row", 2))
    kinds = {0: SessionKind.D1, 7: SessionKind.D1, 10: SessionKind.D2}
    row = (Entry(1, ROW, 2),)
    sessions = [Session(d, k, entries if d == 10 else row) for d, k in kinds.items()]
    plan = prescribe(some, Plan(tuple(sessions)))
    card = session_card(some, plan, plan.sessions[-1], "metric")
    assert say("easy_back_small") not in card.clauses


@pytest.mark.parametrize("kind", [SessionKind.VERY_LIGHT, SessionKind.LIGHT])
def test_a_very_light_session_of_the_taper_is_no_half_one(kind: SessionKind) -> None:
    some = problem(WEEK, access=ill_days(103, 104))
    kinds = {91: SessionKind.LIGHT, 98: SessionKind.LIGHT, 106: kind}
    plan = Plan(tuple(Session(day, one, (Entry(1, ROW, 2),)) for day, one in kinds.items()))
    planned = kind is SessionKind.VERY_LIGHT
    words, how = why_today(some, plan, 106), how_it_works(some, plan, "metric")
    assert ("very light as planned." in words) == planned
    assert ("Small after the illness: 2 sets." in words) != planned
    assert (": back on 20 Apr, very light as planned." in how) == planned
    assert (": back on 20 Apr with 2 sets." in how) != planned


def test_a_week_that_an_illness_takes_is_not_easier_on_purpose() -> None:
    """Weeks 4 and 8 would be easier ones."""
    some = problem(WEEK)
    (first, *_) = [week for week in some.phase_weeks(Phase.BASE) if week.easier]
    weeks = [n for n in range(1, 11) if n != first.number]
    plan = plan_of(some, SessionKind.D1, steady(weeks, **{ROW: 3, BUG: 2}))
    named = re.findall(r"Easier on purpose[^\n]*", how_it_works(some, plan, "metric"))
    assert some.days[first.days[0]].short_date not in " ".join(named)


def test_a_peak_session_is_not_held_against_the_half_one_after_an_illness() -> None:
    some = problem(WEEK, access=ill_days(59, 61))
    row = (Entry(1, ROW, 3), Entry(5, BUG, 2))
    base = [Session(7 * n, SessionKind.D1, row) for n in range(8)]
    half = Session(64, SessionKind.MERGED, (Entry(1, ROW, 1), Entry(5, BUG, 1)))
    peak = [Session(70, SessionKind.D1, row), Session(77, SessionKind.MERGED, row)]
    plan = prescribe(some, Plan((*base, half, *peak)))
    card = session_card(some, plan, plan.sessions[-1], "metric")
    assert some.days[64].short_date not in change_words(card)


def test_a_short_race_is_not_why_a_session_after_a_break_is_small() -> None:
    some = problem(WEEK, changes={40: "tuneup=5"})
    plan = plan_of(some, SessionKind.D1, steady((1, 2, 3, 6, 7), **{ROW: 3, BUG: 2}))
    assert cards(some, plan)[7].clauses == (say("easy_back_small"),)
    other = problem(WEEK, changes={40: "tuneup=5"})
    whole = plan_of(other, SessionKind.D1, steady(range(1, 8), **{ROW: 3, BUG: 2}))
    assert cards(other, whole)[7].clauses == (say("easy_after_race"),)


@pytest.mark.parametrize("away", [True, False])
def test_a_peak_after_a_break_tells_what_is_more_than_in_the_small_week(*, away: bool) -> None:
    """And that it is still less than before; of another week it is no growth."""
    some = problem(WEEK, weeks=12, equipment=KILOS, athlete=Athlete(body_mass_g=58_000))
    weeks = steady(range(1, 7), **{ROW: 3, BUG: 2}) | steady((7, 8), **{ROW: 2, BUG: 2})
    if away:
        weeks.pop(6)
    card = cards(some, plan_of(some, SessionKind.D1, weeks))[8]
    more = {change.words for change, _ in card.changes if "more" in change.words}
    assert bool(more) == away
    assert (card.clauses == (say("easy_back_small"),)) == away
    assert card.advice.startswith("Nothing heavier")


@pytest.mark.parametrize(("painful", "words"), [(False, "spared_overhead"), (True, "spared")])
def test_a_press_is_spared_for_what_the_runner_said(painful: bool, words: str) -> None:
    hurts = frozenset({PRESS}) if painful else frozenset()
    some = problem(WEEK, athlete=Athlete(overhead_irritates=True, painful=hurts))
    told = notes(plan_of(some, SessionKind.D2, steady((1,), push_up=2)), "push_up")
    assert say(words) in told[1]


def test_what_is_done_only_on_a_trip_promises_no_next_time() -> None:
    """Of the carry, which goes on with the weights there, it says where there is one."""
    bands = Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bands=True)
    access = tuple(Access(equipment=KILOS if 14 <= day < 21 else None) for day in range(16 * 7))
    some = problem(WEEK, equipment=bands, access=access)
    weeks = steady((1, 2, 4, 5), band_row=2, **{BUG: 2}) | {3: {ROW: 2, "lat_pulldown": 2}}
    told = cards(some, plan_of(some, SessionKind.D1, weeks))
    assert "next time" in told[2].advice
    assert "next time" not in told[3].advice
    assert told[3].advice.startswith("Nothing heavier this week.")


def test_days_off_after_an_illness_are_what_a_session_comes_back_from() -> None:
    """Weeks of running lie between: it is neither the illness's, nor after the first easy run."""
    off, ill = range(42, 54), ill_days(35, 41)
    access = (replace(one, free=one.free and n not in off) for n, one in enumerate(ill))
    some = problem(WEEK, access=tuple(access))
    plan = plan_of(some, SessionKind.D1, steady((1, 2, 3, 4, 5, 9, 10), **{ROW: 2}))
    words = why_today(some, plan, 56)
    assert "Small after a break of 24 days" in words
    assert "ill" not in words.replace("will", "")
    assert "Only after" not in words
    assert [cause(some, plan, week) for week in (6, 8)] == [say("cause_ill"), say("cause_off")]


def test_before_a_race_week_that_is_no_easier_the_next_step_comes_after_the_race() -> None:
    """A short race takes no set; a deload does."""
    some = problem(WEEK, weeks=24, changes={7 * 2 + 6: "tuneup=8"})
    told = cards(some, plan_of(some, SessionKind.D1, steady(range(1, 19), **{ROW: 2, BUG: 2})))
    assert not some.week(3).easier
    assert "after the race one step up" in told[2].advice
    easier = next(week.number for week in some.weeks if week.easier)
    assert "after the easier days one step up" in told[easier - 1].advice


@pytest.mark.parametrize(("day", "waits"), [(7 * 3 + 5, True), (7 * 6 + 5, False)])
def test_no_step_is_promised_for_after_a_race_that_is_too_near_the_peak(
    day: int, *, waits: bool
) -> None:
    """Two growing weeks are left behind the second race, both too late for a step of load."""
    some = problem(WEEK, changes={day: "tuneup=9"})
    race = day // 7 + 1
    plan = plan_of(some, SessionKind.D1, steady(range(1, 14), **{ROW: 2, BUG: 2}))
    told, said = cards(some, plan)[race - 1].advice, notes(plan, BUG)
    assert ("after the" in told) == waits
    assert told.startswith("Nothing gets heavier here again.") != waits
    assert waits or not any(": the race comes first" in said[week] for week in range(race - 1, 11))


def test_a_very_light_session_between_two_full_ones_is_no_easier_time() -> None:
    some = problem(WEEK)
    both = {kind: (Entry(1, ROW, 2), Entry(2, "push_up", 1)) for kind in SessionKind}
    kinds = ((1, SessionKind.MERGED), (4, SessionKind.VERY_LIGHT))
    days = [(7 * week + gap, kind) for week in range(4) for gap, kind in kinds]
    plan = prescribe(some, Plan(tuple(Session(day, kind, both[kind]) for day, kind in days)))
    told = session_card(some, plan, plan.sessions[4], "metric").advice
    assert "next full session one step up" in told


def test_the_peak_is_held_against_weeks_that_no_race_made_easier() -> None:
    """Sets come back after the race's week, and are fewer all the same."""
    some = problem(WEEK, changes={7 * 9 + 6: "tuneup=25"})
    weeks = steady(range(1, 10), **{ROW: 3, BUG: 3}) | steady((11, 12), **{ROW: 2, BUG: 2})
    weeks[10] = {ROW: 2, BUG: 1}
    card = cards(some, plan_of(some, SessionKind.D1, weeks))[11]
    assert some.week(10).easier
    assert change_words(card) == "easier (all) than on 1 Mar"


def test_an_easier_week_after_one_with_both_in_one_has_nothing_more() -> None:
    some = problem(WEEK)
    easier = next(week.number for week in some.weeks if week.easier)
    weeks = steady(range(1, easier), **{ROW: 3, BUG: 2}) | {easier: {ROW: 2, BUG: 2}}
    plan = plan_of(some, SessionKind.D1, weeks)
    both = Session(7 * easier - 14, SessionKind.MERGED, (Entry(1, ROW, 1), Entry(5, BUG, 1)))
    kept = [s for s in plan.sessions if s.day // 7 != easier - 2]
    sessions = sorted([*kept, both], key=lambda session: session.day)
    told = cards(some, prescribe(some, Plan(tuple(sessions))))[easier]
    assert "more" not in change_words(told)


def test_what_a_push_day_has_for_the_first_time_is_held_against_the_pull_day_of_its_week() -> None:
    """Not against a pull day long before: today it is no farther than on Monday."""
    some = problem(WEEK)
    plan = plan_of(some, SessionKind.D1, steady(range(1, 7), suitcase_carry=2))
    sessions = [
        replace(s, entries=(*s.entries, Entry(4, "suitcase_carry", 2))) if s.day == 38 else s
        for s in plan.sessions
    ]
    plan = prescribe(some, Plan(tuple(sessions)))
    card = session_card(some, plan, next(s for s in plan.sessions if s.day == 38), "metric")
    assert "(2)" not in change_words(card)


@pytest.mark.parametrize("kind", SPLIT)
def test_a_step_easier_is_told_on_both_days_of_a_week(kind: SessionKind) -> None:
    """A band is near again in the deload of each."""
    kit = replace(NOTHING, bands=True)
    some = problem(WEEK, athlete=Athlete(Experience.SOME), equipment=kit)
    rows = (Entry(2, "band_row", 2),)
    days = [(7 * week + 3 * (kind is SessionKind.D2), kind) for week in range(10) for kind in SPLIT]
    plan = prescribe(some, Plan(tuple(Session(day, which, rows) for day, which in days)))
    easier = next(week.number for week in some.weeks if week.easier)
    level = {s.day // 7 + 1: s.entries[0].load for s in plan.sessions if s.kind is kind}
    assert level[easier] != level[easier - 1]
    assert "One step easier" in next(
        s.entries[0].note for s in plan.sessions if s.kind is kind and s.day // 7 + 1 == easier
    )


def test_a_second_day_of_the_week_names_its_own_next_step() -> None:
    """What both days have steps up on both: the card of the push day has the push day's date."""
    kit = replace(NOTHING, bands=True)
    some = problem(WEEK, athlete=Athlete(Experience.NEW), equipment=kit)
    rows = (Entry(2, "band_row", 2),)
    days = [(7 * week + 3 * (kind is SessionKind.D2), kind) for week in range(10) for kind in SPLIT]
    plan = prescribe(some, Plan(tuple(Session(day, which, rows) for day, which in days)))
    second = [s.entries[0].note for s in plan.sessions if s.kind is SessionKind.D2]
    told = [note for note in second if " up on" in note and "One " in note]
    assert told
    for note in told:
        day = re.findall("up on ([0-9]+ [A-Z][a-z]+)", note)
        assert day[0] in {some.days[s.day].short_date for s in plan.sessions
                          if s.kind is SessionKind.D2}, note  # fmt: skip
    assert not any("one step a week" in note for note in second)


def test_nobody_stands_farther_from_a_band_that_helps() -> None:
    kit = replace(NOTHING, bands=True, pull_up_bar=True)
    some = problem(WEEK, athlete=Athlete(Experience.TRAINED), equipment=kit)
    weeks = steady(range(1, 11), assisted_pull_up=3, **{BUG: 1})
    told = notes(plan_of(some, SessionKind.D1, weeks), "assisted_pull_up").values()
    assert any(note.startswith("Only if") for note in told), told
    assert not any("Stand so" in note for note in told)
