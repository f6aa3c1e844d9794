"""What is done in easier weeks, right after a race, and after weeks of other exercises."""

from __future__ import annotations

from dataclasses import replace

from runtall.domain.athlete import Athlete, Experience, KnownLoad
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.dose import prescribe
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


def test_nothing_grows_in_the_first_peak_week_after_a_race() -> None:
    """A half marathon on the last day of base: the first peak week repeats the easier one."""
    plain = problem(WEEK, athlete=SEVENTY)
    last = max(week.number for week in plain.weeks if week.phase == "base")
    some = problem(WEEK, athlete=SEVENTY, changes={7 * last - 1: "tuneup=21"})
    assert some.week(last).tuneup
    sets = {"one_arm_db_row": 3, "face_pull": 2, "suitcase_carry": 2}
    weeks = dosed(some, range(1, last + 4), **sets)
    assert [amount(e) for e in weeks[last + 1]] == [amount(e) for e in weeks[last]]
    assert [amount(e) for e in weeks[last + 2]] > [amount(e) for e in weeks[last + 1]]
    assert [amount(e) for e in weeks[last + 3]] == [amount(e) for e in weeks[last + 2]]


def test_an_exercise_that_was_not_done_for_weeks_comes_back_easier() -> None:
    some = problem(WEEK, athlete=SEVENTY)
    row, bug = Entry(1, "one_arm_db_row", 3), Entry(2, "dead_bug", 2)
    sessions = tuple(
        Session(7 * week - 7, SessionKind.D1, (bug,) if week in {5, 6} else (row, bug))
        for week in (1, 2, 3, 4, 5, 6, 7, 9)
    )
    done = prescribe(some, Plan(sessions))
    rows, bugs = (
        {s.day // 7 + 1: e for s in done.sessions for e in s.entries if e.exercise == key}
        for key in ("one_arm_db_row", "dead_bug")
    )
    assert amount(rows[3]) < amount(rows[4]) > amount(rows[7]) < amount(rows[9])
    assert rows[7].rir == 3
    assert rows[7].note == "Easier after 3 weeks without it."
    assert bugs[7].rir == 2


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
