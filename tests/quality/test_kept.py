"""What an exercise has it keeps: in growing weeks, on the way back, in the peak, over a trip."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from runtall.domain.after_gaps import begins_after_gap, follows_gap
from runtall.domain.counts import pattern_sets, slot_sets
from runtall.domain.exercise import HEAVY_KINDS, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.exporters.how_it_works import how_sections
from runtall.progression.dose import prescribe
from runtall.progression.short_template import is_short
from runtall.progression.texts import listed, say
from runtall.scenario import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve

START, WEEKS = date(2027, 1, 4), 16
EASY, TWO = (
    ("easy", "workout", "easy", "easy", "rest", "long", "easy"),
    ("easy", "workout", "easy", "workout", "rest", "long", "easy"),
)
REST = ("rest", "workout", "easy", "easy", "easy", "rest", "long")
# Kilometres of each week: cutbacks in weeks 4 and 8, the largest rise behind one of them.
SHARES = (24, 26, 28, 22, 36, 38, 40, 32, 42, 44, 46, 48, 50, 36, 24, 12)
GYM = "dumbbells_kg: {from: 2, to: 24, step: 2}, cable_kg: {from: 5, to: 80, step: 5}, bands: true"
HOME = "dumbbells_kg: {from: 2, to: 24, step: 2}, cable_kg: false, pulldown_kg: false, bands: true"
BELLS = "dumbbells_kg: [4, 8], cable_kg: false, pulldown_kg: false, bands: true, bench: false"
TRIP = "availability: {away: [{from: 2027-02-15, to: 2027-02-19, equipment: {bands: true}}]}"
EARLY = "availability: {away: [{from: 2027-02-01, to: 2027-02-07, equipment: {bands: true}}]}"
SKIING = range(45, 56)
SKI = f"availability: {{off: [{{from: {START + timedelta(45)}, to: {START + timedelta(55)}}}]}}"
# The run week, minutes, athlete, equipment, and what else a scenario says.
RUNNERS = {
    "rest-days": (REST, 40, "experience: new, sex: f, push_ups: 2", GYM, ""),
    "shoulders": (REST, 35, "experience: new, signs: {shoulders_creep_up: 2}", GYM, ""),
    "half-an-hour": (EASY, 30, "experience: new, sex: m, signs: {torso_twists: 1}", HOME, ""),
    "short": (EASY, 25, "experience: some, sex: m, age: 66", GYM, ""),
    "two-bells": (EASY, 25, "experience: new, sex: m, age: 63, push_ups: 0", BELLS, ""),
    "two-workouts": (TWO, 40, "experience: some, signs: {torso_twists: 2}", GYM, ""),
    "trip": (TWO, 40, "experience: some, signs: {torso_twists: 2}", GYM, TRIP),
    "trip-at-home": (EASY, 40, "experience: trained", HOME, TRIP),
    "early-trip": (EASY, 40, "experience: new", GYM, EARLY),
    "ski": (EASY, 30, "experience: new, sex: m, signs: {torso_twists: 1}", HOME, SKI),
    "ski-gym": (EASY, 40, "experience: some, sex: f, push_ups: 12", GYM, SKI),
}
# Bands only, and nothing to press with.
TRIPS = {
    "no-press": (EASY, 40, "experience: some, painful: [push_up]", HOME, EARLY),
}
Sets = dict[int, dict[str, int]]


@cache
def solved(name: str) -> tuple[Problem, Plan, Sets]:
    """A runner's plan, and the sets of each slot in the pull and push days of each week."""
    week, minutes, athlete, kit, more = (RUNNERS | TRIPS)[name]
    race = START + timedelta(7 * WEEKS - 1)
    lines = ["date,kind,km", f"{race},race,42.2"]
    for day in range(7 * WEEKS - 1):
        kind = "rest" if more == SKI and day in SKIING else week[day % 7]
        km = SHARES[day // 7] * (0.5 if kind == "long" else 0.1)
        lines += [f"{START + timedelta(day)},{kind},{km:.1f}"] if kind != "rest" else []
    with TemporaryDirectory() as folder:
        (Path(folder) / "runs.csv").write_text("\n".join(lines))
        some = read_text(
            f"race_date: {race}\nweeks: {WEEKS}\nruns: {{file: runs.csv}}\n"
            f"athlete: {{body_mass_kg: 70, {athlete}}}\nstrength: {{minutes: {minutes}}}\n"
            f"equipment: {{{kit}}}\n{more}\n",
            Path(folder) / f"{name}.yaml",
        )
    outcome = solve(some.problem, some.solver)
    assert isinstance(outcome, Planned), outcome
    sets: Sets = {}
    for session in outcome.plan.sessions:
        if session.kind in {SessionKind.D1, SessionKind.D2}:
            of_week = sets.setdefault(some.problem.days[session.day].week, {})
            for slot in some.problem.slots[session.kind]:
                of_week[slot.name] = slot_sets([session], slot)
    return some.problem, prescribe(some.problem, outcome.plan), sets


def usual_days(name: str) -> set[str]:
    problem, plan, _ = solved(name)
    growing = [w for w in problem.growing_weeks() if not w.disturbed]
    return {problem.days[s.day].weekday for w in growing for s in plan.in_week(w.number)}


@pytest.mark.parametrize("name", RUNNERS)
def test_no_week_that_grows_takes_a_set(name: str) -> None:
    """Neither for another exercise, nor for the week's dose."""
    problem, plan, sets = solved(name)
    growing = [w.number for w in problem.growing_weeks() if w.number in sets]
    for before, week in pairwise(growing):
        if not follows_gap(problem, plan, week):
            lost = [slot for slot in sets[week] if sets[week][slot] < sets[before].get(slot, 0)]
            assert not lost or follows_gap(problem, plan, before), (week, lost)


@pytest.mark.parametrize("name", RUNNERS)
def test_the_way_back_takes_a_little_from_all(name: str) -> None:
    """A session of fewer sets takes from pulls and carries as from push-ups and core.

    The first one after an illness or days without a run is half a session: one set of each.
    """
    problem, plan, sets = solved(name)
    for week in problem.growing_weeks():
        back = follows_gap(problem, plan, week.number)
        if back and not begins_after_gap(problem, plan, week.number):
            whole = [n for n in sets if n < week.number and not follows_gap(problem, plan, n)]
            lost = [sets[whole[-1]][slot] - n for slot, n in sets[week.number].items()]
            assert max(lost) <= 1, (week.number, sets[week.number])


@pytest.mark.parametrize("name", RUNNERS)
def test_no_set_comes_in_the_peak(name: str) -> None:
    problem, _, sets = solved(name)
    last = problem.growing_weeks()[-1].number
    weeks = [last, *(week.number for week in problem.phase_weeks(Phase.PEAK))]
    for before, week in pairwise(week for week in weeks if week in sets):
        assert all(n <= sets[before].get(slot, n) for slot, n in sets[week].items()), week


@pytest.mark.parametrize("name", RUNNERS)
def test_the_peak_cuts_pulls_and_presses_alike(name: str) -> None:
    """Two sets of pushing stay where twelve sets do."""
    problem, plan, sets = solved(name)
    for week in problem.phase_weeks(Phase.PEAK):
        push, pull = (
            pattern_sets(problem, plan, week.number, pattern)
            for pattern in (Pattern.PUSH, Pattern.PULL)
        )
        if plan.total(week.number) >= 12 and week.number in sets:
            assert push >= 2, week.number
            assert pull <= 3 * push + 1, (week.number, pull, push)


@pytest.mark.parametrize("name", RUNNERS)
def test_a_short_session_has_no_set_over_its_template(name: str) -> None:
    """Dead bugs get no third set where the row has no room for its own."""
    problem, plan, _ = solved(name)
    for week in problem.growing_weeks():
        for session in plan.in_week(week.number):
            slots = problem.slots[session.kind]
            if session.kind in HEAVY_KINDS and is_short(
                problem, problem.days[session.day], session.kind
            ):
                over = [s.name for s in slots if slot_sets([session], s) > s.full]
                assert all(problem.focus.get(slot) for slot in over), (week.number, over)


@pytest.mark.parametrize("name", ["trip", "early-trip"])
def test_a_trip_bends_no_week_at_home(name: str) -> None:
    """Pulldowns come as early as without it, though the trip has none of them."""
    problem, _, sets = solved(name)
    away = next(week.number for week in problem.weeks if week.away)
    first = problem.growing_weeks()[0].number
    for week in range(first, away):
        if week in sets:
            assert sets[week]["row"] >= 2 <= sets[week]["pulldown"], (week, sets[week])


def test_the_usual_weekdays_are_those_without_the_trip() -> None:
    assert usual_days("trip") == usual_days("two-workouts") == {"mon", "wed"}


@pytest.mark.parametrize("name", RUNNERS)
def test_what_came_back_under_its_range_is_in_it_in_the_peak(name: str) -> None:
    problem, plan, _ = solved(name)
    for week in problem.phase_weeks(Phase.PEAK):
        if begins_after_gap(problem, plan, week.number):
            continue
        for entry in (e for s in plan.in_week(week.number) for e in s.entries):
            if entry.reps:
                assert entry.reps >= problem.exercises[entry.exercise].low, (week.number, entry)


@pytest.mark.parametrize("name", ["trip", "two-workouts"])
def test_what_has_used_up_its_range_gets_its_second_set_first(name: str) -> None:
    """Dead bugs have four reps to grow by, face pulls eight."""
    problem, _, sets = solved(name)
    for week in problem.growing_weeks()[6:]:
        assert sets[week.number]["dead_bug"] >= sets[week.number]["face_pull"]


@pytest.mark.parametrize("name", RUNNERS)
def test_the_first_event_says_what_is_so_all_through(name: str) -> None:
    """Nothing stands in for what the plan does at home; a press bears less only where it does."""
    problem, plan, _ = solved(name)
    how = dict(how_sections(problem, plan, "metric"))
    done = {entry.exercise: entry for s in reversed(plan.sessions) for entry in s.entries}
    for line in how.get("What stands in", "").split("\n"):
        if "in place of" in line and say("while_away") not in line:
            known = [key for key in done if problem.exercises[key].name.lower() in line.lower()]
            assert len(known) == 1, line
    press = done.get("db_bench_press") or done.get("db_floor_press")
    row = done.get("one_arm_db_row")
    if press and row and press.load_g and row.load_g:
        said = say("first_press") in how["Getting stronger"]
        assert said == (press.load_g < row.load_g)


def test_three_reasons_have_one_and() -> None:
    assert [listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_trip_with_nothing_to_press_keeps_its_sessions() -> None:
    problem, plan, sets = solved("no-press")
    (trip,) = (week.number for week in problem.weeks if week.away)
    assert len(plan.in_week(trip)) == 2
    patterns = {p: pattern_sets(problem, plan, trip, p) for p in Pattern}
    assert not patterns.pop(Pattern.PUSH)
    assert min(patterns.values()) > 1
    assert sum(sets[trip + 1].values()) >= sum(sets[trip - 1].values())
