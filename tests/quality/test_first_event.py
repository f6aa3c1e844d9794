"""The first event speaks of this very plan: its breaks, its weeks, what it has room for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from runtall.app.solving import solve_view
from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.own_strength import OwnSession
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.view import PlanView, phase_words
from runtall.exporters.how_it_works import how_it_works
from runtall.progression.dose import prescribe
from runtall.progression.substitution import substitution
from runtall.scenario import read_text
from tests.problems import problem
from tests.solve import shipped

WEEK = "easy easy workout easy rest easy long"
ROWS = (Entry(1, "one_arm_db_row", 2), Entry(5, "dead_bug", 2))
FREE = Access()
BANDS = replace(NOTHING, bands=True)


def told(some: Problem, kinds: dict[int, SessionKind] | None = None) -> list[str]:
    """The lines of the first event of a plan with a pull day on each Monday that is free."""
    mondays = [day for day in some.days if day.index % 7 == 0 and day.free]
    sessions = [
        Session(day.index, (kinds or {}).get(day.week, SessionKind.D1), ROWS) for day in mondays
    ]
    return how_it_works(some, Plan(tuple(sessions)), "metric").splitlines()


def access(**days: Access) -> list[Access]:
    """Free days, but for some: ``d35_39`` is the 36th to the 40th."""
    found = [FREE] * 112
    for name, what in days.items():
        first, last = map(int, name[1:].split("_"))
        found[first : last + 1] = [what] * (last + 1 - first)
    return found


ILL, OFF, AWAY = Access(free=False, ill=True), Access(free=False), Access(equipment=BANDS)


def test_each_break_is_named_in_a_line() -> None:
    """Ill, days off and a trip: when, and when the next session is."""
    some = problem(WEEK, access=access(d33_37=ILL, d55_63=OFF, d70_74=AWAY))
    lines = told(some)
    assert "Ill, 6 Feb to 10 Feb: back on 15 Feb with 4 sets." in lines
    assert "Days off, 28 Feb to 8 Mar: back on 15 Mar with 4 sets." in lines
    assert "Away, 15 Mar to 19 Mar: sessions with the equipment there." in lines


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({}, []),
        ({"d40_41": OFF}, []),
        ({"d40_40": ILL}, ["Ill, 13 Feb: back on 15 Feb with 4 sets."]),
        ({"d105_111": ILL}, ["Ill, 19 Apr to 24 Apr: no session after it."]),
    ],
)
def test_a_day_or_two_off_are_no_break_and_a_day_ill_is(
    days: dict[str, Access], words: list[str]
) -> None:
    lines = told(problem(WEEK, access=access(**days)))
    assert [line for line in lines if line.startswith(("Ill", "Days off", "Away"))] == words


def test_an_easier_week_that_an_illness_takes_is_none_on_purpose() -> None:
    """Neither in the first event nor by a star: ill all through it, or up to its one session."""
    for first, last in ((-1, -1), (-9, -1), (-9, 6), (-5, -4)):
        plain = problem(WEEK)
        week = next(week for week in plain.weeks if week.deload)
        start = week.days[0]
        ill = f"d{start + first}_{start + last}"
        some = problem(WEEK, access=access(**({ill: ILL} if first < -1 else {})))
        days = [day for day in range(0, 77, 7) if some.days[day].is_open]
        plan = Plan(tuple(Session(day, SessionKind.D1, ROWS) for day in days))
        easier = [week.number] if first == -1 else []
        marked = [w.number for w in some.weeks if phase_words(some, plan, w).endswith("*")]
        assert marked == easier
        how = how_it_works(some, plan, "metric")
        assert ("Easier on purpose" in how) == bool(easier)


@pytest.mark.parametrize(("sets", "last"), [(8, "4 Apr"), (11, "28 Mar")])
def test_one_session_that_is_not_whole_again_is_still_smaller(sets: int, last: str) -> None:
    """Ill for a week in a peak with three hard runs: half a session, and the way back from it."""
    some = problem("workout easy workout easy rest easy long", access=access(d70_76=ILL))
    sessions = [
        Session(7 * week + place, kind, tuple(replace(row, sets=6) for row in ROWS))
        for week in range(10)
        for place, kind in ((0, SessionKind.D1), (3, SessionKind.D2))
    ]
    for day, count in ((80, 6), (87, sets)):
        entries = (ROWS[0], replace(ROWS[1], sets=count - ROWS[0].sets))
        sessions.append(Session(day, SessionKind.MERGED, entries))
    how = how_it_works(some, Plan(tuple(sessions)), "metric")
    assert f"Smaller after a break: 22 Mar to {last}." in how


@pytest.mark.parametrize(
    ("kilos", "mass", "lifted", "asked"),
    [
        # Both hands together may have a third of the runner's weight, one hand a fifth.
        (12, 82, "new", ("suitcase_carry",)),
        (16, 100, "some", ()),
        (18, 82, "some", ("one_arm_db_row",)),
        (16, 82, "trained", ()),
    ],
)
def test_the_screen_asks_for_no_weight_that_is_too_much(
    kilos: int, mass: int, lifted: str, asked: tuple[str, ...]
) -> None:
    bells = f"[{kilos}, {kilos}]"
    scenario = read_text(
        "race_date: 2027-04-25\n"
        "runs: {week: {mon: easy, tue: workout, wed: easy, thu: easy, sat: long}}\n"
        f"athlete: {{experience: {lifted}, sex: m, body_mass_kg: {mass}}}\n"
        f"equipment: {{dumbbells_kg: false, kettlebells_kg: {bells}, bands: true, bench: false,"
        " cable_kg: false, pulldown_kg: false}\n",
        Path("bells.yaml"),
    )
    (told,) = [w for w in scenario.warnings if "first guess, so" in w] or [""]
    keys = ("suitcase_carry", "one_arm_db_row")
    assert tuple(key for key in keys if f"{key}: {{" in told) == asked, told


def test_a_trip_without_a_session_has_none() -> None:
    """From Tuesday to Sunday, beside Mondays; then a whole week with its Monday."""
    lines = told(problem(WEEK, access=access(d29_34=AWAY, d56_62=AWAY)))
    assert "Away, 2 Feb to 7 Feb: no session." in lines
    assert "Away, 1 Mar to 7 Mar: sessions with the equipment there." in lines


def test_a_weekday_that_is_always_off_is_no_break_and_parts_none() -> None:
    every = access(d39_46=AWAY)
    every = [replace(one, free=index % 7 not in {1, 2, 3}) for index, one in enumerate(every)]
    lines = [line for line in told(problem(WEEK, access=every)) if "Days off" in line]
    assert lines == []
    (away,) = [line for line in told(problem(WEEK, access=every)) if line.startswith("Away")]
    assert away.startswith("Away, 12 Feb to 19 Feb: ")


def test_days_off_end_with_the_weekend_that_is_always_off() -> None:
    """Of an illness nobody knows whether it went on through the weekend."""
    every = access(d56_62=OFF, d32_32=ILL)
    every = [replace(one, free=one.free and index % 7 < 5) for index, one in enumerate(every)]
    lines = told(problem(WEEK, access=every))
    assert "Days off, 1 Mar to 7 Mar: back on 8 Mar with 4 sets." in lines
    assert "Ill, 5 Feb: back on 8 Feb with 4 sets." in lines


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("one_arm_db_row push_up suitcase_carry", "easy rows, easy push-ups and short carries."),
        ("lat_pulldown db_bench_press", "easy pulls and easy presses."),
        ("band_row", "easy rows."),
    ],
)
def test_the_taper_is_told_with_what_it_has(keys: str, told: str) -> None:
    entries = tuple(Entry(place, key, 1) for place, key in enumerate(keys.split(), start=1))
    base = Session(0, SessionKind.D1, (Entry(1, "push_up", 2), Entry(2, "suitcase_carry", 2)))
    plan = Plan((base, Session(7 * 14, SessionKind.LIGHT, entries)))
    text = how_it_works(problem(WEEK), plan, "metric")
    assert f"mostly mobility, with {told}" in text


def test_a_taper_with_an_own_session_in_some_weeks_says_so() -> None:
    some = problem(WEEK)
    own = (OwnSession("Gym: upper body", counts=True),)
    weeks = tuple(replace(week, own=int(week.number == 15)) for week in some.weeks)
    some = replace(some, days=tuple(replace(d, own=own * (d.week == 15)) for d in some.days))
    some = replace(some, weeks=weeks)
    lines = [Session(7 * week, SessionKind.LIGHT, ROWS) for week in (13, 15)]
    (line,) = [
        line
        for line in how_it_works(some, Plan(tuple(lines)), "metric").splitlines()
        if line.startswith("In the taper")
    ]
    assert "one light session a week is left (none beside your own): mostly mobility" in line


@pytest.mark.parametrize(
    ("weeks", "yours"),
    [(16, ""), (8, ""), (6, "; yours has 6 weeks"), (20, "; yours has 20 weeks")],
)
def test_a_plan_of_another_length_than_the_guides_says_so(weeks: int, yours: str) -> None:
    lines = told(problem(WEEK, weeks=weeks))
    words = f"The guide's plan is for the last 8 to 16 weeks before the race{yours}. "
    assert any(line.startswith(words) for line in lines)


def test_phases_have_the_sessions_that_they_have() -> None:
    """One session a week is not two; a peak without one session has no half."""
    (line,) = [line for line in told(problem(WEEK)) if "Base weeks build" in line]
    assert "Base weeks build, with one session. Peak weeks keep one, with" in line
    assert "half" not in line
    some = problem(WEEK)
    pairs = [(0, SessionKind.D1), (3, SessionKind.D2)]
    sessions = [Session(7 * w + day, kind, ROWS) for w in range(13) for day, kind in pairs]
    whole = how_it_works(some, Plan(tuple(sessions)), "metric")
    assert "Base weeks build, with two sessions. Peak weeks keep two, with" in whole
    fewer = how_it_works(some, Plan(tuple(sessions[:-1])), "metric")
    assert "Peak weeks keep one or two, with a fifth to two fifths fewer sets (about half" in fewer


def test_base_weeks_with_another_number_of_sessions_are_no_exception() -> None:
    """Two sessions in six weeks of ten, one in the others."""
    some = problem(WEEK)
    pairs = [(0, SessionKind.D1), (3, SessionKind.D2)]
    sessions = [
        Session(7 * w + day, kind, ROWS) for w in range(10) for day, kind in pairs[: 1 + (w < 6)]
    ]
    how = how_it_works(some, Plan(tuple(sessions)), "metric")
    assert "Base weeks build, with one or two sessions." in how


def test_dates_off_are_those_that_the_runner_named() -> None:
    """Mondays and Tuesdays are always off, also after a named week off."""
    every = access(d35_41=replace(OFF, dated=True))
    always = [replace(one, free=one.free and index % 7 > 1) for index, one in enumerate(every)]
    plan = Plan(tuple(Session(7 * n + 2, SessionKind.D1, ROWS) for n in range(9) if n != 5))
    how = how_it_works(problem(WEEK, access=always), plan, "metric")
    assert "Days off, 8 Feb to 14 Feb: " in how


def test_a_very_light_session_eases_no_height_for_a_break() -> None:
    some = problem(WEEK, weeks=12)
    entries = (Entry(1, "one_arm_db_row", 2), Entry(3, "push_up", 1))
    kinds = ((0, SessionKind.MERGED), (4, SessionKind.VERY_LIGHT))
    sessions = tuple(Session(7 * w + d, kind, entries) for w in range(3) for d, kind in kinds)
    how = how_it_works(some, prescribe(some, Plan(sessions)), "metric")
    assert "after a break" not in how


def test_sessions_beside_own_ones_are_called_so() -> None:
    """Who lifts elsewhere has one of ours, and that is no plan with one session."""
    own = [()] * 112
    own[2::7] = [(OwnSession("Gym: upper body", counts=True),)] * 16
    lines = told(problem(WEEK, own=tuple(own)))
    assert any("Base weeks build, with one session beside your own. " in line for line in lines)


def test_turns_are_explained_where_there_are_some() -> None:
    words = "2a and 2b take turns, a set each."
    assert words not in told(problem(WEEK))
    some = problem(WEEK)
    pair = (replace(ROWS[0], pair=5), replace(ROWS[1], pair=1))
    plan = Plan((Session(0, SessionKind.D1, pair),))
    assert words in how_it_works(some, plan, "metric").splitlines()


@pytest.mark.parametrize("times", [1, 2])
def test_one_session_a_week_takes_no_turns(times: int) -> None:
    lines = told(problem(WEEK, base_sessions=times, peak_sessions=(1, times)))
    assert any(line.startswith("Pull day and push day take turns") for line in lines) == (times > 1)
    assert any(line.startswith("Yours has one session a week") for line in lines) == (times == 1)


def test_what_has_no_room_on_the_days_there_are_is_not_for_one_session(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Two days of which one allows a very light session only."""
    answer = shipped.solved("only-tuesday-friday", tmp_path_factory)
    how = how_it_works(answer.problem, answer.plan, "metric")
    assert "Face pull: not in this plan, as your days leave no room for it." in how
    assert "one session a week has no room" not in how


