"""What is done in easier weeks, right after a race, and after weeks of other exercises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.view import phase_words
from runtall.exporters.card_advice import advice
from runtall.exporters.card_clauses import easy_text
from runtall.exporters.session_card import session_card
from runtall.progression.dose import prescribe
from runtall.progression.texts import say
from runtall.rules.no_growth import NoGrowth
from tests.problems import problem

WEEK = "easy easy workout easy rest easy long"
SEVENTY = Athlete(body_mass_g=70_000, sex="m", experience=Experience.SOME)


def dosed(some: Problem, weeks: range | tuple[int, ...], **sets: int) -> dict[int, list[Entry]]:
    """The same session on the first day of some weeks, dosed."""
    entries = tuple(Entry(place, key, n) for place, (key, n) in enumerate(sets.items(), start=1))
    sessions = tuple(Session(7 * week - 7, SessionKind.D1, entries) for week in weeks)
    done = prescribe(some, Plan(sessions))
    return {session.day // 7 + 1: list(session.entries) for session in done.sessions}


def amount(entry: Entry) -> tuple[int, int]:
    return (entry.load_g or 0, entry.reps or entry.distance_m or 0)


def test_a_deload_leaves_three_in_reserve_and_is_easier_than_the_week_before() -> None:
    some = problem(WEEK, athlete=SEVENTY)
    deload = next(week.number for week in some.weeks if week.deload)
    sets = {"one_arm_db_row": 3, "lat_pulldown": 3, "suitcase_carry": 2, "face_pull": 2}
    weeks = dosed(some, range(1, 11), **sets)
    for before, now in zip(weeks[deload - 1], weeks[deload], strict=True):
        assert now.rir == 3
        assert amount(now) < amount(before)


@pytest.mark.parametrize("key", ["one_arm_db_row", "assisted_pull_up", "push_up", "lat_pulldown"])
def test_where_no_rep_can_go_a_deload_takes_a_set_or_load(key: str) -> None:
    """As many sets at the bottom of the range can't leave one more in reserve."""
    bar = replace(problem().request.equipment, pull_up_bar=True)
    some = problem(WEEK, athlete=replace(SEVENTY, push_ups=5), equipment=bar)
    (deload,) = (week.number for week in some.weeks if week.deload)
    for fewer in (0, 1):
        # With another set in each week no rep comes.
        sets = [*range(1, deload), deload - 1 - fewer]
        sessions = tuple(
            Session(7 * week, SessionKind.D1, (Entry(1, key, n),)) for week, n in enumerate(sets)
        )
        *_, before, now = (s.entries[0] for s in prescribe(some, Plan(sessions)).sessions)
        assert (before.rir, now.rir) == (2, 3)
        same = (before.load_g, before.load) == (now.load_g, now.load)
        assert same == bool(fewer)
        assert not same or now.reps == before.reps