def test_what_a_trip_alone_allows_needs_other_equipment() -> None:
    """A band for five days makes no face pull of a plan."""
    kit = replace(NOTHING, dumbbells_g=(6_000, 8_000, 10_000))
    lines = told(problem(WEEK, equipment=kit, access=access(d70_74=AWAY)))
    assert "- Face pull: not in this plan, as it needs other equipment." in lines


def scenario(kit: str, more: str) -> Problem:
    """A runner whose sign asks for a face pull in the place of the pulldown."""
    week = "{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: rest}"
    text = f"race_date: 2027-04-25\nruns: {{week: {week}}}\nequipment: {kit}\n{more}"
    return read_text(text, Path("scenario.yaml")).problem


@pytest.mark.parametrize("ill", ["", "availability: {ill: {from: 2027-01-25, to: 2027-01-29}}\n"])
def test_a_height_that_a_break_eases_is_not_the_same_all_through(ill: str) -> None:
    week = "{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: rest}"
    text = f"race_date: 2027-04-25\nruns: {{week: {week}}}\nathlete: {{sex: m}}\n{ill}"
    found = solve_view(read_text(text, Path("scenario.yaml")))
    assert isinstance(found, PlanView)
    lines = how_it_works(found.problem, found.plan, "metric").splitlines()
    (line,) = (line for line in lines if line.startswith("Your push-ups:"))
    assert ("all through" in line) == (not ill)
    assert ("easier for a while after a break" in line) == bool(ill)


def test_a_height_of_a_trip_is_no_matter_of_a_break() -> None:
    week = "{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: rest}"
    trip = "{from: 2027-02-01, to: 2027-02-07, equipment: {bands: true, heights_cm: [60]}}"
    text = f"race_date: 2027-04-25\nruns: {{week: {week}}}\nequipment: {{heights_cm: [30]}}\n"
    found = solve_view(
        read_text(
            f"{text}athlete: {{push_ups: 7}}\navailability: {{away: [{trip}]}}\n",
            Path("scenario.yaml"),
        )
    )
    assert isinstance(found, PlanView)
    lines = how_it_works(found.problem, found.plan, "metric").splitlines()
    (line,) = (line for line in lines if line.startswith("Your push-ups:"))
    assert "another height while you are away" in line
    assert "break" not in line


def test_weights_that_are_too_heavy_to_begin_with_are_no_lack() -> None:
    lines = told(scenario("{dumbbells_kg: [24]}", "athlete: {body_mass_kg: 60}"))
    cause = "as your weights for it are too heavy to begin with"
    assert f"- Dumbbell bench press: not in this plan, {cause}." in lines


@pytest.mark.parametrize(
    ("kit", "words"),
    [
        ("{bands: true, pulldown_kg: false, cable_kg: false}", "For a neck that gets tight."),
        ("{bands: true}", "In place of the lat pulldown, for a neck that gets tight."),
    ],
)
def test_who_has_no_pulldown_misses_none(kit: str, words: str) -> None:
    once = "athlete: {signs: {neck_tight: 1}}\nstrength: {sessions: {base: 1, peak: 1}}\n"
    some = scenario(kit, once)
    face = Entry(2, "face_pull", 2)
    assert substitution(some, some.days[2], SessionKind.MERGED, face) == words
    # The first event says what has become of the pulldown.
    plan = Plan((Session(2, SessionKind.MERGED, (face,)),))
    line = "- Face pull: in place of the lat pulldown, for a neck that gets tight."
    assert line in how_it_works(some, plan, "metric").splitlines()