@pytest.mark.parametrize("key", ["band_row", "one_arm_db_row"])
@pytest.mark.parametrize("days", [WEEK, "rest easy workout rest rest easy long"])
@pytest.mark.parametrize("fewer", [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_a_deload_eases_an_exercise_in_one_way(key: str, days: str, fewer: tuple[int, int]) -> None:
    """Both days have the same load: an easier one unless both have a set less.

    Also where the days without a run leave three in reserve in any week.
    """
    some = problem(days, athlete=SEVENTY, equipment=Equipment(bands=True))
    (deload,) = (week.number for week in some.weeks if week.deload)
    # With another set in each week no rep comes.
    sets = [(n, n) for n in range(2, deload + 1)]
    sets.append((deload - fewer[0], deload - fewer[1]))
    sessions = tuple(
        Session(7 * week + 3 * place, kind, (Entry(1, key, both[place]),))
        for week, both in enumerate(sets)
        for place, kind in enumerate((SessionKind.D1, SessionKind.D2))
    )
    *_, before, first, second = (s.entries[0] for s in prescribe(some, Plan(sessions)).sessions)
    was, one, other = ((e.load_g, e.load) for e in (before, first, second))
    assert (one, first.reps) == (other, second.reps)
    assert (one == was) == (fewer == (1, 1))


@pytest.mark.parametrize("push_ups", [6, 14, 30])
def test_a_deload_keeps_four_fifths_of_every_set(push_ups: int) -> None:
    """15 push-ups are 12 and 40 m are 35; a lighter load is carried no farther."""
    some = problem(WEEK, athlete=replace(SEVENTY, push_ups=push_ups))
    deload = next(week.number for week in some.weeks if week.deload)
    keys = ("push_up", "dead_bug", "one_arm_db_row", "farmer_carry", "suitcase_carry")
    weeks = dosed(some, range(1, 11), **dict.fromkeys(keys, 2))
    for before, now in zip(weeks[deload - 1], weeks[deload], strict=True):
        (old, had), (new, has) = amount(before), amount(now)
        assert has >= min(8 * had // 10, 12) or new < old
        if now.distance_m:
            assert has <= had


def test_nothing_grows_in_the_first_peak_week_after_a_race() -> None:
    """A half marathon on the last day of base: the first peak week has no more than that week."""
    plain = problem(WEEK, athlete=SEVENTY)
    last = max(week.number for week in plain.weeks if week.phase == "base")
    some = problem(WEEK, athlete=SEVENTY, changes={7 * last - 1: "tuneup=21"})
    assert some.week(last).tuneup
    sets = {"one_arm_db_row": 3, "face_pull": 2, "suitcase_carry": 2}
    weeks = dosed(some, range(1, last + 4), **sets)
    for now, before in zip(weeks[last + 1], weeks[last], strict=True):
        assert amount(now) <= amount(before)
    for later, now in zip(weeks[last + 2], weeks[last + 1], strict=True):
        assert amount(later) >= amount(now)
    assert [amount(e) for e in weeks[last + 3]] == [amount(e) for e in weeks[last + 2]]


def test_an_exercise_that_was_not_done_for_weeks_comes_back_easier() -> None:
    some = problem(WEEK, athlete=SEVENTY)
    row, bug = Entry(1, "one_arm_db_row", 3), Entry(2, "dead_bug", 2)
    sessions = tuple(
        Session(7 * week - 7, SessionKind.D1, (bug,) if week in {5, 6} else (row, bug))
        for week in range(1, 11)
    )
    done = prescribe(some, Plan(sessions))
    rows, bugs = (
        {s.day // 7 + 1: e for s in done.sessions for e in s.entries if e.exercise == key}
        for key in ("one_arm_db_row", "dead_bug")
    )
    assert amount(rows[3]) < amount(rows[4]) > amount(rows[7])
    # First back to what it was, and on from there.
    assert amount(rows[9]) == amount(rows[4]) < amount(rows[10])
    assert rows[7].rir == 3
    assert rows[7].note == "Easier after 3 weeks without it."
    assert bugs[7].rir == 2


def test_what_comes_back_as_it_was_is_not_called_easier() -> None:
    """A carry at its lightest and shortest; in the second week it repeats the first anyway."""
    light = Equipment(dumbbells_g=(6_000,), kettlebells_g=())
    some = problem(WEEK, athlete=SEVENTY, equipment=light)
    carry, bug = Entry(1, "suitcase_carry", 1), Entry(2, "dead_bug", 2)
    sessions = tuple(
        Session(7 * week - 7, SessionKind.D1, (carry, bug) if week in {1, 5} else (bug,))
        for week in range(1, 7)
    )
    done = prescribe(some, Plan(sessions))
    first, back = (e for s in done.sessions for e in s.entries if e.exercise == "suitcase_carry")
    assert amount(first) == amount(back)
    assert back.note.startswith("As on 4 Jan, after 4 weeks without it.")


@pytest.mark.parametrize("without", [(7, 8, 9), (9, 10)])
def test_what_comes_back_late_grows_no_more_in_the_peak(without: tuple[int, ...]) -> None:
    """In the last week of base, or in the first of the peak: nothing heavier from there."""
    some = problem(WEEK, athlete=SEVENTY)
    row, bug = Entry(1, "one_arm_db_row", 3), Entry(2, "dead_bug", 2)
    sessions = tuple(
        Session(7 * week - 7, SessionKind.D1, (bug,) if week in without else (row, bug))
        for week in range(1, 14)
    )
    done = prescribe(some, Plan(sessions))
    rows = {
        s.day // 7 + 1: e for s in done.sessions for e in s.entries if e.exercise == row.exercise
    }
    back = without[-1] + 1
    assert amount(rows[back]) < amount(rows[6])
    assert all(amount(rows[week]) <= amount(rows[back]) for week in range(back + 1, 14))
    assert not [words for _, words in NoGrowth().faults(some, done) if "row" in words]


def test_a_card_says_what_is_easier() -> None:
    """An away week keeps what was reached, and a way back is smaller than what was before."""
    some = away_problem({9})
    row = (Entry(1, "push_up", 3),)
    weeks = [week for week in range(1, 11) if week not in {3, 4}]
    plan = Plan(tuple(Session(7 * week - 7, SessionKind.D1, row) for week in weeks))
    texts = {s.day // 7 + 1: easy_text(some, plan, s) for s in plan.sessions}
    assert texts[9] == "easy_away"
    assert texts[5] == "easy_back_first"
    assert say(texts[9]) == "Other equipment this week: keep what you have reached."
    assert [phase_words(some, plan, week) for week in some.weeks if week.away] == ["base"]
    # Nobody has reached anything in what is new.
    new = (*row, Entry(2, "band_row", 2))
    changed = tuple(replace(s, entries=new if s.day == 56 else row) for s in plan.sessions)
    assert easy_text(some, Plan(changed), changed[-2]) == "easy_away_other"


def test_a_first_weight_is_a_guess_for_all_of_its_week() -> None:
    """In an easier week both cards say what to do after the first set, and the next week's none."""
    some = problem(WEEK, athlete=SEVENTY)
    row = Entry(1, "one_arm_db_row", 3, reps=8, load_g=14_000)
    kinds = {35: SessionKind.D1, 38: SessionKind.D2, 42: SessionKind.D1}
    sessions = [Session(day, kind, (row,)) for day, kind in kinds.items()]
    sessions[0] = replace(sessions[0], entries=(replace(row, method="start"),))
    plan = Plan(tuple(sessions))
    told = ["First set: under 2" in advice(some, plan, s, easy=True) for s in sessions]
    assert told == [True, True, False]


@pytest.mark.parametrize(
    ("load", "told"), [("light band", True), ("light band a long step farther", False)]
)
def test_a_band_that_is_far_too_easy_is_pulled_from_farther(load: str, *, told: bool) -> None:
    """In an easy week, too: nothing but the first set tells whether the guess is right."""
    some = away_problem({6})
    session = Session(35, SessionKind.D1, (Entry(1, "band_row", 2, reps=10, load=load),))
    words = advice(some, Plan((session,)), session, easy=True)
    guessed = "Guesses only, after the first set: over 4 left, a long step farther; under 2"
    assert (guessed in words) == told


BANDS = replace(NOTHING, bands=True, bag_g=(10_000, 12_000, 14_000))


def away_problem(weeks: set[int]) -> Problem:
    """In some weeks there are only bands and a bag."""
    access = tuple(
        Access(equipment=BANDS if day // 7 + 1 in weeks else None) for day in range(7 * 16)
    )
    some = problem(WEEK, athlete=replace(SEVENTY, push_ups=18), access=access)
    assert {week.number for week in some.weeks if week.away} == weeks
    return some


def away(weeks: set[int], sets: dict[str, int]) -> dict[int, list[Entry]]:
    """The same session each week, in some of them where there are only bands and a bag."""
    return dosed(away_problem(weeks), range(1, 11), **sets)


def test_what_is_the_same_elsewhere_goes_on_growing() -> None:
    """Push-ups and dead bugs need no gym; a bag of 12 kg weighs what a dumbbell does, and waits."""
    weeks = away({6, 7}, {"push_up": 3, "dead_bug": 2, "suitcase_carry": 2})
    for number in (6, 7):
        for before, now in zip(weeks[number - 1], weeks[number], strict=True):
            assert "without it" not in now.note
            if now.exercise == "suitcase_carry":
                assert amount(now) == amount(before)
            else:
                assert now.method == "load" or amount(now)[1] == amount(before)[1] + 1


@pytest.mark.parametrize(
    ("home", "there", "grows"),
    [((30, 75), (15, 30, 45, 75), True), ((30,), (30, 60), True), ((30, 75), (75,), False)],
)
def test_push_ups_go_on_where_all_heights_of_home_are(
    home: tuple[int, ...], there: tuple[int, ...], grows: bool
) -> None:
    """Where some are missing they wait; but they were done, so that home has no way back."""
    trip = replace(BANDS, heights_cm=there)
    access = tuple(Access(equipment=trip if 14 <= day < 35 else None) for day in range(7 * 16))
    some = problem(
        WEEK,
        athlete=replace(SEVENTY, push_ups=8),
        access=access,
        equipment=replace(problem().request.equipment, heights_cm=home),
    )
    weeks = {week: found[0] for week, found in dosed(some, range(1, 11), push_up=2).items()}
    assert "Easier" not in " ".join(entry.note for entry in weeks.values())
    later = [weeks[number].method for number in (3, 4, 5)]
    assert ("reps" in later or "load" in later) == grows
    before, back = weeks[5 if grows else 2], weeks[6]
    assert amount(back) >= amount(before) or back.method == "load"
    assert back.load == before.load or back.method == "load"


def test_the_same_dumbbells_among_more_are_the_same() -> None:
    """A gym with a longer rack has what home has: the row goes on there."""
    rack = Equipment(dumbbells_g=tuple(range(2_000, 40_001, 2_000)))
    access = tuple(Access(equipment=rack if 14 <= d < 35 else None) for d in range(7 * 16))
    home = replace(rack, dumbbells_g=tuple(range(4_000, 40_001, 4_000)))
    some = problem(WEEK, athlete=SEVENTY, access=access, equipment=home)
    rows = dosed(some, range(1, 11), one_arm_db_row=2)
    assert [row.method for number in (3, 4, 5) for row in rows[number]].count("hold") < 2
    assert not any("Easier" in row.note for row in rows[6])


def test_another_tool_elsewhere_begins_at_the_bottom_of_its_range() -> None:
    pallof = away({6, 7}, {"pallof_press": 2})
    assert [(pallof[week][0].reps, pallof[week][0].rir) for week in (6, 7)] == [(8, 3)] * 2


def test_the_same_set_twice_a_week_leaves_as_much_in_reserve() -> None:
    """A day without a run asks for three in reserve, one after an easy run for two."""
    some = problem("rest easy workout easy easy easy long", athlete=SEVENTY)
    sessions = tuple(
        Session(7 * week - offset, kind, (Entry(1, "one_arm_db_row", 2),))
        for week in range(1, 11)
        for offset, kind in ((7, SessionKind.D1), (4, SessionKind.D2))
    )
    done = prescribe(some, Plan(sessions)).sessions
    for first, second in zip(done[::2], done[1::2], strict=True):
        (one,), (other,) = first.entries, second.entries
        assert (one.rir, amount(one)) == (other.rir, amount(other)) == (3, amount(one))


def test_a_press_is_spared_while_another_hurts() -> None:
    hurting = replace(SEVENTY, painful=frozenset({"push_up"}))
    plain, spared = (
        dosed(problem(WEEK, athlete=athlete), range(1, 11), db_bench_press=2, one_arm_db_row=3)
        for athlete in (SEVENTY, hurting)
    )
    assert max(amount(week[0])[1] for week in plain.values()) > 12
    assert max(amount(week[0])[1] for week in spared.values()) == 12
    assert {week[0].rir for week in spared.values()} == {3}
    assert "stop if this one hurts" in spared[1][0].note
    assert [week[1] for week in spared.values()] == [week[1] for week in plain.values()]


def test_a_told_load_is_never_exceeded() -> None:
    told = replace(SEVENTY, loads={"lat_pulldown": KnownLoad(55_000, 10, 2)})
    first = dosed(problem(WEEK, athlete=told), (1,), lat_pulldown=3)[1][0]
    assert first.load_g == 55_000


def test_what_was_small_before_two_easier_weeks_is_held_after_them() -> None:
    """Week 6 is missed, 9 and 10 are around a half marathon, 11 is a run cutback."""
    some = problem(WEEK, athlete=SEVENTY, weeks=20)
    weeks = tuple(
        replace(week, tuneup=week.number in {9, 10}, deload=False, cutback=week.number == 11)
        for week in some.weeks
    )
    some = replace(some, weeks=weeks)
    sets = {"one_arm_db_row": 3, "push_up": 3, "suitcase_carry": 2, "dead_bug": 2}
    found = dosed(some, (1, 2, 3, 4, 5, 7, 8, 9, 10, 11), **sets)
    for top, small, first, second, held in zip(*(found[n] for n in (5, 8, 9, 10, 11)), strict=True):
        assert amount(held) == amount(small) < amount(top)
        # Cut once, from what was done before the gap.
        assert amount(first) == amount(second)
        assert amount(first)[1] >= min(8 * amount(top)[1] // 10, amount(small)[1])


def test_the_session_after_the_first_one_since_an_illness_leaves_three_in_reserve() -> None:
    access = tuple(Access(free=day != 37, ill=day == 37) for day in range(7 * 16))
    some = problem(WEEK, athlete=SEVENTY, access=access)
    found = dosed(some, range(1, 10), one_arm_db_row=3)
    assert [found[week][0].rir for week in (6, 7, 8, 9)] == [2, 4, 3, 2]


@pytest.mark.parametrize(("sets", "text"), [(3, "easy_race_ahead"), (2, "easy_before_race")])
def test_only_a_session_that_is_cut_makes_fresh_for_a_short_race(sets: int, text: str) -> None:
    some = problem(WEEK, athlete=SEVENTY, changes={20: "tuneup=10"})
    sessions = tuple(
        Session(7 * week - 7, SessionKind.D1, (Entry(1, "push_up", sets if week == 3 else 3),))
        for week in range(1, 4)
    )
    done = prescribe(some, Plan(sessions))
    assert easy_text(some, done, done.sessions[-1]) == text


def test_a_card_before_easier_days_promises_nothing_next_though_the_other_day_has_some_of_it() -> (
    None
):
    """Both days have the band row; the pull day after the deload is the next one for a pull day."""
    some = problem(WEEK, weeks=24, athlete=Athlete(Experience.SOME, body_mass_g=70_000))
    deload = next(week.number for week in some.weeks if week.deload)
    bands = (Entry(2, "band_row", 2),)
    sessions = [
        Session(7 * week - 7 + 3 * place, kind, bands)
        for week in range(deload - 2, deload + 1)
        for place, kind in enumerate((SessionKind.D1, SessionKind.D2))
    ]
    plan = prescribe(some, Plan(tuple(sessions)))
    told = [session_card(some, plan, s, "metric").advice for s in plan.sessions[:4]]
    assert ["after the easier days" in advice for advice in told] == [False, False, True, True]