def test_what_goes_on_elsewhere_as_at_home_says_so() -> None:
    """No runner knows whether "which you know better" is the new exercise or the old one."""
    some = problem(WEEK, access=access(d70_74=AWAY), equipment=NOTHING)
    side = Entry(5, "side_plank", 1)
    there, here = (substitution(some, some.days[n], SessionKind.D2, side) for n in (70, 0))
    assert there == "In place of the Pallof press, as on your other days."
    assert here.startswith("In place of the Pallof press: no ")
    plan = Plan(tuple(Session(day, SessionKind.D2, (side,)) for day in (3, 70)))
    stands = [line for line in how_it_works(some, plan, "metric").splitlines() if "Pallof" in line]
    assert len(stands) == 1
    assert "other days" not in stands[0]


def test_what_is_never_done_at_home_is_not_missing_on_one_day() -> None:
    """The one dumbbell is too heavy for two of them; on the trip there is none."""
    kit = replace(NOTHING, dumbbells_g=(40_000,), bands=True)
    athlete = Athlete(body_mass_g=66_000)
    some = problem(WEEK, equipment=kit, access=access(d70_74=AWAY), athlete=athlete)
    carry = Entry(4, "suitcase_carry", 1)
    there, here = (substitution(some, some.days[n], SessionKind.D2, carry) for n in (73, 3))
    assert there == "In place of the farmer carry, as on your other days."
    assert "its lightest weight is too heavy to begin with" in here


def test_what_is_missing_is_told_in_plain_words() -> None:
    some = problem(WEEK, equipment=NOTHING)
    press = substitution(some, some.days[0], SessionKind.D2, Entry(2, "db_floor_press", 1))
    assert press.endswith(": no pair of dumbbells and no bench.")


def test_who_answered_for_signs_is_not_asked_for_them() -> None:
    asked = "Answer under athlete.signs, and the plan gives more where it helps."
    answer = "athlete.signs, and the plan gives more where it helps: for the torso that twists."
    for answers in ({}, {"torso_twists": 0}, {"torso_twists": 2}):
        lines = told(problem(WEEK, athlete=Athlete(signs=answers)))
        assert (asked in lines) != any(answers.values())
        assert any(line.endswith(answer) for line in lines) == any(answers.values())
